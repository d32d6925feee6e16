"""Tables that tick the score: a column for each value of the scale, and a mark in one of them in each row."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.document import Cell
from transforms.axes import Axis
from transforms.scores import ScoreReading, read_score

_MARKS = frozenset(["✓", "✔", "☑", "√", "x", "✗", "✘", "☒", "•", "●", "■", "*", "yes", "y"])
# What stands in the columns that are not ticked.
_NO_MARKS = frozenset(["", "-", "–", "☐", "□", "○", "no", "n"])


def ticked(axis: Axis, columns: Sequence[int], rows: Sequence[int]) -> dict[int, tuple[Cell, ScoreReading]]:
    """For each row with exactly one tick the cell that holds it, with the head's word, and what the head says.

    | Benchmark     | Not met | Met | Exceeded |
    | Channel Panel |         |     | ✓        |    gives the band 'exceeded', printed 'Exceeded ✓'

    Empty where the table is none of this kind: fewer than two columns headed by values of the scale, or other texts
    than marks in them.
    """
    heads = {column: axis.grid.head(column, range(axis.first_row)) for column in columns}
    readings = {column: read_score(head, axis.labels.framework) for column, head in heads.items() if head}
    scale = [column for column, reading in readings.items() if reading.outcome in {"score", "band"}]
    if len({(readings[column].score, readings[column].band) for column in scale}) < 2:
        return {}
    marks = {(row, column): axis.grid.text(row, column).casefold() for row in rows for column in scale}
    if not set(marks.values()) <= _MARKS | _NO_MARKS:
        return {}
    found: dict[int, tuple[Cell, ScoreReading]] = {}
    for row in rows:
        chosen = [column for column in scale if marks[row, column] in _MARKS]
        cell = axis.grid.places[row][chosen[0]] if len(chosen) == 1 else None
        if cell is not None:
            found[row] = replace(cell, text=f"{heads[chosen[0]]} {cell.text.strip()}"), readings[chosen[0]]
    return found
