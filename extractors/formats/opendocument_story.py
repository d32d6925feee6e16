"""The story of an OpenDocument text (its body, a header, a text box) in reading order -> blocks, tables and notices."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from extractors.document import Block, Notice, Table
from extractors.formats.captions import Piece, is_caption_text
from extractors.formats.opendocument_lists import Lists
from extractors.formats.opendocument_objects import object_parts
from extractors.formats.opendocument_package import DRAW, OFFICE, TABLE, TEXT, OpenPackage
from extractors.formats.opendocument_styles import OpenStyles
from extractors.formats.opendocument_tables import grid_of
from extractors.formats.opendocument_words import Words
from extractors.formats.tabbed import tables_of_tabs, with_tabs
from extractors.formats.unseen import PAPER
from extractors.formats.wordings import notices_of
from extractors.letterhead import is_labelled_line
from extractors.wording import one_line

_HEADING = re.compile(r"heading\s*([1-9]\d?)")
_LONGEST_BOLD_HEADING = 100
_DEEPEST = 9
_HOLDERS = frozenset({
    f"{TEXT}section", f"{TEXT}index-body", f"{TEXT}list-item", f"{TEXT}list-header", f"{TEXT}numbered-paragraph",
    f"{TEXT}table-of-content", f"{TEXT}illustration-index", f"{TEXT}table-index", f"{TEXT}object-index",
    f"{TEXT}user-index", f"{TEXT}alphabetical-index", f"{TEXT}bibliography", f"{TEXT}index-title",
})  # fmt: skip
_SHAPES = frozenset(
    f"{DRAW}{name}" for name in ("custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption", "text-box")
)


class OpenStory:
    """Reads one story; `notices` tells afterwards what was not read."""

    def __init__(self, package: OpenPackage, styles: OpenStyles) -> None:
        self._package = package
        self._styles = styles
        self._words = Words(styles, package.content)
        self._lists = Lists(styles)
        self._told: list[Notice] = []
        self._changes = 0
        self._hidden = 0

    def pieces(self, container: Iterable[Any]) -> list[Piece]:
        """The pieces of an office:text or another holder of paragraphs and tables."""
        return tables_of_tabs(list(self._walk(container, PAPER)))

    def notices(self) -> tuple[Notice, ...]:
        """What was seen and not turned into text."""
        return (*self._told, *notices_of(self._changes, self._hidden))

    def _walk(self, container: Iterable[Any], ground: str | None) -> Iterator[Piece]:
        """The pieces under a holder; `ground` is the colour that lies under its tables, None where it is not known."""
        for node in container:
            if node.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._paragraph(node)
            elif node.tag == f"{TABLE}table":
                yield from self._table(node, ground)
            elif node.tag == f"{TEXT}section" and node.get(f"{TEXT}display") in ("none", "condition"):
                self._hidden += 1
            elif node.tag == f"{TEXT}list" or node.tag in _HOLDERS:
                yield from self._walk(node, ground)
            elif isinstance(node.tag, str) and node.tag.startswith(DRAW):
                yield from self._shape(node)

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:
        # White words on the bare page may stand on a picture behind them: only the ground of a cell is known.
        wording = self._words.of(paragraph)
        self._changes += bool(wording.deleted.strip() or wording.inserted.strip())
        self._hidden += bool(wording.hidden.strip())
        number = self._lists.label(paragraph)
        text = with_tabs(wording.text)
        if text:
            yield self._block(paragraph, f"{number} {text}" if number else text)
        yield from self._anchored(paragraph)

    def _block(self, paragraph: Any, text: str) -> Piece:
        names = self._styles.names_of("paragraph", paragraph.get(f"{TEXT}style-name"))
        level = _level(paragraph, names)
        if "title" in names:
            return Piece(Block("title", one_line(text)))
        if level:
            return Piece(Block("heading", one_line(text), level=level))
        if "caption" in names:
            return Piece(Block("paragraph", text), is_caption=True)
        is_item = paragraph.getparent() is not None and paragraph.getparent().tag == f"{TEXT}list-item"
        if not is_item and self._is_bold_heading(paragraph, text):
            return Piece(Block("heading", one_line(text), level=3))
        return Piece(Block("list_item" if is_item else "paragraph", text))

    def _is_bold_heading(self, paragraph: Any, text: str) -> bool:
        """Many papers set their headings by hand: a short line, all of it bold, that is no label and no sentence."""
        if len(text) > _LONGEST_BOLD_HEADING or "\n" in text or text.endswith((".", ";", ",", ":")):
            return False
        is_other = is_labelled_line(text) or is_caption_text(text) or text.isdecimal()
        return not is_other and self._words.is_bold(paragraph)

    def _table(self, node: Any, ground: str | None) -> Iterator[Piece]:
        grid = grid_of(node, self._styles, self._words, self._lists.label, ground=ground)
        if all(cell.column == 0 for cell in grid.cells):
            # A table of one column is a frame around text, not a grid.
            for source in grid.sources:
                yield from self._walk(source, None)
            return
        self._changes += sum(bool(cell.remark and "tracked" in cell.remark) for cell in grid.cells)
        self._hidden += grid.left_out + sum(bool(cell.remark and "hidden" in cell.remark) for cell in grid.cells)
        if grid.cut:
            told = "A table repeats rows or cells more often than any paper does; the rest was passed over."
            self._told.append(Notice("unreadable_page", told))
        if any(cell.text or cell.fill for cell in grid.cells):
            yield Piece(Table(cells=grid.cells))
        for source in grid.sources:
            yield from self._inside_cell(source)

    def _inside_cell(self, cell: Any) -> Iterator[Piece]:
        """What stands in a cell beside its own text: tables, pictures, text boxes."""
        for node in cell:
            if node.tag == f"{TABLE}table":
                yield from self._table(node, None)
            elif node.tag in (f"{TEXT}p", f"{TEXT}h"):
                yield from self._anchored(node)
            elif node.tag == f"{TEXT}list" or node.tag in _HOLDERS:
                yield from self._inside_cell(node)
            elif isinstance(node.tag, str) and node.tag.startswith(DRAW):
                yield from self._shape(node)

    def _anchored(self, node: Any) -> Iterator[Piece]:
        """Text boxes, pictures and figures that hang on a paragraph."""
        for child in node:
            if not isinstance(child.tag, str) or child.tag in (f"{OFFICE}annotation", f"{TEXT}note"):
                continue
            if child.tag.startswith(DRAW):
                yield from self._shape(child)
            else:
                yield from self._anchored(child)

    def _shape(self, node: Any) -> Iterator[Piece]:
        if node.tag == f"{DRAW}frame":
            box = node.find(f"{DRAW}text-box")
            if box is not None:
                yield from self._walk(box, None)
                return
            for found in object_parts(node, self._package):
                if isinstance(found, Notice):
                    self._told.append(found)
                else:
                    yield Piece(found)
        elif node.tag in (f"{DRAW}g", f"{DRAW}a"):
            for child in node.iterchildren(f"{DRAW}*"):
                yield from self._shape(child)
        elif node.tag in _SHAPES:
            yield from self._walk(node, None)


def _level(paragraph: Any, names: list[str]) -> int:
    """The level of a heading, 0 for what is none."""
    if paragraph.tag == f"{TEXT}h":
        stated = paragraph.get(f"{TEXT}outline-level", "1")
        return min(int(stated), _DEEPEST) if stated.isdecimal() and int(stated) else 1
    found = next((match for name in names if (match := _HEADING.fullmatch(name))), None)
    if found:
        return min(int(found[1]), _DEEPEST)
    return 2 if names and "subtitle" in names else 0
