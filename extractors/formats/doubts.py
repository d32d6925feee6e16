"""Which words of a page may not show: what is painted over them, cut off, or put on a layer that can be turned off."""

import math
from collections import defaultdict
from collections.abc import Iterator

from extractors.document import Box
from extractors.grids.marks import Word, holds

_TILE = 48.0
_THIN = 2.5
_MOST_TILES = 4096


class Doubts:
    """The stretches of text of one page in the order of painting, and those of them that are in doubt."""

    def __init__(self) -> None:
        self._placed: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
        self._doubted: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def place(self, box: Box, *, doubted: bool) -> None:
        """A stretch of text was painted."""
        point = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        tile = int(point[0] // _TILE), int(point[1] // _TILE)
        (self._doubted if doubted else self._placed)[tile].append(point)

    def cover(self, box: Box) -> None:
        """Something broad was painted: it may hide the text that is there already."""
        broad = math.isfinite(sum(box)) and min(box[2] - box[0], box[3] - box[1]) >= _THIN
        if not self._placed or not broad:
            return
        for tile in _tiles(box):
            if self._placed.get(tile):
                hit = [point for point in self._placed[tile] if holds(box, point)]
                if hit:
                    self._doubted[tile] += hit
                    self._placed[tile] = [point for point in self._placed[tile] if not holds(box, point)]

    def about(self, word: Word) -> bool:
        """Whether some of the word is in doubt."""
        return bool(self._doubted) and any(
            holds(word.box, point) for tile in _tiles(word.box) for point in self._doubted.get(tile, ())
        )


def _tiles(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, foot = (int(side // _TILE) for side in box)
    if (right - left + 1) * (foot - top + 1) > _MOST_TILES:
        left, top, right, foot = max(left, 0), max(top, 0), min(right, 64), min(foot, 64)
    return ((column, row) for column in range(left, right + 1) for row in range(top, foot + 1))
