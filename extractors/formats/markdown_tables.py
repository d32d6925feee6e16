"""Lines of Markdown or plain text -> the table that begins at a place of them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from extractors.document import Block, Cell, Table
from extractors.formats import stacked, typed
from extractors.formats.inline import plain, struck

RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,})")
"""A line drawn across the page."""

_BOX_RULE = re.compile(
    r"\s*[+|┌├└╔╠╚┏┣┗╒╞╘┠┡┢]?[-=─━═┄┈+|┬┼┴╦╬╩┳╋┻╤╪╧╇╈┿]*[-=─━═]{2}[-=─━═┄┈+|┬┼┴╦╬╩┳╋┻╤╪╧╇╈┿]*[+|┐┤┘╗╣╝┓┫┛╕╡╛┨┩┪]\s*"
)
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_BULLET = re.compile(r"\s*[-*+•▪‣·]\s+(?=\S)")
_MOST_LINES_OF_A_TABLE = 300
_STACKED_CONFIDENCE = 0.9
_LONGEST_CELL = 140

Parts: TypeAlias = list[Block | Table]
Found: TypeAlias = tuple[Parts, int] | None
"""What stands at a place of the lines and the place behind it; None where a reader finds nothing of its own there."""


def table_at(lines: Sequence[str], place: int) -> Found:
    """The table that begins at a place: between pipes, with tabs, in columns or with a cell on each line."""
    for reader in (_pipe_table, _tab_table, _gap_table, _stacked_table):
        found = reader(lines, place)
        if found is not None:
            return found
    return None


def _pipe_table(lines: Sequence[str], place: int) -> Found:
    end = place
    rows: list[list[str]] = []
    rules: list[int] = []
    while end < len(lines):
        if _BOX_RULE.fullmatch(lines[end]):
            rules.append(len(rows))
        elif (fields := typed.pipe_fields(lines[end])) is None:
            break
        elif not typed.is_pipe_rule(fields):
            rows.append(fields)
        end += 1
    # Rules between all rows part rows of several lines; rules only around head and foot do not.
    if len(rules) > 3:
        rows = [typed.joined(rows[start:stop]) for start, stop in pairwise(rules) if stop > start]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return None
    return _table(rows), end


def _tab_table(lines: Sequence[str], place: int) -> Found:
    end = place
    rows: list[list[str]] = []
    while end < len(lines) and (fields := typed.tab_fields(lines[end])) is not None:
        rows.append(fields)
        end += 1
    if len(rows) < 2 or sum(len([text for text in row if text]) >= 2 for row in rows) < 2:
        return None
    return _table(rows), end


def _gap_table(lines: Sequence[str], place: int) -> Found:
    if not typed.looks_gapped(lines[place]) or _BULLET.match(lines[place]):
        return None
    end = place
    while end < len(lines) and end - place < _MOST_LINES_OF_A_TABLE and _continues_gap_table(lines, place, end):
        end += 1
    inked = [line for line in lines[place:end] if line.strip() and not RULE.fullmatch(line)]
    # A look at the beginning first: pages of running text with wide gaps must not be laid out over and over.
    fields = typed.gap_fields(inked) if typed.gap_fields(inked[:4]) or len(inked) < 6 else None
    return None if fields is None else (_table(fields), end)


def _continues_gap_table(lines: Sequence[str], start: int, place: int) -> bool:
    line = lines[place]
    if line.strip():
        return typed.looks_gapped(line) or bool(RULE.fullmatch(line)) or (place > start and line.startswith("  "))
    following = lines[place + 1] if place + 1 < len(lines) else ""
    return place > start and typed.looks_gapped(following)


def _stacked_table(lines: Sequence[str], place: int) -> Found:
    """Blank lines between the cells do not matter; a table that is told from its rhythm is a little less sure."""
    beginning = _printed(lines, place, stacked.LOOK_AHEAD)
    if stacked.rows_of([text for _, text in beginning]) is None:
        return None
    printed = _printed(lines, place, len(lines))
    rows, taken = stacked.rows_of([text for _, text in printed]) or ([], 0)
    cells = [
        Cell(row=r, column=c, text=plain(text), confidence=_STACKED_CONFIDENCE)
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return [Table(cells=tuple(cells))], printed[taken - 1][0] + 1


def _printed(lines: Sequence[str], place: int, most: int) -> list[tuple[int, str]]:
    """The next lines that are not blank, with their places, as far as no heading or other table comes."""
    found: list[tuple[int, str]] = []
    while place < len(lines) and len(found) < most:
        line = lines[place]
        if _HEADING.match(line) or "|" in line or "\t" in line or len(line) > _LONGEST_CELL:
            break
        if line.strip():
            found.append((place, line.strip()))
        place += 1
    return found


def _table(rows: Sequence[Sequence[str]]) -> Parts:
    width = max(map(len, rows))
    cells = [
        Cell(row=r, column=c, text=plain(text), remark=f"struck through: {old}" if (old := struck(text)) else None)
        for r, row in enumerate(rows)
        for c, text in enumerate([*row, *[""] * (width - len(row))])
    ]
    table, page_number = typed.without_page_number(typed.without_empty_columns(Table(cells=tuple(cells))))
    return [table, Block("furniture", page_number)] if page_number else [table]
