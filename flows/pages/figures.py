"""The pictures of a page: the part of the paper around each table, or a drawing of the grid where no page is."""

import base64
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from extractors import Box, Cell, Document, PaperError, Table
from extractors.preview import (
    PaperPictures,
    Picture,
    drawing,
    has_page_pictures,
    pages_of,
    paper_pictures,
    printed_area,
)
from extractors.preview.marks import is_doubtful, kind_of

_DRAWN = "A drawing of the table as it was read, not a picture of the paper"
_AROUND_ACROSS, _AROUND_DOWN = 84.0, 26.0

Marked = Mapping[Cell, str]
"""The cells that are meant, each with its label."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A rectangle on a picture, in pixels; `kind` is that of the outline, `label` its number ('' for none)."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture with its outlines (`address` is the PNG itself), or a drawing (`svg`)."""

    id: str
    title: str
    caption: str
    width: int
    height: int
    address: str = ""
    outlines: tuple[Outline, ...] = ()
    svg: str = ""


@dataclass(frozen=True, slots=True)
class Crop:
    """A small part of a figure around one cell: its box in the figure's pixels, and the outline."""

    figure: str
    x: float
    y: float
    width: float
    height: float
    outline: Outline


class Figures:
    """The figures of one paper; a context manager, for a PDF stays open meanwhile. Their ids begin with `prefix`."""

    def __init__(self, document: Document, path: Path, prefix: str = "") -> None:
        self._document, self._path, self._prefix = document, path, prefix
        self._open = ExitStack()
        self._pictures: PaperPictures | None = None
        self._why_not = ""

    def __enter__(self) -> "Figures":
        if has_page_pictures(self._document):
            try:
                self._pictures = self._open.enter_context(paper_pictures(self._path))
            except PaperError as error:
                self._why_not = f" ({error})"
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def of_table(self, number: int, table: Table, marked: Marked) -> tuple[list[Figure], dict[Cell, Crop]]:
        """The figures of one table, one for each page that it is on, and a crop for each marked cell on a page.

        Cells without a place on a page are marked in a drawing, which is there too wherever no page can be shown.
        """
        figures: list[Figure] = []
        crops: dict[Cell, Crop] = {}
        for page in pages_of(table):
            picture = self._picture(table, page)
            if picture is None:
                continue
            figure = _page_figure(f"{self._prefix}t{number}-p{page}", number, table, page, picture, marked)
            figures.append(figure)
            crops |= {cell: _crop(figure, picture, cell.bbox) for cell in marked if cell.page == page and cell.bbox}
        if not figures or len(crops) < len(marked):
            figures.append(_drawn_figure(f"{self._prefix}t{number}-drawn", number, table, marked, self._why_not))
        return figures, crops

    def printed(self, number: int, table: Table) -> tuple[Figure, ...]:
        """The table as printed, one figure for each page that it is on; none where no page can be shown."""
        return tuple(figure for figure in self.of_table(number, table, {})[0] if not figure.svg)

    def of_place(self, id: str, page: int, box: Box, title: str) -> tuple[Figure, Crop] | None:
        """The part of a page around a box that belongs to no table, None where no page can be shown."""
        picture = self._part(page, box)
        if picture is None:
            return None
        figure = Figure(f"{self._prefix}{id}", title, title, picture.width, picture.height, _address(picture))
        return figure, _crop(figure, picture, box)

    def _picture(self, table: Table, page: int) -> Picture | None:
        area = printed_area(table, page)
        return self._part(*area) if area else None

    def _part(self, page: int, box: Box) -> Picture | None:
        if self._pictures is None:
            return None
        try:
            return self._pictures.part(page, box)
        except PaperError as error:
            self._why_not = f" ({error})"
            return None


def _page_figure(id: str, number: int, table: Table, page: int, picture: Picture, marked: Marked) -> Figure:
    title = f"Table {number} on page {page}"
    outlines = [_outline(picture, area[1], "grid") for area in [printed_area(table, page)] if area]
    on_page = [(cell, cell.bbox) for cell in table.cells if cell.page == page and cell.bbox]
    outlines += [_outline(picture, box, "cell") for _, box in on_page]
    outlines += [_outline(picture, box, "doubtful") for cell, box in on_page if is_doubtful(cell)]
    outlines += [_outline(picture, box, kind_of(marked), marked[cell]) for cell, box in on_page if cell in marked]
    caption = f"{title}, as printed; outlines show what was read where"
    return Figure(id, title, caption, picture.width, picture.height, _address(picture), tuple(outlines))


def _drawn_figure(id: str, number: int, table: Table, marked: Marked, why_not: str) -> Figure:
    title = f"Table {number} as read"
    drawn = drawing(table, id=id, title=title, desc=_DRAWN, marked=marked)
    return Figure(id, title, f"{_DRAWN}{why_not}", drawn.width, drawn.height, svg=drawn.svg)


def _address(picture: Picture) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture.png).decode('ascii')}"


def _outline(picture: Picture, box: Box, kind: str, label: str = "") -> Outline:
    x0, y0, x1, y1 = (round(value, 1) for value in picture.place(box))
    return Outline(x0, y0, round(x1 - x0, 1), round(y1 - y0, 1), kind, label)


def _crop(figure: Figure, picture: Picture, box: Box) -> Crop:
    """The cell with what stands next to it, not beyond the picture."""
    outline = _outline(picture, box, "marked")
    x0, y0 = max(0.0, outline.x - _AROUND_ACROSS), max(0.0, outline.y - _AROUND_DOWN)
    x1 = min(float(picture.width), outline.x + outline.width + _AROUND_ACROSS)
    y1 = min(float(picture.height), outline.y + outline.height + _AROUND_DOWN)
    return Crop(figure.id, round(x0, 1), round(y0, 1), round(x1 - x0, 1), round(y1 - y0, 1), outline)
