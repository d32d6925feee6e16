"""Pictures of what was read where, as files: a PNG for each page of a PDF with tables, else an SVG for each table."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from extractors import Document, PaperError, Table
from extractors.errors import NoPagePicture
from extractors.preview import Picture, drawing, has_page_pictures, pages_of, paper_pictures
from flows.errors import CannotWrite


def write_pictures(document: Document, path: Path, tables: Mapping[int, Table], folder: Path) -> list[Path]:
    """Write the pictures of these tables (by number) into a folder, which is made if missing; gives the files.

    A page of a PDF is shown as printed with the grids outlined, and beside it what was read in each place. Other
    tables are drawn as they were read.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        written = []
        for name, content in _pictures(document, path, tables):
            file = folder / name
            file.write_bytes(content)
            written.append(file)
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
    return written


def _pictures(document: Document, path: Path, tables: Mapping[int, Table]) -> Iterator[tuple[str, bytes]]:
    painted: set[int] = set()
    if has_page_pictures(document):
        for page, picture in _page_pictures(document, path, tables):
            yield f"page-{page:04}.png", picture.png
            painted |= {number for number, table in tables.items() if page in pages_of(table)}
    for number, table in tables.items():
        if number not in painted:
            drawn = drawing(table, id=f"table-{number}", title=f"Table {number} of {document.file_name} as read")
            yield f"table-{number:03}.svg", drawn.svg.encode("utf-8")


def _page_pictures(document: Document, path: Path, tables: Mapping[int, Table]) -> Iterator[tuple[int, Picture]]:
    """The pages that can be painted; the tables of the others are drawn."""
    shown = [table if number in tables else Table(()) for number, table in enumerate(document.tables, 1)]
    with suppress(PaperError), paper_pictures(path) as pictures:
        for page in sorted({page for table in tables.values() for page in pages_of(table)}):
            with suppress(NoPagePicture):
                yield page, pictures.page(page, tables=shown, readings=True)
