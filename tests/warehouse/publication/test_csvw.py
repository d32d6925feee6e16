"""CSV on the Web: an independent reader of the W3C's model finds every file valid, and wrong ones not."""

import json
import shutil
import warnings
from pathlib import Path

import pytest
from csvw import CSVW

from tests.warehouse.publication.conftest import Shared
from warehouse.publication.changes import CHANGES
from warehouse.publication.datasets import DATASETS

NAMES = [dataset.name for dataset in (*DATASETS, CHANGES)]


def complaints(folder: Path, name: str) -> list[str]:
    """What is wrong with a CSV file and its metadata, errors and warnings alike."""
    with warnings.catch_warnings():
        warnings.simplefilter("always")  # the library keeps them in the object, as long as they are not silenced
        found = CSVW(str(folder / f"{name}.csv-metadata.json"), validate=True)
        try:
            verdict = [] if found.is_valid else ["not valid"]
        except ValueError as error:
            verdict = [str(error)]
    return [str(told.message) for told in found.warnings] + verdict


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_valid(shared: Shared, example_release: Path, name: str) -> None:
    assert complaints(shared.path, name) == []
    assert complaints(example_release, name) == []


@pytest.mark.parametrize(
    ("printed", "wrong"),
    [
        pytest.param(",2022,", ",soon,", id="a text where a year should be"),
        pytest.param(",3.0,", ",three,", id="a text where a number should be"),
        pytest.param("framework,", "frame,", id="a column that the metadata do not know"),
    ],
)
def test_a_wrong_file_is_noticed(shared: Shared, tmp_path: Path, printed: str, wrong: str) -> None:
    copied(shared.path, tmp_path)
    file = tmp_path / "scores.csv"
    text = file.read_text(encoding="utf-8")
    assert printed in text
    file.write_text(text.replace(printed, wrong, 1), encoding="utf-8", newline="")
    assert complaints(tmp_path, "scores") != []


def test_a_doubled_row_is_noticed(shared: Shared, tmp_path: Path) -> None:
    copied(shared.path, tmp_path)
    file = tmp_path / "scores.csv"
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join([*lines, lines[-1]]))
    assert complaints(tmp_path, "scores") != []


def test_every_column_is_described_in_english(shared: Shared) -> None:
    for name in NAMES:
        metadata = json.loads((shared.path / f"{name}.csv-metadata.json").read_text(encoding="utf-8"))
        assert metadata["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "en"}]
        assert all(column["dc:description"] for column in metadata["tableSchema"]["columns"])


def copied(release: Path, folder: Path) -> None:
    for suffix in ("csv", "csv-metadata.json"):
        shutil.copyfile(release / f"scores.{suffix}", folder / f"scores.{suffix}")
