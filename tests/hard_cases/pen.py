"""Tables drawn the way programs export them: cells that wrap, span and turn, rules as strokes or as thin fills."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

Rules: TypeAlias = Literal["all", "level", "book", "none", "upright"]
Ink: TypeAlias = Literal["stroke", "boxes", "hairline"]
Runs: TypeAlias = Literal["line", "word", "broken", "blank"]
Cells: TypeAlias = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is drawn; lengths in points.

    `ink` draws a rule as one stroke, as a thin fill on each side of each cell (so that inner ones lie double), or as a
    hairline. `runs` writes a line in one go, word by word, broken inside words, or with a blank after each word and at
    its end. `turned` is the angle of the first row but for its first column.
    """

    rules: Rules = "all"
    ink: Ink = "stroke"
    runs: Runs = "line"
    colour: str = "#000000"
    font: str = "Helvetica"
    bold: str = "Helvetica-Bold"
    size: float = 9.0
    padding: float = 4.0
    room: float = 3.0
    values: Literal["left", "centre", "right"] = "centre"
    upright: Literal["head", "middle"] = "middle"
    turned: int = 0
    turned_height: float = 92.0
    head_rows: int = 1
    text_colour: Mapping[tuple[int, int], str] = field(default_factory=dict)
    fills: Mapping[tuple[int, int], str] = field(default_factory=dict)
    stripes: Mapping[int, str] = field(default_factory=dict)
    spans: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


class Pen:
    """A page that is drawn from its top left."""

    def __init__(self, canvas: Canvas, width: float, height: float) -> None:
        self.canvas = canvas
        self.width = width
        self.height = height

    def text(
        self,
        x: float,
        base: float,
        text: str,
        *,
        size: float = 10,
        font: str = "Helvetica",
        colour: str = "#000000",
        angle: int = 0,
        runs: Runs = "line",
    ) -> None:
        """One line of text from x on the base line, turned counter-clockwise by `angle`."""
        self.canvas.saveState()
        self.canvas.translate(x, self.height - base)
        self.canvas.rotate(angle)
        self.canvas.setFillColor(HexColor(colour))
        for start, run in _runs(text, font, size, runs):
            self.canvas.setFont(font, size)
            self.canvas.drawString(start, 0, run)
        self.canvas.restoreState()

    def prose(
        self, top: float, lines: Sequence[str], *, x: float = 60, size: float = 10, font: str = "Helvetica"
    ) -> float:
        """Lines of running text; gives the height at which the next thing may begin."""
        for number, line in enumerate(lines):
            self.text(x, top + size + number * 1.25 * size, line, size=size, font=font)
        return top + len(lines) * 1.25 * size + 8

    def fill(self, x0: float, top: float, x1: float, foot: float, colour: str) -> None:
        """A filled rectangle without outline."""
        self.canvas.saveState()
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x0, self.height - foot, x1 - x0, foot - top, stroke=0, fill=1)
        self.canvas.restoreState()

    def rule(self, x0: float, top: float, x1: float, foot: float, colour: str = "#000000", width: float = 0.5) -> None:
        """A straight stroke."""
        self.canvas.saveState()
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - top, x1, self.height - foot)
        self.canvas.restoreState()

    def frame(self, x0: float, top: float, x1: float, foot: float, colour: str = "#000000") -> None:
        """The outline of a rectangle."""
        self.canvas.saveState()
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.rect(x0, self.height - foot, x1 - x0, foot - top, stroke=1, fill=0)
        self.canvas.restoreState()

    def table(self, x: float, top: float, widths: Sequence[float], rows: Cells, look: Look | None = None) -> float:
        """A table; a line feed in a text breaks its line, longer lines wrap. Gives the table's foot."""
        return _Drawing(self, x, top, widths, rows, look or Look()).draw()


PageOf: TypeAlias = Callable[[Pen], object]


