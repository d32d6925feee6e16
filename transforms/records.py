"""Small tables of one form, one for each benchmark, as the one table that they are together.

| Benchmark | Channel Panel |        | Benchmark     | Score | Comments |
| Score     | 4             |   ->   | Channel Panel | 4     | ...      |
| Comments  | ...           |        | Training      | 2     | ...      |
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from extractors.document import Cell, Document, Table
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.papers import Paper, papers_of

_Cells: TypeAlias = tuple[Cell, ...]

# So many tables of one form are records; fewer may be alike by chance.
_FEWEST = 3


def with_joined_records(document: Document, lexicon: Lexicon) -> Document:
    """The document with each set of like small tables joined to one, in front of the first of them."""
    joined = {at: table for paper in papers_of(document) for at, table in _joined(document, paper, lexicon)}
    if not joined:
        return document
    body = [
        piece for at, part in enumerate(document.body) for piece in ((joined[at], part) if at in joined else (part,))
    ]
    return replace(document, body=tuple(body))


def _joined(document: Document, paper: Paper, lexicon: Lexicon) -> list[tuple[int, Table]]:
    """Tables of two columns with the same stub, and tables of one row under the same head."""
    groups: dict[tuple[str, ...], list[tuple[int, _Cells, _Cells]]] = defaultdict(list)
    for at in range(paper.start, paper.end):
        part = document.body[at]
        for heads, values in _records(part) if isinstance(part, Table) else ():
            groups[tuple(cell.text.strip().casefold() for cell in heads)].append((at, heads, values))
    about = lexicon.about(paper.text)
    return [
        (members[0][0], _table([members[0][1], *(values for _, _, values in members)]))
        for stub, members in groups.items()
        if len(members) >= _FEWEST and not _are_benchmarks(stub, about)
    ]


def _are_benchmarks(stub: Sequence[str], about: Sequence[Labels]) -> bool:
    """Whether several labels are benchmarks: then each table is a whole one, of an authority or a year of its own."""
    return any(sum(labels.match(label) is not None for label in stub) > 1 for labels in about)


def _records(table: Table) -> list[tuple[_Cells, _Cells]]:
    """The heads and values of a table that shows one record, down or across, or several stacked; none of any other."""
    places = table.places
    if not places or any(cell is None for row in places for cell in row):
        return []
    rows = [tuple(cell for cell in row if cell is not None) for row in places]
    height, width = len(rows), len(rows[0])
    if width == 2 and height >= 2:
        found = [tuple(zip(*block, strict=True)) for block in _stacked(rows)]
    elif height == 2 and width >= 2:
        found = [tuple(rows)]
    else:
        return []
    return [(heads, values) for heads, values in found if all(cell.text.strip() for cell in heads)]


def _stacked(rows: list[_Cells]) -> list[list[_Cells]]:
    """Rows cut where their first label comes again, if the labels of all parts are alike; else whole."""
    labels = [row[0].text.strip().casefold() for row in rows]
    cuts = [at for at, label in enumerate(labels) if label == labels[0]]
    blocks = [rows[start:end] for start, end in pairwise([*cuts, len(rows)])]
    alike = len({tuple(labels[start:end]) for start, end in pairwise([*cuts, len(rows)])}) == 1
    return blocks if alike and len(blocks[0]) > 1 else [rows]


def _table(rows: list[_Cells]) -> Table:
    cells = tuple(
        replace(cell, row=row, column=column, row_span=1, column_span=1)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
    )
    return Table(cells, page=cells[0].page, bbox=cells[0].bbox)
