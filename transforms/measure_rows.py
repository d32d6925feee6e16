"""Weighted scores and percentages that stand in a score table or a small table, in a row or column of their own."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractors.document import Table
from transforms.attribution import attribute
from transforms.authorities import AuthorityNames
from transforms.catalogue import Framework
from transforms.columns import column_kinds, not_understood
from transforms.context import Surroundings
from transforms.dating import Dating, date_of
from transforms.findings import MeasureName, StatedMeasure
from transforms.grid import Grid, grid_of
from transforms.judgement import Candidate
from transforms.lexicon import speaks_of
from transforms.measure_names import measure_named
from transforms.measures import OTHER_SUBJECT, framework_of, place_of, stated
from transforms.owners import owner_of_head
from transforms.score_tables import ScoreTable

_VALUE = re.compile(
    r"^(?P<number>\d+(?:\.\d+)?)\s*(?:(?P<percent>%|per\s?cent)|(?:/|of|out\s+of)\s*(?P<most>\d+))?$", re.IGNORECASE
)

# A small table is one of measures where at least this share of its rows names one.
_MOSTLY = 0.5


def measures_beside(
    table: Table, understood: ScoreTable, candidates: Sequence[Candidate], number: int, document_id: str
) -> tuple[StatedMeasure, ...]:
    """The measures that a score table states beside the scores, each of the authority and period of its scores.

    `candidates` are those of the table's cells, in their order. An average that is not called weighted is no measure.
    """
    grid = grid_of(table, turned=understood.turned)
    whose = _by_column(understood, candidates)
    rows = {cell.cell.column if understood.turned else cell.cell.row for cell in understood.cells}
    found = []
    for row, measure in _measure_rows(grid, rows):
        for column, candidate in whose.items():
            cell = grid.places[row][column]
            value = measure_value(cell.text, measure, understood.framework) if cell else None
            if cell is None or value is None:
                continue
            authority = candidate.attribution.authority
            doubts = (
                *candidate.doubts,
                candidate.attribution.doubt,
                None if authority else "the authority is not known",
            )
            found.append(
                stated(
                    measure,
                    understood.framework,
                    (authority,) if authority else (),
                    candidate.attribution.text or "",
                    candidate.dating,
                    value,
                    cell,
                    place_of(table, number, cell),
                    document_id,
                    next((doubt for doubt in doubts if doubt), None),
                )
            )
    return tuple(found)


def measure_value(printed: str, measure: MeasureName, framework: Framework) -> float | None:
    """A printed weighted score ('3.7', '3.7/5') or percentage ('80%', '8 of 10', '0.8'); None where it is none."""
    match = _VALUE.match(printed.strip())
    if match is None:
        return None
    number, most = float(match["number"]), float(match["most"]) if match["most"] else None
    if measure == "weighted_score":
        return number if not match["percent"] and most in (None, framework.scale.highest) else None
    if most is not None:
        return round(100 * number / most, 6) if most == len(framework.benchmarks) else None
    if number <= 1 and not match["percent"]:
        return number * 100 if "." in match["number"] else None
    return number


def _by_column(understood: ScoreTable, candidates: Sequence[Candidate]) -> dict[int, Candidate]:
    """The surest candidate of each column of scores, for columns that are of one authority and period."""
    columns: dict[int, list[Candidate]] = defaultdict(list)
    for found, candidate in zip(understood.cells, candidates, strict=True):
        columns[found.cell.row if understood.turned else found.cell.column].append(candidate)
    return {
        column: min(group, key=lambda one: len(one.doubts))
        for column, group in columns.items()
        if len({(one.attribution.text, one.dating.period) for one in group}) == 1
    }


def _measure_rows(grid: Grid, scored: set[int]) -> Iterator[tuple[int, MeasureName]]:
    """The rows without scores whose label names a measure, and nothing that it is compared with."""
    for row in range(grid.height):
        if row in scored:
            continue
        labels = dict.fromkeys(text for column in range(grid.width) if (text := grid.text(row, column)))
        named = [(text, measure) for text in labels if (measure := measure_named(text))]
        if len(named) == 1 and not column_kinds(re.sub(r"(?i)weighted|average|mean|score", " ", named[0][0])) & {
            "summary",
            "aim",
            "previous",
            "self_assessed",
        }:
            yield row, named[0][1]


def measures_alone(
    table: Table,
    number: int,
    frameworks: Sequence[Framework],
    names: AuthorityNames,
    around: Surroundings,
    document_id: str,
) -> tuple[StatedMeasure, ...]:
    """The measures of a small table that names them in rows or heads: 'Weighted score | 3.7', or a row for each year.

    Empty where other figures than measures stand in most of its rows: then it is a table of something else.
    """
    for grid in (grid_of(table), grid_of(table, turned=True)):
        rows = dict(_measure_rows(grid, set()))
        if not rows or len(rows) < _MOSTLY * (grid.height - min(rows)):
            continue
        first = min(rows)
        label_columns = {column for column in range(grid.width) if measure_named(grid.text(first, column))}
        if len(label_columns) != 1:
            continue
        found = [
            one
            for column in range(grid.width)
            if column not in label_columns
            for one in _of_column(grid, column, rows, table, number, frameworks, names, around, document_id)
        ]
        if found:
            return tuple(found)
    return ()


def _of_column(
    grid: Grid,
    column: int,
    rows: dict[int, MeasureName],
    table: Table,
    number: int,
    frameworks: Sequence[Framework],
    names: AuthorityNames,
    around: Surroundings,
    document_id: str,
) -> Iterator[StatedMeasure]:
    head = grid.head(column, range(min(rows)))
    owner = owner_of_head(head, names)
    if owner.left_out or column_kinds(head) & {"no_score", "summary"}:
        return
    attribution = attribute(around, names)
    dating = Dating(owner.period, "stated", "the table", 1.0) if owner.period else date_of(around, age=owner.age)
    bodies = owner.authorities or ((attribution.authority,) if attribution.authority else ())
    framework = framework_of(frameworks, dating.period)
    plain = not head or owner.period or owner.authorities or owner.age or not not_understood(head)
    doubts = (
        *owner.doubts,
        None if plain else f"the column is headed '{head}', which does not say that it holds the council's own figures",
        None if owner.authorities else attribution.doubt,
        None if bodies else "the authority is not known",
        _of_other_things((head, *around.captions, *around.headings, *around.paper.titles), framework),
    )
    for row, measure in rows.items():
        cell = grid.places[row][column]
        value = measure_value(cell.text, measure, framework) if cell and framework else None
        if cell is not None and framework is not None and value is not None:
            printed = owner.authority_text or attribution.text or ""
            doubt = next((doubt for doubt in doubts if doubt), None)
            place = place_of(table, number, cell)
            yield stated(measure, framework, bodies, printed, dating, value, cell, place, document_id, doubt)


def _of_other_things(near: Sequence[str], framework: Framework | None) -> str | None:
    if match := next((match for text in near if (match := OTHER_SUBJECT.search(text))), None):
        return f"the text around it says '{match.group()}'"
    if framework is not None and not any(speaks_of(text, framework) for text in near):
        return f"nothing above it speaks of {framework.title}"
    return None
