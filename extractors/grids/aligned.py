"""Grids without a full set of rules: columns from the gaps that run down through the lines, rows from the lines.

Level rules that share their ends, coloured stripes and a common base line are the evidence. Where there is none of
the first two, the bar is high: prose must never become a table.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.document import Box
from extractors.grids.columns import columns_of
from extractors.grids.edges import Edge, edges_of
from extractors.grids.grid import Grid
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Marks, Word, around
from extractors.grids.segments import Row, Segment, rows_of
from extractors.grids.settings import USUAL, GridSettings
from extractors.grids.stacking import stacked

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


def aligned_grids(marks: Marks, settings: GridSettings = USUAL) -> list[Grid]:
    """Tables that only alignment, level rules or stripes show, among words that stand in no other grid."""
    rows = rows_of(marks.words, settings)
    grids: list[Grid] = []
    taken: set[int] = set()
    for region in _between_rules(rows, marks, settings):
        grid = grid_in(region, settings)
        if grid and not taken & {id(row) for row in region.rows}:
            grids.append(grid)
            taken |= {id(row) for row in region.rows}
    left = [row for row in rows if id(row) not in taken]
    for region in _by_alignment(left, settings):
        grid = grid_in(region, settings)
        if grid:
            grids.append(grid)
    return grids


def grid_in(region: Region, settings: GridSettings = USUAL) -> Grid | None:
    """The grid of a region, None where its lines are no table."""
    columns = columns_of(region.rows, settings)
    if len(columns) < settings.aligned_columns:
        return None
    bands = stacked(region.rows, columns, region.rules)
    if not _is_table(bands, columns, region, settings):
        return None
    return _grid(bands, columns, region)


def _between_rules(rows: Sequence[Row], marks: Marks, settings: GridSettings) -> list[Region]:
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


def _by_alignment(rows: Sequence[Row], settings: GridSettings) -> list[Region]:
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


def _is_table(
    bands: Sequence[Sequence[Row]], columns: Sequence[tuple[float, float]], region: Region, settings: GridSettings
) -> bool:
    cells = [_cells(band, columns) for band in bands]
    full = [row for row in cells if len(row) >= 2]
    ruled = len(region.rules) >= 3
    if len(full) < (2 if ruled else settings.aligned_rows) or len(full) < 0.5 * len(cells):
        return False
    texts = [[" ".join(segment.text for segment in row.get(n, ())) for row in cells] for n in range(len(columns))]
    lengths = [len(text) for column in texts for text in column if text]
    if any("....." in text.replace(" ", "") or "…" * 2 in text for column in texts for text in column):
        return False
    first = [text for text in texts[0] if text]
    if len(columns) == 2 and sum(text.endswith(":") for text in first) > 0.5 * len(first):
        return False
    if ruled:
        return median(lengths) <= 60
    values = sum(_is_value_column(cells, n) for n in range(len(columns)))
    wordy = sum(median(len(text) for text in column if text) > 30 for column in texts if any(column))
    if len(region.rules) == 2:
        return values >= 1 or wordy == 0
    return values >= max(1, len(columns) // 2) and wordy <= 1 and median(lengths) <= 30


def _is_value_column(cells: Sequence[dict[int, list[Segment]]], column: int) -> bool:
    found = [row[column] for row in cells if column in row]
    values = sum(len(segments) == 1 and segments[0].is_value for segments in found)
    return len(found) >= 2 and values >= 0.6 * len(found)


def _cells(band: Sequence[Row], columns: Sequence[tuple[float, float]]) -> dict[int, list[Segment]]:
    cells: dict[int, list[Segment]] = {}
    for row in band:
        for segment in row.segments:
            for column in spanned(segment.box, columns)[:1]:
                cells.setdefault(column, []).append(segment)
    return cells


def spanned(box: Box, columns: Sequence[tuple[float, float]]) -> list[int]:
    """The columns over which a text stands: all whose middle it covers, or the one it is nearest to."""
    over = [n for n, (start, end) in enumerate(columns) if box[0] < end - 1 and box[2] > start + 1]
    if len(over) > 1:
        well = [
            n
            for n in over
            if min(box[2], columns[n][1]) - max(box[0], columns[n][0]) > 0.5 * min(columns[n][1] - columns[n][0], 1e9)
        ]
        middle = (box[0] + box[2]) / 2
        return well or [min(over, key=lambda n: abs((columns[n][0] + columns[n][1]) / 2 - middle))]
    if over:
        return over
    middle = (box[0] + box[2]) / 2
    return [min(range(len(columns)), key=lambda n: min(abs(columns[n][0] - middle), abs(columns[n][1] - middle)))]


def _grid(bands: Sequence[Sequence[Row]], columns: Sequence[tuple[float, float]], region: Region) -> Grid:
    box = region.box
    xs = [min(box[0], columns[0][0])]
    xs += [(before[1] + after[0]) / 2 for before, after in pairwise(columns)]
    xs.append(max(box[2], columns[-1][1]))
    ys = _row_lines(bands, region)
    areas: list[Area] = []
    words: list[tuple[Word, ...]] = []
    for number, band in enumerate(bands):
        for area, found in _areas(number, band, columns):
            areas.append(area)
            words.append(found)
    return Grid(Lattice(tuple(xs), tuple(ys), tuple(areas)), tuple(words), "aligned")


def _row_lines(bands: Sequence[Sequence[Row]], region: Region) -> list[float]:
    heads = [min(row.box[1] for row in band) for band in bands]
    feet = [max(row.box[3] for row in band) for band in bands]
    lines = [heads[0]]
    for foot, head in zip(feet, heads[1:], strict=False):
        lines.append((foot + head) / 2)
    lines.append(feet[-1])
    for number in range(1, len(lines)):
        lines[number] = max(lines[number], lines[number - 1] + 0.1)
    if region.rules:
        lines[0] = min(lines[0], region.rules[0])
        lines[-1] = max(lines[-1], region.rules[-1])
    return lines


def _areas(
    number: int, band: Sequence[Row], columns: Sequence[tuple[float, float]]
) -> list[tuple[Area, tuple[Word, ...]]]:
    """The cells of one row: a text over several columns is one wide cell."""
    spans: list[tuple[int, int, list[Word]]] = []
    for row in band:
        for segment in row.segments:
            over = spanned(segment.box, columns)
            spans.append((over[0], over[-1] + 1, list(segment.words)))
    merged: list[tuple[int, int, list[Word]]] = []
    for left, right, words in sorted(spans, key=lambda span: (span[0], span[1])):
        if merged and left < merged[-1][1]:
            start, end, known = merged[-1]
            merged[-1] = (start, max(end, right), known + words)
        else:
            merged.append((left, right, words))
    starts = {left for left, _, _ in merged}
    covered = {column for left, right, _ in merged for column in range(left, right)}
    areas = [(Area(number, left, number + 1, right), tuple(words)) for left, right, words in merged]
    areas += [
        (Area(number, column, number + 1, column + 1), ())
        for column in range(len(columns))
        if column not in covered and column not in starts
    ]
    return sorted(areas, key=lambda pair: pair[0].left)


def column_at(x: float, xs: Sequence[float]) -> int:
    """The number of the column that holds x."""
    return min(max(bisect_right(xs, x) - 1, 0), len(xs) - 2)
