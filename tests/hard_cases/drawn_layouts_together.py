"""Tables beside, under and inside other things: other tables, frames, slide bands, legends, totals, notes."""

from collections.abc import Sequence
from dataclasses import replace

from tests.hard_cases.drawn_layouts_plain import facts_in, shown
from tests.hard_cases.facts import Case, Fact
from tests.hard_cases.pen import Cells, Look, Pen, paper
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, ITEMS, SHORT, grid, heat_fills, scores

SERIF = Look(font="Times-Roman", bold="Times-Bold", size=10)
SLIDE = (720.0, 405.0)
LEFT = grid(ITEMS[:8], ("2022", "2023"), "Benchmark")
RIGHT = grid(AREAS, ("Board", "Plan", "Panel"), "Area", seed=2)
UPPER = grid(AREAS[:4], ("2021", "2022", "2023"), "Area")
LOWER = grid(ITEMS[:5], ("Ashby", "Cawdon"), "Benchmark", seed=1)


def beside(title: str, left: Cells, right: Cells, look: Look, *, gap: float = 24, shift: float = 0) -> Case:
    """Two tables side by side, with running text above and below."""
    wide = [130, *[38] * (len(left[0]) - 1)]
    other = [90, *[38] * (len(right[0]) - 1)]

    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE) + 10
        foot = pen.table(45, top, wide, left, look)
        foot = max(foot, pen.table(45 + sum(wide) + gap, top + shift, other, right, look))
        pen.prose(foot + 16, AFTER)

    return Case(17, title, paper(page), (*facts_in(left), *facts_in(right)), absent=FOREIGN)


def stacked(
    title: str, upper: Cells, lower: Cells, widths: Sequence[float], others: Sequence[float], look: Look
) -> Case:
    """Two tables of which the second begins on the last rule of the first."""

    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE)
        edge = pen.table(60, top + 10, widths, upper, look)
        foot = pen.table(60, edge, others, lower, look)
        pen.prose(foot + 16, AFTER)

    return Case(18, title, paper(page), (*facts_in(upper), *facts_in(lower)), absent=FOREIGN)


def framed(title: str, rows: Cells, widths: Sequence[float], look: Look, *, band: bool) -> Case:
    """A table inside a frame that runs round the page."""

    def page(pen: Pen) -> None:
        pen.frame(36, 36, pen.width - 36, pen.height - 36)
        if band:
            pen.frame(40, 40, pen.width - 40, pen.height - 40)
            pen.rule(36, 76, pen.width - 36, 76)
            pen.rule(36, pen.height - 60, pen.width - 36, pen.height - 60)
        pen.text(60, 62, "Prevent Duty: position at the year's end", size=13, font="Helvetica-Bold")
        top = pen.prose(90, BEFORE)
        foot = pen.table(60, top + 10, widths, rows, look)
        pen.prose(foot + 16, AFTER)

    return Case(21, title, paper(page), facts_in(rows), absent=(*FOREIGN, "Prevent"))


def slide(title: str, rows: Cells, widths: Sequence[float], look: Look, *, ground: str = "#ffffff") -> Case:
    """A slide: a title in a coloured band, the table below, a strip with the slide's number at the foot."""

    def page(pen: Pen) -> None:
        pen.fill(0, 0, 720, 405, ground)
        pen.fill(0, 0, 720, 62, "#1f3864")
        pen.fill(0, 62, 720, 66, "#ffc000")
        pen.text(30, 42, "Where each area stood in 2023", size=24, colour="#ffffff")
        foot = pen.table(36, 90, widths, rows, look)
        pen.text(36, foot + 24, "Members asked officers to look again at training.", size=12)
        pen.fill(0, 385, 720, 405, "#d9d9d9")
        pen.text(690, 398, "7", size=9)

    return Case(22, title, paper(page, size=SLIDE), facts_in(rows), absent=("Where", "7", "Members", "officers"))


def repeated_labels(title: str, look: Look) -> Case:
    """The labels stand at the left and again at the right."""
    rows = [[*row, row[0]] for row in grid(AREAS, SHORT)]
    widths = [100, *[46] * 6, 100]
    case = shown(23, title, rows, widths, look, x=50)
    return replace(case, facts=tuple(fact for fact in case.facts if fact.value.isdigit()))


