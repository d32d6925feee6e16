"""Figures that a paper derives itself: weighted scores, and the percentage of benchmarks met or exceeded."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.document import Cell, Table
from transforms.authorities import AuthorityNames
from transforms.catalogue import Authority, Framework, Region
from transforms.columns import column_kinds, not_understood
from transforms.context import Surroundings
from transforms.dating import Dating, date_of
from transforms.findings import MeasureName, Place, StatedMeasure, Status, Subject
from transforms.grid import Grid, grid_of
from transforms.measure_names import measure_named
from transforms.periods import Period, find_periods, read_period

_VALUE = re.compile(r"^(?P<number>\d+(?:\.\d+)?)\s*(?P<percent>%)?$")
_FEWEST_BODIES = 2
OTHER_SUBJECT = re.compile(
    r"\b(?:targets?|fund\w*|allocation|tender\w*|bids?|procurement|contracts?|quality|price|staff|housing|survey\w*|forecasts?|projected|planned|draft|"
    r"provisional|illustrat\w+|examples?|not\s+met|self-?\s?assess\w*)\b",
    re.IGNORECASE,
)
_BENCHMARKS = re.compile(r"\bbenchmark|\bexpectation|\bprevent\b|\bduty\b|\bduties\b", re.IGNORECASE)


# Two printed values of one measure differ beyond what rounding explains.
_ROUNDED: dict[MeasureName, float] = {"weighted_score": 0.051, "percent_met_or_exceeded": 0.51}


@dataclass(frozen=True, slots=True)
class MeasureTable:
    """A grid of one measure: bodies down one side, periods or nothing across the other."""

    measures: tuple[StatedMeasure, ...]
    turned: bool


def read_measures(
    table: Table,
    number: int,
    frameworks: Sequence[Framework],
    names: AuthorityNames,
    around: Surroundings,
    document_id: str,
) -> MeasureTable | None:
    """The measures that a grid states for authorities or regions; None where it is no such grid.

    The measure is named by a column head, else by the caption or the heading above. `number` counts the paper's grids
    from 1. Fractions up to 1 in a grid of percentages are given as per cent.
    """
    for grid in (grid_of(table), grid_of(table, turned=True)):
        column = _body_column(grid, names)
        if column is not None:
            found = _of_grid(grid, column, table, number, frameworks, names, around, document_id)
            return MeasureTable(found, grid.turned) if found else None
    return None


def without_contradictions(measures: Iterable[StatedMeasure]) -> tuple[StatedMeasure, ...]:
    """The measures of one paper; those of one key that differ by more than their rounding are held."""
    out = tuple(measures)
    values: dict[tuple[str | int | None, ...], set[float]] = defaultdict(set)
    for one in out:
        if one.status == "accepted":
            values[_measure_key(one)].add(one.value)
    apart = {key: found for key, found in values.items() if max(found) - min(found) > _ROUNDED[_name_of(key)]}
    return tuple(_contradicted(one, apart.get(_measure_key(one), set())) for one in out)


def _measure_key(one: StatedMeasure) -> tuple[str | int | None, ...]:
    return one.measure, one.framework, one.subject.authority_code, one.subject.period_year


def _name_of(key: tuple[str | int | None, ...]) -> MeasureName:
    return "weighted_score" if key[0] == "weighted_score" else "percent_met_or_exceeded"


def _contradicted(one: StatedMeasure, values: set[float]) -> StatedMeasure:
    if one.status != "accepted" or not values:
        return one
    others = " and ".join(f"{value:g}" for value in sorted(values - {one.value}))
    return replace(one, status="review", reason=f"the paper contradicts itself: {one.value:g} here, {others} elsewhere")


def _body_column(grid: Grid, names: AuthorityNames) -> int | None:
    """The column in which authorities or regions run down."""
    for column in range(grid.width):
        named = sum(bool(_body(grid.text(row, column), names)) for row in range(grid.height))
        filled = sum(bool(grid.text(row, column)) for row in range(grid.height))
        if named >= _FEWEST_BODIES and named >= 0.6 * (filled - 1):
            return column
    return None


def _body(text: str, names: AuthorityNames) -> tuple[Authority | Region, ...]:
    found = names.named(text)
    region = names.region(text)
    return found or ((region,) if region else ())


def _of_grid(
    grid: Grid,
    body_column: int,
    table: Table,
    number: int,
    frameworks: Sequence[Framework],
    names: AuthorityNames,
    around: Surroundings,
    document_id: str,
) -> tuple[StatedMeasure, ...]:
    rows = [row for row in range(grid.height) if _body(grid.text(row, body_column), names)]
    found: list[StatedMeasure] = []
    for column in range(grid.width):
        head = grid.head(column, range(rows[0]))
        measure = _measure_of(head, around)
        if column == body_column or measure is None or _is_other(head):
            continue
        doubt = _head_doubt(head) or _purpose_doubt(head, measure, around)
        dating = _dating(head, around)
        framework = framework_of(frameworks, dating.period)
        cells = {row: cell for row in rows if (cell := grid.places[row][column]) and _VALUE.match(cell.text.strip())}
        if framework is None or len(cells) < 0.5 * len(rows):
            continue
        values = _scaled({row: float(_number(cell)) for row, cell in cells.items()}, measure, cells)
        for row, cell in cells.items():
            bodies = _body(grid.text(row, body_column), names)
            place = place_of(table, number, cell)
            text = grid.text(row, body_column)
            found.append(stated(measure, framework, bodies, text, dating, values[row], cell, place, document_id, doubt))
    return tuple(found)


def _measure_of(head: str, around: Surroundings) -> MeasureName | None:
    for text in (head, *around.captions, *around.headings[:1], *around.lead_in[:1]):
        if measure := measure_named(text):
            return measure
    return None


def _is_other(head: str) -> bool:
    """A rank, a change or a target beside the measure."""
    kinds = column_kinds(re.sub(r"(?i)weighted", " ", head))
    return bool(kinds & {"no_score", "number"}) and not measure_named(head)


def _head_doubt(head: str) -> str | None:
    """A column under the measure's caption must be headed by it or by a period; other words make it another figure."""
    rest = head
    for period in find_periods(head):
        rest = rest.replace(period.text, " ")
    if not rest.strip(" %/()-–"):
        return None if head.strip() else "the column has no head"
    if measure_named(head):
        return None
    unknown = not_understood(re.sub(r"(?i)weighted|%|per\s?cent(?:age)?|\bmean\b|\baverage\b", " ", rest))
    return f"the head '{head}' says more than is understood: '{unknown}'" if unknown else None


