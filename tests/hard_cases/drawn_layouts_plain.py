"""Tables of one header row and one label column, shown by rules, by fills, by stripes or by nothing."""

from collections.abc import Sequence
from dataclasses import replace

from tests.hard_cases.facts import Case, Fact
from tests.hard_cases.pen import Cells, Look, Pen, paper
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, ITEMS, SHORT, grid, heat_fills


def facts_in(rows: Cells, labels: int = 0, first: int = 1, page: int | None = None) -> tuple[Fact, ...]:
    """The facts of a table with one header row, its labels in the column `labels` and its values from `first` on."""
    return tuple(
        Fact(text, row[labels], (rows[0][column],), page)
        for row in rows[1:]
        for column, text in enumerate(row)
        if column >= first
    )


def shown(
    number: int,
    title: str,
    rows: Cells,
    widths: Sequence[float],
    look: Look,
    *,
    x: float = 60,
    labels: int = 0,
    first: int = 1,
    before: Sequence[str] = BEFORE,
    after: Sequence[str] = AFTER,
) -> Case:
    """A case of one table between two stretches of running text."""

    def page(pen: Pen) -> None:
        pen.text(60, 70, "Report of the Director of Communities", size=13, font="Helvetica-Bold")
        top = pen.prose(90, before, font=look.font)
        foot = pen.table(x, top + 10, widths, rows, look)
        pen.prose(foot + 14, after, font=look.font)

    return Case(number, title, paper(page), facts_in(rows, labels, first), absent=FOREIGN)


LIST = [["", "Benchmark", "Score"], *([str(n), item, str(n % 5 + 1)] for n, item in enumerate(ITEMS, start=1))]
YEARS = grid(
    ("2020", "2021", "2022", "2023"),
    ("Risk Assessment", "Partnership Board", "Plan", "Referral Pathway", "Channel Panel", "Training"),
    "Year",
)
AREAS_GRID = grid(AREAS, SHORT)
DOWN = grid(ITEMS, ("2021/22", "2022/23", "2023/24"), "Benchmark")
TIMES = Look(font="Times-Roman", bold="Times-Bold", size=11)
WHITE = replace(Look(), colour="#ffffff")
HEATED = heat_fills(AREAS_GRID)
WIDE = [130, *[56] * 6]
BANDS = {(r, c): "#dce6f1" if r else "#1f497d" for r in range(0, len(DOWN), 2) for c in range(4)}

CASES: tuple[Case, ...] = (
    shown(1, "ruled list, numbered", LIST, [30, 230, 60], Look(), labels=1, first=2),
    shown(
        1, "ruled list, serif and narrow", LIST, [24, 180, 50], replace(TIMES, values="left"), labels=1, first=2, x=90
    ),
    shown(1, "ruled list, no numbers, figures at the right", DOWN, [220, 70, 70, 70], replace(Look(), values="right")),
    shown(2, "benchmarks across, years down", YEARS, [50, *[70] * 6], Look()),
    shown(2, "benchmarks across, level rules", YEARS, [50, *[70] * 6], replace(Look(), rules="level", size=8)),
    shown(
        2, "benchmarks across, no rules", YEARS, [50, *[70] * 6], replace(Look(), rules="none", upright="head", size=8)
    ),
    shown(4, "heatmap, white rules", AREAS_GRID, WIDE, replace(WHITE, fills=HEATED)),
    shown(
        4,
        "heatmap, white rules, dark header",
        AREAS_GRID,
        WIDE,
        replace(
            WHITE,
            fills={**HEATED, **{(0, c): "#203864" for c in range(7)}},
            text_colour={(0, c): "#ffffff" for c in range(7)},
        ),
    ),
    shown(4, "heatmap, white rules as thin boxes", AREAS_GRID, WIDE, replace(WHITE, fills=HEATED, ink="boxes")),
    shown(5, "heatmap, fills only", AREAS_GRID, WIDE, replace(Look(), rules="none", fills=HEATED)),
    shown(
        5,
        "heatmap, fills only, neighbours alike",
        [[text if r == 0 or c == 0 else "4" for c, text in enumerate(row)] for r, row in enumerate(AREAS_GRID)],
        WIDE,
        replace(Look(), rules="none", fills={(r, c): "#b1d580" for r in range(1, 7) for c in range(1, 7)}),
    ),
    shown(7, "three rules of a book", AREAS_GRID, WIDE, replace(Look(), rules="book")),
    shown(
        7, "three rules of a book, serif, close rows", DOWN, [200, 70, 70, 70], replace(TIMES, rules="book", room=0.5)
    ),
    shown(7, "three rules of a book, two columns", [row[1:] for row in LIST], [200, 60], replace(TIMES, rules="book")),
    shown(8, "no rules", AREAS_GRID, WIDE, replace(Look(), rules="none")),
    shown(
        8,
        "no rules, serif, close rows",
        DOWN,
        [200, 70, 70, 70],
        replace(TIMES, rules="none", room=0.5, values="right"),
    ),
    shown(8, "no rules, label column far from its figures", DOWN, [330, 50, 50, 50], replace(Look(), rules="none")),
    shown(8, "no rules, two columns", [row[1:] for row in LIST], [230, 60], replace(Look(), rules="none")),
    shown(
        19,
        "striped, one fill a row",
        DOWN,
        [220, 70, 70, 70],
        replace(Look(), rules="none", stripes=dict.fromkeys(range(0, len(DOWN), 2), "#eeeeee")),
    ),
    shown(
        19,
        "striped, one fill a cell, dark header",
        DOWN,
        [220, 70, 70, 70],
        replace(Look(), rules="none", fills=BANDS, text_colour={(0, c): "#ffffff" for c in range(4)}),
    ),
    shown(
        19,
        "striped, last row unpainted",
        DOWN[:-1],
        [220, 70, 70, 70],
        replace(
            TIMES,
            rules="none",
            fills={(r, c): "#f2f2f2" for r in range(1, len(DOWN) - 1, 2) for c in range(4)},
            size=10,
        ),
    ),
    shown(20, "level rules only", AREAS_GRID, WIDE, replace(Look(), rules="level")),
    shown(
        20,
        "level rules only, thin boxes a cell",
        DOWN,
        [220, 70, 70, 70],
        replace(TIMES, rules="level", ink="boxes", values="left"),
    ),
    shown(20, "upright rules only between header and foot", DOWN, [220, 70, 70, 70], replace(Look(), rules="upright")),
)
