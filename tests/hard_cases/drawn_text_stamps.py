"""Numbers stamped into a table, heads that overflow, letters painted twice."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape

from tests.hard_cases.facts import Case, facts_of
from tests.hard_cases.paper import AFTER, Drawing, Frame, Pen, Rules, Typing, printed

LABELS = ("Risk Assessment", "Partnership Plan", "Referral Pathway", "Channel Panel", "Training", "Communications")
YEARS = ("2021", "2022", "2023")
SCORES = {
    "Risk Assessment": ("3", "4", "4"),
    "Partnership Plan": ("2", "2", "5"),
    "Referral Pathway": ("4", "1", "3"),
    "Channel Panel": ("5", "5", "4"),
    "Training": ("3", "2", "2"),
    "Communications": ("1", "3", "4"),
}
ACROSS = {year: [SCORES[label][n] for label in LABELS] for n, year in enumerate(YEARS)}
SLIDE = landscape(A4)
Stamped = Callable[[Pen, str], object]


def _slide_prose(pen: Pen, title: str) -> None:
    pen.text(60, 70, title, size=22, bold=True)
    for number, line in enumerate(("What we heard", "What we did", "What comes next")):
        pen.text(80, 130 + number * 40, f"• {line}", size=16)
        pen.text(100, 150 + number * 40, "Partners met twice and agreed who leads on which part of the work.", size=11)


def _score_slide(pen: Pen, rules: Rules, shade: bool) -> Frame:
    """Benchmarks across the slide; the last head lies in its top right corner."""
    pen.text(60, 40, "Brackford scores", size=22, bold=True)
    frame = Frame(pen, 60, 70, (92, *[108] * 6), (44, 40, 40, 40), size=11)
    for column in range(7) if shade else ():
        frame.shade(0, column, "#dbe5f1")
    frame.rule(rules)
    frame.fill_in([("Year", *LABELS), *((year, *values) for year, values in ACROSS.items())])
    pen.text(60, 280, "The scores were agreed with partners before they were published.", size=11)
    return frame


def _stamped_pack(stamp: Stamped, rules: Rules, first: bool, typing: Typing, folder: Path) -> Path:
    """Six slides with the pack's numbers 53 to 58; the third holds the table, under the stamp."""

    def page(number: int) -> Drawing:
        def drawing(pen: Pen) -> None:
            if first:
                stamp(pen, str(52 + number))
            if number == 3:
                _score_slide(pen, rules, shade=not first)
            else:
                _slide_prose(pen, f"Part {number} of the review")
            if not first:
                stamp(pen, str(52 + number))

        return drawing

    return printed(folder / "pack.pdf", *(page(number) for number in range(1, 7)), size=SLIDE, typing=typing)


def _in_corner(pen: Pen, number: str) -> None:
    pen.text(785, 106, number, size=12, font="Times-Roman")


def _in_corner_page(pen: Pen, number: str) -> None:
    pen.text(748, 110, f"Page {number}", size=8, font="Times-Roman")


def _beside_the_word(pen: Pen, number: str) -> None:
    pen.text(790, 96, number, size=11, font="Helvetica-Bold")


STAMPS = facts_of(ACROSS, LABELS)


def _overflowing(left: bool, rules: Rules, typing: Typing, folder: Path) -> Path:
    """Heads broader than their columns, not wrapped and not cut: they run over the walls on both sides."""

    def page(pen: Pen) -> None:
        top = pen.head("Prevent benchmarks: outcome of the review")
        frame = Frame(pen, 56, top + 20, (120, *[52] * 6), (20, 18, 18, 18), size=9)
        frame.rule(rules)
        frame.fill_in([("Year", *[""] * 6), *((year, *values) for year, values in ACROSS.items())])
        for column, label in enumerate(WIDE_HEADS, start=1):
            x0, _, x1, y1 = frame.box(0, column)
            width = pen.width(label, 7, bold=True)
            x = x0 + 2 if left else (x0 + x1 - width) / 2
            pen.text(x, y1 - 6, label, size=7, bold=True)
        pen.prose(frame.ys[-1] + 24, AFTER)

    return printed(folder / "overflow.pdf", page, typing=typing)


WIDE_HEADS = ("Risk assessment", "Partnership", "Referral paths", "Channel panel", "Training", "Communications")


def _broken(rules: Rules, typing: Typing, folder: Path) -> Path:
    """Heads that the program broke at the walls of their cells, inside words."""

    def page(pen: Pen) -> None:
        top = pen.head("Prevent benchmarks: outcome of the review")
        pen.text(56, top + 8, "Communications and partnership work are reported together with training.", size=10)
        frame = Frame(pen, 56, top + 24, (120, *[50] * 6), (48, 18, 18, 18), size=8, padding=3)
        frame.rule(rules)
        frame.fill_in([("Year", *BROKEN_HEADS), *((year, *values) for year, values in ACROSS.items())], centred=False)
        pen.prose(frame.ys[-1] + 24, AFTER)

    return printed(folder / "broken.pdf", page, typing=typing)


