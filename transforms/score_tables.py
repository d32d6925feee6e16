"""Is this grid a score table, which way do the benchmarks run, and what does each value belong to?

A score table is known by its labels: enough items of one framework stand along one side. The grid is then turned so
that they run down, every other column is understood by its head, and the values are read off.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from extractors.document import Cell, Table
from transforms.authorities import AuthorityNames, Mention
from transforms.catalogue import Authority, Benchmark, Framework
from transforms.columns import ColumnKind, column_kinds, is_of_columns, names_only, not_understood, without_scale
from transforms.grid import Grid, grid_of
from transforms.labels import LabelMatch, Labels, plain
from transforms.periods import Period, find_dates, find_month, find_periods, read_period
from transforms.scores import ScoreReading, read_score

# At least this share of a framework's items makes a score table; fewer make a doubtful one.
_ENOUGH = 0.5
# Labels of no item, against labels of one: above this the table is about something else.
_FOREIGN = 0.25
# Of a column's figures, this share off the scale makes the others doubtful.
_MUCH_OFF_SCALE = 0.4
# A column of which this share names authorities or periods tells them for every row; where not, a person looks.
_OWNED = 0.3
_SCALE_IN_HEAD = re.compile(
    r"(?<!\d)/\s*(\d{1,3})\b|\bout of\s+(\d{1,3})\b|\b[01]\s*(?:-|–|to)\s*(\d{1,3})\b", re.IGNORECASE
)
_RISK_GRADES = frozenset({"very low", "low", "medium", "high", "very high", "l", "m", "h"})
# Figures without a head that only rise over so many values look like numbers or pages.
_RISING_STEPS = 4


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose figure, and of when, as far as the table itself says. `doubts` are reasons for a person to look."""

    authority_text: str | None = None
    authorities: tuple[Authority, ...] = ()
    period: Period | None = None
    age: str | None = None  # 'previous' or 'current' where the head says only that
    doubts: tuple[str, ...] = ()
    left_out: bool = False  # figures of a group of authorities, or aims: nobody's score


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
class Oddity:
    """Something inside a score table that was not turned into a value: a notice's kind and text."""

    kind: str
    text: str


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
    """Why a grid is no score table."""

    reason: str


@dataclass(slots=True)
class _Axis:
    """The benchmarks found down the columns of a grid."""

    labels: Labels
    grid: Grid
    columns: tuple[int, ...]
    matches: dict[tuple[int, int], LabelMatch]
    foreign: list[str] = field(default_factory=list)

    @property
    def items(self) -> set[str]:
        return {match.benchmark.id for match in self.matches.values()}

    @property
    def proving(self) -> set[str]:
        return {match.benchmark.id for match in self.matches.values() if match.exact and not match.benchmark.generic}

    @property
    def first_row(self) -> int:
        return min(row for row, _ in self.matches)

    @property
    def strength(self) -> tuple[int, int, int]:
        exact = {match.benchmark.id for match in self.matches.values() if match.exact}
        return (len(exact), -len(self.foreign), -len(self.matches))


def understand(table: Table, frameworks: Sequence[Labels], names: AuthorityNames) -> ScoreTable | NoScoreTable:
    """The score table that `table` is, or why it is none. `frameworks` are those that the paper can be about."""
    axes = [
        axis
        for labels in frameworks
        for grid in (grid_of(table), grid_of(table, turned=True))
        if (axis := _axis(grid, labels, names)) is not None
    ]
    if not axes:
        return NoScoreTable("fewer than two labels of any framework stand along one side")
    axis = max(axes, key=lambda found: found.strength)
    refusal = _refusal(axis)
    if refusal:
        return NoScoreTable(refusal)
    cells, oddities = _values(axis, names)
    if not cells:
        return NoScoreTable(f"labels of {axis.labels.framework.id} stand in it, but no column of scores")
    return ScoreTable(axis.labels.framework, axis.grid.turned, cells, oddities, _titles(axis))


def too_few(tables: Sequence[ScoreTable]) -> str | None:
    """Why the score tables of one framework in one paper do not show enough of its benchmarks to be sure; None where they do."""
    framework = tables[0].framework
    count = len({cell.benchmark.id for table in tables for cell in table.cells})
    if count < ceil(_ENOUGH * len(framework.benchmarks)):
        return f"only {count} of the {len(framework.benchmarks)} benchmarks of {framework.id} stand in the paper's tables"
    return None


