"""Small PDFs drawn for tests: coordinates in points from the page's top left, as the readers give them."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


class Sheet:
    """One page under the pen."""

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
        bold: bool = False,
        colour: str = "#000000",
        angle: float = 0,
        align: str = "left",
        mode: int = 0,
    ) -> None:
        """Text whose base line starts (or is centred, or ends) at x, base; `angle` turns it counter-clockwise."""
        font = "Helvetica-Bold" if bold else "Helvetica"
        width = self.canvas.stringWidth(text, font, size)
        shift = {"left": 0.0, "centre": -width / 2, "right": -width}[align]
        self.canvas.saveState()
        self.canvas.translate(x, self.height - base)
        self.canvas.rotate(angle)
        pen = self.canvas.beginText(shift, 0)
        pen.setFont(font, size)
        pen.setFillColor(HexColor(colour))
        pen.setTextRenderMode(mode)
        pen.textOut(text)
        self.canvas.drawText(pen)
        self.canvas.restoreState()

    def lines(self, x: float, base: float, texts: Iterable[str], *, pitch: float = 13, size: float = 10) -> None:
        """Lines of text below one another."""
        for number, text in enumerate(texts):
            self.text(x, base + number * pitch, text, size=size)

    def rule(
        self, x0: float, top: float, x1: float, bottom: float, *, width: float = 0.5, colour: str = "#000000"
    ) -> None:
        """A straight stroke."""
        self.canvas.saveState()
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - top, x1, self.height - bottom)
        self.canvas.restoreState()

    def fill(self, x0: float, top: float, x1: float, bottom: float, colour: str) -> None:
        """A filled rectangle without outline."""
        self.canvas.saveState()
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        self.canvas.restoreState()

    def frame(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A rectangle's outline."""
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=1, fill=0)

    def grid(
        self,
        x: float,
        top: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[str]],
        *,
        height: float = 18,
        rules: str = "all",
        size: float = 9,
        fills: dict[tuple[int, int], str] | None = None,
        centred: bool = False,
        rule_colour: str = "#000000",
    ) -> float:
        """A table with one line of text a cell; `rules` is all, level, book (three rules) or none. Gives its foot."""
        edges = [x]
        for width in widths:
            edges.append(edges[-1] + width)
        foot = top + height * len(rows)
        for (row, column), colour in (fills or {}).items():
            self.fill(edges[column], top + row * height, edges[column + 1], top + (row + 1) * height, colour)
        for number in range(len(rows) + 1):
            if rules in ("all", "level") or (rules == "book" and number in (0, 1, len(rows))):
                y = top + number * height
                self.rule(edges[0], y, edges[-1], y, colour=rule_colour)
        for edge in edges if rules == "all" else ():
            self.rule(edge, top, edge, foot, colour=rule_colour)
        for number, row in enumerate(rows):
            base = top + number * height + height / 2 + size * 0.35
            for column, text in enumerate(row):
                if centred and column:
                    self.text((edges[column] + edges[column + 1]) / 2, base, text, size=size, align="centre")
                elif text:
                    self.text(edges[column] + 4, base, text, size=size)
        return foot


Page: TypeAlias = Callable[[Sheet], object]


def draw(path: Path, *pages: Page, size: tuple[float, float] = A4, rotate: int = 0) -> Path:
    """A PDF with one page for each function; `rotate` turns the pages as a viewer shows them."""
    canvas = Canvas(str(path), pagesize=size, pageCompression=0)
    for page in pages:
        if rotate:
            canvas.setPageRotation(rotate)
        page(Sheet(canvas, *size))
        canvas.showPage()
    canvas.save()
    return path
