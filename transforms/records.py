"""Small tables of one form, one for each benchmark, as the one table that they are together.

| Benchmark | Channel Panel |        | Benchmark     | Score | Comments |
| Score     | 4             |   ->   | Channel Panel | 4     | ...      |
| Comments  | ...           |        | Training      | 2     | ...      |
"""

from collections import defaultdict
from dataclasses import replace

from extractors.document import Cell, Document, Table
from transforms.papers import Paper, papers_of

# So many tables of one form are records; fewer may be alike by chance.
_FEWEST = 3


def with_joined_records(document: Document) -> Document:
    """The document with each set of like small tables joined to one, in front of the first of them."""
    joined = {at: table for paper in papers_of(document) for at, table in _joined(document, paper)}
    if not joined:
        return document
    body = [
        piece for at, part in enumerate(document.body) for piece in ((joined[at], part) if at in joined else (part,))
    ]
    return replace(document, body=tuple(body))


def _joined(document: Document, paper: Paper) -> list[tuple[int, Table]]:
    """Tables of two columns with the same stub, and tables of one row under the same head."""
    groups: dict[tuple[str, ...], list[tuple[int, tuple[Cell, ...], tuple[Cell, ...]]]] = defaultdict(list)
    for at in range(paper.start, paper.end):
        part = document.body[at]
        record = _record(part) if isinstance(part, Table) else None
        if record is not None:
            heads, values = record
            groups[tuple(cell.text.strip().casefold() for cell in heads)].append((at, heads, values))
    return [
        (members[0][0], _table([members[0][1], *(values for _, _, values in members)]))
        for members in groups.values()
        if len(members) >= _FEWEST
    ]


def _record(table: Table) -> tuple[tuple[Cell, ...], tuple[Cell, ...]] | None:
    """The heads and values of a table that shows one record, down or across; None for any other."""
    places = table.places
    if not places or any(cell is None for row in places for cell in row):
        return None
    height, width = len(places), len(places[0])
    if width == 2 and height >= 2:
        lines = tuple(zip(*places, strict=True))
    elif height == 2 and width >= 2:
        lines = places
    else:
        return None
    heads, values = (tuple(cell for cell in line if cell is not None) for line in lines)
    return (heads, values) if all(cell.text.strip() for cell in heads) else None


def _table(rows: list[tuple[Cell, ...]]) -> Table:
    cells = tuple(
        replace(cell, row=row, column=column, row_span=1, column_span=1)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
    )
    return Table(cells, page=cells[0].page, bbox=cells[0].bbox)