def _axis(grid: Grid, labels: Labels, names: AuthorityNames) -> _Axis | None:
    """The columns of `grid` in which benchmarks run down: the best one, and others that continue it side by side."""
    by_column: dict[int, dict[int, LabelMatch]] = {}
    for column in range(grid.width):
        found = {row: match for row in range(grid.height) if (match := labels.match(grid.text(row, column)))}
        if len({match.benchmark.id for match in found.values()}) >= 2:
            by_column[column] = found
    if not by_column:
        return None
    ranked = sorted(by_column, key=lambda column: (-len({m.benchmark.id for m in by_column[column].values() if m.exact}), column))
    chosen, seen = [], set[str]()
    for column in ranked:
        items = {match.benchmark.id for match in by_column[column].values()}
        if not items & seen:
            chosen.append(column)
            seen |= items
    matches = {(row, column): match for column in chosen for row, match in by_column[column].items()}
    axis = _Axis(labels, grid, tuple(sorted(chosen)), matches)
    axis.foreign = _foreign_labels(axis, names)
    return axis


def _foreign_labels(axis: _Axis, names: AuthorityNames) -> list[str]:
    """Labels beside or between the benchmarks that belong to no item and are no section, summary or number."""
    foreign = []
    for column in axis.columns:
        for row in range(axis.first_row, axis.grid.height):
            text = axis.grid.text(row, column)
            if text and (row, column) not in axis.matches and not _is_bystander(axis.grid, row, column, text, names):
                foreign.append(text)
    return foreign


def _is_bystander(grid: Grid, row: int, column: int, text: str, names: AuthorityNames) -> bool:
    return bool(
        text.replace(".", "").isdigit()
        or column_kinds(text) & {"summary"}
        or is_of_columns(text)
        or names.named(text)
        or read_period(text)
        or grid.section(row, column)
    )


def _refusal(axis: _Axis) -> str | None:
    framework = axis.labels.framework
    count, foreign = len(axis.items), len(axis.foreign)
    wanted = min(2, sum(not item.generic for item in framework.benchmarks))
    if len(axis.proving) < wanted:
        return f"only general labels of {framework.id} stand in it: {', '.join(sorted(axis.items))}"
    if foreign > _FOREIGN * (count + foreign):
        return f"{foreign} of {count + foreign} labels belong to no item of {framework.id}: {'; '.join(axis.foreign[:4])}"
    return None


def _titles(axis: _Axis) -> tuple[str, ...]:
    """Headings inside the grid: texts that stand alone above the benchmarks (or before them, where it is turned)."""
    grid = axis.grid
    above = [text for row in range(axis.first_row) for column in axis.columns if (text := grid.section(row, column))]
    beside = [
        grid.text(axis.first_row, column)
        for column in range(min(axis.columns))
        if len({id(grid.places[row][column]) for row, _ in axis.matches}) == 1
    ]
    return tuple(dict.fromkeys(text for text in [*above, *beside] if text))


# ---------------------------------------------------------------------------------------- columns


def _values(axis: _Axis, names: AuthorityNames) -> tuple[tuple[ScoreCell, ...], tuple[Oddity, ...]]:
    cells: list[ScoreCell] = []
    oddities = [Oddity("unknown_label", _unknown_label(axis.labels, text)) for text in axis.foreign]
    for label_column, columns in _territories(axis):
        rows = [row for row, column in axis.matches if column == label_column]
        stubs = _row_owners(axis, label_column, columns, rows, names)
        sections = _sections(axis, label_column, rows, names)
        asides = {row: _aside(axis, row, columns) for row in rows}
        for column, owner in _value_columns(axis, label_column, [c for c in columns if c not in stubs], rows, names, oddities):
            twice = _told_twice(axis, label_column, rows)
            corner = _corner_owner(axis, label_column, names)
            again = _second_heads(axis, label_column, column, rows)
            for row in rows:
                beside = (stub.get(row) for stub in stubs.values())
                full = _joined(owner, twice.get(row), asides[row], sections.get(row), *beside, corner, again.get(row))
                found = None if full.left_out else _cell(axis, row, label_column, column, full, oddities)
                if found is not None:
                    cells.append(found)
    return tuple(cells), tuple(oddities)


def _territories(axis: _Axis) -> list[tuple[int, list[int]]]:
    """Each label column with the columns that belong to it: those on its right up to the next, and the first's left."""
    edges = [*axis.columns[1:], axis.grid.width]
    out = []
    for at, (column, end) in enumerate(zip(axis.columns, edges, strict=True)):
        left = list(range(column)) if at == 0 else []
        out.append((column, [*left, *range(column + 1, end)]))
    return out


