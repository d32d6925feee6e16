"""Two tables without rules side by side: the lines of a page cut where the label column of a second table begins.

A label column in the middle of one table looks the same at a glance. So both halves must be tables by themselves, and
something must tell them apart: other lines, other lengths, the same headings over both, or a gap wider than any inside.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.grids.columns import columns_of
from extractors.grids.marks import around
from extractors.grids.segments import Row, Segment, rows_of
from extractors.grids.settings import USUAL, GridSettings

_LEAST_LABELS = 3
_SAME_LEFT = 1.5
_LEVEL_EM = 0.3
_WIDER = 1.25
_LETTERS = 3
_INDENT = 60.0
_LONGEST_LABEL = 60


def apart(rows: Sequence[Row], settings: GridSettings = USUAL) -> list[list[Row]]:
    """The lines in stretches that may be read by themselves: as given, or with the halves of two tables parted."""
    for x in _label_columns(rows):
        found = _parted(rows, x, settings)
        if found:
            upper, left, right, lower = found
            return [*apart(upper, settings), *apart(left, settings), *apart(right, settings), *apart(lower, settings)]
    return [list(rows)] if rows else []


def _label_columns(rows: Sequence[Row]) -> list[float]:
    """Where texts that are no values begin below one another, right of where other lines begin, from left to right."""
    first = min((row.box[0] for row in rows), default=0.0) + _INDENT
    starts = sorted(one.box[0] for row in rows for one in row.segments if one.box[0] > first and _is_label(one))
    groups: list[list[float]] = []
    for start in starts:
        if groups and start - groups[-1][0] < _SAME_LEFT:
            groups[-1].append(start)
        else:
            groups.append([start])
    return [group[0] for group in groups if len(group) >= _LEAST_LABELS]


def _is_label(segment: Segment) -> bool:
    text = segment.text
    return not segment.is_value and len(text) <= _LONGEST_LABEL and sum(map(str.isalpha, text)) >= _LETTERS


Parts = tuple[list[Row], list[Row], list[Row], list[Row]]


def _parted(rows: Sequence[Row], x: float, settings: GridSettings) -> Parts | None:
    """The lines above, left of, right of and below the line at x, where the two halves are two tables."""
    for first, last in _stretches(rows, x):
        inside = rows[first : last + 1]
        left = _half([[one for one in row.segments if one.box[2] <= x] for row in inside], settings)
        right = _half([[one for one in row.segments if one.box[2] > x] for row in inside], settings)
        if _are_two_tables(left, right):
            return list(rows[:first]), left, right, list(rows[last + 1 :])
    return None


def _stretches(rows: Sequence[Row], x: float) -> list[tuple[int, int]]:
    """The first and last of lines that follow one another without a text across x, some of them with a label at x."""
    stretches: list[tuple[int, int]] = []
    start = labels = 0
    for number in range(len(rows) + 1):
        row = rows[number] if number < len(rows) else None
        if row is not None and not any(one.box[0] < x - _SAME_LEFT and one.box[2] > x for one in row.segments):
            labels += any(abs(one.box[0] - x) < _SAME_LEFT for one in row.segments)
            continue
        if labels >= _LEAST_LABELS:
            stretches.append((start, number - 1))
        start, labels = number + 1, 0
    return stretches


def _half(held: Sequence[Sequence[Segment]], settings: GridSettings) -> list[Row]:
    return rows_of((word for segments in held for segment in segments for word in segment.words), settings)


def _are_two_tables(left: Sequence[Row], right: Sequence[Row]) -> bool:
    halves = [row for row in left if row.is_cut], [row for row in right if row.is_cut]
    if not all(_is_table(cut) for cut in halves):
        return False
    if _is_ragged(*halves) or _share_headings(*halves):
        return True
    return min(map(_value_columns, halves)) > 1 and _stand_wide_apart(*halves)


def _is_table(cut: Sequence[Row]) -> bool:
    """Whether most lines are a label, each its own, and values after it."""
    body = [row for row in cut if row.segments[-1].is_value]
    if len(body) < _LEAST_LABELS or len(body) < 0.6 * len(cut) or len(columns_of(cut)) < 2:
        return False
    labels = [next((one.text for one in row.segments[:2] if _is_label(one)), "") for row in body]
    return sum(map(bool, labels)) >= 0.8 * len(body) and len(set(labels)) >= 0.8 * len(body)


def _value_columns(cut: Sequence[Row]) -> int:
    return max(sum(one.is_value for one in row.segments[1:]) for row in cut)


def _is_ragged(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Whether the halves begin or end two lines apart, or their lines do not stand level."""
    pitches = [after.box[3] - before.box[3] for half in (left, right) for before, after in pairwise(half)]
    pitch = min((one for one in pitches if one > 0), default=0.0)
    ends = abs(left[0].box[3] - right[0].box[3]), abs(left[-1].box[3] - right[-1].box[3])
    level = sum(any(abs(row.box[3] - other.box[3]) < _LEVEL_EM * row.size for other in left) for row in right)
    return max(ends) > 1.6 * pitch or level < 0.5 * len(right)


def _share_headings(left: Sequence[Row], right: Sequence[Row]) -> bool:
    heads = [{one.text for one in half[0].segments[1:]} for half in (left, right)]
    return not any(text.isdigit() and len(text) < 3 for text in heads[0]) and 2 * len(heads[0] & heads[1]) >= min(
        map(len, heads)
    )


def _stand_wide_apart(left: Sequence[Row], right: Sequence[Row]) -> bool:
    inner = [after[0] - before[1] for half in (left, right) for before, after in pairwise(columns_of(half))]
    gap = around([row.box for row in right])[0] - around([row.box for row in left])[2]
    return gap > _WIDER * max(inner)