BROKEN_HEADS = (
    "Risk\nAssessm\nent",
    "Partners\nhip Plan",
    "Referral\nPathway",
    "Channel\nPanel",
    "Training",
    "Commu-\nnications",
)


def _doubled(how: Callable[..., None], typing: Typing, font: str, rules: Rules, folder: Path) -> Path:
    """All heads, the labels and the newest scores are painted bold without a bold font."""

    def page(pen: Pen) -> None:
        top = pen.head("Prevent benchmarks: three years")
        frame = Frame(pen, 56, top + 20, (170, 80, 80, 80), [20] * 7, size=9.5)
        frame.rule(rules)
        for column, text in enumerate(("Benchmark", *YEARS)):
            how(frame, 0, column, text)
        for row, (label, values) in enumerate(SCORES.items(), start=1):
            how(frame, row, 0, label)
            frame.write(row, 1, values[0])
            frame.write(row, 2, "11" if values[1] == "1" else values[1])
            how(frame, row, 3, values[2])
        how(frame, 0, 3, "2023")
        pen.prose(frame.ys[-1] + 24, AFTER)

    bold = "VeraBd" if font == "Vera" else "Helvetica-Bold"
    return printed(folder / "bold.pdf", page, font=font, bold_font=bold, typing=typing)


def _shifted(offset: float, times: int, frame: Frame, row: int, column: int, text: str) -> None:
    x0 = frame.box(row, column)[0] + frame.padding
    for step in range(times):
        frame.pen.text(x0 + step * offset, frame.base(row), text, size=frame.size)


def _filled_and_stroked(frame: Frame, row: int, column: int, text: str) -> None:
    frame.write(row, column, text, mode=2)


def _stroked_over(frame: Frame, row: int, column: int, text: str) -> None:
    frame.write(row, column, text)
    frame.write(row, column, text, mode=1)


def _shadowed(frame: Frame, row: int, column: int, text: str) -> None:
    x0 = frame.box(row, column)[0] + frame.padding
    frame.pen.text(x0 + 1.2, frame.base(row) + 1.2, text, size=frame.size, colour="#a6a6a6")
    frame.pen.text(x0, frame.base(row), text, size=frame.size)


BOLD = facts_of({label: [*values] for label, values in SCORES.items() if values[1] != "1"}, YEARS) + facts_of(
    {"Referral Pathway": ["4", "11", "3"]}, YEARS
)

CASES = (
    *(
        Case(
            26,
            f"pack stamp in a head: {title}",
            partial(_stamped_pack, stamp, rules, first, typing),
            STAMPS,
            absent=absent,
        )
        for title, stamp, rules, first, typing, absent in (
            ("typed last", _in_corner, "strokes", False, "words", ("55",)),
            ("typed first", _in_corner, "fills", True, "lines", ("55",)),
            ("'Page 55'", _in_corner_page, "fills", False, "words", ("55", "Page")),
            ("beside the word in its font", _beside_the_word, "strokes", False, "letters", ("55",)),
        )
    ),
    *(
        Case(27, f"heads overflow: {title}", partial(_overflowing, left, rules, typing), facts_of(ACROSS, WIDE_HEADS))
        for title, left, rules, typing in (
            ("centred over both walls", False, "fills", "words"),
            ("to the right, strokes", True, "strokes", "lines"),
        )
    ),
    *(
        Case(27, f"heads broken at the wall: {title}", partial(_broken, rules, typing), facts_of(ACROSS, LABELS))
        for title, rules, typing in (("word by word", "fills", "words"), ("letter by letter", "strokes", "letters"))
    ),
    *(
        Case(28, f"fake bold: {title}", partial(_doubled, how, typing, font, rules), BOLD)
        for title, how, typing, font, rules in (
            ("struck twice", partial(_shifted, 0.3, 2), "words", "Helvetica", "fills"),
            ("struck three times", partial(_shifted, 0.25, 3), "lines", "Vera", "strokes"),
            ("struck letter by letter", partial(_shifted, 0.4, 2), "letters", "Helvetica", "level"),
            ("filled and stroked", _filled_and_stroked, "words", "Vera", "fills"),
            ("filled, then stroked", _stroked_over, "words", "Helvetica", "strokes"),
            ("with a shadow", _shadowed, "words", "Vera", "fills"),
        )
    ),
)
