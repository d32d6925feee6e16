"""What a refresh costs that finds nothing new, beside a flow that does nothing at all.

    python -m benchmarks.refresh [DOCUMENTS] [ROUNDS]

Makes so many papers (1,000), refreshes once, then times whole processes in turn: one that runs an empty flow, and
one that refreshes. Both start Prefect's own server, which takes most of the time. Exit status 1 where a paper was read.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
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
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        environment |= {"PREFECT_HOME": str(place / "prefect"), "PYTHONPATH": str(ROOT)}
        config = papers_to_refresh(place, documents)
        refresh = [sys.executable, "-m", "flows", "refresh", "--json", "--config", str(config)]
        bare = [sys.executable, "-c", BARE]
        seconds, _, first = _timed(refresh, environment)
        print(f"first refresh: {seconds:.1f} s, {json.loads(first)['refresh']['read']} documents read", flush=True)
        empty, again, read = [], [], []
        for _ in range(rounds):
            empty.append(_timed(bare, environment)[:2])
            seconds, worked, told = _timed(refresh, environment)
            again.append((seconds, worked))
            read.append(json.loads(told)["refresh"]["read"])
        _tell("empty flow", empty)
        _tell("refresh", again)
        more = [statistics.median(column) for column in zip(*again, strict=True)]
        less = [statistics.median(column) for column in zip(*empty, strict=True)]
        print(f"more for {documents} known documents: {more[0] - less[0]:.2f} s, {more[1] - less[1]:.2f} processor s")
        print(f"documents read: {read}")
        return 1 if any(read) else 0


def _tell(what: str, rounds: list[tuple[float, float]]) -> None:
    clock, worked = zip(*rounds, strict=True)
    print(
        f"{what:<11} least {min(clock):.2f} s, median {statistics.median(clock):.2f} s; "
        f"processor least {min(worked):.2f} s, median {statistics.median(worked):.2f} s; {len(rounds)} rounds"
    )


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


def _timed(command: list[str], environment: dict[str, str]) -> tuple[float, float, str]:
    """Seconds by the clock, seconds of processor time, and what was printed."""
    began, worked = time.perf_counter(), _children()
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return time.perf_counter() - began, _children() - worked, done.stdout


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    told = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(told + [1000, 5][len(told) :])))
