"""What is new, gone or different since the publication before, row by row, and the version that follows from it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import attrgetter
from pathlib import Path
from typing import Any, Literal, TypeAlias

import duckdb

from warehouse import sql
from warehouse.publication.datasets import Dataset
from warehouse.publication.errors import UnreadableRelease
from warehouse.publication.folder import version_of
from warehouse.publication.relations import Column, Relation, Row
from warehouse.publication.texts import cell_text

Kind: TypeAlias = Literal["new", "gone", "different"]
RowKey: TypeAlias = tuple[str, ...]

LABELS = ("framework", "authority_code", "authority", "period_year", "benchmark")
"""Columns that tell a reader what a row is about, where a dataset has them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of `changes.csv`. Where a whole column came or went, only `dataset`, `change` and `column` are filled.

    `record` holds those columns of the row's key that have no column here, as 'name=value'. For a row that is new or
    gone, `column` is the dataset's main figure. Values are texts as in the dataset's CSV file.
    """

    dataset: str
    change: Kind
    framework: str = ""
    authority_code: str = ""
    authority: str = ""
    period_year: str = ""
    benchmark: str = ""
    record: str = ""
    column: str = ""
    old_value: str = ""
    new_value: str = ""


COLUMNS = tuple(
    Column(field.name, "VARCHAR", comment)
    for field, comment in zip(
        fields(Change),
        (
            "name of the dataset",
            "'new', 'gone' or 'different'",
            "framework of the row, where the dataset has one",
            "GSS code of the authority of the row, where the dataset has one",
            "official name of that authority",
            "year in which the period of the row ends",
            "benchmark of the row",
            "what else tells the row from others, as name=value",
            "the column that differs; for a row that is new or gone, the main figure of the dataset; "
            "alone with the dataset where a whole column came or went",
            "value in the publication before; empty where there was none",
            "value in this publication; empty where there is none",
        ),
        strict=True,
    )
)
_cells = attrgetter(*(column.name for column in COLUMNS))
CHANGES = Dataset("changes", "Changes since the publication before", (), "new_value")


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences between two publications: of rows, and of columns (a type that changed counts as gone)."""

    rows: tuple[Change, ...] = ()
    columns: tuple[Change, ...] = ()

    def relation(self) -> Relation:
        """The content of `changes.csv`."""
        lines = tuple(tuple(value or None for value in _cells(change)) for change in (*self.columns, *self.rows))
        return Relation(
            CHANGES, "What differs from the publication before, one row for each difference.", COLUMNS, lines
        )

    def __len__(self) -> int:
        return len(self.columns) + len(self.rows)


def compare(before: Mapping[str, Relation], after: Mapping[str, Relation]) -> Comparison:
    """The differences of all datasets that do not only restate another one; `before` may lack datasets."""
    rows: list[Change] = []
    columns: list[Change] = []
    for name, relation in after.items():
        earlier = before.get(name) or Relation(relation.dataset, "", relation.columns, ())
        columns.extend(_column_changes(earlier, relation))
        if relation.dataset.restates is None and earlier.rows is not relation.rows:
            rows.extend(_row_changes(earlier, relation))
    return Comparison(tuple(rows), tuple(columns))


def next_version(latest: str | None, comparison: Comparison) -> str:
    """The first number rises when a column is gone or of another type, the second when rows or columns are new or
    rows are gone, the third when only values differ. The first version is 1.0.0.
    """
    found = version_of(latest) if latest is not None else None
    if found is None:
        return "1.0.0"
    major, minor, patch = found
    if any(change.change == "gone" for change in comparison.columns):
        return f"{major + 1}.0.0"
    if comparison.columns or any(change.change != "different" for change in comparison.rows):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}"


def read_release(
    connection: duckdb.DuckDBPyConnection, release: Path | None, now: Mapping[str, Relation]
) -> dict[str, Relation]:
    """The datasets of an earlier release by name, from its Parquet files; UnreadableRelease where one is broken.

    A dataset that the release does not have is left out: an older program published fewer. Most datasets are large
    and the same as before, which DuckDB sees a hundred times faster than Python: they get the very rows of `now`.
    """
    if release is None:
        return {}
    present = [name for name in now if (release / f"{name}.parquet").is_file()]
    return {name: _read(connection, now[name], release / f"{name}.parquet") for name in present}


