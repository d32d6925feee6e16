"""Notes below a table, and which of them take a figure back."""

import pytest

from tests.support.grids import document
from transforms.notes import note_doubt, notes_below, notes_of


@pytest.mark.parametrize(
    ("line", "mark"),
    [("* Provisional", "*"), ("** Provisional", "**"), ("¹ Provisional", "1"), ("1 Provisional", "1"),
     ("[1] Provisional", "1"), ("1. Provisional", "1"), ("Note 1: Provisional", "1"), ("a) Provisional", "a"),
     ("†Provisional", "†")],
)  # fmt: skip
def test_a_note_is_known_by_its_mark(line: str, mark: str) -> None:
    assert notes_of([line]) == {mark: line}


def test_several_notes_may_stand_in_one_line() -> None:
    assert notes_of(["* Provisional ** Moderated"]) == {"*": "* Provisional", "**": "** Moderated"}


def test_a_mark_of_two_notes_leads_to_neither() -> None:
    assert notes_of(["1. Provisional", "1. Another list"]) == {}


@pytest.mark.parametrize(
    ("note", "is_held"),
    [
        ("* Provisional", True),
        ("* Self-assessed by the council", True),
        ("* Since revised to 4", True),
        ("* Not yet moderated", True),
        ("* Score of 2021", True),
        ("* Subject to moderation", True),
        ("* Moderated by the Home Office in June 2022", False),
        ("* Includes the districts", False),
        ("* Scored from 1 to 5", False),
    ],
)
def test_a_note_that_takes_the_figure_back_holds_it(note: str, is_held: bool) -> None:
    doubt = note_doubt("3*", notes_of([note]))
    assert doubt == (f"the note to it says: '{note}'" if is_held else None)


def test_a_figure_without_a_mark_has_no_note() -> None:
    assert note_doubt("3", {"*": "* Provisional"}) is None


def test_notes_end_at_the_next_heading_but_foot_notes_are_of_the_whole_paper() -> None:
    body = document("| A |\n| * inside |\n* below\n## Next\n* elsewhere\n? ¹ foot note").body
    assert notes_below(body, 0, len(body)) == ("A", "* inside", "* below", "¹ foot note")


def test_a_raised_mark_that_was_read_apart_begins_the_text_below_it() -> None:
    body = document("| A |\n1\nProvisional\nMore text").body
    assert notes_below(body, 0, len(body)) == ("A", "1 Provisional", "More text")
