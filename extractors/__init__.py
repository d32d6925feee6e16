"""Papers -> Documents: everything that a paper shows, before any benchmark knowledge."""

from extractors.document import Block, Box, Cell, Document, LetterheadLine, Notice, Table
from extractors.errors import PaperError
from extractors.limits import ReadingLimits
from extractors.reader import read
from extractors.source import Source
from extractors.sources.discovery import discover

__all__ = [
    "Block",
    "Box",
    "Cell",
    "Document",
    "LetterheadLine",
    "Notice",
    "PaperError",
    "ReadingLimits",
    "Source",
    "Table",
    "discover",
    "read",
]
