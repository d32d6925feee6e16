"""Tables that sort the benchmarks: a column, or a row, for each band with the benchmarks in it, as the table they mean.

| Not met       | Met      | Exceeded         |      | Benchmark     |          |
| Channel Panel | Training | Referral Pathway |  ->  | Channel Panel | Not met  |
|               | Comms    |                  |      | Training      | Met      |
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Cell, Document, Table
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.papers import papers_of
from transforms.scores import read_score

# Fewer benchmarks may stand in any table.
_FEWEST = 3


def with_sorted_benchmarks(document: Document, lexicon: Lexicon) -> Document:
    """The document with the table of labels and bands in front of each table that sorts the benchmarks by band."""
    meant: dict[int, Table] = {}
    for paper in papers_of(document):
        about = lexicon.about(paper.text)
        for at in range(paper.start, paper.end):
            part = document.body[at]
            if isinstance(part, Table) and (table := _meant(part, about)):
                meant[at] = table
    if not meant:
        return document
    body = [piece for at, part in enumerate(document.body) for piece in ((meant[at], part) if at in meant else (part,))]
    return replace(document, body=tuple(body))


def _meant(table: Table, about: Sequence[Labels]) -> Table | None:
    for labels in about:
        for lines in (table.places, tuple(zip(*table.places, strict=True))):
            pairs = list(_pairs(lines, labels))
            items = [match.benchmark.id for cell, _ in pairs if (match := labels.match(cell.text))]
            if len(pairs) >= _FEWEST and len(items) == len(set(items)) == len(pairs):
                return _table(table, pairs)
    return None


def _pairs(lines: Sequence[Sequence[Cell | None]], labels: Labels) -> Iterator[tuple[Cell, Cell]]:
    """Each label with the head it stands under; none where a head is no band, or a cell holds anything else."""
    heads, rows = lines[0] if lines else (), lines[1:]
    shown = [head for head in heads if head is not None and head.text.strip()]
    if len(shown) < 2 or len(shown) < len(heads) or not all(_is_band(head.text, labels) for head in shown):
        return
    found = []
    for head, column in zip(shown, zip(*rows, strict=True), strict=True):
        for cell in column:
            texts = _labels_in(cell.text, labels) if cell is not None else []
            if texts is None:
                return
            found += [(replace(cell, text=text), head) for text in texts if cell is not None]
    yield from found


def _is_band(text: str, labels: Labels) -> bool:
    return not text.strip().isdigit() and read_score(text, labels.framework).outcome in {"band", "score"}


def _labels_in(text: str, labels: Labels) -> list[str] | None:
    """The labels that fill a cell, with no more than commas, lines and 'and' between them; None where more stands."""
    found = list(labels.standing_in(text))
    if len(found) < 2 and labels.named(text):
        return [text]
    left = list(text)
    for start, end, _ in found:
        left[start:end] = " " * (end - start)
    return None if re.sub(r"\band\b|[\s,;•.–-]", "", "".join(left)) else [text[start:end] for start, end, _ in found]


def _table(table: Table, pairs: Sequence[tuple[Cell, Cell]]) -> Table:
    cells = [Cell(0, 0, "Benchmark"), Cell(0, 1, "Rating")]
    for row, (label, head) in enumerate(pairs, start=1):
        cells.append(replace(label, row=row, column=0, row_span=1, column_span=1))
        cells.append(replace(head, row=row, column=1, row_span=1, column_span=1, page=label.page, bbox=label.bbox))
    return replace(table, cells=tuple(cells))