def _row_owners(
    axis: _Axis, label_column: int, columns: list[int], rows: list[int], names: AuthorityNames
) -> dict[int, dict[int, Owner]]:
    """Columns whose cells name, row by row, an authority or a period (the long form of a table)."""
    found: dict[int, dict[int, Owner]] = {}
    for column in columns:
        if axis.grid.places[rows[0]][column] is axis.grid.places[rows[0]][label_column]:
            continue
        if column_kinds(axis.grid.head(column, range(axis.first_row))) & {"no_score"}:
            continue  # who leads on a benchmark and when it is due is not whose score it is
        owners = {row: owner for row in rows if (owner := _owner_of_cell(axis.grid.text(row, column), names))}
        filled = sum(bool(axis.grid.text(row, column)) for row in rows)
        if filled and len(owners) >= _OWNED * filled:
            what = "authority" if any(owner.authority_text for owner in owners.values()) else "period"
            found[column] = {row: owners.get(row) or _unnamed(axis.grid.text(row, column), what, names) for row in rows}
    return found


def _unnamed(text: str, what: str, names: AuthorityNames) -> Owner:
    """Whose figures stand in a row whose cell for the authority or period names none."""
    if not text:
        return Owner(doubts=(f"the cell that should name the {what} is empty",))
    if names.region(text) or column_kinds(text) & {"summary"}:
        return Owner(left_out=True)
    return Owner(authority_text=text if what == "authority" else None, doubts=(f"'{text}' is no {what} that is known",))


def _corner_owner(axis: _Axis, label_column: int, names: AuthorityNames) -> Owner | None:
    """Whose or of when a block of the table is by the head of its labels: 'Brackford', 'Benchmarks 2021/22'."""
    owner = _owner_of_head(axis.grid.head(label_column, range(axis.first_row)), names)
    return owner if owner.authorities or owner.period else None


def _second_heads(axis: _Axis, label_column: int, column: int, rows: list[int]) -> dict[int, Owner]:
    """Rows below a second head inside the grid that says something else than the first: two tables that were joined."""
    found: dict[int, Owner] = {}
    first, latest = axis.grid.head(column, range(axis.first_row)), ""
    for row in range(axis.first_row, axis.grid.height):
        label, text = axis.grid.text(row, label_column), axis.grid.text(row, column)
        if row in rows:
            if latest:
                found[row] = Owner(doubts=(f"a second head '{latest}' stands above the row",))
        elif names_only(label, "number") or (label and label == axis.grid.head(label_column, range(axis.first_row))):
            latest = text if text != first else ""
    return found


def _told_twice(axis: _Axis, label_column: int, rows: list[int]) -> dict[int, Owner]:
    """Rows of one benchmark under different labels ('Training - staff', 'Training - members') are parts of it."""
    labels: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        labels[axis.matches[row, label_column].benchmark.id].add(plain(axis.grid.text(row, label_column)))
    return {
        row: Owner(doubts=(f"several labels of the table mean '{match.benchmark.name}'",))
        for row in rows
        if len(labels[(match := axis.matches[row, label_column]).benchmark.id]) > 1
    }


def _aside(axis: _Axis, row: int, columns: list[int]) -> Owner | None:
    """What a cell beside the figure says of the whole row: 'Target', 'Self-assessment', 'Regional average'."""
    for column in columns:
        text = axis.grid.text(row, column)
        for kind in ("aim", "summary", "self_assessed"):
            if names_only(text, kind):
                return Owner(doubts=(f"the row is marked '{text}'",))
    return None


def _owner_of_cell(text: str, names: AuthorityNames) -> Owner | None:
    if authorities := names.named(text):
        return Owner(authority_text=text, authorities=authorities)
    if (period := read_period(text)) and not not_understood(text.replace(period.text, " ")):
        return Owner(period=period)
    if not text[:1].isdigit():
        for age in ("previous", "current"):
            if names_only(text, age):
                return Owner(age=age)
    return None


def _sections(axis: _Axis, label_column: int, rows: list[int], names: AuthorityNames) -> dict[int, Owner]:
    """What the section row above each benchmark row says of authority or period."""
    found: dict[int, Owner] = {}
    latest: Owner | None = None
    for row in range(axis.grid.height):
        if row in rows:
            if latest is not None:
                found[row] = latest
        elif text := axis.grid.section(row, label_column):
            latest = _owner_of_section(text, latest, names)
    return found


