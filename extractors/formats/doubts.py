"""Which words of a page may not show: what is painted over them, cut off, or put on a layer that can be turned off.

Of a text that was painted over, and then written over, the painted page shows the new one only: that is known here.
"""

import math
from collections import defaultdict
from collections.abc import Iterator

from extractors.document import Box
from extractors.grids.marks import Glyph, Word, area, holds, shared
from extractors.grids.shapes import Point

_TILE = 48.0
_THIN = 2.5
_MOST_TILES = 4096
_OVERWRITTEN = 0.5


class Doubts:
    """The stretches of text of one page in the order of painting, and those of them that are in doubt."""

    def __init__(self) -> None:
        self.hidden: set[int] = set()
        """By identity, glyphs that surely do not show: under a picture, or under a ground with other text on it."""
        self._placed: dict[tuple[int, int], list[tuple[Point, Glyph]]] = defaultdict(list)
        self._covered: dict[tuple[int, int], list[Glyph]] = defaultdict(list)
        self._doubted: dict[tuple[int, int], list[Point]] = defaultdict(list)

    @property
    def has_text(self) -> bool:
        """Whether any text has been painted that nothing covers so far."""
        return any(self._placed.values())

    def place(self, glyph: Glyph, *, doubted: bool) -> None:
        """A stretch of text was painted."""
        box = glyph.box
        point = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        tile = int(point[0] // _TILE), int(point[1] // _TILE)
        for near in _tiles(box) if self._covered else ():
            for old in self._covered.get(near, ()):
                if shared(old.box, box) > _OVERWRITTEN * area(old.box):
                    self.hidden.add(id(old))
        if doubted:
            self._doubted[tile].append(point)
        else:
            self._placed[tile].append((point, glyph))

    def cover(self, box: Box) -> None:
        """Something broad was painted: it may hide the text that is there already."""
        broad = math.isfinite(sum(box)) and min(box[2] - box[0], box[3] - box[1]) >= _THIN
        if not self._placed or not broad:
            return
        for tile in _tiles(box):
            if self._placed.get(tile):
                hit = [(point, glyph) for point, glyph in self._placed[tile] if holds(box, point)]
                if hit:
                    self._doubted[tile] += [point for point, _ in hit]
                    self._covered[tile] += [glyph for _, glyph in hit]
                    self._placed[tile] = [pair for pair in self._placed[tile] if not holds(box, pair[0])]

    def bury(self, box: Box) -> None:
        """Something through which nothing shows was painted over much of the page, such as a scan over its text."""
        for tile, placed in self._placed.items():
            self.hidden |= {id(glyph) for point, glyph in placed if holds(box, point)}
            self._placed[tile] = [pair for pair in placed if not holds(box, pair[0])]

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
