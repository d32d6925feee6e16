"""Reads every hostile paper and prints what was said of it: `python -m tests.hostile [--only TEXT] [--keep FOLDER]`.

Exit status 1 where one of them did not come out as it must.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.hostile.corpus import corpus
from tests.hostile.trial import trials


def main() -> None:
    """A line for each case: harm, seconds, memory, what was said."""
    told = argparse.ArgumentParser(prog="python -m tests.hostile", description="Read papers made to do harm.")
    told.add_argument("--only", default="", help="only cases whose name or harm holds this text")
    told.add_argument("--keep", type=Path, help="write the files to this folder and read nothing")
    wanted = told.parse_args()
    cases = [case for case in corpus() if wanted.only in f"{case.name} {case.harm}"]
    if wanted.keep:
        wanted.keep.mkdir(parents=True, exist_ok=True)
        for case in cases:
            (wanted.keep / case.name).write_bytes(case.build())
        return
    faults = 0
    print(f"{'file':26} {'harm':56} {'s':>5} {'MB':>5}  what was said")
    with tempfile.TemporaryDirectory() as folder:
        for trial in trials(cases, Path(folder)):
            mark = f"  <<< {trial.fault}" if trial.fault else ""
            faults += trial.fault is not None
            said = trial.said[:150]
            case = trial.case
            print(f"{case.name:26} {case.harm:56} {trial.seconds:5.1f} {trial.megabytes:5}  {said}{mark}", flush=True)
    print(f"{len(cases)} cases, {faults} not as they must be")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
