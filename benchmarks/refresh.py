"""What a refresh costs that finds nothing new, beside a flow that does nothing at all.

    python -m benchmarks.refresh [DOCUMENTS] [ROUNDS]

Makes so many papers (1,000), refreshes once, then times whole processes in turn: one that runs an empty flow, and
one that refreshes. Both start Prefect's own server, which takes most of the time. Exit status 1 where a paper was read.
"""

import json
import os
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
        config = _papers(place, documents)
        refresh = [sys.executable, "-m", "flows", "refresh", "--json", "--config", str(config)]
        bare = [sys.executable, "-c", BARE]
        seconds, first = _timed(refresh, environment)
        print(f"first refresh: {seconds:.1f} s, {json.loads(first)['refresh']['read']} documents read", flush=True)
        times: dict[str, list[float]] = {"empty flow": [], "refresh": []}
        read = []
        for _ in range(rounds):
            times["empty flow"].append(_timed(bare, environment)[0])
            seconds, told = _timed(refresh, environment)
            times["refresh"].append(seconds)
            read.append(json.loads(told)["refresh"]["read"])
        for what, took in times.items():
            print(f"{what:<11} least {min(took):.2f} s, median {statistics.median(took):.2f} s, {len(took)} rounds")
        more = statistics.median(times["refresh"]) - statistics.median(times["empty flow"])
        print(f"more for {documents} known documents: {more:.2f} s (medians); documents read: {read}")
        return 1 if any(read) else 0


def _papers(place: Path, documents: int) -> Path:
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


def _timed(command: list[str], environment: dict[str, str]) -> tuple[float, str]:
    began = time.perf_counter()
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    return time.perf_counter() - began, done.stdout


if __name__ == "__main__":
    told = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(told + [1000, 5][len(told) :])))