def with_totals(title: str, look: Look, *, section: bool = False) -> Case:
    """Averages and totals among the areas; a row that names a region may run across."""
    body = scores(6, 6)
    rows = [["Area", *SHORT]]
    rows += [["East", *[""] * 6]] if section else []
    rows += [[area, *line] for area, line in zip(AREAS[:3], body, strict=False)]
    rows += [["East average", "2.3", "3.0", "4.1", "2.7", "3.3", "1.9"]]
    rows += [["West", *[""] * 6]] if section else []
    rows += [[area, *line] for area, line in zip(AREAS[3:], body[3:], strict=True)]
    rows += [
        ["Total (all areas)", "17", "18", "24", "20", "19", "16"],
        ["England average", "3.1", "3.2", "2.9", "3.4", "3.8", "2.6"],
    ]
    spans = {(n, 0): (1, 7) for n, row in enumerate(rows) if not row[1]}
    case = shown(24, title, rows, [120, *[56] * 6], replace(look, spans=spans))
    return replace(case, facts=tuple(fact for fact in case.facts if fact.value))


def with_note(title: str, look: Look, note: Sequence[str]) -> Case:
    """A note close under the table, in smaller type, that says what is left out."""
    rows = grid([*AREAS[:3], "Denholme*", *AREAS[4:]], SHORT)

    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE)
        foot = pen.table(60, top + 10, [120, *[56] * 6], rows, look)
        foot = pen.prose(foot + 2, note, size=8)
        pen.prose(foot + 10, AFTER)

    return Case(25, title, paper(page), facts_in(rows), absent=(*FOREIGN, "excludes", "split", "Excludes"))


def colours_only(title: str, look: Look, *, legend: bool) -> Case:
    """Cells that only their colour tells of, with and without a legend; the colours are checked apart."""
    signs = {"1": "#ff0000", "2": "#ff0000", "3": "#ffc000", "4": "#00b050", "5": "#00b050"}
    told = grid(AREAS, SHORT)
    rows = [[text if r == 0 or c == 0 else "" for c, text in enumerate(row)] for r, row in enumerate(told)]
    fills = {(r, c): signs[text] for r, row in enumerate(told) for c, text in enumerate(row) if text in signs}

    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE)
        foot = pen.table(60, top + 10, [120, *[56] * 6], rows, replace(look, fills=fills))
        for n, (colour, text) in enumerate((("#ff0000", "Not met"), ("#ffc000", "Met"), ("#00b050", "Exceeded"))):
            if legend:
                pen.fill(60 + 110 * n, foot + 14, 72 + 110 * n, foot + 24, colour)
                pen.text(78 + 110 * n, foot + 22, text, size=9)
        pen.prose(foot + 40, AFTER)

    facts = tuple(Fact("", row[0], (head,)) for row in rows[1:] for head in SHORT)
    return Case(6, title, paper(page), facts, absent=(*FOREIGN, "Exceeded"))


HEATED = heat_fills(grid(AREAS, SHORT))
DECK = grid(AREAS, SHORT)
DECK_LOOK = Look(
    size=13,
    colour="#ffffff",
    fills={
        **{(0, c): "#4472c4" for c in range(7)},
        **{(r, c): "#cfd5ea" if r % 2 else "#e9ebf5" for r in range(1, 7) for c in range(7)},
    },
    text_colour={(0, c): "#ffffff" for c in range(7)},
)
NOTE = ("* excludes Fernwick, which was split from Eastmoor during the year.",)
NOTES = (
    "* Denholme excludes the two parishes that were split off in April.",
    "Source: returns of the areas, excludes late ones.",
)

