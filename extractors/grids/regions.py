"""Where on a page a table without a full set of rules may stand: between level rules, or where lines share gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.document import Box
from extractors.grids.edges import Edge, edges_of
from extractors.grids.marks import Marks, around
from extractors.grids.segments import Row
from extractors.grids.settings import USUAL, GridSettings

_BESIDE = re.compile(r"(?:table|figure|fig\.|chart|source|notes?|nb)\b", re.IGNORECASE)
_LONG_LINE = 48
_LONG_PIECE = 32


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that may be a table; `rules` are the heights of level rules that run across all of it."""

    rows: tuple[Row, ...]
    rules: tuple[float, ...] = ()

    @property
    def box(self) -> Box:
        """The smallest box around the lines."""
        return around([row.box for row in self.rows])


def regions_between_rules(rows: Sequence[Row], marks: Marks, settings: GridSettings = USUAL) -> list[Region]:
    """Regions between the first and the last of at least two level rules that begin and end alike."""
    level = sorted(
        (edge for edge in edges_of(marks, settings, sides_of_fills=False).level if edge.length > 60),
        key=lambda edge: edge.place,
    )
    groups: list[list[Edge]] = []
    for edge in level:
        for group in groups:
            if abs(group[-1].start - edge.start) < 6 and abs(group[-1].end - edge.end) < 6:
                group.append(edge)
                break
        else:
            groups.append([edge])
    regions: list[Region] = []
    for group in groups:
        regions += _regions_along(group, rows)
    return sorted(regions, key=lambda region: -len(region.rows))


def _regions_along(group: list[Edge], rows: Sequence[Row]) -> list[Region]:
    """The stretch of rules cut where a block of uncut lines (prose between two tables) stands between two of them."""
    regions: list[Region] = []
    run: list[Edge] = []
    for edge in group:
        if run and _is_prose_between(run[-1], edge, rows):
            regions += _region(run, rows)
            run = []
        run.append(edge)
    return regions + _region(run, rows)


def _is_prose_between(upper: Edge, lower: Edge, rows: Sequence[Row]) -> bool:
    between = _inside(rows, upper.place, lower.place, upper.start, upper.end)
    return bool(between) and sum(row.is_cut for row in between) < 0.34 * len(between)


def _region(run: list[Edge], rows: Sequence[Row]) -> list[Region]:
    if len(run) < 2:
        return []
    inside = _inside(rows, run[0].place, run[-1].place, run[0].start, run[0].end)
    rules = [run[0].place]
    for edge in run[1:]:
        if edge.place - rules[-1] > 4:
            rules.append(edge.place)
    return [Region(tuple(inside), tuple(rules))] if len(inside) >= 2 else []


def _inside(rows: Sequence[Row], top: float, bottom: float, left: float, right: float) -> list[Row]:
    return [
        row
        for row in rows
        if top < (row.box[1] + row.box[3]) / 2 < bottom and left - 8 < row.box[0] and row.box[2] < right + 8
    ]


def regions_by_alignment(rows: Sequence[Row], settings: GridSettings = USUAL) -> list[Region]:
    """Stretches of lines, most of them cut, whose gaps lie above one another."""
    regions: list[Region] = []
    current: list[Row] = []
    for row in rows:
        if current and not _goes_on(current, row, settings):
            regions += _trimmed(current)
            current = []
        if current or row.is_cut:
            current.append(row)
    return regions + _trimmed(current)


def _goes_on(current: Sequence[Row], row: Row, settings: GridSettings) -> bool:
    last = current[-1]
    if row.box[1] - last.box[3] > settings.line_pitch_em * max(row.size, last.size):
        return False
    cut = [one for one in current if one.is_cut]
    if row.is_cut:
        return _shares_gaps(cut[-1], row) or len(cut) < 2
    if len(current) - 1 - max(n for n, one in enumerate(current) if one.is_cut) >= 3:
        return False
    # a line in one piece goes on only where it fits into a single column
    gaps = _gaps(cut[-1])
    return not any(row.box[0] < start and end < row.box[2] for start, end in gaps)


def _gaps(row: Row) -> list[tuple[float, float]]:
    return [(before.box[2], after.box[0]) for before, after in pairwise(row.segments)]


def _shares_gaps(first: Row, second: Row) -> bool:
    """Whether at least one gap of either line lies over a gap of the other."""
    return any(
        min(end, other_end) - max(start, other_start) > 0.4 * min(first.size, second.size)
        for start, end in _gaps(first)
        for other_start, other_end in _gaps(second)
    )


def _trimmed(rows: list[Row]) -> list[Region]:
    """The region without caption, notes and the uncut lines at its foot, but for one that wraps the last label."""
    while rows and _is_beside_the_table(rows[0]):
        rows = rows[1:]
    while rows and _is_beside_the_table(rows[-1]):
        rows = rows[:-1]
    last = max((n for n, row in enumerate(rows) if row.is_cut), default=-1)
    if sum(row.is_cut for row in rows) < 2:
        return []
    kept = rows[: last + 1]
    pitches = [after.box[3] - before.box[3] for before, after in pairwise(kept)]
    if last + 1 < len(rows) and rows[last + 1].box[3] - rows[last].box[3] < 0.8 * median(pitches):
        kept = rows[: last + 2]
    return [Region(tuple(kept))]


def _is_beside_the_table(row: Row) -> bool:
    """Whether a line at the head or foot of a region is a caption, a note or running text."""
    longest = max(len(segment.text) for segment in row.segments)
    named = _BESIDE.match(row.segments[0].text)
    return longest > _LONG_LINE or (not row.is_cut and longest > _LONG_PIECE) or (bool(named) and longest > 12)