def _owner_of_section(text: str, before: Owner | None, names: AuthorityNames) -> Owner | None:
    """Whose figures stand under a section row: one that names nobody after one that did leaves that open."""
    if owner := _owner_of_cell(text, names):
        return owner
    if names.region(text) or names_only(text, "aim") or column_kinds(text) & {"summary"}:
        return Owner(left_out=True)
    if before is None:
        return None
    whose = text if before.authority_text else None
    return Owner(authority_text=whose, doubts=(f"the rows stand under '{text}', which names no authority or period",))


def _value_columns(
    axis: _Axis, label_column: int, columns: list[int], rows: list[int], names: AuthorityNames, oddities: list[Oddity]
) -> list[tuple[int, Owner]]:
    """The columns that hold scores, with what their heads say."""
    highest = axis.labels.framework.scale.highest
    heads = {column: without_scale(axis.grid.head(column, range(axis.first_row)), highest) for column in columns}
    spoken = {column: _owner_of_head(head, names) for column, head in heads.items()}
    by_authority = any(owner.authorities for owner in spoken.values()) or _corner_says_authority(axis, label_column)
    chosen: list[tuple[int, Owner]] = []
    blank: list[tuple[int, Owner]] = []
    doubts = (_risk_column(axis, columns, rows, heads), _corner_counts(axis, label_column))
    for column in columns:
        head, owner, kinds = heads[column], spoken[column], column_kinds(heads[column])
        readings = _readings(axis, column, rows)
        if _is_number_column(axis, column, label_column, rows, head):
            continue
        if not _has_values(readings):
            if kinds & {"score", "current", "previous"} and not kinds & {"no_score", "summary"}:
                oddities.append(Oddity("unread_column", _unread_column(axis, column, rows, head)))
            continue
        if owner.left_out:
            continue
        lost = _lost_head(axis, column, columns, heads, spoken)
        owner = _with_doubts(owner, *doubts, _other_scale(head, highest), _off_scale_doubt(readings), lost)
        if owner.authorities or owner.period:
            if not kinds & {"no_score", "summary"}:
                chosen.append((column, _with_doubts(owner, _own_view(head, kinds))))
        elif kinds & {"no_score", "summary"}:
            continue
        elif "self_assessed" in kinds:
            chosen.append((column, _with_doubts(owner, _own_view(head, kinds))))
        elif kinds & {"score", "previous", "current"}:
            chosen.append((column, owner))
        elif not head:
            blank.append((column, _with_doubts(owner, _rising(readings))))
        elif _mostly_scores(readings):
            chosen.append((column, _joined(_unknown_head(head, by_authority, names, oddities), owner)))
    if not chosen and len(blank) == 1 and _mostly_scores(_readings(axis, blank[0][0], rows)):
        chosen = blank
    elif not chosen and blank:
        chosen = [(column, _with_doubt(owner, "several columns of figures stand without a head")) for column, owner in blank]
    return _without_rivals(_without_own_view(chosen, heads), heads, axis, rows)


def _without_own_view(chosen: list[tuple[int, Owner]], heads: dict[int, str]) -> list[tuple[int, Owner]]:
    """Where an authority's own view stands beside the settled score, only the settled score counts."""
    settled = [(column, owner) for column, owner in chosen if "self_assessed" not in column_kinds(heads[column])]
    return settled or chosen


def _owner_of_head(head: str, names: AuthorityNames) -> Owner:
    """What a column head says: 'Ashby / 2023', 'Previous score', '2021-22 score'."""
    authority_text, authorities = None, tuple[Authority, ...]()
    rest = head
    for part in head.split(" / "):
        if found := names.named(part):
            authority_text, authorities, rest = part, found, rest.replace(part, " ", 1)
        elif mention := _single_mention(part, names):
            authority_text, authorities, rest = part, mention.candidates, rest.replace(mention.text, " ", 1)
    periods = {period.name: period for period in find_periods(head)}
    for period in periods.values():
        rest = rest.replace(period.text, " ")
    kinds = column_kinds(head)
    age = next((age for age in ("previous", "current") if age in kinds), None)
    if len(periods) > 1:
        return Owner(authority_text, authorities, None, age, (f"the head '{head}' names several periods",))
    if not periods and (day := next(iter(find_dates(head)), None) or find_month(head)):
        period = Period(str(day.year), day.year, head)
        doubt = f"the head '{head}' gives a day or month, not a period"
        return Owner(authority_text, authorities, period, age, (doubt,))
    unknown = not_understood(rest)
    if unknown and names.region(unknown):
        return Owner(left_out=True)
    says_more = bool(unknown) and bool(authorities or periods or kinds & {"score", "previous", "current"})
    doubts = (f"the head '{head}' says more than is understood: '{unknown}'",) if says_more else ()
    return Owner(authority_text, authorities, next(iter(periods.values()), None), age, doubts)