def _read(connection: duckdb.DuckDBPyConnection, now: Relation, file: Path) -> Relation:
    parquet = {"file": str(file)}
    try:
        answer = connection.execute(sql.script("publication/read_parquet"), parquet)
        before = Relation(
            now.dataset, "", tuple(Column(name, str(type_)) for name, type_, *_ in answer.description), ()
        )
        if not any(_column_changes(before, now)) and before.names == now.names and not now.dataset.unstable:
            answer = connection.execute(sql.script("publication/differs"), {"name": now.dataset.name, **parquet})
            if not answer.fetchall():
                return replace(before, rows=now.rows)
            answer = connection.execute(sql.script("publication/read_parquet"), parquet)
        return replace(before, rows=tuple(answer.fetchall()))
    except duckdb.Error as error:
        raise UnreadableRelease(file, str(error).splitlines()[0]) from error


def _column_changes(before: Relation, after: Relation) -> Iterator[Change]:
    name = after.dataset.name
    old = {column.name: _stored_type(column) for column in before.columns}
    new = {column.name: _stored_type(column) for column in after.columns}
    for column in old:
        if column not in new:
            yield Change(name, "gone", column=column, old_value=old[column])
        elif old[column] != new[column]:
            yield Change(name, "gone", column=column, old_value=old[column], new_value=new[column])
    for column in new:
        if column not in old:
            yield Change(name, "new", column=column, new_value=new[column])


def _stored_type(column: Column) -> str:
    """The type as a Parquet file gives it back: it knows lists, and none of a fixed length."""
    head, bracket, _ = column.type.partition("[")
    return head + ("[]" if bracket else "")


def _row_changes(before: Relation, after: Relation) -> Iterator[Change]:
    old, new = _keyed(before), _keyed(after)
    places_before = {name: place for place, name in enumerate(before.names)}
    compared = [
        (name, places_before[name], place)
        for place, name in enumerate(after.names)
        if name in places_before and name not in after.dataset.unstable
    ]
    for key, row in new.items():
        earlier = old.get(key)
        if earlier is None:
            yield _change("new", after.dataset, after.record(row), after.dataset.figure, None, after.record(row))
        elif earlier != row:
            for name, was, now in compared:
                if earlier[was] != row[now] and cell_text(earlier[was]) != cell_text(row[now]):
                    yield _change(
                        "different", after.dataset, after.record(row), name, before.record(earlier), after.record(row)
                    )
    for key, row in old.items():
        if key not in new:
            yield _change("gone", after.dataset, before.record(row), after.dataset.figure, before.record(row), None)


def _keyed(relation: Relation) -> dict[RowKey, Row]:
    """The rows by key. Where several share one, their number among the equals is part of it: none is lost."""
    names = relation.names
    places = [names.index(name) if name in names else None for name in relation.dataset.key]
    seen: Counter[RowKey] = Counter()
    keyed: dict[RowKey, Row] = {}
    for row in relation.rows:
        key = tuple("" if place is None else cell_text(row[place]) for place in places)
        seen[key] += 1
        keyed[(*key, str(seen[key]))] = row
    return keyed


def _change(
    kind: Kind,
    dataset: Dataset,
    row: Mapping[str, Any],
    column: str,
    old: Mapping[str, Any] | None,
    new: Mapping[str, Any] | None,
) -> Change:
    return Change(
        dataset=dataset.name,
        change=kind,
        **{label: cell_text(row.get(label)) for label in LABELS},
        record=_record([name for name in dataset.key if name != dataset.figure], row),
        column=column,
        old_value=cell_text(old.get(column)) if old else "",
        new_value=cell_text(new.get(column)) if new else "",
    )


def _record(key: Sequence[str], row: Mapping[str, Any]) -> str:
    return "; ".join(f"{name}={cell_text(row.get(name))}" for name in key if name not in LABELS)
