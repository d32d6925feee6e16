"""What a page shows and was not read, told in sentences that say what to do."""

from collections.abc import Sequence

from extractors.document import Notice, Table
from extractors.grids.lines import lines_of
from extractors.grids.marks import Marks, area
from extractors.recognition import is_installed

_HARDLY_ANY = 25
_MAINLY = 0.5
_QUOTED = 200
_UNKNOWN_SHARE = 0.1
_CURE = "Install scorepack[ocr] (pip install 'scorepack[ocr]') to have it recognised, or read it by hand."


def page_notices(marks: Marks, number: int, tables: Sequence[Table]) -> list[Notice]:
    """Hidden text, and a page that is one picture."""
    notices: list[Notice] = []
    if hidden := hidden_lines(marks):
        shown = " / ".join(hidden)
        shown = shown if len(shown) <= _QUOTED else f"{shown[:_QUOTED]}..."
        text = f"Page {number} holds text that does not show, and it was left out: {shown}"
        notices.append(Notice("hidden_content", text, number))
    if is_mainly_picture(marks) and not tables:
        cure = "Read it by hand." if is_installed() else _CURE
        text = f"Page {number} is mainly a picture, and what it shows was not read. {cure}"
        notices.append(Notice("unreadable_page", text, number))
    return notices


def is_mainly_picture(marks: Marks) -> bool:
    """Whether a page shows one picture and hardly any text beside it."""
    covered = max((area(box) for box in marks.pictures), default=0.0) / (marks.width * marks.height)
    return covered > _MAINLY and len(marks.words) < _HARDLY_ANY


def unreadable(number: int, why: str) -> Notice:
    """A page that could not be read at all."""
    return Notice(
        "unreadable_page",
        f"Page {number} {why} and was not read. Read it with character recognition or by hand, or fetch a better copy.",
        number,
    )


def figure_without_data(number: int, title: str | None) -> Notice:
    """A chart whose values are not proved."""
    name = f"The chart '{title}'" if title else "A chart"
    text = f"{name} on page {number} prints no values that can be proved to be those of its bars. Read it by hand."
    return Notice("figure_without_data", text, number)


def is_undeciphered(marks: Marks) -> bool:
    """Whether so many characters are unknown that the others may be wrong as well."""
    letters = sum(len(word.text) for word in marks.words)
    return sum(word.text.count("\ufffd") for word in marks.words) > _UNKNOWN_SHARE * max(letters, 40)


def hidden_lines(marks: Marks) -> list[str]:
    """The lines of text that a page holds and does not show."""
    return [line.text for line in lines_of(marks.hidden_words) if any(char.isalnum() for char in line.text)]
