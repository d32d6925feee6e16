"""Reads many spoilt papers and prints what came of them: `python -m tests.fuzz --inputs 2000 --seed 1 --keep FOLDER`.

Exit status 1 where one of them met a fault of ours. `--only NUMBER` reads one input again, in this process.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from extractors import PaperError, read
from tests.fuzz.inputs import spoilt_paper
from tests.fuzz.reading import FAULT, Outcome, outcomes


def main() -> None:
    """Counts for each format, and a line for each fault, with the number that repeats it."""
    told = argparse.ArgumentParser(prog="python -m tests.fuzz", description="Read many spoilt papers.")
    told.add_argument("--inputs", type=int, default=2000)
    told.add_argument("--first", type=int, default=0)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--keep", type=Path, help="where to put the inputs that met a fault")
    told.add_argument("--only", type=int, help="read this one input here, with its whole traceback")
    wanted = told.parse_args()
    if wanted.only is not None:
        again(wanted.seed, wanted.only)
        return
    sys.exit(1 if many(wanted.seed, wanted.first, wanted.inputs, wanted.keep) else 0)


def many(seed: int, first: int, count: int, keep: Path | None) -> int:
    """Read the inputs of a seed; gives the number of faults."""
    counts: Counter[tuple[str, str]] = Counter()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for outcome in outcomes((spoilt_paper(seed, first + n) for n in range(count)), Path(folder)):
            counts[outcome.input.format, outcome.kind] += 1
            if outcome.kind in (FAULT, "too slow", "the process ended"):
                print(f"{outcome.input.name}: {outcome.reason}", flush=True)
                _keep(outcome, keep)
    _print(counts)
    print(f"{count} inputs in {time.monotonic() - begun:.0f} s")
    return sum(number for (_, kind), number in counts.items() if kind == FAULT)


def again(seed: int, number: int) -> None:
    """Read one input in this process: a fault shows its traceback."""
    one = spoilt_paper(seed, number)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / one.name
        path.write_bytes(one.content)
        try:
            print(read(path))
        except PaperError as error:
            print(error, "<-", repr(error.__cause__))


def _keep(outcome: Outcome, folder: Path | None) -> None:
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / outcome.input.name).write_bytes(outcome.input.content)


def _print(counts: Counter[tuple[str, str]]) -> None:
    kinds = sorted({kind for _, kind in counts}, key=lambda kind: -sum(n for (_, k), n in counts.items() if k == kind))
    formats = sorted({form for form, _ in counts})
    print(f"{'':30}" + "".join(f"{form:>7}" for form in (*formats, "all")))
    for kind in kinds:
        numbers = [counts[form, kind] for form in formats]
        print(f"{kind:30}" + "".join(f"{number:7}" for number in (*numbers, sum(numbers))))


if __name__ == "__main__":
    main()
