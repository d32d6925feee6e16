"""One w:tbl -> cells with spans, fills and remarks."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from extractors.document import Cell
from extractors.formats.placement import compacted
from extractors.formats.word_table_styles import TableStyles
from extractors.formats.word_text import W, fill_of, is_on, wording_of
from extractors.formats.wordings import Wording
from extractors.wording import lines_of

_TABLE_PARTS = (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo", f"{W}smartTag")


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a table and the w:tc each comes from.

    `has_hidden_rows` where rows were left out as hidden, `has_deleted_rows` where a tracked change took rows away.
    """

    cells: tuple[Cell, ...]
    sources: tuple[Any, ...]
    has_hidden_rows: bool
    has_deleted_rows: bool


def grid_of(
    table: Any, number_of: Callable[[Any], str], styles: TableStyles | None = None, ground: str | None = None
) -> Grid:
    """The current text of a table: deleted and hidden rows are left out, merged cells become spans.

    `number_of` gives the number that Word counts for a paragraph, '' where it counts none. `ground` is the colour
    behind the table, None where it is not known.
    """
    cells: list[Cell] = []
    sources: list[Any] = []
    open_above: dict[int, int] = {}
    rows = list(_members(table, f"{W}tr"))
    hidden = [row for row in rows if is_on(row.find(f"{W}trPr"), "hidden")]
    deleted = [row for row in rows if is_on(row.find(f"{W}trPr"), "del")]
    shown = [row for row in rows if row not in hidden and row not in deleted]
    ground = fill_of(table.find(f"{W}tblPr")) or ground if ground else None
    styled = styles.fills(table, len(shown), _width(shown)) if styles else {}
    for number, row in enumerate(shown):
        column = _number(row.find(f"{W}trPr"), "gridBefore", 0)
        begun: dict[int, int] = {}
        for node in _members(row, f"{W}tc"):
            properties = node.find(f"{W}tcPr")
            span = _number(properties, "gridSpan", 1)
            if _continues(properties, "hMerge") and cells and cells[-1].row == number:
                cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + span)
            elif _continues(properties, "vMerge") and column in open_above:
                place = open_above[column]
                cells[place] = replace(cells[place], row_span=number - cells[place].row + 1)
                begun[column] = place
            else:
                begun[column] = len(cells)
                cells.append(_cell(node, (number, column), span, styled.get((number, column)), number_of, ground))
                sources.append(node)
            column += span
        open_above = begun
    return Grid(compacted(cells), tuple(sources), bool(hidden), bool(deleted))


def framed_cells(table: Any) -> list[Any]:
    """The cells of a table of one column: a frame around text, not a grid. Empty for all other tables."""
    rows = [list(_members(row, f"{W}tc")) for row in _members(table, f"{W}tr")]
    return [cell for row in rows for cell in row] if all(len(row) <= 1 for row in rows) else []


def text_of_cell(node: Any, number_of: Callable[[Any], str], ground: str | None = None) -> Wording:
    """The paragraphs that stand directly in a cell, one to a line; tables inside it are grids of their own."""
    paragraphs = _members(node, f"{W}p")
    lines = [Wording(f"{number_of(paragraph)} ") + wording_of(paragraph, ground) for paragraph in paragraphs]
    return sum((line + Wording("\n", "\n" if line.deleted else "") for line in lines), Wording())


def _members(container: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, cells of a row or paragraphs of a cell, also those wrapped in content controls."""
    for node in container:
        if node.tag == tag:
            yield node
        elif node.tag in _TABLE_PARTS:
            yield from _members(node, tag)


def _width(rows: Iterable[Any]) -> int:
    return max(
        (sum(_number(cell.find(f"{W}tcPr"), "gridSpan", 1) for cell in _members(row, f"{W}tc")) for row in rows),
        default=0,
    )


def _cell(
    node: Any,
    place: tuple[int, int],
    span: int,
    styled: str | None,
    number_of: Callable[[Any], str],
    ground: str | None,
) -> Cell:
    properties = node.find(f"{W}tcPr")
    fill = fill_of(properties) or styled
    wording = text_of_cell(node, number_of, (fill or ground) if ground else fill)
    if properties is not None and properties.find(f"{W}cellDel") is not None:
        wording = Wording(deleted=wording.text or wording.deleted)
    return Cell(
        row=place[0],
        column=place[1],
        text=lines_of(wording.text.replace("\t", " ")),
        column_span=span,
        fill=fill,
        remark=wording.remark,
    )


def _number(properties: Any, name: str, usual: int) -> int:
    node = properties.find(W + name) if properties is not None else None
    text = node.get(f"{W}val", "") if node is not None else ""
    return int(text) if text.isdecimal() else usual


def _continues(properties: Any, name: str) -> bool:
    node = properties.find(W + name) if properties is not None else None
    return node is not None and node.get(f"{W}val", "continue") == "continue"
