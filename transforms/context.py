"""What stands around a part of a document: captions, the sentence above, headings, the paper's own head."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.document import Block, Document
from transforms.papers import Paper

# Words of a sentence that speaks of the scores in the table below it.
_OF_SCORES = ("score", "benchmark", "assess", "result", "rating", "rated", "table", "health check")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one part of a document, the closest first in each list."""

    captions: tuple[str, ...]
    lead_in: tuple[str, ...]
    headings: tuple[str, ...]
    paper: Paper
    front_sheet: tuple[str, ...]
    running_heads: tuple[str, ...]
    made_on: date | None

    @property
    def dated(self) -> date | None:
        """The day of the paper."""
        return self.paper.date


def surroundings(document: Document, papers: Sequence[Paper], at: int, captions: Iterable[str] = ()) -> Surroundings:
    """What stands around the part of the body at index `at`."""
    paper = next(paper for paper in papers if paper.start <= at < paper.end)
    return Surroundings(
        captions=tuple(captions),
        lead_in=_lead_in(document, paper, at),
        headings=_headings(document, paper, at),
        paper=paper,
        front_sheet=(*papers[0].titles, *papers[0].front) if paper is not papers[0] else (),
        running_heads=tuple(dict.fromkeys(block.text for block in document.blocks if block.kind == "furniture")),
        made_on=document.created_on,
    )


def _lead_in(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """Up to three texts directly above, not beyond the heading."""
    texts: list[str] = []
    for part in reversed(document.body[paper.start : at]):
        if not isinstance(part, Block) or part.kind in {"heading", "title"} or len(texts) == 3:
            break
        if part.kind in {"paragraph", "list_item"}:
            texts.append(part.text)
    return tuple(texts)


def _headings(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """The heading that a part stands under, then that heading's own, and so on upwards."""
    found: list[str] = []
    level = 99
    for part in reversed(document.body[paper.start : at]):
        if isinstance(part, Block) and part.kind in {"heading", "title"} and part.level < level:
            found.append(part.text)
            level = part.level
            if part.kind == "title" or level <= 1:
                break
    return tuple(found)


def is_of_scores(text: str) -> bool:
    """Whether a text speaks of scores: only such a sentence says whose the table below it is."""
    return any(word in text.casefold() for word in _OF_SCORES)
