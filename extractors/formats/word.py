"""Word files (DOCX) -> Document: python-docx opens the package, the content is read from its XML.

The library's own view of a document leaves out tracked changes, text boxes and tables inside content controls.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree

from extractors.document import Block, Document, Notice, Table
from extractors.errors import DamagedPaper
from extractors.formats.captions import Piece, settle
from extractors.formats.package import FAULTS, mended, notices_of_missing, stored_facts
from extractors.formats.pictures import Album
from extractors.formats.webpage import web_pieces
from extractors.formats.word_body import Story
from extractors.formats.word_numbering import Numbering
from extractors.formats.word_styles import Styles

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_BROKEN = (*FAULTS, PythonDocxError, OpcError)


def read_word(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
    """Read a DOCX paper; it has no pages. Raises DamagedPaper where the package cannot be read."""
    try:
        return _read(path, document_id, file_name, source)
    except (PythonDocxError, OpcError) as error:  # an element without what the format demands of it
        raise DamagedPaper("Word", str(error)) from error


def _read(path: Path, document_id: str, file_name: str, source: str) -> Document:
    package, notices = _open(path)
    part = package.part
    styles = Styles(_blob(part, "styles"))
    album = Album()
    story = Story(part, styles, Numbering(_blob(part, "numbering")), album, _pieces_inside)
    pieces = [
        *_furniture(part, styles, "header"),
        *story.pieces(package.element.body),
        *_notes(part, styles),
        *_furniture(part, styles, "footer"),
    ]
    title, made_on = stored_facts(path)
    return Document(
        document_id=document_id,
        file_name=file_name,
        source=source,
        media_type=MEDIA_TYPE,
        body=settle(pieces),
        title=title,
        created_on=made_on,
        notices=(*notices, *story.notices(), *album.notices()),
    )


def _open(path: Path) -> tuple[Any, tuple[Notice, ...]]:
    try:
        return docx.Document(str(path)), ()
    except _BROKEN as first_error:
        try:
            copy, missing = mended(path)
            package = docx.Document(copy)
        except _BROKEN as error:
            raise DamagedPaper("Word", str(error) or type(error).__name__) from first_error
    return package, notices_of_missing(missing)


def _related(part: Any, kind: str) -> Iterator[Any]:
    for relation in part.rels.values():
        if relation.reltype == _RELATIONS + kind and not relation.is_external:
            yield relation.target_part


def _blob(part: Any, kind: str) -> bytes | None:
    return next((bytes(related.blob) for related in _related(part, kind)), None)


def _pieces_inside(part: Any) -> list[Piece] | None:
    """The pieces of a Word file or web page that lies inside the paper, None for other forms and broken ones."""
    try:
        if part.content_type in ("text/html", "application/xhtml+xml"):
            return web_pieces(part.blob)
        if not part.blob.startswith(b"PK"):
            return None
        package = docx.Document(io.BytesIO(part.blob))
    except (*_BROKEN, DamagedPaper):
        return None
    inner = package.part
    story = Story(inner, Styles(_blob(inner, "styles")), Numbering(_blob(inner, "numbering")))
    return story.pieces(package.element.body)


def _furniture(part: Any, styles: Styles, kind: str) -> Iterator[Piece]:
    """Running heads or feet, each text once."""
    seen: set[str] = set()
    for related in _related(part, kind):
        for piece in Story(related, styles).pieces(etree.fromstring(related.blob)):
            if isinstance(piece.part, Table) and piece.part.method == "chart":
                yield piece
                continue
            for text in _texts(piece.part):
                if text and text not in seen:
                    seen.add(text)
                    yield Piece(Block("furniture", text))


def _notes(part: Any, styles: Styles) -> Iterator[Piece]:
    for kind in ("footnotes", "endnotes"):
        for related in _related(part, kind):
            notes = [note for note in etree.fromstring(related.blob) if not _is_rule(note)]
            for piece in Story(related, styles).pieces(notes):
                if isinstance(piece.part, Block):
                    yield replace(piece, part=replace(piece.part, kind="note", level=0))


def _is_rule(note: Any) -> bool:
    """The lines between text and notes are stored as notes of a type of their own."""
    return any(name.endswith("}type") for name in note.attrib)


def _texts(part: Block | Table) -> Iterable[str]:
    return [part.text] if isinstance(part, Block) else [cell.text for cell in part.cells]
