"""Whole commands, their start included: help, and one paper of one page."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.children import best_of, clean_environment
from benchmarks.speed.lines import Group, Line, Target
from benchmarks.speed.papers import write_one_page

SCOREPACK = [sys.executable, "-m", "flows"]
MOST_FOR_HELP, MOST_FOR_A_PAGE = 0.3, 1.0
_ROUNDS = 5
_BY_PDFPLUMBER = "import sys, pdfplumber; print(pdfplumber.open(sys.argv[1]).pages[0].extract_tables())"


def groups(place: Path) -> Iterator[Group]:
    """One group: the two commands, Python itself, and the page by pdfplumber alone."""
    page = str(write_one_page(place / "page.pdf"))
    ways = {
        "scorepack extract, a PDF of one page": [*SCOREPACK, "extract", page],
        "scorepack --help": [*SCOREPACK, "--help"],
        "pdfplumber, the tables of that page": [sys.executable, "-c", _BY_PDFPLUMBER, page],
        "python that does nothing (floor)": [sys.executable, "-c", "pass"],
    }
    environment = clean_environment(place)
    spent = {name: best_of(_ROUNDS, words, environment)[0] for name, words in ways.items()}
    lines = [Line(name, one, note="", is_ours="extract" in name) for name, one in spent.items()]
    extract, told, *_ = spent.values()
    targets = [
        Target("seconds for scorepack --help", told.processor, MOST_FOR_HELP),
        Target("seconds for scorepack extract of one page", extract.processor, MOST_FOR_A_PAGE),
    ]
    yield Group(f"commands as a whole; the best of {_ROUNDS}", lines, targets)
