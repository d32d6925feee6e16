"""Heatmaps drawn as coloured boxes with gaps between them: boxes in rows and columns -> a lattice."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.edges import WHITE
from extractors.grids.grid import Grid
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Fill, Marks, Word, holds
from extractors.grids.placing import placed
from extractors.grids.settings import USUAL, GridSettings

_ALIKE = 2.5
_LEAST_SIDE = 7.0
_FULL_SHARE = 0.7
_WIDEST_GAP = 0.8


def filled_grids(marks: Marks, settings: GridSettings = USUAL) -> list[Grid]:
    """Grids whose cells are fills of like size, in at least two rows and two columns, most places filled."""
    boxes = [fill for fill in marks.fills if _may_be_cell(fill, marks)]
    rows = _bands([(fill.box[1], fill.box[3]) for fill in boxes])
    columns = _bands([(fill.box[0], fill.box[2]) for fill in boxes])
    if len(rows) < 2 or len(columns) < 2:
        return []
    grids = []
    for row_part in _near(rows):
        for column_part in _near(columns):
            lattice = _lattice(row_part, column_part, boxes)
            if lattice:
                grid = Grid(lattice, placed(marks.words, lattice), "filled")
                if _is_heatmap(grid, settings) or _is_colours_only(grid, boxes):
                    grids.append(grid)
    return grids


def _may_be_cell(fill: Fill, marks: Marks) -> bool:
    width, height = fill.box[2] - fill.box[0], fill.box[3] - fill.box[1]
    return (
        not fill.round
        and fill.colour != WHITE
        and min(width, height) >= _LEAST_SIDE
        and width < 0.5 * marks.width
        and height < 0.3 * marks.height
    )


def _bands(ends: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The (start, end) pairs that at least two boxes share and that do not overlap a commoner pair."""
    found: list[tuple[float, float, int]] = []
    for start, end in sorted(ends):
        for number, (known_start, known_end, count) in enumerate(found):
            if abs(start - known_start) < _ALIKE and abs(end - known_end) < _ALIKE:
                found[number] = (known_start, known_end, count + 1)
                break
        else:
            found.append((start, end, 1))
    kept: list[tuple[float, float]] = []
    for start, end, count in sorted(found, key=lambda band: -band[2]):
        if count >= 2 and all(end <= other[0] + _ALIKE or start >= other[1] - _ALIKE for other in kept):
            kept.append((start, end))
    return sorted(kept)


def _near(bands: Sequence[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """Bands in groups without a wide gap inside."""
    groups = [[bands[0]]]
    for before, band in pairwise(bands):
        if band[0] - before[1] <= _WIDEST_GAP * max(band[1] - band[0], before[1] - before[0]):
            groups[-1].append(band)
        else:
            groups.append([band])
    return [group for group in groups if len(group) >= 2]


def _lattice(
    rows: Sequence[tuple[float, float]], columns: Sequence[tuple[float, float]], fills: Sequence[Fill]
) -> Lattice | None:
    centres = [((fill.box[0] + fill.box[2]) / 2, (fill.box[1] + fill.box[3]) / 2) for fill in fills]
    hit = {
        (r, c)
        for r, (top, bottom) in enumerate(rows)
        for c, (left, right) in enumerate(columns)
        if any(holds((left, top, right, bottom), centre) for centre in centres)
    }
    if len(hit) < _FULL_SHARE * len(rows) * len(columns) or len(hit) < 4:
        return None
    areas = tuple(Area(r, c, r + 1, c + 1) for r in range(len(rows)) for c in range(len(columns)))
    return Lattice(_lines(columns), _lines(rows), areas)


def _lines(bands: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    return (bands[0][0], *((before[1] + after[0]) / 2 for before, after in pairwise(bands)), bands[-1][1])


def _is_heatmap(grid: Grid, settings: GridSettings) -> bool:
    """Whether most boxes hold a short text. Cards with a label and a figure each are texts, not cells."""
    texts = [words for words in grid.words if words]
    short = [words for words in texts if sum(len(word.text) for word in words) <= 24]
    cards = [words for words in texts if len(words) > 1 and _is_card(words)]
    if len(cards) >= 0.5 * len(texts):
        return False
    many = grid.rows >= settings.aligned_rows or grid.columns >= settings.aligned_rows
    return many and len(short) >= 0.5 * len(grid.words)


def _is_colours_only(grid: Grid, boxes: Sequence[Fill]) -> bool:
    """Whether all boxes are blank and of at least two colours; labels beside them must prove the table."""
    x0, top, x1, foot = grid.lattice.box
    colours = {fill.colour for fill in boxes if x0 - 1 < fill.box[0] < x1 and top - 1 < fill.box[1] < foot}
    many = min(grid.rows, grid.columns) >= 2 and grid.rows * grid.columns >= 6
    return not grid.all_words and len(colours) >= 2 and many


def _is_card(words: Sequence[Word]) -> bool:
    """Whether a box holds a label on some lines and a figure on another."""
    figures = [word for word in words if word.text.strip("%/.,").isdigit()]
    labels = [word for word in words if sum(map(str.isalpha, word.text)) >= 3]
    return (
        bool(figures)
        and bool(labels)
        and all(abs(figure.centre[1] - label.centre[1]) > 0.5 * label.size for figure in figures for label in labels)
    )
