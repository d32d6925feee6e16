"""Scores that a paper lists line by line or shows in boxes: 'Channel Panel: 4', 'Training – Exceeded'.

A run of such lines is read as the two-column table that it stands for, with method 'text', and judged as one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.document import Block, Cell, Document, Table
from transforms.catalogue import Benchmark
from transforms.columns import names_only
from transforms.context import is_of_scores
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.numbered import is_number_of_benchmark
from transforms.papers import Paper, papers_of
from transforms.scores import read_score
from transforms.turns import SAYS_SCORE, Line, Piece, in_turn

# A list of scores has at least so many lines; fewer may be anything.
_FEWEST = 3
_LONGEST_LINE = 90
_SEPARATED = re.compile(
    r"^(?P<label>.*[A-Za-z)]|(?i:benchmark|bm?)\s?\d{1,2})\s*(?::|–|—|=|\t|\.{3,}|\s-\s|\s{3,})\s*(?P<value>\S.{0,30})$"
)
_TRAILING = re.compile(r"^(?P<label>.*[A-Za-z)])\s+\(?(?P<value>\d{1,2}(?:\.\d+)?(?:\s?/\s?\d{1,2})?)\)?$")
_LEADING = re.compile(r"^(?P<value>\d\s?/\s?\d{1,2})\s*[:–—-]?\s+(?P<label>[A-Za-z].*)$")


def with_listed_scores(document: Document, lexicon: Lexicon) -> Document:
    """The document with each list of scores as a table in front of the list's first line."""
    tables: dict[int, Table] = {}
    for paper in papers_of(document):
        about = lexicon.about(paper.text)
        for run in _runs(document, paper, about) if about else ():
            named = {benchmark.id for line in run if (benchmark := _match(line.label, about))}
            named |= {line.label for line in run if is_number_of_benchmark(line.label)}
            if len(named) >= _FEWEST:
                tables[run[0].at] = _table(document, paper, run)
    if not tables:
        return document
    body = [
        piece for at, part in enumerate(document.body) for piece in ((tables[at], part) if at in tables else (part,))
    ]
    return replace(document, body=tuple(body))


def _runs(document: Document, paper: Paper, about: Sequence[Labels]) -> Iterator[list[Line]]:
    """The lines of scores under one heading; a heading that is itself such a line, or a label, is one of them."""
    run: list[Line] = []
    pieces: list[Piece] = []
    order = 0
    for at in range(paper.start, paper.end):
        part = document.body[at]
        if not isinstance(part, Block) or part.kind in {"furniture", "picture"} or part.hidden:
            continue
        lines = _lines(part, at, about)
        own = [] if lines else _loose(part, at, order, about)
        order += max(len(own), 1)
        if part.kind in {"title", "heading"} and not lines and not any(piece.benchmark or piece.score for piece in own):
            yield _in_order(run, pieces)
            run, pieces = [], []
        run += lines
        pieces += own
    yield _in_order(run, pieces)


def _in_order(run: Sequence[Line], pieces: Sequence[Piece]) -> list[Line]:
    return sorted([*run, *in_turn(pieces)], key=lambda line: line.at)


def _loose(block: Block, at: int, order: int, about: Sequence[Labels]) -> list[Piece]:
    """The lines of a block that hold a label or a score alone."""
    return [
        Piece(text, block, at, number, _match(text, about), _is_score(text, about))
        for number, text in enumerate(block.text.split("\n"), start=order)
    ]


def _lines(block: Block, at: int, about: Sequence[Labels]) -> list[Line]:
    found = []
    for text in _pieces(block.text, about):
        line = text.strip().rstrip(".,")
        if len(line) > _LONGEST_LINE:
            continue
        if carded := _carded(line, about):
            found.append(Line(*carded, block, at))
            continue
        for form in (_LEADING, _SEPARATED, _TRAILING):
            match = form.match(line)
            if match and not names_only(match["label"], "score") and _is_score(match["value"], about):
                intro, label = _introduced(match["label"], about)
                found.append(Line(label, match["value"], block, at, intro))
                break
    return found


def _carded(line: str, about: Sequence[Labels]) -> tuple[str, str] | None:
    """The text of a card: a label with figure and word after it, or before it: 'Channel Panel 4 / 5 Exceeded'."""
    for labels in about:
        found = list(labels.standing_in(line))
        if len(found) == 1:
            start, end, _ = found[0]
            before, after = line[:start].strip(), line[end:].strip()
            for value, other in ((after, before), (before, after)):
                if not other and re.search(r"\d", value) and _is_score(value, about):
                    return (line[start:end], value) if re.search(r"[A-Za-z/]", value) else None
    return None


def _introduced(label: str, about: Sequence[Labels]) -> tuple[str, str]:
    """'The scores for 2021/22 were: Risk Assessment' -> the introduction and the first label of its list."""
    intro, colon, rest = label.rpartition(": ")
    return (intro + colon.strip(), rest) if colon and _match(rest, about) and not _match(intro, about) else ("", label)


def _pieces(text: str, about: Sequence[Labels]) -> Iterator[str]:
    """The lines of a block; one into which several were run together is cut where its labels begin."""
    for line in re.split(r"\n|\s*[;•]\s*", text):
        if not any(labels.may_open(line) for labels in about):
            yield line
            continue
        cuts = max((_cuts(line, labels) for labels in about), key=len)
        if len(cuts) < 2 or line[: cuts[0]].strip():
            yield line
        else:
            yield from (line[start:end] for start, end in pairwise([*cuts, len(line)]))


def _cuts(line: str, labels: Labels) -> list[int]:
    """Where the labels of a line begin; one joined to the label before by 'and' alone is no new one."""
    found = list(labels.standing_in(line))
    joined = {after for (_, end, _), (after, _, _) in pairwise(found) if not re.sub(r"\band\b|\W", "", line[end:after])}
    return [start for start, _, _ in found if start not in joined]


def _is_score(text: str, about: Sequence[Labels]) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    return any(read_score(text, labels.framework).outcome in {"score", "band", "off_scale"} for labels in about)


def _match(text: str, about: Sequence[Labels]) -> Benchmark | None:
    """The benchmark that the whole of a text names in one of the frameworks."""
    if len(text) > _LONGEST_LINE:
        return None
    return next((item for labels in about if (item := labels.named(text))), None)


def _table(document: Document, paper: Paper, run: Sequence[Line]) -> Table:
    """The run as a grid of two columns; its second head says 'Score' where the text above speaks of scores."""
    said = all(SAYS_SCORE.match(line.value) for line in run)
    intro = next((line.intro for line in run if line.intro), None)
    under_scores = is_of_scores(intro) if intro else _under_scores(document, paper, run[0].at)
    head = "Score" if said or under_scores else ""
    cells = [Cell(0, 0, "Benchmark" if head else ""), Cell(0, 1, head)]
    for row, line in enumerate(run, start=1):
        page, box = line.block.page, line.block.bbox
        cells += [Cell(row, 0, line.label, page, box), Cell(row, 1, line.value, page, box)]
    return Table(tuple(cells), method="text", page=run[0].block.page, bbox=run[0].block.bbox, caption=intro)


def _under_scores(document: Document, paper: Paper, at: int) -> bool:
    """Whether the heading above, or a text between it and the list, speaks of scores."""
    for part in reversed(document.body[paper.start : at]):
        if isinstance(part, Block) and part.kind in {"paragraph", "list_item", "heading", "title"}:
            if is_of_scores(part.text):
                return True
            if part.kind in {"heading", "title"}:
                return False
    return False
