"""Tables that run over pages, and pages and tables that are turned."""

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.pagesizes import A4, landscape

from tests.hard_cases.drawn_layouts_plain import facts_in
from tests.hard_cases.facts import Case, Fact
from tests.hard_cases.pen import Cells, Look, PageOf, Pen, paper, sideways
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, ITEMS, SHORT, grid, heat_fills

MORE_AREAS = (
    *AREAS,
    "Granby",
    "Hollin Moor",
    "Ingleby",
    "Jarrow Green",
    "Kelby",
    "Longmere",
    "Marsden Hill",
    "Norbury",
)
LONG_TABLE = grid(MORE_AREAS, SHORT)
WIDTHS = [120, *[56] * 6]
SERIF = Look(font="Times-Roman", bold="Times-Bold", size=10)
WORDY = [
    ["Benchmark", "Finding of the review", "Score"],
    ["Risk Assessment", "The local profile is read by every partner and is brought up to date twice a year.", "4"],
    ["Channel Panel", "The panel is well attended; its chair and deputy have both been trained for the part.", "5"],
    [
        "Training",
        "Most front-line staff have been trained, though schools and care homes are behind; a plan to reach them by "
        "the spring has been agreed with all of the districts and will be watched by the board.",
        "2",
    ],
    [
        "Venue Hire and IT Policies",
        "Not all parish councils have a policy, and the filter is not yet the same everywhere.",
        "3",
    ],
]


def over_pages(
    number: int, title: str, rows: Cells, cut: int, look: Look, *, repeated: bool, furniture: bool = True
) -> Case:
    """A table cut after a row, its second part at the head of the next page."""

    def around(pen: Pen, page: int) -> None:
        if furniture:
            pen.text(60, 40, "Safer Communities Board 14 March 2023", size=8)
            pen.text(290, 815, f"Page {page}", size=8)

    def first(pen: Pen) -> None:
        around(pen, 1)
        top = pen.prose(pen.height - 150 - 17 * cut, BEFORE)
        pen.table(60, top + 8, WIDTHS, rows[:cut], look)

    def second(pen: Pen) -> None:
        around(pen, 2)
        part = [rows[0], *rows[cut:]] if repeated else rows[cut:]
        foot = pen.table(60, 70, WIDTHS, part, look if repeated else replace(look, head_rows=0))
        pen.prose(foot + 16, AFTER)

    facts = (*facts_in(rows[:cut], page=1), *facts_in([rows[0], *rows[cut:]], page=2))
    return Case(number, title, paper(first, second), facts, absent=(*FOREIGN, "Safer"))


def split_row(title: str, look: Look, *, repeated: bool) -> Case:
    """A table cut inside the text of a row: the rest of its lines stand at the head of the next page."""
    head = "Most front-line staff have been trained, though schools and care homes are behind;"
    rest = (
        "a plan to reach them by the spring has been agreed with all of the districts and will be watched by the board."
    )
    upper = [*WORDY[:3], ["Training", head, "2"]]
    lower = [*(WORDY[:1] if repeated else []), ["", rest, ""], *WORDY[4:]]
    widths = [130, 280, 50]

    def first(pen: Pen) -> None:
        top = pen.prose(600, BEFORE)
        pen.table(60, top, widths, upper, replace(look, upright="head"))

    def second(pen: Pen) -> None:
        foot = pen.table(60, 60, widths, lower, replace(look, upright="head", head_rows=int(repeated)))
        pen.prose(foot + 16, AFTER)

    facts = (
        *facts_in(WORDY, first=2),
        *(Fact(row[1], row[0], (WORDY[0][1],)) for row in WORDY[1:]),
    )
    return Case(14, title, paper(first, second), facts, absent=FOREIGN)


def around(rows: Cells, widths: Sequence[float], look: Look) -> PageOf:
    """A page with running text before and after a table."""

    def page(pen: Pen) -> None:
        pen.text(60, 60, "Appendix B: scores by area", size=13, font="Helvetica-Bold")
        top = pen.prose(80, BEFORE)
        foot = pen.table(60, top, widths, rows, look)
        pen.prose(foot + 14, AFTER)

    return page


def shown_turned(title: str, rows: Cells, widths: Sequence[float], look: Look, rotate: int) -> Case:
    """A page whose file says that it is to be turned."""
    draw = paper(around(rows, widths, look), size=landscape(A4) if rotate % 180 else A4, rotate=rotate)
    return Case(15, title, draw, facts_in(rows), absent=FOREIGN)


def whole_page_sideways(title: str, rows: Cells, widths: Sequence[float], look: Look, angle: int) -> Case:
    """A landscape page typed onto an upright one, with or without an upright page number."""

    def page(pen: Pen) -> None:
        sideways(pen, angle, 0, 0, pen.height, pen.width, around(rows, widths, look))
        pen.text(290, 825, "Page 14", size=8)

    return Case(16, title, paper(page), facts_in(rows), absent=FOREIGN)


