"""A refresh of a council's site on this machine: what was transferred once is not transferred again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flows.settings import Limits, Settings
from flows.summary import Published, Summary
from tests.support.council import QUIRKS, SECRET, CouncilServer, council, polite
from warehouse import open_warehouse

pytestmark = [pytest.mark.flow, pytest.mark.usefixtures("engine")]


@pytest.fixture(autouse=True)
def unpublished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is published: that takes longer than all the rest, and is not what these tests are about."""
    from flows import refresh as module

    monkeypatch.setattr(module, "publish_release_unless_shown", lambda *_: Published("1.0.0", "published", True))


@pytest.fixture
def midmark() -> Iterator[CouncilServer]:
    with council(today=date.today()) as server:
        yield server


def settings_of(server: CouncilServer, folder: Path) -> Settings:
    """Settings for the site and a folder that is empty."""
    (folder / "papers").mkdir(exist_ok=True)
    return Settings(
        warehouse=folder / "scorepack.duckdb",
        out=folder / "published",
        sources=(f"moderngov+{server.address}/", str(folder / "papers")),
        limits=Limits(workers=1),
        fetching=polite(folder / "store"),
    )


def refreshed(settings: Settings) -> Summary:
    from flows.engine import run_flow_to_state
    from flows.refresh import refresh

    return run_flow_to_state(refresh, settings)


def test_with_every_quirk_all_is_found_nothing_closed_nothing_twice_and_nothing_transferred_again(
    tmp_path: Path,
) -> None:
    """Both sites of the council, the whole list of quirks at once, refreshed twice."""
    with council(*QUIRKS, today=date.today()) as server:
        settings = settings_of(server, tmp_path)
        settings = replace(settings, sources=(*settings.sources, f"cmis+{server.address}/midmark/Meetings.aspx"))
        first = refreshed(settings)
        sent = len(server.served)
        server.served.clear()
        second = refreshed(settings)
        contents = {server.council.content_of(number) for number in (11, 12, 13, 14, 511)}
    assert first.refreshed is not None
    assert second.refreshed is not None
    assert first.ingested is not None
    assert (first.refreshed.failed, first.refreshed.missed) == ((), ())
    assert [source.papers for source in first.refreshed.sources] == [5, 0, 5]
    assert first.refreshed.read == first.ingested.counts["new"] == 5
    assert first.refreshed.withheld
    kept = [path.read_bytes() for path in (tmp_path / "store" / "objects").rglob("*") if path.is_file()]
    assert set(kept) == contents
    assert len(kept) == 5
    assert SECRET not in kept
    assert sent == first.refreshed.fetched == 10  # each paper once from each of the two sites
    assert server.served == []
    assert (second.refreshed.fetched, second.refreshed.read, second.ingested) == (0, 0, None)
    assert second.refreshed.listed == first.refreshed.listed


def test_a_new_warehouse_reads_what_the_store_has_without_a_transfer(midmark: CouncilServer, tmp_path: Path) -> None:
    settings = settings_of(midmark, tmp_path)
    refreshed(settings)
    midmark.served.clear()
    done = refreshed(replace(settings, warehouse=tmp_path / "another.duckdb"))
    assert done.refreshed is not None
    assert (midmark.served, done.refreshed.fetched) == ([], 0)
    assert done.refreshed.read > 3


def test_a_site_that_forbids_stops_no_other_source(midmark: CouncilServer, tmp_path: Path) -> None:
    settings = settings_of(midmark, tmp_path)
    known = refreshed(settings)
    midmark.quirks = {"forbidden"}
    (tmp_path / "papers" / "note.md").write_text("# A note\n\nNothing is scored here.\n")
    done = refreshed(settings)
    assert done.refreshed is not None
    assert known.refreshed is not None
    [failed] = done.refreshed.failed
    assert "403" in (failed.error or "")
    assert done.refreshed.read == 1
    with open_warehouse(settings.warehouse) as warehouse:
        documents = warehouse.connection.execute("select count(*) from core.document").fetchall()
    assert documents == [(known.refreshed.read + 1,)]
