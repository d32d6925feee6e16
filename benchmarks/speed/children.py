"""Processes that are timed: whole commands, and contenders that time themselves."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
_NOT_INSTALLED = 3


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds by the clock and of processor time."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Turn:
    """What a contender did: the best of its rounds, and what it tells of it."""

    spent: Spent
    told: Mapping[str, Any]


def command(words: Sequence[str], environment: Mapping[str, str]) -> tuple[Spent, str]:
    """A whole command, its own processes included, and what it printed; one that fails ends the benchmark."""
    began, worked = time.perf_counter(), _worked()
    done = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: {done.stderr}")
    return Spent(time.perf_counter() - began, _worked() - worked), done.stdout


def best_of(rounds: int, words: Sequence[str], environment: Mapping[str, str]) -> tuple[Spent, str]:
    """The round of a command that took the least processor time."""
    return min((command(words, environment) for _ in range(rounds)), key=lambda turn: turn[0].processor)


def ours(way: str, rounds: int, papers: Iterable[Path]) -> Turn:
    """One of the ways in `ours.py`, in a process of its own; loading of libraries is not counted."""
    turn = _turn([sys.executable, "-m", "benchmarks.speed.ours"], way, rounds, papers)
    assert turn is not None
    return turn


def theirs(way: str, rounds: int, papers: Iterable[Path], python: str = sys.executable) -> Turn | None:
    """One of the ways in `theirs.py` by an interpreter that has its libraries; None where it has not."""
    return _turn([python, str(Path(__file__).with_name("theirs.py"))], way, rounds, papers)


def clean_environment(place: Path) -> dict[str, str]:
    """No Prefect settings of the user's, and a home for Prefect of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    return kept | {"PREFECT_HOME": str(place / "prefect"), "PYTHONPATH": str(ROOT)}


def _turn(start: list[str], way: str, rounds: int, papers: Iterable[Path]) -> Turn | None:
    done = subprocess.run(
        [*start, way, str(rounds)], input="\n".join(map(str, papers)), cwd=ROOT, capture_output=True, text=True
    )
    if done.returncode == _NOT_INSTALLED:
        return None
    if done.returncode:
        raise SystemExit(f"{way}: {done.stderr}")
    told = json.loads(done.stdout.splitlines()[-1])
    return Turn(Spent(told.pop("clock"), told.pop("processor")), told)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
