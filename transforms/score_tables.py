"""Is this grid a score table, which way do the benchmarks run, and what does each value belong to?

A score table is known by its labels: enough items of one framework stand along one side. The grid is then turned so
that they run down, every other column is understood by its head, and the values are read off.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from extractors.document import Cell, Table
from transforms.authorities import AuthorityNames
from transforms.axes import Axis, axis_of, refusal, territories, titles_of, unknown_label
from transforms.catalogue import Framework
from transforms.colour_checks import colour_beside, unexplained_colours, with_colour_doubts
from transforms.colours import colours_of
from transforms.corrections import unsettled_in_row
from transforms.foreign_labels import labelled_apart
from transforms.grid import grid_of
from transforms.labels import Labels
from transforms.notes import note_doubt
from transforms.numbered import numbered_axis, unknown_numbers
from transforms.owners import (
    NOBODY,
    Owner,
    aside,
    corner_owner,
    joined,
    row_owners,
    second_heads,
    sections_of,
    told_twice,
    with_doubts,
)
from transforms.said import NOTHING_SAID, Said
from transforms.score_cells import ScoreCell
from transforms.scores import ScoreReading
from transforms.ticks import Ticks, ticked, untold
from transforms.twofold import parted
from transforms.value_columns import Oddity, value_columns

# At least this share of a framework's items makes a score table; fewer make a doubtful one.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A score table as understood.

    `titles` are headings inside the grid itself, `roles` say of each column what it was taken for.
    """

    framework: Framework
    turned: bool
    cells: tuple[ScoreCell, ...]
    oddities: tuple[Oddity, ...]
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoScoreTable:
    """Why a grid is no score table, and what is odd about it where it has the labels of one."""

    reason: str
    oddities: tuple[Oddity, ...] = ()


def understand(
    table: Table, frameworks: Sequence[Labels], names: AuthorityNames, said: Said = NOTHING_SAID
) -> ScoreTable | NoScoreTable:
    """The score table that `table` is, or why it is none. `frameworks` are those that the paper can be about."""
    axes = [
        axis
        for labels in frameworks
        for grid in (grid_of(table), grid_of(table, turned=True))
        if (axis := axis_of(grid, labels, names)) is not None
    ]
    if axes:
        axis = max(axes, key=_fit)
        doubt = _rival(axis, axes)
    elif numbered := numbered_axis((grid_of(table), grid_of(table, turned=True)), frameworks, said.numbers):
        axis, doubt = numbered
    else:
        numbers = unknown_numbers((grid_of(table), grid_of(table, turned=True)), frameworks, said.numbers)
        told = (Oddity("unknown_label", numbers),) if numbers else ()
        return NoScoreTable("fewer than two labels of any framework stand along one side", told)
    if why := refusal(axis):
        return NoScoreTable(why)
    titles = titles_of(axis)
    apart = labelled_apart(axis, frameworks)
    axis = parted(axis, said.texts)
    axis = replace(axis, colours=colours_of(said.keys, axis.labels.framework, axis.fills))
    read = _values(axis, names, said)
    oddities = (*read.oddities, *unexplained_colours(axis, beside_scores=bool(read.cells)))
    if not read.cells:
        return NoScoreTable(f"labels of {axis.labels.framework.id} stand in it, but no column of scores", oddities)
    cells = tuple(
        replace(cell, owner=with_doubts(cell.owner, doubt, apart.get(_line(cell, axis))))
        for cell in with_colour_doubts(read.cells, axis)
    )
    return ScoreTable(
        axis.labels.framework, axis.grid.turned, cells, oddities, titles, tuple(dict.fromkeys(read.roles))
    )


def _line(found: ScoreCell, axis: Axis) -> int:
    """The column of a value, or its row where the grid is turned."""
    return found.cell.row if axis.grid.turned else found.cell.column


def _fit(axis: Axis) -> tuple[int, ...]:
    return (*axis.strength, axis.own_names)


def _rival(axis: Axis, axes: Sequence[Axis]) -> str | None:
    """Why a person must say which framework is meant: the labels are items of another one just as well."""
    others = sorted(
        other.labels.framework.id
        for other in axes
        if other.labels.framework is not axis.labels.framework and _fit(other) == _fit(axis)
    )
    return f"the labels are items of {axis.labels.framework.id} and as well of {others[0]}" if others else None


def too_few(tables: Sequence[ScoreTable]) -> str | None:
    """Why one paper's score tables of a framework show too few of its benchmarks to be sure; None where they do not."""
    framework = tables[0].framework
    count = len({cell.benchmark.id for table in tables for cell in table.cells})
    if count < ceil(_ENOUGH * len(framework.benchmarks)):
        return (
            f"only {count} of the {len(framework.benchmarks)} benchmarks of {framework.id} stand in the paper's tables"
        )
    return None


@dataclass(slots=True)
class _Read:
    cells: list[ScoreCell] = field(default_factory=list)
    oddities: list[Oddity] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


