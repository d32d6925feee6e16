"""Scores with something on them: struck out, with note marks, arrows, stars, words and ranges."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.paper import AFTER, Frame, Pen, Rules, Typing, printed

LABELS = ("Risk Assessment", "Partnership Plan", "Referral Pathway", "Channel Panel", "Training", "Communications")
NEW = ("3", "5", "4", "4", "2", "1")
OLD = ("2", "3", "5", "1", "4", "3")
STRUCK_ROWS = (1, 2, 4, 6)


def _paper(
    fill_in: Callable[[Frame], None], rules: Rules, typing: Typing, font: str, widths: tuple[float, ...], folder: Path
) -> Path:
    def page(pen: Pen) -> None:
        top = pen.head("Prevent benchmarks: outcome of the review")
        frame = Frame(pen, 56, top + 20, widths, [22] * 7, size=10)
        frame.shade(0, 0, "#d9e2f3")
        frame.rule(rules)
        fill_in(frame)
        pen.prose(frame.ys[-1] + 24, AFTER)

    bold = "VeraBd" if font == "Vera" else "Helvetica-Bold"
    return printed(folder / "marks.pdf", page, font=font, bold_font=bold, typing=typing)


def _struck(line: str, gap: float, word: str, frame: Frame) -> None:
    """The old score struck through, the new one right of it."""
    for column, text in enumerate(("Benchmark", "Score", "Comment")):
        frame.write(0, column, text, bold=True)
    for row, label in enumerate(LABELS, start=1):
        frame.write(row, 0, label)
        frame.write(row, 2, "Agreed with partners")
        x, base = frame.box(row, 1)[0] + frame.padding, frame.base(row)
        if row in STRUCK_ROWS:
            old = f"{word}{OLD[row - 1]}"
            end = frame.pen.text(x, base, old, size=frame.size)
            middle = base - 0.3 * frame.size
            if line == "stroke":
                frame.pen.stroke(x, middle, end, middle, width=0.6)
            elif line == "with the blank":
                frame.pen.fill(x, middle - 0.3, end + gap, middle + 0.3, "#000000")
            elif line == "double":
                frame.pen.stroke(x, middle - 0.9, end, middle - 0.9, width=0.4)
                frame.pen.stroke(x, middle + 0.7, end, middle + 0.7, width=0.4)
            else:
                frame.pen.fill(x, middle - 0.3, end, middle + 0.3, "#ff0000")
            x = end + gap
        frame.pen.text(x, base, NEW[row - 1], size=frame.size)


STRUCK = facts_of({label: (score,) for label, score in zip(LABELS, NEW, strict=True)}, ("Score",))
ROOM = (170, 90, 180)


def _noted(rise: float, size: float, notes: tuple[str, ...], gap: float, together: bool, frame: Frame) -> None:
    """Scores with small raised note marks, and a note on one label."""
    for column, text in enumerate(("Benchmark", "2021", "2022")):
        frame.write(0, column, text, bold=True)
    for row, label in enumerate(LABELS, start=1):
        end = frame.write(row, 0, label)
        if row == 3:
            frame.pen.text(end + gap, frame.base(row) - rise, notes[0], size=size)
        for column, scores in ((1, OLD), (2, NEW)):
            end = frame.write(row, column, scores[row - 1], centred=together)
            note = notes[(row + column) % len(notes)]
            if (row + column) % 2:
                frame.pen.text(end + gap, frame.base(row) - rise, note, size=size)


def _with(score: str, note: str) -> str:
    return score + note.translate(str.maketrans("0123456789,", "⁰¹²³⁴⁵⁶⁷⁸⁹,"))


def _noted_facts(notes: tuple[str, ...]) -> tuple[Fact, ...]:
    rows = {
        label: [
            _with(scores[row - 1], notes[(row + column) % len(notes)]) if (row + column) % 2 else scores[row - 1]
            for column, scores in ((1, OLD), (2, NEW))
        ]
        for row, label in enumerate(LABELS, start=1)
        if row != 3
    }
    return facts_of(rows, ("2021", "2022"))


NOTES = ("1", "2", "3")
THREE = (190, 90, 90)

CASES = (
    *(
        Case(
            32,
            f"struck-through score: {title}",
            partial(_paper, partial(_struck, line, gap, word), rules, typing, font, ROOM),
            STRUCK,
        )
        for title, line, gap, word, rules, typing, font in (
            ("a stroke", "stroke", 5, "", "fills", "words", "Helvetica"),
            ("a thin red fill", "fill", 3, "", "strokes", "lines", "Vera"),
            ("over the blank as well", "with the blank", 4, "", "fills", "words", "Vera"),
            ("two strokes", "double", 5, "", "level", "words", "Helvetica"),
            ("with a word", "stroke", 4, "was ", "strokes", "letters", "Helvetica"),
        )
    ),
    *(
        Case(
            33,
            f"note marks: {title}",
            partial(_paper, partial(_noted, rise, size, notes, gap, together), rules, typing, font, THREE),
            _noted_facts(notes),
        )
        for title, rise, size, notes, gap, together, rules, typing, font in (
            ("two thirds high", 3.3, 6.5, NOTES, 0.0, False, "fills", "words", "Helvetica"),
            ("just raised, three quarters", 2.0, 7.5, NOTES, 0.2, True, "strokes", "lines", "Vera"),
            ("small and high", 4.5, 5.0, NOTES, 0.6, False, "level", "letters", "Helvetica"),
            ("two figures", 3.3, 6.0, ("12", "13", "7"), 0.0, True, "fills", "words", "Vera"),
            ("stars in full size", 0.0, 10.0, ("*", "†", "**"), 0.0, False, "strokes", "words", "Helvetica"),
        )
    ),
)
