"""Packs of many pages: a few relevant ones among many, pages of several sizes, one report printed twice."""

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A3, A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.pen import Look, Pen
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, ITEMS, SHORT, grid, heat_fills

Drawn = tuple[tuple[float, float], Callable[[Pen], object]]
_YEARS = ("2020/21", "2021/22", "2022/23")
_TABLE = grid(ITEMS, _YEARS, "Benchmark")
_AREAS = grid(AREAS, SHORT)
_MINUTES = (
    "The minutes of the last meeting were agreed as a correct record and were signed by the chair. There were",
    "{} questions from the public, {} of them on parking in the town centre, and officers undertook to write to",
    "those who had asked. The Committee noted the forecast for the year and the pressures on its services.",
)
_SPENT = [["Service", "Budget", "Spent"], ["Highways", "412", "398"], ["Parks", "96", "101"], ["Libraries", "77", "74"]]


def pack(pages: Sequence[Drawn]) -> Callable[[Path], Path]:
    """What draws the pages into one file, each of its own size, stamped with the pack's page numbers."""

    def draw(folder: Path) -> Path:
        path = folder / "pack.pdf"
        canvas = Canvas(str(path))
        for number, (size, page) in enumerate(pages, start=1):
            canvas.setPageSize(size)
            pen = Pen(canvas, *size)
            page(pen)
            pen.text(size[0] / 2 - 20, size[1] - 18, f"Page {number}", size=9)
            canvas.showPage()
        canvas.save()
        return path

    return draw


def minutes(number: int, *, spending: bool = False) -> Drawn:
    """A page that does not matter."""

    def page(pen: Pen) -> None:
        pen.text(60, 50, "Agenda item " + str(number % 14 + 1), size=12, font="Helvetica-Bold")
        foot = pen.prose(70, [line.format(number % 7 + 2, number % 3 + 1) for line in _MINUTES])
        foot = pen.prose(foot, [line.format(number % 5 + 3, number % 2 + 1) for line in _MINUTES])
        if spending:
            pen.table(60, foot + 10, [160, 70, 70], _SPENT, Look())

    return A4, page


def scores(rows: Sequence[Sequence[str]], widths: Sequence[float], look: Look, size: tuple[float, float] = A4) -> Drawn:
    """A page with a table of scores between two stretches of running text."""

    def page(pen: Pen) -> None:
        pen.text(60, 50, "Report of the Director of Communities", size=13, font="Helvetica-Bold")
        foot = pen.table(60, pen.prose(70, BEFORE) + 10, widths, rows, look)
        pen.prose(foot + 14, AFTER)

    return size, page


def _long_pack(pages: int) -> list[Drawn]:
    """Three relevant pages, one of them among the first, two far behind it."""
    drawn = [minutes(number, spending=number % 9 == 4) for number in range(1, pages + 1)]
    drawn[pages // 3] = scores(_TABLE, [220, 70, 70, 70], Look())
    drawn[pages - 12] = scores(_AREAS, [130, *[56] * 6], Look(fills=heat_fills(_AREAS)))
    drawn[pages - 3] = scores(_TABLE, [220, 70, 70, 70], Look(rules="level"))
    return drawn


def _values(rows: Sequence[Sequence[str]], page: int) -> tuple[Fact, ...]:
    return facts_of({row[0]: row[1:] for row in rows[1:]}, rows[0][1:], page=page)


_PAGES = 120
_WIDE = [150, *[64] * 6]
_REPORT = [
    scores(_TABLE, [220, 70, 70, 70], Look()),
    minutes(3),
    scores(_AREAS, [130, *[56] * 6], Look(rules="none")),
]

CASES: tuple[Case, ...] = (
    Case(
        63,
        "many pages, three that matter",
        pack(_long_pack(_PAGES)),
        (
            *_values(_TABLE, _PAGES // 3 + 1),
            *_values(_AREAS, _PAGES - 11),
            *_values(_TABLE, _PAGES - 2),
        ),
        absent=FOREIGN,
    ),
    Case(
        71,
        "pages of five sizes, upright and wide",
        pack(
            [
                minutes(1),
                scores(_TABLE, [220, 70, 70, 70], Look(), A4),
                scores(_AREAS, _WIDE, Look(fills=heat_fills(_AREAS)), landscape(A4)),
                scores(_AREAS, _WIDE, Look(rules="level"), landscape(A3)),
                scores(grid(ITEMS[:6], _YEARS[:2], "Benchmark"), [190, 50, 50], Look(size=8), A5),
                scores(_TABLE, [200, 60, 60, 60], Look(rules="book"), (612, 792)),
                minutes(7),
            ]
        ),
        (
            *_values(_TABLE, 2),
            *_values(_AREAS, 3),
            *_values(_AREAS, 4),
            *_values(grid(ITEMS[:6], _YEARS[:2], "Benchmark"), 5),
            *_values(_TABLE, 6),
        ),
        absent=FOREIGN,
    ),
    Case(
        72,
        "the same report twice in one pack",
        pack([minutes(1), *_REPORT, minutes(5), minutes(6), *_REPORT, minutes(10)]),
        (*_values(_TABLE, 2), *_values(_AREAS, 4), *_values(_TABLE, 7), *_values(_AREAS, 9)),
        absent=FOREIGN,
    ),
)
