"""Sheets of texts in CSV and XLSX, as spreadsheets write them."""

import csv
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from warehouse.review.errors import BadDecisions, UnknownForm

_SHEET = "Review"
_WIDTHS = {"decision": 12, "question": 48, "why": 32, "reason": 48, "evidence": 60}
_USUAL_WIDTH = 18
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def write_sheet(
    file: Path, columns: Sequence[str], rows: Sequence[Sequence[str]], choices: dict[str, list[str]]
) -> None:
    """Write texts under a head. In XLSX the columns of `choices` offer their words. Raises UnknownForm.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    form = _form(file)
    frame = pd.DataFrame([[_harmless(text) for text in row] for row in rows], columns=list(columns), dtype="str")
    if form == "csv":
        frame.to_csv(file, index=False, encoding="utf-8-sig", lineterminator="\r\n")
        return
    with pd.ExcelWriter(file, engine="xlsxwriter") as writer:
        frame.to_excel(writer, sheet_name=_SHEET, index=False)
        sheet = writer.sheets[_SHEET]
        wrapped = writer.book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        for position, name in enumerate(columns):
            sheet.set_column(position, position, _WIDTHS.get(name, _USUAL_WIDTH), wrapped)
            if name in choices and rows:
                sheet.data_validation(1, position, len(rows), position, {"validate": "list", "source": choices[name]})
        sheet.freeze_panes(1, 0)


def read_sheet(file: Path, wanted: Sequence[str] = ()) -> list[dict[str, str]]:
    """The rows of a sheet by the names in its head, all texts; empty cells are empty texts.

    Raises UnknownForm, and BadDecisions where the file is not what its name says or a wanted column is missing.
    """
    head, rows = _csv_rows(file) if _form(file) == "csv" else _workbook_rows(file)
    missing = [name for name in wanted if name not in head]
    if missing:
        raise BadDecisions(file, [f"the column {', '.join(missing)} is missing"])
    return rows


def _workbook_rows(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    try:
        frame = pd.read_excel(file, dtype="str", keep_default_na=False, engine="openpyxl")
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise BadDecisions(file, [f"it is no XLSX file ({error})"]) from error
    head = [str(name) for name in frame.columns]
    return head, [{str(name): _text(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _csv_rows(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    content = file.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # what a spreadsheet on Windows saves as plain 'CSV'
    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    found = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restval="")
    rows = [{str(name): _text(value) for name, value in row.items() if name is not None} for row in found]
    return list(found.fieldnames or ()), rows


def _form(file: Path) -> str:
    form = file.suffix.lower().removeprefix(".")
    if form not in {"csv", "xlsx"}:
        raise UnknownForm(file)
    return form


def _text(value: object) -> str:
    text = "" if value is None else str(value).strip()
    return text.removeprefix("'") if text[1:2] in _FORMULA_SIGNS else text


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) else text
