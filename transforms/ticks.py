"""Tables that tick the score: a column for each value of the scale, and a mark in one of them in each row."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from extractors.document import Cell
from transforms.axes import Axis
from transforms.colours import is_coloured, name_of
from transforms.scores import ScoreReading, read_score

# Signs of check marks, among them the letters and places that the Wingdings fonts draw them at.
_CHECKS = frozenset(["✓", "✔", "☑", "√", "✅", "🗸", "ü", "þ", "\uf0fc", "\uf0fe", "yes", "y"])
# Crosses are ticks where no check mark stands beside them, and the contrary where one does.
_CROSSES = frozenset(["x", "✗", "✘", "☒", "×", "❌", "╳", "û", "ý", "\uf0fb", "\uf0fd", "no", "n"])
_DOTS = frozenset(["•", "●", "■", "▪", "◼", "⬤", "🔴", "*", "\uf06c", "\uf06e", "\uf0a7", "\uf0b7"])
# What stands in the columns that are not ticked.
_NO_MARKS = frozenset(["", "-", "–", "—", "☐", "□", "○", "◯", "no", "n", "¨", "\uf0a8", "\uf06f", "\uf071"])
# At least this share of the rows of such a table has one tick.
_PLAIN = 0.5

Ticks = dict[int, tuple[Cell, ScoreReading]]


def ticked(axis: Axis, columns: Sequence[int], rows: Sequence[int]) -> Ticks:
    """For each row with a tick the cell that holds it, with the head's word, and what the head says.

    | Benchmark     | Not met | Met | Exceeded |
    | Channel Panel |         |     | ✓        |    gives the band 'exceeded', printed 'Exceeded ✓'

    Several ticks in one row are doubtful. Empty where the table is none of this kind: fewer than two columns headed by
    values of the scale, or other texts than marks in them. A filled cell in a row of empty ones is a tick as well.
    """
    heads = {column: axis.grid.head(column, range(axis.first_row)) for column in columns}
    readings = {
        column: axis.colours.reading(head, None) or read_score(head, axis.labels.framework)
        for column, head in heads.items()
        if head
    }
    scale = [column for column, reading in readings.items() if reading.outcome in {"score", "band"}]
    if len({(readings[column].score, readings[column].band) for column in scale}) < 2:
        return {}
    chosen = _by_marks(axis, rows, scale) or _by_fills(axis, rows, scale)
    if sum(len(columns) == 1 for columns in chosen.values()) < _PLAIN * len(rows):
        return {}
    found: Ticks = {}
    for row, ticks in chosen.items():
        cell = axis.grid.places[row][ticks[0]] if ticks else None
        if cell is not None:
            mark = cell.text.strip() or "(filled)"
            several = ", ".join(heads[column] for column in ticks)
            reading = readings[ticks[0]]
            if len(ticks) > 1:
                reading = ScoreReading("doubtful", reason=f"several values are ticked: {several}")
            found[row] = replace(cell, text=f"{several} {mark}"), reading
    return found


def untold(axis: Axis, label_column: int, rows: Sequence[int], ticks: Ticks) -> list[str]:
    """A sentence for each benchmark without a tick."""
    without = [axis.matches[row, label_column].benchmark.name for row in rows if row not in ticks]
    return [f"{name} has no tick in any column of the scale." for name in without]


def _by_marks(axis: Axis, rows: Sequence[int], scale: Sequence[int]) -> Mapping[int, list[int]]:
    marks = {(row, column): _mark(axis.grid.text(row, column)) for row in rows for column in scale}
    printed = set(marks.values())
    ticks = _marks_among(printed)
    if not printed & ticks or not printed <= ticks | _CROSSES | _NO_MARKS:
        return {}
    return {row: [column for column in scale if marks[row, column] in ticks] for row in rows}


def _mark(text: str) -> str:
    return text.replace("\ufe0f", "").casefold()


def _marks_among(printed: Collection[str]) -> frozenset[str]:
    """The marks that mean a tick in a table where `printed` stand: check marks before crosses, crosses before none."""
    if any(mark in _CHECKS for mark in printed):
        return _CHECKS | _DOTS
    return _DOTS | (_CROSSES - _NO_MARKS)


def _by_fills(axis: Axis, rows: Sequence[int], scale: Sequence[int]) -> Mapping[int, list[int]]:
    """The one cell of each row that is filled otherwise than its like fellows; none of them holds a text."""
    if any(axis.grid.text(row, column) for row in rows for column in scale) or len(scale) < 3:
        return {}
    return {row: _standing_out(axis, row, scale) for row in rows}


def _standing_out(axis: Axis, row: int, scale: Sequence[int]) -> list[int]:
    fills = {column: _shade(axis.grid.places[row][column]) for column in scale}
    alone = [column for column in scale if list(fills.values()).count(fills[column]) == 1]
    if len(set(fills.values())) != 2 or len(alone) != 1:
        return []
    return alone if fills[alone[0]] is not None else []


def _shade(cell: Cell | None) -> str | None:
    fill = cell.fill if cell else None
    return fill if is_coloured(fill) or name_of(fill) == "grey" or fill == "#000000" else None
