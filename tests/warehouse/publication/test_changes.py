import csv
from pathlib import Path
from typing import Any

import pytest

from tests.support.findings import CASTERFORD, catalogue, paper, score
from warehouse import Warehouse, load, publish
from warehouse.publication.changes import Comparison, compare, next_version
from warehouse.publication.datasets import Dataset
from warehouse.publication.errors import UnreadableRelease
from warehouse.publication.relations import Column, Relation

LAMPS = Dataset("lamps", "Lamps", ("street",), "count", unstable=("seen",))


def lamps(*rows: tuple[Any, ...], columns: str = "street VARCHAR, count DOUBLE, seen DATE") -> dict[str, Relation]:
    named = tuple(Column(*column.split()) for column in columns.split(", "))
    return {"lamps": Relation(LAMPS, "", named, rows)}


def told(comparison: Comparison) -> list[tuple[str, str, str, str, str]]:
    return [
        (change.change, change.record, change.column, change.old_value, change.new_value)
        for change in (*comparison.columns, *comparison.rows)
    ]


def test_rows_are_new_gone_or_different() -> None:
    before = lamps(("High St", 1.0, None), ("Mill Ln", 2.0, None))
    after = lamps(("High St", 3.0, None), ("Park Rd", 4.0, None))
    assert told(compare(before, after)) == [
        ("different", "street=High St", "count", "1.0", "3.0"),
        ("new", "street=Park Rd", "count", "", "4.0"),
        ("gone", "street=Mill Ln", "count", "2.0", ""),
    ]


def test_a_value_that_comes_or_goes_is_a_difference() -> None:
    comparison = compare(lamps(("High St", None, None)), lamps(("High St", 0.0, None)))
    assert told(comparison) == [("different", "street=High St", "count", "", "0.0")]


def test_what_only_tells_about_the_run_is_no_change() -> None:
    assert len(compare(lamps(("High St", 1.0, "2022-01-01")), lamps(("High St", 1.0, "2023-01-01")))) == 0


def test_rows_that_share_a_key_are_all_compared() -> None:
    before = lamps(("High St", 1.0, None), ("High St", 2.0, None))
    after = lamps(("High St", 1.0, None), ("High St", 3.0, None), ("High St", 4.0, None))
    assert told(compare(before, after)) == [
        ("different", "street=High St", "count", "2.0", "3.0"),
        ("new", "street=High St", "count", "", "4.0"),
    ]


def test_a_place_of_fixed_length_is_the_list_that_parquet_gives_back() -> None:
    columns = "street VARCHAR, count DOUBLE, box DOUBLE{}"
    before = lamps(("High St", 1.0, [1.0, 2.0]), columns=columns.format("[]"))
    after = lamps(("High St", 1.0, (1.0, 2.0)), columns=columns.format("[4]"))
    assert told(compare(before, after)) == []


@pytest.mark.parametrize(
    ("before", "after", "version"),
    [
        (lamps(("a", 1.0, None)), lamps(("a", 2.0, None)), "1.2.4"),
        (lamps(("a", 1.0, None)), lamps(("a", 1.0, None), ("b", 1.0, None)), "1.3.0"),
        (lamps(("a", 1.0, None), ("b", 1.0, None)), lamps(("a", 1.0, None)), "1.3.0"),
        (
            lamps(("a", 1.0, None)),
            lamps(("a", 1.0, None, "x"), columns="street VARCHAR, count DOUBLE, seen DATE, colour VARCHAR"),
            "1.3.0",
        ),
        (lamps(("a", 1.0, None)), lamps(("a", 1.0), columns="street VARCHAR, count DOUBLE"), "2.0.0"),
        (lamps(("a", 1.0, None)), lamps(("a", 1, None), columns="street VARCHAR, count INTEGER, seen DATE"), "2.0.0"),
        ({}, lamps(("a", 1.0, None)), "1.3.0"),
    ],
    ids=["value", "new row", "row gone", "new column", "column gone", "type", "new dataset"],
)
def test_the_version_follows_from_the_changes(
    before: dict[str, Relation], after: dict[str, Relation], version: str
) -> None:
    assert next_version("1.2.3", compare(before, after)) == version


def test_the_first_version_is_1_0_0() -> None:
    assert next_version(None, Comparison()) == "1.0.0"


def lines(release: Path) -> list[dict[str, str]]:
    with (release / "changes.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_changed_score_is_listed_with_both_values_and_all_that_follows_from_it(
    warehouse: Warehouse, out: Path
) -> None:
    load(warehouse, [paper("later", score(1, authority=CASTERFORD))], catalogue())
    publish(warehouse, out)
    load(warehouse, [paper("later", score(5, authority=CASTERFORD))], catalogue())
    changes = [
        (line["dataset"], line["column"], line["old_value"], line["new_value"])
        for line in lines(publish(warehouse, out).path)
        if line["authority"] == "Casterford Council" and line["period_year"] == "2022"
    ]
    assert ("scores", "score", "1.0", "5.0") in changes
    assert ("scores", "band", "not_met", "exceeded") in changes
    assert ("weighted_scores", "weighted_score", "1.0", "5.0") in changes
    assert ("met_or_exceeded", "percent_met_or_exceeded", "0.0", "100.0") in changes
    assert {line["change"] for line in lines(out / "latest")} == {"different"}


def test_the_first_list_of_changes_names_every_row_as_new(shared: Any) -> None:
    first = lines(shared.path)
    assert {line["change"] for line in first} == {"new"}
    assert sum(line["dataset"] == "scores" for line in first) == len(shared.views["scores"].rows)


def test_the_heatmap_restates_the_scores_and_is_not_listed_again(shared: Any) -> None:
    assert {line["dataset"] for line in lines(shared.path)}.isdisjoint({"heatmap", "review_queue"})


def test_a_broken_release_is_told_and_left_alone(warehouse: Warehouse, out: Path) -> None:
    broken = out / "releases" / "1.0.0" / "scores.parquet"
    broken.chmod(0o644)
    broken.write_bytes(b"no parquet")
    with pytest.raises(UnreadableRelease, match=r"scores\.parquet of the newest release cannot be read"):
        publish(warehouse, out)
    assert (out / "latest").resolve().name == "1.0.0"
