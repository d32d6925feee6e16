"""The sheets of an OpenDocument spreadsheet -> headings, title lines and tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extractors.document import Block, Notice, Table
from extractors.formats.number_formats import shortest
from extractors.formats.opendocument_grids import StoredCell, StoredGrid, stored_grid
from extractors.formats.opendocument_package import OFFICE, TABLE, TEXT
from extractors.formats.opendocument_styles import Look, OpenStyles
from extractors.formats.opendocument_tables import paragraphs_in
from extractors.formats.opendocument_words import Words
from extractors.formats.sheet_layout import Shown, parts_of, shown_numbers
from extractors.formats.unseen import PAPER
from extractors.formats.wordings import Wording
from extractors.wording import lines_of

Place = tuple[int, int]
Changes = Mapping[Place, str]
"""What a cell held before a tracked change, by its row and column."""


@dataclass(frozen=True, slots=True)
class SheetRead:
    """The parts of one sheet and what is to be told of it."""

    parts: tuple[Block | Table, ...]
    notices: tuple[Notice, ...]


def sheet_parts(table: Any, styles: OpenStyles, *, hidden: bool = False, changes: Changes | None = None) -> SheetRead:
    """One table:table of a spreadsheet as it shows itself, without hidden rows and columns."""
    name = table.get(f"{TABLE}name", "")
    hidden = hidden or styles.says("table", table.get(f"{TABLE}style-name"), f"{TABLE}display") == "false"
    stored = stored_grid(table)
    words = Words(styles)
    rows = shown_numbers({cell.row for cell in stored.cells}, stored.hidden_rows)
    columns = shown_numbers({cell.column for cell in stored.cells}, stored.hidden_columns)
    texts: dict[Place, str] = {}
    fills: dict[Place, str] = {}
    spans: dict[Place, Place] = {}
    remarks: dict[Place, str] = {}
    for cell in stored.cells:
        if cell.row not in rows or cell.column not in columns:
            continue
        place = rows[cell.row], columns[cell.column]
        fill = styles.fill_of("table-cell", cell.style)
        wording = _wording(cell, styles, words, fill)
        if text := lines_of(wording.text.replace("\t", " ")):
            texts[place] = text
        if fill:
            fills[place] = fill
        remark = "; ".join(filter(None, [(changes or {}).get((cell.row, cell.column)), wording.remark]))
        if remark:
            remarks[place] = remark
        if cell.row_span > 1 or cell.column_span > 1:
            spans[place] = _span(cell, stored)
    used_rows = {cell.row for cell in stored.cells if len(cell.node)} & stored.hidden_rows
    used_columns = {cell.column for cell in stored.cells if len(cell.node)} & stored.hidden_columns
    notices = _notices(name, hidden, len(used_rows) + len(used_columns), stored.cut)
    return SheetRead(tuple(parts_of(Shown(texts, spans, fills, remarks), hidden=hidden)), tuple(notices))


def tracked_changes(spreadsheet: Any) -> dict[int, dict[Place, str]]:
    """For each sheet by its number the cells that were changed while changes were tracked, with what they held."""
    found: dict[int, dict[Place, str]] = {}
    for change in spreadsheet.iterfind(f"{TABLE}tracked-changes/{TABLE}cell-content-change"):
        address = change.find(f"{TABLE}cell-address")
        if address is None:
            continue
        sheet, row, column = (int(address.get(TABLE + name, 0)) for name in ("table", "row", "column"))
        held = change.find(f"{TABLE}previous/{TABLE}change-track-table-cell")
        text = "" if held is None else lines_of("\n".join("".join(node.itertext()) for node in held.iter(f"{TEXT}p")))
        # The first change tells what was there before all of them.
        found.setdefault(sheet, {}).setdefault((row, column), f"was {text or 'empty'} (tracked change)")
    return found


def _wording(cell: StoredCell, styles: OpenStyles, words: Words, fill: str | None) -> Wording:
    look = styles.look_of("table-cell", cell.style, Look())
    lines = [words.of(node, look=look, ground=fill or PAPER) for node in paragraphs_in(cell.node)]
    if lines:
        return sum((line + Wording("\n") for line in lines), Wording())
    stated = cell.node.get(f"{OFFICE}string-value") or cell.node.get(f"{OFFICE}value") or ""
    try:
        return Wording(shortest(float(stated)))
    except ValueError:
        return Wording(stated)


def _span(cell: StoredCell, stored: StoredGrid) -> Place:
    """How many shown rows and columns a cell covers; none beyond the last that is used, whatever it says."""
    last_row, last_column = max(one.row for one in stored.cells), max(one.column for one in stored.cells)
    end_row, end_column = (
        min(cell.row + cell.row_span, last_row + 1),
        min(cell.column + cell.column_span, last_column + 1),
    )
    height = end_row - cell.row - sum(cell.row < row < end_row for row in stored.hidden_rows)
    width = end_column - cell.column - sum(cell.column < one < end_column for one in stored.hidden_columns)
    return max(height, 1), max(width, 1)


def _notices(name: str, hidden: bool, left_out: int, cut: bool) -> Iterator[Notice]:
    if hidden:
        yield Notice("hidden_content", f"The sheet '{name}' is hidden.")
    if left_out:
        yield Notice("hidden_content", f"{left_out} hidden rows or columns of the sheet '{name}' were left out.")
    if cut:
        told = f"The sheet '{name}' repeats rows or cells more often than any paper does; the rest was passed over."
        yield Notice("unreadable_page", told)
