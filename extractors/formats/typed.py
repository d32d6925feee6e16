"""Tables that are typed rather than drawn: fields between pipes, tabs or wide gaps -> cells."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Table

_PIPE = re.compile(r"(?<!\\)\|")
_RULE_FIELD = re.compile(r"\s*:?[-=]{2,}:?\s*|\s*:-+:?\s*|\s*-+:\s*|\s*-\s*")
_WIDE_GAP = re.compile(r" {2,}")
_PAGE_NUMBER = re.compile(r"\d{1,4}")
_SHORT_FIELD = 60
_LEAST_LINES = 3


def pipe_fields(line: str) -> list[str] | None:
    r"""The fields of '| a | b |'; None where the line has no pipe. '\|' is a printed pipe."""
    if not _PIPE.search(line):
        return None
    fields = [field.replace("\\|", "|").strip() for field in _PIPE.split(line.strip())]
    if fields and not fields[0]:
        fields = fields[1:]
    if fields and not fields[-1]:
        fields = fields[:-1]
    return fields


def is_pipe_rule(fields: Sequence[str]) -> bool:
    """True for the line '|---|:-:|' under the header of a table."""
    return bool(fields) and all(_RULE_FIELD.fullmatch(field) for field in fields)


def joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of one row of a table put together, field by field."""
    width = max(map(len, rows))
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    return [" ".join(filter(None, fields)) for fields in zip(*padded, strict=True)]


def tab_fields(line: str) -> list[str] | None:
    """The fields of a line with tabs between them, None where there are none or where a field is a sentence."""
    fields = [field.strip() for field in line.strip("\n").split("\t")]
    if len(fields) < 2 or not any(fields):
        return None
    return None if len(fields) == 2 and max(map(len, fields)) > _SHORT_FIELD else fields


def gap_fields(lines: Sequence[str]) -> list[list[str]] | None:
    """The fields of lines set in columns with two or more blanks between, None where they are not clearly aligned.

    A column ends where all lines are blank and no line has less than two blanks. A line that continues one field of
    the line above is joined to it.
    """
    rows = [line.expandtabs(8).rstrip() for line in lines]
    columns = _columns(rows)
    if len(columns) < 2:
        return None
    grid = [[row[start:end].strip() for start, end in columns] for row in rows]
    grid = _join_continued(grid, [len(row) - len(row.lstrip()) for row in rows], columns)
    full = [row for row in grid if sum(map(bool, row)) >= 2]
    if len(full) < _LEAST_LINES or len(full) < 0.8 * len(grid):
        return None
    return grid


def looks_gapped(line: str) -> bool:
    """True where a line has at least two fields with a wide gap between them."""
    return len(_WIDE_GAP.split(line.strip())) >= 2


def without_page_number(table: Table) -> tuple[Table, str]:
    """Take a bare number out of the last header cell where the column under it is empty: it is the page's, not a label.

    Gives the table without that column, and the number as printed ('' where there was none).
    """
    width = max((cell.column for cell in table.cells), default=-1)
    last = [cell for cell in table.cells if cell.column == width]
    header = next((cell for cell in last if cell.row == 0), None)
    if width < 2 or header is None or header.column_span > 1 or not _PAGE_NUMBER.fullmatch(header.text):
        return table, ""
    if any(cell.text for cell in last if cell is not header):
        return table, ""
    return replace(table, cells=tuple(cell for cell in table.cells if cell.column < width)), header.text


def without_empty_columns(table: Table) -> Table:
    """Leave out the columns at the right that are empty all the way down."""
    width = max((cell.column + 1 for cell in table.cells if cell.text), default=0)
    return replace(table, cells=tuple(cell for cell in table.cells if cell.column < width))


def _columns(rows: Sequence[str]) -> list[tuple[int, int]]:
    width = max(map(len, rows), default=0)
    padded = [row.ljust(width) for row in rows]
    blank = [all(row[place] == " " for row in padded) for place in range(width)]
    columns: list[tuple[int, int]] = []
    start = 0
    for place in range(1, width):
        begins = not blank[place] and blank[place - 1] and not all(blank[start:place])
        if begins and all(_has_wide_gap(row, place) for row in padded):
            columns.append((start, place))
            start = place
    return [*columns, (start, width)]


def _has_wide_gap(row: str, place: int) -> bool:
    """Two blanks or more around the place before which a column might end, or nothing on one side of it."""
    before, after = row[:place], row[place:]
    if not before.strip() or not after.strip():
        return True
    return len(before) - len(before.rstrip()) + len(after) - len(after.lstrip()) >= 2


def _join_continued(
    grid: list[list[str]], indents: Sequence[int], columns: Sequence[tuple[int, int]]
) -> list[list[str]]:
    joined: list[list[str]] = []
    for row, indent in zip(grid, indents, strict=True):
        filled = [place for place, text in enumerate(row) if text]
        if joined and len(filled) == 1 and joined[-1][filled[0]] and indent >= columns[0][0]:
            joined[-1][filled[0]] += " " + row[filled[0]]
        else:
            joined.append(row)
    return joined
