"""One w:tbl -> cells with spans, fills and remarks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from extractors.document import Cell
from extractors.formats.placement import compacted
from extractors.formats.word_text import W, Wording, is_on, wording_of
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


def grid_of(table: Any, number_of: Callable[[Any], str]) -> Grid:
    """The current text of a table: deleted and hidden rows are left out, merged cells become spans.

    `number_of` gives the number that Word counts for a paragraph, '' where it counts none.
    """
    cells: list[Cell] = []
    sources: list[Any] = []
    open_above: dict[int, int] = {}
    rows = list(_members(table, f"{W}tr"))
    hidden = [row for row in rows if is_on(row.find(f"{W}trPr"), "hidden")]
    deleted = [row for row in rows if is_on(row.find(f"{W}trPr"), "del")]
    for number, row in enumerate(row for row in rows if row not in hidden and row not in deleted):
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
                cells.append(_cell(node, properties, number, column, span, number_of))
                sources.append(node)
            column += span
        open_above = begun
    return Grid(compacted(cells), tuple(sources), bool(hidden), bool(deleted))


def framed_cells(table: Any) -> list[Any]:
    """The cells of a table of one column: a frame around text, not a grid. Empty for all other tables."""
    rows = [list(_members(row, f"{W}tc")) for row in _members(table, f"{W}tr")]
    return [cell for row in rows for cell in row] if all(len(row) <= 1 for row in rows) else []


def text_of_cell(node: Any, number_of: Callable[[Any], str]) -> Wording:
    """The paragraphs that stand directly in a cell, one to a line; tables inside it are grids of their own."""
    lines = [Wording(f"{number_of(paragraph)} ") + wording_of(paragraph) for paragraph in _members(node, f"{W}p")]
    return sum((line + Wording("\n", "\n" if line.deleted else "") for line in lines), Wording())


def _members(container: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, cells of a row or paragraphs of a cell, also those wrapped in content controls."""
    for node in container:
        if node.tag == tag:
            yield node
        elif node.tag in _TABLE_PARTS:
            yield from _members(node, tag)


def _cell(node: Any, properties: Any, row: int, column: int, span: int, number_of: Callable[[Any], str]) -> Cell:
    wording = text_of_cell(node, number_of)
    return Cell(
        row=row,
        column=column,
        text=lines_of(wording.text.replace("\t", " ")),
        column_span=span,
        fill=_fill(properties),
        remark=wording.remark,
    )


def _number(properties: Any, name: str, usual: int) -> int:
    node = properties.find(W + name) if properties is not None else None
    text = node.get(f"{W}val", "") if node is not None else ""
    return int(text) if text.isdecimal() else usual


def _continues(properties: Any, name: str) -> bool:
    node = properties.find(W + name) if properties is not None else None
    return node is not None and node.get(f"{W}val", "continue") == "continue"


def _fill(properties: Any) -> str | None:
    shading = properties.find(f"{W}shd") if properties is not None else None
    if shading is None:
        return None
    colour = shading.get(f"{W}color" if shading.get(f"{W}val") == "solid" else f"{W}fill", "auto")
    return f"#{colour.lower()}" if len(colour) == 6 else None
