"""What the engine costs: a run beside the functions it is made of, a refresh without news beside an empty flow."""

import sys
from collections.abc import Iterator
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
    empty, _ = best_of(_ROUNDS, [sys.executable, "-c", BARE], clean_environment(place))
    for part, count in ((_run, papers), (_refresh, known)):
        folder = place / part.__name__
        folder.mkdir()
        yield part(folder, count, empty)


def _run(place: Path, count: int, empty: Spent) -> Group:
    write_papers(place / "papers", count)
    config, environment = configured(place), clean_environment(place)
    spent: dict[str, Spent] = {}
    for name, words in (("run", [*SCOREPACK, "run"]), ("functions", _FUNCTIONS)):
        fresh = ["--warehouse", str(place / f"{name}.duckdb"), "--out", str(place / name)]
        spent[name], _ = command([*words, "--config", str(config), *fresh], environment)
    times = (spent["run"].processor - empty.processor) / spent["functions"].processor
    lines = [
        Line("scorepack run", spent["run"], count, "papers", is_ours=True),
        Line("the same functions without Prefect", spent["functions"], count, "papers"),
        Line("an empty flow: the engine's own start", empty, aside=True),
    ]
    target = Target("a run less the engine's start, times the bare functions", times, MOST_TIMES_THE_FUNCTIONS)
    return Group(f"{count} mixed papers: orchestration", lines, [target])


def _refresh(place: Path, known: int, empty: Spent) -> Group:
    words = [*SCOREPACK, "refresh", "--config", str(papers_to_refresh(place, known))]
    environment = clean_environment(place)
    command(words, environment)
    again, _ = best_of(_ROUNDS, words, environment)
    lines = [
        Line("scorepack refresh", again, note="nothing is read or published again", is_ours=True),
        Line("an empty flow (floor)", empty),
    ]
    return Group(f"a refresh that finds {known:,} known papers and no news; the best of {_ROUNDS}", lines)
