"""Workbooks (XLSX) -> Document. A sheet is no page: pages stay None, the sheet's name is a heading."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.cell_range import CellRange

from extractors.document import Block, Document, Notice, Table
from extractors.errors import DamagedPaper
from extractors.formats.chart_caches import Workbook
from extractors.formats.colours import Theme
from extractors.formats.package import (
    FAULTS,
    has_formulas_without_results,
    is_strict,
    mended,
    notices_of_missing,
    stored_facts,
)
from extractors.formats.sheet_cells import HIDDEN, fill_of, text_of
from extractors.formats.sheet_charts import figures_by_sheet
from extractors.formats.sheet_conditions import conditions_of
from extractors.formats.sheet_layout import Shown, parts_of, shown_numbers, with_title
from extractors.formats.sheet_regions import Place
from extractors.formats.unseen import PAPER

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_RANGE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_SHOWN = re.compile(rb'<(?:\w+:)?oleSize ref="([A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)"')
_BROKEN = (*FAULTS, InvalidFileException, TypeError)


def read_spreadsheet(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
    """Read a workbook as it shows itself, formulas by their stored results.

    Hidden rows and columns are left out with a notice; hidden sheets are read and marked as hidden.
    Raises DamagedPaper where it cannot be opened.
    """
    workbook, package, notices = _opened(path)
    theme = Theme.of(workbook.loaded_theme)
    figures = figures_by_sheet(package, _lookup_in(workbook))
    body: list[Block | Table] = []
    for sheet in (*workbook.worksheets, *workbook.chartsheets):
        hidden = sheet.sheet_state != "visible"
        is_chart = sheet in workbook.chartsheets
        parts, left_out, beside_cells = ([], 0, []) if is_chart else _parts(sheet, theme, hidden)
        notices += beside_cells
        beside = figures.get(sheet.title, [])
        notices += _hidden_notices(sheet.title, hidden, left_out)
        notices += [part for part in beside if isinstance(part, Notice)]
        parts += [part for part in beside if not isinstance(part, Notice)]
        if parts:
            body += [Block("heading", sheet.title, level=1, hidden=hidden), *parts]
    if has_formulas_without_results(path):
        told = "Some formulas have no stored results and read as empty. Opening and saving the workbook fills them."
        notices.append(Notice("figure_without_data", told))
    title, made_on = stored_facts(path)
    return Document(
        document_id=document_id,
        file_name=file_name,
        source=source,
        media_type=MEDIA_TYPE,
        body=with_title(body),
        title=title,
        created_on=made_on,
        notices=tuple(notices),
    )


def tables_shown(content: bytes) -> list[Table]:
    """The tables of the sheet that an embedded workbook shows, no more than the part of it that it says it shows.

    Empty where the bytes are no workbook.
    """
    try:
        workbook = _loaded(io.BytesIO(content))
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            shown_part = _SHOWN.search(package.read("xl/workbook.xml"))
        area = CellRange(shown_part[1].decode()) if shown_part else None
    except _BROKEN:
        return []
    sheet = workbook.active
    if sheet is None or not hasattr(sheet, "_cells"):
        return []
    parts, _, _ = _parts(sheet, Theme.of(workbook.loaded_theme), False, area)
    return [part for part in parts if isinstance(part, Table)]


def workbook_ranges(content: bytes) -> Workbook | None:
    """Look up ranges of an embedded workbook; None where its bytes are no workbook."""
    try:
        return _lookup_in(load_workbook(io.BytesIO(content), data_only=True))
    except _BROKEN:
        return None


def _lookup_in(workbook: Any) -> Workbook:
    """Look up ranges such as 'Sheet1!$B$2:$B$11' in an open workbook."""

    def values_at(reference: str) -> Sequence[object] | None:
        found = _RANGE.fullmatch(reference.strip())
        sheet = (found[1] or found[2]).replace("''", "'") if found else ""
        if found is None or sheet not in workbook.sheetnames:
            return None
        cells = f"{found[3]}{found[4]}:{found[5] or found[3]}{found[6] or found[4]}"
        return [cell.value for row in workbook[sheet][cells] for cell in row]

    return values_at


def _opened(path: Path) -> tuple[Any, Path | io.BytesIO, list[Notice]]:
    """The workbook and the package it comes from: the file itself, or a mended copy where the library stumbles.

    In files of the strict form of the standard the library sees empty sheets, without a word.
    """
    try:
        if not is_strict(path):
            return _loaded(path), path, []
    except _BROKEN:
        pass  # The copy is the second try; what it cannot mend is told then.
    try:
        copy, missing = mended(path)
        workbook = _loaded(copy)
    except _BROKEN as error:
        raise DamagedPaper("Excel", str(error) or type(error).__name__) from error
    return workbook, copy, [*notices_of_missing(missing)]


def _loaded(package: Path | io.BytesIO) -> Any:
    # The library warns of what it would not keep when writing; nothing is written here.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(package, data_only=True, rich_text=True)


def _parts(
    sheet: Any, theme: Theme, hidden: bool, area: CellRange | None = None
) -> tuple[list[Block | Table], int, list[Notice]]:
    """The parts of a sheet, how many of its used rows and columns are hidden and left out, what else is to tell.

    With an `area` nothing beyond it is read.
    """
    stored = _stored(sheet, area)
    inked = {place for place, cell in stored.items() if cell.value is not None}
    hidden_rows = {row for row, dimension in sheet.row_dimensions.items() if dimension.hidden}
    hidden_columns = set(_hidden_columns(sheet, max((column for _, column in inked), default=0)))
    left_out = len({row for row, _ in inked} & hidden_rows) + len({column for _, column in inked} & hidden_columns)
    rows = shown_numbers({row for row, _ in stored}, hidden_rows)
    columns = shown_numbers({column for _, column in stored}, hidden_columns)
    seen = {place: cell for place, cell in stored.items() if place[0] in rows and place[1] in columns}
    conditions = conditions_of(sheet, {place: stored[place].value for place in inked}, theme)
    styled = set(_places_of_tables(sheet, inked)) | conditions.unknown
    fills: dict[Place, str | None] = {}
    printed: dict[Place, tuple[str, str | None]] = {}
    for place, cell in seen.items():
        fill = conditions.fills.get(place) or fill_of(cell, theme)
        shown_at = rows[place[0]], columns[place[1]]
        fills[shown_at] = fill
        printed[shown_at] = text_of(cell, theme, fill or (None if place in styled else PAPER))
    shown = Shown(
        texts={place: text for place, (text, _) in printed.items() if text},
        spans=_spans(sheet, rows, columns),
        fills={place: fill for place, fill in fills.items() if fill},
        remarks={place: remark for place, (_, remark) in printed.items() if remark},
    )
    is_unknown = any(place in seen for place in conditions.unknown)
    told = list(_notices_of_cells(sheet.title, is_unknown, any(remark == HIDDEN for _, remark in printed.values())))
    return list(parts_of(shown, hidden=hidden)), left_out, told


def _stored(sheet: Any, area: CellRange | None) -> dict[Place, Any]:
    """Only the cells that the file stores: the full extent of a sheet may be a million formatted rows."""
    stored = {place: cell for place, cell in sheet._cells.items() if cell.value is not None or cell.has_style}
    if area is None:
        return stored
    rows, columns = range(area.min_row, area.max_row + 1), range(area.min_col, area.max_col + 1)
    return {(row, column): cell for (row, column), cell in stored.items() if row in rows and column in columns}


def _places_of_tables(sheet: Any, inked: Iterable[Place]) -> Iterator[Place]:
    """The places inside the tables of a sheet: their styles colour them in ways that are not stored."""
    areas = [CellRange(table.ref) for table in sheet.tables.values()]
    for row, column in inked if areas else ():
        if any(area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col for area in areas):
            yield row, column


def _notices_of_cells(name: str, is_unknown: bool, is_hidden: bool) -> Iterator[Notice]:
    if is_unknown:
        told = f"Cells of the sheet '{name}' take their colours from formulas or ranks, which were not worked out."
        yield Notice("colour_only", told)
    if is_hidden:
        yield Notice("hidden_content", f"Figures of the sheet '{name}' that nobody sees were left out.")


def _hidden_columns(sheet: Any, last: int) -> Iterator[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            yield from range(dimension.min, min(dimension.max, last) + 1)


def _spans(sheet: Any, rows: dict[int, int], columns: dict[int, int]) -> dict[tuple[int, int], tuple[int, int]]:
    spans = {}
    for merged in sheet.merged_cells.ranges:
        height = sum(row in rows for row in range(merged.min_row, merged.max_row + 1))
        width = sum(column in columns for column in range(merged.min_col, merged.max_col + 1))
        if height and width and merged.min_row in rows and merged.min_col in columns:
            spans[rows[merged.min_row], columns[merged.min_col]] = (height, width)
    return spans


def _hidden_notices(name: str, hidden: bool, left_out: int) -> Iterator[Notice]:
    if hidden:
        yield Notice("hidden_content", f"The sheet '{name}' is hidden.")
    if left_out:
        yield Notice("hidden_content", f"{left_out} hidden rows or columns of the sheet '{name}' were left out.")
