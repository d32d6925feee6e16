"""Scores that a paper lists line by line or shows in boxes: 'Channel Panel: 4', 'Training – Exceeded'.

A run of such lines is read as the two-column table that it stands for, with method 'text', and judged as one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.document import Block, Cell, Document, Table
from transforms.catalogue import Benchmark
from transforms.columns import names_only
from transforms.context import is_of_scores
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.papers import Paper, papers_of
from transforms.scores import read_score

# A list of scores has at least so many lines; fewer may be anything.
_FEWEST = 3
_LONGEST_LINE = 90
_SEPARATED = re.compile(r"^(?P<label>.*[A-Za-z)])\s*(?::|–|—|=|\t|\.{3,}|\s-\s|\s{3,})\s*(?P<value>\S.{0,30})$")
_TRAILING = re.compile(r"^(?P<label>.*[A-Za-z)])\s+\(?(?P<value>\d{1,2}(?:\.\d+)?(?:\s?/\s?\d{1,2})?)\)?$")
_SAYS_SCORE = re.compile(
    r"\s*(?:(?:overall|benchmark|agreed|final)\s+)?(?:score|rating|grade|level|assessment)\b", re.IGNORECASE
)
_LEADING = re.compile(r"^(?P<value>\d\s?/\s?\d{1,2})\s*[:–—-]?\s+(?P<label>[A-Za-z].*)$")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a list: a label, what stands beside it, and the block that holds them."""

    label: str
    value: str
    block: Block
    at: int


def with_listed_scores(document: Document, lexicon: Lexicon) -> Document:
    """The document with each list of scores as a table in front of the list's first line."""
    tables: dict[int, Table] = {}
    for paper in papers_of(document):
        about = lexicon.about(paper.text)
        for run in _runs(document, paper, about) if about else ():
            named = {benchmark.id for line in run if (benchmark := _match(line.label, about))}
            if len(named) >= _FEWEST:
                tables[run[0].at] = _table(document, paper, run)
    if not tables:
        return document
    body = [
        piece for at, part in enumerate(document.body) for piece in ((tables[at], part) if at in tables else (part,))
    ]
    return replace(document, body=tuple(body))


def _runs(document: Document, paper: Paper, about: Sequence[Labels]) -> Iterator[list[_Line]]:
    """The lines of scores under one heading; a heading that is itself such a line is one of them."""
    run: list[_Line] = []
    waiting: Block | None = None
    waiting_at = paper.start
    for at in range(paper.start, paper.end):
        part = document.body[at]
        if not isinstance(part, Block) or part.kind in {"furniture", "picture"} or part.hidden:
            continue
        lines = _lines(part, at, about)
        if not lines and waiting is not None and _belongs(part, at, waiting, waiting_at, about):
            lines = [_Line(waiting.text, part.text.strip(), part, at)]
            waiting = None
        if _match(part.text, about):
            waiting, waiting_at = part, at
        elif part.kind in {"title", "heading"}:
            waiting = None
        run += lines
        if not lines and waiting is None and part.kind in {"title", "heading"}:
            yield run
            run = []
    yield run


def _belongs(block: Block, at: int, label: Block, label_at: int, about: Sequence[Labels]) -> bool:
    """Whether a block is the score of the label before it: next to it, or further below its heading as 'Score: 4'."""
    if not _is_score(block.text, about):
        return False
    return at == label_at + 1 or (label.kind in {"title", "heading"} and bool(_SAYS_SCORE.match(block.text)))


def _lines(block: Block, at: int, about: Sequence[Labels]) -> list[_Line]:
    found = []
    for text in _pieces(block.text, about):
        line = text.strip().rstrip(".,")
        if len(line) > _LONGEST_LINE:
            continue
        for form in (_LEADING, _SEPARATED, _TRAILING):
            match = form.match(line)
            if match and not names_only(match["label"], "score") and _is_score(match["value"], about):
                found.append(_Line(match["label"], match["value"], block, at))
                break
    return found


def _pieces(text: str, about: Sequence[Labels]) -> Iterator[str]:
    """The lines of a block; one into which several were run together is cut where its labels begin."""
    for line in re.split(r"\n|\s*[;•]\s*", text):
        cuts = max(([start for start, _, _ in labels.standing_in(line)] for labels in about), key=len)
        if len(cuts) < 2 or line[: cuts[0]].strip():
            yield line
        else:
            yield from (line[start:end] for start, end in pairwise([*cuts, len(line)]))


def _is_score(text: str, about: Sequence[Labels]) -> bool:
    return any(read_score(text, labels.framework).outcome in {"score", "band", "off_scale"} for labels in about)


def _match(text: str, about: Sequence[Labels]) -> Benchmark | None:
    """The benchmark that the whole of a text names in one of the frameworks."""
    if len(text) > _LONGEST_LINE:
        return None
    for labels in about:
        match = labels.match(text)
        if match is not None and match.exact:
            return match.benchmark
    return None


def _table(document: Document, paper: Paper, run: Sequence[_Line]) -> Table:
    """The run as a grid of two columns; its second head says 'Score' where the text above speaks of scores."""
    said = all(_SAYS_SCORE.match(line.value) for line in run)
    head = "Score" if said or _under_scores(document, paper, run[0].at) else ""
    cells = [Cell(0, 0, "Benchmark"), Cell(0, 1, head)]
    for row, line in enumerate(run, start=1):
        page, box = line.block.page, line.block.bbox
        cells += [Cell(row, 0, line.label, page, box), Cell(row, 1, line.value, page, box)]
    return Table(tuple(cells), method="text", page=run[0].block.page, bbox=run[0].block.bbox)


def _under_scores(document: Document, paper: Paper, at: int) -> bool:
    """Whether the heading above, or a text between it and the list, speaks of scores."""
    for part in reversed(document.body[paper.start : at]):
        if isinstance(part, Block) and part.kind in {"paragraph", "list_item", "heading", "title"}:
            if is_of_scores(part.text):
                return True
            if part.kind in {"heading", "title"}:
                return False
    return False
