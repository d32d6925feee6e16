"""Tables that lost their grid: every cell on a line of its own, one row after the other.

Copying out of a viewer leaves papers like this. The rows show themselves by counting ('1', label, score, '2', label,
score) or by their rhythm (label, score, label, score).
"""

import re
from collections.abc import Sequence

_FIGURE = re.compile(r"[-–+]?\d{1,3}(?:\.\d+)?\s?%?\*?|n/?a|[-–—]", re.IGNORECASE)
_HEADER_FIGURE = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")
_WIDEST = 7
_LEAST_ROWS = 4
_LONGEST = 80
_LONGEST_HEADER = 50
LOOK_AHEAD = _WIDEST * (_LEAST_ROWS + 1)
"""So many lines are enough to tell whether a stacked table begins."""


def rows_of(lines: Sequence[str]) -> tuple[list[list[str]], int] | None:
    """The rows of the stacked table that begins with the first of these printed lines, and how many lines it takes.

    None where none begins there; rows without a number of their own in the header get '' there.
    """
    for width in range(2, _WIDEST + 1):
        for header in (width, width - 1, 0):
            if header == 0 and width == 2:
                continue
            count = _counted(lines[header:], width)
            if count < _LEAST_ROWS and header != width - 1:
                count = _rhythmic(lines[header:], width)
            if count >= _LEAST_ROWS and _is_header(lines[:header]):
                return _table(lines, width, header, count), header + width * count
    return None


def _counted(lines: Sequence[str], width: int) -> int:
    """How many rows of so many lines follow, each beginning with the next number."""
    count = 0
    while (count + 1) * width <= len(lines):
        row = lines[count * width : (count + 1) * width]
        if row[0].rstrip(".)") != str(count + 1) or not _is_cells(row) or _FIGURE.fullmatch(row[1]):
            break
        count += 1
    return count


def _rhythmic(lines: Sequence[str], width: int) -> int:
    """How many rows of so many lines follow, each a label with figures after it."""
    count = 0
    while (count + 1) * width <= len(lines):
        label, *figures = lines[count * width : (count + 1) * width]
        is_label = not _FIGURE.fullmatch(label) and _is_cells([label]) and any(map(str.isalpha, label))
        if not is_label or not all(map(_FIGURE.fullmatch, figures)):
            break
        count += 1
    return count


def _is_cells(row: Sequence[str]) -> bool:
    return all((len(text) <= _LONGEST and not text.endswith((".", ";"))) or len(text) <= 4 for text in row)


def _is_header(texts: Sequence[str]) -> bool:
    """Words or years, none of them a sentence or a figure."""
    return all(
        len(text) <= _LONGEST_HEADER
        and not text.endswith((".", ":", ";"))
        and (not _FIGURE.fullmatch(text) or bool(_HEADER_FIGURE.fullmatch(text)))
        for text in texts
    )


def _table(lines: Sequence[str], width: int, header: int, count: int) -> list[list[str]]:
    rows = [list(lines[header + place * width : header + (place + 1) * width]) for place in range(count)]
    if not header:
        return rows
    return [[*[""] * (width - header), *lines[:header]], *rows]
