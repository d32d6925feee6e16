"""A paper that takes too much is a reason of its own; the processes that read live no longer than their run."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractors import Source
from flows.isolation import bounded
from flows.reading import PaperReaders
from flows.settings import Limits
from tests.support import hostile, papers
from transforms import load_catalogue

MEGABYTE = 1024**2

on_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is limited on Linux only")


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


def source(folder: Path, name: str, content: bytes) -> Source:
    path = papers.save(folder, name, content)
    return Source(address=str(path), path=path, file_name=name)


@on_linux
def test_a_bomb_is_a_reason_and_its_neighbours_are_read(catalogue, tmp_path):
    bomb = hostile.one_page(hostile.bomb(300))
    sources = [
        source(tmp_path, "before.docx", papers.briefing_docx()),
        source(tmp_path, "bomb.pdf", bomb),
        source(tmp_path, "after.html", papers.briefing_text("html")),
        source(tmp_path, "second-bomb.pdf", bomb),
        source(tmp_path, "last.md", papers.briefing_text()),
    ]
    with PaperReaders(catalogue, Limits(workers=1, megabytes_per_paper=256)) as readers:
        found = [one.document for one in readers.read(sources)]
    assert [one.status for one in found] == ["extracted", "failed", "extracted", "failed", "extracted"]
    for failed in (found[1], found[3]):
        assert failed.reason == (
            "Reading this file needs more memory than [limits] megabytes_per_paper allows (256). "
            "Raise it, or split the file."
        )


def test_spoilt_files_are_read_or_refused_and_the_papers_between_them_are_read(catalogue, tmp_path):
    loop = hostile.form(hostile.TEXT + b"/A Do", "/A 6 0 R")
    spoilt = {
        "a-cut.pdf": (papers.agenda_pack_pdf()[:-700], None),
        "c-cut-short.pdf": (papers.agenda_pack_pdf()[:5000], "lost their content"),
        "d-error-page.pdf": (b"<!DOCTYPE html><html><body><h1>Not found</h1></body></html>", None),
        "e-locked.docx": (papers.password_docx(), "protected by a password"),
        "f-circle.pdf": (hostile.one_page(hostile.stream(b"/A Do"), forms="/A 6 0 R", more={6: loop}), None),
        "g-tree.pdf": (hostile.declaring(4, kids="[3 0 R 2 0 R]"), None),
        "h-empty.pdf": (b"", "empty"),
        "i-pages.pdf": (hostile.declaring(1_000_000), "declares 1,000,000 pages"),
    }
    sources = []
    for number, (name, (content, _)) in enumerate(spoilt.items()):
        sources.append(source(tmp_path, name, content))
        sources.append(source(tmp_path, f"{number}.md", papers.briefing_text(date=f"{number + 1} June 2023")))
    with PaperReaders(catalogue, Limits(workers=2)) as readers:
        found = [(one.document.reason or "", one) for one in readers.read(sources)]
    for (name, (_, told)), (reason, one) in zip(spoilt.items(), found[::2], strict=True):
        assert (one.document.file_name, one.document.status == "failed") == (name, told is not None), reason
        assert (told or "") in reason
    assert [len(one.observations) for _, one in found[1::2]] == [10] * len(spoilt)
    repaired = found[0][1]
    assert "repaired_file" in [notice.kind for notice in repaired.notices]
    assert {one.status for one in repaired.observations} == {"review"}


@on_linux
def test_memory_is_bounded_inside_and_free_again_outside():
    with bounded(seconds=60, megabytes=64), pytest.raises(MemoryError):
        bytearray(256 * MEGABYTE)
    assert len(bytearray(256 * MEGABYTE)) == 256 * MEGABYTE


@on_linux
def test_what_earlier_papers_left_in_memory_is_not_counted():
    left = bytearray(128 * MEGABYTE)
    with bounded(seconds=60, megabytes=128):
        assert len(bytearray(64 * MEGABYTE)) < len(left)


def test_the_limits_of_the_settings_reach_the_reader(catalogue, tmp_path):
    pack = source(tmp_path, "pack.pdf", papers.agenda_pack_pdf())
    deck = source(tmp_path, "deck.pptx", papers.deck_pptx())
    with PaperReaders(catalogue, Limits(workers=1, pages_per_paper=2, unpacked_megabytes=1)) as readers:
        reasons = [one.document.reason for one in readers.read([pack, deck])]
    assert reasons[0] == (
        "This PDF file declares 14 pages; the most that is read is 2. "
        "Raise [limits] pages_per_paper if the file is what it should be, or split it."
    )
    assert "PowerPoint file holds" in reasons[1]


def test_papers_are_not_blamed_for_processes_that_were_lost_before_them(catalogue, tmp_path):
    paper = source(tmp_path, "briefing.md", papers.briefing_text())
    with PaperReaders(catalogue, Limits(workers=1)) as readers:
        assert [one.document.status for one in readers.read([paper])] == ["extracted"]
        readers._pool.schedule(time.sleep, args=(0.3,)).result()
        for process in list(readers._pool._pool_manager.worker_manager.workers):
            os.kill(process, signal.SIGTERM)
        patience = time.monotonic() + 20
        while readers._pool.active and time.monotonic() < patience:
            time.sleep(0.05)
        assert not readers._pool.active, "pebble gives the pool up"
        assert [one.document.status for one in readers.read([paper, paper])] == ["extracted", "extracted"]


PROGRAM = """
import sys, time
from flows.reading import PaperReaders
from flows.settings import Limits
from transforms import load_catalogue
with PaperReaders(load_catalogue(), Limits(workers=2)) as readers:
    waits = [readers._pool.schedule(time.sleep, args=(600,)) for _ in range(2)]
    while not all(wait.running() for wait in waits):
        time.sleep(0.05)
    print(*readers._pool._pool_manager.worker_manager.workers, flush=True)
    waits[0].result()
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_processes_that_read_end_with_their_run(end):
    home = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    run = subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=home, text=True
    )
    assert run.stdout is not None
    readers = [int(number) for number in run.stdout.readline().split()]
    assert len(readers) == 2
    assert all(map(alive, readers))
    run.send_signal(end)
    run.wait(timeout=30)
    patience = time.monotonic() + 20
    while any(map(alive, readers)) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not any(map(alive, readers))


def alive(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
