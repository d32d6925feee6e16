from datetime import UTC, datetime
from pathlib import Path

from tests.support.findings import AMBRIDGE, CASTERFORD, catalogue, paper, score
from tests.warehouse.publication.conftest import some_papers
from warehouse import Publication, Warehouse, load, open_warehouse, publish

DATASETS = (
    "scores",
    "weighted_scores",
    "met_or_exceeded",
    "year_on_year",
    "heatmap",
    "observations",
    "recommendations",
)


def files_of(release: Path) -> list[Path]:
    return [file for file in release.rglob("*") if file.is_file()]


def test_the_first_publication_is_1_0_0_and_holds_every_file_of_the_contract(
    warehouse: Warehouse, tmp_path: Path
) -> None:
    first = publish(warehouse, tmp_path / "not" / "there" / "yet")
    assert (first.version, first.changed) == ("1.0.0", True)
    assert first.path == tmp_path / "not" / "there" / "yet" / "releases" / "1.0.0"
    assert first.changes == len((first.path / "changes.csv").read_text().splitlines()) - 1
    names = {file.name for file in first.path.iterdir()}
    for dataset in DATASETS:
        assert {f"{dataset}.csv", f"{dataset}.parquet"} <= names
    assert {"comparison.xlsx", "datapackage.json", "index.html", "changes.csv", "scorepack.duckdb"} <= names
    assert not {name for name in names if name.endswith(".wal")}


def test_latest_shows_the_newest_release(published: Publication, warehouse: Warehouse, out: Path) -> None:
    assert (out / "latest").resolve() == published.path.resolve()
    load(warehouse, [paper("later", score(1, authority=CASTERFORD))], catalogue())
    second = publish(warehouse, out)
    assert (out / "latest").resolve() == second.path.resolve()
    assert published.path.is_dir()


def test_nothing_but_releases_and_latest_is_left_to_see(published: Publication, out: Path) -> None:
    assert sorted(item.name for item in out.iterdir() if item.name != ".lock") == ["latest", "releases"]
    assert [item.name for item in published.path.parent.iterdir()] == ["1.0.0"]


def test_publishing_again_without_news_makes_no_release(
    published: Publication, warehouse: Warehouse, out: Path
) -> None:
    again = publish(warehouse, out)
    assert again == Publication("1.0.0", published.path, changed=False, changes=0)
    assert [item.name for item in published.path.parent.iterdir()] == ["1.0.0"]


def test_seeing_the_same_papers_again_later_is_no_news(warehouse: Warehouse, out: Path) -> None:
    load(warehouse, some_papers(), catalogue(), at=datetime(2030, 1, 1, tzinfo=UTC))
    assert not publish(warehouse, out).changed


def test_a_new_row_raises_the_second_number(warehouse: Warehouse, out: Path) -> None:
    load(warehouse, [paper("later", score(1, authority=CASTERFORD))], catalogue())
    second = publish(warehouse, out)
    assert (second.version, second.changed) == ("1.1.0", True)
    assert second.changes == len((second.path / "changes.csv").read_text().splitlines()) - 1


def test_a_changed_value_raises_the_third_number(warehouse: Warehouse, out: Path) -> None:
    load(warehouse, [paper("later", score(1, authority=CASTERFORD))], catalogue())
    publish(warehouse, out)
    load(warehouse, [paper("later", score(2, authority=CASTERFORD))], catalogue())
    assert publish(warehouse, out).version == "1.1.1"


def test_an_empty_warehouse_is_published_too(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with open_warehouse(tmp_path / "empty.duckdb") as empty:
        first = publish(empty, out)
        assert first.version == "1.0.0"
        assert "Nothing has been accepted yet." in (first.path / "index.html").read_text()
        assert not publish(empty, out).changed


def test_the_same_content_gives_the_same_bytes(published: Publication, tmp_path: Path) -> None:
    with open_warehouse(tmp_path / "other.duckdb") as other:
        for found in reversed(some_papers()):
            load(other, [found], catalogue(), at=datetime(2030, 1, 1, tzinfo=UTC))
        again = publish(other, tmp_path / "elsewhere")
    told_by_the_run = {"documents.csv", "documents.parquet", "datapackage.json", "scorepack.duckdb", "comparison.xlsx"}
    for file in files_of(published.path):
        if file.name not in told_by_the_run:
            assert file.read_bytes() == (again.path / file.relative_to(published.path)).read_bytes(), file.name


def test_publishing_one_warehouse_twice_gives_the_same_bytes(
    published: Publication, warehouse: Warehouse, tmp_path: Path
) -> None:
    again = publish(warehouse, tmp_path / "elsewhere")
    for file in files_of(published.path):
        if file.name not in {"scorepack.duckdb", "datapackage.json"}:  # the database's hash stands in the package
            assert file.read_bytes() == (again.path / file.relative_to(published.path)).read_bytes(), file.name


def test_a_release_is_made_for_reading_only(published: Publication) -> None:
    assert all(file.stat().st_mode & 0o222 == 0 for file in files_of(published.path))


def test_the_warehouse_can_go_on_after_a_publication(warehouse: Warehouse, out: Path) -> None:
    publish(warehouse, out)
    counts = load(warehouse, [paper("later", score(1, authority=AMBRIDGE, period="2019"))], catalogue())
    assert counts.documents == 1
    databases = warehouse.connection.execute("select database_name from duckdb_databases()").fetchall()
    assert ("published",) not in databases
