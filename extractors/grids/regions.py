"""Where on a page a table without a full set of rules may stand: between level rules, or where lines share gaps."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.document import Box
from extractors.grids.edges import Edge, edges_of
from extractors.grids.marks import Marks, Word, around
from extractors.grids.segments import Row
from extractors.grids.settings import USUAL, GridSettings

_BESIDE = re.compile(r"(?:table|figure|fig\.|chart|source|notes?|nb)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?")
_CUT_SHARE = 0.34
_LOW_SPACE_EM = 2.6
_WIDE = 0.5
_INDENT = 0.1
_OVERHANG = 8.0
_FRAME_SHARE = 0.6
_HEADING_EM = 7.0
_HEADING_GAP_EM = 1.8
_CLOSE_EM = 0.7
_SAME_PITCH = 1.0
_TIGHT_EM = 1.5
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

    @property
    def words(self) -> set[Word]:
        """Every word of the lines."""
        return {word for row in self.rows for segment in row.segments for word in segment.words}


def restarted_regions(region: Region) -> list[Region]:
    """The region cut before each line that is set like its first one, unlike the line above, and heads values anew."""
    cuts = [n for n in range(2, len(region.rows) - 1) if _heads_anew(region.rows, n)]
    ends = [0, *cuts, len(region.rows)]
    parts: list[Region] = []
    for start, stop in pairwise(ends):
        rows = region.rows[start:stop]
        top = rows[0].box[1] - rows[0].size if start else float("-inf")
        foot = rows[-1].box[3] + rows[-1].size if stop < len(region.rows) else float("inf")
        parts.append(Region(rows, tuple(rule for rule in region.rules if top < rule < foot)))
    return parts


def _heads_anew(rows: Sequence[Row], number: int) -> bool:
    bold = [all(word.bold for one in rows[n].segments for word in one.words) for n in (0, number - 1, number)]
    heading, before, after = rows[number], rows[number - 1], rows[number + 1]
    return (
        bold == [True, False, True]
        and heading.is_cut
        and all(not one.is_value or _YEAR.fullmatch(one.text) for one in heading.segments[1:])
        and any(one.is_value for one in before.segments[1:])
        and any(one.is_value for one in after.segments[1:])
    )


def regions_between_rules(rows: Sequence[Row], marks: Marks, settings: GridSettings = USUAL) -> list[Region]:
    """Regions between the first and the last of at least two level rules that begin and end alike."""
    edges = edges_of(marks, settings, sides_of_fills=False)
    tall = [edge.place for edge in edges.upright if edge.length > _FRAME_SHARE * marks.height]
    level = sorted(
        (edge for edge in edges.level if edge.length > 60 and not _is_of_frame(edge, tall, settings)),
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


def _is_of_frame(edge: Edge, tall: Sequence[float], settings: GridSettings) -> bool:
    """Whether a level rule runs from side to side of a frame round the page."""
    return all(any(abs(end - place) <= settings.reach for place in tall) for end in (edge.start, edge.end))


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
    """Whether most lines between two rules run on from the left; a low space with one short line is a row."""
    between = _inside(rows, upper.place, lower.place, upper.start, upper.end)
    if not between or sum(row.is_cut for row in between) >= _CUT_SHARE * len(between):
        return False
    if len(between) == 1 and lower.place - upper.place < _LOW_SPACE_EM * between[0].size:
        return between[0].box[2] - between[0].box[0] > _WIDE * upper.length
    if not any(row.is_cut for row in between):
        return any(row.box[0] < upper.start + _INDENT * upper.length for row in between)
    values = min(row.segments[1].box[0] for row in between if row.is_cut)
    return any(
        not row.is_cut
        and row.box[0] < upper.start + _INDENT * upper.length
        and row.box[2] - row.box[0] > _WIDE * upper.length
        and row.box[2] > values
        for row in between
    )


def _region(run: list[Edge], rows: Sequence[Row]) -> list[Region]:
    if len(run) < 2:
        return []
    inside = _inside(rows, run[0].place, run[-1].place, run[0].start, run[0].end)
    rules = [run[0].place]
    for edge in run[1:]:
        if edge.place - rules[-1] > 4:
            rules.append(edge.place)
    if len(inside) < 2:
        return []
    inside += _totals_below(inside[-1], run[-1], rows)
    heading = _heading_above(inside, run[0], rows)
    if heading:
        return [Region((*heading, *inside), (heading[0].box[1] - 1.0, *rules))]
    return [Region(tuple(inside), tuple(rules))]


def _totals_below(last: Row, foot: Edge, rows: Sequence[Row]) -> list[Row]:
    """The line close under a last rule that has a label and values just as the line over it."""
    below = _inside(rows, foot.place, foot.place + _LOW_SPACE_EM * last.size, foot.start, foot.end)[:1]
    return [
        row
        for row in below
        if len(row.segments) == len(last.segments) > 2
        and all(one.is_value for one in (*row.segments[1:], *last.segments[1:]))
        and row.box[1] - foot.place < last.size
    ]


def _heading_above(inside: Sequence[Row], top: Edge, rows: Sequence[Row]) -> list[Row]:
    """The lines of headings over a first rule that has values right under it."""
    if not any(segment.is_value for segment in inside[0].segments[1:]):
        return []
    size = inside[0].size
    limit = min(row.box[1] for row in inside)
    above = _inside(rows, top.place - _HEADING_EM * size, top.place, top.start, top.end)
    heading: list[Row] = []
    edge = top.place
    for row in reversed(above):
        wide = not row.is_cut and row.box[2] - row.box[0] > _WIDE * top.length
        if wide or edge - row.box[3] > (_CLOSE_EM if heading else _HEADING_GAP_EM) * row.size or row.box[1] > limit:
            break
        heading.insert(0, row)
        edge = row.box[1]
    most = max(len(row.segments) for row in inside)
    while heading and len(heading[0].segments) < max(2, most // 2):
        heading = heading[1:]
    return heading


def _inside(rows: Sequence[Row], top: float, bottom: float, left: float, right: float) -> list[Row]:
    """The lines between two heights, of each only what stands between two sides; a text that crosses a side counts out
    its line."""
    inside: list[Row] = []
    for row in rows:
        if not top < (row.box[1] + row.box[3]) / 2 < bottom:
            continue
        held = [one for one in row.segments if left - _OVERHANG < one.box[0] and one.box[2] < right + _OVERHANG]
        apart = [one for one in row.segments if one.box[2] <= left or one.box[0] >= right]
        if len(held) == len(row.segments):
            inside.append(row)
        elif held and len(held) + len(apart) == len(row.segments):
            inside.append(Row(tuple(held), around([one.box for one in held]), row.size))
    return inside


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
    regions += _trimmed(current)
    return [_with_level_above(region, rows, settings) for region in regions]


def _with_level_above(region: Region, rows: Sequence[Row], settings: GridSettings) -> Region:
    """The region with the line of headings over its years, where these come first and have no label before them."""
    first = region.rows[0]
    left, _, right, _ = region.box
    if first.box[0] < left + 2 * first.size or not all(_YEAR.fullmatch(one.text) for one in first.segments):
        return region
    place = next((n for n, row in enumerate(rows) if row is first), 0)
    above = rows[place - 1] if place else None
    if above is None or not above.is_cut or len(above.segments) > len(first.segments) + 1:
        return region
    far = first.box[1] - above.box[3] > settings.wide_pitch_em * first.size
    inside = left - _OVERHANG < above.box[0] and above.box[2] < right + _OVERHANG
    long = max(one.box[2] - one.box[0] for one in above.segments) > _WIDE * (right - left)
    return region if far or long or not inside else Region((above, *region.rows), region.rules)


def _goes_on(current: Sequence[Row], row: Row, settings: GridSettings) -> bool:
    last = current[-1]
    pitch = settings.wide_pitch_em if _are_alike(last, row) else settings.line_pitch_em
    if row.box[1] - last.box[3] > pitch * max(row.size, last.size):
        return False
    cut = [one for one in current if one.is_cut]
    if row.is_cut:
        return _shares_gaps(cut[-1], row) or len(cut) < 2
    if len(current) - 1 - max(n for n, one in enumerate(current) if one.is_cut) >= 3:
        return False
    # a line in one piece goes on only where it fits into a single column
    gaps = _gaps(cut[-1])
    return not any(row.box[0] < start and end < row.box[2] for start, end in gaps)


def _are_alike(first: Row, second: Row) -> bool:
    """Whether both lines are rows of one table at a glance: as many pieces, but for a corner, and values at the end."""
    fewer, more = sorted((len(first.segments), len(second.segments)))
    return fewer >= 2 and more - fewer <= 1 and second.segments[-1].is_value and _shares_gaps(first, second)


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
    count = last + 1
    pitches = [after.box[3] - before.box[3] for before, after in pairwise(rows[:count])]
    tight = [after.box[3] - before.box[3] for before, after in pairwise(rows[:count]) if _wraps(before, after)]
    if count < len(rows) and rows[count].box[3] - rows[last].box[3] < 0.8 * median(pitches):
        count += 1
    while count < len(rows) and tight and _wraps(rows[count - 1], rows[count]):
        if abs(rows[count].box[3] - rows[count - 1].box[3] - median(tight)) > _SAME_PITCH:
            break
        count += 1
    return [Region(tuple(rows[:count]))]


def _wraps(before: Row, after: Row) -> bool:
    """Whether a line in one piece lies tight below the first piece of the one before it, and not below the next."""
    if after.is_cut or after.box[3] - before.box[3] > _TIGHT_EM * after.size:
        return False
    room = before.segments[1].box[0] if before.is_cut else float("inf")
    return abs(after.box[0] - before.box[0]) < _SAME_PITCH and after.box[2] < room


def _is_beside_the_table(row: Row) -> bool:
    """Whether a line at the head or foot of a region is a caption, a note or running text."""
    longest = max(len(segment.text) for segment in row.segments)
    named = _BESIDE.match(row.segments[0].text)
    return longest > _LONG_LINE or (not row.is_cut and longest > _LONG_PIECE) or (bool(named) and longest > 12)
