"""Colours in a score table that nothing explains, and colours that say something else than the figures on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.axes import Axis
from transforms.colours import agree, name_in, name_of
from transforms.columns import column_kinds
from transforms.owners import with_doubts
from transforms.score_cells import ScoreCell
from transforms.value_columns import Oddity

# So many coloured cells, of at least two colours, are a message and not an ornament.
_FEWEST = 3
# A table shows by so many coloured figures which colour goes with which.
_ENOUGH = 5


def unexplained_colours(axis: Axis, *, beside_scores: bool) -> list[Oddity]:
    """The notice of the cells beside the benchmarks that say something by their colour alone; none where few do
    and no other colour is explained.

    `beside_scores` is true where the table prints scores as well: then a column headed 'RAG' is of something else.
    """
    rows = sorted({row for row, _ in axis.matches})
    columns = [
        column
        for column in range(axis.grid.width)
        if column not in axis.columns
        and not (beside_scores and column_kinds(axis.grid.head(column, range(axis.first_row))) & {"no_score"})
    ]
    if ticked := _ticked_colours(axis, columns):
        return [ticked]
    places = [(row, column) for row in rows for column in columns if axis.is_unexplained_colour(row, column)]
    shown = {name_in(axis.grid.text(*place)) or name_of(axis.fill(*place)) or "" for place in places}
    fills = {axis.fill(*place) or axis.grid.text(*place).casefold() for place in places}
    explained = any(axis.reading(row, column).colour for row in rows for column in columns)
    if not places or (not explained and (len(places) < _FEWEST or len(fills) < 2)):
        return []
    told = ", ".join(sorted(shown))
    text = (
        f"{len(places)} cells beside the benchmarks hold only a colour ({told}), which nothing in the paper explains. "
        "Look at the paper, or ask its publisher for the figures."
    )
    return [Oddity("colour_only", text)]


def _ticked_colours(axis: Axis, columns: Sequence[int]) -> Oddity | None:
    """The notice of columns that are headed by colours alone: what is ticked there is a colour."""
    heads = [axis.grid.head(column, range(axis.first_row)) for column in columns]
    named = [head for head in heads if name_in(head) and axis.colours.reading(head, None) is None]
    if len(named) < 2:
        return None
    rows = len({row for row, _ in axis.matches})
    text = (
        f"{rows} benchmarks are ticked as colours ({', '.join(named)}), which nothing in the paper explains. "
        "Look at the paper, or ask its publisher for the figures."
    )
    return Oddity("colour_only", text)


def colour_beside(axis: Axis, row: int, columns: Sequence[int], found: ScoreCell) -> str | None:
    """Why a printed value is doubtful beside a column of colours that says another one in its row."""
    if found.reading.colour or found.reading.outcome not in {"score", "band"}:
        return None
    for column in columns:
        said = axis.reading(row, column)
        if said.colour and said.band and not agree(said, found.reading):
            return f"the colour beside it says another value: {said.colour}"
    return None


def with_colour_doubts(cells: Sequence[ScoreCell], axis: Axis) -> tuple[ScoreCell, ...]:
    """The cells, doubted where the colour says something else than the figure: by a key, else by the other cells."""
    fills = {id(cell): _own_fill(cell, axis) for cell in cells}
    odd = {} if _by_line(cells, fills) else _against_the_others(cells, fills)
    return tuple(
        replace(
            cell,
            owner=with_doubts(
                cell.owner, axis.colours.contradiction(cell.reading, fills[id(cell)]) or odd.get(id(cell))
            ),
        )
        for cell in cells
    )


def _own_fill(found: ScoreCell, axis: Axis) -> str | None:
    cell = found.cell
    at = (cell.column, cell.row) if axis.grid.turned else (cell.row, cell.column)
    labels = (axis.grid.places[row][column] for row, column in axis.matches if row == at[0])
    return cell.fill if cell.fill and all(label and label.fill != cell.fill for label in labels) else None


def _by_line(cells: Sequence[ScoreCell], fills: Mapping[int, str | None]) -> bool:
    """Whether each column, or each row, of several has one colour of its own: then it says nothing of the figures."""
    for line_of in (_column, _row):
        lines: dict[int, set[str | None]] = defaultdict(set)
        for cell in cells:
            lines[line_of(cell)].add(fills[id(cell)])
        if 1 < len(lines) < len(cells) and all(len(shown) == 1 for shown in lines.values()):
            return True
    return False


def _column(found: ScoreCell) -> int:
    return found.cell.column


def _row(found: ScoreCell) -> int:
    return found.cell.row


def _against_the_others(cells: Sequence[ScoreCell], fills: Mapping[int, str | None]) -> dict[int, str]:
    """Cells without each of which the table's colouring is consistent, and with which it is not."""
    figures = [
        (found, fill, found.reading.score)
        for found in cells
        if (fill := fills[id(found)]) and found.reading.score is not None
    ]
    pairs = [(fill, score) for _, fill, score in figures]
    if len(pairs) < _ENOUGH or len({fill for fill, _ in pairs}) < 2 or _is_consistent(pairs):
        return {}
    odd: dict[int, str] = {}
    for at, (found, fill, score) in enumerate(figures):
        others = pairs[:at] + pairs[at + 1 :]
        said = sorted({other for colour, other in others if colour == fill})
        if said and _is_consistent(others):
            told = " or ".join(f"{value:g}" for value in said)
            odd[id(found)] = f"the colour of the cell says {told} where it prints {score:g}"
    return odd


def _is_consistent(pairs: Iterable[tuple[str, float]]) -> bool:
    """Whether each figure has one colour, and each colour an unbroken stretch of the figures that are shown."""
    by_score: dict[float, set[str]] = defaultdict(set)
    for fill, score in pairs:
        by_score[score].add(fill)
    if any(len(fills) > 1 for fills in by_score.values()):
        return False
    in_order = [by_score[score] for score in sorted(by_score)]
    changes = sum(one != other for one, other in pairwise(in_order))
    return changes == len({fill for fills in in_order for fill in fills}) - 1 and changes > 0
