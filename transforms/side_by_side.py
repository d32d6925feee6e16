"""One grid that shows two frameworks side by side, as the two tables that it is.

| Old benchmark | 2023 | New benchmark | 2024 |   ->   | Old benchmark | 2023 |   and   | New benchmark | 2024 |
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Cell, Document, Table
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.papers import papers_of

# So much of a framework's items stands in a column of its labels.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class _LabelColumn:
    at: int
    framework: str


def with_frameworks_apart(document: Document, lexicon: Lexicon) -> Document:
    """The document with each grid of two frameworks, one beside the other, cut in front of the second's labels."""
    body: list[Block | Table] = []
    for paper in papers_of(document):
        about = lexicon.about(paper.text)
        for part in document.body[paper.start : paper.end]:
            body += _apart(part, about) if isinstance(part, Table) and len(about) > 1 else [part]
    return replace(document, body=tuple(body)) if len(body) > len(document.body) else document


def _apart(table: Table, about: Sequence[Labels]) -> list[Block | Table]:
    rows = table.rows
    width = len(rows[0]) if rows else 0
    columns = [column for at in range(width) if (column := _label_column([row[at] for row in rows], at, about))]
    if len(columns) != 2 or columns[0].framework == columns[1].framework:
        return [table]
    first, second = (column.at for column in columns)
    if second - first < 2 or second == width - 1:
        return [table]  # labels beside labels: a list of what became of which, without scores
    return [replace(table, cells=tuple(_between(table, *edges))) for edges in ((0, second), (second, width))]


def _label_column(texts: Sequence[str], at: int, about: Sequence[Labels]) -> _LabelColumn | None:
    """The framework of which enough labels run down a column, and more than of any other."""
    counted = sorted(((_count(texts, labels), labels.framework.id) for labels in about), reverse=True)
    (most, framework), (next_most, _) = counted[:2]
    size = next(len(labels.framework.benchmarks) for labels in about if labels.framework.id == framework)
    return _LabelColumn(at, framework) if most >= _ENOUGH * size and most > next_most else None


def _count(texts: Sequence[str], labels: Labels) -> int:
    return len({item.id for text in texts if text and (item := labels.named(text))})


def _between(table: Table, start: int, end: int) -> Iterator[Cell]:
    """The cells of some columns, the first of them as column 0; a title over all of them stays over each part."""
    for cell in table.cells:
        left, right = max(cell.column, start), min(cell.column + cell.column_span, end)
        if left < right:
            yield replace(cell, column=left - start, column_span=right - left)