def table_sideways(title: str, rows: Cells, widths: Sequence[float], look: Look, angle: int) -> Case:
    """Only the table lies on its side; the text around it stands upright."""

    def page(pen: Pen) -> None:
        pen.text(60, 60, "Appendix B: scores by area", size=13, font="Helvetica-Bold")
        top = pen.prose(80, BEFORE)
        wide = sum(widths)
        sideways(pen, angle, 150, top + 10, wide + 20, 300, lambda inner: inner.table(10, 10, widths, rows, look))
        pen.prose(top + wide + 50, AFTER)

    return Case(16, title, paper(page), facts_in(rows), absent=FOREIGN)


AREA_ROWS = grid(AREAS, SHORT)
BENCHMARK_ROWS = grid(ITEMS[:8], ("2021", "2022", "2023"), "Benchmark")
HEAT = replace(Look(), fills=heat_fills(AREA_ROWS), colour="#ffffff")
LONG_HEAT = replace(Look(), fills=heat_fills(LONG_TABLE), colour="#ffffff")

CASES: tuple[Case, ...] = (
    over_pages(12, "over two pages, header repeated", LONG_TABLE, 8, Look(), repeated=True),
    over_pages(
        12, "over two pages, header repeated, level rules", LONG_TABLE, 6, replace(SERIF, rules="level"), repeated=True
    ),
    over_pages(
        12, "over two pages, header repeated, three rules", LONG_TABLE, 9, replace(Look(), rules="book"), repeated=True
    ),
    over_pages(
        12, "over two pages, header repeated, no rules", LONG_TABLE, 8, replace(Look(), rules="none"), repeated=True
    ),
    over_pages(13, "over two pages, header once", LONG_TABLE, 8, Look(), repeated=False),
    over_pages(
        13, "over two pages, header once, thin boxes", LONG_TABLE, 10, replace(SERIF, ink="boxes"), repeated=False
    ),
    over_pages(
        13, "over two pages, header once, level rules", LONG_TABLE, 7, replace(SERIF, rules="level"), repeated=False
    ),
    over_pages(
        13, "over two pages, header once, no rules", LONG_TABLE, 8, replace(Look(), rules="none"), repeated=False
    ),
    over_pages(13, "over two pages, header once, no furniture", LONG_TABLE, 8, Look(), repeated=False, furniture=False),
    over_pages(13, "over two pages, one row left over", LONG_TABLE, 14, Look(), repeated=False),
    split_row("cut inside a row, header once", Look(), repeated=False),
    split_row("cut inside a row, header repeated", SERIF, repeated=True),
    split_row("cut inside a row, level rules", replace(Look(), rules="level"), repeated=True),
    *(shown_turned(f"page turned by {turn}, ruled", AREA_ROWS, WIDTHS, Look(), turn) for turn in (90, 180, 270)),
    *(shown_turned(f"page turned by {turn}, heatmap", AREA_ROWS, WIDTHS, HEAT, turn) for turn in (90, 180, 270)),
    *(
        shown_turned(
            f"page turned by {turn}, no rules", BENCHMARK_ROWS, [200, 60, 60, 60], replace(SERIF, rules="none"), turn
        )
        for turn in (90, 270)
    ),
    shown_turned("page turned by 90, headings turned", AREA_ROWS, [120, *[36] * 6], replace(Look(), turned=90), 90),
    *(
        whole_page_sideways(f"whole page typed at {angle}, ruled", AREA_ROWS, WIDTHS, Look(), angle)
        for angle in (90, 270)
    ),
    *(
        whole_page_sideways(
            f"whole page typed at {angle}, no rules",
            BENCHMARK_ROWS,
            [200, 60, 60, 60],
            replace(SERIF, rules="none"),
            angle,
        )
        for angle in (90, 270)
    ),
    *(
        table_sideways(f"only the table typed at {angle}, ruled", AREA_ROWS, WIDTHS, Look(), angle)
        for angle in (90, 270)
    ),
    *(
        table_sideways(f"only the table typed at {angle}, heatmap", AREA_ROWS, WIDTHS, HEAT, angle)
        for angle in (90, 270)
    ),
    *(
        table_sideways(
            f"only the table typed at {angle}, level rules",
            BENCHMARK_ROWS,
            [170, 60, 60, 60],
            replace(SERIF, rules="level"),
            angle,
        )
        for angle in (90, 270)
    ),
    *(
        table_sideways(
            f"only the table typed at {angle}, no rules",
            BENCHMARK_ROWS,
            [170, 60, 60, 60],
            replace(SERIF, rules="none"),
            angle,
        )
        for angle in (90, 270)
    ),
)
