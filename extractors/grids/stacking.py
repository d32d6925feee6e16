"""Lines -> rows of a table: which lines are the wrapped parts of one row."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.grids.headings import is_one_heading, wrapped_headings
from extractors.grids.segments import Row


def stacked(
    rows: Sequence[Row], columns: Sequence[tuple[float, float]], rules: Sequence[float] = ()
) -> list[list[Row]]:
    """The lines of each row, from the head of the region to its foot.

    Where every space between two rules holds a single line in its value columns, the rules part the rows.
    Elsewhere a line is a row, and a line that fills only some columns belongs to the line it is nearer to.
    """
    by_rule = _between(rows, rules)
    heading, *body = by_rule
    if len(by_rule) >= 3 and all(_is_one_row(band, columns) for band in body):
        return [*([heading] if _is_one_row(heading, columns) else _headings(heading, columns)), *body]
    bands = _headings(heading, columns)
    for band in body:
        bands += _wrapped(band, columns)
    return bands


def _headings(band: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[list[Row]]:
    """The first lines of a table: headings that wrap are one row, what follows them is taken line by line."""
    count = wrapped_headings(band, columns) if any(_has_value(row) for row in band) else len(band)
    if count > 1 and (count < len(band) or is_one_heading(band, columns)):
        rest = list(band[count:])
        return [list(band[:count]), *(_wrapped(rest, columns) if rest else [])]
    return _wrapped(band, columns)


def _has_value(row: Row) -> bool:
    return any(segment.is_value for segment in row.segments[1:])


def _between(rows: Sequence[Row], rules: Sequence[float]) -> list[list[Row]]:
    bands: list[list[Row]] = [[]]
    remaining = [rule for rule in rules if rows and rule > rows[0].box[1] + 1]
    for row in rows:
        middle = (row.box[1] + row.box[3]) / 2
        while remaining and middle > remaining[0]:
            remaining.pop(0)
            if bands[-1]:
                bands.append([])
        bands[-1].append(row)
    return [band for band in bands if band]


def _is_one_row(band: Sequence[Row], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether at most one line of the band is cut, or no value stands below another."""
    if len(band) == 1:
        return True
    cut = [row for row in band if row.is_cut]
    if len(cut) <= 1 and len(band) <= 4:
        return True
    values = [[_column(segment.box, columns) for segment in row.segments if segment.is_value] for row in band]
    flat = [column for row in values for column in row]
    return bool(flat) and len(flat) == len(set(flat)) and len(band) <= 6


def _column(box: tuple[float, float, float, float], columns: Sequence[tuple[float, float]]) -> int:
    middle = (box[0] + box[2]) / 2
    return min(range(len(columns)), key=lambda n: abs((columns[n][0] + columns[n][1]) / 2 - middle))


def _wrapped(band: Sequence[Row], columns: Sequence[tuple[float, float]]) -> list[list[Row]]:
    places = [{_column(segment.box, columns) for segment in row.segments} for row in band]
    most = max(len(place) for place in places)
    own = [len(place) >= max(2, 0.5 * most) for place in places]
    if not any(own):
        return [[row] for row in band]
    pitch = [after.box[3] - before.box[3] for before, after in pairwise(band)]
    usual = median(pitch) if pitch else 0.0
    room = _room(band)
    groups: list[list[int]] = []
    for number, row in enumerate(band):
        if own[number] or not groups:
            groups.append([number])
            continue
        before = pitch[number - 1]
        after = pitch[number] if number < len(pitch) else float("inf")
        goes_on = _goes_with_last(row, band[number - 1], places[number], before, after, usual)
        if goes_on or _has_no_room(row, band[number - 1], places[number], before, room):
            groups[-1].append(number)
        else:
            groups.append([number])
    return _with_heads_joined(band, groups, own, places, pitch)


def _goes_with_last(row: Row, last: Row, places: set[int], before: float, after: float, usual: float) -> bool:
    if 0 not in places:
        return before <= 1.6 * row.size
    first, above = row.segments[0], last.segments[0]
    if before > 1.5 * row.size or before > usual * 1.15:
        return False
    if before < after - 0.8:
        return True
    if before > after + 0.8:
        return False
    text = first.text
    indented = above.box[0] + 3 < first.box[0] < above.box[0] + 3 * row.size
    return text[:1].islower() or text[:1] in "(&" or (indented and before < 1.3 * row.size and after == float("inf"))


def _room(band: Sequence[Row]) -> float:
    """The x up to which a first column's text may reach: where the nearest text of the second column begins."""
    return min((row.segments[1].box[0] for row in band if row.is_cut), default=float("inf"))


def _has_no_room(row: Row, last: Row, places: set[int], before: float, room: float) -> bool:
    """Whether a label's first word would not have fitted behind the label of the line above: it wraps."""
    label, above = row.segments[0], last.segments[0]
    if places != {0} or not last.is_cut or before > 1.6 * row.size or abs(label.box[0] - above.box[0]) > 1.0:
        return False
    blank = 0.25 * row.size
    first = label.words[0]
    return above.box[2] + blank + (first.box[2] - first.box[0]) > room - blank


def _with_heads_joined(
    band: Sequence[Row], groups: list[list[int]], own: list[bool], places: list[set[int]], pitch: list[float]
) -> list[list[Row]]:
    """A label whose values stand on its second line is put before that line."""
    joined: list[list[int]] = []
    for group in groups:
        last = joined[-1] if joined else None
        if last and not any(own[number] for number in last) and places[last[-1]] == {0}:
            gap = pitch[last[-1]]
            above = pitch[last[0] - 1] if last[0] else float("inf")
            tight = gap < 1.35 * band[group[0]].size
            unfinished = 0 not in places[group[0]] or band[group[0]].segments[0].text[:1].islower()
            if tight and unfinished and gap < above + 0.5:
                joined[-1] = last + group
                continue
        joined.append(group)
    return [[band[number] for number in group] for group in joined]
