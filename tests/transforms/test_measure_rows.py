"""Measures in a row or column of their own inside a score table."""

import pytest

from tests.support.councils import ALDERMERE, DUNMARSH
from tests.support.grids import across, down
from tests.support.scored import accepted
from tests.transforms.conftest import Normalised
from transforms import Catalogue
from transforms.findings import MeasureName
from transforms.measure_rows import measure_value

FRONT = "# Aldermere Prevent scores 2022\n@ Date: 8 September 2022\n"


def test_rows_below_the_scores_state_measures(normalised: Normalised) -> None:
    grid = down("2021: 3 4 4 3 4 3 2 2 1 1", "2022: 4 5 5 4 5 4 3 3 2 2")
    found = normalised(f"{FRONT}{grid}\n| Weighted score | 2.7 | 3.7 |\n| % met or exceeded | 60% | 80% |")
    assert {(one.measure, one.subject.period_year, one.value, one.status) for one in found.measures} == {
        ("weighted_score", 2021, 2.7, "accepted"),
        ("weighted_score", 2022, 3.7, "accepted"),
        ("percent_met_or_exceeded", 2021, 60, "accepted"),
        ("percent_met_or_exceeded", 2022, 80, "accepted"),
    }
    assert len(accepted(found)) == 20


def test_columns_beside_a_heatmap_state_measures(normalised: Normalised) -> None:
    grid = across("Aldermere: 4 5 5 4 5 4 3 3 2 2", "Dunmarsh: 3 4 4 3 4 3 2 2 1 1")
    lines = zip(grid.splitlines(), ("Weighted score", "3.7", "2.7"), strict=True)
    found = normalised("# Prevent scores 2022\n@ Date: 8 September 2022\n" + "\n".join(f"{a} {b} |" for a, b in lines))
    assert {(one.subject.authority_code, one.value) for one in found.measures} == {(ALDERMERE, 3.7), (DUNMARSH, 2.7)}
    assert {one.status for one in found.measures} == {"accepted"}


@pytest.mark.parametrize(
    "label", ["Average", "Mean score", "Regional weighted score", "Target weighted score", "Total"]
)
def test_other_rows_state_none(normalised: Normalised, label: str) -> None:
    found = normalised(f"{FRONT}{down('Score: 4 5 5 4 5 4 3 3 2 2')}\n| {label} | 3.7 |")
    assert found.measures == ()


def test_a_measure_beside_doubtful_scores_waits(normalised: Normalised) -> None:
    front, grid = "# Prevent scores 2022\n@ Date: 8 September 2022\n", down("Score: 4 5 5 4 5 4 3 3 2 2")
    (one,) = normalised(f"{front}{grid}\n| Weighted score | 3.7 |").measures
    assert one.status == "review"


@pytest.mark.parametrize(
    "grid",
    [
        "| Measure | 2021 | 2022 |\n| Weighted score | 2.7 | 3.7 |\n| % met or exceeded | 60% | 80% |",
        "| Year | Weighted score | % met or exceeded |\n| 2021 | 2.7 | 60% |\n| 2022 | 3.7 | 8 of 10 |",
    ],
)
def test_a_small_table_states_measures_for_each_year(normalised: Normalised, grid: str) -> None:
    found = normalised(FRONT + grid)
    assert {(one.measure, one.subject.period_year, one.value) for one in found.measures} == {
        ("weighted_score", 2021, 2.7),
        ("weighted_score", 2022, 3.7),
        ("percent_met_or_exceeded", 2021, 60),
        ("percent_met_or_exceeded", 2022, 80),
    }
    assert {(one.status, one.subject.authority_code) for one in found.measures} == {("accepted", ALDERMERE)}


@pytest.mark.parametrize(
    ("head", "statuses"),
    [("Value", {"accepted"}), ("", {"accepted"}), ("Target", set()), ("Region", set()), ("Police", {"review"})],
)
def test_the_head_of_a_small_table_says_whose_its_measures_are(
    normalised: Normalised, head: str, statuses: set[str]
) -> None:
    found = normalised(f"{FRONT}| Measure | {head} |\n| Weighted score | 3.7 |\n| % met or exceeded | 80% |")
    assert {one.status for one in found.measures} == statuses


@pytest.mark.parametrize("heading", ["Tender evaluation", "Housing benchmarks", "Survey"])
def test_a_small_table_of_another_subject_waits(normalised: Normalised, heading: str) -> None:
    found = normalised(f"{FRONT}## {heading}\n| Measure | Value |\n| Weighted score | 3.7 |")
    assert {one.status for one in found.measures} == {"review"}


@pytest.mark.parametrize(
    ("printed", "measure", "value"),
    [
        ("3.7", "weighted_score", 3.7),
        ("3.7/5", "weighted_score", 3.7),
        ("3.7 out of 5", "weighted_score", 3.7),
        ("3.7/10", "weighted_score", None),
        ("74%", "weighted_score", None),
        ("80%", "percent_met_or_exceeded", 80),
        ("80", "percent_met_or_exceeded", 80),
        ("0.8", "percent_met_or_exceeded", 80),
        ("8/10", "percent_met_or_exceeded", 80),
        ("8 of 10", "percent_met_or_exceeded", 80),
        ("8 of 12", "percent_met_or_exceeded", None),
        ("1", "percent_met_or_exceeded", None),
        ("n/a", "percent_met_or_exceeded", None),
    ],
)
def test_printed_measures(catalogue: Catalogue, printed: str, measure: MeasureName, value: float | None) -> None:
    assert measure_value(printed, measure, catalogue.framework("prevent-duty-2018")) == value
