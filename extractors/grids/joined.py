"""Tables carried on over a page's foot: one Table whose cells keep their own page and box."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import Block, Cell, Table

_TIGHT, _LOOSE = 6.0, 25.0  # points by which the columns of two pieces may differ; more where the header returns
_SHARE = 0.6  # of a column's width, where no rules give the columns and their texts decide
_MOST_HEADER_ROWS = 3
_LOW, _HIGH = 0.6, 0.4
_VALUE = re.compile(r"[^A-Za-z]*\d[^A-Za-z]*|n/?a|[-–—]", re.IGNORECASE)


def joined(pages: Sequence[Sequence[Block | Table]], heights: Mapping[int, float]) -> list[Block | Table]:
    """The parts of all pages in order, tables that run on over a page break made one; `heights` of pages by number.

    A table runs on where it is the last thing on its page and reaches down it, the next page begins with one of the
    same columns, and that one has either the same header (which is then dropped) or no header of its own.
    """
    body: list[Block | Table] = []
    for parts in pages:
        rest = list(parts)
        first = next((n for n, part in enumerate(rest) if not _is_by_the_way(part)), None)
        if first is not None:
            last = next((n for n in range(len(body) - 1, -1, -1) if not _is_by_the_way(body[n])), None)
            upper = body[last] if last is not None else None
            lower = rest[first]
            meet = isinstance(upper, Table) and isinstance(lower, Table) and _at_the_break(upper, lower, heights)
            whole = _join(upper, lower) if meet and isinstance(upper, Table) and isinstance(lower, Table) else None
            if whole is not None and last is not None:
                body[last] = whole
                del rest[first]
        body += rest
    return [_dissolved(part) for part in body]


def _is_by_the_way(part: Block | Table) -> bool:
    """Whether the part may stand between two pieces of one table."""
    if isinstance(part, Table):
        return False
    return part.kind in ("furniture", "picture") or bool(re.search(r"\bcontinue[sd]?\b", part.text[:60], re.IGNORECASE))


def _at_the_break(upper: Table, lower: Table, heights: Mapping[int, float]) -> bool:
    last = max((cell for cell in upper.cells if cell.page and cell.bbox), key=_place, default=None)
    if last is None or last.page is None or last.bbox is None or lower.bbox is None or lower.page != last.page + 1:
        return False
    height, next_height = heights.get(last.page), heights.get(lower.page)
    reaches_down = height is None or last.bbox[3] > _LOW * height
    return reaches_down and (next_height is None or lower.bbox[1] < _HIGH * next_height)


def _place(cell: Cell) -> tuple[int, float]:
    return cell.page or 0, cell.bbox[3] if cell.bbox else 0.0


def _join(upper: Table, lower: Table) -> Table | None:
    over, under = upper.rows, lower.rows
    slack = _LOOSE if _same_texts(over[0], under[0]) else _TIGHT
    if not _same_columns(upper, lower, slack, share=_SHARE if _same_kinds(over, under) else 0.0):
        return None
    if _starts_anew(lower) and not _same_texts(over[0], under[0]):
        return None
    dropped = _repeated(over, under)
    if dropped == 0 and _has_own_header(over, under):
        return None
    body = [cell for cell in lower.cells if cell.row >= dropped]
    cells = list(upper.cells)
    if body and _is_rest_of_row(over, under[dropped]):
        cells = _with_rest(cells, [cell for cell in body if cell.row == dropped], len(over) - 1)
        body = [cell for cell in body if cell.row > dropped]
        dropped += 1
    shift = len(over) - dropped
    return replace(upper, cells=(*cells, *(replace(cell, row=cell.row + shift) for cell in body)))


def _starts_anew(lower: Table) -> bool:
    return lower.caption is not None and "continue" not in lower.caption.lower()


def _same_columns(upper: Table, lower: Table, slack: float, share: float) -> bool:
    """Whether the sides of the columns differ by no more than `slack`, or by that share of the columns beside them."""
    last_page = max(cell.page or 0 for cell in upper.cells)
    first, second = _edges(upper, last_page), _edges(lower, lower.page)
    if len(first) != len(second) or len(first) < 3:
        return False
    shift = second[0] - first[0]
    widths = [after - before for before, after in pairwise(first)]
    slacks = [max(slack, share * min(pair)) for pair in pairwise(widths)] + [max(slack, 1.4 * share * widths[-1])]
    apart = [abs(b - a - shift) for a, b in zip(first[1:], second[1:], strict=True)]
    return abs(shift) < 40 and all(one < most for one, most in zip(apart, slacks, strict=True))


def _same_kinds(over: Sequence[Sequence[str]], under: Sequence[Sequence[str]]) -> bool:
    """Whether the same columns, some but not all, hold values in both pieces, from the first row of the lower on."""
    if len(over[0]) != len(under[0]) or len(over) < 2:
        return False
    kinds = [
        [_holds_values([row[column] for row in rows]) for column in range(len(over[0]))] for rows in (over[1:], under)
    ]
    return kinds[0] == kinds[1] and any(kinds[0]) and not all(kinds[0])


def _holds_values(texts: Sequence[str]) -> bool:
    written = [text for text in texts if text]
    return bool(written) and all(_VALUE.fullmatch(text) for text in written)


def _edges(table: Table, page: int | None) -> list[float]:
    """The x of every column's left side on one page, and of the right side of the last."""
    lefts: dict[int, float] = {}
    for cell in table.cells:
        if cell.bbox and cell.page == page:
            lefts.setdefault(cell.column, cell.bbox[0])
            lefts.setdefault(cell.column + cell.column_span, cell.bbox[2])
    return [lefts[column] for column in sorted(lefts)]