def _single_mention(part: str, names: AuthorityNames) -> Mention | None:
    mentions = names.mentioned(part)
    return mentions[0] if len(mentions) == 1 and not column_kinds(part) & {"summary"} else None


def _own_view(head: str, kinds: frozenset[ColumnKind]) -> str | None:
    return f"the column is headed '{head}': not a settled score" if "self_assessed" in kinds else None


def _risk_column(axis: _Axis, columns: list[int], rows: list[int], heads: dict[int, str]) -> str | None:
    """Why no column beside one of likelihoods or impacts holds a benchmark's score; else None."""
    for column in columns:
        texts = [text.casefold() for row in rows if (text := axis.grid.text(row, column))]
        graded = sum(text.isdigit() or text in _RISK_GRADES for text in texts)
        if "risk" in column_kinds(heads[column]) and texts and graded >= 0.5 * len(texts):
            return f"a column '{heads[column]}' stands beside: these may be scores of risks"
    return None


def _other_scale(head: str, highest: float) -> str | None:
    """A head that tells another scale than the framework's: 'Score (/10)'."""
    match = _SCALE_IN_HEAD.search(head)
    told = match and next(top for top in match.groups() if top)
    return f"the head '{head}' tells a scale up to {told}, not {highest:g}" if told and float(told) != highest else None


def _corner_counts(axis: _Axis, label_column: int) -> str | None:
    """A table whose labels are called measures or activities counts them."""
    for row in range(axis.first_row):
        if names_only(text := axis.grid.text(row, label_column), "counted"):
            return f"the labels are headed '{text}', not as benchmarks"
    return None


def _off_scale_doubt(readings: list[ScoreReading]) -> str | None:
    """Where many figures of a column are off the scale, the others are of another scale too."""
    filled = [reading for reading in readings if reading.outcome not in {"blank", "not_assessed"}]
    off = sum(reading.outcome == "off_scale" for reading in filled)
    many = off >= 2 and off >= _MUCH_OFF_SCALE * len(filled)
    return f"{off} of the column's {len(filled)} figures are off the scale: it may be another one" if many else None


def _lost_head(
    axis: _Axis, column: int, columns: list[int], heads: dict[int, str], spoken: dict[int, Owner]
) -> str | None:
    """Where a head stands above some columns and not this one: a merged head whose reach was lost."""
    for row in range(axis.first_row):
        if axis.grid.text(row, column) or axis.grid.spans_all(row) or not heads[column]:
            continue
        for other in columns:
            told = axis.grid.text(row, other)
            shared = told and heads[other] != told and heads[other].startswith(told)
            named = spoken[other].authorities and not spoken[column].authorities
            dated = spoken[other].period and not spoken[column].period
            if shared and (named or dated):
                return f"the head '{told}' stands beside this column, not above it"
    return None


def _rising(readings: list[ScoreReading]) -> str | None:
    """Figures without a head that only rise are rather numbers or pages of the benchmarks than scores."""
    figures = [reading.score for reading in readings if reading.score is not None]
    rises = figures == sorted(figures) and len(set(figures)) >= _RISING_STEPS
    return "the column has no head and its figures only rise, like numbers or pages" if rises else None


def _without_rivals(
    chosen: list[tuple[int, Owner]], heads: dict[int, str], axis: _Axis, rows: list[int]
) -> list[tuple[int, Owner]]:
    """Where several columns with different figures claim to be the same score, a person decides about all of them."""
    out = []
    for column, owner in chosen:
        rivals = [
            heads[other] or "without a head"
            for other, others in chosen
            if other != column
            and (others.authority_text, others.period, others.age) == (owner.authority_text, owner.period, owner.age)
            and not _agree(_readings(axis, column, rows), _readings(axis, other, rows))
        ]
        doubt = f"another column ('{rivals[0]}') may be the score as well" if rivals else None
        out.append((column, _with_doubts(owner, doubt)))
    return out


