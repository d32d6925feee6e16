"""Printed labels of benchmarks."""

from dataclasses import replace

import pytest

from transforms import load_catalogue
from transforms.errors import AmbiguousAlias
from transforms.labels import Labels, plain

CATALOGUE = load_catalogue()
TEN, EIGHT = (Labels(CATALOGUE.framework(f"prevent-duty-{year}")) for year in (2018, 2023))


@pytest.mark.parametrize(
    ("printed", "benchmark"),
    [
        pytest.param("Risk Assessment", "risk_assessment", id="as in the framework"),
        pytest.param("  channel   PANEL ", "channel_panel", id="other case and spacing"),
        pytest.param("Engagement activities", "engagement_activities", id="plural of a briefing's singular"),
        pytest.param("Prevent problem-solving", "prevent_problem_solving", id="without the last word"),
        pytest.param("Problem Solving Process", "prevent_problem_solving", id="without the word Prevent"),
        pytest.param("VH", "venue_hire_and_it_policies", id="initials"),
        pytest.param("Venue Hire & IT Policies", "venue_hire_and_it_policies", id="an ampersand"),
        pytest.param("Prevent Partnership Plan and Governance", "prevent_partnership_plan", id="a longer variant"),
        pytest.param("8. Venue Hire and IT Policies", "venue_hire_and_it_policies", id="numbered"),
        pytest.param("Benchmark 5: Channel Panel", "channel_panel", id="numbered with its word"),
        pytest.param("B7 Training", "training", id="numbered with a letter"),
        pytest.param("Training*", "training", id="a note mark"),
        pytest.param("Communications¹", "communications", id="a raised note"),
        pytest.param("Training (note 2)", "training", id="a note in words"),
        pytest.param("Channel Panel - meets each month", "channel_panel", id="followed by an explanation"),
        pytest.param("Communica\u00adtions", "communications", id="a soft hyphen"),
        pytest.param("Partners hip Plan", "prevent_partnership_plan", id="broken inside a word by a narrow cell"),
        pytest.param("Communications 55", "communications", id="a page number run into it"),
    ],
)
def test_a_label_is_known_in_its_printed_forms(printed: str, benchmark: str) -> None:
    match = TEN.match(printed)
    assert match is not None
    assert (match.benchmark.id, match.exact) == (benchmark, True)


@pytest.mark.parametrize(
    ("printed", "benchmark"), [("Comunications", "communications"), ("Chanel Panel", "channel_panel")]
)
def test_a_misprint_is_taken_and_marked(printed: str, benchmark: str) -> None:
    match = TEN.match(printed)
    assert match is not None
    assert (match.benchmark.id, match.exact) == (benchmark, False)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "5",
        "2022",
        "Score",
        "Leadership",
        "Training completion rate",
        "Risk register",
        "Number of referrals",
        "Total",
        "Partnership",
        "Channel Tunnel",
    ],
)
def test_another_label_is_no_benchmark(printed: str) -> None:
    assert TEN.match(printed) is None


def test_the_eight_items_are_matched_by_label_not_by_place() -> None:
    names = [
        EIGHT.match(label)
        for label in (
            "Multi-agency partnership group",
            "Local risk assessment process",
            "Communications and engagement",
        )
    ]
    assert [match.benchmark.id for match in names if match] == [
        "multi_agency_partnership_group",
        "risk_assessment",
        "communications_and_engagement",
    ]


def test_one_label_for_two_items_stops_the_framework() -> None:
    framework = TEN.framework
    first, *others = framework.benchmarks
    with pytest.raises(AmbiguousAlias, match="the label 'Training' stands for both risk_assessment and training"):
        Labels(replace(framework, benchmarks=(replace(first, aliases=("Training",)), *others)))


def test_the_nearest_items_are_offered_to_a_person() -> None:
    assert TEN.nearest("Venue bookings")[0].id == "venue_hire_and_it_policies"


def test_what_two_spellings_share() -> None:
    assert (
        plain("The Prevent Engagement Activities") == plain("engagement activity")
        or plain("Engagement Activities") == "engagement activity"
    )
