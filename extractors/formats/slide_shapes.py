"""The shapes of one slide -> blocks, tables and notices in reading order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from extractors.document import Block, BlockKind, Notice, Table
from extractors.formats.captions import Piece
from extractors.formats.colours import A
from extractors.formats.diagrams import diagram_parts
from extractors.formats.drawings import chart_notice, chart_pieces
from extractors.formats.embedded import embedded_tables
from extractors.formats.office_pictures import hidden_with, parts_of_picture
from extractors.formats.slide_grids import Tile, TileGrid, grid_of
from extractors.formats.slide_places import TITLES, P, Shape, Slide, shapes_of
from extractors.formats.slide_tables import cells_of
from extractors.formats.slide_text import Paragraph, cell_text, paragraphs_of
from extractors.grids.marks import area
from extractors.letterhead import is_labelled_line
from extractors.wording import one_line

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
_GENERIC_NAME = ("Picture ", "Image ", "Content Placeholder ", "Graphic ", "Picture Placeholder ")
_EDGE = 0.1
_HEAD = 0.25
_LONGEST_HEADING = 120
_MOST_OF_A_SLIDE = 0.5


def pieces_of(slide: Slide) -> tuple[list[Piece], list[Notice]]:
    """What the slide shows, the title first, then from top to bottom and left to right."""
    shapes = shapes_of(slide)
    parts: list[Block | Table] = []
    notices: list[Notice] = []
    built = _built_table(shapes, slide)
    members = {id(shape) for shape in built.shapes} if built else set()
    for shape in sorted(shapes, key=lambda shape: _reading_place(shape, slide)):
        if built and id(shape) in members:
            if shape is built.shapes[0]:
                parts.append(Table(cells=built.cells, page=slide.number, bbox=built.box, hidden=shape.is_hidden))
            continue
        for found in _read(shape, slide):
            if isinstance(found, Notice):
                notices.append(found)
            else:
                parts.append(found)
    return [Piece(part) for part in _with_heading(parts, shapes, slide)], notices


def _built_table(shapes: Sequence[Shape], slide: Slide) -> TileGrid[Shape] | None:
    """A table that is drawn as separate boxes."""
    tiles = []
    for shape in shapes:
        if shape.box is None or shape.placeholder is not None or etree.QName(shape.node).localname != "sp":
            continue
        text = cell_text(shape.node.find(f"{P}txBody"))[0]
        fill = slide.theme.fill_of(shape.node.find(f"{P}spPr"))
        if text or fill:
            tiles.append(Tile(shape, shape.box, text, fill))
    return grid_of(tiles, slide.number)


def _reading_place(shape: Shape, slide: Slide) -> tuple[int, float, float]:
    if shape.placeholder in TITLES:
        return 0, 0.0, 0.0
    if shape.box is None:
        return 2, 0.0, 0.0
    # Shapes whose tops lie within a line of text of each other stand side by side.
    band = max(slide.size[1] / 40, 1.0)
    return (2 if shape.placeholder in _FURNITURE else 1), shape.box[1] // band, shape.box[0]


def _read(shape: Shape, slide: Slide) -> Iterator[Block | Table | Notice]:
    match etree.QName(shape.node).localname:
        case "sp":
            yield from _text(shape, slide)
        case "pic":
            yield from _picture(shape, slide)
        case _:
            yield from _frame(shape, slide)


def _picture(shape: Shape, slide: Slide) -> Iterator[Block | Table | Notice]:
    """What the picture shows, else that there is one."""
    parts: list[Block | Table | Notice] = []
    if slide.album:
        covers = shape.box is not None and area(shape.box) > _MOST_OF_A_SLIDE * slide.size[0] * slide.size[1]
        part = slide.slide.part
        parts = parts_of_picture(slide.album, part, shape.node, page=slide.number, box=shape.box, covers=covers)
    yield from (hidden_with(part, hidden=shape.is_hidden) for part in parts)
    if all(isinstance(part, Notice) for part in parts):
        yield Block("picture", _name(shape.node), slide.number, shape.box, hidden=shape.is_hidden)


def _frame(shape: Shape, slide: Slide) -> Iterator[Block | Table | Notice]:
    content = shape.node.find(f"{A}graphic/{A}graphicData")
    uri = content.get("uri", "") if content is not None else ""
    part = slide.slide.part
    if uri.endswith("/table") and content.find(f"{A}tbl") is not None:
        cells = cells_of(content.find(f"{A}tbl"), shape.box, slide.theme, slide.number)
        yield Table(cells=cells, page=slide.number, bbox=shape.box, hidden=shape.is_hidden)
    elif uri.endswith("/diagram"):
        for node in content:
            yield from diagram_parts(part, node, page=slide.number, bbox=shape.box, hidden=shape.is_hidden)
    elif "chart" in uri:
        node = content.find(f"{_C}chart")
        related = part.rels.get(node.get(f"{_R}id", "")) if node is not None else None
        if related is None or related.is_external:
            yield chart_notice(_name(shape.node), slide.number)
        else:
            yield from chart_pieces(related.target_part, page=slide.number, bbox=shape.box, hidden=shape.is_hidden)
    elif uri.endswith("/ole"):
        yield from _embedded(shape, slide)
    elif (picture := shape.node.find(f".//{P}pic")) is not None:
        yield Block("picture", _name(picture) or _name(shape.node), slide.number, shape.box, hidden=shape.is_hidden)


def _embedded(shape: Shape, slide: Slide) -> Iterator[Block | Table | Notice]:
    """A workbook that lies on the slide: the sheet that its picture shows."""
    node = shape.node.find(f".//{P}oleObj")
    related = slide.slide.part.rels.get(node.get(f"{_R}id", "")) if node is not None else None
    tables = [] if related is None or related.is_external else embedded_tables(related.target_part.blob)
    for table in tables:
        yield replace(table, page=slide.number, bbox=shape.box, hidden=table.hidden or shape.is_hidden)
    if not tables:
        told = f"An embedded object ({_name(shape.node) or 'without a name'}) is shown as a picture and was not read."
        yield Notice("figure_without_data", told, slide.number)
        yield Block("picture", _name(shape.node), slide.number, shape.box, hidden=shape.is_hidden)


def _name(node: Any) -> str:
    properties = node.find(f".//{P}cNvPr")
    if properties is None:
        return ""
    name = properties.get("descr") or properties.get("title") or properties.get("name", "")
    return "" if name.startswith(_GENERIC_NAME) else one_line(name)


def _text(shape: Shape, slide: Slide) -> Iterator[Block]:
    paragraphs = list(paragraphs_of(shape.node.find(f"{P}txBody")))
    if shape.placeholder in TITLES:
        text = one_line(" ".join(paragraph.text for paragraph in paragraphs))
        if text:
            kind: BlockKind = "title" if slide.number == 1 else "heading"
            yield Block(kind, text, slide.number, shape.box, level=0 if kind == "title" else 1, hidden=shape.is_hidden)
        return
    is_furniture = shape.placeholder in _FURNITURE or _is_page_number(paragraphs, shape, slide)
    for place, paragraph in enumerate(paragraphs):
        kind, level = ("furniture", 0) if is_furniture else _kind(paragraph, place, len(paragraphs), shape.placeholder)
        for line in _lines(paragraph.text):
            yield Block(kind, line, slide.number, shape.box, level=level, hidden=shape.is_hidden)


def _kind(paragraph: Paragraph, place: int, count: int, placeholder: str | None) -> tuple[BlockKind, int]:
    if placeholder == "subTitle":
        is_heading = place == 0 and not is_labelled_line(paragraph.text)
        return ("heading", 2) if is_heading else ("paragraph", 0)
    in_list = placeholder in ("body", "obj") and count > 1
    is_item = paragraph.is_bullet if paragraph.is_bullet is not None else in_list or paragraph.level > 0
    return ("list_item", 0) if is_item else ("paragraph", 0)


def _lines(text: str) -> Iterable[str]:
    """Labelled lines stand for themselves; other line breaks only fill the shape."""
    lines = text.split("\n")
    return lines if any(map(is_labelled_line, lines)) else [one_line(text)] if text else []


def _is_page_number(paragraphs: Sequence[Paragraph], shape: Shape, slide: Slide) -> bool:
    """A bare number at the edge of the slide, where it is the slide's own or stands in the foot."""
    if len(paragraphs) != 1 or not paragraphs[0].text.isdecimal() or shape.box is None or not slide.size[1]:
        return False
    middle = (shape.box[1] + shape.box[3]) / 2 / slide.size[1]
    is_own = paragraphs[0].text == str(slide.number) and middle < _EDGE
    return len(paragraphs[0].text) <= 4 and (middle > 1 - _EDGE or is_own)


def _with_heading(parts: Sequence[Block | Table], shapes: Sequence[Shape], slide: Slide) -> list[Block | Table]:
    """A slide without a title of its own is headed by the one short line that stands over everything else."""
    if any(shape.placeholder in TITLES and _has_text(shape) for shape in shapes) or not parts:
        return list(parts)
    first = next((part for part in parts if isinstance(part, Table) or part.kind not in ("furniture", "picture")), None)
    if not isinstance(first, Block) or first.kind != "paragraph" or first.bbox is None:
        return list(parts)
    is_alone = sum(isinstance(part, Block) and part.bbox == first.bbox for part in parts) == 1
    if not is_alone or len(first.text) > _LONGEST_HEADING or first.bbox[1] > _HEAD * slide.size[1]:
        return list(parts)
    return [replace(part, kind="heading", level=1) if part is first else part for part in parts]


def _has_text(shape: Shape) -> bool:
    return any(paragraphs_of(shape.node.find(f"{P}txBody")))
