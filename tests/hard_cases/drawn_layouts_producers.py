"""The habits of programs that papers are exported from: word processors, workbooks, slides, browsers, typesetters."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportlab.lib.colors import HexColor

from tests.hard_cases.drawn_layouts_plain import facts_in, shown
from tests.hard_cases.facts import Case
from tests.hard_cases.pen import Cells, Look, Pen, paper
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, HEAT, SHORT, grid, heat_fills

HEADS = ("Risk Assessment", "Multi Agency Partnership Board", "Plan", "Referral Pathway", "Channel Panel", "Training")
ROWS = grid(AREAS, HEADS)
BRIEF = grid(AREAS, SHORT)
SERIF = Look(font="Times-Roman", bold="Times-Bold", size=10.5)
NARROW = [62, *[62] * 6]
STRIPES = {(row, column): "#c0c0c0" for row in (1, 3, 5) for column in range(7)}


def page_of(number: int, title: str, rows: Cells, draw: object) -> Case:
    """A case of one table that `draw(pen, top)` draws between two stretches of text, giving its foot."""

    def page(pen: Pen) -> None:
        top = pen.prose(90, BEFORE)
        foot = draw(pen, top + 10)  # type: ignore[operator]  # every `draw` here takes a pen and a height
        pen.prose(foot + 16, AFTER)

    return Case(number, title, paper(page), facts_in(rows), absent=FOREIGN)


def browser_rules(pen: Pen, top: float) -> float:
    """A browser's table style: a thin fill under every cell, none over the headings; figures at the right."""
    widths = [84, 95, 120, 42, 80, 62, 62]
    look = replace(Look(rules="none", size=10, upright="head", values="right"), room=8)
    xs = [36 + sum(widths[:n]) for n in range(len(widths) + 1)]
    texts = [["Area", *HEADS], *ROWS[1:]]
    pen.table(36, top, widths, [["", *[""] * 6], *texts[1:]], replace(look, head_rows=0))
    y = top
    for column, text in enumerate(texts[0]):
        words = text.split()
        lines = [" ".join(words[:2]), " ".join(words[2:])] if len(words) > 2 else words
        pen.text(xs[column], top + 5, lines[0], font="Helvetica-Bold")
        if len(lines) > 1 and lines[1]:
            pen.text(xs[column], top + 17, lines[1], font="Helvetica-Bold")
    for row in range(len(texts)):
        high = 28.0 if row == 0 else _height(texts[row][0], widths[0] - 8)
        y = top + 28 if row == 0 else y + high
        for left, right in pairwise(xs):
            pen.fill(left, y - 0.75, right, y, "#b1b4b6")
    return y


def _height(label: str, room: float) -> float:
    return 28.0 if len(label) * 5 < room else 40.0


def workbook_sheet(pen: Pen, top: float) -> float:
    """A workbook without rules: headings at the left of their columns, figures at the right, the title running over."""
    widths = [80, 80, 140, 70, 80, 70, 60]
    pen.text(42, top, "Position of each area against the duty, as returned in the autumn of 2023", size=8)
    xs = [42 + sum(widths[:n]) * 0.88 for n in range(len(widths) + 1)]
    base = top + 22
    for number, row in enumerate(ROWS):
        for column, text in enumerate(row):
            if number == 0 or column == 0:
                pen.text(xs[column] + 2, base + 11.7 * number, text, size=8)
            else:
                width = pen.canvas.stringWidth(text, "Helvetica", 8)
                pen.text(xs[column + 1] - 2 - width, base + 11.7 * number, text, size=8)
    return base + 11.7 * len(ROWS)


def clipped_workbook(pen: Pen, top: float) -> float:
    """A workbook with gridlines: every text is clipped to its cell, and a label that is too long is cut."""
    widths, high = [70, *[56] * 6], 14.0
    rows = [
        [text if text != "Eastmoor and Fell" else "Eastmoor and Fell borough council" for text in row] for row in BRIEF
    ]
    xs = [60 + sum(widths[:n]) for n in range(len(widths) + 1)]
    for number, row in enumerate(rows):
        y = top + number * high
        for column, text in enumerate(row):
            canvas = pen.canvas
            canvas.saveState()
            path = canvas.beginPath()
            path.rect(xs[column], pen.height - y - high, widths[column], high)
            canvas.clipPath(path, stroke=0, fill=0)
            pen.text(xs[column] + 2, y + 10.5, text, size=8.5)
            canvas.restoreState()
    for number in range(len(rows) + 1):
        pen.rule(xs[0], top + number * high, xs[-1], top + number * high, "#d4d4d4", 0.2)
    for x in xs:
        pen.rule(x, top, x, top + len(rows) * high, "#d4d4d4", 0.2)
    return top + len(rows) * high


