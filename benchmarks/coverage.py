"""How much of what is known to stand in papers is held by what was read, before any benchmark knowledge.

    uv run python benchmarks/coverage.py PAPERS TRUTH [--misses]

PAPERS is a folder of papers, TRUTH a CSV file with one row for each value that a paper shows: `file_name`, `page`
(empty where the format has none), `benchmark` (an id such as channel_panel), `score` (a number, may be empty), `band`
and `family`. A value is held where a cell of a table, chart or picture of that page says it, with its label in the same
row or column; loose where no such label stands there; text where only a block of text of the page says it. Prints the
counts for each family, and with --misses every value that nothing holds, or only loosely.
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from extractors import Document, PaperError, read

BANDS = {
    "not_met": ("not met", "below", "fails", "not yet met", "partially met"),
    "met": ("met", "meets", "achieved"),
    "exceeded": ("exceeded", "exceeds", "above"),
}
HELD, LOOSE, TEXT, MISSED = "held", "loose", "text", "missed"
_LEAST_LETTERS = 4


def main(papers: Path, truth: Path, *, show_misses: bool) -> None:
    """A line for each family, then one for all."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with truth.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            rows[row["file_name"]].append(row)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, values in sorted(rows.items()):
        try:
            document = read(papers / name)
        except PaperError as error:
            print(f"{name}: {error}", file=sys.stderr)
            document = None
        for value in values:
            found = where(document, value) if document else MISSED
            counts[value["family"]][found] += 1
            if found in (LOOSE, MISSED) and show_misses:
                print(f"{found}: {', '.join(value.values())}")
    print(f"{'family':28}{'values':>8}{'held':>8}{'loose':>8}{'text':>8}{'missed':>8}{'share %':>9}")
    for family, count in sorted(counts.items()):
        line(family, count)
    line("all", sum(counts.values(), Counter()))


def line(name: str, count: Counter[str]) -> None:
    """The counts of one family, and the share of its values that a table or a text holds with its label."""
    share = 100 * (count[HELD] + count[TEXT]) / count.total()
    counted = "".join(f"{count[kind]:8}" for kind in (HELD, LOOSE, TEXT, MISSED))
    print(f"{name:28}{count.total():8}{counted}{share:9.1f}")


def where(document: Document, value: dict[str, str]) -> str:
    """Whether a cell of the value's page says it, beside its label or not, or only a block of text, or neither."""
    page = int(value["page"]) if value["page"] else None
    found = MISSED
    for table in document.tables:
        for row in table.places:
            for c, cell in enumerate(row):
                if cell is None or page not in (None, cell.page, table.page) or not says(cell.text, value):
                    continue
                beside = [*row, *(other[c] for other in table.places)]
                if any(other and names(other.text, value) for other in beside):
                    return HELD
                found = LOOSE
    blocks = [block.text for block in document.blocks if page in (None, block.page)]
    return TEXT if any(says(text, value) and names(text, value) for text in blocks) else found


def says(text: str, value: dict[str, str]) -> bool:
    """Whether a text has the score as a number of its own, or is the band in words; without a score, says the band."""
    bands = "|".join(BANDS.get(value["band"], ())) or "(?!)"
    if not value["score"]:
        return re.search(rf"\b(?:{bands})\b", text, re.IGNORECASE) is not None
    number = re.escape(value["score"].removesuffix(".0"))
    figure = re.search(rf"(?<![\d.,]){number}(?:\.0+)?(?!\d|[.,]\d)", text)
    return figure is not None or re.fullmatch(bands, text.strip(), re.IGNORECASE) is not None


def names(text: str, value: dict[str, str]) -> bool:
    """Whether a text has the beginnings of at least half of the longer words in the benchmark's id."""
    words = [word for word in value["benchmark"].split("_") if len(word) >= _LEAST_LETTERS]
    return 2 * sum(word[:_LEAST_LETTERS] in text.lower() for word in words) >= len(words)


if __name__ == "__main__":
    places = [Path(each) for each in sys.argv[1:] if each != "--misses"]
    if len(places) != 2:
        sys.exit(__doc__)
    main(places[0], places[1], show_misses="--misses" in sys.argv)
