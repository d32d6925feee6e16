"""The slides of an OpenDocument presentation -> blocks, tables and notices in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from extractors.document import Block, BlockKind, Box, Notice, Table
from extractors.formats import slide_grids
from extractors.formats.captions import Piece
from extractors.formats.opendocument_lists import Lists
from extractors.formats.opendocument_objects import object_parts
from extractors.formats.opendocument_package import DRAW, FO, PRESENTATION, STYLE, TABLE, TEXT, OpenPackage
from extractors.formats.opendocument_styles import OpenStyles, box_of, points
from extractors.formats.opendocument_tables import grid_of, paragraphs_in
from extractors.formats.opendocument_words import Words
from extractors.letterhead import is_labelled_line
from extractors.wording import lines_of, one_line

_UNREAD = frozenset({"page-thumbnail", "control", "connector", "line", "measure", "contour-polygon"})
_FURNITURE = frozenset({"header", "footer", "date-time", "page-number"})
_HEAD = 0.25
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class _Shape:
    node: Any
    box: Box | None
    role: str

    @property
    def kind(self) -> str:
        return str(etree.QName(self.node).localname)


def slides_of(presentation: Any, package: OpenPackage, styles: OpenStyles) -> tuple[list[Piece], list[Notice], int]:
    """The pieces and notices of all slides, and how many slides there are."""
    pieces: list[Piece] = []
    notices: list[Notice] = []
    pages = presentation.findall(f"{DRAW}page")
    for number, page in enumerate(pages, start=1):
        hidden = styles.says("drawing-page", page.get(f"{DRAW}style-name"), f"{PRESENTATION}visibility") == "hidden"
        if hidden:
            notices.append(Notice("hidden_content", f"Slide {number} is hidden.", number))
        slide = _Slide(number, page, package, styles, hidden)
        found = slide.parts()
        notices += [part for part in found if isinstance(part, Notice)]
        pieces += [Piece(part) for part in found if not isinstance(part, Notice)]
        pieces += [Piece(block) for block in (*slide.furniture(presentation), *slide.notes())]
    return pieces, notices, len(pages)


class _Slide:
    def __init__(self, number: int, page: Any, package: OpenPackage, styles: OpenStyles, hidden: bool) -> None:
        self._number, self._page, self._hidden = number, page, hidden
        self._package, self._styles = package, styles
        self._words, self._lists = Words(styles), Lists(styles)
        self._size = _size(page, package)

    def parts(self) -> list[Block | Table | Notice]:
        """What the slide shows, the title first, then from top to bottom and left to right."""
        shapes = sorted(_shapes(self._page), key=self._reading_place)
        built = self._built_table(shapes)
        members = {id(shape) for shape in built.shapes} if built else set()
        found: list[Block | Table | Notice] = []
        for shape in shapes:
            if built and id(shape) in members:
                if shape is built.shapes[0]:
                    found.append(Table(built.cells, page=self._number, bbox=built.box, hidden=self._hidden))
                continue
            found += self._read(shape)
        return self._with_heading(found, shapes)

    def furniture(self, presentation: Any) -> Iterator[Block]:
        """The footer and the date that the page takes from the declarations of the presentation."""
        for name, declared in (("use-footer-name", "footer-decl"), ("use-header-name", "header-decl")):
            wanted = self._page.get(PRESENTATION + name)
            for node in presentation.iterfind(PRESENTATION + declared):
                if wanted and node.get(f"{PRESENTATION}name") == wanted and one_line(node.text or ""):
                    yield Block("furniture", one_line(node.text), self._number, hidden=self._hidden)

    def notes(self) -> Iterator[Block]:
        """What the speaker is to say."""
        for notes in self._page.iterfind(f"{PRESENTATION}notes"):
            for shape in _shapes(notes):
                if shape.role == "notes":
                    for text in self._texts(shape):
                        yield Block("note", text, self._number, hidden=self._hidden)

    def _reading_place(self, shape: _Shape) -> tuple[int, float, float]:
        if shape.role == "title":
            return 0, 0.0, 0.0
        if shape.box is None:
            return 2, 0.0, 0.0
        # Shapes whose tops lie within a line of text of each other stand side by side.
        band = max(self._size[1] / 40, 1.0)
        return (2 if shape.role in _FURNITURE else 1), shape.box[1] // band, shape.box[0]

    def _built_table(self, shapes: Sequence[_Shape]) -> slide_grids.TileGrid[_Shape] | None:
        """A table that is drawn as separate boxes."""
        tiles = []
        for shape in shapes:
            if shape.box is None or shape.role or shape.kind not in ("custom-shape", "rect", "frame"):
                continue
            text = "\n".join(self._texts(shape))
            fill = self._styles.fill_of("graphic", shape.node.get(f"{DRAW}style-name"))
            if text or (fill and shape.kind != "frame"):
                tiles.append(slide_grids.Tile(shape, shape.box, text, fill))
        return slide_grids.grid_of(tiles, self._number)

    def _read(self, shape: _Shape) -> Iterator[Block | Table | Notice]:
        hidden = self._hidden or self._is_off_slide(shape.box)
        table = shape.node.find(f"{TABLE}table")
        if table is not None:
            grid = grid_of(
                table, self._styles, self._words, self._lists.label, page=self._number, frame=shape.box, ground=None
            )
            if any(cell.text or cell.fill for cell in grid.cells):
                yield Table(grid.cells, page=self._number, bbox=shape.box, hidden=hidden)
        elif shape.kind == "frame" and shape.node.find(f"{DRAW}text-box") is None:
            yield from object_parts(shape.node, self._package, page=self._number, bbox=shape.box, hidden=hidden)
        else:
            yield from self._text(shape, hidden)

    def _text(self, shape: _Shape, hidden: bool) -> Iterator[Block]:
        texts = list(self._texts(shape))
        if shape.role == "title":
            if title := one_line(" ".join(texts)):
                kind: BlockKind = "title" if self._number == 1 else "heading"
                yield Block(kind, title, self._number, shape.box, level=0 if kind == "title" else 1, hidden=hidden)
            return
        in_list = shape.role == "outline" and len(texts) > 1
        for place, text in enumerate(texts):
            if shape.role in _FURNITURE:
                kind, level = "furniture", 0
            elif shape.role == "subtitle" and place == 0 and not is_labelled_line(text):
                kind, level = "heading", 2
            else:
                kind, level = (
                    ("list_item" if in_list or shape.node.find(f".//{TEXT}list") is not None else "paragraph"),
                    0,
                )
            lines = text.split("\n")
            for line in lines if any(map(is_labelled_line, lines)) else [one_line(text)]:
                yield Block(kind, line, self._number, shape.box, level=level, hidden=hidden)

    def _texts(self, shape: _Shape) -> Iterator[str]:
        holder = shape.node.find(f"{DRAW}text-box") if shape.kind == "frame" else shape.node
        for paragraph in () if holder is None else paragraphs_in(holder):
            number = self._lists.label(paragraph)
            text = lines_of(self._words.of(paragraph).text.replace("\t", " "))
            if text:
                yield f"{number} {text}" if number else text

    def _is_off_slide(self, box: Box | None) -> bool:
        if box is None or not all(self._size):
            return False
        return box[2] <= 0 or box[3] <= 0 or box[0] >= self._size[0] or box[1] >= self._size[1]

    def _with_heading(
        self, parts: list[Block | Table | Notice], shapes: Sequence[_Shape]
    ) -> list[Block | Table | Notice]:
        """A slide without a title of its own is headed by the one short line that stands over everything else."""
        if any(shape.role == "title" and any(self._texts(shape)) for shape in shapes):
            return parts
        shown = [part for part in parts if not isinstance(part, Notice)]
        first = next(
            (part for part in shown if isinstance(part, Table) or part.kind not in ("furniture", "picture")), None
        )
        if not isinstance(first, Block) or first.kind != "paragraph" or first.bbox is None or not self._size[1]:
            return parts
        is_alone = sum(isinstance(part, Block) and part.bbox == first.bbox for part in parts) == 1
        if not is_alone or len(first.text) > _LONGEST_HEADING or first.bbox[1] > _HEAD * self._size[1]:
            return parts
        return [replace(first, kind="heading", level=1) if part is first else part for part in parts]


def _shapes(holder: Any) -> Iterator[_Shape]:
    """All shapes of a page, those inside groups too: their places are those on the page already."""
    for node in holder:
        if not isinstance(node.tag, str) or not node.tag.startswith(DRAW):
            continue
        kind = node.tag.removeprefix(DRAW)
        if kind in ("g", "a"):
            yield from _shapes(node)
        elif kind not in _UNREAD and node.get(f"{PRESENTATION}placeholder") != "true":
            yield _Shape(node, box_of(node), node.get(f"{PRESENTATION}class", ""))


def _size(page: Any, package: OpenPackage) -> tuple[float, float]:
    """Width and height of a page in points, zeros where the file does not say them."""
    roots = [root for root in (package.styles, package.content) if root is not None]
    masters = {node.get(f"{STYLE}name"): node for root in roots for node in root.iter(f"{STYLE}master-page")}
    layouts = {node.get(f"{STYLE}name"): node for root in roots for node in root.iter(f"{STYLE}page-layout")}
    master = masters.get(page.get(f"{DRAW}master-page-name"))
    layout = layouts.get(master.get(f"{STYLE}page-layout-name")) if master is not None else None
    properties = layout.find(f"{STYLE}page-layout-properties") if layout is not None else None
    if properties is None:
        return 0.0, 0.0
    return points(properties.get(f"{FO}page-width")) or 0.0, points(properties.get(f"{FO}page-height")) or 0.0
