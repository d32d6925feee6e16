"""Characters -> words."""

from dataclasses import replace

from extractors.grids.words import words_of
from tests.support.marked_page import typed


def test_words_end_at_blanks_and_at_gaps() -> None:
    glyphs = typed("Risk work", 50, 100) + typed("4", 120, 100)
    assert [word.text for word in words_of(glyphs)] == ["Risk", "work", "4"]


def test_a_character_struck_twice_counts_once() -> None:
    glyphs = typed("Risk", 50, 100) + typed("Risk", 50.4, 100)
    assert [word.text for word in words_of(glyphs)] == ["Risk"]


def test_two_equal_letters_side_by_side_are_two() -> None:
    assert [word.text for word in words_of(typed("Assess", 50, 100))] == ["Assess"]


def test_a_word_typed_in_two_pieces_is_one() -> None:
    """The pieces need not follow one another in the file."""
    glyphs = typed("Assess", 50, 100) + typed("below", 50, 130) + typed("ment", 80, 100)
    assert [word.text for word in words_of(glyphs)] == ["Assessment", "below"]


def test_a_small_raised_digit_is_a_note_mark() -> None:
    mark = [replace(glyph, size=6.0) for glyph in typed("2", 55, 96, letter=3)]
    assert [word.text for word in words_of(typed("3", 50, 100) + mark)] == ["3²"]


def test_a_raised_ordinal_ending_stays_as_it_is() -> None:
    mark = [replace(glyph, size=6.0) for glyph in typed("th", 60, 96, letter=3)]
    assert [word.text for word in words_of(typed("30", 50, 100) + mark)] == ["30th"]


def test_text_that_runs_upwards_is_read_upwards() -> None:
    glyphs = [
        replace(glyph, box=(92, 200 - 5 * (n + 1), 102, 200 - 5 * n), origin=(100, 200 - 5 * n), angle=90)
        for n, glyph in enumerate(typed("Risk work", 0, 0))
    ]
    words = words_of(glyphs)
    assert [(word.text, word.angle) for word in words] == [("Risk", 90), ("work", 90)]
    assert words[0].box == (92, 180, 102, 200)


def test_a_shadow_in_another_colour_is_no_second_text() -> None:
    shadow = [replace(glyph, colour="#a6a6a6") for glyph in typed("Risk", 51.5, 101.5)]
    words = words_of(shadow + [replace(glyph, colour="#000000") for glyph in typed("Risk", 50, 100)])
    assert [(word.text, word.colour) for word in words] == [("Risk", "#000000")]


def test_a_soft_hyphen_inside_a_word_is_printed_as_a_hyphen() -> None:
    assert [word.text for word in words_of(typed("2\u00ad3", 50, 100))] == ["2-3"]
    assert [word.text for word in words_of(typed("Partner\u00ad", 50, 100))] == ["Partner\u00ad"]
    assert [word.text for word in words_of(typed("\u00ad", 50, 100))] == ["-"]


def test_a_number_stamped_right_behind_a_word_is_not_part_of_it() -> None:
    glyphs = typed("Training", 50, 100) + typed("one", 50, 130) + typed("two", 50, 160) + typed("3", 50, 190)
    assert "Training" in [word.text for word in words_of(glyphs + typed("55", 90, 100))]
