"""Lines at the head of a table without rules: one row of headings that wrap, or headings on several levels."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.grids.marks import Word, around
from extractors.grids.segments import Row, Segment

_TIGHT_EM = 1.5
_MOST_LINES = 9
_OFF_CENTRE = 0.3
_ALIGNED = 3.0
_WIDE_BLANK_EM = 0.42
_STRAY = 1.0

Columns = Sequence[tuple[float, float]]


def wrapped_headings(rows: Sequence[Row], columns: Columns) -> int:
    """How many of the first lines are one row of headings, each wrapped in its own column; 1 where none wraps.

    Headings on two levels are two rows: the upper ones stand over several columns, or the lower ones repeat.
    """
    first_values = next((n for n, row in enumerate(rows) if any(map(_is_figure, row.segments[1:]))), 0)
    for count in range(min(first_values, _MOST_LINES), 1, -1):
        if is_one_heading(rows[:count], columns):
            return count
    return 1


def is_one_heading(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether the lines are one row of headings: tight below one another in each column, none over two columns."""
    stacks: dict[int, list[Segment]] = {}
    for row in rows:
        for segment in row.segments:
            under = _columns_under(segment.box, columns)
            if len(under) != 1:
                return False
            stacks.setdefault(under[0], []).append(segment)
    size = max(row.size for row in rows)
    if len(stacks) < 2 or not all(_is_tight(stack, size) for stack in stacks.values()):
        return False
    top = {column for column, stack in stacks.items() if stack[0].box[1] < rows[0].box[3] - 0.2 * size}
    last = {column for column, stack in stacks.items() if stack[-1].box[3] > rows[-1].box[1] + 0.2 * size}
    if last - {0} <= top:
        return True
    lower = [stacks[column][-1] for column in sorted(last - {0})]
    distinct = len({segment.text for segment in lower}) == len(lower)
    return distinct and all(_is_aligned(stack) for stack in stacks.values() if len(stack) > 1)


def headed(row: Row, columns: Columns) -> dict[Box, list[int]]:
    """For each heading of a line the columns it heads, where the headings share the columns out evenly.

    Two areas over four years: each stands over the middle of its two columns, be it ever so short.
    """
    heads = [segment for segment in row.segments if segment.box[0] > columns[0][1]]
    rest = len(columns) - 1
    if len(heads) < 2 or rest % len(heads) or rest == len(heads):
        return {}
    share = rest // len(heads)
    spread: dict[Box, list[int]] = {}
    for place, head in enumerate(heads):
        group = list(range(1 + place * share, 1 + (place + 1) * share))
        left, right = columns[group[0]][0], columns[group[-1]][1]
        if abs((head.box[0] + head.box[2]) / 2 - (left + right) / 2) > _OFF_CENTRE * (right - left):
            return {}
        spread[head.box] = group
    return spread


def parted_headings(rows: Sequence[Row], columns: Columns) -> list[Row]:
    """The lines with headings cut where two stand close together: at a gap wider than a blank between two columns."""
    first_values = next((n for n, row in enumerate(rows) if any(map(_is_figure, row.segments[1:]))), 0)
    blank = blank_em(rows)
    return [parted(row, columns, blank) if number < first_values else row for number, row in enumerate(rows)]


def blank_em(rows: Sequence[Row]) -> float:
    """How wide a blank between two words of the lines is, as a multiple of their size."""
    gaps = sorted(
        (after.box[0] - before.box[2]) / max(after.size, 0.1)
        for row in rows
        for segment in row.segments
        for before, after in pairwise(segment.words)
    )
    return gaps[len(gaps) // 4] if gaps else 0.0


def parted(row: Row, columns: Columns, blank: float) -> Row:
    """The line with its segments cut between two columns, where a gap is plainly wider than a `blank` (in em)."""
    least = max(_WIDE_BLANK_EM, 1.35 * blank)
    segments = [piece for segment in row.segments for piece in _pieces(segment, columns, least)]
    return row if len(segments) == len(row.segments) else Row(tuple(segments), row.box, row.size)


def _pieces(segment: Segment, columns: Columns, least: float) -> list[Segment]:
    over = _columns_under(segment.box, columns)
    if len(over) < 2 or len(segment.words) < 2:
        return [segment]
    pieces: list[list[Word]] = [[segment.words[0]]]
    for before, word in pairwise(segment.words):
        gap = before.box[2], word.box[0]
        free = [(columns[n][1], columns[n + 1][0]) for n in over[:-1]]
        between = any(start - _STRAY * word.size < sum(gap) / 2 < end + _STRAY * word.size for start, end in free)
        if between and gap[1] - gap[0] > least * word.size:
            pieces.append([])
        pieces[-1].append(word)
    return [Segment(tuple(words), around([word.box for word in words])) for words in pieces]


def _is_figure(segment: Segment) -> bool:
    return segment.is_value


def _columns_under(box: Box, columns: Columns) -> list[int]:
    """The columns that the text overlaps; where it overlaps none, the nearest."""
    over = [n for n, (start, end) in enumerate(columns) if box[0] < end - 1 and box[2] > start + 1]
    middle = (box[0] + box[2]) / 2
    return over or [min(range(len(columns)), key=lambda n: abs(sum(columns[n]) / 2 - middle))]


def _is_tight(stack: Sequence[Segment], size: float) -> bool:
    return all(0.5 * size < after.box[1] - before.box[1] < _TIGHT_EM * size for before, after in pairwise(stack))


def _is_aligned(stack: Sequence[Segment]) -> bool:
    lefts = [segment.box[0] for segment in stack]
    rights = [segment.box[2] for segment in stack]
    middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
    return any(max(places) - min(places) < _ALIGNED for places in (lefts, rights, middles))
