"""Is everything in order: each thing that is looked at says what it saw, and nothing is changed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows import doctor
from flows.doctor import Examined, examined
from flows.errors import NotWritable
from warehouse import open_warehouse


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A configuration with one folder of papers, on a machine without a Prefect server."""
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setattr(doctor, "is_healthy", lambda _: False)
    (tmp_path / "papers").mkdir()
    file = tmp_path / "scorepack.toml"
    file.write_text(
        'sources = ["papers"]\nwarehouse = "w.duckdb"\nout = "published"\n[fetching]\nstore = "store"\nattempts = 1\n'
    )
    return file


def seen(found: Examined, what: str) -> tuple[str, str]:
    [check] = [check for check in found.checks if check.what.startswith(what)]
    return check.verdict, check.seen


def add_source(config: Path, address: str) -> None:
    config.write_text(config.read_text().replace('"papers"', f'"papers", "{address}"'))


def test_all_is_well_where_all_is_well(config):
    found = examined(config)
    assert found.is_well
    assert seen(found, "warehouse") == (
        "note",
        f"{config.parent / 'w.duckdb'} is not there yet; the first refresh makes it",
    )
    assert "pdfplumber" in seen(found, "libraries")[1]
    assert seen(found, "source") == ("ok", "there")
    assert json.loads(found.as_json())["well"] is True
    assert sorted(path.name for path in config.parent.iterdir()) == ["papers", "scorepack.toml"]


def test_a_configuration_that_cannot_be_used_is_a_finding(config):
    config.write_text("sources = 3")
    found = examined(config)
    assert not found.is_well
    assert "must be a list of texts" in seen(found, "configuration")[1]


def test_a_folder_that_is_missing_is_named(config):
    (config.parent / "papers").rmdir()
    assert "does not exist" in seen(examined(config), "source")[1]


def test_a_host_that_must_not_be_asked_or_does_not_answer_is_named(config):
    add_source(config, "moderngov+http://127.0.0.1:9/")
    verdict, why = seen(examined(config), "host 127.0.0.1:9")
    assert (verdict, "private network" in why) == ("bad", True)


def test_who_holds_the_warehouse_is_named(config):
    path = config.parent / "w.duckdb"
    with open_warehouse(path):
        program = (
            "from pathlib import Path\nfrom flows.doctor import examined\n"
            f"print(examined(Path({str(config)!r})).as_text())"
        )
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    [line] = [line for line in done.stdout.splitlines() if line.split()[1] == "warehouse"]
    assert line.startswith("bad")
    assert "in use by process" in line
    assert seen(examined(config), "warehouse")[0] == "ok"


def test_a_disk_that_is_nearly_full_is_named(config, monkeypatch):
    monkeypatch.setattr(doctor, "LEAST_FREE", 1024**6)
    assert [check.verdict for check in examined(config).checks if check.what.startswith("place")] == ["bad"] * 3


def test_a_place_that_cannot_be_written_is_named(config, monkeypatch):
    def refuse(path: Path) -> None:
        raise NotWritable(path, path)

    monkeypatch.setattr(doctor, "check_writable", refuse)
    assert "cannot be written" in seen(examined(config), "place of store")[1]


def test_a_part_that_is_not_installed_is_a_note_with_its_cure(config, monkeypatch):
    kept = doctor.version_of
    monkeypatch.setattr(doctor, "version_of", lambda name: None if name == "rapidocr" else kept(name))
    monkeypatch.setattr(doctor, "office_program", lambda: None)
    found = examined(config)
    assert found.is_well
    assert seen(found, "scanned pages") == ("note", "not installed: pip install 'scorepack[ocr]'")
    assert seen(found, "old office files") == ("note", "LibreOffice is not installed")


def test_a_prefect_server_that_was_named_and_is_silent_is_bad(config, monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert seen(examined(config), "Prefect server")[0] == "bad"
    monkeypatch.setattr(doctor, "is_healthy", lambda _: True)
    assert seen(examined(config), "Prefect server") == ("ok", "answers at http://127.0.0.1:9/api")
