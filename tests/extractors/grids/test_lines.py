"""Words -> the text of a cell."""

import pytest

from extractors.grids.lines import text_of
from tests.support.marked_page import written


def cell(*lines: str, angle: int = 0) -> list:  # type: ignore[type-arg]  # words, as written() gives them
    return [word for number, line in enumerate(lines) for word in written(line, 50, 100 + 12 * number, angle=angle)]


@pytest.mark.parametrize(
    ("lines", "room", "text"),
    [
        (("Risk", "Assessment"), 60, "Risk Assessment"),
        (("Assessme", "nt"), 41, "Assessment"),
        (("Prevent", "Partnersh", "ip Plan"), 46, "Prevent Partnership Plan"),
        (("Assessme", "nt"), 80, "Assessme nt"),
        (("Problem-", "solving"), 60, "Problem-solving"),
        (("1-", "5"), 20, "1-5"),
        (("Direction", "of travel"), 46, "Direction of travel"),
        (("soft\u00ad", "hyphen"), 40, "softhyphen"),
    ],
)
def test_wrapped_lines_are_joined(lines: tuple[str, ...], room: float, text: str) -> None:
    assert text_of(cell(*lines), room=room) == text


def test_a_word_that_the_paper_writes_whole_is_made_whole() -> None:
    assert text_of(cell("Partner", "ship"), room=80, known={"partnership"}) == "Partnership"
    assert text_of(cell("assess-", "ment"), room=80, known={"assessment"}) == "assessment"


def test_two_words_that_the_paper_knows_are_left_apart() -> None:
    assert text_of(cell("Actions", "ships"), room=36, known={"actions", "ships"}) == "Actions ships"


def test_without_room_nothing_is_mended() -> None:
    assert text_of(cell("Assessme", "nt")) == "Assessme nt"


def test_no_words_are_an_empty_text() -> None:
    assert text_of([]) == ""
