"""What the text of one cell says on the scale of 1 to 5, and on a scale of words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms import load_catalogue
from transforms.scores import ScoreReading, read_score

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
    assert (reading.outcome, reading.score, reading.reason, reading.confidence) == ("score", score, None, 1.0)


@pytest.mark.parametrize(
    "printed",
    ["4 (up)", "4 (down)", "4 (same)", "4 (no change)", "4 (unchanged)", "4 (maintained)", "4 (static)", "4 (stable)",
     "4 (improved)", "4 (improving)", "4 (declined)", "4 (declining)", "4 (increase)", "4 (decreased)", "4 (UP)",
     "4 up", "4 - improved", "4, static", "4; same", "4 – stable", "4  -  unchanged", "4 (up 1)", "4 (up  by  1)",
     "4 (down by 2)", "4 (−1)", "4(-1)", "4 (± 1)", "4 (+ 1 )", "4 ( ↑1 )", "4 (↑↑ 2)", "4↗", "4 ▲", "▼▼ 4", "🔼 4",
     "4 🔽", "4 ⬆️", "4 ➔", "(up) 4"],
)  # fmt: skip
def test_how_a_score_has_changed_takes_nothing_from_it(printed: str) -> None:
    assert read_score(printed, TEN) == ScoreReading("score", score=4, band="exceeded")


@pytest.mark.parametrize(
    "printed",
    [
        "4up",
        "4-up",
        "4 upwards",
        "4 (backup)",
        "Met (+1)",
        "4 (up by 10)",
        "4 - down 3",
        "Exceeded, unchanged",
        "4 improved exceeded",
    ],
)
def test_words_and_numbers_that_are_no_change_are_not_taken_off(printed: str) -> None:
    assert read_score(printed, TEN).outcome == "no_score"


@pytest.mark.parametrize(
    "printed",
    ["4†", "4 ‡", "4#", "4^", "4**", "4 §", "*4", "4[ab]", "4 [1]", "4(a)", "4(note  b)", "4(NOTEa)", "4¹⁰", "4⁵*",
     "4\u00ad", "\u200b4", "4 * up", "Exceeded* (4)"],
)  # fmt: skip
def test_marks_of_notes_take_nothing_from_a_score(printed: str) -> None:
    assert read_score(printed, TEN) == ScoreReading("score", score=4, band="exceeded")


@pytest.mark.parametrize("printed", ["4[abc]", "4(ab)", "4 (a)", "four(a)"])
def test_what_is_too_long_or_too_far_for_a_note_mark_stays(printed: str) -> None:
    assert read_score(printed, TEN).outcome == "no_score"


@pytest.mark.parametrize(
    "printed",
    ["Benchmark score: 4", "overall  score 4", "final score is 4", "agreed rating = 4", "Rating 4", "Rated 4",
     "scored 4", "Scored: 4", "Level: 4", "grade – 4", "Graded 4", "Grade - 4", "Score=4", "score of  4",
     "Score is: 4", "score4", "SCORE  4", "Score (4)", "Score : ↑ 4", "Score: four", "Score: exceeded (4)"],
)  # fmt: skip
def test_the_name_of_a_score_may_stand_before_it(printed: str) -> None:
    assert read_score(printed, TEN) == ScoreReading("score", score=4, band="exceeded")


@pytest.mark.parametrize(
    ("printed", "reason"),
    [
        ("Score", "'Score' is no score"),
        ("Rating:", "'Rating:' is no score"),
        ("Levels", "'Levels' is no score"),
        ("Overall 4", "'Overall 4' is no score"),
        ("the score 4", "'the score 4' is no score"),
        ("Score offer", "'offer' is no score"),
        ("Amber", "'Amber' is no score"),
        ("*", "'*' is no score"),
    ],
)
def test_a_name_without_a_score_is_no_score(printed: str, reason: str) -> None:
    assert read_score(printed, TEN) == ScoreReading("no_score", reason=reason)


@pytest.mark.parametrize(
    "printed",
    ["4 /5", "4/ 5", "4 of 5", "4 OUT OF 5", "4  out of  5", "4.0 / 5", "(4.0)", "4.0"],
)
def test_a_score_may_be_told_out_of_the_end_of_the_scale(printed: str) -> None:
    assert read_score(printed, TEN).score == 4


@pytest.mark.parametrize(
    "printed",
    ["4: exceeded", "4/exceeded", "4, exceeded", "4=exceeded", "4. exceeded", "4 ( exceeded)", "4(exceeded",
     "4 - exceeded", "4  exceeded", "4 — exceeded", "4.0 exceeded", "4-exceeded", "Exceeded: 4", "Exceeded/4",
     "Exceeded, 4", "Exceeded = 4", "Exceeded – 4", "Exceeded-4", "Exceeded(4)", "Exceeded ( 4)", "Exceeded 4",
     "Exceeded 4.0", "Exceeded  expectations (4)", "4/5 exceeded", "4 out of 5: exceeded",
     "Exceeded: 4 out  of 5", "4 four", "4 - four", "FOUR - 4"],
)  # fmt: skip
def test_a_figure_and_words_that_agree_are_one_score(printed: str) -> None:
    assert read_score(printed, TEN) == ScoreReading("score", score=4, band="exceeded")


@pytest.mark.parametrize(
    "printed",
    ["4exceeded", "Exceeded4", "4outof5", "4 exceeded 2022", "Met (3/55)", "Met (3/4)", "3/4 Met", "( 4 )", "five 4",
     "4 - fully exceeded", "three met", "(13)", "(4) met", "4 (3) met", "see 4 (3)", "see 2-3", "now at least 3",
     "Met out of 5",
     "★★★★★ stars", "our ★★★★★", "4 of 5 of 6", "4/5/5 of", "●●■○○", "☆☆☆☆☆"],
)  # fmt: skip
def test_a_figure_among_other_things_is_no_score(printed: str) -> None:
    assert read_score(printed, TEN).outcome == "no_score"


@pytest.mark.parametrize(
    ("word", "value"),
    [("one", 1), ("two", 2), ("three", 3), ("four", 4), ("Five", 5)],
)
def test_a_number_in_words_is_a_score(word: str, value: float) -> None:
    assert read_score(word, TEN).score == value
    assert read_score(f"{value} ({word})", TEN).score == value


@pytest.mark.parametrize(
    ("word", "value"), [("zero", 0), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10)]
)
def test_a_number_in_words_may_be_off_the_scale(word: str, value: int) -> None:
    assert read_score(word, TEN) == ScoreReading("off_scale", reason=f"{value} is outside the scale of 1 to 5")


@pytest.mark.parametrize(
    ("printed", "score"),
    [("★☆☆☆☆", 1), ("★ ★ ★ ☆ ☆", 3), ("★★★✩✩", 3), ("●●●◯◯", 3), ("⬤⬤⬤○○", 3), ("⬤ ⬤ ⬤ ○ ○", 3), ("■■□□□", 2),
     ("■ ■ □ □ □", 2), ("★★★★★", 5)],
)  # fmt: skip
def test_a_row_of_places_shows_as_many_as_are_filled(printed: str, score: float) -> None:
    assert read_score(printed, TEN).score == score


@pytest.mark.parametrize("printed", ["★★★", "★★★☆☆☆", "★★★★★★"])
def test_a_row_of_another_length_than_the_scale_is_no_score(printed: str) -> None:
    assert read_score(printed, TEN) == ScoreReading(
        "no_score", reason=f"'{printed}' does not show as many places as the scale has steps"
    )


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
     "Not yet rated", "no data", "Under review", "awaiting moderation", "pending", "n/k",
     "TBA", "tbc.", "t.b.a", "n.a", "N.A.", "nk", "awaiting", "Awaited", "Deferred", "unknown", "Unscored", "−", "_",
     "....", "…", "/", "\\", "---", "to be assessed", "to be determined", "to be advised", "not graded", "not known",
     "not available", "not given", "not provided", "not published", "not received", "not recorded", "not reported",
     "not applicable", "not undertaken", "not completed", "not moderated", "not confirmed", "not benchmarked",
     "not required", "not formally assessed", "not yet fully scored", "not scored yet", "no score", "No scores given",
     "no rating awarded", "no assessment yet", "no return", "no results available", "in review", "in progress",
     "pending confirmation", "subject to appeal", "awaiting results", "awaiting result", "still under assessment",
     "currently in moderation", "under scoring", "nil", "None", "NOT APPLICABLE"],
)  # fmt: skip
def test_a_stand_in_for_no_score_is_never_zero(printed: str) -> None:
    reading = read_score(printed, TEN)
    assert (reading.outcome, reading.score, reading.band) == ("not_assessed", None, None)


@pytest.mark.parametrize(
    "printed",
    ["tbcs", "a tbc", "-----", "unknown date", "not assessed since", "is pending", "no", "not", "under", "to be",
     "no data yet awarded", "notscored"],
)  # fmt: skip
def test_a_text_that_only_begins_or_ends_as_a_stand_in_is_no_score(printed: str) -> None:
    assert read_score(printed, TEN).outcome == "no_score"


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
        pytest.param("6", "6 is outside the scale of 1 to 5", id="one above the scale"),
        pytest.param("0.9", "0.9 is outside the scale of 1 to 5", id="just below the scale"),
        pytest.param("5.1", "5.1 is outside the scale of 1 to 5", id="just above the scale"),
        pytest.param("13/5", "13 is outside the scale of 1 to 5", id="more than all of five"),
        pytest.param(
            "(3.25)", "3.25 is between the steps of the scale: an average, not a score", id="an average in brackets"
        ),
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
        *(
            pytest.param(text, f"'{text}' is a range, not one score", id=f"the range {text}")
            for text in ("2 to 3", "2 TO 3", "2 – 3", "2—3", "2.25-3", "2-3.25", "2/3.5")
        ),
        *(
            pytest.param(text, f"'{text}' is a limit, not a score", id=f"the limit {text}")
            for text in (
                "<3",
                "<=3",
                "< = 3",
                "≤3",
                "≥ 3",
                "~3",
                "≈3",
                "c3",
                "c 3",
                "circa 3",
                "about 3",
                "approx 3",
                "approx. 3",
                "At Least 3",
                "up to 3",
                ">= 3",
            )
        ),
        *(
            pytest.param(
                text, f"'{text}' shows two figures, {one} and {other}, and nothing says which is the score", id=text
            )
            for text, one, other in [
                ("4(3)", "4", "3"),
                ("4 ( 3 )", "4", "3"),
                ("4.25 (3.25)", "4.25", "3.25"),
                ("4 [3.5]", "4", "3.5"),
                ("4 → 3", "4", "3"),
                ("4.0 → 3.25", "4.0", "3.25"),
                ("4 ↑↑ 3", "4", "3"),
                ("4→3", "4", "3"),
                ("4 -> 3", "4", "3"),
                ("4-->3", "4", "3"),
                ("4 => 3.25", "4", "3.25"),
            ]
        ),
        pytest.param("3/55", "'3/55' is out of 55, the scale ends at 5", id="out of a longer number"),
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
    reading = read_score(printed, ILACS)
    assert (reading.outcome, reading.score, reading.band) == ("score", rank, ILACS.band_of(rank))


def test_a_figure_on_a_scale_of_words_is_told_as_such() -> None:
    assert read_score("2", ILACS).reason == "'2' is a figure, ofsted-ilacs is graded in words"


def test_the_label_of_a_band_names_it() -> None:
    assert [read_score(band.label, TEN).band for band in TEN.bands] == [band.name for band in TEN.bands]


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
