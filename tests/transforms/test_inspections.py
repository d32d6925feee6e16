"""Judgements in words, on the date of an inspection."""

import pytest

from tests.support.councils import ALDERMERE
from tests.support.scored import accepted, keys, reason, scores
from tests.transforms.conftest import Normalised

FRONT = "# Inspection of Aldermere children's services\nInspection dates: 22 to 26 July 2024\n"
JUDGEMENTS = """
| Judgement | Grade |
| The impact of leaders on social work practice with children and families | Requires improvement to be good |
| The experiences and progress of children who need help and protection | Good |
| The experiences and progress of children in care | Good |
| The experiences and progress of care leavers | Outstanding |
| Overall effectiveness | Inadequate |
"""


def test_words_become_ranks_on_the_last_day_of_the_inspection(normalised: Normalised) -> None:
    found = normalised(FRONT + JUDGEMENTS)
    assert scores(found) == {
        "impact_of_leaders": 2,
        "help_and_protection": 3,
        "in_care": 3,
        "care_leavers": 4,
        "overall_effectiveness": 1,
    }
    assert {(one.subject.authority_code, one.subject.period, one.subject.period_year) for one in accepted(found)} == {
        (ALDERMERE, "2024-07-26", 2024)
    }
    assert [one.band for one in accepted(found)] == ["not_met", "met", "met", "exceeded", "not_met"]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param("Inspection dates: 29 July to 2 August 2024", "2024-08-02", id="over two months"),
        pytest.param("@ Date of inspection: 26 July 2024", "2024-07-26", id="in the letterhead"),
        pytest.param(
            "Previous inspection dates: 2 to 6 March 2020\nInspection dates: 22 to 26 July 2024",
            "2024-07-26",
            id="not the previous one",
        ),
        pytest.param(
            "@ Previous inspection date: 6 March 2020\n@ Inspection date: 26 July 2024",
            "2024-07-26",
            id="nor in the letterhead",
        ),
        pytest.param(
            "Inspection start date: 22 July 2024\nInspection end date: 26 July 2024", "2024-07-26", id="two lines"
        ),
        pytest.param("Inspection dates:\n22 to 26 July 2024", "2024-07-26", id="on the line below"),
        pytest.param("Inspection dates: 22–26 July 2024", "2024-07-26", id="a dash without spaces"),
        pytest.param(
            "Inspection dates: 9 to 20 December 2019 and 6 to 10 January 2020", "2020-01-10", id="over the new year"
        ),
    ],
)
def test_the_date_beside_its_label(normalised: Normalised, lines: str, day: str) -> None:
    found = normalised(f"# Inspection of Aldermere children's services\n{lines}\n{JUDGEMENTS}")
    assert {one.subject.period for one in accepted(found)} == {day}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(
            "## Judgements at the previous inspection\n" + JUDGEMENTS,
            "the text above says 'previous inspection'",
            id="a heading of the last one",
        ),
        pytest.param(
            JUDGEMENTS.replace("Grade", "2019"),
            "the table says 2019, the assessment is of 2024-07-26",
            id="a column of another year",
        ),
        pytest.param(JUDGEMENTS.replace("Grade", "Previous grade"), "previous", id="a column of previous grades"),
        pytest.param(
            "| Council | Overall | Help and protection | Children in care | Impact of leaders |\n"
            "| Aldermere | Good | Good | Good | Good |\n"
            "| Dunmarsh | Good | Good | Good | Good |",
            "the table names several authorities, the paper one date of assessment",
            id="several councils and one date",
        ),
    ],
)
def test_judgements_of_another_inspection_wait(normalised: Normalised, text: str, why: str) -> None:
    found = normalised(FRONT + text)
    assert keys(found) == set()
    assert all(why in (one.reason or "") for one in found.observations)


def test_the_grades_of_the_last_inspection_do_not_contradict_those_of_this_one(normalised: Normalised) -> None:
    """They stand in a column or table of their own, and when they were given is not known."""
    table = """
    | Judgement | Grade | Previous grade |
    | Impact of leaders | Good | Inadequate |
    | Help and protection | Good | Requires improvement |
    | Children in care | Outstanding | Good |
    | Overall effectiveness | Good | Inadequate |
    """
    for text in (
        table,
        JUDGEMENTS + "## Judgements at the previous inspection\n" + JUDGEMENTS.replace("Good", "Inadequate"),
    ):
        found = normalised(FRONT + text)
        assert {one.subject.period for one in accepted(found)} == {"2024-07-26"}
        assert {one.subject.period for one in found.observations if one.status == "review"} == {None}
        assert len(accepted(found)) >= 4


def test_judgements_listed_line_by_line_need_no_word_of_scores(normalised: Normalised) -> None:
    lines = """
    The impact of leaders on social work practice with children and families is: Good
    The experiences and progress of children who need help and protection: Good
    The experiences and progress of children in care and care leavers: Outstanding
    Overall effectiveness: Good
    """
    assert list(scores(normalised(FRONT + lines)).values()) == [3, 3, 4, 3]


def test_without_a_date_they_wait(normalised: Normalised) -> None:
    found = normalised("# Inspection of Aldermere children's services\n" + JUDGEMENTS)
    assert reason(found) == "no date stands beside 'Inspection dates'"


def test_figures_instead_of_words_wait(normalised: Normalised) -> None:
    """Older grades count the other way: 1 was outstanding."""
    table = """
    | Judgement           | Grade |
    | Impact of leaders   | 2     |
    | Children in care    | 2     |
    | Care leavers        | 1     |
    | Help and protection | 2     |
    """
    assert accepted(normalised(FRONT + table)) == []


def test_the_inspection_of_a_school_gives_nothing(normalised: Normalised) -> None:
    table = "| Judgement | Grade |\n| Overall effectiveness | Good |\n| Leadership | Good |\n| Behaviour | Good |"
    assert normalised(FRONT + table).observations == ()