def slide_boxes(pen: Pen, top: float, *, shadow: bool) -> float:
    """A slide program: rounded boxes with a shadow, their texts in forms of their own."""
    canvas, wide, high = pen.canvas, 62.0, 26.0
    for row, texts in enumerate(BRIEF):
        for column, text in enumerate(texts):
            x, y = 60 + (100 if column else 0) + max(column - 1, 0) * (wide + 5), top + row * (high + 5)
            if row and column:
                for shift, colour in ((2.0, "#bfbfbf"), (0.0, HEAT[text])) if shadow else ((0.0, HEAT[text]),):
                    canvas.setFillColor(HexColor(colour))
                    canvas.roundRect(x + shift, pen.height - y - high - shift, wide, high, 5, stroke=0, fill=1)
            name = f"text{row}x{column}"
            canvas.beginForm(name, 0, 0, 200, 30)
            canvas.setFillColor(HexColor("#000000"))
            canvas.setFont("Helvetica", 11)
            canvas.drawString(0, 0, text)
            canvas.endForm()
            canvas.saveState()
            left = x + (wide - canvas.stringWidth(text, "Helvetica", 11)) / 2 if column else x
            canvas.translate(left, pen.height - y - 17)
            canvas.doForm(name)
            canvas.restoreState()
    return top + len(BRIEF) * (high + 5)


def slanting(pen: Pen, top: float) -> float:
    """Headings that rise at half a right angle and begin left of their columns."""
    widths, head = [110, *[26] * 6], top + 95
    foot = pen.table(70, head, widths, ROWS[1:], replace(Look(size=10), head_rows=0))
    pen.text(76, head - 6, "Area", font="Helvetica-Bold")
    for column, text in enumerate(HEADS):
        pen.text(70 + 110 + 26 * column - 2, head - 4, text, size=9, font="Helvetica-Bold", angle=45)
    return foot


def shaded_style(title: str, look: Look, widths: Sequence[float]) -> Case:
    """A word processor's table style: three rules, every other row painted cell by cell, labels that wrap."""
    return shown(19, title, ROWS, widths, replace(look, rules="book", fills=STRIPES, upright="head", values="left"))


WORD = replace(SERIF, ink="boxes", runs="broken", values="left", upright="head")
TINTS = {**{(0, c): "#c9dfe8" for c in range(7)}, **{(r, 0): "#e9f2f6" for r in range(1, 7)}}
CLIPPED = tuple(fact for fact in facts_in(BRIEF) if fact.row != "Eastmoor and Fell")

CASES: tuple[Case, ...] = (
    shown(1, "word processor, thin boxes and broken runs", ROWS, NARROW, WORD),
    shown(1, "word processor, a blank after every word", ROWS, NARROW, replace(WORD, runs="blank", room=0.2)),
    shown(3, "word processor, turned headings, broken runs", ROWS, [90, *[34] * 6], replace(WORD, turned=90)),
    shaded_style("word processor, painted rows between three rules", replace(SERIF, size=10), NARROW),
    shaded_style("word processor, painted rows, word by word", replace(Look(), runs="word", room=1), [90, *[64] * 6]),
    page_of(20, "browser, thin fills under the cells", ROWS, browser_rules),
    page_of(3, "browser, slanting headings", ROWS, slanting),
    page_of(8, "workbook, headings left and figures right", ROWS, workbook_sheet),
    replace(page_of(1, "workbook, clipped texts", BRIEF, clipped_workbook), facts=CLIPPED),
    page_of(5, "slide, rounded boxes, texts in forms", BRIEF, lambda pen, top: slide_boxes(pen, top, shadow=False)),
    page_of(5, "slide, rounded boxes with shadows", BRIEF, lambda pen, top: slide_boxes(pen, top, shadow=True)),
    shown(
        1, "typesetter, hairlines and tints", ROWS, [80, *[66] * 6], replace(SERIF, ink="hairline", fills=TINTS, size=9)
    ),
    shown(
        20,
        "typesetter, level hairlines and tints",
        ROWS,
        [80, *[66] * 6],
        replace(SERIF, ink="hairline", rules="level", fills=TINTS),
    ),
    shown(
        4,
        "word processor, heatmap of broken runs",
        BRIEF,
        [110, *[58] * 6],
        replace(WORD, fills=heat_fills(BRIEF), values="centre"),
    ),
)
