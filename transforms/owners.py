"""Whose a figure is and of when, as far as the table itself says: heads, corner, section rows, cells of the row."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace

from transforms.authorities import AuthorityNames, Mention
from transforms.axes import Axis
from transforms.bodies import unknown_body
from transforms.catalogue import Authority
from transforms.columns import column_kinds, names_only, not_understood
from transforms.dating import LAST_YEAR
from transforms.labels import plain
from transforms.periods import Period, find_dates, find_month, periods_of_head, read_period, year_of_day

# A column of which this share names authorities or periods tells them for every row; where not, a person looks.
_OWNED = 0.3
_LAST_YEAR = re.compile(r"\b(?:last|previous|prior|preceding)\s+(?:financial\s+)?year\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose figure, and of when, as far as the table itself says. `doubts` are reasons for a person to look."""

    authority_text: str | None = None
    authorities: tuple[Authority, ...] = ()
    period: Period | None = None
    age: str | None = None  # 'previous', 'last year' or 'current' where the head says only that
    doubts: tuple[str, ...] = ()
    left_out: bool = False  # figures of a group of authorities, or aims: nobody's score


NOBODY = Owner()


def joined(owner: Owner, *others: Owner | None) -> Owner:
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


def with_doubts(owner: Owner, *doubts: str | None) -> Owner:
    """The owner with those of `doubts` that there are."""
    return replace(owner, doubts=(*owner.doubts, *(doubt for doubt in doubts if doubt)))


def owner_of_head(head: str, names: AuthorityNames) -> Owner:
    """What a column head says: 'Ashby / 2023', 'Previous score', '2021-22 score'."""
    authority_text, authorities = None, tuple[Authority, ...]()
    rest = head
    for part in head.split(" / "):
        if found := names.named(part):
            authority_text, authorities, rest = part, found, rest.replace(part, " ", 1)
        elif mention := _single_mention(part, names):
            authority_text, authorities, rest = part, mention.candidates, rest.replace(mention.text, " ", 1)
    periods = {period.name: period for period in periods_of_head(head)}
    if not periods and (of_day := year_of_day(head)):
        periods = {of_day.name: of_day}
    for period in periods.values():
        rest = rest.replace(period.text, " ")
    kinds = column_kinds(head)
    age = _age_of(head, kinds)
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


def _age_of(head: str, kinds: Collection[str]) -> str | None:
    if "previous" in kinds:
        return LAST_YEAR if _LAST_YEAR.search(head) else "previous"
    return "current" if "current" in kinds else None


def _single_mention(part: str, names: AuthorityNames) -> Mention | None:
    mentions = names.mentioned(part)
    return mentions[0] if len(mentions) == 1 and not column_kinds(part) & {"summary"} else None


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


def corner_owner(axis: Axis, label_column: int, names: AuthorityNames) -> Owner | None:
    """Whose or of when a block of the table is by the head of its labels: 'Brackford', 'Benchmarks 2021/22'."""
    head = axis.grid.head(label_column, range(axis.first_row))
    owner = owner_of_head(head, names)
    if owner.authorities or owner.period:
        return owner
    body = unknown_body([head], names)
    return Owner(doubts=(f"the labels are headed '{body}', which is in no register",)) if body else None


def row_owners(
    axis: Axis, label_column: int, columns: list[int], rows: list[int], names: AuthorityNames
) -> dict[int, dict[int, Owner]]:
    """Columns whose cells name, row by row, an authority or a period (the long form of a table)."""
    found: dict[int, dict[int, Owner]] = {}
    for column in columns:
        if axis.grid.places[rows[0]][column] is axis.grid.places[rows[0]][label_column]:
            continue
        if column_kinds(axis.grid.head(column, range(axis.first_row))) & {"no_score"}:
            continue  # who leads on a benchmark and when it is due is not whose score it is
        if any((row, column) in axis.figures for row in rows):
            continue  # '(2021: 3)' is a part of a cell of scores
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


def sections_of(axis: Axis, label_column: int, rows: list[int], names: AuthorityNames) -> dict[int, Owner]:
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


def second_heads(axis: Axis, label_column: int, column: int, rows: list[int]) -> dict[int, Owner]:
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


def told_twice(axis: Axis, label_column: int, rows: list[int]) -> dict[int, Owner]:
    """Rows of one benchmark under different labels ('Training - staff', 'Training - members') are parts of it."""
    labels: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        labels[axis.matches[row, label_column].benchmark.id].add(plain(axis.grid.text(row, label_column)))
    return {
        row: Owner(doubts=(f"several labels of the table mean '{match.benchmark.name}'",))
        for row in rows
        if len(labels[(match := axis.matches[row, label_column]).benchmark.id]) > 1
    }


def aside(axis: Axis, row: int, columns: list[int]) -> Owner | None:
    """What a cell beside the figure says of the whole row: 'Target', 'Self-assessment', 'Regional average'."""
    for column in columns:
        text = axis.grid.text(row, column)
        for kind in ("aim", "summary", "self_assessed"):
            if names_only(text, kind):
                return Owner(doubts=(f"the row is marked '{text}'",))
    return None
