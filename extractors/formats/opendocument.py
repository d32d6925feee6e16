"""OpenDocument texts, presentations and spreadsheets (ODT, ODP, ODS, packed or flat) -> Document."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractors.document import Block, Document, Notice, Table
from extractors.errors import DamagedPaper
from extractors.formats.captions import Piece, settle
from extractors.formats.opendocument_objects import object_parts
from extractors.formats.opendocument_package import DRAW, NAME, OFFICE, STYLE, TABLE, TEXT, OpenPackage, opened
from extractors.formats.opendocument_sheets import sheet_parts, tracked_changes
from extractors.formats.opendocument_slides import slides_of
from extractors.formats.opendocument_story import OpenStory
from extractors.formats.opendocument_styles import OpenStyles
from extractors.formats.sheet_layout import with_title

_HEADS = tuple(f"{STYLE}{name}" for name in ("header", "header-first", "header-left"))
_FEET = tuple(f"{STYLE}{name}" for name in ("footer", "footer-first", "footer-left"))


def read_opendocument(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
    """Read an OpenDocument paper; only a presentation has pages: its slides, counted with the hidden ones.

    Raises EncryptedPaper, and DamagedPaper where it cannot be opened or holds none of the three.
    """
    package = opened(path)
    body = package.content.find(f"{OFFICE}body")
    kinds = {f"{OFFICE}text": _text, f"{OFFICE}presentation": _presentation, f"{OFFICE}spreadsheet": _spreadsheet}
    part = next((node for node in (() if body is None else body) if node.tag in kinds), None)
    if part is None:
        raise DamagedPaper(NAME, "it holds no text, presentation or spreadsheet")
    styles = OpenStyles(package.styles, package.content)
    found = kinds[part.tag](part, package, styles)
    title, made_on = package.facts()
    return Document(
        document_id=document_id,
        file_name=file_name,
        source=source,
        media_type=package.media_type,
        body=found[0],
        pages=found[2],
        title=title,
        created_on=made_on,
        notices=found[1],
    )


_Read = tuple[tuple[Block | Table, ...], tuple[Notice, ...], int | None]
"""The body, the notices and the number of pages."""


def _text(text: Any, package: OpenPackage, styles: OpenStyles) -> _Read:
    story = OpenStory(package, styles)
    pieces = [
        *_furniture(package, styles, _HEADS),
        *story.pieces(text),
        *_notes(text, package, styles),
        *_furniture(package, styles, _FEET),
    ]
    return settle(pieces), story.notices(), None


def _presentation(presentation: Any, package: OpenPackage, styles: OpenStyles) -> _Read:
    pieces, notices, pages = slides_of(presentation, package, styles)
    return settle(pieces), tuple(notices), pages


def _spreadsheet(spreadsheet: Any, package: OpenPackage, styles: OpenStyles) -> _Read:
    body: list[Block | Table] = []
    notices: list[Notice] = []
    changes = tracked_changes(spreadsheet)
    for number, table in enumerate(spreadsheet.iterchildren(f"{TABLE}table")):
        sheet = sheet_parts(table, styles, changes=changes.get(number))
        hidden = styles.says("table", table.get(f"{TABLE}style-name"), f"{TABLE}display") == "false"
        figures = [
            found for frame in table.iter(f"{DRAW}frame") for found in object_parts(frame, package, hidden=hidden)
        ]
        notices += [*sheet.notices, *(found for found in figures if isinstance(found, Notice))]
        parts = [*sheet.parts, *(found for found in figures if not isinstance(found, Notice))]
        if parts:
            body += [Block("heading", table.get(f"{TABLE}name", ""), level=1, hidden=hidden), *parts]
    count = sum(map(len, changes.values()))
    if count:
        places = "1 place" if count == 1 else f"{count} places"
        notices.append(Notice("tracked_change", f"Tracked changes in {places}: the current text was read."))
    return with_title(body), tuple(notices), None


def _furniture(package: OpenPackage, styles: OpenStyles, tags: tuple[str, ...]) -> Iterator[Piece]:
    """Running heads or feet of the master pages, each text once."""
    seen: set[str] = set()
    if package.styles is None:
        return
    for node in package.styles.iter(*tags):
        if node.get(f"{STYLE}display") == "false":
            continue
        for piece in OpenStory(package, styles).pieces(node):
            texts = [piece.part.text] if isinstance(piece.part, Block) else [cell.text for cell in piece.part.cells]
            for text in texts:
                if text and text not in seen:
                    seen.add(text)
                    yield Piece(Block("furniture", text))


def _notes(text: Any, package: OpenPackage, styles: OpenStyles) -> Iterator[Piece]:
    for note in text.iter(f"{TEXT}note-body"):
        for piece in OpenStory(package, styles).pieces(note):
            if isinstance(piece.part, Block):
                yield replace(piece, part=replace(piece.part, kind="note", level=0))
