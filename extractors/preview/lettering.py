"""How much room text takes, without a font at hand: the widths of Arial and its kin, near enough to break lines by."""

import re
from collections.abc import Iterator

_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.23),
    **dict.fromkeys(" ftI.,:;!/\\[]()-`", 0.3),
    **dict.fromkeys('r"*^°', 0.36),
    **dict.fromkeys("ckJsvxyz", 0.5),
    **dict.fromkeys("ABEKPSVXY&", 0.67),
    **dict.fromkeys("CDHNRUwT", 0.72),
    **dict.fromkeys("GOQ", 0.78),
    **dict.fromkeys("mM", 0.84),
    **dict.fromkeys("W%—…", 0.97),
    "@": 1.02,
}
_USUAL = 0.56
_OTHER_SCRIPTS = 1.0
_LATIN = 0x2100

# XML 1.0 has no place for the other control characters, nor for surrogates: they would break a whole page
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def text_width(text: str, size: float) -> float:
    """The width of one line of text, in the unit of the type's size."""
    return size * sum(_WIDTHS.get(letter, _USUAL if ord(letter) < _LATIN else _OTHER_SCRIPTS) for letter in text)


def in_lines(text: str, width: float, size: float) -> list[str]:
    """The text broken into lines between words, and inside words that are longer than a line."""
    lines: list[str] = []
    for word, space in words_of(text):
        if lines and text_width(f"{lines[-1]}{space}{word}", size) <= width:
            lines[-1] = f"{lines[-1]}{space}{word}"
        else:
            lines.extend(_broken(word, width, size))
    return lines


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """What a line may be broken between: words, and their parts after a hyphen; each with what stands before it."""
    for word in text.split():
        space = " "
        for part in re.split(r"(?<=\w-)(?=\w)", word):
            yield part, space
            space = ""


def printable(text: str) -> str:
    """The text with a mark in place of each character that no page can hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _broken(word: str, width: float, size: float) -> Iterator[str]:
    start = 0
    for end in range(1, len(word) + 1):
        if end - start > 1 and text_width(word[start:end], size) > width:
            yield word[start : end - 1]
            start = end - 1
    yield word[start:]
