"""What the engine costs: a run beside the functions it is made of, a refresh without news beside an empty flow."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.refresh import BARE, papers_to_refresh
from benchmarks.speed.children import Spent, best_of, clean_environment, command
from benchmarks.speed.lines import Group, Line, Target
from benchmarks.speed.papers import configured, write_papers
from benchmarks.speed.starting import SCOREPACK

MOST_TIMES_THE_FUNCTIONS = 1.1
_ROUNDS = 3
_FUNCTIONS = [sys.executable, "-m", "benchmarks.speed.functions"]


def groups(place: Path, papers: int, known: int) -> Iterator[Group]:
    """A run of so many mixed papers, and a refresh of so many known ones."""
    environment = clean_environment(place)  # of one home: what Prefect makes there once is no cost of a run
    empty, _ = best_of(_ROUNDS, [sys.executable, "-c", BARE], environment)
    for part, count in ((_run, papers), (_refresh, known)):
        folder = place / part.__name__
        folder.mkdir()
        yield part(folder, count, empty, environment)


def _run(place: Path, count: int, empty: Spent, environment: Mapping[str, str]) -> Group:
    write_papers(place / "papers", count)
    config = configured(place)
    rounds: dict[str, list[Spent]] = {"run": [], "functions": []}
    for number in range(_ROUNDS - 1):
        for name, words in (("run", [*SCOREPACK, "run"]), ("functions", _FUNCTIONS)):
            fresh = ["--warehouse", str(place / f"{name}{number}.duckdb"), "--out", str(place / f"{name}{number}")]
            rounds[name].append(command([*words, "--config", str(config), *fresh], environment)[0])
    spent = {name: min(times, key=lambda one: one.processor) for name, times in rounds.items()}
    times = (spent["run"].processor - empty.processor) / spent["functions"].processor
    lines = [
        Line("scorepack run", spent["run"], count, "papers", is_ours=True),
        Line("the same functions without Prefect", spent["functions"], count, "papers"),
        Line("an empty flow: the engine's own start", empty, aside=True),
    ]
    target = Target("a run less the engine's start, times the bare functions", times, MOST_TIMES_THE_FUNCTIONS)
    return Group(f"{count} mixed papers: orchestration; the best of {_ROUNDS - 1}", lines, [target])


def _refresh(place: Path, known: int, empty: Spent, environment: Mapping[str, str]) -> Group:
    words = [*SCOREPACK, "refresh", "--config", str(papers_to_refresh(place, known))]
    command(words, environment)
    again, _ = best_of(_ROUNDS, words, environment)
    lines = [
        Line("scorepack refresh", again, note="nothing is read or published again", is_ours=True),
        Line("an empty flow (floor)", empty),
    ]
    return Group(f"a refresh that finds {known:,} known papers and no news; the best of {_ROUNDS}", lines)
