"""The papers inside a document: an agenda pack binds many, each with a front of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extractors.document import Block, Document, LetterheadLine, Table
from transforms.periods import find_dates, find_month

# How many blocks at the head of a paper can belong to its front.
_FRONT = 14
_LONG = 140
_OF_PROSE = frozenset({"paragraph", "list_item", "note"})
_DAY = re.compile(r"date|meeting", re.IGNORECASE)
# Days that are not the paper's own.
_OTHER_DAY = re.compile(
    r"\b(?:next|previous|last|review|updated?|due|deadline|expir\w+|effective|implementation|"
    r"call-?in|commencement|start|end|target)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a document: the stretch `start` to `end` of the body.

    `titles` are its own, `front` the short lines at its head, `letterhead` its labelled lines, `text` all it says.
    """

    start: int
    end: int
    titles: tuple[str, ...]
    front: tuple[str, ...]
    letterhead: tuple[LetterheadLine, ...]
    text: str = field(repr=False)
    prose: str = field(repr=False, default="")  # what its paragraphs, lists and notes say, without the grids

    def value(self, *words: str) -> tuple[str, ...]:
        """The values of letterhead lines in whose label one of `words` stands as a word."""
        wanted = re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
        return tuple(line.value for line in self.letterhead if wanted.search(line.label) and line.value)

    @property
    def date(self) -> date | None:
        """The day of the paper: of its letterhead, else the first one in its front."""
        own = [line.value for line in self.letterhead if _DAY.search(line.label) and not _OTHER_DAY.search(line.label)]
        for text in (*own, *(line for line in self.front if not _OTHER_DAY.search(line))):
            if found := find_dates(text):
                return found[0]
        for text in own:
            if month := find_month(text):
                return month
        return None


def papers_of(document: Document) -> tuple[Paper, ...]:
    """The papers that a document binds, in order; a document that is one paper gives one."""
    starts = _starts(document)
    ends = [*starts[1:], len(document.body)]
    return tuple(_paper(document, start, end, whole=len(starts) == 1) for start, end in zip(starts, ends, strict=True))


def _starts(document: Document) -> list[int]:
    """Where each paper begins: the first part on a page that carries a letterhead of its own."""
    pages = sorted({line.page for line in document.letterhead if line.page is not None})
    fresh = [page for before, page in zip([None, *pages], pages, strict=False) if before is None or page > before + 1]
    starts = {0}
    for page in fresh:
        first = next((at for at, part in enumerate(document.body) if part.page == page), None)
        if first is not None and len(document.letterhead) > 1:
            starts.add(first)
    return sorted(starts)


def _paper(document: Document, start: int, end: int, *, whole: bool) -> Paper:
    parts = document.body[start:end]
    pages = {part.page for part in parts}
    blocks = [part for part in parts if isinstance(part, Block) and part.kind not in {"furniture", "note"}]
    head = blocks[:_FRONT]
    titles = [block.text for block in head if block.kind == "title"] or [
        block.text for block in head if block.kind == "heading"
    ][:2]
    if whole and document.title:
        titles = [document.title, *titles]
    lines = (block.text for block in _with_bands(parts, head))
    front = [line for line in lines if len(line) <= _LONG and not line.rstrip().endswith(".")]
    return Paper(
        start=start,
        end=end,
        titles=tuple(dict.fromkeys(titles)),
        front=tuple(front),
        letterhead=document.letterhead if whole else tuple(line for line in document.letterhead if line.page in pages),
        text="\n".join([*(document.title or "",), *_texts(parts)]),
        prose="\n".join(part.text for part in parts if isinstance(part, Block) and part.kind in _OF_PROSE),
    )


def _with_bands(parts: tuple[Block | Table, ...], head: Sequence[Block]) -> list[Block]:
    """The blocks at the head of a paper, with the cells of the tables of one row that only lay out its title."""
    laid_out: list[Block] = []
    for part in parts[: parts.index(head[-1]) if head else 0]:
        if isinstance(part, Table) and len(part.places) == 1:
            laid_out += [Block("paragraph", cell.text, cell.page) for cell in part.cells if cell.text.strip()]
    return [*laid_out, *head]


def _texts(parts: tuple[Block | Table, ...]) -> list[str]:
    return [
        part.text if isinstance(part, Block) else " ".join([part.caption or "", *(cell.text for cell in part.cells)])
        for part in parts
    ]
