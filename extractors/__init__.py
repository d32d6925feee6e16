"""Papers -> Documents: everything that a paper shows, before any benchmark knowledge."""

from extractors.document import Block, Box, Cell, Document, LetterheadLine, Notice, Table
from extractors.errors import PaperError
from extractors.limits import ReadingLimits
from extractors.reader import read
from extractors.source import Source
from extractors.sources.discovery import discover, fetch, gather, list_papers
from extractors.sources.fetching import Fetching
from extractors.sources.listing import Listed, Missed, Remark, Withheld

__all__ = [
    "Block",
    "Box",
    "Cell",
    "Document",
    "Fetching",
    "LetterheadLine",
    "Listed",
    "Missed",
    "Notice",
    "PaperError",
    "ReadingLimits",
    "Remark",
    "Source",
    "Table",
    "Withheld",
    "discover",
    "fetch",
    "gather",
    "list_papers",
    "read",
]
