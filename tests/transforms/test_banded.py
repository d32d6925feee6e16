"""Benchmarks sorted into columns or rows of bands."""

import pytest

from tests.support.scored import accepted
from tests.transforms.conftest import Normalised

FRONT = "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n## Benchmark results\n"
COLUMNS = """
| Not met | Met | Exceeded |
| Venue Hire | Risk Assessment | Channel Panel |
| Communications | Training | Referral Pathway |
|  | Engagement | |
"""
ROWS = """
| Not met | Venue Hire and IT Policies and Communications |
| Met | Risk Assessment, Training, Engagement |
| Exceeded | Channel Panel; Referral Pathway |
"""
EXPECTED = {
    "venue_hire_and_it_policies": "not_met",
    "communications": "not_met",
    "risk_assessment": "met",
    "training": "met",
    "engagement_activities": "met",
    "channel_panel": "exceeded",
    "referral_pathway": "exceeded",
}


@pytest.mark.parametrize("table", [COLUMNS, ROWS])
def test_the_head_is_the_band_of_the_benchmarks_under_it(normalised: Normalised, table: str) -> None:
    found = accepted(normalised(FRONT + table))
    assert {one.benchmark: one.band for one in found} == EXPECTED
    assert {one.score for one in found} == {None}


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(COLUMNS.replace("| Engagement |", "| Finance |"), id="another text among the benchmarks"),
        pytest.param(COLUMNS.replace("| Engagement |", "| Channel Panel |"), id="a benchmark in two bands"),
        pytest.param(COLUMNS.replace("Not met", "Autumn"), id="a head that is no band"),
        pytest.param(ROWS.replace("Not met", "1").replace("Met", "2").replace("Exceeded", "3"), id="numbered rows"),
    ],
)
def test_other_tables_of_benchmarks_give_nothing(normalised: Normalised, table: str) -> None:
    assert accepted(normalised(FRONT + table)) == []
