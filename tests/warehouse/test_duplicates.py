"""The same table in several papers: counted once, seen everywhere; papers that differ are settled by their dates."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.support.contents import LEICESTERSHIRE_2022, LEICESTERSHIRE_2023
from tests.support.grids import document, down
from tests.support.views import rows
from transforms import Catalogue, Findings, Lexicon, load_catalogue, normalise
from warehouse import Warehouse, load


def report(values: Iterable[int] = LEICESTERSHIRE_2022, day: str = "8 September 2022") -> str:
    scores = down("Score: " + " ".join(map(str, values)))
    return f"# Leicestershire County Council: Prevent scores 2022\n@ Date: {day}\n{scores}\n"


OTHER = (3, *LEICESTERSHIRE_2022[1:])


@pytest.fixture(scope="module")
def shipped() -> Catalogue:
    return load_catalogue()


def read(catalogue: Catalogue, name: str, text: str) -> Findings:
    paper = document(text)
    return normalise(replace(paper, document_id=name.ljust(64, "0"), file_name=f"{name}.pdf"), Lexicon.of(catalogue))


def scored(warehouse: Warehouse) -> list[float]:
    return [row["score"] for row in rows(warehouse, "scores") if row["benchmark"] == "risk_assessment"]


def test_a_report_alone_and_in_a_pack_counts_once_and_stays_twice(warehouse: Warehouse, shipped: Catalogue):
    pack = f"# Agenda reports pack\n@ Date: 8 September 2022\nThe minutes are attached.\n---\n{report()}"
    load(warehouse, [read(shipped, "a", report()), read(shipped, "b", pack)], shipped)
    assert len(rows(warehouse, "observations")) == 20
    found = rows(warehouse, "scores")
    assert [row["score"] for row in sorted(found, key=lambda row: row["benchmark_number"])] == [*LEICESTERSHIRE_2022]
    assert {row["observed_count"] for row in found} == {2}


def test_a_pack_that_repeats_a_report_shows_each_value_once_with_both_places(shipped: Catalogue):
    found = read(shipped, "b", f"{report()}---\n{report()}").observations
    assert len(found) == 10
    assert all("also seen on page 2" in " ".join(one.evidence) for one in found)


def test_a_pack_whose_repetition_differs_is_held(warehouse: Warehouse, shipped: Catalogue):
    load(warehouse, [read(shipped, "b", f"{report()}---\n{report(OTHER)}")], shipped)
    assert scored(warehouse) == []
    assert len(rows(warehouse, "scores")) == 9


def test_a_later_paper_restates_a_score_and_both_stay_in_sight(warehouse: Warehouse, shipped: Catalogue):
    papers = [read(shipped, "a", report()), read(shipped, "b", report(OTHER, "14 February 2023"))]
    load(warehouse, papers, shipped)
    assert scored(warehouse) == [3]
    assert len(rows(warehouse, "observations")) == 20


def test_papers_of_one_day_that_differ_are_held(warehouse: Warehouse, shipped: Catalogue):
    load(warehouse, [read(shipped, "a", report()), read(shipped, "b", report(OTHER))], shipped)
    assert scored(warehouse) == []
    held = [row["reason"] for row in rows(warehouse, "observations") if row["status"] == "review"]
    assert held == ["two papers of the same day say 3 and 4"] * 2


def test_two_years_are_no_conflict(warehouse: Warehouse, shipped: Catalogue):
    later = report(LEICESTERSHIRE_2023, "30 June 2023").replace("scores 2022", "scores 2023")
    load(warehouse, [read(shipped, "a", report()), read(shipped, "b", later)], shipped)
    assert len(rows(warehouse, "scores")) == 20