def _agree(some: list[ScoreReading], others: list[ScoreReading]) -> bool:
    """Whether two columns say the same, one of them perhaps in words: '4' and 'Exceeded'."""
    return all(
        one.band == other.band and (one.score == other.score or None in (one.score, other.score))
        for one, other in zip(some, others, strict=True)
    )


def _corner_says_authority(axis: _Axis, label_column: int) -> bool:
    return any(
        names_only(axis.grid.text(row, label_column), "authority") for row in range(axis.first_row) if axis.grid.text(row, label_column)
    )


def _unknown_head(head: str, by_authority: bool, names: AuthorityNames, oddities: list[Oddity]) -> Owner:
    if by_authority:
        near = names.nearest(head)
        hint = f"; nearest is {near}" if near else ""
        oddities.append(Oddity("unknown_authority", f"'{head}' is no authority of the register{hint}."))
        return Owner(authority_text=head, doubts=(f"'{head}' is no authority of the register{hint}",))
    return Owner(doubts=(f"the column is headed '{head}', which does not say that it holds scores",))


def _readings(axis: _Axis, column: int, rows: list[int]) -> list[ScoreReading]:
    return [read_score(axis.grid.text(row, column), axis.labels.framework) for row in rows]


def _has_values(readings: list[ScoreReading]) -> bool:
    """Whether a column is one of values: at least half of what stands in it, not counting what was not assessed."""
    filled = [reading for reading in readings if reading.outcome not in {"blank", "not_assessed"}]
    return bool(filled) and sum(reading.outcome != "no_score" for reading in filled) >= 0.5 * len(filled)


def _unread_column(axis: _Axis, column: int, rows: list[int], head: str) -> str:
    texts = dict.fromkeys(text for row in rows if (text := axis.grid.text(row, column)))
    shown = ", ".join(repr(text[:30]) for text in list(texts)[:4])
    return f"The column '{head}' stands beside the benchmarks but holds no figure or word of the scale: {shown or 'nothing'}."


def _mostly_scores(readings: list[ScoreReading]) -> bool:
    filled = [reading for reading in readings if reading.outcome != "blank"]
    good = sum(reading.outcome in {"score", "band", "not_assessed"} for reading in filled)
    return bool(filled) and good >= 0.8 * len(filled)


def _is_number_column(axis: _Axis, column: int, label_column: int, rows: list[int], head: str) -> bool:
    """A column that only numbers the rows: left of the labels or headed 'No.', holding the items' numbers or 1, 2, 3 ..."""
    if head and not names_only(head, "number") and column > label_column:
        return False
    printed = [axis.grid.text(row, column).rstrip(".)") for row in rows]
    own = [str(axis.matches[row, label_column].benchmark.number) for row in rows]
    counted = [str(number) for number in range(1, len(rows) + 1)]
    return len(rows) > 1 and printed in (own, counted) and (column < label_column or bool(head))


def _cell(axis: _Axis, row: int, label_column: int, column: int, owner: Owner, oddities: list[Oddity]) -> ScoreCell | None:
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
        owner = _with_doubt(owner, "one merged cell stands for several benchmarks")
    return ScoreCell(match.benchmark, axis.grid.text(row, label_column), match.exact, cell, reading, owner)


def _covers_other_benchmarks(axis: _Axis, row: int, label_column: int, column: int) -> bool:
    cell = axis.grid.places[row][column]
    covered = {
        match.benchmark.id
        for (other, at), match in axis.matches.items()
        if at == label_column and axis.grid.places[other][column] is cell
    }
    return len(covered) > 1


def _with_doubts(owner: Owner, *doubts: str | None) -> Owner:
    for doubt in doubts:
        owner = _with_doubt(owner, doubt) if doubt else owner
    return owner


def _joined(owner: Owner, *others: Owner | None) -> Owner:
    """What head, section row and row say together; the column's head wins over the others."""
    for other in others:
        if other is None:
            continue
        owner = Owner(
            owner.authority_text or other.authority_text,
            owner.authorities or other.authorities,
            owner.period or other.period,
            owner.age or other.age,
            (*owner.doubts, *other.doubts),
            owner.left_out or other.left_out,
        )
    return owner


def _with_doubt(owner: Owner, doubt: str) -> Owner:
    return replace(owner, doubts=(*owner.doubts, doubt))


def _unknown_label(labels: Labels, text: str) -> str:
    near = labels.nearest(text)
    hint = f" Nearest: {', '.join(f'{item.id} ({item.name!r})' for item in near)}." if near else ""
    return f"'{text}' stands among the benchmarks and is no item of {labels.framework.id}.{hint}"