CASES: tuple[Case, ...] = (
    colours_only("colours without digits, no legend", Look(), legend=False),
    colours_only("colours without digits, with a legend", Look(), legend=True),
    colours_only("colours without digits, white rules, with a legend", replace(Look(), colour="#ffffff"), legend=True),
    beside("two tables side by side, ruled", LEFT, RIGHT, Look()),
    beside("two tables side by side, ruled, close", LEFT, RIGHT, replace(SERIF, ink="boxes"), gap=8, shift=6),
    beside("two tables side by side, level rules", LEFT, RIGHT, replace(Look(), rules="level")),
    beside("two tables side by side, three rules", LEFT, RIGHT, replace(SERIF, rules="book")),
    beside("two tables side by side, no rules", LEFT, RIGHT, replace(Look(), rules="none"), gap=40),
    beside(
        "two tables side by side, no rules, lines not level", LEFT, RIGHT, replace(SERIF, rules="none"), gap=40, shift=5
    ),
    beside("two tables side by side, no rules, as long", LEFT[:7], RIGHT, replace(Look(), rules="none"), gap=30),
    beside(
        "two tables side by side, stripes",
        LEFT[:7],
        RIGHT,
        replace(Look(), rules="none", stripes={0: "#d9e2f3", 2: "#f2f2f2", 4: "#f2f2f2", 6: "#f2f2f2"}),
    ),
    beside(
        "two tables side by side, white rules",
        LEFT,
        RIGHT,
        replace(Look(), colour="#ffffff", fills={(r, c): "#d9e2f3" for r in range(9) for c in range(4)}),
    ),
    stacked("two tables with a shared edge, other columns", UPPER, LOWER, [120, 60, 60, 60], [150, 75, 75], Look()),
    stacked(
        "two tables with a shared edge, same width",
        UPPER,
        LOWER,
        [120, 60, 60, 60],
        [140, 80, 80],
        replace(SERIF, ink="boxes"),
    ),
    stacked(
        "two tables with a shared edge, same columns",
        UPPER,
        grid(ITEMS[:4], ("2021/22", "2022/23", "2023/24"), "Benchmark"),
        [150, 60, 60, 60],
        [150, 60, 60, 60],
        Look(),
    ),
    stacked(
        "two tables with a shared edge, level rules",
        UPPER,
        LOWER,
        [120, 60, 60, 60],
        [140, 80, 80],
        replace(Look(), rules="level"),
    ),
    framed("inside a page frame, ruled", DECK, [120, *[56] * 6], Look(), band=False),
    framed("inside a double page frame with bands, ruled", DECK, [120, *[56] * 6], Look(), band=True),
    framed("inside a page frame, level rules", DECK, [120, *[56] * 6], replace(Look(), rules="level"), band=False),
    framed(
        "inside a double page frame with bands, no rules",
        DECK,
        [120, *[56] * 6],
        replace(SERIF, rules="none"),
        band=True,
    ),
    slide("slide with a title band, table style of the program", DECK, [180, *[76] * 6], DECK_LOOK),
    slide("slide with a title band, ruled, tinted ground", DECK, [180, *[76] * 6], Look(size=14), ground="#f7f7f0"),
    slide(
        "slide with a title band, heatmap, tinted ground",
        DECK,
        [180, *[76] * 6],
        Look(size=14, fills=HEATED, colour="#ffffff"),
        ground="#eef3f8",
    ),
    slide("slide with a title band, no rules", DECK, [180, *[76] * 6], Look(size=14, rules="none")),
    repeated_labels("labels again at the right, ruled", Look()),
    repeated_labels("labels again at the right, fills only", Look(rules="none", fills=HEATED)),
    repeated_labels("labels again at the right, no rules", replace(SERIF, rules="none")),
    with_totals("averages and totals among the areas, ruled", Look()),
    with_totals("averages and totals among the areas, no rules", replace(SERIF, rules="none")),
    with_totals("averages, totals and rows that name a region, ruled", Look(), section=True),
    with_totals(
        "averages, totals and rows that name a region, level rules", replace(Look(), rules="level"), section=True
    ),
    with_totals("averages, totals and rows that name a region, no rules", replace(SERIF, rules="none"), section=True),
    with_note("note of what is left out, ruled", Look(), NOTE),
    with_note("note of what is left out, three rules", replace(SERIF, rules="book"), NOTES),
    with_note("note of what is left out, no rules", replace(Look(), rules="none"), NOTES),
    with_note("note of what is left out, heatmap of fills", Look(rules="none", fills=HEATED), NOTE),
)
