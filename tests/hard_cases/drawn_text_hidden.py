"""Text that a page holds and does not show: it must not stand in any cell, and the paper must be told of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from reportlab.lib.utils import ImageReader

from tests.hard_cases.facts import Case, facts_of
from tests.hard_cases.paper import AFTER, Frame, Pen, Rules, Typing, printed

SCORES = {
    "Risk Assessment": ("3", "4"),
    "Partnership Plan": ("2", "5"),
    "Referral Pathway": ("1", "3"),
    "Channel Panel": ("5", "4"),
    "Training": ("2", "1"),
    "Communications": ("4", "2"),
}
FACTS = facts_of(SCORES, ("2021", "2022"))
HIDDEN = ("7", "8", "9", "Draft")
Hiding: TypeAlias = Callable[[Frame], None]


def _paper(
    hide: Hiding, shade: str | None, rules: Rules, typing: Typing, font: str, before: bool, folder: Path
) -> Path:
    """A table whose cells also hold what must not be read; `before` where that is stored before the shown text."""

    def page(pen: Pen) -> None:
        top = pen.head("Prevent benchmarks: outcome of the review")
        frame = Frame(pen, 56, top + 20, (190, 90, 90, 110), [22] * 7, size=10)
        if shade:
            for row in range(7):
                for column in range(4):
                    frame.shade(row, column, shade)
        frame.rule(rules)
        if before:
            hide(frame)
        frame.fill_in([("Benchmark", "2021", "2022", "Lead"), *((k, *v, "Police") for k, v in SCORES.items())])
        if not before:
            hide(frame)
        pen.prose(frame.ys[-1] + 24, AFTER)

    bold = "VeraBd" if font == "Vera" else "Helvetica-Bold"
    return printed(folder / "hidden.pdf", page, font=font, bold_font=bold, typing=typing)


def _beside(frame: Frame, **style: object) -> None:
    """An old score right of each score, a word behind the labels."""
    for row in range(1, 7):
        for column in (1, 2):
            x = frame.box(row, column)[0] + 62
            frame.pen.text(x, frame.base(row), str(6 + (row + column) % 3 + 1), size=frame.size, **style)  # type: ignore[arg-type]  # text's own
        frame.pen.text(frame.box(row, 0)[0] + 130, frame.base(row), "Draft", size=frame.size, **style)  # type: ignore[arg-type]  # text's own


def _coloured(colour: str, frame: Frame) -> None:
    _beside(frame, colour=colour)


def _invisible(frame: Frame) -> None:
    _beside(frame, mode=3)


def _clipping_only(frame: Frame) -> None:
    frame.pen.canvas.saveState()
    _beside(frame, mode=7)
    frame.pen.canvas.restoreState()


def _covered_by_fill(frame: Frame) -> None:
    """The cells were whitened, and written anew."""
    _beside(frame)
    for row in range(1, 7):
        for column in (1, 2):
            x0, y0, x1, y1 = frame.box(row, column)
            frame.pen.fill(x0 + 1, y0 + 1, x1 - 1, y1 - 1, "#ffffff")
        x0, y0, x1, y1 = frame.box(row, 0)
        frame.pen.fill(x0 + 1, y0 + 1, x1 - 1, y1 - 1, "#ffffff")


def _corrected(frame: Frame) -> None:
    """The old score and label stood where the new ones stand."""
    for row in range(1, 7):
        for column in (0, 1, 2):
            x0, y0, x1, y1 = frame.box(row, column)
            old = "Draft" if column == 0 else str(6 + (row + column) % 3 + 1)
            frame.pen.text(x0 + frame.padding + (34 if column else 0), frame.base(row), old, size=frame.size)
            frame.pen.fill(x0 + 1, y0 + 1, x1 - 1, y1 - 1, "#ffffff")


def _covered_by_picture(frame: Frame) -> None:
    from PIL import Image

    _beside(frame)
    patch = ImageReader(Image.new("RGB", (8, 8), "#f2f2f2"))
    for row in range(1, 7):
        for column in (1, 2):
            x0, y0, _, y1 = frame.box(row, column)
            frame.pen.canvas.drawImage(patch, x0 + 56, frame.pen.size[1] - y1 + 2, 30, y1 - y0 - 4)
        x0, y0, _, y1 = frame.box(row, 0)
        frame.pen.canvas.drawImage(patch, x0 + 124, frame.pen.size[1] - y1 + 2, 50, y1 - y0 - 4)


def _clipped(frame: Frame) -> None:
    """A spreadsheet cell cuts what is longer than itself: the rest lies in the next column, unseen."""
    canvas, height = frame.pen.canvas, frame.pen.size[1]
    for row in range(1, 7):
        for column in (0, 1):
            x0, y0, x1, y1 = frame.box(row, column)
            canvas.saveState()
            path = canvas.beginPath()
            path.rect(x0, height - y1, x1 - x0, y1 - y0)
            canvas.clipPath(path, stroke=0, fill=0)
            frame.pen.text(x1 + 5, frame.base(row), "Draft 7", size=frame.size)
            canvas.restoreState()


def _see_through(frame: Frame) -> None:
    _beside(frame, alpha=0)


def _off_the_page(frame: Frame) -> None:
    for row in range(1, 7):
        frame.pen.text(frame.pen.size[0] + 4, frame.base(row), "Draft 8", size=frame.size)


CASES = tuple(
    Case(31, f"hidden text: {title}", partial(_paper, hide, shade, rules, typing, font, before), FACTS, absent=HIDDEN)
    for title, hide, shade, rules, typing, font, before in (
        ("set invisible", _invisible, None, "fills", "words", "Helvetica", False),
        ("set invisible, stored first", _invisible, "#eeeeee", "strokes", "lines", "Vera", True),
        ("clipping only", _clipping_only, None, "strokes", "words", "Helvetica", True),
        ("white on paper", partial(_coloured, "#ffffff"), None, "fills", "words", "Vera", False),
        ("nearly white on paper", partial(_coloured, "#fefefe"), None, "level", "letters", "Helvetica", True),
        ("the colour of its cell", partial(_coloured, "#dbe5f1"), "#dbe5f1", "strokes", "words", "Vera", False),
        ("whitened and written anew", _covered_by_fill, None, "strokes", "words", "Helvetica", True),
        ("corrected in the same place", _corrected, None, "strokes", "words", "Vera", True),
        ("under a picture", _covered_by_picture, None, "strokes", "lines", "Vera", False),
        ("cut off by its cell", _clipped, None, "strokes", "words", "Helvetica", False),
        ("see-through", _see_through, None, "fills", "words", "Vera", False),
        ("beyond the page", _off_the_page, None, "fills", "words", "Vera", False),
    )
)