def paper(*pages: PageOf, size: tuple[float, float] = A4, rotate: int = 0) -> Callable[[Path], Path]:
    """What draws a PDF into a folder; `size` is that of the page as shown, `rotate` what its file says of turning."""

    def draw(folder: Path) -> Path:
        path = folder / "paper.pdf"
        width, height = size
        canvas = Canvas(str(path), pagesize=size, pageCompression=0)  # it exchanges the sides of turned pages itself
        for page in pages:
            if rotate:
                canvas.setPageRotation(rotate)
            canvas.saveState()
            canvas.transform(*_turned(rotate, width, height))
            page(Pen(canvas, width, height))
            canvas.restoreState()
            canvas.showPage()
        canvas.save()
        return path

    return draw


def sideways(pen: Pen, angle: int, x: float, top: float, width: float, height: float, page: PageOf) -> None:
    """What `page` draws on a sheet of this width and height, turned and put with its top left corner at x, top."""
    pen.canvas.saveState()
    if angle == 90:
        pen.canvas.translate(x + height, pen.height - top - width)
    else:
        pen.canvas.translate(x, pen.height - top)
    pen.canvas.rotate(angle)
    page(Pen(pen.canvas, width, height))
    pen.canvas.restoreState()


def _turned(rotate: int, width: float, height: float) -> tuple[float, float, float, float, float, float]:
    """The page as shown put on the page as stored, so that a viewer's turn sets it upright."""
    return {
        0: (1.0, 0.0, 0.0, 1.0, 0.0, 0.0),
        90: (0.0, 1.0, -1.0, 0.0, height, 0.0),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, -1.0, 1.0, 0.0, 0.0, width),
    }[rotate]


def _runs(text: str, font: str, size: float, runs: Runs) -> list[tuple[float, str]]:
    """The pieces in which a line is written, each with its distance from the line's start."""
    words = text.split(" ")
    if runs == "line":
        return [(0.0, text)]
    starts = [stringWidth(" ".join([*words[:n], ""]), font, size) for n in range(len(words))]
    if runs == "word":
        return list(zip(starts, words, strict=True))
    if runs == "blank":
        return [(start, f"{word} ") for start, word in zip(starts, words, strict=True)]
    pieces: list[tuple[float, str]] = []
    for start, word in zip(starts, words, strict=True):
        cut = len(word) // 2 if len(word) > 3 else len(word)
        pieces.append((start, word[:cut]))
        if word[cut:]:
            pieces.append((start + stringWidth(word[:cut], font, size), word[cut:]))
    return pieces


