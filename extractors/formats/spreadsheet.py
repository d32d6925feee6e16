"""Workbooks (XLSX) -> Document. A sheet is no page: pages stay None, the sheet's name is a heading."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from extractors.document import Block, Document, Notice, Table
from extractors.errors import DamagedPaper
from extractors.formats.charts import Workbook
from extractors.formats.colours import Theme
from extractors.formats.package import has_formulas_without_results, is_strict, mended, stored_facts
from extractors.formats.sheet_cells import fill_of, text_of
from extractors.formats.sheet_charts import figures_by_sheet
from extractors.formats.sheet_layout import Shown, parts_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_RANGE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
_BROKEN = (
    zipfile.BadZipFile, zlib.error, InvalidFileException, KeyError, ValueError, TypeError, AttributeError, OSError,
    etree.XMLSyntaxError,
)  # fmt: skip


def read_spreadsheet(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
    """Read a workbook as it shows itself, formulas by their stored results.

    Hidden rows and columns are left out with a notice; hidden sheets are read and marked as hidden.
    Raises DamagedPaper where it cannot be opened.
    """
    workbook, package, notices = _opened(path)
    theme = Theme.of(workbook.loaded_theme)
    figures = figures_by_sheet(package, lookup_in(workbook))
    body: list[Block | Table] = []
    for sheet in workbook.worksheets:
        hidden = sheet.sheet_state != "visible"
        parts, left_out = _parts(sheet, theme, hidden)
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
        body=_with_title(body),
        title=title,
        created_on=made_on,
        notices=tuple(notices),
    )


def workbook_ranges(content: bytes) -> Workbook | None:
    """Look up ranges of an embedded workbook; None where its bytes are no workbook."""
    try:
        return lookup_in(load_workbook(io.BytesIO(content), data_only=True))
    except _BROKEN:
        return None


def lookup_in(workbook: Any) -> Workbook:
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
    told = f"Parts that the file refers to are not in it and were passed over: {', '.join(missing)}."
    return workbook, copy, [Notice("repaired_file", told)] if missing else []


def _loaded(package: Path | io.BytesIO) -> Any:
    # The library warns of what it would not keep when writing; nothing is written here.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(package, data_only=True, rich_text=True)


def _parts(sheet: Any, theme: Theme, hidden: bool) -> tuple[list[Block | Table], int]:
    """The parts of a sheet, and how many of its used rows and columns are hidden and left out."""
    # Only the cells that the file stores: the full extent of a sheet may be a million formatted rows.
    stored = {place: cell for place, cell in sheet._cells.items() if cell.value is not None or cell.has_style}
    inked = {place for place, cell in stored.items() if cell.value is not None}
    hidden_rows = {row for row, dimension in sheet.row_dimensions.items() if dimension.hidden}
    hidden_columns = set(_hidden_columns(sheet, max((column for _, column in inked), default=0)))
    left_out = len({row for row, _ in inked} & hidden_rows) + len({column for _, column in inked} & hidden_columns)
    rows = _numbering({row for row, _ in stored}, hidden_rows)
    columns = _numbering({column for _, column in stored}, hidden_columns)
    seen = {place: cell for place, cell in stored.items() if place[0] in rows and place[1] in columns}
    printed = {(rows[r], columns[c]): text_of(cell) for (r, c), cell in seen.items()}
    fills = {(rows[r], columns[c]): fill_of(cell, theme) for (r, c), cell in seen.items()}
    shown = Shown(
        texts={place: text for place, (text, _) in printed.items() if text},
        spans=_spans(sheet, rows, columns),
        fills={place: fill for place, fill in fills.items() if fill},
        remarks={place: remark for place, (_, remark) in printed.items() if remark},
    )
    return list(parts_of(shown, hidden=hidden)), left_out


def _hidden_columns(sheet: Any, last: int) -> Iterator[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden:
            yield from range(dimension.min, min(dimension.max, last) + 1)


def _numbering(numbers: set[int], hidden: set[int]) -> dict[int, int]:
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


def _with_title(body: Sequence[Block | Table]) -> tuple[Block | Table, ...]:
    """The line over everything else on the first sheet is the title of the workbook and comes first."""
    if len(body) < 2 or not isinstance(body[1], Block) or body[1].kind != "paragraph" or body[1].hidden:
        return tuple(body)
    return replace(body[1], kind="title"), body[0], *body[2:]
