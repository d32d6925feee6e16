"""Kills loads and publications at random moments, and looks each time whether anything is lost, doubled or half done.

    python -m tests.long.kills --times 50 [--seed 7]

A process loads and publishes in rounds (`rounds.py`) until it is killed with SIGKILL: two times of five somewhere in a
load, two of five somewhere in a publication, else while it opens the warehouse. Then must hold:

- the warehouse opens and shows the state after a whole number of loads, all of those that were told as loaded;
- no check finds a fault in it;
- `latest` is whole, file by file, and shows the last publication that was told, or the one that was being made.

The next process goes on from there. Every ten kills a new warehouse is begun, so that rounds stay short.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from tests.long.rounds import rounds_in, state_after, state_in
from tests.support.imports import ROOT
from tests.support.releases import assert_whole
from warehouse import open_warehouse, run_checks

KILLS_A_WAREHOUSE = 10
STARTS = {"open": "opening", "load": "loading", "publish": "loaded"}
"""The line after which a step is under way."""

ENDS = {"open": "loading", "load": "loaded", "publish": "published"}
STEPS = ("load", "publish", "load", "publish", "open")
UNDISTURBED_ROUNDS = 2


@dataclass(slots=True)
class Told:
    """What the process said before it was killed: the numbers of the last load and the last publication."""

    loaded: int = 0
    published: int = 0

    def hear(self, line: str) -> None:
        word, _, number = line.partition(" ")
        if word == "loaded":
            self.loaded = int(number)
        elif word == "published":
            self.published = int(number)


@dataclass(slots=True)
class Tally:
    """What became of the kills: in which step the process was struck, and whether that step had already happened."""

    struck: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return ", ".join(f"{count} {what}" for what, count in sorted(self.struck.items()))


def main() -> None:
    """Kill, look, and print what was seen; ends with an AssertionError at the first thing that is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=None)
    given = parser.parse_args()
    seed = given.seed if given.seed is not None else random.SystemRandom().randrange(10**6)
    print(f"seed {seed}", flush=True)
    start = time.monotonic()
    tally = kill_again_and_again(given.times, random.Random(seed))
    print(f"{given.times} kills in {time.monotonic() - start:.0f} s: {tally}; nothing lost, doubled or half done")


def kill_again_and_again(times: int, chance: random.Random) -> Tally:
    """So many kills, every ten of them on a warehouse of its own."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        lasting = seconds_of_steps(Path(name) / "undisturbed")
        for number in range(times):
            place = Path(name) / str(number // KILLS_A_WAREHOUSE)
            if number % KILLS_A_WAREHOUSE == 0:
                place.mkdir()
                told = Told()
            step = STEPS[number % len(STEPS)]
            strike(place, step, chance.uniform(0, lasting[step]), told)
            tally.struck[look(place, step, told)] += 1
    return tally


def seconds_of_steps(place: Path) -> dict[str, float]:
    """How long each step takes in a process of its own: the longest of a few rounds."""
    place.mkdir()
    lasting = dict.fromkeys(STARTS, 0.0)
    begun: dict[str, float] = {}
    process = _process(place)
    assert process.stdout is not None
    for line in process.stdout:
        word = line.split()[0]
        for step in STARTS:
            if word == ENDS[step]:
                lasting[step] = max(lasting[step], time.monotonic() - begun[step])
            if word == STARTS[step]:
                begun[step] = time.monotonic()
        if line == f"published {UNDISTURBED_ROUNDS}\n":
            break
    process.kill()
    process.communicate()
    return lasting


def strike(place: Path, step: str, delay: float, told: Told) -> None:
    """Let a process go on in `place`, and kill it `delay` seconds after it began that step."""
    process = _process(place)
    assert process.stdout is not None
    for line in process.stdout:
        told.hear(line)
        if line.split()[0] == STARTS[step]:
            break
    else:
        raise AssertionError("the process ended by itself")
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate()
    for line in rest.splitlines():
        told.hear(line)
    assert process.returncode == -signal.SIGKILL


def look(place: Path, step: str, told: Told) -> str:
    """Assert all that must hold, and say what the kill had left undone."""
    with open_warehouse(place / "warehouse.duckdb", wait_seconds=0) as opened:
        loaded = rounds_in(opened.connection)
        assert loaded in (told.loaded, told.loaded + 1), (loaded, told)
        assert state_in(opened.connection) == state_after(loaded)
        assert run_checks(opened) == []
    shown = shown_round(place / "out")
    assert told.published <= shown <= told.published + 1, (shown, told)
    assert shown <= loaded
    before = (told.loaded, told.published)
    told.loaded, told.published = loaded, shown
    undone = before == (loaded, shown)
    return f"in {step}, {'step undone' if undone else 'step done and not yet told'}"


def shown_round(out: Path) -> int:
    """The round that `latest` shows, all of it; 0 where nothing has been published yet."""
    latest = out / "latest"
    if not latest.is_symlink():
        return 0
    assert_whole(latest)
    with duckdb.connect(str(latest / "scorepack.duckdb"), read_only=True) as copy:
        number = rounds_in(copy)
        assert state_in(copy) == state_after(number)
    return number


def _process(place: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.long.rounds", str(place / "warehouse.duckdb"), str(place / "out")]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


if __name__ == "__main__":
    main()
