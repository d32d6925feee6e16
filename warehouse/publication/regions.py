"""The datasets of one region alone, so that a page of a region is made as that of all of them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, TypeAlias

from warehouse.publication.sections import Tables

Record: TypeAlias = dict[str, Any]

PARTED = ("scores", "weighted_scores", "met_or_exceeded", "year_on_year", "profiles", "coverage", "authorities")
"""The datasets whose rows name their region."""


def regions(tables: Tables) -> Iterator[tuple[str, Tables]]:
    """Each region with an accepted score, by name, with the rows that are about it."""
    parted = {name: _by(tables[name], "region") for name in PARTED}
    codes = {row["authority_code"]: row["region"] for row in tables["authorities"]}
    bodied = {name: _by(tables[name], "authority_code", codes) for name in ("observations", "review_queue")}
    for region in sorted(parted["scores"]):
        own = {name: rows.get(region, []) for name, rows in (parted | bodied).items()}
        yield region, {**tables, **own}


def _by(rows: list[Record], column: str, instead: dict[str, str] | None = None) -> dict[str, list[Record]]:
    """The rows by the value of a column, or by what stands for that value."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for row in rows:
        value = instead.get(row[column]) if instead is not None else row[column]
        if value is not None:
            found[value].append(row)
    return dict(found)
