"""What a refresh costs that finds nothing new, beside a flow that does nothing at all.

    python -m benchmarks.refresh [DOCUMENTS] [ROUNDS]

Makes so many papers (1,000), refreshes once, then times whole processes in turn: one that runs an empty flow, and
one that refreshes. Both start Prefect's own server, which takes most of the time. Exit status 1 where a paper was read.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.children import Spent, clean_environment, command

BARE = """
from flows.engine import run_flow
from prefect import flow
@flow
def nothing():
    return 0
run_flow(nothing)
"""


def main(documents: int, rounds: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = clean_environment(place)
        config = papers_to_refresh(place, documents)
        refresh = [sys.executable, "-m", "flows", "refresh", "--json", "--config", str(config)]
        bare = [sys.executable, "-c", BARE]
        spent, first = command(refresh, environment)
        print(f"first refresh: {spent.clock:.1f} s, {json.loads(first)['refresh']['read']} documents read", flush=True)
        empty, again, read = [], [], []
        for _ in range(rounds):
            empty.append(command(bare, environment)[0])
            spent, told = command(refresh, environment)
            again.append(spent)
            read.append(json.loads(told)["refresh"]["read"])
        _tell("empty flow", empty)
        _tell("refresh", again)
        more, less = _median(again), _median(empty)
        clock, processor = more.clock - less.clock, more.processor - less.processor
        print(f"more for {documents} known documents: {clock:.2f} s, {processor:.2f} processor s")
        print(f"documents read: {read}")
        return 1 if any(read) else 0


def _tell(what: str, rounds: Sequence[Spent]) -> None:
    middle = _median(rounds)
    print(
        f"{what:<11} least {min(one.clock for one in rounds):.2f} s, median {middle.clock:.2f} s; "
        f"processor least {min(one.processor for one in rounds):.2f} s, median {middle.processor:.2f} s; "
        f"{len(rounds)} rounds"
    )


def _median(rounds: Sequence[Spent]) -> Spent:
    return Spent(statistics.median(one.clock for one in rounds), statistics.median(one.processor for one in rounds))


def papers_to_refresh(place: Path, documents: int) -> Path:
    papers = place / "papers"
    papers.mkdir()
    long_ago = time.time() - 3600
    for number in range(documents):
        paper = papers / f"briefing-{number:04}.md"
        paper.write_text(
            f"# Prevent benchmarks, paper {number}\n\nSefton Council, 2022\n\n"
            f"| Benchmark | Score |\n| --- | --- |\n| Channel Panel | {number % 6} |\n| Risk Assessment | 4 |\n"
        )
        os.utime(paper, (long_ago, long_ago))
    config = place / "scorepack.toml"
    config.write_text('sources = ["papers"]\nwarehouse = "w.duckdb"\nout = "published"\n[fetching]\nstore = "store"\n')
    return config


if __name__ == "__main__":
    told = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(told + [1000, 5][len(told) :])))