def _values(axis: Axis, names: AuthorityNames, said: Said) -> _Read:
    read = _Read(oddities=[Oddity("unknown_label", unknown_label(axis.labels, text)) for text in axis.foreign])
    for label_column, columns in territories(axis):
        block = _block(axis, label_column, columns, names)
        if ticks := ticked(axis, columns, block.rows):
            _read_ticks(axis, block, ticks, read)
        else:
            _read_columns(axis, block, names, said, read)
    return read


@dataclass(frozen=True, slots=True)
class _Block:
    """One column of labels with the columns that belong to it, and what the table says of its rows."""

    label_column: int
    columns: list[int]
    rows: list[int]
    stubs: dict[int, dict[int, Owner]]
    sections: dict[int, Owner]
    asides: dict[int, Owner | None]
    twice: dict[int, Owner]
    corner: Owner | None

    def owner(self, row: int, head: Owner = NOBODY, again: Owner | None = None) -> Owner:
        """Whose a figure of a row is and of when, under a head and perhaps a second one."""
        beside = (stub.get(row) for stub in self.stubs.values())
        return joined(head, self.twice.get(row), self.asides[row], self.sections.get(row), *beside, self.corner, again)


def _block(axis: Axis, label_column: int, columns: list[int], names: AuthorityNames) -> _Block:
    rows = [row for row, column in axis.matches if column == label_column]
    return _Block(
        label_column,
        columns,
        rows,
        stubs=row_owners(axis, label_column, columns, rows, names),
        sections=sections_of(axis, label_column, rows, names),
        asides={row: aside(axis, row, columns) for row in rows},
        twice=told_twice(axis, label_column, rows),
        corner=corner_owner(axis, label_column, names),
    )


def _read_ticks(axis: Axis, block: _Block, ticks: Ticks, read: _Read) -> None:
    told = untold(axis, block.label_column, block.rows, ticks)
    read.oddities += [Oddity("not_assessed", text) for text in told]
    for row, (cell, reading) in ticks.items():
        match, label = axis.matches[row, block.label_column], axis.grid.text(row, block.label_column)
        read.cells.append(ScoreCell(match.benchmark, label, match.exact, cell, reading, block.owner(row)))


def _read_columns(axis: Axis, block: _Block, names: AuthorityNames, said: Said, read: _Read) -> None:
    columns = [column for column in block.columns if column not in block.stubs]
    found = value_columns(axis, block.label_column, columns, block.rows, names, read.oddities)
    read.roles += found.roles
    for column, owner in found.chosen:
        again = second_heads(axis, block.label_column, column, block.rows)
        of_head = note_doubt(axis.grid.head(column, range(axis.first_row)), said.notes)
        for row in block.rows:
            full = with_doubts(block.owner(row, owner, again.get(row)), of_head)
            if full.left_out:
                continue
            taken = _cell(axis, row, block.label_column, column, full, said, read.oddities)
            if taken is not None:
                beside = (axis.grid.text(row, at) for at in columns if at != column)
                other = (
                    (colour_beside(axis, row, columns, taken) or unsettled_in_row(beside, taken.reading.score))
                    if len(found.chosen) == 1
                    else None
                )
                read.cells.append(replace(taken, owner=with_doubts(taken.owner, other)))


def _cell(
    axis: Axis, row: int, label_column: int, column: int, owner: Owner, said: Said, oddities: list[Oddity]
) -> ScoreCell | None:
    match, cell = axis.matches[row, label_column], axis.grid.places[row][column]
    if cell is None:
        return None
    reading = axis.reading(row, column)
    name, label = match.benchmark.name, axis.grid.text(row, label_column)
    if reading.outcome in {"blank", "not_assessed"}:
        if not axis.is_unexplained_colour(row, column):
            oddities.append(Oddity("not_assessed", _not_assessed(name, cell, reading, owner)))
        return None
    merged = _covers_other_benchmarks(axis, row, label_column, column)
    owner = with_doubts(
        owner,
        "one merged cell stands for several benchmarks" if merged else None,
        note_doubt(cell.text, said.notes) or note_doubt(label, said.notes),
    )
    if reading.colour and not cell.text.strip():
        cell = replace(cell, text=f"(filled {cell.fill})")
    return ScoreCell(match.benchmark, label, match.exact, cell, reading, owner, axis.wholes.get((row, column)))


def _not_assessed(name: str, cell: Cell, reading: ScoreReading, owner: Owner) -> str:
    whose = f" of {owner.authority_text}" if owner.authority_text else ""
    when = f" in {owner.period.name}" if owner.period else ""
    shown = f"'{cell.text.strip()}'" if cell.text.strip() else "an empty cell"
    if reading.colour:
        shown = f"a cell in {reading.colour}"
    return f"{name}{whose}{when} has {shown} instead of a score."


def _covers_other_benchmarks(axis: Axis, row: int, label_column: int, column: int) -> bool:
    cell = axis.grid.places[row][column]
    covered = {
        match.benchmark.id
        for (other, at), match in axis.matches.items()
        if at == label_column and axis.grid.places[other][column] is cell
    }
    return len(covered) > 1
