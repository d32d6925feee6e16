"""How fast long papers are read, and what memory that takes, beside the libraries they are read with.

    python -m benchmarks.reading [PAGES]

Reads in turns, the best of several, three papers: an agenda pack of 300 pages (or as many as told) of which three
matter; a pack whose prose names benchmarks on every page; a paper of nothing but tables. Then the memory that packs of
100, 300 and 1000 pages take, each in a process of its own. All these times are processor time, so that what else the
machine does hardly counts; how two processes do beside one is told by the clock, and wants a machine at rest.
"""

import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium

from benchmarks.packs import agenda_pack, pack_of_tables, talkative_pack
from extractors import read

WORDS = ("channel panel", "prevent partnership plan", "referral pathway", "venue hire")
ROUNDS = 3
SIZES = (100, 300, 1000)
TALKATIVE, OF_TABLES = 60, 60

Ways = dict[str, Callable[[Path], object]]


def main(pages: int) -> None:
    """Print all tables."""
    ours: Ways = {"ours, with words": lambda path: read(path, words=WORDS), "ours, every page in full": read}
    theirs: Ways = {
        "pdfplumber.extract_tables, every page": tables_by_pdfplumber,
        "pypdfium2 text, every page": text_by_pdfium,
    }
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pack = agenda_pack(folder / "pack.pdf", pages)
        compare(f"an agenda pack of {pages} pages, 3 of them relevant", pack, pages, ours | theirs)
        talkative = talkative_pack(folder / "talkative.pdf", TALKATIVE)
        compare(f"{TALKATIVE} pages of prose that names benchmarks, 3 with scores", talkative, TALKATIVE, ours | theirs)
        tables = pack_of_tables(folder / "tables.pdf", OF_TABLES)
        compare(f"{OF_TABLES} pages that are all tables", tables, OF_TABLES, ours | theirs)
        print("\npeak memory, read with words")
        for size in SIZES:
            print(f"{size:6} pages {peak_memory(agenda_pack(folder / f'{size}.pdf', size)):6.0f} MB")
        scale(tables)


def compare(title: str, paper: Path, pages: int, ways: Ways) -> None:
    """A line for each way: the best of several turns, and how it does beside the two libraries."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = time.process_time()
            way(paper)
            best[name] = min(best[name], time.process_time() - start)
    *_, tables, text = best.values()
    print(f"\n{title}; the best of {ROUNDS} turns\n{'':40} {'s':>8} {'pages/s':>8} {'x faster':>9} {'x text':>7}")
    for name, seconds in best.items():
        print(f"{name:40} {seconds:8.2f} {pages / seconds:8.1f} {tables / seconds:9.1f} {seconds / text:7.2f}")
    print("x faster: than pdfplumber's tables on all pages. x text: as long as pypdfium2 takes for the bare text")


def tables_by_pdfplumber(path: Path) -> int:
    """The plainest way: every page, each closed again."""
    found = 0
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            found += len(page.extract_tables())
            page.close()
    return found


def text_by_pdfium(path: Path) -> int:
    """The floor: no more than the characters."""
    pdf = pdfium.PdfDocument(path.read_bytes())
    try:
        length = 0
        for page in pdf:
            textpage = page.get_textpage()
            length += len(textpage.get_text_range())
            textpage.close()
            page.close()
        return length
    finally:
        pdf.close()


def scale(paper: Path) -> None:
    """How long two processes take for four readings of a paper, beside one process."""
    seconds = {}
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
            # the libraries are loaded before the clock starts
            list(pool.map(tables_read, [paper] * workers, chunksize=1))
            start = time.perf_counter()
            list(pool.map(tables_read, [paper] * 4, chunksize=1))
            seconds[workers] = time.perf_counter() - start
    one, two = seconds.values()
    print(f"\nfour papers of tables: one process {one:.2f} s, two {two:.2f} s, {one / two:.2f} x as fast")


def tables_read(path: Path) -> int:
    """How many tables a paper has."""
    return len(read(path).tables)


def peak_memory(path: Path) -> float:
    """The peak of a process that reads the pack with words, in megabytes."""
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.reading", "--peak", str(path)], capture_output=True, text=True, check=True
    ).stdout
    return float(told)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        read(Path(sys.argv[2]), words=WORDS)
        # the system counts in kilobytes, and in bytes on a Mac
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
