"""A run that is interrupted or killed leaves a warehouse that a second run completes as if nothing had happened."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from flows.statuses import INTERRUPTED
from tests.support import papers, views
from warehouse import open_warehouse

pytestmark = pytest.mark.flow


def start(folder: Path, warehouse: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "flows", "ingest", str(folder), "--warehouse", str(warehouse)]
    home = {**os.environ, "PREFECT_HOME": str(folder.parent / "prefect")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=home, start_new_session=True)


def sweep(process: subprocess.Popen[bytes]) -> None:
    """End what a killed run leaves behind: Prefect's server for that run outlives a parent that was killed."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def contents(warehouse: Path) -> dict[str, list[dict[str, Any]]]:
    with open_warehouse(warehouse) as opened:
        return views.dump(opened, leave_out=("first_seen", "last_seen"))


def readers_at_work(process: subprocess.Popen[bytes]) -> bool:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    for child in children.read_text().split() if children.exists() else []:
        line = Path(f"/proc/{child}/cmdline")
        if line.exists() and b"spawn_main" in line.read_bytes():
            return True
    return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at child processes in /proc")
def test_interrupted_and_killed_runs_lose_and_double_nothing(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(12):
        papers.save(folder, f"pack-{number}.pdf", papers.agenda_pack_pdf(date=f"{number + 1} June 2023"))
    papers.save(folder, "sefton.docx", papers.briefing_docx())

    undisturbed = tmp_path / "undisturbed.duckdb"
    assert start(folder, undisturbed).wait(timeout=120) == 0

    warehouse = tmp_path / "scorepack.duckdb"
    for stop in (signal.SIGINT, signal.SIGKILL):
        process = start(folder, warehouse)
        patience = time.monotonic() + 90
        while not readers_at_work(process) and time.monotonic() < patience and process.poll() is None:
            time.sleep(0.05)
        assert process.poll() is None, process.communicate()
        (os.killpg if stop is signal.SIGINT else os.kill)(process.pid, stop)  # a terminal's Ctrl-C reaches all of them
        assert process.wait(timeout=40) == (INTERRUPTED if stop is signal.SIGINT else -stop)
        sweep(process)
        assert (b"scorepack: Interrupted. No step was left half done" in process.communicate()[1]) == (
            stop is signal.SIGINT
        )
    assert start(folder, warehouse).wait(timeout=120) == 0
    assert contents(warehouse) == contents(undisturbed)
