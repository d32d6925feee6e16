"""Score tables drawn for scans and pictures, with the letter or slide around them."""

import random
from collections.abc import Mapping, Sequence

from tests.support.drawn_pdf import Sheet

BENCHMARKS = (
    "Risk Assessment",
    "Multi-Agency Partnership Board",
    "Prevent Partnership Plan",
    "Channel Panel",
    "Training",
    "Venue Hire and IT Policies",
    "Communications",
)
PROSE = (
    "The partnership assesses itself every year against the benchmarks of the Home Office, and officers from",
    "each partner agree the scores before the board sees them. The table below gives this year's outcome.",
)
AFTER = ("Officers will bring a plan for the areas with the lowest scores to the meeting in March.",)
RAG = {"1": "#c0392b", "2": "#e67e22", "3": "#f1c40f", "4": "#7dcea0", "5": "#1e8449"}
LIGHT_INK = ("1", "5")

Rows = Mapping[str, Sequence[str]]


def scores(columns: Sequence[str], *, seed: int = 1, labels: Sequence[str] = BENCHMARKS) -> dict[str, tuple[str, ...]]:
    """For each benchmark a score of 1 to 5 in each column, the same for the same seed."""
    chance = random.Random(seed)
    return {label: tuple(str(chance.randint(1, 5)) for _ in columns) for label in labels}


def letter(sheet: Sheet, title: str) -> float:
    """The head of a report; gives the place below it."""
    sheet.text(40, 40, "Brackford Borough Council", size=16, bold=True)
    sheet.text(40, 64, title, size=13, bold=True)
    sheet.text(40, 84, "Date: 8 September 2022", size=10)
    sheet.lines(40, 106, PROSE, size=9.2)
    return 136.0


def ending(sheet: Sheet, top: float) -> None:
    """What follows the table."""
    sheet.lines(40, top + 24, AFTER, size=9.2)
    sheet.text(sheet.width / 2, sheet.height - 24, "Page 3 of 9", size=8, align="centre")


def table(
    sheet: Sheet,
    x: float,
    top: float,
    rows: Rows,
    columns: Sequence[str],
    *,
    corner: str = "Benchmark",
    label_width: float = 190,
    width: float = 60,
    height: float = 20,
    size: float = 10,
    rules: str = "all",
    rule_colour: str = "#000000",
    coloured: bool = False,
    head_fill: str | None = None,
) -> float:
    """The table; `coloured` shades each score as its figure. Gives its foot."""
    heads = [corner, *columns]
    edges = [x, x + label_width]
    for _ in columns:
        edges.append(edges[-1] + width)
    foot = top + height * (len(rows) + 1)
    if head_fill:
        sheet.fill(x, top, edges[-1], top + height, head_fill)
    for r, values in enumerate(rows.values(), start=1):
        for c, value in enumerate(values, start=1):
            if coloured and value in RAG:
                sheet.fill(edges[c], top + r * height, edges[c + 1], top + (r + 1) * height, RAG[value])
    for number in range(len(rows) + 2):
        if rules in ("all", "level") or (rules == "book" and number in (0, 1, len(rows) + 1)):
            y = top + number * height
            sheet.rule(x, y, edges[-1], y, colour=rule_colour, width=0.8)
    for edge in edges if rules == "all" else ():
        sheet.rule(edge, top, edge, foot, colour=rule_colour, width=0.8)
    for r, texts in enumerate([heads, *([label, *values] for label, values in rows.items())]):
        base = top + r * height + height / 2 + size * 0.35
        for c, text in enumerate(texts):
            ink = "#ffffff" if (r == 0 and head_fill) or (coloured and r and c and text in LIGHT_INK) else "#000000"
            if c:
                middle = (edges[c] + edges[c + 1]) / 2
                sheet.text(middle, base, text, size=size, align="centre", bold=r == 0, colour=ink)
            else:
                sheet.text(edges[0] + 5, base, text, size=size, bold=r == 0, colour=ink)
    return foot
