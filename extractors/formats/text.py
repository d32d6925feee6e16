"""Markdown and plain text -> Document."""

from pathlib import Path

from extractors.document import Document, Table
from extractors.encodings import decode
from extractors.errors import DamagedPaper
from extractors.formats.captions import Piece, settle
from extractors.formats.markdown import body_of
from extractors.formats.separated import separated_rows

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})


def read_text(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
    """Read a paper of typed text. Form feeds separate pages; without them it has none."""
    text = decode(path.read_bytes())
    if text is None:
        raise DamagedPaper("text", "it holds bytes that are no characters")
    rows = separated_rows(text)
    if rows is not None:
        return Document(document_id, file_name, source, "text/csv", (Table.of_texts(rows),))
    pages = text.rstrip("\f\n ").split("\f")
    is_paged = len(pages) > 1
    pieces = [
        Piece(part)
        for number, content in enumerate(pages, start=1)
        for part in body_of(content, page=number if is_paged else None)
    ]
    return Document(
        document_id=document_id,
        file_name=file_name,
        source=source,
        media_type="text/markdown" if Path(file_name).suffix.lower() in MARKDOWN_SUFFIXES else "text/plain",
        body=settle(pieces),
        pages=len(pages) if is_paged else None,
    )
