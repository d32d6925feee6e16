"""Loading and publishing, beside bare DuckDB with the same rows in the same run."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.children import Spent, clean_environment, command
from benchmarks.speed.lines import Group, Line

_BESIDE = {
    "load": ("bare: rows as frames", "bare: insert of the frames"),
    "publish": ("bare: COPY to Parquet", "bare: COPY to CSV"),
}


def groups(place: Path, observations: int) -> Iterator[Group]:
    """Two groups, out of one measurement of `benchmarks.growth`."""
    words = [sys.executable, "-m", "benchmarks.growth", "--size", str(observations)]
    laps: dict[str, Spent] = {}
    for line in command(words, clean_environment(place))[1].splitlines():
        step, clock, processor = line.split("\t")
        laps[step] = Spent(float(clock), float(processor))
    again = {"load": "load the same again", "publish": "publish without a change"}
    for step, bare in _BESIDE.items():
        floor = Spent(sum(laps[one].clock for one in bare), sum(laps[one].processor for one in bare))
        names = " + ".join(one.removeprefix("bare: ") for one in bare)
        lines = [
            Line(f"scorepack, {step}", laps[step], observations, "values", is_ours=True),
            Line(f"scorepack, {again[step]}", laps[again[step]], observations, "values"),
            Line(f"bare DuckDB: {names} (floor)", floor, observations, "values"),
        ]
        yield Group(f"{observations:,} values: {step}", lines)
