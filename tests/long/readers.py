"""Analysts read `latest/scorepack.duckdb` in a loop while it is published anew, again and again.

    python -m tests.long.readers [--readers 4] [--publications 20]

Every reader is a process of its own that opens the file, asks it whether its datasets agree, and closes it, as fast as
it can. It may meet the old release or the new one, never an error and never half of each.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from tests.long.rounds import papers_of
from tests.support.findings import catalogue
from tests.support.imports import ROOT
from warehouse import load, open_warehouse, publish


def main() -> None:
    """Publish, let them read, and print how often they did."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--publications", type=int, default=20)
    parser.add_argument("--read", nargs=2, metavar=("OUT", "STOP"), type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        for line in read_on(*given.read):
            print(line, flush=True)
        return
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        read = read_while_published(Path(name), given.readers, given.publications)
    print(f"{given.publications} publications in {time.monotonic() - start:.0f} s; reads without an error: {read}")


def read_while_published(place: Path, readers: int, publications: int) -> list[int]:
    """How often each reader read; raises AssertionError where one met an error or saw fewer than two releases."""
    out, stop = place / "out", place / "stop"
    with open_warehouse(place / "warehouse.duckdb") as opened:
        load(opened, papers_of(1), catalogue())
        publish(opened, out)
        processes = [_reader(out, stop) for _ in range(readers)]
        met = [_next_release(process) for process in processes]  # each has read once
        for number in range(2, publications + 2):
            load(opened, papers_of(number), catalogue())
            assert publish(opened, out).changed
    later = [_next_release(process) for process in processes]  # comes as soon as a reader meets another release
    stop.touch()
    counts = []
    for process in processes:
        told, complaint = process.communicate(timeout=60)
        assert process.returncode == 0, complaint
        seen = [line.split() for line in told.splitlines()]
        counts.append(int(seen[-1][0]))
    assert all(first != second for first, second in zip(met, later, strict=True)), "a reader saw no change"
    return counts


def _next_release(process: "subprocess.Popen[str]") -> str:
    """The release that a reader tells to have met; "" where it has ended."""
    assert process.stdout is not None
    return process.stdout.readline().rpartition(" ")[2].strip()


def read_on(out: Path, stop: Path) -> Iterator[str]:
    """Read until there is a file `stop`: a line for each release that it meets first, and one at the end."""
    reads, met = 0, ""
    while not stop.exists():
        file = out / "latest" / "scorepack.duckdb"
        release = file.resolve().parent.name
        with duckdb.connect(str(file), read_only=True) as copy:
            [(observations, accepted)] = copy.execute(
                "select count(*), count(*) filter (status = 'accepted') from observations"
            ).fetchall()
            [(scores, counted)] = copy.execute("select count(*), sum(observed_count) from scores").fetchall()
            [(scored,)] = copy.execute("select sum(benchmarks_scored) from weighted_scores").fetchall()
        assert (observations, accepted) == (counted, counted), (release, observations, accepted, counted)
        assert scores == scored, (release, scores, scored)
        reads += 1
        if release != met:
            yield f"{reads} {release}"
            met = release
    yield f"{reads} {met}"


def _reader(out: Path, stop: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.long.readers", "--read", str(out), str(stop)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


if __name__ == "__main__":
    main()
