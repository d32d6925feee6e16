"""Tables that are built of separate shapes: boxes with a label or a figure each, set in rows and columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from extractors.document import Box, Cell

T = TypeVar("T")

_TOLERANCE = 5.0
_LEAST_ROWS = 3
_LEAST_COLUMNS = 2
_LEAST_FILLED = 0.75
_LEAST_SHORT = 0.6
_SHORT = 15
_LONGEST_LABEL = 80
# The texts are stored as texts, but that they belong together is read from their places.
_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class Tile(Generic[T]):
    """A shape that may be a cell; `shape` is whatever the caller knows it by."""

    shape: T
    box: Box
    text: str
    fill: str | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the shape, in points."""
        return (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2


@dataclass(frozen=True, slots=True)
class TileGrid(Generic[T]):
    """The cells that were found and the shapes that they were made of."""

    cells: tuple[Cell, ...]
    box: Box
    shapes: tuple[T, ...]


def grid_of(tiles: Sequence[Tile[T]], page: int) -> TileGrid[T] | None:
    """The grid that short texts and coloured boxes of a slide form, None where they form none.

    Three rows and two columns at least must line up by their middles, three quarters of the places be taken, and
    most of what stands beside the labels be short, with a figure among it.
    """
    short = [tile for tile in tiles if len(tile.text) <= _LONGEST_LABEL]
    # A corner without a box of its own leaves the column of labels one short.
    columns = _lines([tile.middle[0] for tile in short], _LEAST_ROWS - 1)
    inside = [tile for tile in short if _place(columns, tile.middle[0]) is not None]
    rows = _lines([tile.middle[1] for tile in inside], _LEAST_COLUMNS)
    placed: dict[tuple[int, int], list[Tile[T]]] = {}
    for tile in inside:
        row, column = _place(rows, tile.middle[1]), _place(columns, tile.middle[0])
        if row is not None and column is not None:
            placed.setdefault((row, column), []).append(tile)
    if not _is_grid(placed, len(rows), len(columns)):
        return None
    cells = tuple(_cell(place, placed.get(place, []), page) for place in _places(len(rows), len(columns)))
    members = [tile for group in placed.values() for tile in group]
    return TileGrid(cells, _around([tile.box for tile in members]), tuple(tile.shape for tile in members))


def _lines(numbers: Sequence[float], least: int) -> list[float]:
    """The places at which at least so many numbers lie, each within the tolerance of the one before."""
    clusters: list[list[float]] = []
    for number in sorted(numbers):
        if clusters and number - clusters[-1][-1] <= _TOLERANCE:
            clusters[-1].append(number)
        else:
            clusters.append([number])
    return [sum(cluster) / len(cluster) for cluster in clusters if len(cluster) >= least]


def _place(lines: Sequence[float], number: float) -> int | None:
    near = min(range(len(lines)), key=lambda place: abs(lines[place] - number), default=None)
    return near if near is not None and abs(lines[near] - number) <= 2 * _TOLERANCE else None


def _places(height: int, width: int) -> list[tuple[int, int]]:
    return [(row, column) for row in range(height) for column in range(width)]


def _is_grid(placed: dict[tuple[int, int], list[Tile[T]]], height: int, width: int) -> bool:
    if height < _LEAST_ROWS or width < _LEAST_COLUMNS or len(placed) < _LEAST_FILLED * height * width:
        return False
    inner = [_text(tiles) for (row, column), tiles in placed.items() if row and column]
    has_figure = any(any(map(str.isdecimal, text)) for text in inner)
    return has_figure and sum(len(text) <= _SHORT for text in inner) >= _LEAST_SHORT * len(inner)


def _text(tiles: Sequence[Tile[T]]) -> str:
    return "\n".join(text for text, _ in groupby(tile.text for tile in tiles if tile.text))


def _cell(place: tuple[int, int], tiles: Sequence[Tile[T]], page: int) -> Cell:
    return Cell(
        row=place[0],
        column=place[1],
        text=_text(tiles),
        page=page,
        bbox=_around([tile.box for tile in tiles]) if tiles else None,
        fill=next((tile.fill for tile in tiles if tile.fill), None),
        confidence=_CONFIDENCE,
    )


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
