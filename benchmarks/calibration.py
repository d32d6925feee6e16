"""How far a confidence can be trusted: reads papers whose contents are known and counts.

    uv run python benchmarks/calibration.py PAPERS TRUTH.csv [PAPERS TRUTH.csv ...]

PAPERS is a folder; TRUTH.csv has a row for each value that its papers show, with the columns file_name, authority_code,
framework, period_year, benchmark, score and band (score empty where the paper gives a band alone). A paper without rows
holds no score.

Prints, for each way of seeing and each bin of confidence, how many values were accepted and what share of them is
right, and how many were held and what share of those was read right all the same; then the commonest reasons for
holding a value. Ends with status 1 where fewer than 99 % of the values accepted at 0.9 and above are right.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from extractors import PaperError, read
from transforms import Lexicon, load_catalogue, normalise
from transforms.findings import Observation

BINS = (0.95, 0.9, 0.8, 0.0)
SURE_FROM, SURE = 0.9, 0.99
REASONS = 10
Key: TypeAlias = tuple[str, str, int, str]
"""Framework, authority, year, benchmark."""
Value: TypeAlias = tuple[float | None, str]
"""Score, where there is one, and band."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One value as read, and whether the truth has it. A held one is right by benchmark and value alone."""

    status: str
    method: str
    confidence: float
    reason: str
    right: bool


def main(arguments: list[str]) -> int:
    """Read and count; the exit status says whether the promise of the README holds."""
    if not arguments or len(arguments) % 2:
        print("usage: calibration.py PAPERS TRUTH.csv [PAPERS TRUTH.csv ...]", file=sys.stderr)
        return 2
    lexicon = Lexicon.of(load_catalogue())
    pairs = zip(map(Path, arguments[::2]), map(Path, arguments[1::2]), strict=True)
    seen = [value for folder, truth in pairs for value in values_of(folder, truth, lexicon)]
    print(*_table(seen), "", *_reasons(seen), sep="\n")
    sure = [one.right for one in seen if one.status == "accepted" and one.confidence >= SURE_FROM]
    print(f"\naccepted at {SURE_FROM} and above: {_share(sure)} of {len(sure)} right")
    return 0 if sum(sure) >= SURE * len(sure) else 1


def values_of(folder: Path, truth_file: Path, lexicon: Lexicon) -> Iterator[Seen]:
    """The values read from the papers of a folder, each compared with the truth of its paper."""
    by_name: dict[str, dict[Key, set[Value]]] = defaultdict(lambda: defaultdict(set))
    with truth_file.open(newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            key = (row["framework"], row["authority_code"], int(row["period_year"]), row["benchmark"])
            by_name[row["file_name"]][key].add((float(row["score"]) if row["score"] else None, row["band"]))
    papers = sorted(path for path in folder.iterdir() if path.is_file())
    # The same bytes under two names have one truth.
    names: dict[str, list[str]] = defaultdict(list)
    for path in papers:
        names[_hash(path)].append(path.name)
    for path in papers:
        known = next((by_name[name] for name in names[_hash(path)] if name in by_name), {})
        try:
            document = read(path, words=lexicon.words)
        except PaperError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        for found in normalise(document, lexicon).observations:
            right = _is_right(found, known)
            yield Seen(found.status, found.place.method, found.confidence, found.reason or "", right)


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _is_right(found: Observation, known: dict[Key, set[Value]]) -> bool:
    whose = found.subject
    for (framework, authority, year, benchmark), values in known.items():
        same = (framework, benchmark) == (found.framework, found.benchmark)
        full = (authority, year) == (whose.authority_code, whose.period_year)
        if same and (full or found.status != "accepted") and any(_agree(found, value) for value in values):
            return True
    return False


def _agree(found: Observation, value: Value) -> bool:
    score, band = value
    return found.score == score if found.score is not None else found.band == band


def _table(seen: Iterable[Seen]) -> Iterator[str]:
    yield f"{'method':8} {'confidence':11} {'accepted':>8} {'right':>7} {'held':>6} {'right':>7}"
    groups: dict[tuple[str, float], list[Seen]] = defaultdict(list)
    for one in seen:
        bottom = next(bottom for bottom in BINS if one.confidence >= bottom)
        groups[one.method, bottom].append(one)
        groups["all", bottom].append(one)
    for (method, bottom), group in sorted(
        groups.items(), key=lambda pair: (pair[0][0] == "all", pair[0][0], -pair[0][1])
    ):
        top = next((BINS[at - 1] for at in range(1, len(BINS)) if BINS[at] == bottom), 1.0)
        accepted = [one.right for one in group if one.status == "accepted"]
        held = [one.right for one in group if one.status == "review"]
        of_both = f"{len(accepted):8} {_share(accepted):>7} {len(held):6} {_share(held):>7}"
        yield f"{method:8} {bottom:4.2f}-{top:4.2f}   {of_both}"


def _reasons(seen: Iterable[Seen]) -> Iterator[str]:
    """The commonest reasons, with what is quoted and counted in them left out."""
    held = [one for one in seen if one.status == "review"]
    plain = (re.sub(r"'[^']*'|\d[\d/.-]*", "...", one.reason.split("; ")[0]) for one in held)
    yield f"the commonest reasons of {len(held)} held values"
    for reason, count in Counter(plain).most_common(REASONS):
        yield f"{count:6}  {reason}"


def _share(right: list[bool]) -> str:
    return f"{100 * sum(right) / len(right):.1f} %" if right else "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