class _Drawing:
    """One table while it is drawn: fills, then rules, then text."""

    def __init__(self, pen: Pen, x: float, top: float, widths: Sequence[float], rows: Cells, look: Look) -> None:
        self.pen, self.rows, self.look = pen, rows, look
        self.xs = [x]
        for width in widths:
            self.xs.append(self.xs[-1] + width)
        self.covered = {
            (row + r, column + c): (row, column)
            for (row, column), (high, wide) in look.spans.items()
            for r in range(high)
            for c in range(wide)
        }
        self.ys = [top]
        for number in range(len(rows)):
            self.ys.append(self.ys[-1] + self._height(number))

    def draw(self) -> float:
        for row, colour in self.look.stripes.items():
            self.pen.fill(self.xs[0], self.ys[row], self.xs[-1], self.ys[row + 1], colour)
        for row in range(len(self.rows)):
            for column in range(len(self.rows[row])):
                if self.covered.get((row, column), (row, column)) == (row, column) and (row, column) in self.look.fills:
                    self.pen.fill(*self._box(row, column), self.look.fills[row, column])
        self._rules()
        for row, texts in enumerate(self.rows):
            for column, text in enumerate(texts):
                if text and self.covered.get((row, column), (row, column)) == (row, column):
                    self._write(row, column)
        return self.ys[-1]

    def _height(self, row: int) -> float:
        if row == 0 and self.look.turned:
            return self.look.turned_height
        alone = [c for c in range(len(self.rows[row])) if self.look.spans.get((row, c), (1, 1))[0] == 1]
        lines = max((len(self._lines(row, column)) for column in alone), default=1)
        return max(lines, 1) * 1.2 * self.look.size + 2 * self.look.room

    def _lines(self, row: int, column: int) -> list[str]:
        wide = self.look.spans.get((row, column), (1, 1))[1]
        room = self.xs[column + wide] - self.xs[column] - 2 * self.look.padding
        if self._angle(row, column):
            room = self.look.turned_height - 2 * self.look.padding
        lines: list[str] = []
        for given in self.rows[row][column].split("\n"):
            line = ""
            for word in given.split(" "):
                longer = f"{line} {word}" if line else word
                if line and stringWidth(longer, self._font(row), self.look.size) > room:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
        return lines

    def _font(self, row: int) -> str:
        return self.look.bold if row < self.look.head_rows else self.look.font

    def _angle(self, row: int, column: int) -> int:
        return self.look.turned if row == 0 and column > 0 else 0

    def _box(self, row: int, column: int) -> tuple[float, float, float, float]:
        high, wide = self.look.spans.get((row, column), (1, 1))
        return self.xs[column], self.ys[row], self.xs[column + wide], self.ys[row + high]

    def _write(self, row: int, column: int) -> None:
        x0, top, x1, foot = self._box(row, column)
        look, font, angle = self.look, self._font(row), self._angle(row, column)
        lines = self._lines(row, column)
        pitch = 1.2 * look.size
        colour = look.text_colour.get((row, column), "#000000")
        for number, line in enumerate(lines):
            width = stringWidth(line, font, look.size)
            place = (number - len(lines) / 2) * pitch + 0.93 * look.size
            if angle:
                middle = (x0 + x1) / 2
                x, base = (middle + place, foot - look.padding) if angle == 90 else (middle - place, top + look.padding)
                self.pen.text(x, base, line, size=look.size, font=font, colour=colour, angle=angle, runs=look.runs)
                continue
            base = (
                (top + foot) / 2 + place
                if look.upright == "middle"
                else top + look.room + 0.93 * look.size + number * pitch
            )
            free = x1 - x0 - 2 * look.padding - width
            share = {"left": 0.0, "centre": 0.5, "right": 1.0}[look.values if column else "left"]
            x = x0 + look.padding + max(free, 0.0) * share
            self.pen.text(x, base, line, size=look.size, font=font, colour=colour, runs=look.runs)

    def _rules(self) -> None:
        look = self.look
        if look.rules == "level" or look.rules == "book":
            rows = range(len(self.ys)) if look.rules == "level" else (0, look.head_rows, len(self.rows))
            for row in rows:
                self._rule(self.xs[0], self.ys[row], self.xs[-1], self.ys[row])
        elif look.rules == "upright":
            for x in self.xs:
                self._rule(x, self.ys[0], x, self.ys[-1])
            for y in (self.ys[0], self.ys[1], self.ys[-1]):
                self._rule(self.xs[0], y, self.xs[-1], y)
        elif look.rules == "all":
            for row in range(len(self.rows)):
                for column in range(len(self.rows[row])):
                    if self.covered.get((row, column), (row, column)) == (row, column):
                        x0, top, x1, foot = self._box(row, column)
                        for side in (
                            (x0, top, x1, top),
                            (x0, foot, x1, foot),
                            (x0, top, x0, foot),
                            (x1, top, x1, foot),
                        ):
                            self._rule(*side)

    def _rule(self, x0: float, top: float, x1: float, foot: float) -> None:
        if self.look.ink == "boxes":
            self.pen.fill(x0 - 0.24, top - 0.24, x1 + 0.24, foot + 0.24, self.look.colour)
        else:
            self.pen.rule(x0, top, x1, foot, self.look.colour, 0.1 if self.look.ink == "hairline" else 0.5)
