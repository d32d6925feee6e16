"""Tables whose headings are turned, wrapped or stand on two levels, and whose row labels wrap or are merged."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from tests.hard_cases.drawn_layouts_plain import shown
from tests.hard_cases.facts import Case, Fact
from tests.hard_cases.pen import Cells, Look, Pen, paper
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, ITEMS, grid, heat_fills, scores

TURNED_ONE = grid(AREAS, ITEMS[:1] + ITEMS[4:7] + ITEMS[8:])
TURNED_TWO = grid(AREAS, ITEMS[:8])
LONG = (
    "Multi agency partnership board with senior oversight",
    "Risk assessment against the national counter-terrorism local profile",
    "Venue hire and IT policies",
    "Prevent partnership plan agreed by all partners and reviewed each year",
    "Channel panel",
    "Engagement with communities and civil society organisations",
)
LONG_HEADS = ("Score at the first review", "Score at the second review", "Officers' own view", "Change over the year")
WRAPPED = grid(LONG, LONG_HEADS, "Benchmark of the toolkit")
YEARS = ("2022", "2023")


def two_levels(areas: Sequence[str], years: Sequence[str], labels: Sequence[str], corner: str) -> list[list[str]]:
    """A header row of areas, each over its years, a row of years, and a row for each label."""
    body = scores(len(labels), len(areas) * len(years))
    return [
        [corner, *(area for area in areas for _ in years)],
        [corner, *(year for _ in areas for year in years)],
        *([label, *row] for label, row in zip(labels, body, strict=True)),
    ]


def two_level_facts(rows: Cells) -> tuple[Fact, ...]:
    """The facts of a table whose first two rows head its columns."""
    return tuple(
        Fact(text, row[0], (rows[0][column], rows[1][column]))
        for row in rows[2:]
        for column, text in enumerate(row)
        if column
    )


def levelled(title: str, areas: Sequence[str], years: Sequence[str], widths: Sequence[float], look: Look) -> Case:
    """A case of a header on two levels."""
    rows = two_levels(areas, years, ITEMS, "Benchmark")
    spans = {(0, 1 + n * len(years)): (1, len(years)) for n in range(len(areas))} | {(0, 0): (2, 1)}

    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE)
        foot = pen.table(50, top + 10, widths, rows, replace(look, spans=spans, head_rows=2))
        pen.prose(foot + 14, AFTER)

    return Case(10, title, paper(page), two_level_facts(rows), absent=FOREIGN)


def merged(title: str, groups: Sequence[str], look: Look, *, upright: Literal["head", "middle"] = "middle") -> Case:
    """A case of row labels that stand once for three rows of years."""
    years = ("2021", "2022", "2023")
    body = scores(len(groups) * len(years), 4)
    rows = [["Area", "Year", "Risk", "Board", "Plan", "Training"]]
    for n, group in enumerate(groups):
        rows += [[group, year, *body[3 * n + y]] for y, year in enumerate(years)]
    spans = {(1 + 3 * n, 0): (3, 1) for n in range(len(groups))}

    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE)
        foot = pen.table(50, top + 10, [120, *[64] * 5], rows, replace(look, spans=spans, upright=upright))
        pen.prose(foot + 14, AFTER)

    facts = [Fact(text, row[0], (rows[0][2 + n],)) for row in rows[1:] for n, text in enumerate(row[2:])]
    facts += [Fact(text, row[1], (rows[0][2 + n],)) for row in rows[1:] for n, text in enumerate(row[2:])]
    return Case(11, title, paper(page), tuple(facts), absent=FOREIGN)


def turned(title: str, rows: Cells, look: Look, angle: int) -> Case:
    """A case of headings that run up or down."""
    widths = [110, *[36] * (len(rows[0]) - 1)]
    return shown(3, title, rows, widths, replace(look, turned=angle))


HEATED = replace(Look(), fills=heat_fills(TURNED_TWO), colour="#ffffff")
SERIF = Look(font="Times-Roman", bold="Times-Bold", size=10)

CASES: tuple[Case, ...] = (
    turned("turned headings, upwards, one line", TURNED_ONE, replace(Look(), turned_height=120), 90),
    turned("turned headings, downwards, one line", TURNED_ONE, replace(Look(), turned_height=120), 270),
    turned("turned headings, upwards, two lines", TURNED_TWO, Look(), 90),
    turned("turned headings, downwards, two lines", TURNED_TWO, Look(), 270),
    turned("turned headings, upwards, two lines, word by word", TURNED_TWO, replace(SERIF, runs="word"), 90),
    turned("turned headings, downwards, broken runs", TURNED_TWO, replace(SERIF, runs="broken", ink="boxes"), 270),
    turned("turned headings, upwards, over a heatmap", TURNED_TWO, HEATED, 90),
    turned("turned headings, downwards, over fills only", TURNED_TWO, replace(HEATED, rules="none"), 270),
    turned("turned headings, upwards, level rules", TURNED_TWO, replace(Look(), rules="level"), 90),
    turned("turned headings, upwards, no rules", TURNED_ONE, replace(Look(), rules="none", turned_height=110), 90),
    shown(9, "labels and headings wrap, ruled", WRAPPED, [150, *[72] * 4], Look()),
    shown(
        9, "labels and headings wrap, ruled, set at the head", WRAPPED, [130, *[64] * 4], replace(SERIF, upright="head")
    ),
    shown(9, "labels and headings wrap, level rules", WRAPPED, [150, *[72] * 4], replace(Look(), rules="level")),
    shown(
        9,
        "labels and headings wrap, level rules, at the head",
        WRAPPED,
        [150, *[72] * 4],
        replace(SERIF, rules="level", upright="head", values="left"),
    ),
    shown(9, "labels and headings wrap, three rules", WRAPPED, [150, *[72] * 4], replace(Look(), rules="book")),
    shown(
        9, "labels and headings wrap, no rules, in the middle", WRAPPED, [150, *[72] * 4], replace(Look(), rules="none")
    ),
    shown(
        9,
        "labels and headings wrap, no rules, at the head",
        WRAPPED,
        [150, *[72] * 4],
        replace(SERIF, rules="none", upright="head", room=5),
    ),
    shown(
        9,
        "labels wrap to three lines, no rules",
        WRAPPED,
        [110, *[80] * 4],
        replace(Look(), rules="none", upright="head", room=4),
    ),
    levelled("area over year", AREAS[:4], YEARS, [150, *[42] * 8], Look()),
    levelled(
        "area over year, three years",
        AREAS[:3],
        ("2021/22", "2022/23", "2023/24"),
        [120, *[42] * 9],
        replace(Look(), size=8),
    ),
    levelled("area over year, level rules", AREAS[:4], YEARS, [150, *[42] * 8], replace(Look(), rules="level", size=8)),
    levelled("area over year, three rules", AREAS[:4], YEARS, [150, *[42] * 8], replace(Look(), rules="book", size=8)),
    levelled("area over year, no rules", AREAS[:4], YEARS, [150, *[42] * 8], replace(Look(), rules="none", size=8)),
    levelled(
        "area over year, white rules on fills",
        AREAS[:4],
        YEARS,
        [150, *[42] * 8],
        replace(Look(), size=8, colour="#ffffff", fills={(r, c): "#d9e2f3" for r in range(12) for c in range(9)}),
    ),
    levelled(
        "area over year, bands of colour",
        AREAS[:4],
        YEARS,
        [150, *[42] * 8],
        replace(
            Look(),
            rules="none",
            size=8,
            stripes={0: "#b4c6e7", 1: "#d9e2f3", 3: "#f2f2f2", 5: "#f2f2f2", 7: "#f2f2f2", 9: "#f2f2f2", 11: "#f2f2f2"},
        ),
    ),
    merged("row labels merged over three years", AREAS[:4], Look()),
    merged("row labels merged, set at the head", AREAS[:4], SERIF, upright="head"),
    merged(
        "row labels merged, thin boxes",
        ("Ashby", "Brentley Vale and the villages", "Cawdon"),
        replace(SERIF, ink="boxes"),
    ),
    merged(
        "row labels merged, no rules, label on the first row", AREAS[:4], replace(Look(), rules="none"), upright="head"
    ),
    merged(
        "row labels merged, level rules, label on the first row",
        AREAS[:4],
        replace(Look(), rules="level"),
        upright="head",
    ),
    merged("row labels merged, no rules, label in the middle", AREAS[:4], replace(Look(), rules="none")),
    merged("row labels merged, three rules, label in the middle", AREAS[:4], replace(SERIF, rules="book")),
)
