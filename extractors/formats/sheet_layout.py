"""The shown cells of one sheet -> headings, title lines and tables."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import product

from extractors.document import Block, Cell, Table
from extractors.formats.placement import compacted
from extractors.formats.sheet_regions import Place, Region, regions_of

_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(r"[-+£(]?\d[\d,.]*%?\)?")
_NOTE = re.compile(r"(?:\*|note|source|key\b|n/?b\b|†|\(\d\)|\[\d\])", re.IGNORECASE)
_LONG = 60
_FARTHEST_TITLE = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """What a sheet shows, by place: rows and columns are counted without the hidden ones.

    `spans` holds the heights and widths of merged cells at the place where they begin.
    """

    texts: Mapping[Place, str]
    spans: Mapping[Place, tuple[int, int]]
    fills: Mapping[Place, str]
    remarks: Mapping[Place, str]


def parts_of(shown: Shown, *, hidden: bool) -> Iterator[Block | Table]:
    """The title lines, tables and notes of a sheet.

    The last line close above a table that is no sentence is its caption too.
    """
    used: set[Place] = set()
    for row, column in shown.texts:
        height, width = shown.spans.get((row, column), (1, 1))
        used |= set(product(range(row, row + height), range(column, column + width)))
    title: tuple[int, str] | None = None
    for region in regions_of(used, lambda upper, lower: _goes_on(upper, lower, shown)):
        rows = list(range(region.top, region.bottom + 1))
        while rows and _is_line(rows[0], region, shown, rows):
            number, line = rows[0], _line(rows.pop(0), region, shown)
            yield Block("paragraph", line, hidden=hidden)
            if not line.endswith("."):
                title = number, line
        notes: list[str] = []
        while rows and _is_note(rows[-1], region, shown):
            notes.insert(0, _line(rows.pop(), region, shown))
        if rows:
            cells = _cells(Region(rows[0], region.left, rows[-1], region.right), shown)
            is_near = title is not None and 0 < rows[0] - title[0] <= _FARTHEST_TITLE
            yield Table(cells=cells, caption=title[1] if title and is_near else None, hidden=hidden)
            title = None
        yield from (Block("note", note, hidden=hidden) for note in notes)


def shown_numbers(numbers: Set[int], hidden: Set[int]) -> dict[int, int]:
    """Shown rows or columns by their own number -> their number without the hidden ones before them."""
    highest = max(numbers, default=0)
    before = sorted(number for number in hidden if number <= highest)
    ranks: dict[int, int] = {}
    passed = 0
    for number in sorted(numbers - hidden):
        while passed < len(before) and before[passed] < number:
            passed += 1
        ranks[number] = number - passed
    return ranks


def with_title(body: Sequence[Block | Table]) -> tuple[Block | Table, ...]:
    """The line over everything else on the first sheet is the title of the workbook and comes first."""
    if len(body) < 2 or not isinstance(body[1], Block) or body[1].kind != "paragraph" or body[1].hidden:
        return tuple(body)
    return replace(body[1], kind="title"), body[0], *body[2:]


def _goes_on(upper: Region, lower: Region, shown: Shown) -> bool:
    """A row of figures under an empty row belongs to the table above; a row of words or years heads a new one."""
    first = [shown.texts.get((lower.top, column), "") for column in range(lower.left + 1, lower.right + 1)]
    figures = [text for text in first if _FIGURE.fullmatch(text)]
    return upper.right > upper.left and bool(figures) and not all(_YEAR.fullmatch(text) for text in figures)


def _texts_in(row: int, region: Region, shown: Shown) -> list[str]:
    row_texts = (shown.texts.get((row, column), "") for column in range(region.left, region.right + 1))
    return [text for text in row_texts if text]


def _is_line(row: int, region: Region, shown: Shown, rows: Sequence[int]) -> bool:
    """One text alone in its row, above the table or with no table at all, is a title or a sentence."""
    texts = _texts_in(row, region, shown)
    if len(texts) > 1 or _is_covered(row, region, shown):
        return False
    following = [other for other in rows if other > row]
    stands_over_more = not following or any(len(_texts_in(other, region, shown)) > 1 for other in following)
    return bool(texts) and (stands_over_more or region.left == region.right)


def _is_covered(row: int, region: Region, shown: Shown) -> bool:
    """A cell merged downwards makes its row part of a grid."""
    places = ((row, column) for column in range(region.left, region.right + 1))
    return any(shown.spans.get(place, (1, 1))[0] > 1 for place in places)


def _is_note(row: int, region: Region, shown: Shown) -> bool:
    texts = _texts_in(row, region, shown)
    return len(texts) == 1 and (len(texts[0]) > _LONG or bool(_NOTE.match(texts[0])))


def _line(row: int, region: Region, shown: Shown) -> str:
    return " ".join(" ".join(_texts_in(row, region, shown)).split())


def _cells(region: Region, shown: Shown) -> tuple[Cell, ...]:
    """The cells of a rectangle, without the rows and columns that are empty all through."""
    covered: set[Place] = set()
    rows: set[int] = set()
    columns: set[int] = set()
    for place in product(range(region.top, region.bottom + 1), range(region.left, region.right + 1)):
        if place in shown.texts:
            rows.add(place[0])
            columns.add(place[1])
        if place in shown.spans:
            height, width = shown.spans[place]
            covered |= set(product(range(place[0], place[0] + height), range(place[1], place[1] + width))) - {place}
    cells = [_cell(place, region, shown) for place in product(sorted(rows), sorted(columns)) if place not in covered]
    return compacted(cells)


def _cell(place: Place, region: Region, shown: Shown) -> Cell:
    height, width = shown.spans.get(place, (1, 1))
    return Cell(
        row=place[0],
        column=place[1],
        text=shown.texts.get(place, ""),
        row_span=min(height, region.bottom - place[0] + 1),
        column_span=min(width, region.right - place[1] + 1),
        fill=shown.fills.get(place),
        remark=shown.remarks.get(place),
    )
