"""What lies in a folder beside papers."""

from pathlib import Path

import pytest

from flows.folders import RELEASE_FILES, closed_folders, is_own_product

WAREHOUSE = "scorepack.duckdb"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a paper, the warehouse, the configuration and a publication beside each other."""
    release = tmp_path / "out" / "releases" / "1.0.0"
    release.mkdir(parents=True)
    for name in (*RELEASE_FILES, "scores.csv"):
        (release / name).write_text("")
    for name in (WAREHOUSE, f"{WAREHOUSE}.wal", "scorepack.toml", "paper.txt", "datapackage.json"):
        (tmp_path / name).write_text("")
    (tmp_path / "year" / "2022").mkdir(parents=True)
    (tmp_path / "year" / "2022" / "scores.csv").write_text("")
    return tmp_path


def papers(folder: Path, warehouse: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)) for path in files if not is_own_product(path, str(folder), warehouse)}


def test_publications_warehouse_and_configuration_are_no_papers(folder):
    assert papers(folder, folder / "other.duckdb") - {WAREHOUSE, f"{WAREHOUSE}.wal"} == {
        "paper.txt",
        "datapackage.json",
        "year/2022/scores.csv",
    }
    assert WAREHOUSE not in papers(folder, folder / WAREHOUSE)
    assert f"{WAREHOUSE}.wal" not in papers(folder, folder / WAREHOUSE)


def test_a_publication_given_as_the_folder_itself_holds_no_papers(folder):
    release = folder / "out" / "releases" / "1.0.0"
    assert papers(release, folder / WAREHOUSE) == set()


def test_a_file_that_is_named_itself_is_read(folder):
    file = folder / "out" / "releases" / "1.0.0" / "scores.csv"
    assert not is_own_product(file, str(file), folder / WAREHOUSE)


def test_a_folder_that_may_not_be_opened_is_told(folder, monkeypatch):
    def walk(_, onerror):
        onerror(PermissionError(13, "Permission denied", str(folder / "year")))
        return iter(())

    monkeypatch.setattr("os.walk", walk)
    assert list(closed_folders(str(folder))) == [
        (str(folder / "year"), "The folder could not be opened (Permission denied). Check its permissions.")
    ]


@pytest.mark.parametrize("address", ["paper.txt", "https://example.org/paper.pdf"])
def test_a_file_or_a_web_address_is_no_closed_folder(folder, monkeypatch, address):
    monkeypatch.chdir(folder)
    assert list(closed_folders(address)) == []
