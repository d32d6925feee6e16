"""What scanners, cameras and programs do to a drawn page before it reaches a paper as a picture."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from tests.support.drawn_pdf import Page
from tests.support.scans import painted

Picture = Image.Image
Spoil = Callable[[Picture], Picture]

PAGE = (500.0, 380.0)


def scanned(
    folder: Path,
    *pages: Page,
    size: tuple[float, float] = PAGE,
    dots_an_inch: int = 150,
    spoil: Sequence[Spoil] = (),
    quality: int = 75,
    over: Callable[[Canvas], None] | None = None,
) -> Path:
    """A PDF whose pages are pictures; `over` writes on each of them afterwards, as a machine that adds text does."""
    path = folder / "scan.pdf"
    canvas = Canvas(str(path))
    for picture in painted(folder / "drawn.pdf", *pages, size=size, dots_an_inch=dots_an_inch):
        for change in spoil:
            picture = change(picture)
        shown = picture.width * 72 / dots_an_inch, picture.height * 72 / dots_an_inch
        canvas.setPageSize(shown)
        canvas.drawImage(stored(picture, quality=quality), 0, 0, *shown)
        if over:
            over(canvas)
        canvas.showPage()
    canvas.save()
    return path


def stored(picture: Picture, *, kind: str = "JPEG", quality: int = 75) -> ImageReader:
    """The picture as a file of a kind gives it back."""
    return ImageReader(io.BytesIO(as_bytes(picture, kind=kind, quality=quality)))


def as_bytes(picture: Picture, *, kind: str = "JPEG", quality: int = 75) -> bytes:
    """The picture as the bytes of a file."""
    written = io.BytesIO()
    if kind == "JPEG":
        picture.save(written, kind, quality=quality)
    else:
        picture.save(written, kind)
    return written.getvalue()


def shot(folder: Path, page: Page, *, size: tuple[float, float], dots_an_inch: int = 130) -> Picture:
    """One drawn page as a picture, such as a copy of a screen."""
    [picture] = painted(folder / "drawn.pdf", page, size=size, dots_an_inch=dots_an_inch)
    return picture


def turned(degrees: float) -> Spoil:
    """Put on the glass at an angle, counter-clockwise."""
    return lambda picture: picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")


def sideways(quarters: int) -> Spoil:
    """Put on the glass sideways or upside down."""
    return lambda picture: picture.rotate(90 * quarters, expand=True)


def blurred(radius: float) -> Spoil:
    """Out of focus."""
    return lambda picture: picture.filter(ImageFilter.GaussianBlur(radius))


def grained(deviation: float = 6.0, ground: float = 1.0) -> Spoil:
    """With the noise of a sensor, on paper that is darker than white."""

    def change(picture: Picture) -> Picture:
        grain = np.random.default_rng(11).normal(0, deviation, (picture.height, picture.width, 1))
        return _picture(np.asarray(picture, dtype=float) * ground + grain)

    return change


def stamped(x: float, y: float) -> Spoil:
    """With the round stamp of a post room and a note by hand, at shares of the page's width and height."""

    def change(picture: Picture) -> Picture:
        picture = picture.copy()
        pen = ImageDraw.Draw(picture)
        left, top, reach = x * picture.width, y * picture.height, 0.09 * picture.width
        pen.ellipse((left, top, left + reach * 2, top + reach * 2), outline=(40, 60, 160), width=4)
        pen.ellipse((left + 14, top + 14, left + reach * 2 - 14, top + reach * 2 - 14), outline=(40, 60, 160), width=2)
        wave = [(left - 150 + n * 6, top + 20 + 14 * np.sin(n * 1.1) + 5 * np.sin(n * 2.7)) for n in range(22)]
        pen.line(wave, fill=(30, 30, 120), width=3)
        return picture

    return change


def photographed(picture: Picture) -> Picture:
    """As a camera sees it from beside, in light that falls off towards one corner."""
    wide, tall = picture.size
    ground = Image.new("RGB", (int(wide * 1.25), int(tall * 1.3)), (58, 52, 50))
    there = [(0.09, 0.10), (0.93, 0.07), (0.90, 0.92), (0.10, 0.88)]
    corners = [(x * ground.width, y * ground.height) for x, y in there]
    straight = [(0, 0), (wide, 0), (wide, tall), (0, tall)]
    weights = _weights(corners, straight)
    seen = picture.transform(ground.size, Image.Transform.PERSPECTIVE, weights, Image.Resampling.BICUBIC)
    inside = Image.new("L", picture.size, 255).transform(ground.size, Image.Transform.PERSPECTIVE, weights)
    ground.paste(seen, (0, 0), inside)
    across = np.linspace(1.0, 0.72, ground.width)[None, :, None] * np.linspace(1.0, 0.86, ground.height)[:, None, None]
    return grained(4.0)(blurred(0.7)(_picture(np.asarray(ground, dtype=float) * across)))


def _weights(corners: Sequence[tuple[float, float]], straight: Sequence[tuple[float, float]]) -> list[float]:
    """What leads from a place on the photograph to the place on the picture."""
    rows, ends = [], []
    for (x, y), (u, v) in zip(corners, straight, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        ends += [u, v]
    return [float(weight) for weight in np.linalg.solve(np.array(rows), np.array(ends))]


def _picture(pixels: np.ndarray) -> Picture:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
