"""What goes wrong around a run: a full disk, a closed folder, two runs at once, a lost server, a clock that jumps.

Nothing is lost, nothing is doubled, and a person is told what to do. Elsewhere: a killed worker (`test_reading.py`,
`test_isolation.py`), a killed run (`test_interruption.py`), a killed load or publication (`tests/long/test_kills.py`,
`tests/warehouse/publication/test_crash.py`), a lost network (`tests/extractors/sources/`), an older and a newer
warehouse (`tests/warehouse/test_schema.py`).
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from flows.steps import find_papers
from tests.flows.test_interruption import contents, readers_at_work, start, sweep
from tests.support import papers
from tests.support.findings import BORCHESTER, catalogue, paper, score
from tests.support.imports import ROOT
from tests.support.releases import assert_whole
from tests.support.views import dump
from warehouse import load, open_warehouse

IN_A_ROOM_OF_ITS_OWN = ("unshare", "--user", "--map-root-user", "--mount")

linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at child processes in /proc")


def can_mount() -> bool:
    """Whether this system lets a process mount a disk for itself alone, which needs no right of an administrator."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*IN_A_ROOM_OF_ITS_OWN, "true"], capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def full_disk(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was said and left on a disk of 24 MB that filled up three times."""
    if not can_mount():
        pytest.skip("this system lets nobody mount a small disk for one process")
    disk = tmp_path_factory.mktemp("disk")
    script = 'mount -t tmpfs -o size=24m tmpfs "$1" && exec "$2" -m tests.flows.full_disk "$1"'
    command = [*IN_A_ROOM_OF_ITS_OWN, "sh", "-c", script, "sh", str(disk), sys.executable]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_disk_that_fills_up_in_a_load_leaves_the_warehouse_as_it_was(full_disk: dict[str, Any]) -> None:
    assert "could not be written" in full_disk["load"]
    assert "No space left on device" in full_disk["load"]
    assert "Make room on its disk" in full_disk["load"]
    assert full_disk["load_left_all_as_it_was"]


def test_a_disk_that_fills_up_in_a_publication_leaves_the_release_before(full_disk: dict[str, Any]) -> None:
    assert full_disk["publish"].startswith("RunFailed: Nothing can be published into")
    assert "No space left on device" in full_disk["publish"]
    assert (full_disk["shown"], full_disk["half_built"]) == ("1.0.0", [])
    assert full_disk["published_then"] == "1.1.0"


def test_a_disk_that_fills_up_in_a_fetch_keeps_no_part_of_a_paper(full_disk: dict[str, Any]) -> None:
    assert full_disk["fetch"] == "OSError: No space left on device"
    assert full_disk["store"] == []


def test_a_store_that_cannot_be_written_is_a_row_with_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("flows.steps.gather", refuse)
    _, [lost] = find_papers(["https://papers.example/a.pdf"], warehouse=tmp_path / "w.duckdb")
    assert lost.document.reason == (
        "The store of fetched papers could not be used (No space left on device). Check the disk."
    )


def test_a_disk_that_may_only_be_read_is_told(full_disk: dict[str, Any]) -> None:
    for step in ("closed_load", "closed_publish"):
        assert full_disk[step].startswith("RunFailed: "), full_disk[step]
        assert "could not be opened" in full_disk[step]
        assert "Check the path, its permissions and the disk" in full_disk[step]


def command_of(folder: Path, base: Path, home: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "flows", "run", str(folder), "--json"]
    command += ["--warehouse", str(base / "w.duckdb"), "--out", str(base / "published")]
    env = {**os.environ, "PREFECT_HOME": str(base / home)}
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)


@pytest.mark.flow
@pytest.mark.long
def test_two_runs_at_once_take_turns_and_double_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    papers.save(folder, "sefton.docx", papers.briefing_docx())
    both = [command_of(folder, tmp_path, f"prefect-{n}") for n in (1, 2)]
    said = [run.communicate(timeout=240) for run in both]
    assert [run.returncode for run in both] == [0, 0], said
    kept = contents(tmp_path / "w.duckdb")
    assert len(kept["documents"]) == 1
    keys = [(one["authority_code"], one["period_year"], one["benchmark"]) for one in kept["scores"]]
    assert len(keys) == len(set(keys)) == 10
    assert sorted(path.name for path in (tmp_path / "published" / "releases").iterdir()) == ["1.0.0"]
    assert_whole(tmp_path / "published" / "latest")


@linux
@pytest.mark.flow
def test_a_run_whose_server_was_killed_says_so_and_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_CLIENT_MAX_RETRIES", "0")
    folder, warehouse = tmp_path / "papers", tmp_path / "w.duckdb"
    for number in range(2):
        papers.save(folder, f"pack-{number}.pdf", papers.agenda_pack_pdf(date=f"{number + 1} June 2023"))
    run = start(folder, warehouse)
    try:
        patience = time.monotonic() + 90
        while not readers_at_work(run) and run.poll() is None and time.monotonic() < patience:
            time.sleep(0.05)
        kill_server_of(run)
        _, told = run.communicate(timeout=120)
    finally:
        sweep(run)
    assert run.returncode == 3, told[-2000:]
    assert b"Prefect's server did not answer any more" in told
    assert b"Traceback" not in told
    assert len(contents(warehouse)["documents"]) in (0, 2), "all or nothing"


def kill_server_of(run: subprocess.Popen[bytes]) -> None:
    killed = 0
    for task in Path(f"/proc/{run.pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            with suppress(OSError):
                if b"prefect.server" in Path(f"/proc/{child}/cmdline").read_bytes():
                    os.kill(int(child), signal.SIGKILL)
                    killed += 1
    assert killed == 1


def test_a_clock_that_goes_back_loses_and_doubles_nothing(tmp_path: Path) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    times = (now, now - timedelta(days=400), now + timedelta(days=3650), now - timedelta(days=1))
    found = [paper("one", score(3)), paper("two", score(4, authority=BORCHESTER))]
    with open_warehouse(tmp_path / "w.duckdb") as opened:
        for at in times:
            counts = load(opened, found, catalogue(), at=at)
            assert counts.documents == 2
        kept = dump(opened)
    assert len(kept["documents"]) == len(kept["scores"]) == 2
    seen = {document["first_seen"].replace(tzinfo=UTC) for document in kept["documents"]}
    assert seen <= set(times), "no time is made up"
