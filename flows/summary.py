"""What a run did, for a person and for a program."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from transforms import Findings


@dataclass(frozen=True, slots=True)
class Failure:
    """A paper that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """What `ingest` did: how many of what, as the warehouse counted. `failures` are in the order of the sources."""

    warehouse: str
    counts: Mapping[str, int]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What `publish` did; `changed` is false where nothing was new, and then no release was made.

    `changes` counts the lines of the release's changes.csv.
    """

    version: str
    path: str
    changed: bool
    changes: int = 0


@dataclass(frozen=True, slots=True)
class SourceSeen:
    """One source of a refresh: the papers it names, how many were transferred, why it could not be seen in full.

    `days_old` is the age of what is known from a source that failed; None where it was never seen. `name` is what the
    configuration calls it, `remarks` are sentences about its list that are no fault.
    """

    source: str
    papers: int
    fetched: int
    error: str | None = None
    days_old: int | None = None
    name: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The source as people know it."""
        return f"{self.name} ({self.source})" if self.name else self.source


@dataclass(frozen=True, slots=True)
class Unhad:
    """A paper, or a part of a list, that may not or could not be had, and why."""

    address: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh found. `new`, `changed` and `gone` are addresses of papers; `read` counts documents.

    `waiting` counts all values that wait for a person in the warehouse, from whatever paper.
    """

    sources: tuple[SourceSeen, ...]
    read: int
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    withheld: tuple[Unhad, ...] = ()
    missed: tuple[Unhad, ...] = ()
    waiting: int = 0

    @property
    def failed(self) -> tuple[SourceSeen, ...]:
        """The sources that could not be seen in full."""
        return tuple(source for source in self.sources if source.error)

    @property
    def fetched(self) -> int:
        """How many papers were transferred over the net."""
        return sum(source.fetched for source in self.sources)

    @property
    def listed(self) -> int:
        """How many papers the sources name."""
        return sum(source.papers for source in self.sources)


@dataclass(frozen=True, slots=True)
class Summary:
    """What one command did; the parts it has none of are None."""

    ingested: Ingested | None = None
    published: Published | None = None
    refreshed: Refreshed | None = None

    @property
    def is_clean(self) -> bool:
        """Whether every source and document could be read and no value waits for review: what --strict asks for."""
        if self.refreshed and (self.refreshed.failed or self.refreshed.missed or self.refreshed.waiting):
            return False
        return self.ingested is None or not (self.ingested.counts["failed"] or self.ingested.counts["review"])

    def as_json(self) -> str:
        """The summary as one JSON object."""
        parts: dict[str, Any] = {}
        if self.ingested:
            parts |= {"warehouse": self.ingested.warehouse, **self.ingested.counts}
            parts["failures"] = [asdict(failure) for failure in self.ingested.failures]
        if self.refreshed:
            parts["refresh"] = asdict(self.refreshed) | {
                "listed": self.refreshed.listed,
                "fetched": self.refreshed.fetched,
            }
        if self.published:
            parts["publication"] = asdict(self.published)
        return json.dumps(parts, indent=2, ensure_ascii=False)

    def as_text(self) -> str:
        """The summary as a few lines."""
        return "\n".join(
            [
                *_refreshed_lines(self.refreshed),
                *_ingested_lines(self.ingested),
                *_empty_lines(self),
                *_published_lines(self.published),
            ]
        )


def failures_of(findings: Iterable[Findings]) -> tuple[Failure, ...]:
    """The papers that could not be read."""
    documents = [found.document for found in findings]
    return tuple(
        Failure(document.source, document.reason or "") for document in documents if document.status == "failed"
    )


def _refreshed_lines(done: Refreshed | None) -> list[str]:
    if done is None:
        return []
    held = len(done.withheld), len(done.missed)
    lines = [
        f"sources    {len(done.sources):>6}   {len(done.failed)} failed",
        f"papers     {done.listed:>6}   {len(done.new)} new, {len(done.changed)} changed, {len(done.gone)} gone",
        f"fetched    {done.fetched:>6}   {held[0]} may not be fetched, {held[1]} could not be had",
        f"read       {done.read:>6}",
        f"waiting    {done.waiting:>6}   values in the review queue",
    ]
    lines += [f"failed: {source.title}: {source.error} {_age(source)}" for source in done.failed]
    lines += [f"remark: {source.title}: {remark}" for source in done.sources for remark in source.remarks]
    said = {source.error for source in done.failed}
    return lines + [f"missed: {one.address}: {one.why}" for one in done.missed if one.why not in said]


def _age(source: SourceSeen) -> str:
    if source.days_old is None:
        return "Nothing is known from it yet."
    return f"What was read from it {'today' if not source.days_old else f'{source.days_old} days ago'} stays."


def _ingested_lines(done: Ingested | None) -> list[str]:
    if done is None:
        return []
    counts = done.counts
    parts = f"{counts['extracted']} with scores, {counts['no_scores']} without, {counts['failed']} failed"
    rows = [
        ("documents", "documents", parts),
        ("accepted", "accepted", ""),
        ("review", "review", "wait for a person"),
        ("rejected", "rejected", ""),
        ("measures", "measures", "stated by the papers themselves"),
        ("advice", "recommendations", "recommendations"),
        ("notices", "notices", "seen and not turned into values"),
    ]
    lines = [f"{title:<10} {counts[name]:>6}   {what}".rstrip() for title, name, what in rows]
    lines += [f"failed: {failure.source}: {failure.reason}" for failure in done.failures]
    return [*lines, f"warehouse  {done.warehouse}"]


def _empty_lines(done: Summary) -> list[str]:
    """A refresh may well find nothing new; a run that found no paper at all was probably given the wrong folder."""
    if done.refreshed or done.ingested is None or done.ingested.counts["documents"]:
        return []
    return ["No paper was found under the sources: check the path, and what is in it."]


def _published_lines(done: Published | None) -> list[str]:
    if done is None:
        return []
    what = "published" if done.changed else "unchanged"
    return [f"{what}  {done.version} in {done.path}"]
