"""Pictures in which there is nothing to read: no label, no figure, no council."""

import io
from collections.abc import Callable

from PIL import Image, ImageDraw

from drawing.contents import PictureName

_WIDTH, _HEIGHT = 900, 480
_GREENS_TO_REDS = ("#5aa469", "#a9cf8d", "#f3e29b", "#eeb086", "#d9776b")


def picture_png(name: PictureName) -> bytes:
    """A heatmap, a column chart or a bar chart, as PNG bytes."""
    image = Image.new("RGB", (_WIDTH, _HEIGHT), "white")
    _DRAWN[name](ImageDraw.Draw(image))
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _heatmap(draw: ImageDraw.ImageDraw) -> None:
    for row in range(8):
        for column in range(11):
            left, top = 20 + column * 78, 20 + row * 55
            colour = (
                "#d8d8e4" if column == 0 else _GREENS_TO_REDS[(5 * row + 3 * column + row * column * column) % 13 % 5]
            )
            draw.rectangle((left, top, left + 74, top + 51), fill=colour)


def _columns(draw: ImageDraw.ImageDraw) -> None:
    for group in range(9):
        for bar, colour in enumerate(("#9a86b5", "#4b2a6b")):
            left, height = 60 + group * 92 + bar * 32, 140 + (group * 71 + bar * 43) % 210
            draw.rectangle((left, 420 - height, left + 28, 420), fill=colour)
    draw.line((40, 40, 40, 420, 880, 420), fill="#666666", width=3)


def _bars(draw: ImageDraw.ImageDraw) -> None:
    for row in range(9):
        length = 260 + (row * 167) % 520
        draw.rectangle((60, 30 + row * 46, 60 + length, 60 + row * 46), fill="#4b2a6b")
    draw.line((58, 20, 58, 450, 880, 450), fill="#666666", width=3)


_DRAWN: dict[PictureName, Callable[[ImageDraw.ImageDraw], None]] = {
    "heatmap": _heatmap,
    "columns": _columns,
    "bars": _bars,
}
