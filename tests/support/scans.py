"""Papers that were printed and scanned: drawn pages painted, turned, stored as pictures on the pages of a PDF."""

import io
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.support.drawn_pdf import Page, draw


def scan(path: Path, *pages: Page, size: tuple[float, float], dots_an_inch: int = 150, turn: float = 0.0) -> Path:
    """A PDF of pictures; `turn` is in degrees counter-clockwise."""
    canvas = Canvas(str(path), pagesize=size)
    for picture in painted(path.with_suffix(".drawn.pdf"), *pages, size=size, dots_an_inch=dots_an_inch):
        stored = io.BytesIO()
        turned = picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor="white")
        turned.save(stored, "JPEG", quality=70)
        canvas.drawImage(ImageReader(stored), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return path


def painted(path: Path, *pages: Page, size: tuple[float, float], dots_an_inch: int) -> list[Image.Image]:
    """The drawn pages as pictures; the drawing is kept at `path`."""
    pdf = pdfium.PdfDocument(draw(path, *pages, size=size))
    return [page.render(scale=dots_an_inch / 72).to_pil().convert("RGB") for page in pdf]
