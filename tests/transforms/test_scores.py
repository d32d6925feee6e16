"""What the text of one cell says on the scale of 1 to 5, and on a scale of words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import load_catalogue
from transforms.scores import read_score

TEN = load_catalogue().framework("prevent-duty-2018")
ILACS = load_catalogue().framework("ofsted-ilacs")


@pytest.mark.parametrize(
    ("printed", "score"),
    [
        pytest.param("4", 4, id="a bare figure"),
        pytest.param(" 4\n", 4, id="a figure with space around it"),
        pytest.param("4.0", 4, id="a whole figure with a decimal"),
        pytest.param("4/5", 4, id="out of five with a stroke"),
        pytest.param("4 out of 5", 4, id="out of five in words"),
        pytest.param("Score: 4", 4, id="with its name before it"),
        pytest.param("Level 3", 3, id="with the word level"),
        pytest.param("4 - exceeds", 4, id="a figure and the words of its band"),
        pytest.param("Exceeded (4)", 4, id="the words first"),
        pytest.param("3 Met", 3, id="figure and band without a sign between"),
        pytest.param("3*", 3, id="with a note mark"),
        pytest.param("3¹", 3, id="with a raised note number, which is no second digit"),
        pytest.param("3[1]", 3, id="with a note in square brackets"),
        pytest.param("4 ↑", 4, id="with an arrow of change"),
        pytest.param("↓2", 2, id="with an arrow before it"),
        pytest.param("4 (up)", 4, id="with the change in words"),
        pytest.param("★★★☆☆", 3, id="in stars, a place for each step of the scale"),
        pytest.param("● ● ● ● ○", 4, id="in dots"),
        pytest.param("4 (+1)", 4, id="with the change in figures"),
        pytest.param("4 (no change)", 4, id="unchanged"),
        pytest.param("(4)", 4, id="in brackets"),
        pytest.param("Score of 4", 4, id="with its name and a little word"),
        pytest.param("3/5 Met", 3, id="out of five and the words of its band"),
        pytest.param("Met (3/5)", 3, id="the words and a figure out of five"),
        pytest.param("Four (4)", 4, id="in words and figures"),
        pytest.param("four", 4, id="in words"),
        pytest.param("４", 4, id="in a full-width digit"),
    ],
)
def test_a_score_is_read_in_all_its_forms(printed: str, score: float) -> None:
    reading = read_score(printed, TEN)
    assert (reading.outcome, reading.score, reading.reason) == ("score", score, None)


@pytest.mark.parametrize(
    ("score", "band"), [(1, "not_met"), (2, "not_met"), (3, "met"), (4, "exceeded"), (5, "exceeded")]
)
def test_each_score_has_its_band(score: int, band: str) -> None:
    assert read_score(str(score), TEN).band == band


@pytest.mark.parametrize(
    ("printed", "band"),
    [
        ("Met", "met"),
        ("Does not meet expectations", "not_met"),
        ("Exceeded", "exceeded"),
        ("Not met", "not_met"),
        ("exceeds expectations", "exceeded"),
        ("Unmet", "not_met"),
    ],
)
def test_words_give_a_band_and_never_a_figure(printed: str, band: str) -> None:
    reading = read_score(printed, TEN)
    assert (reading.outcome, reading.score, reading.band) == ("band", None, band)


@pytest.mark.parametrize(
    "printed",
    ["N/A", "n/a", "-", "–", "—", "..", "tbc", "T.B.C.", "to be confirmed", "Not assessed", "not scored",
     "Not yet rated", "no data", "Under review", "awaiting moderation", "pending", "n/k"],
)  # fmt: skip
def test_a_stand_in_for_no_score_is_never_zero(printed: str) -> None:
    reading = read_score(printed, TEN)
    assert (reading.outcome, reading.score, reading.band) == ("not_assessed", None, None)


@pytest.mark.parametrize("printed", ["", "  ", "\u200b", "²", "[2]"])
def test_an_empty_cell_and_a_note_mark_alone_are_blank(printed: str) -> None:
    assert read_score(printed, TEN).outcome == "blank"


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        pytest.param("0", "0 is outside the scale of 1 to 5", id="zero is not on a scale from one"),
        pytest.param("7", "7 is outside the scale of 1 to 5", id="above the scale"),
        pytest.param("33", "33 is outside the scale of 1 to 5", id="a doubled digit"),
        pytest.param("55", "55 is outside the scale of 1 to 5", id="a page number"),
        pytest.param("2022", "2022 is outside the scale of 1 to 5", id="a year"),
        pytest.param("3.5", "3.5 is between the steps of the scale: an average, not a score", id="an average"),
    ],
)
def test_what_the_scale_does_not_have_is_rejected_with_the_reason(printed: str, reason: str) -> None:
    reading = read_score(printed, TEN)
    assert (reading.outcome, reading.score, reading.reason) == ("off_scale", None, reason)


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        pytest.param("2-3", "'2-3' is a range, not one score", id="a range"),
        pytest.param("3 or 4", "'3 or 4' is a range, not one score", id="one or the other"),
        pytest.param(">3", "'>3' is a limit, not a score", id="a limit"),
        pytest.param("at least 3", "'at least 3' is a limit, not a score", id="a limit in words"),
        pytest.param(
            "4 (3)", "'4 (3)' shows two figures, 4 and 3, and nothing says which is the score", id="two figures"
        ),
        pytest.param("3/4", "'3/4' is out of 4, the scale ends at 5", id="out of another number"),
        pytest.param(
            "4 - not met", "the number 4 and the words 'not met' do not agree", id="figure and words contradict"
        ),
        pytest.param("Met (5)", "the number 5 and the words 'Met' do not agree", id="words and figure contradict"),
    ],
)
def test_what_may_be_a_score_waits_for_a_person(printed: str, reason: str) -> None:
    reading = read_score(printed, TEN)
    assert (reading.outcome, reading.score, reading.reason) == ("doubtful", None, reason)


@pytest.mark.parametrize(
    "printed",
    [
        "4%",
        "£4",
        "4k",
        "4th",
        "Q4",
        "4 meetings",
        "3→4",
        "0→4",
        "4↓3",
        "4 (was 3)",
        "3 (2021: 2)",
        "4 (target 5)",
        "-3",
        "+1",
        "4?",
        "3+",
        "3½",
        "4, 5",
        "4 5",
        "4\n5",
        "partially met",
        "Met/Exceeded",
        "will be met",
        "Amber",
        "A4",
        "IV",
        "●●●",
        "5 stars",
        "01/04/22",
        "Yes",
    ],
)
def test_other_text_gives_no_score(printed: str) -> None:
    reading = read_score(printed, TEN)
    assert reading.score is None
    assert reading.band is None
    assert reading.outcome in {"no_score", "doubtful"}


@pytest.mark.parametrize(
    ("printed", "rank"),
    [("Good", 3), ("Requires improvement to be good", 2), ("RITBG", 2), ("OUTSTANDING", 4), ("inadequate", 1)],
)
def test_a_word_of_a_scale_of_words_has_its_rank(printed: str, rank: float) -> None:
    assert read_score(printed, ILACS).score == rank


@pytest.mark.parametrize("printed", ["2", "four", "3/4", "1 out of 4"])
def test_a_figure_on_a_scale_of_words_is_held_because_it_may_count_the_other_way(printed: str) -> None:
    reading = read_score(printed, ILACS)
    assert (reading.outcome, reading.score) == ("doubtful", None)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=24) | st.from_regex(r"[ (\[]?[0-9]{1,2}[ ./*()a-z-]{0,4}[0-9]?", fullmatch=True))
def test_no_text_makes_reading_fail_or_leave_the_scale(printed: str) -> None:
    reading = read_score(printed, TEN)
    assert reading.score is None or 1 <= reading.score <= 5


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789 -/.*()abcoutfmesd→½²", max_size=12))
def test_a_score_is_only_given_where_its_digit_or_word_stands(printed: str) -> None:
    reading = read_score(printed, TEN)
    if reading.score is not None:
        words = ("", "one", "two", "three", "four", "five")
        assert re.search(rf"(?<!\d)0*{reading.score:g}(?!\d)|{words[int(reading.score)]}", printed)
