"""The tables of one paper as a page: each with its place, fills, merged cells and the remarks on doubtful cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors import Document, Table
from flows.pages.figures import Figure, Figures
from flows.pages.grids import Grid, grid_of
from flows.pages.rendering import METHOD_WORDS, counted, render


@dataclass(frozen=True, slots=True)
class ShownTable:
    """One table as the page shows it; `figures` are pictures of the paper, where they are wanted and can be had."""

    number: int
    caption: str | None
    place: str
    grid: Grid
    figures: tuple[Figure, ...]


def extracted_page(document: Document, tables: Mapping[int, Table], path: Path | None = None) -> str:
    """The page; `tables` are those to show, by their number in the paper. With the `path` of a PDF each table is shown
    beside a picture of it as printed.
    """
    if path is None:
        shown = [_shown(number, table, ()) for number, table in tables.items()]
    else:
        with Figures(document, path) as figures:
            shown = [_shown(number, table, figures.printed(number, table)) for number, table in tables.items()]
    return render("extracted.html.j2", document=document, tables=shown)


def _shown(number: int, table: Table, figures: tuple[Figure, ...]) -> ShownTable:
    return ShownTable(number, table.caption, place_of(table), grid_of(table), figures)


def place_of(table: Table) -> str:
    """'Page 7, read from a chart; 3 rows, 11 columns.'"""
    pages = sorted({page for page in (table.page, *(cell.page for cell in table.cells)) if page is not None})
    where = f"Page {pages[0]}" if len(pages) == 1 else f"Pages {pages[0]} to {pages[-1]}" if pages else ""
    how = f"read from {METHOD_WORDS[table.method]}"
    first = f"{where}, {how}" if where else how.capitalize()
    places = table.places
    size = f"{counted(len(places), 'row')}, {counted(len(places[0]) if places else 0, 'column')}"
    hidden = " Hidden in the paper." if table.hidden else ""
    return f"{first}; {size}.{hidden}"
