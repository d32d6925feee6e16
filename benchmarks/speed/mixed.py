"""Mixed papers from folder to release, beside the script that looks for score tables by their labels.

Counted are correct records. Ours is one where benchmark, authority, year and score are those of the paper; the script's
where benchmark, head of the column and score are: whom and when a paper is about it never asks.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

from benchmarks.packs import LABELS
from benchmarks.refresh import BARE
from benchmarks.speed.children import Spent, clean_environment, command, ours, theirs
from benchmarks.speed.lines import Group, Line, Target
from benchmarks.speed.papers import CONFIGURATION, Paper, configured, write_papers
from benchmarks.speed.starting import SCOREPACK
from transforms import load_catalogue

LEAST_TIMES_FASTER = 10.0
FRAMEWORK = "prevent-duty-2018"
_SAMPLES = 20
_SAMPLES_OF_ALL = 100
_MANY = 1_000  # of fewer papers a whole run has the engine's start to bear


def groups(place: Path, count: int) -> Iterator[Group]:
    """`run` over all papers; then by kind of paper what reading and interpreting takes, beside the script."""
    papers = write_papers(place / "papers", count)
    configured(place)
    yield from _of_kinds(place, papers)
    spent, right, wrong = _run(place, papers)
    theirs_spent, theirs_right, their_note = script(_spread(papers, _SAMPLES_OF_ALL))
    wanted = sum(len(paper.scores) for paper in papers)
    lines = [
        Line("scorepack run, to the release", spent, right, "records", f"of {wanted:,}; {wrong} wrong", True),
        Line("pdfplumber/python-docx script", theirs_spent, theirs_right, "records", their_note),
    ]
    pages = sum(paper.pages for paper in papers)
    targets = [_faster(lines, "a whole run")] if count >= _MANY else []
    yield Group(f"{count:,} mixed papers, {pages:,} pages: per correct record", lines, targets)


def _of_kinds(place: Path, papers: Sequence[Paper]) -> Iterator[Group]:
    for kind in dict.fromkeys(paper.kind for paper in papers):
        some = _spread([paper for paper in papers if paper.kind == kind], _SAMPLES)
        wanted = sum(len(paper.scores) for paper in some)
        mine = ours(f"scores {place / CONFIGURATION}", 1, [paper.path for paper in some])
        right, wrong = ours_right(mine.told["records"], some)
        spent, found, note = script(some)
        lines = [
            Line(
                "scorepack, read and interpreted", mine.spent, right, "records", f"of {wanted:,}; {wrong} wrong", True
            ),
            Line("pdfplumber/python-docx script", spent, found, "records", note),
        ]
        targets = [_faster(lines, "packs")] if kind == "pack" else []
        yield Group(f"{len(some)} papers of the kind {kind}: per correct record", lines, targets)


def _faster(lines: Sequence[Line], what: str) -> Target:
    mine, script = lines[0].each, lines[1].each
    times = script / mine if script and mine else 0.0
    return Target(f"{what}, times faster than the script per correct record", times, LEAST_TIMES_FASTER, at_least=True)


def _run(place: Path, papers: Sequence[Paper]) -> tuple[Spent, int, int]:
    environment = clean_environment(place)
    command([sys.executable, "-c", BARE], environment)  # Prefect makes its database, once for all runs
    spent, _ = command([*SCOREPACK, "run", "--config", str(place / CONFIGURATION)], environment)
    with (place / "published" / "latest" / "observations.csv").open(encoding="utf-8", newline="") as stream:
        found = {
            (row["file_name"], row["benchmark"], row["authority_code"], int(row["period_year"]), float(row["score"]))
            for row in csv.DictReader(stream)
            if row["status"] == "accepted"
        }
    return spent, *_counted(found, _truth(papers))


def ours_right(records: Iterable[Sequence[object]], papers: Sequence[Paper]) -> tuple[int, int]:
    """How many of our records are right and wrong: paper, benchmark, authority, year, score."""
    found = {(Path(str(paper)).name, *rest) for paper, *rest in records}
    return _counted(found, _truth(papers))


def _truth(papers: Iterable[Paper]) -> set[tuple[object, ...]]:
    [framework] = [one for one in load_catalogue().frameworks if one.id == FRAMEWORK]
    ids = dict(zip(LABELS, (item.id for item in framework.benchmarks), strict=True))
    return {
        (paper.path.name, ids[one.label], one.code, one.year, one.score) for paper in papers for one in paper.scores
    }


def script(papers: Sequence[Paper]) -> tuple[Spent, int, str]:
    """What the script took for the papers, how many of its records are right, and a note of both counts."""
    turn = theirs("score script", 1, [paper.path for paper in papers])
    assert turn is not None
    truth = {
        (str(paper.path), "".join(one.label.lower().split()), one.head, one.score)
        for paper in papers
        for one in paper.scores
    }
    right, wrong = _counted({tuple(record) for record in turn.told["records"]}, truth)
    return turn.spent, right, f"{len(papers)} of the papers: of {len(truth):,}; {wrong} wrong"


def _counted(found: Set[tuple[object, ...]], truth: Set[tuple[object, ...]]) -> tuple[int, int]:
    return len(found & truth), len(found - truth)


def _spread(papers: Sequence[Paper], most: int) -> list[Paper]:
    """At most so many of the papers, from the first to the last, each kind with its share."""
    shares = list(dict.fromkeys(paper.kind for paper in papers))
    chosen = []
    for kind in shares:
        alike = [paper for paper in papers if paper.kind == kind]
        count = min(len(alike), max(1, round(most * len(alike) / len(papers))))
        chosen += [alike[place * len(alike) // count] for place in range(count)]
    return chosen
