"""Is this grid a score table, which way do the benchmarks run, and what does each value belong to?

A score table is known by its labels: enough items of one framework stand along one side. The grid is then turned so
that they run down, every other column is understood by its head, and the values are read off.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from extractors.document import Cell, Table
from transforms.authorities import AuthorityNames
from transforms.axes import Axis, axis_of, refusal, territories, titles_of, unknown_label
from transforms.catalogue import Benchmark, Framework
from transforms.grid import grid_of
from transforms.labels import Labels
from transforms.owners import (
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
from transforms.scores import ScoreReading, read_score
from transforms.ticks import ticked
from transforms.value_columns import Oddity, value_columns

# At least this share of a framework's items makes a score table; fewer make a doubtful one.
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """One value of a score table with its benchmark and owner."""

    benchmark: Benchmark
    label: str
    label_exact: bool
    cell: Cell
    reading: ScoreReading
    owner: Owner


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A score table as understood.

    `titles` are headings inside the grid itself.
    """

    framework: Framework
    turned: bool
    cells: tuple[ScoreCell, ...]
    oddities: tuple[Oddity, ...]
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoScoreTable:
    """Why a grid is no score table, and what is odd about it where it has the labels of one."""

    reason: str
    oddities: tuple[Oddity, ...] = ()


def understand(table: Table, frameworks: Sequence[Labels], names: AuthorityNames) -> ScoreTable | NoScoreTable:
    """The score table that `table` is, or why it is none. `frameworks` are those that the paper can be about."""
    axes = [
        axis
        for labels in frameworks
        for grid in (grid_of(table), grid_of(table, turned=True))
        if (axis := axis_of(grid, labels, names)) is not None
    ]
    if not axes:
        return NoScoreTable("fewer than two labels of any framework stand along one side")
    axis = max(axes, key=lambda found: found.strength)
    if why := refusal(axis):
        return NoScoreTable(why)
    cells, oddities = _values(axis, names)
    if not cells:
        return NoScoreTable(f"labels of {axis.labels.framework.id} stand in it, but no column of scores", oddities)
    return ScoreTable(axis.labels.framework, axis.grid.turned, cells, oddities, titles_of(axis))


def too_few(tables: Sequence[ScoreTable]) -> str | None:
    """Why one paper's score tables of a framework show too few of its benchmarks to be sure; None where they do not."""
    framework = tables[0].framework
    count = len({cell.benchmark.id for table in tables for cell in table.cells})
    if count < ceil(_ENOUGH * len(framework.benchmarks)):
        return (
            f"only {count} of the {len(framework.benchmarks)} benchmarks of {framework.id} stand in the paper's tables"
        )
    return None


def _values(axis: Axis, names: AuthorityNames) -> tuple[tuple[ScoreCell, ...], tuple[Oddity, ...]]:
    cells: list[ScoreCell] = []
    oddities = [Oddity("unknown_label", unknown_label(axis.labels, text)) for text in axis.foreign]
    for label_column, columns in territories(axis):
        rows = [row for row, column in axis.matches if column == label_column]
        stubs = row_owners(axis, label_column, columns, rows, names)
        sections = sections_of(axis, label_column, rows, names)
        asides = {row: aside(axis, row, columns) for row in rows}
        twice = told_twice(axis, label_column, rows)
        corner = corner_owner(axis, label_column, names)
        if ticks := ticked(axis, columns, rows):
            for row, (cell, reading) in ticks.items():
                beside = (stub.get(row) for stub in stubs.values())
                owner = joined(Owner(), twice.get(row), sections.get(row), *beside, corner)
                match = axis.matches[row, label_column]
                label = axis.grid.text(row, label_column)
                cells.append(ScoreCell(match.benchmark, label, match.exact, cell, reading, owner))
            continue
        for column, owner in value_columns(
            axis, label_column, [c for c in columns if c not in stubs], rows, names, oddities
        ):
            again = second_heads(axis, label_column, column, rows)
            for row in rows:
                beside = (stub.get(row) for stub in stubs.values())
                full = joined(owner, twice.get(row), asides[row], sections.get(row), *beside, corner, again.get(row))
                found = None if full.left_out else _cell(axis, row, label_column, column, full, oddities)
                if found is not None:
                    cells.append(found)
    return tuple(cells), tuple(oddities)


def _cell(
    axis: Axis, row: int, label_column: int, column: int, owner: Owner, oddities: list[Oddity]
) -> ScoreCell | None:
    match, cell = axis.matches[row, label_column], axis.grid.places[row][column]
    if cell is None:
        return None
    reading = read_score(cell.text, axis.labels.framework)
    name = match.benchmark.name
    if reading.outcome in {"blank", "not_assessed"}:
        whose = f" of {owner.authority_text}" if owner.authority_text else ""
        when = f" in {owner.period.name}" if owner.period else ""
        said = f"'{cell.text.strip()}'" if reading.outcome == "not_assessed" else "an empty cell"
        oddities.append(Oddity("not_assessed", f"{name}{whose}{when} has {said} instead of a score."))
        return None
    if _covers_other_benchmarks(axis, row, label_column, column):
        owner = with_doubts(owner, "one merged cell stands for several benchmarks")
    return ScoreCell(match.benchmark, axis.grid.text(row, label_column), match.exact, cell, reading, owner)


def _covers_other_benchmarks(axis: Axis, row: int, label_column: int, column: int) -> bool:
    cell = axis.grid.places[row][column]
    covered = {
        match.benchmark.id
        for (other, at), match in axis.matches.items()
        if at == label_column and axis.grid.places[other][column] is cell
    }
    return len(covered) > 1
