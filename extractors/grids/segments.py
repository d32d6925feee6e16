"""Lines -> segments: stretches of a line with a wide gap before and after, the cells of a table without rules."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.lines import Line, lines_of
from extractors.grids.marks import Word, around
from extractors.grids.settings import USUAL, GridSettings

_ITEM = re.compile(r"[•▪■●○◦‣➢✓·*–—-]|o|\(?[a-z]{1,3}[.)]|\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}")
_VALUE_WORDS = re.compile(
    r"n/?a|[-–—.*x:✓✗✔✘↑↓→]+|nil|none|yes|no|(?:not |partially |fully )?met|exceeded", re.IGNORECASE
)
_LONGEST_VALUE = 24
_LONG_TEXT = 38


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of one line that stand together."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def is_value(self) -> bool:
        """Whether it is a figure or another short value, no label: at least as many digits as letters."""
        text = self.text.strip()
        digits, letters = sum(map(str.isdigit, text)), sum(map(str.isalpha, text))
        figure = digits > 0 and letters <= max(digits, 1) and len(text) <= _LONGEST_VALUE
        return figure or bool(_VALUE_WORDS.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the page cut into segments."""

    segments: tuple[Segment, ...]
    box: Box
    size: float

    @property
    def is_cut(self) -> bool:
        """Whether it has more than one segment."""
        return len(self.segments) > 1


def rows_of(words: Iterable[Word], settings: GridSettings = USUAL) -> list[Row]:
    """The upright lines of a page, each cut at its wide gaps; the number or bullet of a paragraph stays with it."""
    return [_row(line, settings) for line in lines_of(word for word in words if word.angle == 0)]


def _row(line: Line, settings: GridSettings) -> Row:
    groups: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        gap = word.box[0] - groups[-1][-1].box[2]
        if gap > settings.segment_gap_em * min(word.size, groups[-1][-1].size):
            groups.append([word])
        else:
            groups[-1].append(word)
    return Row(tuple(_segment(group) for group in _with_items_joined(groups)), line.box, line.size)


def _segment(words: Sequence[Word]) -> Segment:
    return Segment(tuple(words), around([word.box for word in words]))


def _with_items_joined(groups: list[list[Word]]) -> list[list[Word]]:
    if len(groups) != 2 or len(groups[0]) != 1 or not _ITEM.fullmatch(groups[0][0].text):
        return groups
    long = len(" ".join(word.text for word in groups[1])) > _LONG_TEXT
    return [groups[0] + groups[1]] if long or not groups[0][0].text.isdigit() else groups
