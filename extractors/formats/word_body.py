"""The story of a Word file (its body, a header, a note) in reading order -> blocks, tables and notices."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from lxml import etree

from extractors.document import Block, Notice, Table
from extractors.formats.captions import Piece, is_caption_text
from extractors.formats.diagrams import diagram_parts
from extractors.formats.drawings import chart_notice, chart_pieces
from extractors.formats.embedded import embedded_tables
from extractors.formats.office_pictures import parts_of_picture
from extractors.formats.pictures import Album
from extractors.formats.tabbed import tables_of_tabs, with_tabs
from extractors.formats.unseen import PAPER
from extractors.formats.word_numbering import Numbering
from extractors.formats.word_styles import Style, Styles
from extractors.formats.word_tables import framed_cells, grid_of
from extractors.formats.word_text import MC, W, is_on, wording_of
from extractors.formats.wordings import notices_of
from extractors.letterhead import is_labelled_line
from extractors.wording import one_line

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

_WRAPPERS = frozenset({
    f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo", f"{W}footnote", f"{W}endnote",
})  # fmt: skip
_LONGEST_BOLD_HEADING = 100


Chunks: TypeAlias = Callable[[Any], list[Piece] | None]
"""Gives the pieces of a part that is a paper of its own, None where it is of a form that is not read."""


class Story:
    """Reads one story; `part` holds its relations (pictures, charts), `notices` tells afterwards what was not read."""

    def __init__(
        self,
        part: Any,
        styles: Styles,
        numbering: Numbering | None = None,
        album: Album | None = None,
        chunks: Chunks | None = None,
    ) -> None:
        self._part = part
        self._styles = styles
        self._numbering = numbering or Numbering(None)
        self._album = album
        self._chunks = chunks
        self._boxes = 0
        self._told: list[Notice] = []
        self._changes = 0
        self._hidden = 0

    def pieces(self, container: Iterable[Any]) -> list[Piece]:
        """The pieces of a w:body or another holder of paragraphs and tables."""
        return tables_of_tabs(list(self._walk(container)))

    def notices(self) -> tuple[Notice, ...]:
        """What was seen and not turned into text."""
        return (*self._told, *notices_of(self._changes, self._hidden))

    def _walk(self, container: Iterable[Any]) -> Iterator[Piece]:
        for node in container:
            if node.tag == f"{W}p":
                yield from self._paragraph(node)
            elif node.tag == f"{W}tbl":
                yield from self._table(node)
            elif node.tag == f"{W}sdt":
                if node.find(f"{W}sdtPr/{W}showingPlcHdr") is None:
                    yield from self._walk(node.iterfind(f"{W}sdtContent"))
            elif node.tag in _WRAPPERS:
                yield from self._walk(node)
            elif node.tag == f"{W}altChunk":
                yield from self._chunk(node)

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:
        wording = wording_of(paragraph)
        self._changes += bool(wording.deleted.strip() or wording.inserted.strip())
        self._hidden += bool(wording.hidden.strip())
        number = self._number_of(paragraph)
        text = with_tabs(wording.text)
        if text:
            yield self._block(paragraph, f"{number} {text}" if number else text)
        yield from self._anchored(paragraph)

    def _number_of(self, paragraph: Any) -> str:
        place = self._styles.list_of(paragraph)
        return self._numbering.label(*place) if place else ""

    def _block(self, paragraph: Any, text: str) -> Piece:
        style = self._styles.of(paragraph)
        if style.role == "paragraph" and _is_bold_heading(paragraph, text):
            style = Style("heading", 3)
        kind = "paragraph" if style.role == "caption" else style.role
        shown = one_line(text) if kind in ("title", "heading") else text
        return Piece(Block(kind, shown, level=style.level), is_caption=style.role == "caption")

    def _table(self, node: Any) -> Iterator[Piece]:
        if frame := framed_cells(node):
            for cell in frame:
                yield from self._walk(cell)
            return
        # What lies behind a text box is not known.
        grid = grid_of(node, self._number_of, self._styles.tables, None if self._boxes else PAPER)
        self._changes += sum(bool(cell.remark and "tracked" in cell.remark) for cell in grid.cells)
        self._changes += grid.has_deleted_rows
        self._hidden += grid.has_hidden_rows + sum(bool(cell.remark and "hidden" in cell.remark) for cell in grid.cells)
        if any(cell.text or cell.fill for cell in grid.cells):
            yield Piece(Table(cells=grid.cells))
        for source in grid.sources:
            yield from self._inside_cell(source)

    def _inside_cell(self, cell: Any) -> Iterator[Piece]:
        """What stands in a cell beside its own text: tables, pictures, text boxes."""
        for node in cell:
            if node.tag == f"{W}tbl":
                yield from self._table(node)
            elif node.tag == f"{W}p":
                yield from self._anchored(node)
            elif node.tag in _WRAPPERS or node.tag == f"{W}sdt":
                yield from self._inside_cell(node)

    def _anchored(self, node: Any) -> Iterator[Piece]:
        """Text boxes, pictures and figures that hang on a paragraph."""
        for child in node:
            if not isinstance(child.tag, str) or child.tag in (f"{W}del", f"{W}moveFrom"):
                continue
            if child.tag == f"{MC}AlternateContent":
                yield from self._anchored(_choice(child))
            elif child.tag == f"{W}txbxContent":
                yield from self._box(child)
            elif child.tag in (f"{WP}inline", f"{WP}anchor"):
                yield from self._drawing(child)
            elif child.tag == f"{OFFICE}OLEObject":
                yield from self._embedded(child)
            elif child.tag == f"{V}imagedata":
                yield Piece(Block("picture", one_line(child.get(f"{OFFICE}title", ""))))
            elif child.tag not in (f"{W}pPr", f"{W}rPr", f"{W}t"):
                yield from self._anchored(child)

    def _drawing(self, drawing: Any) -> Iterator[Piece]:
        properties = drawing.find(f"{WP}docPr")
        name = one_line(properties.get("descr") or properties.get("title") or "") if properties is not None else ""
        for node in _drawn(drawing):
            match etree.QName(node).localname:
                case "chart":
                    yield from self._chart(node, name)
                case "relIds":
                    yield from map(Piece, diagram_parts(self._part, node))
                case "pic":
                    yield from self._picture(node, name)
                case "txbxContent":
                    yield from self._box(node)

    def _picture(self, node: Any, name: str) -> Iterator[Piece]:
        parts = parts_of_picture(self._album, self._part, node) if self._album else []
        self._told += [part for part in parts if isinstance(part, Notice)]
        shown = [part for part in parts if not isinstance(part, Notice)]
        yield from map(Piece, shown or [Block("picture", name)])

    def _chunk(self, node: Any) -> Iterator[Piece]:
        """A paper of its own that the paper takes in whole."""
        related = self._part.rels.get(node.get(f"{R}id", ""))
        is_inside = self._chunks is not None and related is not None and not related.is_external
        pieces = self._chunks(related.target_part) if self._chunks and is_inside else None
        if pieces is None:
            self._told.append(Notice("unreadable_page", "A document that is embedded as a whole was not read."))
        yield from pieces or ()

    def _embedded(self, node: Any) -> Iterator[Piece]:
        """A workbook that lies in the paper: the sheet that its picture shows."""
        related = self._part.rels.get(node.get(f"{R}id", ""))
        tables = [] if related is None or related.is_external else embedded_tables(related.target_part.blob)
        yield from map(Piece, tables)
        if not tables:
            told = f"An embedded object ({node.get('ProgID', 'of no known kind')}) was not read."
            self._told.append(Notice("figure_without_data", told))

    def _box(self, content: Any) -> Iterator[Piece]:
        self._boxes += 1
        yield from self._walk(content)
        self._boxes -= 1

    def _chart(self, node: Any, name: str) -> Iterator[Piece]:
        related = self._part.rels.get(node.get(f"{R}id", ""))
        if "chartex" in etree.QName(node).namespace or related is None or related.is_external:
            self._told.append(chart_notice(name))
            return
        for found in chart_pieces(related.target_part):
            if isinstance(found, Notice):
                self._told.append(found)
            else:
                yield Piece(found)


def _drawn(node: Any) -> Iterator[Any]:
    """The elements of a drawing; what stands in a text box of it is a story of its own."""
    for child in node:
        if not isinstance(child.tag, str):
            continue
        if child.tag == f"{MC}AlternateContent":
            yield from _drawn(_choice(child))
            continue
        yield child
        if child.tag != f"{W}txbxContent":
            yield from _drawn(child)


def _choice(alternative: Any) -> Any:
    """Of two forms of the same content the newer one, the older where there is no other."""
    return next(alternative.iterchildren(f"{MC}Choice", f"{MC}Fallback"), ())


def _is_bold_heading(paragraph: Any, text: str) -> bool:
    """Many papers set their headings by hand: a short line, all of it bold, that is no label and no sentence."""
    if len(text) > _LONGEST_BOLD_HEADING or "\n" in text or text.endswith((".", ";", ",", ":")):
        return False
    runs = [run for run in paragraph.iter(f"{W}r") if any((node.text or "").strip() for node in run.iter(f"{W}t"))]
    is_bold = bool(runs) and all(is_on(run.find(f"{W}rPr"), "b") for run in runs)
    return is_bold and not is_labelled_line(text) and not is_caption_text(text) and not text.isdecimal()
