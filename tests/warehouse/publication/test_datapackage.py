import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import frictionless
import pytest

from tests.warehouse.publication.conftest import Shared
from warehouse.publication.datapackage import field_type
from warehouse.publication.datasets import DATASETS
from warehouse.publication.relations import Column


@pytest.fixture(scope="module")
def package(shared: Shared) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((shared.path / "datapackage.json").read_text())
    return content


def resource(package: dict[str, Any], name: str) -> dict[str, Any]:
    [found] = [resource for resource in package["resources"] if resource["name"] == name]
    return dict(found)


def complaints(release: Path) -> list[Any]:
    """What frictionless has to say against a release as it lies, file by file."""
    report = frictionless.Package(str(release / "datapackage.json")).validate()
    return [(task.place, error.type, error.message) for task in report.tasks for error in task.errors] + list(
        report.errors
    )


def test_frictionless_finds_whole_releases_valid_as_they_lie(
    package: dict[str, Any], shared: Shared, example_release: Path
) -> None:
    assert complaints(shared.path) == []
    assert complaints(example_release) == []
    tables = [resource for resource in package["resources"] if resource.get("type") == "table"]
    assert len(tables) == len(DATASETS) + 1  # and changes.csv


@pytest.mark.parametrize("name", ["scores.parquet", "scorepack.duckdb", "comparison.xlsx", "index.html"])
def test_frictionless_notices_a_file_that_is_not_what_was_published(shared: Shared, tmp_path: Path, name: str) -> None:
    release = tmp_path / "release"
    shutil.copytree(shared.path, release)
    (release / name).chmod(0o644)
    with (release / name).open("ab") as file:
        file.write(b" ")
    assert {(place, error) for place, error, _ in complaints(release)} == {(name, "byte-count"), (name, "hash-count")}


def test_frictionless_notices_a_wrong_value(package: dict[str, Any], shared: Shared, tmp_path: Any) -> None:
    (tmp_path / "scores.csv").write_text((shared.path / "scores.csv").read_text().replace(",2022,", ",soon,", 1))
    scores = {key: value for key, value in resource(package, "scores").items() if key not in ("hash", "bytes")}
    report = frictionless.Package.from_descriptor(
        {"name": "p", "resources": [scores]}, basepath=str(tmp_path)
    ).validate()
    assert not report.valid


def test_every_file_is_named_with_its_size_and_hash(package: dict[str, Any], shared: Shared) -> None:
    described = {resource["path"]: resource for resource in package["resources"]}
    files = {file.relative_to(shared.path).as_posix() for file in shared.path.rglob("*") if file.is_file()}
    metadata = {name for name in files if name.endswith("-metadata.json")}
    assert set(described) == files - metadata - {"datapackage.json"}
    for name, resource in described.items():
        content = (shared.path / name).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_columns_carry_their_meaning_and_their_key(package: dict[str, Any], shared: Shared) -> None:
    schema = resource(package, "scores")["schema"]
    assert [field["name"] for field in schema["fields"]] == list(shared.views["scores"].columns)
    assert schema["primaryKey"] == ["framework", "authority_code", "period_year", "benchmark"]
    for table in package["resources"]:
        for field in table.get("schema", {}).get("fields", []):
            assert field["description"], (table["name"], field["name"])


def test_sources_are_the_papers_and_the_register_with_its_licence(package: dict[str, Any]) -> None:
    register, *papers = package["sources"]
    assert "mySociety" in register["title"]
    assert "CC BY 4.0, changed" in register["title"]
    assert {"path": "https://papers.example/ambridge.pdf"}.items() <= papers[1].items()
    assert all("path" not in paper for paper in papers if "ambridge" not in paper["title"])
    assert "licenses" not in package, "the licence of the papers is not known"
    assert "licence of a paper is not stated" in package["description"]


def test_csvw_metadata_stands_beside_each_csv_file(shared: Shared) -> None:
    for file in shared.path.glob("*.csv"):
        metadata = json.loads(file.with_name(f"{file.name}-metadata.json").read_text())
        assert metadata["url"] == file.name
        header = file.read_text(encoding="utf-8").splitlines()[0].split(",")
        assert [column["name"] for column in metadata["tableSchema"]["columns"]] == header


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("VARCHAR", "string"),
        ("INTEGER", "integer"),
        ("BIGINT", "integer"),
        ("DOUBLE", "number"),
        ("DECIMAL(18,3)", "number"),
        ("DOUBLE[4]", "array"),
        ("DATE", "date"),
        ("TIMESTAMP", "datetime"),
        ("BOOLEAN", "boolean"),
        ("STRUCT(a INTEGER)", "any"),
    ],
)
def test_a_column_type_has_its_word_in_table_schema(type_: str, kind: str) -> None:
    assert field_type(Column("x", type_)) == kind
