"""Lines cut into segments -> columns: what stays free down through nearly all lines parts two columns."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.segments import Row

_CROSSED_SHARE = 0.08
_SUPPORT_SHARE = 0.25


def columns_of(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The (start, end) of every column from left to right, as wide as the text in it.

    The lines with the most segments decide; a heading that stands over several columns may cross a gap.
    """
    cut = [row for row in rows if row.is_cut]
    if len(cut) < 2:
        return []
    most = sorted(len(row.segments) for row in cut)[-max(1, len(cut) // 4)]
    full = [row for row in cut if len(row.segments) >= max(2, 0.5 * most)]
    columns = _supported(_free(full), full)
    body = [row for row in full if sum(one.is_value for one in row.segments[1:]) > 0.5 * len(row.segments[1:])]
    if len(body) < 3 or len(body) == len(full):
        return columns
    by_body = _supported(_free(body), body)
    headings = [row for row in cut if row not in body]
    if len(by_body) < len(columns) and not any(len(row.segments) == len(by_body) for row in headings):
        return columns
    return _with_headings(by_body, headings) or columns


def _with_headings(columns: list[tuple[float, float]], rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Columns of values made as wide as their headings, which may stand at their other side; none where these clash.

    A line of as many pieces as there are columns heads them one by one; other pieces count where they lie over one
    column, or in the free space beside only one.
    """
    wide = list(columns)
    for row in sorted(rows, key=lambda row: len(row.segments) != len(columns)):
        alike = len(row.segments) == len(columns)
        for place, segment in enumerate(row.segments):
            number = place if alike else _column_beside(segment.box[0], segment.box[2], wide)
            if number is not None:
                wide[number] = min(wide[number][0], segment.box[0]), max(wide[number][1], segment.box[2])
    return wide if all(before[1] < after[0] for before, after in pairwise(wide)) else []


def _column_beside(start: float, end: float, columns: Sequence[tuple[float, float]]) -> int | None:
    over = [n for n, (left, right) in enumerate(columns) if start < right and left < end]
    if over:
        return over[0] if len(over) == 1 else None
    before = [n for n, (_, right) in enumerate(columns) if right <= start]
    near = [n for n in (len(before) - 1, len(before)) if 0 <= n < len(columns)]
    return near[0] if len(near) == 1 else None


def _free(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """The stretches that text covers, parted where no more than a few lines cross."""
    allowed = int(_CROSSED_SHARE * len(rows))
    events: list[tuple[float, int]] = []
    for row in rows:
        for segment in row.segments:
            events += [(segment.box[0], 1), (segment.box[2], -1)]
    events.sort()
    spans: list[tuple[float, float]] = []
    depth = 0
    start: float | None = None
    for x, step in events:
        depth += step
        if depth > allowed and start is None:
            start = x
        elif depth <= allowed and start is not None:
            spans.append((start, x))
            start = None
    least = 0.25 * min(row.size for row in rows)
    merged: list[tuple[float, float]] = []
    for span in spans:
        if merged and span[0] - merged[-1][1] < least:
            merged[-1] = (merged[-1][0], span[1])
        else:
            merged.append(span)
    return merged


def _supported(spans: list[tuple[float, float]], rows: Sequence[Row]) -> list[tuple[float, float]]:
    """Columns that stand in too few lines join their nearer neighbour."""
    columns = list(spans)
    while len(columns) > 1:
        support = [
            sum(any(s.box[0] < end and s.box[2] > start for s in row.segments) for row in rows)
            for start, end in columns
        ]
        weakest = min(range(len(columns)), key=lambda n: support[n])
        if support[weakest] >= max(2, _SUPPORT_SHARE * len(rows)) or support[weakest] >= 3:
            break
        before = columns[weakest][0] - columns[weakest - 1][1] if weakest else float("inf")
        after = columns[weakest + 1][0] - columns[weakest][1] if weakest + 1 < len(columns) else float("inf")
        other = weakest - 1 if before <= after else weakest
        columns[other : other + 2] = [(columns[other][0], columns[other + 1][1])]
    return columns
