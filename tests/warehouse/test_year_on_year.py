"""What changed since the year before, and when nothing can be said."""

from dataclasses import replace

from tests.support.findings import AMBRIDGE, catalogue, paper, score, street_check
from tests.support.views import rows
from transforms.catalogue import Benchmark, CrosswalkStep
from transforms.findings import Observation
from warehouse import Warehouse, load


def changes(warehouse: Warehouse, *observations: Observation, benchmark: str = "lamps") -> list[tuple[object, ...]]:
    """The rows of one benchmark after a load, as (period_year, score, previous_score, change)."""
    load(warehouse, [paper("a", *observations)], catalogue())
    found = rows(
        warehouse, "year_on_year", "period_year", "score", "previous_score", "change",
        benchmark=benchmark, authority_code=AMBRIDGE,
    )  # fmt: skip
    return [tuple(row.values()) for row in found]


def test_the_change_is_from_the_year_before(warehouse: Warehouse):
    found = changes(warehouse, score(4, period="2021"), score(3, period="2022"), score(5, period="2023"))
    assert found == [(2021, 4, None, None), (2022, 3, 4, -1), (2023, 5, 3, 2)]


def test_calendar_and_financial_years_follow_by_the_year_in_which_they_end(warehouse: Warehouse):
    assert changes(warehouse, score(4, period="2021"), score(3, period="2021/22"))[1] == (2022, 3, 4, -1)


def test_a_gap_is_no_change(warehouse: Warehouse):
    found = changes(warehouse, score(4, period="2020"), score(5, period="2022"))
    assert found == [(2020, 4, None, None), (2022, 5, None, None)]


def test_a_band_alone_has_no_change(warehouse: Warehouse):
    found = changes(warehouse, score(4, period="2021"), score("exceeded", period="2022"), score(5, period="2023"))
    assert found == [(2021, 4, None, None), (2022, None, 4, None), (2023, 5, None, None)]


def test_where_a_framework_assesses_on_dates_the_assessment_before_counts(warehouse: Warehouse):
    seen = [
        score(value, "overall", framework="visits", period=day) for day, value in (("2018-05-01", 1), ("2022-11-30", 2))
    ]
    assert changes(warehouse, *seen, benchmark="overall") == [(2018, 1, None, None), (2022, 2, 1, 1)]
    assert rows(warehouse, "year_on_year", "period", "previous_period", benchmark="overall") == [
        {"period": "2018-05-01", "previous_period": None},
        {"period": "2022-11-30", "previous_period": "2018-05-01"},
    ]


def test_no_trend_leads_from_one_framework_to_the_next(warehouse: Warehouse):
    """Neither over a merged item nor over one that lives on alone: a crosswalk is for a person to follow."""
    steps = (
        CrosswalkStep("street-check", "lamps", "visits", "overall", "merged"),
        CrosswalkStep("street-check", "benches", "visits", "seats", "one_to_one"),
    )
    newer = replace(
        street_check(),
        id="visits",
        benchmarks=(Benchmark("overall", 1, "Overall"), Benchmark("seats", 2, "Seats")),
        crosswalk=steps,
    )
    seen = [score(4, item, period="2022") for item in ("lamps", "benches")]
    seen += [score(2, item, period="2023", framework="visits") for item in ("overall", "seats")]
    load(warehouse, [paper("a", *seen)], catalogue(street_check(), newer))
    found = rows(warehouse, "year_on_year", "framework", "benchmark", "previous_score", "change")
    assert len(found) == 6
    assert {(row["previous_score"], row["change"]) for row in found} == {(None, None)}


def test_the_weighted_score_changes_where_both_years_score_the_same_benchmarks(warehouse: Warehouse):
    found = changes(
        warehouse,
        *(score(4, item, period="2021") for item in ("lamps", "benches", "drains")),
        *(score(v, item, period="2022") for v, item in ((4, "lamps"), (5, "benches"), (3.3, "drains"))),
        benchmark="weighted_score",
    )
    assert found == [(2021, 4.0, None, None), (2022, 4.1, 4.0, 0.1)]


def test_the_weighted_score_of_other_benchmarks_is_shown_and_not_compared(warehouse: Warehouse):
    found = changes(
        warehouse,
        score(4, "lamps", period="2021"),
        score(4, "lamps", period="2022"),
        score(2, "benches", period="2022"),
        score("met", "benches", period="2021"),
        benchmark="weighted_score",
    )
    assert found == [(2021, 4.0, None, None), (2022, 3.0, 4.0, None)]


def test_the_weighted_score_of_a_gap_is_not_compared(warehouse: Warehouse):
    found = changes(warehouse, score(4, period="2020"), score(5, period="2022"), benchmark="weighted_score")
    assert found == [(2020, 4.0, None, None), (2022, 5.0, None, None)]
