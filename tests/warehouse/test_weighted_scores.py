"""Weighted scores, ranks and percentages."""

import pytest

from tests.support.findings import AMBRIDGE, BORCHESTER, CASTERFORD, catalogue, paper, score, street_check
from tests.support.views import rows, values
from transforms.findings import Findings
from warehouse import Warehouse, load

ITEMS = ("lamps", "benches", "drains")


def full(name: str, authority: str, *figures: float | str | None, period: str = "2022") -> Findings:
    """A paper that scores the items in order, without those that are None."""
    pairs = zip(ITEMS, figures, strict=True)
    return paper(name, *(score(v, item, authority=authority, period=period) for item, v in pairs if v is not None))


def weighted(warehouse: Warehouse, *papers: Findings, **weights: float) -> dict[str, object]:
    load(warehouse, papers, catalogue(street_check(**weights)))
    return {row["authority_code"]: row["weighted_score"] for row in rows(warehouse, "weighted_scores")}


def test_without_weights_every_benchmark_weighs_the_same(warehouse: Warehouse):
    assert weighted(warehouse, full("a", AMBRIDGE, 3, 4, 5)) == {AMBRIDGE: 4.0}
    assert rows(warehouse, "weighted_scores", "weight_scheme", "benchmarks_scored", "benchmarks_total") == [
        {"weight_scheme": "equal", "benchmarks_scored": 3, "benchmarks_total": 3}
    ]


def test_configured_weights_weigh(warehouse: Warehouse):
    assert weighted(warehouse, full("a", AMBRIDGE, 1, 4, 5), lamps=5, benches=3, drains=2) == {AMBRIDGE: 2.7}
    assert values(warehouse, "weighted_scores", "weight_scheme") == ["configured"]


def test_a_benchmark_that_the_weights_do_not_name_weighs_one(warehouse: Warehouse):
    assert weighted(warehouse, full("a", AMBRIDGE, 5, 3, 2), lamps=2) == {AMBRIDGE: 3.75}


def test_a_mean_that_a_person_would_write_shortly_is_kept_short(warehouse: Warehouse):
    assert weighted(warehouse, full("a", AMBRIDGE, 4, 4, 3), lamps=0.1, benches=0.6, drains=0.3) == {AMBRIDGE: 3.7}


def test_only_benchmarks_with_a_score_are_weighed(warehouse: Warehouse):
    assert weighted(warehouse, full("a", AMBRIDGE, 3, "exceeded", None), lamps=2, benches=7) == {AMBRIDGE: 3.0}
    assert rows(warehouse, "weighted_scores", "benchmarks_scored", "benchmarks_total", "rank_in_region") == [
        {"benchmarks_scored": 1, "benchmarks_total": 3, "rank_in_region": None}
    ]


def test_bands_alone_give_no_weighted_score(warehouse: Warehouse):
    assert weighted(warehouse, full("a", AMBRIDGE, "met", "met", "exceeded")) == {AMBRIDGE: None}
    assert values(warehouse, "weighted_scores", "benchmarks_scored") == [0]


def test_benchmarks_of_weight_zero_alone_give_no_weighted_score(warehouse: Warehouse):
    assert weighted(warehouse, full("a", AMBRIDGE, 3, None, None), lamps=0) == {AMBRIDGE: None}


def test_new_weights_take_the_place_of_old_ones(warehouse: Warehouse):
    told = full("a", AMBRIDGE, 5, 3, 2)
    assert weighted(warehouse, told, lamps=2) == {AMBRIDGE: 3.75}
    assert weighted(warehouse, told) == {AMBRIDGE: pytest.approx(10 / 3)}
    assert values(warehouse, "weighted_scores", "weight_scheme") == ["equal"]


def test_authorities_of_one_region_and_year_are_ranked(warehouse: Warehouse):
    weighted(
        warehouse,
        full("a", AMBRIDGE, 3, 4, 4),
        full("b", BORCHESTER, 4, 4, 4),
        full("c", CASTERFORD, 1, 1, 1),
        full("d", AMBRIDGE, 5, 5, 5, period="2023"),
    )
    ranked = rows(warehouse, "weighted_scores", "authority_code", "period_year", "rank_in_region", "authorities_ranked")
    assert [tuple(row.values()) for row in ranked] == [
        (AMBRIDGE, 2022, 2, 2),
        (AMBRIDGE, 2023, 1, 1),
        (BORCHESTER, 2022, 1, 2),
        (CASTERFORD, 2022, 1, 1),
    ]


def test_equal_weighted_scores_share_a_rank(warehouse: Warehouse):
    # 0.1 + 0.2 is not 0.3 in binary fractions: the sums differ in the last bit, the scores do not.
    weighted(
        warehouse, full("a", AMBRIDGE, 1, 1, 0), full("b", BORCHESTER, 0, 0, 1), lamps=0.1, benches=0.2, drains=0.3
    )
    assert values(warehouse, "weighted_scores", "rank_in_region") == [1, 1]


def test_an_authority_with_a_benchmark_missing_is_not_ranked_and_pushes_nobody_down(warehouse: Warehouse):
    weighted(warehouse, full("a", AMBRIDGE, 3, 3, 3), full("b", BORCHESTER, 5, 5, None))
    ranked = rows(warehouse, "weighted_scores", "authority_code", "rank_in_region", "authorities_ranked")
    assert [tuple(row.values()) for row in ranked] == [(AMBRIDGE, 1, 1), (BORCHESTER, None, 1)]


def test_bands_are_counted_and_their_share_is_of_those_with_a_band(warehouse: Warehouse):
    load(
        warehouse,
        [full("a", AMBRIDGE, 3, "exceeded", 1), full("b", BORCHESTER, 2, 5, None), full("c", CASTERFORD, 0, 1, 2)],
        catalogue(),
    )
    found = rows(
        warehouse, "met_or_exceeded", "authority_code", "met", "exceeded", "not_met", "percent_met_or_exceeded"
    )
    assert [tuple(row.values()) for row in found] == [
        (AMBRIDGE, 1, 1, 1, 66.6666666667),
        (BORCHESTER, 0, 1, 1, 50.0),
        (CASTERFORD, 0, 0, 3, 0.0),
    ]
