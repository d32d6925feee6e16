"""A refresh, end to end, inside a real Prefect engine."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from flows.settings import Limits, Settings
from flows.summary import Published, Summary
from tests.support import papers
from warehouse import open_warehouse, read_view

pytestmark = [pytest.mark.flow, pytest.mark.usefixtures("engine")]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Two folders, each with one good paper."""
    for name, content in (("north", papers.briefing_docx()), ("south", papers.deck_pptx())):
        (tmp_path / name).mkdir()
        papers.save(tmp_path / name, f"{name}.docx" if name == "north" else f"{name}.pptx", content)
        for file in (tmp_path / name).iterdir():
            os.utime(file, (1_700_000_000, 1_700_000_000))
    return Settings(
        warehouse=tmp_path / "scorepack.duckdb",
        out=tmp_path / "published",
        sources=(str(tmp_path / "north"), str(tmp_path / "south")),
        limits=Limits(workers=1),
        fetching=replace(Settings().fetching, store=tmp_path / "store"),
    )


def refreshed(settings: Settings) -> Summary:
    from flows.engine import run_flow_to_state
    from flows.refresh import refresh

    return run_flow_to_state(refresh, settings)


def state_of(settings: Settings):
    from flows.refresh import refresh

    return refresh(settings, return_state=True)


@pytest.fixture
def unpublished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is published: that takes longer than all the rest, and is not what the test is about."""
    from flows import refresh as module

    monkeypatch.setattr(module, "publish_release_unless_shown", lambda *_: Published("1.0.0", "published", True, 3))


def no_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows import refresh as module

    monkeypatch.setattr(module, "paper_readers", lambda *_: pytest.fail("processes that read papers were started"))


def test_the_second_refresh_reads_nothing_starts_no_reader_and_publishes_nothing(settings, monkeypatch):
    first = refreshed(settings)
    assert (first.refreshed.read, first.ingested.counts["accepted"], first.published.changed) == (2, 30, True)
    assert first.published.changes > 30
    no_reading(monkeypatch)
    second = refreshed(settings)
    assert (second.refreshed.listed, second.refreshed.read, second.ingested) == (2, 0, None)
    assert (second.published.version, second.published.changed) == ("1.0.0", False)


@pytest.mark.usefixtures("unpublished")
def test_a_refresh_goes_on_from_what_ingest_has_read(settings, monkeypatch):
    from flows.engine import run_flow
    from flows.ingest import ingest

    run_flow(ingest, settings)
    no_reading(monkeypatch)
    assert refreshed(settings).refreshed.read == 0


@pytest.mark.usefixtures("unpublished")
def test_a_source_that_fails_stops_no_other_and_its_values_stay(settings, tmp_path):
    refreshed(settings)
    (tmp_path / "south").rename(tmp_path / "away")
    papers.save(tmp_path / "north", "new.md", b"# A paper\n\nNothing is scored here.\n")
    state = state_of(settings)
    assert (state.type.value, state.name) == ("FAILED", "Incomplete")
    assert "1 of 2 sources failed" in state.message
    done = refreshed(settings)
    assert "What was read from it today stays." in done.as_text()
    assert json.loads(done.as_json())["refresh"]["sources"][1]["days_old"] == 0
    with open_warehouse(settings.warehouse) as warehouse:
        assert len(read_view(warehouse, "scores").rows) == 30
        assert len(read_view(warehouse, "documents").rows) == 3


@pytest.mark.usefixtures("unpublished")
def test_a_paper_that_was_replaced_is_read_and_told_as_changed(settings, tmp_path):
    refreshed(settings)
    papers.save(tmp_path / "north", "north.docx", papers.deck_pptx())
    done = refreshed(settings)
    assert done.refreshed.changed == (str(tmp_path / "north" / "north.docx"),)
    assert (done.refreshed.new, done.refreshed.read) == ((), 1)


def test_weights_that_change_are_published_without_reading(settings, monkeypatch):
    refreshed(settings)
    no_reading(monkeypatch)
    done = refreshed(replace(settings, weights={"prevent-duty-2018": {"channel_panel": 2.0}}))
    assert (done.refreshed.read, done.published.changed) == (0, True)


@pytest.mark.usefixtures("unpublished")
def test_what_waits_or_failed_makes_a_refresh_doubtful(settings, tmp_path):
    papers.save(tmp_path / "north", "broken.pdf", papers.broken_pdf())
    state = state_of(settings)
    assert (state.type.value, state.name) == ("COMPLETED", "Doubtful")
    assert "1 papers could not be read" in state.message


@pytest.mark.usefixtures("unpublished")
def test_a_long_refresh_is_loaded_in_portions(settings, monkeypatch):
    from flows import refresh as module

    monkeypatch.setattr(module, "PAPERS_PER_LOAD", 1)
    done = refreshed(settings)
    assert (done.ingested.counts["documents"], done.ingested.counts["accepted"]) == (2, 30)
    with open_warehouse(settings.warehouse) as warehouse:
        assert warehouse.connection.execute("select count(*) from meta.run").fetchone() == (2,)


@pytest.mark.usefixtures("settings", "unpublished")
def test_the_deployment_calls_it_with_the_file_of_a_configuration(tmp_path):
    from flows.refresh import scheduled_refresh

    file = tmp_path / "scorepack.toml"
    file.write_text('sources = ["north"]\nwarehouse = "scorepack.duckdb"\n[fetching]\nstore = "store"\n')
    done = scheduled_refresh(str(file), return_state=True).result()
    assert (done.refreshed.listed, done.ingested.counts["accepted"]) == (1, 10)


@pytest.mark.usefixtures("unpublished")
def test_artifacts_tell_of_a_refresh_where_a_server_keeps_them(settings, monkeypatch):
    from prefect.artifacts import Artifact

    from flows import announcing

    class Named:
        def value(self) -> str:
            return "a server"

    monkeypatch.setattr(announcing, "PREFECT_API_URL", Named())
    refreshed(settings)
    kept = {key: Artifact.get(f"refresh-{key}") for key in ("papers", "sources", "held", "publication", "progress")}
    assert len(json.loads(kept["papers"].data)) == 2
    assert "2 papers new" in kept["papers"].description
    assert "**0** values wait" in kept["held"].data
    assert float(kept["progress"].data) == 100
    assert "index.html" in kept["publication"].data
