"""Web pages (HTML) -> Document."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree, html

from extractors.document import Block, BlockKind, Document, Table
from extractors.encodings import decode
from extractors.errors import DamagedPaper
from extractors.formats.captions import Piece, settle
from extractors.formats.web_styles import WebStyles
from extractors.formats.web_tables import cells_of, cells_of_roles, text_of
from extractors.wording import lines_of, one_line

MEDIA_TYPE = "text/html"

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link", "option", "iframe"})
_FURNITURE = frozenset({"nav", "header", "footer", "aside"})
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "ul", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", *_HEADINGS,
})  # fmt: skip
_DATES = ("dc.date.issued", "dcterms.issued", "dc.date", "article:published_time", "date", "dcterms.created")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_LONGEST_CAPTION = 140
_LONGEST_VALUE = 60
_LEAST_PAIRS = 3
_HEAD_BYTES = 4096
_LATIN_1 = frozenset({"iso-8859-1", "latin1", "us-ascii", "ascii", "utf-8", "utf-16"})
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def read_webpage(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
    """Read a web page; it has no pages. What a browser would not show is left out."""
    root = _root_of(path.read_bytes())
    styles = WebStyles.of(root)
    return Document(
        document_id=document_id,
        file_name=file_name,
        source=source,
        media_type=MEDIA_TYPE,
        body=settle(_pieces(root, styles)),
        title=text_of(root.find(".//title"), styles) or None,
        created_on=_issued_on(root),
    )


def web_pieces(content: bytes) -> list[Piece]:
    """The pieces of a page that lies inside another paper. Raises DamagedPaper where it holds nothing."""
    root = _root_of(content)
    return _pieces(root, WebStyles.of(root))


def _root_of(content: bytes) -> Any:
    try:
        # lxml refuses texts that declare an encoding of their own: this one is decoded already.
        # The usual limit on depth would cut off what is nested deeper without a word.
        parser = html.HTMLParser(huge_tree=True)
        return html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", _decoded(content)), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise DamagedPaper("HTML", str(error)) from error


def _decoded(content: bytes) -> str:
    """The text of a page: as Unicode where it is that, else in the encoding that the page names."""
    stated = _CHARSET.search(content[:_HEAD_BYTES])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass  # Of another encoding, then: the page may say which.
    try:
        named = stated[1].decode("ascii") if stated else ""
        # What calls itself Latin-1 is Windows-1252 to every browser.
        if named and named.lower() not in _LATIN_1:
            return content.decode(named)
    except (LookupError, UnicodeDecodeError):
        pass  # The page names an encoding that there is not, or not its own.
    return decode(content) or ""


def _pieces(root: Any, styles: WebStyles) -> list[Piece]:
    return _with_captions(list(_Walk(styles).pieces(root)))


def _is_furniture(node: Any) -> bool:
    if node.tag in _FURNITURE or node.get("role", "") in _FURNITURE_ROLES:
        return True
    # So does an office program mark the running heads of a paper that it saves as a web page.
    return node.tag == "div" and node.get("title", "") in ("header", "footer")


def _issued_on(root: Any) -> date | None:
    stated = {(node.get("name") or node.get("property") or "").lower(): node for node in root.iter("meta")}
    for node in (stated[name] for name in _DATES if name in stated):
        if found := _ISO_DATE.match(node.get("content", "")):
            return date(int(found[1]), int(found[2]), int(found[3]))
    return None


class _Walk:
    """Goes through a page in document order; text outside any block of its own is gathered into paragraphs."""

    def __init__(self, styles: WebStyles) -> None:
        self._styles = styles

    def pieces(self, node: Any, *, is_furniture: bool = False) -> Iterator[Piece]:
        """The pieces under a node that holds blocks."""
        loose: list[str] = [_flat(node.text)]
        for child in node:
            if self._is_unseen(child):
                loose.append(_flat(child.tail))
                continue
            if child.tag == "br":
                loose.append("\n" + _flat(child.tail))
            elif child.tag in _BLOCKS or self._holds_blocks(child):
                yield from self._loose(loose, is_furniture)
                yield from self._block(child, is_furniture=is_furniture)
                loose = [_flat(child.tail)]
            else:
                loose.append(text_of(child, self._styles, keep_spaces=True) + _flat(child.tail))
                yield from self._pictures(child)
        yield from self._loose(loose, is_furniture)

    def _block(self, node: Any, *, is_furniture: bool) -> Iterator[Piece]:
        furniture = is_furniture or _is_furniture(node)
        if node.tag == "table":
            yield from self._table(node, is_furniture=furniture)
        elif node.get("role", "") in ("table", "grid", "treegrid") and not furniture:
            yield from self._table_of_roles(node)
        elif node.tag == "dl" and not furniture and (pairs := self._short_pairs(node)):
            yield from _pairs_as_pieces(pairs)
        elif node.tag in _HEADINGS:
            yield from self._text(node, "furniture" if furniture else "heading", _HEADINGS[node.tag])
        elif node.tag == "img":
            yield from self._pictures(node)
        elif node.tag in ("p", "li", "dt", "dd", "figcaption", "pre", "summary") and not self._holds_blocks(node):
            kind: BlockKind = "furniture" if furniture else "list_item" if node.tag == "li" else "paragraph"
            yield from self._text(node, kind, 0, _number(node))
        elif node.tag == "li":
            pieces = list(self.pieces(node, is_furniture=furniture))
            for place, piece in enumerate(pieces):
                yield _as_item(piece, _number(node)) if place == 0 and not furniture else piece
        else:
            yield from self.pieces(node, is_furniture=furniture)

    def _text(self, node: Any, kind: BlockKind, level: int, number: str = "") -> Iterator[Piece]:
        text = text_of(node, self._styles)
        if text:
            text = f"{number} {text}" if number else text
            is_heading = kind == "heading"
            block = Block(kind, one_line(text) if is_heading else text, level=level if is_heading else 0)
            yield Piece(block, node.tag == "figcaption" or _is_bold(node))
        yield from self._pictures(node)

    def _table(self, node: Any, *, is_furniture: bool) -> Iterator[Piece]:
        cells, holders = cells_of(node, self._styles)
        if is_furniture or all(cell.column == 0 for cell in cells) or _is_layout(node):
            # Tables that only lay out the page, and those of one column, are read as what stands in them.
            for holder in holders:
                yield from self.pieces(holder, is_furniture=is_furniture)
            return
        caption = next((text_of(child, self._styles) for child in node if child.tag == "caption"), "")
        if any(cell.text or cell.fill for cell in cells):
            yield Piece(Table(cells=cells, caption=" ".join(caption.split()) or None))
        for holder in holders:
            for inner in holder.iter("table"):
                if next(inner.iterancestors("table")) is node:
                    yield from self._table(inner, is_furniture=False)
            yield from self._pictures(holder)

    def _table_of_roles(self, node: Any) -> Iterator[Piece]:
        cells = cells_of_roles(node, self._styles)
        if any(cell.column for cell in cells) and any(cell.text for cell in cells):
            caption = one_line(node.get("aria-label", ""))
            yield Piece(Table(cells=cells, caption=caption or None))
        else:
            yield from self.pieces(node)

    def _short_pairs(self, node: Any) -> list[tuple[str, str]]:
        """The terms of a list with one short description each, empty for a list that is not of that kind."""
        pairs: list[tuple[str, list[str]]] = []
        for child in node.iter("dt", "dd"):
            if self._styles.is_hidden(child) or next(child.iterancestors("dl")) is not node:
                continue
            text = one_line(text_of(child, self._styles))
            if child.tag == "dt":
                pairs.append((text, []))
            elif pairs:
                pairs[-1][1].append(text)
        is_short = all(len(texts) == 1 and len(texts[0]) <= _LONGEST_VALUE for _, texts in pairs)
        return [(term, texts[0]) for term, texts in pairs] if is_short else []

    def _pictures(self, node: Any) -> Iterator[Piece]:
        for picture in node.iter("img"):
            if not self._is_unseen(picture):
                yield Piece(Block("picture", " ".join((picture.get("alt") or "").split())))

    def _loose(self, texts: list[str], is_furniture: bool) -> Iterator[Piece]:
        text = lines_of("".join(texts))
        if text:
            yield Piece(Block("furniture" if is_furniture else "paragraph", text))

    def _is_unseen(self, node: Any) -> bool:
        return not isinstance(node.tag, str) or node.tag in _UNSEEN or self._styles.is_hidden(node)

    def _holds_blocks(self, node: Any) -> bool:
        return any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in node.iterdescendants())


def _pairs_as_pieces(pairs: list[tuple[str, str]]) -> Iterator[Piece]:
    """Terms with figures are a table of two columns, others are labelled lines."""
    figures = sum(any(map(str.isdecimal, text)) for _, text in pairs)
    if len(pairs) >= _LEAST_PAIRS and 2 * figures > len(pairs):
        yield Piece(Table.of_texts(pairs))
    else:
        yield from (Piece(Block("paragraph", f"{term.rstrip(': ')}: {text}")) for term, text in pairs if term or text)


def _flat(text: str | None) -> str:
    """Text as a browser takes it: a line break in the source is a space."""
    return (text or "").replace("\n", " ")


def _number(item: Any) -> str:
    """The number that a browser prints before an item of a numbered list, '' elsewhere."""
    holder = item.getparent()
    if item.tag != "li" or holder is None or holder.tag != "ol" or holder.get("type", "1") != "1":
        return ""
    start = holder.get("start", "1")
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    return f"{(int(start) if start.isdecimal() else 1) + before}."


def _as_item(piece: Piece, number: str) -> Piece:
    if isinstance(piece.part, Block) and piece.part.kind == "paragraph":
        return Piece(Block("list_item", f"{number} {piece.part.text}".strip()))
    return piece


def _is_layout(table: Any) -> bool:
    """A table that says so itself, or that has the headings of the page in it."""
    return table.get("role") in ("presentation", "none") or any(True for _ in table.iter("h1", "h2"))


def _is_bold(node: Any) -> bool:
    """All the text of a paragraph stands in one bold element."""
    children = [child for child in node if isinstance(child.tag, str)]
    if len(children) != 1 or (node.text or "").strip() or (children[0].tail or "").strip():
        return False
    return children[0].tag in ("b", "strong")


def _with_captions(pieces: list[Piece]) -> list[Piece]:
    """A bold line or a figure caption is a caption only where it is short and a table follows at once."""
    kept = []
    for place, piece in enumerate(pieces):
        following = pieces[place + 1].part if place + 1 < len(pieces) else None
        is_short = isinstance(piece.part, Block) and len(piece.part.text) <= _LONGEST_CAPTION
        is_caption = piece.is_caption and is_short and isinstance(following, Table) and following.caption is None
        kept.append(Piece(piece.part, is_caption))
    return kept
