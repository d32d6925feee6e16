"""Weighted scores and percentages that a paper prints itself."""

import pytest

from tests.support.councils import ALDERMERE, DUNMARSH
from tests.transforms.conftest import Normalised
from transforms.findings import Findings
from transforms.measure_names import measure_named

FRONT = "# Prevent Benchmarking 2022\n@ Date: 8 September 2022\n"


def stated(found: Findings, status: str = "accepted") -> dict[tuple[str | None, int | None], float]:
    return {
        (one.subject.authority_code, one.subject.period_year): one.value
        for one in found.measures
        if one.status == status
    }


def two(heads: str, aldermere: str, dunmarsh: str) -> str:
    return f"| Authority | {heads} |\n| Aldermere | {aldermere} |\n| Dunmarsh | {dunmarsh} |"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Weighted Score Heatmap", "weighted_score"),
        ("Weighted average score", "weighted_score"),
        ("Percentage of Benchmarks that Met or Exceeded Expectations", "percent_met_or_exceeded"),
        ("% met or exceeded", "percent_met_or_exceeded"),
        ("Benchmarks met or exceeded (%)", "percent_met_or_exceeded"),
        ("Score", None),
        ("Weighted score and percentage met or exceeded", None),
    ],
)
def test_a_caption_names_a_measure(text: str, name: str | None) -> None:
    assert measure_named(text) == name


def test_a_column_for_each_year(normalised: Normalised) -> None:
    found = normalised(FRONT + "## Weighted score\n" + two("2021 | 2022", "3.2 | 3.4", "3.1 | 3.3"))
    assert stated(found) == {
        (ALDERMERE, 2021): 3.2,
        (ALDERMERE, 2022): 3.4,
        (DUNMARSH, 2021): 3.1,
        (DUNMARSH, 2022): 3.3,
    }
    assert found.observations == ()


def test_the_regions_figure_belongs_to_the_region(normalised: Normalised) -> None:
    found = normalised(FRONT + "## Weighted score\n| Area | 2022 |\n| Aldermere | 3.2 |\n| Wendmark | 3.0 |")
    assert stated(found) == {(ALDERMERE, 2022): 3.2, ("XR1", 2022): 3.0}


@pytest.mark.parametrize(("first", "second"), [("80%", "100%"), ("0.8", "1"), ("80", "100")])
def test_percentages_are_of_a_hundred(normalised: Normalised, first: str, second: str) -> None:
    found = normalised(FRONT + "## Percentage of benchmarks met or exceeded\n" + two("2022", first, second))
    assert stated(found) == {(ALDERMERE, 2022): 80, (DUNMARSH, 2022): 100}


@pytest.mark.parametrize(
    "head", ["Target", "Target 2023", "Change", "Rank", "Peers", "Cost 2021", "Referrals per 1,000", "", "Population"]
)
def test_other_figures_beside_the_measure_are_not_accepted(normalised: Normalised, head: str) -> None:
    found = normalised(FRONT + "## Weighted score\n" + two(f"2022 | {head}", "3.2 | 3.4", "3.1 | 3.3"))
    assert stated(found) == {(ALDERMERE, 2022): 3.2, (DUNMARSH, 2022): 3.1}


@pytest.mark.parametrize(
    "caption",
    [
        "Weighted score targets for 2022",
        "Weighted score for funding allocation",
        "Tender: weighted scores",
        "Draft weighted score",
        "Percentage of staff who met or exceeded the training target",
        "Percentage meeting, and exceeding, the housing standard",
        "Percentage met or exceeded",
    ],
)
def test_a_caption_of_something_else_waits(normalised: Normalised, caption: str) -> None:
    found = normalised(FRONT + f"## {caption}\n" + two("2022", "3.2", "3.1"))
    assert stated(found) == {}
    assert len(stated(found, "review")) == 2


def test_the_parts_of_a_percentage_are_not_the_whole(normalised: Normalised) -> None:
    text = "## Percentage of benchmarks not met, met or exceeded\n" + two(
        "Not met | Met | Exceeded", "20 | 30 | 50", "30 | 30 | 40"
    )
    assert stated(normalised(FRONT + text)) == {}


def test_a_value_off_the_scale_is_rejected(normalised: Normalised) -> None:
    found = normalised(FRONT + "## Weighted score\n" + two("2022", "3.2", "31"))
    assert [one.reason for one in found.measures if one.status == "rejected"] == ["31 is outside 1 to 5"]


def test_a_name_of_two_bodies_waits(normalised: Normalised) -> None:
    found = normalised(FRONT + "## Weighted score\n| Authority | 2022 |\n| Elmsey | 3.2 |\n| Dunmarsh | 3.1 |")
    assert stated(found) == {(DUNMARSH, 2022): 3.1}
