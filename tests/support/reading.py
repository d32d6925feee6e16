"""Read a drawn PDF in one call."""

from pathlib import Path

from extractors.document import Document, Table
from extractors.formats.pdf import read_pdf


def read(path: Path, **options: object) -> Document:
    """The document, with names that do not matter."""
    return read_pdf(path, document_id="0" * 64, file_name=path.name, source=str(path), **options)  # type: ignore[arg-type]  # options are read_pdf's own


def only_table(path: Path) -> Table:
    """The one table of the paper."""
    tables = read(path).tables
    assert len(tables) == 1, [table.rows for table in tables]
    return tables[0]


def texts(table: Table) -> list[list[str]]:
    """The rows as lists."""
    return [list(row) for row in table.rows]
