"""A paper that gave way to another version at its address: whose values count."""

from datetime import UTC, datetime
from typing import Any

from tests.support.findings import BORCHESTER, catalogue, measure, paper, score
from tests.support.views import rows, values
from tests.warehouse.test_refreshing import READER, REFRESH, SITE, row
from transforms.findings import Findings, Recommendation
from warehouse import Warehouse, load
from warehouse.refreshes import SourceRow
from warehouse.refreshing import note_refresh

ADDRESS = "https://democracy.example.org/documents/s1/Prevent.docx"
WEDNESDAY = datetime(2026, 3, 4, 6, tzinfo=UTC)
THERE = f"another version of the paper stands at {ADDRESS} since 2026-03-04"


def refreshed(warehouse: Warehouse, *papers: Findings, address: str = ADDRESS) -> None:
    """Each of the papers was found there by a refresh of its own."""
    for found in papers:
        load(warehouse, [found], catalogue(), reader=READER)
        listing = row(address, found.document.document_id)
        note_refresh(warehouse, REFRESH, READER, [SourceRow(SITE, 1)], listings=[listing], at=WEDNESDAY)


def shown(warehouse: Warehouse, view: str, *columns: str) -> list[tuple[Any, ...]]:
    return sorted((tuple(found.values()) for found in rows(warehouse, view, *columns)), key=repr)


def test_the_later_version_answers_although_both_are_of_one_day(warehouse: Warehouse) -> None:
    refreshed(warehouse, paper("old", score(4)), paper("new", score(2)))
    assert shown(warehouse, "scores", "score", "observed_count") == [(2, 1)]
    assert shown(warehouse, "observations", "score", "status", "reason") == [
        (2, "accepted", None),
        (4, "rejected", THERE),
    ]
    told = f"{THERE[0].upper()}{THERE[1:]}; its values step back."
    assert shown(warehouse, "notices", "file_name", "kind", "text") == [("old.pdf", "replaced_paper", told)]


def test_a_value_that_the_later_version_drops_waits_for_a_person(warehouse: Warehouse) -> None:
    old = paper("old", score(4), score(3, authority=BORCHESTER), score(5, period="2021"))
    refreshed(warehouse, old, paper("new", score(2)))
    assert values(warehouse, "scores", "score") == [2]
    assert shown(warehouse, "review_queue", "score", "reason") == [
        (3, f"{THERE} and does not say this"),
        (5, f"{THERE} and does not say this"),
    ]


def test_a_later_version_that_could_not_be_read_replaces_nothing(warehouse: Warehouse) -> None:
    refreshed(warehouse, paper("old", score(4)), paper("new", status="failed"))
    assert values(warehouse, "scores", "score") == [4]


def test_a_version_that_comes_back_counts_again(warehouse: Warehouse) -> None:
    old, new = paper("old", score(4)), paper("new", score(2))
    refreshed(warehouse, old, new, old)
    assert values(warehouse, "scores", "score") == [4]
    assert values(warehouse, "notices", "file_name") == ["new.pdf"]


def test_a_version_that_stands_elsewhere_too_is_not_replaced(warehouse: Warehouse) -> None:
    old, new = paper("old", score(4), published_on=None), paper("new", score(4), published_on=None)
    refreshed(warehouse, old, address="https://democracy.example.org/documents/s2/Prevent.docx")
    refreshed(warehouse, old, new)
    assert values(warehouse, "scores", "observed_count") == [2]


def test_figures_and_advice_of_the_version_before_step_back(warehouse: Warehouse) -> None:
    advice = [Recommendation("1", "Lamps", "Mend them.")]
    refreshed(
        warehouse,
        paper("old", score(4), measures=[measure(4.2)], recommendations=advice),
        paper("new", score(2), measures=[measure(2.0)], recommendations=advice),
    )
    assert shown(warehouse, "stated_measures", "value", "status") == [(2.0, "accepted"), (4.2, "rejected")]
    assert values(warehouse, "recommendations", "document_id") == [paper("new").document.document_id]
    assert [found["file_name"] for found in rows(warehouse, "reconciliation")].count("new.pdf") == 1
