"""What lies in the frames of an OpenDocument file: charts, embedded sheets and pictures."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from extractors.document import Block, Box, Cell, Notice, Table
from extractors.formats.charts import no_values
from extractors.formats.opendocument_grids import stored_grid
from extractors.formats.opendocument_package import DRAW, OFFICE, SVG, TABLE, TEXT, XLINK, OpenPackage
from extractors.formats.opendocument_sheets import sheet_parts
from extractors.formats.opendocument_styles import OpenStyles
from extractors.wording import one_line

CHART = "{urn:oasis:names:tc:opendocument:xmlns:chart:1.0}"

Found = Block | Table | Notice

_GENERIC_NAMES = ("image.", "picture", "grafik", "graphic")


def object_parts(
    frame: Any, package: OpenPackage, *, page: int | None = None, bbox: Box | None = None, hidden: bool = False
) -> Iterator[Found]:
    """The contents of a draw:frame that are no text: its object, or the picture where it has none.

    A frame stores a picture of its object beside it; that picture is not told.
    """
    name = _name(frame)
    embedded = frame.find(f"{DRAW}object")
    if embedded is not None:
        yield from _embedded(embedded, package, name, page, bbox, hidden)
    elif frame.find(f"{DRAW}object-ole") is not None:
        told = f"An embedded object ({name or 'without a name'}) is shown as a picture and was not read."
        yield Notice("figure_without_data", told, page)
        yield Block("picture", name, page, bbox, hidden=hidden)
    elif frame.find(f"{DRAW}image") is not None:
        yield Block("picture", name, page, bbox, hidden=hidden)


def _embedded(
    embedded: Any, package: OpenPackage, name: str, page: int | None, bbox: Box | None, hidden: bool
) -> Iterator[Found]:
    folder = embedded.get(f"{XLINK}href", "")
    content = package.part(f"{folder}/content.xml") if folder else embedded.find(f"{OFFICE}document")
    body = content.find(f"{OFFICE}body") if content is not None else None
    if body is None:
        yield no_values(name, page)
        return
    for chart in body.iter(f"{CHART}chart"):
        yield _chart(chart, name, page, bbox, hidden)
        return
    styles = OpenStyles(package.part(f"{folder}/styles.xml"), content)
    for sheet in body.iterfind(f"{OFFICE}spreadsheet/{TABLE}table"):
        for part in sheet_parts(sheet, styles, hidden=hidden).parts:
            yield replace(part, page=page, bbox=bbox)


def _chart(chart: Any, name: str, page: int | None, bbox: Box | None, hidden: bool) -> Table | Notice:
    """The values that a chart keeps in a table of its own, the names of its series over them."""
    title = one_line(" ".join("".join(node.itertext()) for node in chart.iterfind(f"{CHART}title/{TEXT}p"))) or name
    local = chart.find(f"{TABLE}table")
    cells = (
        [] if local is None else [_cell(cell.row, cell.column, cell.node, page) for cell in stored_grid(local).cells]
    )
    if not any(cell.text for cell in cells if cell.row and cell.column):
        return no_values(title, page)
    return Table(tuple(cells), method="chart", page=page, bbox=bbox, caption=title or None, hidden=hidden)


def _cell(row: int, column: int, node: Any, page: int | None) -> Cell:
    text = one_line(" ".join("".join(paragraph.itertext()) for paragraph in node.iterfind(f"{TEXT}p")))
    is_gap = node.get(f"{OFFICE}value", "").lower() in ("nan", "1.#nan") or text.lower() in ("nan", "1.#nan")
    return Cell(row, column, "" if is_gap else text, page=page)


def _name(frame: Any) -> str:
    said = frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or ""
    return "" if said.lower().startswith(_GENERIC_NAMES) else one_line(said)
