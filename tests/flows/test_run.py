"""The main job, end to end, inside a real Prefect engine: papers in, warehouse and publication out."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flows.errors import RunFailed
from flows.settings import Settings
from tests.support import views
from tests.support.papers import LEICESTERSHIRE_2022, LEICESTERSHIRE_2023, SEFTON_2022
from warehouse import open_warehouse

pytestmark = [pytest.mark.flow, pytest.mark.usefixtures("engine")]

SEFTON = ("E08000014", 2022)
LEICESTERSHIRE = [("E10000018", 2022), ("E10000018", 2023)]


def run(settings: Settings):
    from flows.engine import run_flow
    from flows.run import run as run_all

    return run_flow(run_all, settings)


def rows(warehouse: Path, view: str) -> list[dict[str, Any]]:
    with open_warehouse(warehouse) as opened:
        return views.rows(opened, view)


def scores(warehouse: Path) -> dict[tuple[str, int], tuple[float, ...]]:
    """The accepted scores of each authority and year, in the order of the benchmarks."""
    found: dict[tuple[str, int], list[float]] = {}
    for row in sorted(rows(warehouse, "scores"), key=lambda row: row["benchmark_number"]):
        found.setdefault((row["authority_code"], row["period_year"]), []).append(row["score"])
    return {key: tuple(values) for key, values in found.items()}


def test_good_papers_are_published_and_bad_ones_are_rows_with_a_reason(settings):
    done = run(settings)
    assert done.ingested.counts["accepted"] == 30
    assert (done.ingested.counts["review"], done.ingested.counts["failed"]) == (0, 3)
    assert done.published.changed
    assert scores(settings.warehouse) == {
        SEFTON: SEFTON_2022,
        LEICESTERSHIRE[0]: LEICESTERSHIRE_2022,
        LEICESTERSHIRE[1]: LEICESTERSHIRE_2023,
    }
    reasons = {
        row["file_name"]: row["reason"] for row in rows(settings.warehouse, "documents") if row["status"] == "failed"
    }
    assert set(reasons) == {"broken.pdf", "empty.pdf", "locked.docx"}
    assert all(reason.endswith(".") and len(reason) > 30 for reason in reasons.values())


def test_the_published_figures_are_those_of_the_papers(settings):
    run(settings)
    with (settings.out / "latest" / "met_or_exceeded.csv").open(encoding="utf-8", newline="") as file:
        met = {
            (row["authority_code"], int(row["period_year"])): float(row["percent_met_or_exceeded"])
            for row in csv.DictReader(file)
        }
    with (settings.out / "latest" / "weighted_scores.csv").open(encoding="utf-8", newline="") as file:
        weighted = {
            (row["authority_code"], int(row["period_year"])): float(row["weighted_score"])
            for row in csv.DictReader(file)
        }
    assert met == {SEFTON: 40, LEICESTERSHIRE[0]: 80, LEICESTERSHIRE[1]: 90}
    assert weighted == {SEFTON: 2.6, LEICESTERSHIRE[0]: 3.7, LEICESTERSHIRE[1]: 3.8}
    assert (settings.out / "latest" / "index.html").is_file()


def test_running_twice_changes_nothing_and_makes_no_release(settings):
    first = run(settings)
    with open_warehouse(settings.warehouse) as opened:
        before = views.dump(opened)
    second = run(settings)
    with open_warehouse(settings.warehouse) as opened:
        assert views.dump(opened) == before
    assert (second.published.version, second.published.changed) == (first.published.version, False)
    assert json.loads(second.as_json())["publication"]["changed"] is False


def test_what_was_published_is_never_read_back_as_a_paper(settings, folder):
    inside = replace(settings, warehouse=folder / "scorepack.duckdb", out=folder / "published")
    first = run(inside)
    second = run(inside)
    assert second.ingested.counts == {**first.ingested.counts, "new": 0, "unchanged": 5}
    assert not second.published.changed


def test_a_warehouse_that_cannot_be_opened_ends_the_run_and_nothing_is_published(settings):
    settings.warehouse.write_bytes(b"this is no database" * 400)
    with pytest.raises(RunFailed, match=r"scorepack\.duckdb"):
        run(settings)
    assert not settings.out.exists()


def test_the_engine_does_not_search_what_its_tasks_are_given(settings, monkeypatch):
    from prefect import flow

    from flows import ingest
    from flows.engine import run_flow

    class Searched(list[Any]):
        times = 0

        def __iter__(self) -> Any:
            Searched.times += 1
            return super().__iter__()

    findings = Searched([1, 2])
    taken: list[Any] = []
    monkeypatch.setattr(ingest, "load_findings", lambda *given: taken.append(given[1]))

    @flow
    def loading() -> None:
        ingest.load_all(settings.warehouse, findings, None, None)  # type: ignore[arg-type]  # passed on as they are

    run_flow(loading)
    assert taken[0] is findings
    assert Searched.times == 0, "with the findings of 1,000 papers a search takes longer than their load"
