"""Pages under a picture: scans that lie over a text of their own, and seals through which the text shows."""

import io
from functools import partial
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from tests.hard_cases.facts import Case, facts_of
from tests.hard_cases.paper import Frame, Pen, printed

SCORES = {
    "Risk Assessment": ("3", "4"),
    "Partnership Plan": ("2", "5"),
    "Referral Pathway": ("1", "3"),
    "Channel Panel": ("5", "4"),
    "Training": ("2", "1"),
    "Communications": ("4", "2"),
}
FACTS = facts_of(SCORES, ("2021", "2022"))


def _table(pen: Pen, wrong: bool = False) -> None:
    """The report; `wrong` is as a poor recogniser read it."""
    top = pen.head("Prevent benchmarks: outcome of the review", lead="The scores were agreed with partners.")
    frame = Frame(pen, 56, top + 20, (190, 90, 90), [24] * 7, size=11)
    if not wrong:
        frame.rule("strokes")
    rows = {label: [value if not wrong else "8" for value in values] for label, values in SCORES.items()}
    frame.fill_in([("Benchmark", "2021", "2022"), *((label, *values) for label, values in rows.items())])


def _scan(folder: Path) -> ImageReader:
    page = pdfium.PdfDocument(printed(folder / "drawn.pdf", _table))[0]
    stored = io.BytesIO()
    page.render(scale=200 / 72).to_pil().convert("RGB").save(stored, "JPEG", quality=80)
    return ImageReader(stored)


def _over_its_text(folder: Path) -> Path:
    """Some scanners write what they read first and paint the picture over it."""
    scan = _scan(folder)

    def page(pen: Pen) -> None:
        _table(pen, wrong=True)
        pen.canvas.drawImage(scan, 0, 0, *pen.size)

    return printed(folder / "scan.pdf", page)


def _sealed(strength: int, folder: Path) -> Path:
    """A seal over the whole page, stored as a picture with a mask; the text below it shows."""
    seal = Image.new("RGBA", (300, 424), (255, 255, 255, 0))
    ImageDraw.Draw(seal).ellipse((40, 100, 260, 320), outline=(120, 120, 200, strength), width=14)

    def page(pen: Pen) -> None:
        _table(pen)
        pen.canvas.drawImage(ImageReader(seal), 0, 0, *pen.size, mask="auto")

    return printed(folder / "sealed.pdf", page)


CASES = (
    Case(43, "scan painted over a bad text of its own", _over_its_text, FACTS, image=True, absent=("8",)),
    Case(31, "text under a see-through seal", partial(_sealed, 60), FACTS),
)
