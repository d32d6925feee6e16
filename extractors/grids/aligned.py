"""Grids without a full set of rules: columns from the gaps that run down through the lines, rows from the lines.

Level rules that share their ends, coloured stripes and a common base line are the evidence. Where there is none of
the first two, the bar is high: prose must never become a table.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.document import Box
from extractors.grids.beside import apart
from extractors.grids.columns import columns_of
from extractors.grids.grid import Grid
from extractors.grids.headings import headed, parted_headings
from extractors.grids.lattice import Area, Lattice
from extractors.grids.marks import Marks, Word
from extractors.grids.merged import with_merged_headings, with_merged_labels
from extractors.grids.regions import Region, regions_between_rules, regions_by_alignment, restarted_regions
from extractors.grids.segments import Row, Segment, rows_of
from extractors.grids.settings import USUAL, GridSettings
from extractors.grids.stacking import stacked

_MOST_HEADING_ROWS = 3
_WRITTEN_SHARE = 0.5


def aligned_grids(marks: Marks, settings: GridSettings = USUAL) -> list[Grid]:
    """Tables that only alignment, level rules or stripes show, among words that stand in no other grid."""
    rows = rows_of(marks.words, settings)
    grids: list[Grid] = []
    taken: set[Word] = set()
    for whole in regions_between_rules(rows, marks, settings):
        for region in restarted_regions(whole):
            grid = None if taken & region.words else _grid_in(region, settings)
            if grid:
                grids.append(grid)
                taken |= region.words
    for left in apart(rows_of((word for word in marks.words if word not in taken), settings), settings):
        regions = [part for whole in regions_by_alignment(left, settings) for part in restarted_regions(whole)]
        grids += [grid for region in regions if (grid := _grid_in(region, settings))]
    return grids


def _grid_in(region: Region, settings: GridSettings = USUAL) -> Grid | None:
    """The grid of a region, None where its lines are no table."""
    columns = columns_of(region.rows)
    rows = tuple(parted_headings(region.rows, columns)) if len(columns) > 2 else region.rows
    if rows != region.rows:
        region = Region(rows, region.rules)
        columns = columns_of(rows)
    if len(columns) < settings.aligned_columns:
        return None
    bands = stacked(region.rows, columns, region.rules)
    if not _is_table(bands, columns, region, settings):
        return None
    return with_merged_headings(with_merged_labels(_grid(bands, columns, region)))


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
        return median(lengths) <= 60 and len(bands) >= _WRITTEN_SHARE * (len(region.rules) - 1)
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
    heads = band if number < _MOST_HEADING_ROWS else ()
    evenly = {box: over for row in heads for box, over in headed(row, columns).items()}
    spans: list[tuple[int, int, list[Word]]] = []
    for row in band:
        for segment in row.segments:
            over = evenly.get(segment.box) or spanned(segment.box, columns)
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
