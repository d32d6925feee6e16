"""Slide decks (PPTX) -> Document."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.exc import PythonPptxError

from extractors.document import Block, Document, Notice
from extractors.errors import DamagedPaper
from extractors.formats.captions import Piece, settle
from extractors.formats.colours import Theme
from extractors.formats.neighbours import with_captions_of_neighbours
from extractors.formats.package import FAULTS, mended, notices_of_missing, stored_facts
from extractors.formats.pictures import Album
from extractors.formats.slide_places import Slide
from extractors.formats.slide_shapes import pieces_of
from extractors.formats.slide_text import paragraphs_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"
_POINTS = 12700
_BROKEN = (*FAULTS, PythonPptxError)


def read_slides(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
    """Read a deck; a page is a slide, counted with the hidden ones. Raises DamagedPaper where it cannot be read."""
    try:
        return _read(path, document_id, file_name, source)
    except PythonPptxError as error:  # an element without what the format demands of it
        raise DamagedPaper("PowerPoint", str(error)) from error


def _read(path: Path, document_id: str, file_name: str, source: str) -> Document:
    deck, notices = _open(path)
    album = Album()
    pieces: list[Piece] = []
    size = (deck.slide_width or 0) / _POINTS, (deck.slide_height or 0) / _POINTS
    # The library's own list of slides fails as a whole where one of them is lost.
    slide_ids = list(deck._element.get_or_add_sldIdLst())
    for number, slide_id in enumerate(slide_ids, start=1):
        try:
            slide = deck.part.related_slide(slide_id.rId)
        except KeyError:
            notices = (*notices, Notice("unreadable_page", f"Slide {number} is not in the file.", number))
            continue
        is_hidden = slide._element.get("show") in ("0", "false")
        layout = _layout(slide)
        page = Slide(number, slide, layout, size, _theme(layout), is_hidden, album)
        found, told = pieces_of(page)
        pieces += [*found, *_notes(slide, number, is_hidden)]
        notices = (*notices, *told)
        if is_hidden:
            notices = (*notices, Notice("hidden_content", f"Slide {number} is hidden.", number))
    title, made_on = stored_facts(path)
    return Document(
        document_id=document_id,
        file_name=file_name,
        source=source,
        media_type=MEDIA_TYPE,
        body=with_captions_of_neighbours(settle(pieces)),
        pages=len(slide_ids),
        title=title,
        created_on=made_on,
        notices=(*notices, *album.notices()),
    )


def _open(path: Path) -> tuple[Any, tuple[Notice, ...]]:
    try:
        return Presentation(str(path)), ()
    except _BROKEN as first_error:
        try:
            copy, missing = mended(path)
            deck = Presentation(copy)
        except _BROKEN as error:
            raise DamagedPaper("PowerPoint", str(error) or type(error).__name__) from first_error
    return deck, notices_of_missing(missing)


def _layout(slide: Any) -> Any:
    """The layout of a slide, None where the file has lost it: then only the places of its placeholders are missing."""
    try:
        return slide.slide_layout if slide.slide_layout.slide_master else None
    except (KeyError, AttributeError):
        return None


def _theme(layout: Any) -> Theme:
    if layout is None:
        return Theme.of(None)
    relations = layout.slide_master.part.rels.values()
    blobs = [relation.target_part.blob for relation in relations if relation.reltype == _THEME]
    return Theme.of(blobs[0] if blobs else None)


def _notes(slide: Any, number: int, is_hidden: bool) -> Iterator[Piece]:
    if not slide.has_notes_slide or slide.notes_slide.notes_text_frame is None:
        return
    for paragraph in paragraphs_of(slide.notes_slide.notes_text_frame._txBody):
        yield Piece(Block("note", paragraph.text, page=number, hidden=is_hidden))
