"""Hypothesis chooses the damage, and makes what fails as small as it can: `python -m tests.fuzz.guided --inputs 2000`.

The damage is that of `damage.py`; every choice in it is drawn by hypothesis, so that a failure shrinks to one sound
paper and one mishap. Papers that tell more (values, notices) are sought after: they lead deeper than those that are
refused. Exit status 1 at a fault of ours; the smallest input that shows it is kept.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings, target
from hypothesis import strategies as st

from extractors import Source
from flows.reading import PaperReaders
from tests.fuzz.damage import damaged
from tests.fuzz.reading import FAULT, LIMITS, kind_of
from tests.fuzz.seeds import format_of, seeds
from transforms import load_catalogue
from transforms.findings import Findings

PHASES = (Phase.generate, Phase.target, Phase.shrink)


class FaultFound(AssertionError):
    """A paper met a fault of ours."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")


def main() -> None:
    """Counts of what came of the papers, or the smallest one that met a fault."""
    told = argparse.ArgumentParser(
        prog="python -m tests.fuzz.guided", description="Read papers that hypothesis spoils."
    )
    told.add_argument("--inputs", type=int, default=2000)
    told.add_argument("--seed", type=int, default=1)
    told.add_argument("--keep", type=Path, default=Path("fuzz-fault"), help="where to put the input that met a fault")
    wanted = told.parse_args()
    begun = time.monotonic()
    try:
        counts = spoil(wanted.inputs, wanted.seed, wanted.keep)
    except FaultFound as fault:
        print(f"{fault}\nkept in {wanted.keep}")
        sys.exit(1)
    print(", ".join(f"{number} {kind}" for kind, number in counts.most_common()))
    print(f"{counts.total()} inputs in {time.monotonic() - begun:.0f} s")


def spoil(inputs: int, start: int, keep: Path) -> Counter[str]:
    """Let hypothesis spoil and read so many papers. Raises FaultFound with the smallest that met a fault of ours."""
    counts: Counter[str] = Counter()
    names = sorted(seeds())
    with tempfile.TemporaryDirectory() as folder, PaperReaders(load_catalogue(), LIMITS) as readers:

        @seed(start)
        @settings(
            max_examples=inputs, deadline=None, database=None, phases=PHASES, suppress_health_check=[*HealthCheck]
        )
        @given(st.sampled_from(names), st.sampled_from(names), st.randoms(use_true_random=False))
        def read_spoilt(name: str, other: str, chance: random.Random) -> None:
            content = damaged(seeds()[name], seeds()[other], chance)
            findings = _read(readers, Path(folder) / name, content)
            reason = findings.document.reason if findings.document.status == "failed" else None
            kind = kind_of(reason)
            counts[kind] += 1
            target(float(len(findings.observations) + len(findings.notices)), label=format_of(name))
            if kind == FAULT:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / name).write_bytes(content)
                raise FaultFound(name, reason or "")

        read_spoilt()
    return counts


def _read(readers: PaperReaders, path: Path, content: bytes) -> Findings:
    path.write_bytes(content)
    [findings] = readers.read([Source(address=str(path), path=path, file_name=path.name)])
    return findings


if __name__ == "__main__":
    main()
