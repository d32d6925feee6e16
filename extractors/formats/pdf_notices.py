"""What a page shows and was not read, told in sentences that say what to do."""

from collections.abc import Sequence

from extractors.document import Notice, Table
from extractors.formats.pdf_triage import COMMON_WORDS
from extractors.grids.lines import lines_of
from extractors.grids.marks import Marks
from extractors.recognition import EXTRA, is_installed

_HARDLY_ANY = 25
_MAINLY = 0.5
_WHOLLY = 0.85
_STEPS = 24
_QUOTED = 200
_UNKNOWN = "\ufffd"
_UNKNOWN_SHARE = 0.1
_UNKNOWN_FIGURES = 3
_TELLING_LETTERS = 80
_COMMON_LETTERS = frozenset("etaoinsrhl")
_COMMON_SHARE = 0.5
_CURE = f"{EXTRA} to have it recognised, or read it by hand."


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
    """Whether a page shows pictures and hardly any text beside them."""
    return _covered(marks) > _MAINLY and len(marks.words) < _HARDLY_ANY


def is_scan(marks: Marks) -> bool:
    """Whether a page is a picture as a whole, but for a stamp; a slide that sets a title over a picture is none."""
    least = _MAINLY if not marks.words else _WHOLLY
    return is_mainly_picture(marks) and _covered(marks) > least


def _covered(marks: Marks) -> float:
    """The share of the page that pictures cover; scanners may store a page in strips or in layers."""
    tall, wide = marks.height / _STEPS, marks.width / _STEPS
    if not marks.pictures:
        return 0.0
    covered = 0
    for row in range(_STEPS):
        y = (row + 0.5) * tall
        level = [(box[0], box[2]) for box in marks.pictures if box[1] <= y <= box[3]]
        covered += sum(any(x0 <= (step + 0.5) * wide <= x1 for x0, x1 in level) for step in range(_STEPS))
    return covered / (_STEPS * _STEPS)


def unreadable(number: int, why: str) -> Notice:
    """A page that could not be read at all."""
    return Notice(
        "unreadable_page",
        f"Page {number} {why} and was not read. Read it with character recognition or by hand, or fetch a better copy.",
        number,
    )


def figure_without_data(number: int, title: str | None, series: Sequence[str] = ()) -> Notice:
    """A chart whose values are not proved, or a few `series` of one whose others are."""
    name = f"The chart '{title}'" if title else "A chart"
    of = f" for {', '.join(one or 'a series without a name' for one in series)}" if series else ""
    told = f"prints no values{of} that can be proved to be those of what it draws"
    text = f"{name} on page {number} {told}. Read it by hand."
    return Notice("figure_without_data", text, number)


def is_undeciphered(marks: Marks) -> bool:
    """Whether so many characters are unknown, or make no words, that the others may be wrong as well."""
    letters = sum(len(word.text) for word in marks.words)
    unknown = sum(word.text.count(_UNKNOWN) for word in marks.words)
    return unknown > _UNKNOWN_SHARE * max(letters, 40) or _lacks_figures(marks) or _is_gibberish(marks)


def _lacks_figures(marks: Marks) -> bool:
    """Whether the page's figures are unknown: more words inside its lines hold nothing known than are numbers.

    Unknown signs at the head of a line are bullets.
    """
    if not any(_UNKNOWN in word.text for word in marks.words):
        return False
    inside = [word.text for line in lines_of(marks.words) for word in line.words[1:]]
    unknown = sum(set(text) <= {_UNKNOWN} for text in inside)
    return unknown >= max(_UNKNOWN_FIGURES, sum(text.isdecimal() for text in inside))


def _is_gibberish(marks: Marks) -> bool:
    """Whether a page full of letters holds none of the commonest words, and few of the commonest letters.

    Fonts that give each sign the number of its shape make '3UHYHQW' of 'Prevent'.
    """
    text = " ".join(word.text for word in marks.words).lower()
    letters = [char for char in text if "a" <= char <= "z"]
    if len(letters) < _TELLING_LETTERS or not COMMON_WORDS.isdisjoint(text.split()):
        return False
    return sum(char in _COMMON_LETTERS for char in letters) < _COMMON_SHARE * len(letters)


def hidden_lines(marks: Marks) -> list[str]:
    """The lines of text that a page holds and does not show."""
    return [line.text for line in lines_of(marks.hidden_words) if any(char.isalnum() for char in line.text)]