def _repeated(over: Sequence[Sequence[str]], under: Sequence[Sequence[str]]) -> int:
    """How many of the first rows come again."""
    count = 0
    while (
        count < min(_MOST_HEADER_ROWS, len(over), len(under))
        and _same_texts(over[count], under[count])
        and any(over[count])
        and (count == 0 or not any(_VALUE.fullmatch(text) for text in over[count][1:]))
    ):
        count += 1
    return count


def _same_texts(first: Sequence[str], second: Sequence[str]) -> bool:
    def bare(row: Sequence[str]) -> list[str]:
        return ["".join(text.split()).lower() for text in row]

    return bare(first) == bare(second)


def _has_own_header(over: Sequence[Sequence[str]], under: Sequence[Sequence[str]]) -> bool:
    """Whether the lower piece begins with words where the upper piece has a column of values."""
    value_columns = [
        column
        for column in range(len(over[0]))
        if sum(bool(_VALUE.fullmatch(row[column])) for row in over[1:]) > 0.6 * max(len(over) - 1, 1)
    ]
    wordy = [column for column in value_columns if under[0][column] and not _VALUE.fullmatch(under[0][column])]
    written = [column for column in value_columns if under[0][column]]
    return bool(wordy) and len(wordy) == len(written) and len(over) > 1


def _is_rest_of_row(over: Sequence[Sequence[str]], row: Sequence[str]) -> bool:
    """Whether the row carries on the words of the row before the page break: no label, no value, only more text."""
    last = over[-1]
    written = [column for column, text in enumerate(row) if text]
    label = next((column for column, text in enumerate(last) if re.search(r"[A-Za-z]{2}", text)), 0)
    return (
        len(over) > 1
        and bool(written)
        and len(written) < len(row)
        and not any(_VALUE.fullmatch(row[column]) for column in written)
        and all(last[column] for column in written)
        and (label not in written or row[label][:1].islower())
    )


def _with_rest(cells: list[Cell], rest: Sequence[Cell], row: int) -> list[Cell]:
    texts = {cell.column: cell.text for cell in rest if cell.text}
    return [
        replace(cell, text=f"{cell.text} {texts[cell.column]}")
        if cell.row + cell.row_span - 1 == row and cell.column in texts
        else cell
        for cell in cells
    ]


def _dissolved(part: Block | Table) -> Block | Table:
    """A single row of boxes that carries nothing on is no table but a line of text."""
    if isinstance(part, Block) or any(cell.row for cell in part.cells):
        return part
    return Block("paragraph", " ".join(cell.text for cell in part.cells if cell.text), part.page, part.bbox)
