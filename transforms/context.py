"""What stands around a part of a document: captions, the sentence above, headings, the paper's own head."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.document import Block, Document, Table
from transforms.papers import Paper

# So many texts under a table may say something of it.
_BELOW = 2
# A paper bound into another begins with so many short lines at the top of a page.
_TOP, _TOP_LINE = 4, 140
# So far from its beginning lines of a letterhead are no more the paper's own.
_FAR = 8
_OF_LETTERHEAD = re.compile(
    r"(?:date(?: of meeting)?|meeting(?: date)?|report (?:to|of|by)|subject)\s*:", re.IGNORECASE
)
_OF_APPENDIX = re.compile(r"\s*(?:appendix|annex|attachment|enclosure)\b", re.IGNORECASE)
# Words of a sentence that speaks of the scores in the table below it.
_OF_SCORES = ("score", "benchmark", "assess", "result", "rating", "rated", "table", "health check")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one part of a document, the closest first in each list.

    `below` are texts under a table, `page_heads` the running heads and feet of its page, `page_tops` the short lines
    with which later pages of the paper begin.
    """

    captions: tuple[str, ...]
    lead_in: tuple[str, ...]
    headings: tuple[str, ...]
    paper: Paper
    front_sheet: tuple[str, ...]
    running_heads: tuple[str, ...]
    made_on: date | None
    below: tuple[str, ...] = ()
    page_heads: tuple[str, ...] = ()
    page_tops: tuple[str, ...] = ()
    source: str = ""  # the address or path of the document
    listed_on: date | None = None

    @property
    def dated(self) -> date | None:
        """The day of the paper: its own, else the one under which its place of publication lists it."""
        return self.paper.date or self.listed_on


def surroundings(document: Document, papers: Sequence[Paper], at: int, captions: Iterable[str] = ()) -> Surroundings:
    """What stands around the part of the body at index `at`."""
    paper = next(paper for paper in papers if paper.start <= at < paper.end)
    page = document.body[at].page if at < len(document.body) else None
    return Surroundings(
        captions=tuple(captions),
        lead_in=_lead_in(document, paper, at),
        headings=_headings(document, paper, at),
        paper=paper,
        front_sheet=(*papers[0].titles, *papers[0].front) if paper is not papers[0] else (),
        running_heads=tuple(dict.fromkeys(block.text for block in document.blocks if block.kind == "furniture")),
        made_on=document.created_on,
        below=_below(document, paper, at),
        page_heads=tuple(block.text for block in document.blocks if block.kind == "furniture" and _on(block, page)),
        source=document.source,
        listed_on=document.listed_on,
        page_tops=_page_tops(document, paper, at),
    )


def _on(block: Block, page: int | None) -> bool:
    return page is not None and block.page == page


def _page_tops(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """The short lines that stand first on the pages between the paper's own first and a part, the closest first."""
    if all(part.page is None for part in document.body[paper.start : at]):
        return _letterhead_within(document, paper, at)
    tops: dict[int, list[str]] = {}
    for part in document.body[paper.start : at]:
        if part.page is not None and (isinstance(part, Table) or part.kind not in {"furniture", "picture"}):
            tops.setdefault(part.page, []).append("" if isinstance(part, Table) else part.text)
    later = [texts for page, texts in sorted(tops.items()) if page != min(tops)]
    lines = [text for texts in reversed(later) for text in texts[:_TOP]]
    return tuple(text for text in lines if text and len(text) <= _TOP_LINE and not text.rstrip().endswith("."))


def _letterhead_within(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """The short lines of the last letterhead between the head of a paper without pages and a part."""
    lines = [
        (place, part.text)
        for place, part in enumerate(document.body[paper.start : at])
        if isinstance(part, Block) and place >= _FAR and len(part.text) <= _TOP_LINE and not part.text.endswith(".")
    ]
    last = max((place for place, text in lines if _OF_LETTERHEAD.match(text)), default=None)
    return tuple(text for place, text in lines if last is not None and last - _TOP < place <= last)


def _lead_in(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """Up to three texts directly above, not beyond the heading."""
    texts: list[str] = []
    for part in reversed(document.body[paper.start : at]):
        if not isinstance(part, Block) or part.kind in {"heading", "title"} or len(texts) == 3:
            break
        if part.kind in {"paragraph", "list_item"}:
            texts.append(part.text)
    return tuple(texts)


def _below(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """Up to two texts directly below, not beyond the next heading or table."""
    texts: list[str] = []
    for part in document.body[at + 1 : paper.end]:
        if not isinstance(part, Block) or part.kind in {"heading", "title"} or len(texts) == _BELOW:
            break
        if part.kind in {"paragraph", "list_item", "note"} and not part.hidden:
            texts.append(part.text)
    return tuple(texts)


def _headings(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """The heading that a part stands under, then that heading's own, and so on upwards.

    A heading straight above another one is its own whatever their levels, and so are that of the appendix and the
    title of a paper inside the paper.
    """
    found: list[str] = []
    level, last = 99, -1
    for place in range(at - 1, paper.start - 1, -1):
        part = document.body[place]
        if not isinstance(part, Block) or part.kind not in {"heading", "title"}:
            continue
        if part.level < level or place == last - 1:
            found.append(part.text)
            level, last = min(level, part.level), place
            if part.kind == "title":
                break
        elif level <= 1:
            break
    over = (*_over(document, paper, at, _is_of_appendix), *_over(document, paper, at, _is_title))
    return (*found, *(text for text in dict.fromkeys(over) if text not in found and text not in paper.titles))


def _over(document: Document, paper: Paper, at: int, is_wanted: Callable[[Block], bool]) -> tuple[str, ...]:
    """The nearest heading of one kind before a part, whatever the levels of those between."""
    for part in reversed(document.body[paper.start : at]):
        if isinstance(part, Block) and part.kind in {"heading", "title"} and is_wanted(part):
            return (part.text,)
    return ()


def _is_of_appendix(block: Block) -> bool:
    return _OF_APPENDIX.match(block.text) is not None


def _is_title(block: Block) -> bool:
    return block.kind == "title"


def is_of_scores(text: str) -> bool:
    """Whether a text speaks of scores: only such a sentence says whose the table below it is."""
    return any(word in text.casefold() for word in _OF_SCORES)
