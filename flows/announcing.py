"""How a refresh shows in Prefect: the name of its state, and artifacts to look at where a server keeps them."""

import flows.prefect_defaults  # noqa: F401, I001 - sets defaults that prefect reads while it is imported

from pathlib import Path
from typing import cast
from uuid import UUID

from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.client.schemas.objects import State
from prefect.settings import PREFECT_API_URL
from prefect.states import Completed, Failed

from flows.ingest import Progress
from flows.settings import Settings
from flows.summary import Refreshed, Summary

MOST_ROWS = 200
"""Rows that an artifact shows at most; all of them are in the warehouse."""


def announced(done: Summary, settings: Settings) -> State[Summary]:
    """The state that a refresh ends in, after its artifacts were written where somebody can look at them.

    'Failed' (named Incomplete) where a source could not be seen, so that hooks and automations for failed runs speak;
    'Completed' named Doubtful where papers could not be had or read or values wait for a person.
    """
    if PREFECT_API_URL.value():
        _write_artifacts(done, settings)
    refreshed, ingested = done.refreshed, done.ingested
    if refreshed is None:
        return Completed(data=done)
    if refreshed.failed:
        names = "; ".join(f"{source.title}: {source.error}" for source in refreshed.failed[:3])
        return Failed(
            name="Incomplete",
            message=f"{len(refreshed.failed)} of {len(refreshed.sources)} sources failed, others were read. {names}",
            data=done,
        )
    failed = ingested.counts["failed"] if ingested else 0
    if failed or refreshed.missed or refreshed.waiting:
        return Completed(
            name="Doubtful",
            message=f"{refreshed.waiting} values wait for a person, {failed} papers could not be read, "
            f"{len(refreshed.missed)} could not be had.",
            data=done,
        )
    return Completed(message=_what_changed(done), data=done)


def progress_shown(told: Progress | None) -> Progress:
    """`told`, and a bar in Prefect's pages where a server keeps it."""
    bars: list[UUID] = []

    def show(done: int, total: int) -> None:
        if told:
            told(done, total)
        if not PREFECT_API_URL.value():
            return
        percent, words = 100 * done / total, f"{done} of {total} papers read"
        if not bars:
            bar = create_progress_artifact(percent, key="refresh-progress", description=words)
            bars.append(
                cast(UUID, bar)
            )  # its type allows for a caller that waits for it; a flow without async does not
        else:
            update_progress_artifact(bars[0], percent, description=words)

    return show


def _write_artifacts(done: Summary, settings: Settings) -> None:
    refreshed = done.refreshed
    if refreshed is None:
        return
    changed = _changed(refreshed)
    create_table_artifact(key="refresh-papers", table=changed[:MOST_ROWS], description=_what_changed(done))
    create_table_artifact(
        key="refresh-sources",
        table=[
            {
                "source": one.title,
                "papers": one.papers,
                "fetched": one.fetched,
                "error": one.error or "",
                "remark": " ".join(one.remarks),
            }
            for one in refreshed.sources[:MOST_ROWS]
        ],
        description="The sources of this refresh. What was read from one that failed stays.",
    )
    create_markdown_artifact(key="refresh-held", markdown=_held(done, settings), description="What waits for a person.")
    if done.published:
        report = Path(done.published.path).absolute() / "index.html"
        create_link_artifact(
            key="refresh-publication",
            link=report.as_uri(),
            link_text=f"Release {done.published.version}",
            description="Made by this refresh." if done.published.changed else "Nothing has changed since.",
        )


def _what_changed(done: Summary) -> str:
    refreshed, published = done.refreshed, done.published
    if refreshed is None:
        return ""
    papers = f"{len(refreshed.new)} papers new, {len(refreshed.changed)} changed, {len(refreshed.gone)} gone"
    lines = f"; {published.changes} lines in changes.csv" if published and published.changed else ""
    return f"{papers} of {refreshed.listed}; {refreshed.read} read{lines}."


def _changed(refreshed: Refreshed) -> list[dict[str, str]]:
    return [
        {"what": what, "paper": address}
        for what, addresses in (("new", refreshed.new), ("changed", refreshed.changed), ("gone", refreshed.gone))
        for address in addresses
    ]


def _held(done: Summary, settings: Settings) -> str:
    refreshed = done.refreshed
    if refreshed is None:
        return ""
    lines = [f"**{refreshed.waiting}** values wait for a person.", ""]
    lines += [f"`scorepack review export --warehouse {settings.warehouse}` writes them to a sheet.", ""]
    for title, rows in (("Could not be had", refreshed.missed), ("May not be fetched", refreshed.withheld)):
        if rows:
            lines += [f"## {title}", "", *(f"- {one.address}: {one.why}" for one in rows[:MOST_ROWS]), ""]
    if done.ingested and done.ingested.failures:
        lines += ["## Could not be read", ""]
        lines += [f"- {failure.source}: {failure.reason}" for failure in done.ingested.failures[:MOST_ROWS]]
    return "\n".join(lines)
