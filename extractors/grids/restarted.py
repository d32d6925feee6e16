"""Two tables in one grid, the second below the first on the same rules: cut where headings stand among the values."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.grid import Grid
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Word
from extractors.grids.segments import rows_of

_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")
_MOST_HEADING_ROWS = 2

Cells = dict[int, list[Word]]
Style = tuple[bool, str | None]


def restarted(grid: Grid) -> list[Grid]:
    """The grid in one piece, or cut before each row that is set like the first one and heads values as that does.

    A row of totals holds values, a row that says 'excluded' of everybody is set like the rows around it: neither cuts.
    """
    rows: list[Cells] = [{} for _ in range(grid.rows)]
    for area, words in grid.cells:
        if words:
            rows[area.top][area.left] = list(words)
    cuts = [n for n in range(2, grid.rows - 1) if _starts_anew(rows, n) and not _is_crossed(grid.lattice.areas, n)]
    ends = [0, *cuts, grid.rows]
    return [_part(grid, top, foot) for top, foot in pairwise(ends)] if cuts else [grid]


def _starts_anew(rows: Sequence[Cells], number: int) -> bool:
    first, before = _style(rows[0]), _style(rows[number - 1])
    if first == before or _style(rows[number]) != first or not _holds_values(rows[number - 1]):
        return False
    heads = 0
    while number + heads < len(rows) and heads < _MOST_HEADING_ROWS and _is_heading(rows[number + heads]):
        heads += 1
    return heads > 0 and number + heads < len(rows) and _holds_values(rows[number + heads])


def _style(cells: Cells) -> Style:
    words = [word for found in cells.values() for word in found]
    bold = 2 * sum(word.bold for word in words) > len(words)
    colours = {word.colour for _, found in sorted(cells.items()) for word in found}
    return bold, colours.pop() if len(colours) == 1 else None


def _is_heading(cells: Cells) -> bool:
    """Whether every column but the first holds words or a year, and no two the same."""
    texts = [_text(words) for column, words in cells.items() if column]
    return (
        bool(texts)
        and (len(set(texts)) == len(texts) or any(_YEAR.fullmatch(text) for text in texts))
        and all(_YEAR.fullmatch(text) or not _is_value(words) for text, words in _told(cells))
    )


def _told(cells: Cells) -> list[tuple[str, list[Word]]]:
    return [(_text(words), words) for column, words in cells.items() if column]


def _holds_values(cells: Cells) -> bool:
    told = _told(cells)
    return bool(told) and all(_is_value(words) and not _YEAR.fullmatch(text) for text, words in told)


def _is_value(words: Sequence[Word]) -> bool:
    return all(len(row.segments) == 1 and row.segments[0].is_value for row in rows_of(words))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _is_crossed(areas: Sequence[Area], line: int) -> bool:
    return any(area.top < line < area.bottom for area in areas)


def _part(grid: Grid, top: int, foot: int) -> Grid:
    """The rows from top to foot, the columns in which none of their texts begins given to those before them."""
    held = [(area, words) for area, words in grid.cells if top <= area.top and area.bottom <= foot]
    lefts = sorted({0} | {area.left for area, words in held if words})
    place = {line: number for number, line in enumerate([*lefts, grid.columns])}
    kept: dict[Area, list[Word]] = {}
    for area, words in held:
        left = max(line for line in lefts if line <= area.left)
        right = min((line for line in place if line >= area.right), default=grid.columns)
        moved = Area(area.top - top, place[left], area.bottom - top, place[right])
        if words or area.left in place:
            kept.setdefault(moved, []).extend(words)
    areas = sorted(kept, key=lambda area: (area.top, area.left))
    xs = tuple(grid.lattice.xs[line] for line in place)
    lattice = Lattice(xs, grid.lattice.ys[top : foot + 1], tuple(areas))
    return Grid(lattice, tuple(tuple(kept[area]) for area in areas), grid.evidence, grid.caption)
