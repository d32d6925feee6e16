"""How long everything takes, beside what a user would take instead and beside the least that it can cost.

    python -m benchmarks [--quick] [--only PARTS] [--papers N] [--others PYTHON]

Prints one table and the targets; exit status 1 where a target is missed. `--quick` takes few and small papers: for a
look, not for figures. `--others` is an interpreter of a virtual environment with camelot-py and
markitdown[pdf,docx,pptx], which this project does not need; without them their lines say so. Ratios are of processor
time, own child processes included: what else the machine does hardly counts.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from benchmarks.speed import engine, keeping, mixed, office_files, reading_packs, scans, starting
from benchmarks.speed.lines import Group, Target, told, verdicts


@dataclass(frozen=True, slots=True)
class Scale:
    """How much is measured."""

    packs: tuple[int, ...] = (50, 300, 1000)
    sample: int = 50
    office: int = 100
    papers: int = 1000
    orchestrated: int = 100
    known: int = 1000
    scans: int = 5
    observations: int = 10_000


QUICK = Scale(packs=(50,), sample=10, office=10, papers=20, orchestrated=20, known=20, scans=1, observations=2_000)

Part = Callable[[Path, Scale, str], Iterator[Group]]
PARTS: dict[str, Part] = {
    "start": lambda place, *_: starting.groups(place),
    "packs": lambda place, scale, others: reading_packs.groups(place, scale.packs, scale.sample, others),
    "office": lambda place, scale, others: office_files.groups(place, scale.office, others),
    "mixed": lambda place, scale, _: mixed.groups(place, scale.papers),
    "engine": lambda place, scale, _: engine.groups(place, scale.orchestrated, scale.known),
    "keeping": lambda place, scale, _: keeping.groups(place, scale.observations),
    "scans": lambda place, scale, _: scans.groups(place, scale.scans),
}


def main(parts: list[str], scale: Scale, others: str) -> int:
    """Measure part after part, each in a folder of its own."""
    print(f"{date.today()}, Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print("x ours: processor time for one, beside ours; above 1 is slower than ours")
    targets: list[Target] = []
    for name in parts:
        with tempfile.TemporaryDirectory() as folder:
            for group in PARTS[name](Path(folder), scale, others):
                print("\n".join(told(group)), flush=True)
                targets += group.targets
    print("\ntargets")
    print("\n".join(verdicts(targets)))
    return 0 if all(target.is_met for target in targets) else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="few and small papers")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="these parts alone")
    parser.add_argument("--others", default=sys.executable, metavar="PYTHON", help="interpreter that has the rivals")
    parser.add_argument("--papers", type=int, metavar="N", help="so many mixed papers instead of 1,000")
    given = parser.parse_args()
    scale = QUICK if given.quick else Scale()
    sys.exit(main(given.only, replace(scale, papers=given.papers or scale.papers), given.others))
