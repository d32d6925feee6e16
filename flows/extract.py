"""The tables of one document, without any benchmark knowledge: what `scorepack extract` prints."""

import csv
import io
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, TypeAlias

from extractors import Cell, Document, Table, read
from flows.errors import NoSuchPage, NoSuchTable

Form: TypeAlias = Literal["json", "csv", "html"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tables are wanted: by their number in the document, by page; none of both means all."""

    tables: Collection[int] = ()
    pages: Collection[int] = ()


def extracted(
    path: Path,
    form: Form = "json",
    *,
    wanted: Wanted | None = None,
    pictures: Path | None = None,
    inline: bool = False,
) -> str:
    """The tables of a document in one form, and with `pictures` what was read where as files in that folder.

    `inline` puts pictures of the pages into the HTML form. Raises PaperError where the document cannot be read,
    NoSuchTable or NoSuchPage where it has none of a wanted number, CannotWrite for the folder.
    """
    document = read(path)
    tables = _chosen(document, wanted or Wanted())
    # what draws and what fills templates takes longer to load than most papers to read
    if pictures is not None:
        from flows.pictures import write_pictures

        write_pictures(document, path, tables, pictures)
    if form == "html":
        from flows.pages.extracted import extracted_page

        return extracted_page(document, tables, path if inline else None)
    return _as_json(document, tables) if form == "json" else _as_csv(tables)


def _chosen(document: Document, wanted: Wanted) -> dict[int, Table]:
    """The wanted tables by their number."""
    numbered = dict(enumerate(document.tables, 1))
    for number in wanted.tables:
        if number not in numbered:
            raise NoSuchTable(document.file_name, number, len(numbered))
    for page in wanted.pages:
        if document.pages is None or not 1 <= page <= document.pages:
            raise NoSuchPage(document.file_name, page, document.pages)
    return {
        number: table
        for number, table in numbered.items()
        if (not wanted.tables or number in wanted.tables) and (not wanted.pages or _is_on(table, wanted.pages))
    }


def _is_on(table: Table, pages: Collection[int]) -> bool:
    return table.page in pages or any(cell.page in pages for cell in table.cells)


def _as_json(document: Document, tables: Mapping[int, Table]) -> str:
    facts = {
        "document_id": document.document_id,
        "file_name": document.file_name,
        "title": document.title,
        "pages": document.pages,
        "tables": [_table(number, table) for number, table in tables.items()],
        "notices": [{"page": notice.page, "kind": notice.kind, "text": notice.text} for notice in document.notices],
    }
    return json.dumps(facts, indent=2, ensure_ascii=False)


def _table(number: int, table: Table) -> dict[str, Any]:
    return {
        "table": number,
        "page": table.page,
        "bbox": table.bbox,
        "method": table.method,
        "caption": table.caption,
        "rows": table.rows,
        "cells": [_cell(cell) for cell in table.cells],
    }


def _cell(cell: Cell) -> dict[str, Any]:
    facts = {
        "row": cell.row + 1,
        "column": cell.column + 1,
        "row_span": cell.row_span,
        "column_span": cell.column_span,
        "text": cell.text,
        "page": cell.page,
        "bbox": cell.bbox,
        "fill": cell.fill,
        "confidence": cell.confidence,
        "remark": cell.remark,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _as_csv(tables: Mapping[int, Table]) -> str:
    """Every table one after the other, each row led by the table's number, page and row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, table in tables.items():
        for row, texts in enumerate(table.rows, 1):
            writer.writerow([number, table.page if table.page is not None else "", row, *texts])
    return out.getvalue()
