"""A file -> Document: the kind of the content picks the reader, and nothing more."""

import zipfile
import zlib
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from extractors.document import Document
from extractors.errors import DamagedPaper, PaperNotFound
from extractors.facts import letterhead_of, title_of
from extractors.kinds import Kind, recognise
from extractors.source import Source, fingerprint

Words = Collection[str] | None


class Reader(Protocol):
    """What reads one kind of paper."""

    def __call__(self, path: Path, *, document_id: str, file_name: str, source: str) -> Document:
        """The paper as it shows itself; raises a PaperError for a bad one."""


def read(path: Path, *, source: Source | None = None, words: Words = None) -> Document:
    """Read a paper of any kind that is known, by its content, whatever its name says.

    `words` are words of which at least one stands on every page that matters; readers of long papers may pass over
    the rest. Raises EmptyPaper, EncryptedPaper, DamagedPaper, UnknownKind or PaperNotFound.
    """
    path = Path(path)
    if not path.is_file():
        raise PaperNotFound(str(path))
    file_name = source.file_name if source else path.name
    kind = recognise(path, file_name)
    reader = READERS[kind](words)
    address = source.address if source else str(path)
    try:
        document = reader(path, document_id=fingerprint(path), file_name=file_name, source=address)
    except RecursionError as error:
        raise DamagedPaper(NAMES[kind], "its parts are nested too deeply") from error
    except FAULTS_OF_BYTES as error:
        raise DamagedPaper(NAMES[kind], f"{type(error).__name__}: {error}"[:MOST_OF_A_DETAIL]) from error
    letterhead = letterhead_of(document.body)
    return replace(document, letterhead=letterhead, title=title_of(document.body, letterhead, document.title))


def _pdf(words: Words) -> Reader:
    from functools import partial

    from extractors.formats.pdf import read_pdf

    return partial(read_pdf, words=words)


def _word(_: Words) -> Reader:
    from extractors.formats.word import read_word

    return read_word


def _slides(_: Words) -> Reader:
    from extractors.formats.slides import read_slides

    return read_slides


def _spreadsheet(_: Words) -> Reader:
    from extractors.formats.spreadsheet import read_spreadsheet

    return read_spreadsheet


def _webpage(_: Words) -> Reader:
    from extractors.formats.webpage import read_webpage

    return read_webpage


def _text(_: Words) -> Reader:
    from extractors.formats.text import read_text

    return read_text


NAMES: dict[Kind, str] = {
    "pdf": "PDF",
    "word": "Word",
    "slides": "PowerPoint",
    "spreadsheet": "Excel",
    "webpage": "HTML",
    "text": "text",
}

# What the libraries raise on parts that no program would have written. XML errors are syntax errors.
FAULTS_OF_BYTES = (
    LookupError,
    ValueError,
    AttributeError,
    NotImplementedError,
    SyntaxError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)
MOST_OF_A_DETAIL = 200

# The readers' libraries are heavy: each is imported when the first paper of its kind comes.
READERS: dict[Kind, Callable[[Words], Reader]] = {
    "pdf": _pdf,
    "word": _word,
    "slides": _slides,
    "spreadsheet": _spreadsheet,
    "webpage": _webpage,
    "text": _text,
}
