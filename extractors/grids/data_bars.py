"""The bars that a workbook draws inside its cells, as long as the figures are high: no walls of a table."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import Box
from extractors.grids.bars import Bar, bar_groups, is_shaded_text
from extractors.grids.chart import view_of
from extractors.grids.marks import Marks

_PADDING = 6.0
_ASIDE = 1.5
_LEAST_LENGTHS = 2


def without_data_bars(marks: Marks) -> Marks:
    """The page less the bars that begin at a wall of their cells and end anywhere."""
    walls = [stroke.box for stroke in marks.strokes if not stroke.is_level]
    if len(walls) < 2:
        return marks
    view = view_of(marks, marks.words, lying=True)
    drawn: set[Box] = set()
    for group in bar_groups(view, (), ()):
        if _are_in_cells(group, walls) and not is_shaded_text(group, view):
            drawn.update(view.back(bar.box) for bar in group)
    return replace(marks, fills=tuple(fill for fill in marks.fills if fill.box not in drawn)) if drawn else marks


def _are_in_cells(group: Sequence[Bar], walls: Sequence[Box]) -> bool:
    """Whether a wall runs along the base of all, and at least two end where no wall is."""
    base, top, foot = -group[0].foot, group[0].start, group[-1].end
    middle = (group[0].start + group[0].end) / 2
    beside = any(-1 <= base - wall[2] <= _PADDING and wall[1] <= middle <= wall[3] for wall in walls)
    ends = sorted({round(-bar.head, 1) for bar in group})
    across = [wall for wall in walls if wall[1] < foot and wall[3] > top]
    loose = [end for end in ends if not any(abs(wall[0] - end) <= _ASIDE for wall in across)]
    apart = sum(after - before > _ASIDE for before, after in pairwise(loose))
    return beside and len({bar.colour for bar in group}) == 1 and apart + 1 >= _LEAST_LENGTHS and len(loose) > 1
