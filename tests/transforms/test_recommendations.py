"""Advice under a number."""

import pytest

from tests.support.councils import ALDERMERE
from tests.transforms.conftest import Normalised

FRONT = "# Aldermere Prevent Benchmarking\n@ Date: 8 September 2022\n"


def test_a_slide_for_each_recommendation(normalised: Normalised) -> None:
    found = normalised(
        FRONT
        + """
        ---
        # Recommendation 1
        Venue Hire and IT policies –
        One hire policy should cover every building.
        ---
        # Recommendation 2
        Training –
        Each team should keep a training plan.
        - Completion should be checked.
        ---
        # Next steps
        A report will follow.
        """
    )
    assert [(one.number, one.title, one.benchmark, one.page) for one in found.recommendations] == [
        ("1", "Venue Hire and IT policies", "venue_hire_and_it_policies", 2),
        ("2", "Training", "training", 3),
    ]
    assert found.recommendations[1].text == "Each team should keep a training plan.\nCompletion should be checked."
    assert {one.authority_code for one in found.recommendations} == {ALDERMERE}


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Recommendation 1: Training", "1", "Training"),
        ("Recommendation 2 - Channel Panel", "2", "Channel Panel"),
        ("RECOMMENDATION A. Communications", "A", "Communications"),
        ("Recommendation no. 3 Training –", "3", "Training"),
    ],
)
def test_a_title_follows_the_number(normalised: Normalised, line: str, number: str, title: str) -> None:
    (found,) = normalised(FRONT + f"## {line}\nDo this.").recommendations
    assert (found.number, found.title, found.text) == (number, title, "Do this.")


def test_a_sentence_after_the_number_is_text_not_title(normalised: Normalised) -> None:
    (found,) = normalised(FRONT + "Recommendation 1: That members note the Prevent scores.").recommendations
    assert (found.title, found.text, found.benchmark) == ("", "That members note the Prevent scores.", None)


def test_a_title_of_no_benchmark_has_none(normalised: Normalised) -> None:
    (found,) = normalised(FRONT + "## Recommendation 1: Governance of grants\nDo this.").recommendations
    assert found.benchmark is None


def test_the_word_without_a_number_is_no_recommendation(normalised: Normalised) -> None:
    assert normalised(FRONT + "## Recommendations\nMembers are asked to note the report.").recommendations == ()


def test_a_table_ends_a_recommendation(normalised: Normalised) -> None:
    (found,) = normalised(
        FRONT + "## Recommendation 1: Training\nDo this.\n| A | B |\n| 1 | 2 |\nSomething else."
    ).recommendations
    assert found.text == "Do this."


def test_a_number_without_advice_is_none(normalised: Normalised) -> None:
    found = normalised(FRONT + "## Recommendation 1\n## Recommendation 2: Training\nDo this.").recommendations
    assert [(one.number, one.title) for one in found] == [("2", "Training")]


def test_a_slide_after_a_recommendation_does_not_belong_to_it(normalised: Normalised) -> None:
    (found,) = normalised(
        FRONT + "---\n# Recommendation 1: Training\n! photograph.png\nDo this.\n---\nA report will follow."
    ).recommendations
    assert found.text == "Do this."


def test_a_long_first_line_is_advice_and_no_title(normalised: Normalised) -> None:
    line = "Each team should keep a training plan and check every quarter how far its members have come with it."
    (found,) = normalised(FRONT + f"## Recommendation 1\n{line}").recommendations
    assert (found.title, found.text) == ("", line)
