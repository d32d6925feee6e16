"""A file -> Document: the kind of the content picks the reader, and nothing more."""

import errno
import struct
import zipfile
import zlib
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from extractors.document import Document
from extractors.errors import DamagedPaper, PaperNotFound
from extractors.facts import letterhead_of, title_of
from extractors.kinds import Kind, OldKind, recognise
from extractors.limits import USUAL_LIMITS, ReadingLimits
from extractors.source import Source, fingerprint
from extractors.wording import turns_its_letters

Words = Collection[str] | None

TURNED = "the text holds signs that show its letters in another order: compare with what the paper shows"
"""The doubt of a paper that shows something else than it stores."""


class Reader(Protocol):
    """What reads one kind of paper."""

    def __call__(self, path: Path, *, document_id: str, file_name: str, source: str) -> Document:
        """The paper as it shows itself; raises a PaperError for a bad one."""


def read(
    path: Path, *, source: Source | None = None, words: Words = None, limits: ReadingLimits = USUAL_LIMITS
) -> Document:
    """Read a paper of any kind that is known, by its content, whatever its name says.

    `words` are words of which at least one stands on every page that matters; readers of long papers may pass over
    the rest. `limits` bound what one paper may hold; how long it may take is for the caller to say.
    Raises EmptyPaper, EncryptedPaper, DamagedPaper, TooLarge, UnknownKind or PaperNotFound.
    """
    path = Path(path)
    if not path.is_file():
        raise PaperNotFound(str(path))
    file_name = source.file_name if source else path.name
    kind = recognise(path, file_name, limits)
    reader = READERS[kind](words, limits)
    address = source.address if source else str(path)
    try:
        document = reader(path, document_id=fingerprint(path), file_name=file_name, source=address)
    except RecursionError as error:
        raise DamagedPaper(NAMES[kind], "its parts are nested too deeply") from error
    except FAULTS_OF_BYTES as error:
        raise DamagedPaper(NAMES[kind], f"{type(error).__name__}: {error}"[:MOST_OF_A_DETAIL]) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # not the disk: a place that the file names lies outside of it
            raise DamagedPaper(NAMES[kind], "it names places that it does not have") from error
        raise
    letterhead = letterhead_of(document.body)
    return replace(
        document,
        doubt=document.doubt or (TURNED if _turns_letters(document) else None),
        letterhead=letterhead,
        title=title_of(document.body, letterhead, document.title),
        listed_on=(source.published_on or source.meeting_on) if source else None,
    )


def _turns_letters(document: Document) -> bool:
    return any(turns_its_letters(block.text) for block in document.blocks) or any(
        turns_its_letters(text) for table in document.tables for row in table.rows for text in row
    )


def _pdf(words: Words, limits: ReadingLimits) -> Reader:
    from extractors.formats.pdf import read_pdf
    from extractors.formats.pdf_soundness import sound_pdf

    def read_sound(path: Path, *, document_id: str, file_name: str, source: str) -> Document:
        with sound_pdf(path, limits) as sound:
            document = read_pdf(sound.path, document_id=document_id, file_name=file_name, source=source, words=words)
        return replace(document, doubt=sound.doubt, notices=(*sound.notices, *document.notices))

    return read_sound


def _word(_: Words, __: ReadingLimits) -> Reader:
    from extractors.formats.word import read_word

    return read_word


def _slides(_: Words, __: ReadingLimits) -> Reader:
    from extractors.formats.slides import read_slides

    return read_slides


def _spreadsheet(_: Words, __: ReadingLimits) -> Reader:
    from extractors.formats.spreadsheet import read_spreadsheet

    return read_spreadsheet


def _webpage(_: Words, __: ReadingLimits) -> Reader:
    from extractors.formats.webpage import read_webpage

    return read_webpage


def _text(_: Words, __: ReadingLimits) -> Reader:
    from extractors.formats.text import read_text

    return read_text


def _opendocument(_: Words, __: ReadingLimits) -> Reader:
    from extractors.formats.opendocument import read_opendocument

    return read_opendocument


def _legacy(kind: OldKind) -> Callable[[Words, ReadingLimits], Reader]:
    def reader(_: Words, __: ReadingLimits) -> Reader:
        from extractors.formats.legacy import read_legacy

        return partial(read_legacy, kind=kind)

    return reader


NAMES: dict[Kind, str] = {
    "pdf": "PDF",
    "word": "Word",
    "slides": "PowerPoint",
    "spreadsheet": "Excel",
    "webpage": "HTML",
    "text": "text",
    "opendocument": "OpenDocument",
    "old_word": "Word 97-2003",
    "old_slides": "PowerPoint 97-2003",
    "old_spreadsheet": "Excel 97-2003",
    "rich_text": "rich text",
    "binary_spreadsheet": "binary Excel",
}

# What the libraries raise on parts that no program would have written. XML errors are syntax errors.
FAULTS_OF_BYTES = (
    LookupError,
    ValueError,
    TypeError,
    ArithmeticError,
    AttributeError,
    NotImplementedError,
    SyntaxError,
    EOFError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
MOST_OF_A_DETAIL = 200

# The readers' libraries are heavy: each is imported when the first paper of its kind comes.
READERS: dict[Kind, Callable[[Words, ReadingLimits], Reader]] = {
    "pdf": _pdf,
    "word": _word,
    "slides": _slides,
    "spreadsheet": _spreadsheet,
    "webpage": _webpage,
    "text": _text,
    "opendocument": _opendocument,
    "old_word": _legacy("old_word"),
    "old_slides": _legacy("old_slides"),
    "old_spreadsheet": _legacy("old_spreadsheet"),
    "rich_text": _legacy("rich_text"),
    "binary_spreadsheet": _legacy("binary_spreadsheet"),
}
