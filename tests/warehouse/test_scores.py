"""Which of several values stands, and when none does."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.findings import AMBRIDGE, BORCHESTER, SOUTH_BORSETSHIRE, catalogue, paper, score
from tests.support.views import dump, rows, values
from transforms.findings import Findings, Observation
from warehouse import Warehouse, load, open_warehouse, run_checks

EARLIER, DAY, LATER = date(2022, 3, 1), date(2022, 9, 8), date(2023, 1, 31)


def loaded(warehouse: Warehouse, *papers: Findings) -> list[tuple[Any, ...]]:
    """The scores after a load, as (score, band, observation_id)."""
    load(warehouse, papers, catalogue())
    return [(row["score"], row["band"], row["observation_id"]) for row in rows(warehouse, "scores")]


def test_a_single_accepted_value_is_the_score(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4, "benches"))], catalogue())
    assert rows(warehouse, "scores") == [
        {
            "framework": "street-check",
            "authority_code": AMBRIDGE,
            "period_year": 2022,
            "benchmark": "benches",
            "score": 4.0,
            "band": "met",
            "authority": "Ambridge Council",
            "region": "South Borsetshire",
            "benchmark_number": 2,
            "benchmark_name": "Benches",
            "period": "2022",
            "observation_id": "a-1",
            "document_id": "61".ljust(64, "0"),
            "observed_count": 1,
        }
    ]


@pytest.mark.parametrize("status", ["review", "rejected"])
def test_a_value_that_is_not_accepted_is_no_score(warehouse: Warehouse, status):
    assert loaded(warehouse, paper("a", score(4, status=status, reason="blurred"))) == []


def test_a_value_of_a_region_is_an_observation_and_no_score(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", score(4, authority=SOUTH_BORSETSHIRE))) == []
    assert rows(warehouse, "observations", "authority", "status") == [
        {"authority": "South Borsetshire", "status": "accepted"}
    ]


def test_the_latest_published_paper_wins(warehouse: Warehouse):
    papers = [
        paper("new", score(5, method="text", confidence=0.5), published_on=LATER),
        paper("old", score(4), published_on=EARLIER),
    ]
    assert loaded(warehouse, *papers) == [(5, "exceeded", "new-1")]
    assert values(warehouse, "scores", "observed_count") == [2]
    assert values(warehouse, "observations", "status") == ["accepted", "accepted"]


def test_a_paper_without_a_date_gives_way_to_one_with_a_date(warehouse: Warehouse):
    papers = [paper("dated", score(5), published_on=EARLIER), paper("undated", score(4), published_on=None)]
    assert loaded(warehouse, *papers) == [(5, "exceeded", "dated-1")]


def test_where_papers_of_one_day_agree_the_surer_way_of_seeing_is_named(warehouse: Warehouse):
    papers = [
        paper("a", score(4, method="text"), score(4, method="picture"), score(4, method="chart")),
        paper("b", score(4, method="table", confidence=0.6), score(4, method="table", confidence=0.9)),
        paper("c", score(4, method="table", confidence=0.9)),
    ]
    assert loaded(warehouse, *papers) == [(4, "met", "b-2")]


def test_two_papers_of_one_day_that_disagree_are_a_conflict(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", score(4)), paper("b", score(5))) == []
    assert rows(warehouse, "review_queue", "observation_id", "reason", "question") == [
        {
            "observation_id": name,
            "reason": "two papers of the same day say 4 and 5",
            "question": "Which is right? Two papers of the same day say 4 and 5.",
        }
        for name in ("a-1", "b-1")
    ]


def test_one_paper_that_disagrees_with_itself_is_a_conflict(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", score(4), score(2.5, band="not_met", method="chart"))) == []
    assert values(warehouse, "review_queue", "reason") == ["this paper says 2.5 and 4"] * 2


def test_papers_without_a_date_that_disagree_are_a_conflict(warehouse: Warehouse):
    papers = [paper(name, score(value), published_on=None) for name, value in (("a", 3), ("b", 4), ("c", 5))]
    assert loaded(warehouse, *papers) == []
    assert values(warehouse, "review_queue", "reason") == ["3 papers without a date say 3, 4 and 5"] * 3


def test_a_later_paper_settles_a_conflict(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", score(4)), paper("b", score(5))) == []
    assert loaded(warehouse, paper("c", score(4), published_on=LATER)) == [(4, "met", "c-1")]
    assert rows(warehouse, "review_queue") == []
    assert values(warehouse, "observations", "status") == ["accepted"] * 3


def test_an_earlier_paper_settles_nothing(warehouse: Warehouse):
    papers = [paper("a", score(4)), paper("b", score(5)), paper("c", score(4), published_on=EARLIER)]
    assert loaded(warehouse, *papers) == []
    assert values(warehouse, "observations", "status", file_name="c.pdf") == ["accepted"]


def test_a_conflict_of_one_benchmark_leaves_the_others_alone(warehouse: Warehouse):
    papers = [paper("a", score(4), score(3, "drains")), paper("b", score(5), score(3, "drains"))]
    assert loaded(warehouse, *papers) == [(3, "met", "a-2")]


def test_rejecting_one_side_of_a_conflict_settles_it(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", score(4)), paper("b", score(5))) == []
    assert loaded(warehouse, paper("b", score(5, status="rejected", reason="a misprint"))) == [(4, "met", "a-1")]


def test_a_band_alone_is_kept_without_a_figure(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", score("exceeded"))) == [(None, "exceeded", "a-1")]


def test_a_score_that_agrees_with_a_band_alone_is_named(warehouse: Warehouse):
    papers = [paper("a", score("met")), paper("b", score(4, method="text", confidence=0.5))]
    assert loaded(warehouse, *papers) == [(4, "met", "b-1")]
    assert rows(warehouse, "review_queue") == []


def test_a_score_that_disagrees_with_a_band_alone_is_a_conflict(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", score("not_met")), paper("b", score(4))) == []
    assert values(warehouse, "review_queue", "reason") == ["two papers of the same day say 4 and not met"] * 2


def test_a_later_band_alone_takes_the_place_of_an_earlier_score(warehouse: Warehouse):
    papers = [paper("a", score(4), published_on=EARLIER), paper("b", score("exceeded"), published_on=LATER)]
    assert loaded(warehouse, *papers) == [(None, "exceeded", "b-1")]


def test_a_whole_year_comes_after_its_quarters(warehouse: Warehouse):
    papers = [paper("a", score(4, period="2022 Q3"), score(3, period="2022 Q1"), score(5, period="2022"))]
    assert loaded(warehouse, *papers) == [(5, "exceeded", "a-3")]
    assert rows(warehouse, "review_queue") == []


def test_the_last_quarter_stands_for_the_year_so_far(warehouse: Warehouse):
    papers = [
        paper("a", score(4, period="2022 Q3"), published_on=EARLIER),
        paper("b", score(3, period="2022 Q1"), published_on=LATER),
    ]
    assert loaded(warehouse, *papers) == [(4, "met", "a-1")]


def test_the_last_assessment_of_a_year_stands_where_a_framework_assesses_on_dates(warehouse: Warehouse):
    visits = [
        score(value, "overall", framework="visits", period=day) for day, value in (("2022-02-03", 2), ("2022-11-30", 1))
    ]
    assert loaded(warehouse, paper("a", *visits)) == [(1, "not_met", "a-2")]


def test_where_a_framework_assesses_on_dates_a_dated_value_comes_before_one_of_the_bare_year(warehouse: Warehouse):
    papers = [
        paper("a", score(1, "overall", framework="visits", period="2022-02-03"), published_on=EARLIER),
        paper("b", score(2, "overall", framework="visits", period="2022"), published_on=LATER),
    ]
    assert loaded(warehouse, *papers) == [(1, "not_met", "a-1")]


def test_values_of_a_region_that_disagree_hold_nothing_up(warehouse: Warehouse):
    assert loaded(warehouse, paper("a", *(score(value, authority=SOUTH_BORSETSHIRE) for value in (4, 5)))) == []
    assert rows(warehouse, "review_queue") == []


def test_the_register_names_the_authority(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4))], catalogue())
    warehouse.connection.execute("update core.observed set authority = 'Ambridge District'")
    assert values(warehouse, "scores", "authority") == ["Ambridge Council"]
    assert values(warehouse, "observations", "authority") == ["Ambridge Council"]


METHODS = ("table", "chart", "picture", "text")
observations = st.builds(
    score,
    st.sampled_from([3.0, 4.0, 5.0, "met", "exceeded"]),
    st.sampled_from(["lamps", "drains"]),
    authority=st.sampled_from([AMBRIDGE, BORCHESTER, SOUTH_BORSETSHIRE]),
    period=st.sampled_from(["2021", "2021/22", "2022"]),
    method=st.sampled_from(METHODS),
    confidence=st.sampled_from([0.5, 1.0]),
)
some_papers = st.lists(
    st.tuples(st.lists(observations, max_size=4), st.sampled_from([None, EARLIER, DAY])), min_size=1, max_size=4
).map(lambda told: [paper(f"p{n}", *found, published_on=day) for n, (found, day) in enumerate(told)])


def expected_scores(papers: Iterable[Findings]) -> dict[tuple[Any, ...], str]:
    """The rule of `scores` once more, in Python: key to the observation that answers it."""
    by_key: dict[tuple[Any, ...], list[tuple[Findings, Observation]]] = {}
    for told in papers:
        for found in told.observations:
            if found.subject.authority_code != SOUTH_BORSETSHIRE:
                key = (found.subject.authority_code, found.subject.period_year, found.benchmark)
                by_key.setdefault(key, []).append((told, found))
    answers = {}
    for key, candidates in by_key.items():
        day = max(told.document.published_on or date.min for told, _ in candidates)
        newest = [pair for pair in candidates if (pair[0].document.published_on or date.min) == day]
        figures = {found.score for _, found in newest} - {None}
        if len(figures) < 2 and len({found.band for _, found in newest}) < 2:
            best = min(newest, key=lambda pair: _precedence(*pair))
            answers[key] = best[1].observation_id
    return answers


def _precedence(told: Findings, found: Observation) -> tuple[Any, ...]:
    method = METHODS.index(found.place.method)
    return found.score is None, method, -found.confidence, told.document.document_id, found.observation_id


@settings(max_examples=12, deadline=None)
@given(some_papers)
def test_scores_follow_the_rule_in_whatever_order_papers_come(papers: list[Findings]):
    with TemporaryDirectory() as folder, open_warehouse(Path(folder) / "a.duckdb") as warehouse:
        load(warehouse, papers, catalogue())
        found = rows(warehouse, "scores")
        answers = {
            (row["authority_code"], row["period_year"], row["benchmark"]): row["observation_id"] for row in found
        }
        assert answers == expected_scores(papers)
        assert len(answers) == len(found)
        assert run_checks(warehouse) == []

        held = {row["observation_id"] for row in rows(warehouse, "review_queue")}
        assert held.isdisjoint(answers.values())

        before = dump(warehouse, leave_out=("first_seen", "last_seen"))
        load(warehouse, [paper(f"p{n}") for n in range(len(papers))], catalogue())
        assert rows(warehouse, "scores") == []
        for told in reversed(papers):
            load(warehouse, [told], catalogue())
        assert dump(warehouse, leave_out=("first_seen", "last_seen")) == before