def _purpose_doubt(head: str, measure: MeasureName, around: Surroundings) -> str | None:
    """A caption of targets, of funding or of something else that was met is not that of the benchmarks' measure."""
    near = (head, *around.captions, *around.headings[:1], *around.lead_in[:1])
    text = next((text for text in near if measure_named(text) == measure), "")
    for said in (text, *around.captions, *around.headings[:1]):
        if match := OTHER_SUBJECT.search(said):
            return f"'{said.strip()[:80]}' says '{match.group()}'"
    told = (*near, *around.paper.titles) if measure_named(head) else near
    if measure == "percent_met_or_exceeded" and not any(_BENCHMARKS.search(said) for said in told):
        return f"'{text.strip()[:80]}' does not say that it is of benchmarks"
    return None


def _dating(head: str, around: Surroundings) -> Dating:
    period = read_period(head)
    if period is not None:
        return Dating(period, "stated", "the column's head", 1.0)
    if len({found.name for found in find_periods(head)}) > 1:
        return Dating(None, None, "the column's head", 0.0, f"the head '{head}' names several periods")
    return date_of(around)


def framework_of(frameworks: Sequence[Framework], period: Period | None) -> Framework | None:
    """The framework in use in the period; a figure without labels does not say of which set of benchmarks it is."""
    year = period.year if period else None
    in_use = [
        framework
        for framework in frameworks
        if not framework.dated
        and (year is None or ((framework.first_year or year) <= year <= (framework.last_year or year)))
    ]
    return in_use[0] if in_use else None


def _number(cell: Cell) -> str:
    match = _VALUE.match(cell.text.strip())
    return match["number"] if match else "nan"


def _scaled(values: dict[int, float], measure: MeasureName, cells: dict[int, Cell]) -> dict[int, float]:
    """Percentages from 0 to 100, also where the grid prints fractions of 1 without a per cent sign."""
    fractions = measure == "percent_met_or_exceeded" and max(values.values(), default=0) <= 1
    if fractions and not any("%" in cell.text for cell in cells.values()):
        return {row: round(value * 100, 6) for row, value in values.items()}
    return values


def place_of(table: Table, number: int, cell: Cell) -> Place:
    """Where a cell of the paper's table of that number stands."""
    page = cell.page if cell.page is not None else table.page
    return Place(table.method, page, cell.bbox, number, cell.row + 1, cell.column + 1)


def stated(
    measure: MeasureName,
    framework: Framework,
    bodies: tuple[Authority | Region, ...],
    text: str,
    dating: Dating,
    value: float,
    cell: Cell,
    place: Place,
    document_id: str,
    doubt: str | None,
) -> StatedMeasure:
    """A measure as judged: held for a doubt, rejected off its scale. `text` names the body as printed."""
    status, reason = _judged(measure, framework, bodies, text, dating, value, cell, doubt)
    body = bodies[0] if len(bodies) == 1 else None
    period = dating.period
    parts = (document_id, measure, place.page, place.table, place.row, place.column, text, cell.text)
    return StatedMeasure(
        measure_id=hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:24],
        measure=measure,
        framework=framework.id,
        subject=Subject(
            authority_code=body.code if body else None,
            authority=body.name if body else None,
            authority_text=text,
            period=period.name if period else None,
            period_year=period.year if period else None,
            period_basis=dating.basis,
        ),
        value=value,
        value_text=cell.text.strip(),
        place=place,
        confidence=round(0.98 * dating.confidence * cell.confidence, 3),
        status=status,
        reason=reason,
    )


def _judged(
    measure: MeasureName,
    framework: Framework,
    bodies: tuple[Authority | Region, ...],
    text: str,
    dating: Dating,
    value: float,
    cell: Cell,
    doubt: str | None,
) -> tuple[Status, str | None]:
    low, high = (framework.scale.lowest, framework.scale.highest) if measure == "weighted_score" else (0.0, 100.0)
    if not low <= value <= high:
        return "rejected", f"{value:g} is outside {low:g} to {high:g}"
    doubts = [
        f"'{text}' may be {' or '.join(sorted(body.name for body in bodies))}" if len(bodies) > 1 else None,
        doubt,
        dating.doubt,
        f"the cell is marked: {cell.remark}" if cell.remark else None,
        "the figure was read with little confidence" if cell.confidence < 0.8 else None,
    ]
    told = [doubt for doubt in doubts if doubt]
    return ("review", "; ".join(told)) if told else ("accepted", None)
