"""The tables of one document, without any benchmark knowledge: what `scorepack extract` prints."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from extractors import Cell, Document, Table, read


def extracted(path: Path, form: str) -> str:
    """The tables of a document as 'json' or 'csv'. Raises PaperError where it cannot be read."""
    document = read(path)
    return _as_json(document) if form == "json" else _as_csv(document)


def _as_json(document: Document) -> str:
    facts = {
        "document_id": document.document_id,
        "file_name": document.file_name,
        "title": document.title,
        "pages": document.pages,
        "tables": [_table(number, table) for number, table in enumerate(document.tables, 1)],
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


def _as_csv(document: Document) -> str:
    """Every table one after the other, each row led by the table's number, page and row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for number, table in enumerate(document.tables, 1):
        for row, texts in enumerate(table.rows, 1):
            writer.writerow([number, table.page if table.page is not None else "", row, *texts])
    return out.getvalue()
