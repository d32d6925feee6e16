"""Printed labels of benchmarks."""

from dataclasses import replace

import pytest

from tests.support.grids import across
from tests.support.scored import keys, scores
from tests.transforms.conftest import Normalised
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
        pytest.param("(iv) Referral Pathway", "referral_pathway", id="numbered with a small Roman number"),
        pytest.param("VIII Venue Hire and IT Policies", "venue_hire_and_it_policies", id="with a large one"),
        pytest.param("Benchmark One: Risk Assessment", "risk_assessment", id="numbered in words"),
        pytest.param("Benchmark No. 1 - Risk Assessment", "risk_assessment", id="with 'No.'"),
        pytest.param("Duty 5: Channel Panel", "channel_panel", id="with another word for it"),
        pytest.param("PDB 5 Channel Panel", "channel_panel", id="with initials before the number"),
        pytest.param("#1 Risk Assessment", "risk_assessment", id="with a number sign"),
        pytest.param("1.Risk Assessment", "risk_assessment", id="without a space"),
        pytest.param("Channel Panel (Benchmark 5)", "channel_panel", id="numbered behind"),
        pytest.param("Channel Panel score", "channel_panel", id="the head of a column of scores"),
        pytest.param("Multi-\nAgency Partner-\nship Board", "multi_agency_partnership_board", id="wrapped at hyphens"),
        pytest.param("Multi\u2011agency P'ship Board", "multi_agency_partnership_board", id="shortened within a word"),
        pytest.param("Training Program", "training", id="American spelling"),
        pytest.param("Venue Hire/IT Policies", "venue_hire_and_it_policies", id="a slash for 'and'"),
        pytest.param("Channel Panel, including support", "channel_panel", id="followed by what it includes"),
        pytest.param("1. Risk assessment: there is a local process", "risk_assessment", id="with its description"),
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
        "Board",
        "Plan",
        "CP",
        "Training Room A",
        "Head of Communications",
        "Engagement events",
        "There is no Channel Panel in place",
        "There is a training plan and a communications plan",
    ],
)
def test_another_label_is_no_benchmark(printed: str) -> None:
    assert TEN.match(printed) is None


@pytest.mark.parametrize(
    ("printed", "benchmark"),
    [
        ("The local authority has a local risk assessment process, reviewed each year.", "risk_assessment"),
        (
            "There is an effective multi-agency partnership board in place to oversee delivery.",
            "multi_agency_partnership_board",
        ),
        ("The area has an agreed Prevent partnership plan.", "prevent_partnership_plan"),
        ("There is an agreed process in place for the referral of those at risk.", "referral_pathway"),
        ("5. There is a Channel Panel in place, meeting monthly, with all relevant sectors.", "channel_panel"),
        ("There is a Prevent problem solving process in place.", "prevent_problem_solving"),
        ("There is a training programme in place for relevant personnel.", "training"),
        ("There is a venue hire policy in place, and an effective IT policy.", "venue_hire_and_it_policies"),
        ("There is engagement with a range of communities on the Prevent Duty.", "engagement_activities"),
        ("There is a communications plan in place.", "communications"),
    ],
)
def test_a_benchmark_is_known_by_its_statement(printed: str, benchmark: str) -> None:
    match = TEN.match(printed)
    assert match is not None
    assert (match.benchmark.id, match.exact) == (benchmark, True)


def test_initials_are_labels_only_among_nearly_all_the_others(normalised: Normalised) -> None:
    front = "# Aldermere Prevent benchmark scores 2022\n@ Date: 8 September 2022\n"
    initials = ("RA", "MAPB", "PPP", "RP", "CP", "PS", "TR", "VH", "EA", "Comms")
    found = normalised(front + across("Aldermere: 4 5 5 4 5 4 3 3 2 2", labels=initials))
    assert list(scores(found).values()) == [4, 5, 5, 4, 5, 4, 3, 3, 2, 2]
    few = normalised(front + across("Aldermere: 4 5 5 4 3", labels=("RA", "MAPB", "CP", "VH", "Comms")))
    assert "channel_panel" not in {one.benchmark for one in few.observations}


def test_labels_of_two_frameworks_alike_leave_a_person_to_say_which(normalised: Normalised) -> None:
    labels = ("Referral Pathway", "Channel Panel", "Prevent Partnership Plan", "Staff Training", "Partnership Board")
    found = normalised(
        "# Aldermere Prevent benchmark scores 2024\n@ Date: 8 September 2024\n"
        + across("Aldermere: 4 5 5 4 3", labels=labels)
    )
    assert keys(found) == set()


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


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        pytest.param("The CHANNEL PANEL and the risk assessment", ["CHANNEL PANEL", "risk assessment"], id="any case"),
        pytest.param("our Venue-Hire & IT\nPolicies", ["Venue-Hire & IT\nPolicies"], id="joined in other ways"),
        pytest.param("the Prevent Partnership Plan", ["Prevent Partnership Plan"], id="the longest at a place"),
        pytest.param("RİSK ASSESSMENT", ["RİSK ASSESSMENT"], id="an i that is two signs in lower case"),
        pytest.param("highways, parks and a panel of channels", [], id="words of labels that are none"),
        pytest.param("training_of", [], id="within another word"),
    ],
)
def test_labels_are_found_where_they_stand_in_a_text(text: str, labels: list[str]) -> None:
    assert [text[start:end] for start, end, _ in TEN.standing_in(text)] == labels
