"""From a published key back to every value that was found for it."""

from datetime import date

import pytest

from tests.support.findings import AMBRIDGE, BORCHESTER, catalogue, document_id, paper, score
from warehouse import Warehouse, load
from warehouse.tracing import trace


@pytest.fixture
def loaded(warehouse: Warehouse) -> Warehouse:
    papers = [
        paper("old", score(3), published_on=date(2022, 5, 1)),
        paper("new", score(4), score(5, "benches"), published_on=date(2022, 9, 8)),
        paper("doubtful", score(2, status="review", reason="blurred"), published_on=date(2023, 1, 1)),
        paper("other", score(1, authority=BORCHESTER), score(2, period="2023")),
    ]
    load(warehouse, papers, catalogue())
    return warehouse


def test_every_value_of_the_key_is_found_the_one_that_counts_first(loaded):
    found = trace(loaded, AMBRIDGE, 2022, "lamps")
    assert [(one.file_name, one.score, one.status, one.counts) for one in found] == [
        ("new.pdf", 4.0, "accepted", True),
        ("doubtful.pdf", 2.0, "review", False),
        ("old.pdf", 3.0, "accepted", False),
    ]
    assert found[1].reason == "blurred"


def test_a_value_carries_its_paper_and_the_trail_of_its_decision(loaded):
    first, *_ = trace(loaded, AMBRIDGE, 2022, "lamps")
    assert (first.source, first.document_id, first.published_on) == (
        "papers/new.pdf",
        document_id("new"),
        date(2022, 9, 8),
    )
    assert first.evidence == ("label as written", "authority in the title")


@pytest.mark.parametrize("name", ["Ambridge Council", "ambridge council", AMBRIDGE.lower()])
def test_an_authority_is_known_by_code_or_official_name_in_any_letters(loaded, name):
    assert len(trace(loaded, name, 2022, "lamps")) == 3


@pytest.mark.parametrize("key", [("E0", 2022, "lamps"), (AMBRIDGE, 2021, "lamps"), (AMBRIDGE, 2022, "tables")])
def test_a_key_without_values_gives_none(loaded, key):
    assert trace(loaded, *key) == ()
