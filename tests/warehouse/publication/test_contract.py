"""The contract, clause by clause, in a warehouse and in each form in which it is published."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pyarrow
import pyarrow.parquet
import pytest

from tests.warehouse.contract import ITEMS, ONE_ROW_EACH, OTHER_FILES, PUBLISHED, VIEWS, WORDS, type_of
from tests.warehouse.publication.conftest import Shared
from transforms import load_catalogue
from warehouse import Warehouse

IN_PARQUET = {
    "VARCHAR": pyarrow.string(),
    "INTEGER": pyarrow.int32(),
    "DOUBLE": pyarrow.float64(),
    "DOUBLE[4]": pyarrow.list_(pyarrow.field("element", pyarrow.float64())),
    "DATE": pyarrow.date32(),
    "TIMESTAMP": pyarrow.timestamp("us"),
}
EXAMPLES = "the example papers"


@pytest.fixture(params=["small papers", EXAMPLES])
def release(request: pytest.FixtureRequest, shared: Shared) -> Path:
    """A release of papers that tests draw, and one of the example papers."""
    found: Path = request.getfixturevalue("example_release") if request.param == EXAMPLES else shared.path
    return found


def columns(connection: duckdb.DuckDBPyConnection, view: str) -> dict[str, str]:
    """The columns of a view with their types."""
    described = connection.execute(
        "select column_name, data_type from duckdb_columns() where schema_name = 'main' and table_name = ?", [view]
    )
    return dict(described.fetchall())


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_of_the_warehouse_has_the_columns_of_the_contract_in_their_types(
    warehouse: Warehouse, view: str
) -> None:
    promised = {column: type_of(column) for column in VIEWS[view]}
    assert promised.items() <= columns(warehouse.connection, view).items()


@pytest.mark.parametrize("view", VIEWS)
def test_the_analysts_copy_has_every_view_with_these_columns(release: Path, view: str) -> None:
    with duckdb.connect(str(release / "scorepack.duckdb"), read_only=True) as copy:
        assert {column: type_of(column) for column in VIEWS[view]}.items() <= columns(copy, view).items()


def test_a_release_holds_every_file_of_the_contract(release: Path) -> None:
    datasets = {f"{name}.{form}" for name in PUBLISHED for form in ("csv", "parquet")}
    assert datasets | set(OTHER_FILES) <= {file.name for file in release.iterdir()}
    assert (release.parents[1] / "latest" / "datapackage.json").samefile(release / "datapackage.json")


@pytest.mark.parametrize("dataset", [name for name in PUBLISHED if name in VIEWS])
def test_parquet_and_csv_have_the_columns_of_the_contract(release: Path, dataset: str) -> None:
    schema = pyarrow.parquet.read_schema(release / f"{dataset}.parquet")
    with (release / f"{dataset}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert header == schema.names
    for column in VIEWS[dataset]:
        assert schema.field(column).type == IN_PARQUET[type_of(column)], column


def test_the_heatmap_has_a_column_for_each_benchmark_in_its_order(example_release: Path) -> None:
    names = pyarrow.parquet.read_schema(example_release / "heatmap.parquet").names
    assert tuple(names[-10:]) == ITEMS["prevent-duty-2018"]


@pytest.mark.parametrize("view", ONE_ROW_EACH)
def test_there_is_one_row_for_each_key(release: Path, view: str) -> None:
    key = ONE_ROW_EACH[view]
    rows = records(release, view)
    assert [row for row, count in Counter(tuple(row[name] for name in key) for row in rows).items() if count > 1] == []
    assert rows


@pytest.mark.parametrize(("view", "column"), WORDS)
def test_a_column_of_words_holds_no_other_ones(release: Path, view: str, column: str) -> None:
    assert {row[column] for row in records(release, view)} <= WORDS[view, column]


def test_a_reason_stands_where_a_value_is_held_or_rejected_and_nowhere_else(release: Path) -> None:
    for row in records(release, "observations"):
        assert (row["status"] == "accepted") == (row["reason"] is None)


def test_confidence_pages_and_document_ids_are_what_they_should_be(release: Path) -> None:
    for row in records(release, "observations"):
        assert 0 <= row["confidence"] <= 1
        assert row["page"] is None or row["page"] >= 1
        assert len(row["document_id"]) == 64
        assert set(row["document_id"]) <= set("0123456789abcdef")


def test_scores_are_the_accepted_observations_and_every_one_is_counted(release: Path) -> None:
    seen = {row["observation_id"]: row for row in records(release, "observations")}
    for row in records(release, "scores"):
        taken = seen[row["observation_id"]]
        assert taken["status"] == "accepted"
        for column in ("framework", "authority_code", "period_year", "benchmark", "score", "band", "document_id"):
            assert taken[column] == row[column]
        key = [row[column] for column in ONE_ROW_EACH["scores"]]
        same = [
            other
            for other in seen.values()
            if other["status"] == "accepted" and [other[column] for column in ONE_ROW_EACH["scores"]] == key
        ]
        assert row["observed_count"] == len(same)


def test_derived_figures_follow_from_the_scores(release: Path) -> None:
    scores = records(release, "scores")
    for row in records(release, "weighted_scores"):
        own = [score["score"] for score in of(scores, row) if score["score"] is not None]
        assert row["benchmarks_scored"] == len(own)
        if row["weight_scheme"] == "equal":
            assert row["weighted_score"] == (pytest.approx(sum(own) / len(own)) if own else None)
    for row in records(release, "met_or_exceeded"):
        bands = Counter(score["band"] for score in of(scores, row))
        assert (row["met"], row["exceeded"], row["not_met"]) == (bands["met"], bands["exceeded"], bands["not_met"])
        share = 100 * (bands["met"] + bands["exceeded"]) / bands.total()
        assert row["percent_met_or_exceeded"] == pytest.approx(share)


def test_a_change_is_the_difference_of_two_scores(release: Path) -> None:
    rows = records(release, "year_on_year")
    keys = ("framework", "authority_code", "benchmark")
    scores = {tuple(row[name] for name in (*keys, "period_year")): row["score"] for row in rows}
    assert {"weighted_score"} < {row["benchmark"] for row in rows}
    for row in rows:
        if row["previous_score"] is not None:
            before = tuple(row[name] for name in keys)
            assert row["previous_score"] == scores[*before, row["period_year"] - 1]
        if row["change"] is not None:
            assert row["change"] == pytest.approx(row["score"] - row["previous_score"])


def test_the_frameworks_of_the_contract_come_with_the_program() -> None:
    catalogue = load_catalogue()
    for framework, items in ITEMS.items():
        assert tuple(item.id for item in catalogue.framework(framework).benchmarks) == items


def of(scores: list[dict[str, Any]], row: dict[str, Any]) -> list[dict[str, Any]]:
    """The scores of the authority and year of a row."""
    key = ("framework", "authority_code", "period_year")
    return [score for score in scores if all(score[name] == row[name] for name in key)]


def records(release: Path, view: str) -> list[dict[str, Any]]:
    """The rows of a view in the analysts' copy."""
    with duckdb.connect(str(release / "scorepack.duckdb"), read_only=True) as copy:
        answer = copy.execute(f"from {view}")
        names = [column[0] for column in answer.description or ()]
        return [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
