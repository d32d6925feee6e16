"""The story of a Word file (its body, a header, a note) in reading order -> blocks, tables and notices."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree

from extractors.document import Block, Notice, Table
from extractors.formats import typed
from extractors.formats.captions import Piece, is_caption_text
from extractors.formats.drawings import chart_notice, chart_pieces, diagram_texts
from extractors.formats.word_numbering import Numbering
from extractors.formats.word_styles import Style, Styles
from extractors.formats.word_tables import framed_cells, grid_of
from extractors.formats.word_text import MC, W, is_on, wording_of
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
_LEAST_TYPED_ROWS = 3
_PARAGRAPH_NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]+)[.)]?|[•·▪o-]?")


class Story:
    """Reads one story; `part` holds its relations (pictures, charts), `notices` tells afterwards what was not read."""

    def __init__(self, part: Any, styles: Styles, numbering: Numbering | None = None) -> None:
        self._part = part
        self._styles = styles
        self._numbering = numbering or Numbering(None)
        self._told: list[Notice] = []
        self._changes = 0
        self._hidden = 0

    def pieces(self, container: Iterable[Any]) -> list[Piece]:
        """The pieces of a w:body or another holder of paragraphs and tables."""
        return _typed_tables(list(self._walk(container)))

    def notices(self) -> tuple[Notice, ...]:
        """What was seen and not turned into text."""
        told = list(self._told)
        if self._changes:
            places = "1 place" if self._changes == 1 else f"{self._changes} places"
            told.append(Notice("tracked_change", f"Tracked changes in {places}: the current text was read."))
        if self._hidden:
            told.append(Notice("hidden_content", "Hidden text or table rows were left out."))
        return tuple(told)

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
                self._told.append(Notice("unreadable_page", "A document that is embedded as a whole was not read."))

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:
        wording = wording_of(paragraph)
        self._changes += bool(wording.deleted.strip() or wording.inserted.strip())
        self._hidden += bool(wording.hidden.strip())
        number = self._number_of(paragraph)
        text = _with_tabs(wording.text)
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
        grid = grid_of(node, self._number_of)
        self._changes += sum(bool(cell.remark and "tracked" in cell.remark) for cell in grid.cells)
        self._changes += grid.has_deleted_rows
        self._hidden += grid.has_hidden_rows
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
                yield from self._walk(child)
            elif child.tag in (f"{WP}inline", f"{WP}anchor"):
                yield from self._drawing(child)
            elif child.tag == f"{OFFICE}OLEObject":
                told = f"An embedded object ({child.get('ProgID', 'of no known kind')}) was not read."
                self._told.append(Notice("figure_without_data", told))
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
                    yield from (Piece(Block("list_item", text)) for text in diagram_texts(self._part, node))
                case "pic":
                    yield Piece(Block("picture", name))
                case "txbxContent":
                    yield from self._walk(node)

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


def _with_tabs(text: str) -> str:
    """The text cleaned line by line; tabs stay where they may part the fields of a table."""
    lines = ("\t".join(one_line(field) for field in line.split("\t")) for line in text.split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


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


def _typed_tables(pieces: Sequence[Piece]) -> list[Piece]:
    """Tables set with tabs instead of cells: three or more paragraphs in a row of as many fields."""
    done: list[Piece] = []
    place = 0
    while place < len(pieces):
        end = place
        rows: list[list[str]] = []
        while end < len(pieces) and (fields := _fields(pieces[end].part)) and (not rows or len(fields) == len(rows[0])):
            rows.append(fields)
            end += 1
        if len(rows) >= _LEAST_TYPED_ROWS and not _is_numbered_prose(rows):
            done.append(Piece(Table.of_texts(rows)))
            place = end
        else:
            done += [_without_tabs(piece) for piece in pieces[place : max(end, place + 1)]]
            place = max(end, place + 1)
    return done


def _is_numbered_prose(rows: Sequence[Sequence[str]]) -> bool:
    return all(len(row) == 2 and _PARAGRAPH_NUMBER.fullmatch(row[0]) for row in rows)


def _fields(part: Block | Table) -> list[str] | None:
    if not isinstance(part, Block) or part.kind not in ("paragraph", "list_item") or "\n" in part.text:
        return None
    return typed.tab_fields(part.text)


def _without_tabs(piece: Piece) -> Piece:
    if isinstance(piece.part, Table):
        return piece
    text = piece.part.text.replace("\t", " ")
    return Piece(Block(piece.part.kind, text, level=piece.part.level), piece.is_caption)
