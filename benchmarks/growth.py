"""What a warehouse of 10,000, 100,000 and 1,000,000 observations costs to load, publish and ask.

    python -m benchmarks.growth [--most 100000]

The papers are synthetic and go through the normal loader and publisher. Beside each step stands what plain DuckDB
takes in the same run for the same rows without any of what makes a warehouse of them: an insert into one table without
keys, and a COPY of the same datasets to Parquet and CSV. Then everything is loaded and published again without a
change. Seconds are those of the clock; `work` those of all processors together.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.synthetic_papers import synthetic_catalogue, synthetic_papers
from transforms.findings import Findings
from warehouse import Warehouse, load, open_warehouse, publish, run_checks
from warehouse.columns import Row
from warehouse.publication.datasets import DATASETS
from warehouse.staging import FINDINGS_SHEETS, Arrival

SIZES = (10_000, 100_000, 1_000_000)
VIEWS = ("observations", "scores", "weighted_scores", "met_or_exceeded", "year_on_year", "reconciliation")
BATCH = 50_000

Lap = tuple[float, float]


class Clock:
    """Seconds by the clock and of processor work, by the name of the step."""

    def __init__(self) -> None:
        self.laps: dict[str, Lap] = {}

    @contextmanager
    def lap(self, step: str) -> Iterator[None]:
        wall, work = time.perf_counter(), time.process_time()
        yield
        self.laps[step] = (time.perf_counter() - wall, time.process_time() - work)


def main(sizes: Iterable[int]) -> None:
    """Measure each size in a process of its own, and print a line for each step with how it grew."""
    measured: dict[int, dict[str, Lap]] = {}
    for size in sizes:
        told = subprocess.run(
            [sys.executable, "-m", "benchmarks.growth", "--size", str(size)], capture_output=True, text=True
        )
        if told.returncode != 0:
            sys.exit(told.stderr)
        measured[size] = {}
        for line in told.stdout.splitlines():
            step, wall, work = line.split("\t")
            measured[size][step] = (float(wall), float(work))
        print(f"measured {size:,}", file=sys.stderr, flush=True)
    print_table(measured)


def print_table(measured: dict[int, dict[str, Lap]]) -> None:
    """Seconds and work a size, and for tenfold rows how many times as long."""
    sizes = list(measured)
    print(f"{'':34}" + "".join(f"{size:>11,} {'work':>7}" for size in sizes) + "   times as long")
    for step in measured[sizes[-1]]:
        laps = [measured[size][step] for size in sizes]
        grown = "  ".join(f"{after[0] / max(before[0], 1e-9):5.1f}" for before, after in pairwise(laps))
        print(f"{step:34}" + "".join(f"{wall:11.2f} {work:7.2f}" for wall, work in laps) + f"   {grown}")


def measure(size: int) -> dict[str, Lap]:
    """All steps with that many observations, in one temporary folder."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        catalogue = synthetic_catalogue(size)
        with clock.lap("making the papers"):
            papers = list(synthetic_papers(size))
        bare_insert(clock, papers, folder)
        with open_warehouse(folder / "warehouse.duckdb") as warehouse:
            with clock.lap("load"):
                load(warehouse, papers, catalogue)
            with clock.lap("load the same again"):
                counts = load(warehouse, papers, catalogue)
            assert counts.unchanged == len(papers)
            del papers
            with clock.lap("checks"):
                assert run_checks(warehouse) == []
            ask_views(clock, warehouse)
            with clock.lap("publish"):
                made = publish(warehouse, folder / "out")
            with clock.lap("publish without a change"):
                assert not publish(warehouse, folder / "out").changed
        bare_copy(clock, made.path / "scorepack.duckdb", folder)
    clock.laps["peak memory, GB"] = (_peak_gigabytes(), 0.0)
    return clock.laps


def bare_insert(clock: Clock, papers: list[Findings], folder: Path) -> None:
    """The same observations into one table without keys, the rows as frames as the loader makes them."""
    import pandas as pd

    [sheet] = [sheet for sheet in FINDINGS_SHEETS if sheet.name == "observation"]
    with duckdb.connect(str(folder / "bare.duckdb")) as connection:
        with clock.lap("bare: rows as frames"):
            frames = [
                pd.DataFrame(
                    {
                        column: pd.Series(values, dtype=kind)
                        for (column, kind), values in zip(sheet.columns.items(), zip(*rows, strict=True), strict=True)
                    }
                )
                for rows in _batches(sheet, papers)
            ]
        with clock.lap("bare: insert of the frames"):
            for number, frame in enumerate(frames):
                connection.register("frame", frame)
                connection.execute("insert into t from frame" if number else "create table t as from frame").fetchall()
            connection.execute("checkpoint").fetchall()


def _batches(sheet: Any, papers: list[Findings]) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for number, found in enumerate(papers, start=1):
        rows.extend(sheet.rows(Arrival(number, found)))
        if len(rows) >= BATCH:
            yield rows
            rows = []
    if rows:
        yield rows


def ask_views(clock: Clock, warehouse: Warehouse) -> None:
    """Every row and column of the main views, into a table that is dropped again."""
    for view in VIEWS:
        with clock.lap(f"view {view}"):
            warehouse.connection.execute(f"create or replace temp table asked as from {view}").fetchall()
    warehouse.connection.execute("drop table asked").fetchall()


def bare_copy(clock: Clock, copy: Path, folder: Path) -> None:
    """What was published, once more by DuckDB alone."""
    with duckdb.connect(str(copy), read_only=True) as analysts:
        for form, options in (("Parquet", "format parquet, compression zstd"), ("CSV", "format csv, header")):
            with clock.lap(f"bare: COPY to {form}"):
                for dataset in DATASETS:
                    file = folder / f"bare.{dataset.name}.{form.lower()}"
                    analysts.execute(f"copy {dataset.name} to '{file}' ({options})").fetchall()


def _peak_gigabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**3 if sys.platform == "darwin" else 1024**2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="leave out sizes beyond this")
    parser.add_argument("--size", type=int, help="measure this size alone and print bare figures")
    given = parser.parse_args()
    if given.size:
        for step, (wall, work) in measure(given.size).items():
            print(f"{step}\t{wall}\t{work}")
    else:
        main([size for size in SIZES if size <= given.most])
