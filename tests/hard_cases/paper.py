"""Council papers drawn as office programs store them: runs of words, rules as thin fills or strokes, text around."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

for _name in ("Vera", "VeraBd", "VeraIt"):
    registerFont(TTFont(_name, f"{_name}.ttf"))

Typing: TypeAlias = Literal["lines", "words", "letters"]
"""How a program stores a line of text: in one go (LaTeX), word by word (Word), sign by sign (some drivers)."""

PROSE = (
    "The partnership is asked to note the outcome of the annual exercise and to agree the next steps that are set out "
    "in section 4. Members considered the previous report in June and asked for more detail on training and on the way "
    "in which partners share what they learn. The figures below were agreed with partners before they were published."
)
AFTER = (
    "Officers will bring a further paper to the March meeting. There are no direct financial consequences of this "
    "report, and the equality impact assessment has been reviewed. Background papers: none."
)


@dataclass(slots=True)
class Pen:
    """One page under the pen, in points from its top left."""

    canvas: Canvas
    size: tuple[float, float]
    font: str = "Helvetica"
    bold_font: str = "Helvetica-Bold"
    typing: Typing = "words"

    def width(self, text: str, size: float, *, bold: bool = False, font: str | None = None) -> float:
        """How broad a text is."""
        return float(stringWidth(text, font or (self.bold_font if bold else self.font), size))

    def text(
        self,
        x: float,
        base: float,
        text: str,
        *,
        size: float = 10,
        bold: bool = False,
        font: str | None = None,
        colour: str = "#000000",
        mode: int = 0,
        rise: float = 0,
        angle: float = 0,
        alpha: float = 1,
    ) -> float:
        """Text from x on the base line; gives where it ends."""
        name = font or (self.bold_font if bold else self.font)
        canvas = self.canvas
        canvas.saveState()
        canvas.translate(x, self.size[1] - base)
        canvas.rotate(angle)
        at = 0.0
        for piece in self._pieces(text):
            pen = canvas.beginText(at, rise)
            pen.setFont(name, size)
            pen.setFillColor(HexColor(colour), alpha)
            pen.setStrokeColor(HexColor(colour), alpha)
            pen.setTextRenderMode(mode)
            pen.textOut(piece)
            canvas.drawText(pen)
            at += stringWidth(piece, name, size)
        canvas.restoreState()
        return x + at

    def fill(self, x0: float, top: float, x1: float, bottom: float, colour: str) -> None:
        """A filled rectangle without outline."""
        self.canvas.saveState()
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x0, self.size[1] - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        self.canvas.restoreState()

    def stroke(self, x0: float, top: float, x1: float, bottom: float, *, width: float = 0.5) -> None:
        """A straight rule."""
        self.canvas.saveState()
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.size[1] - top, x1, self.size[1] - bottom)
        self.canvas.restoreState()

    def prose(self, top: float, text: str, *, size: float = 10, x: float = 56) -> float:
        """Running text, wrapped; gives the place below it."""
        for line in simpleSplit(text, self.font, size, self.size[0] - 2 * x):
            self.text(x, top, line, size=size)
            top += size * 1.35
        return top

    def head(self, title: str, *, council: str = "Brackford Borough Council", lead: str = PROSE) -> float:
        """What stands above a report's text, and its first lines; gives the place below them."""
        self.text(56, 60, council, size=14, bold=True)
        self.text(56, 82, title, size=12, bold=True)
        self.text(56, 104, "Date:", size=10, bold=True)
        self.text(126, 104, "8 September 2022")
        self.text(56, 118, "Report of:", size=10, bold=True)
        self.text(126, 118, "Head of Communities")
        return self.prose(146, lead)

    def _pieces(self, text: str) -> list[str]:
        if self.typing == "lines":
            return [text]
        if self.typing == "letters":
            return list(text)
        return [f"{word} " for word in text.split(" ")[:-1]] + text.split(" ")[-1:]


Rules: TypeAlias = Literal["fills", "strokes", "level", "none"]
"""Cells framed by thin fills for each side (Word), by long strokes (Excel), by level strokes alone, or not at all."""


@dataclass(slots=True)
class Frame:
    """A table on a page: its places are known before anything is written into them."""

    pen: Pen
    x: float
    top: float
    widths: Sequence[float]
    heights: Sequence[float]
    size: float = 9
    padding: float = 5
    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.xs, self.ys = [self.x], [self.top]
        for width in self.widths:
            self.xs.append(self.xs[-1] + width)
        for height in self.heights:
            self.ys.append(self.ys[-1] + height)

    def box(self, row: int, column: int) -> tuple[float, float, float, float]:
        """The place of a cell."""
        return self.xs[column], self.ys[row], self.xs[column + 1], self.ys[row + 1]

    def shade(self, row: int, column: int, colour: str) -> None:
        """Paint a cell."""
        self.pen.fill(*self.box(row, column), colour)

    def rule(self, rules: Rules = "fills") -> None:
        """Draw the frames of the cells."""
        x0, x1, y0, y1 = self.xs[0], self.xs[-1], self.ys[0], self.ys[-1]
        if rules in ("strokes", "level"):
            for y in self.ys:
                self.pen.stroke(x0, y, x1, y)
            for x in self.xs if rules == "strokes" else ():
                self.pen.stroke(x, y0, x, y1)
        elif rules == "fills":
            for y in self.ys:
                for left, right in zip(self.xs, self.xs[1:], strict=False):
                    self.pen.fill(left, y, right + 0.48, y + 0.48, "#000000")
            for x in self.xs:
                for head, foot in zip(self.ys, self.ys[1:], strict=False):
                    self.pen.fill(x, head + 0.48, x + 0.48, foot, "#000000")

    def base(self, row: int, line: int = 0, lines: int = 1) -> float:
        """The base line of a line of text in a cell."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return middle + self.size * 0.35 + (line - (lines - 1) / 2) * self.size * 1.2

    def write(
        self, row: int, column: int, text: str, *, bold: bool = False, centred: bool = False, **style: object
    ) -> float:
        """The text of a cell, each line of it by itself; gives where the last line ends."""
        x0, _, x1, _ = self.box(row, column)
        lines = text.split("\n")
        end = x0
        for number, line in enumerate(lines):
            font = style.get("font")
            width = self.pen.width(line, self.size, bold=bold, font=font if isinstance(font, str) else None)
            x = (x0 + x1 - width) / 2 if centred else x0 + self.padding
            base = self.base(row, number, len(lines))
            end = self.pen.text(x, base, line, size=self.size, bold=bold, **style)  # type: ignore[arg-type]  # text's own
        return end

    def fill_in(self, rows: Sequence[Sequence[str]], *, bold_head: bool = True, centred: bool = True) -> None:
        """All cells at once; '' is left to be written otherwise."""
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text:
                    self.write(r, c, text, bold=bold_head and r == 0, centred=centred and c > 0)


Drawing: TypeAlias = Callable[[Pen], object]


def printed(
    path: Path,
    *pages: Drawing,
    size: tuple[float, float] = A4,
    font: str = "Helvetica",
    bold_font: str = "Helvetica-Bold",
    typing: Typing = "words",
) -> Path:
    """A PDF with one page for each drawing."""
    canvas = Canvas(str(path), pagesize=size)
    for page in pages:
        page(Pen(canvas, size, font, bold_font, typing))
        canvas.showPage()
    canvas.save()
    return path
