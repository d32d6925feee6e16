"""Pixels of a page -> a picture with outlines drawn on it, as PNG; the same bytes for the same page."""

import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from extractors.document import Box
from extractors.preview.ink import INK, LINES, PAPER, Line
from extractors.preview.marks import Mark

_COLOURS = 256
_EFFORT = 6  # of 9, which takes seven times as long to save three bytes in a hundred
_TAG_SIZE = 10
_LEAST_LETTERS, _MOST_LETTERS = 6, 14


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG of a part of a page: `area` is that part in points from the page's top left, `scale` pixels a point."""

    png: bytes
    width: int
    height: int
    page: int
    area: Box
    scale: float

    def place(self, box: Box) -> Box:
        """Where a box of the page lies in the picture: (x0, top, x1, bottom) in pixels."""
        left, top = self.area[0], self.area[1]
        across, down = [(x - left) * self.scale for x in box[::2]], [(y - top) * self.scale for y in box[1::2]]
        return across[0], down[0], across[1], down[1]


class Sheet:
    """The pixels of a page, or of a part of it, under the pen."""

    def __init__(self, image: Image.Image, page: int, area: Box, scale: float) -> None:
        self._image, self._page, self._area, self._scale = image, page, area, scale

    @classmethod
    def of_page(cls, pixels: bytes, stride: int, width: int, height: int, page: int, scale: float) -> "Sheet":
        """A page as painted: three bytes (blue, green, red) a pixel."""
        image = Image.frombytes("RGB", (width, height), pixels, "raw", "BGR", stride, 1)
        return cls(image, page, (0.0, 0.0, width / scale, height / scale), scale)

    def part(self, box: Box) -> "Sheet":
        """A copy of the part that lies in the box, cut at whole pixels and at the page's edges."""
        scale, (width, height) = self._scale, self._image.size
        left, top = max(0, math.floor(box[0] * scale)), max(0, math.floor(box[1] * scale))
        right, bottom = min(width, math.ceil(box[2] * scale)), min(height, math.ceil(box[3] * scale))
        right, bottom = max(right, left + 1), max(bottom, top + 1)
        area = left / scale, top / scale, right / scale, bottom / scale
        return Sheet(self._image.crop((left, top, right, bottom)), self._page, area, scale)

    def blank(self) -> "Sheet":
        """An empty sheet of the same size."""
        return Sheet(Image.new("RGB", self._image.size, PAPER), self._page, self._area, self._scale)

    def beside(self, other: "Sheet") -> "Sheet":
        """Both sheets in one picture, this one at the left, a rule between them."""
        gap = 12
        width, height = self._image.width + gap + other._image.width, max(self._image.height, other._image.height)
        image = Image.new("RGB", (width, height), "#dfe5ea")
        image.paste(self._image, (0, 0))
        image.paste(other._image, (self._image.width + gap, 0))
        left, top, *_ = self._area
        area = left, top, left + width / self._scale, top + height / self._scale
        return Sheet(image, self._page, area, self._scale)

    def outline(self, marks: Iterable[Mark]) -> None:
        """Draw the outlines, then their labels over them."""
        pen = ImageDraw.Draw(self._image)
        drawn = [(mark, self._pixels(mark.box)) for mark in marks]
        for mark, box in drawn:
            _outline(pen, box, LINES[mark.kind])
        for mark, box in drawn:
            if mark.label:
                self._tag(pen, mark, box)

    def write(self, box: Box, text: str, fill: str | None = None, colour: str = INK) -> None:
        """Set text into a box, as large as fits it and no larger than reading wants; the rest is cut off."""
        x0, y0, x1, y1 = self._pixels(box)
        pen = ImageDraw.Draw(self._image)
        if fill:
            pen.rectangle((x0, y0, x1, y1), fill=fill)
        inner = max(x1 - x0 - 4, 1), max(y1 - y0 - 2, 1)
        lines, font = _fitted(pen, text, inner)
        panel = Image.new("RGB", inner, fill or PAPER)
        ImageDraw.Draw(panel).multiline_text((0, 0), "\n".join(lines), fill=colour, font=font, spacing=1)
        self._image.paste(panel, (x0 + 2, y0 + 1))

    def picture(self) -> Picture:
        """The sheet as a PNG with at most 256 colours: as sharp as the page, and a third of the bytes."""
        reduced = self._image.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        stream = io.BytesIO()
        reduced.save(stream, "PNG", compress_level=_EFFORT)
        width, height = self._image.size
        return Picture(stream.getvalue(), width, height, self._page, self._area, self._scale)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        left, top, scale = self._area[0], self._area[1], self._scale
        x0, y0, x1, y1 = box
        return (
            round((x0 - left) * scale),
            round((y0 - top) * scale),
            round((x1 - left) * scale),
            round((y1 - top) * scale),
        )

    def _tag(self, pen: ImageDraw.ImageDraw, mark: Mark, box: tuple[int, int, int, int]) -> None:
        font = ImageFont.load_default(_TAG_SIZE)
        width, height = math.ceil(pen.textlength(mark.label, font=font)) + 4, _TAG_SIZE + 3
        x0, y0 = _tag_place(mark, box, width, height)
        x0, y0 = max(0, min(x0, self._image.width - width)), max(0, min(y0, self._image.height - height))
        pen.rectangle((x0, y0, x0 + width - 1, y0 + height - 1), fill=LINES[mark.kind].colour)
        pen.text((x0 + 2, y0 + 1), mark.label, fill=PAPER, font=font)


def _tag_place(mark: Mark, box: tuple[int, int, int, int], width: int, height: int) -> tuple[int, int]:
    """A grid's label stands at its left where there is room, a value's in its lower right corner."""
    x0, y0, x1, y1 = box
    if mark.kind == "marked":
        return x1 - width + 4, y0 - height + 4
    if mark.kind == "value":
        return x1 - width + 1, y1 - height + 1
    return (x0 - width - 4, y0) if x0 >= width + 4 else (x0, y0 - height - 1)


def _outline(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], line: Line) -> None:
    """An outline along the box: a hairline on its edge, a thicker one outwards of it, so that it hides no text."""
    if line.halo:
        _frame(pen, _grown(box, line.width - 1 + line.halo), PAPER, line.width + 2 * line.halo)
    grown = _grown(box, 0 if line.is_inside else line.width - 1)
    if line.dash is None:
        _frame(pen, grown, line.colour, line.width)
        return
    for piece in _dashes(grown, line.dash, line.width):
        pen.rectangle(piece, fill=line.colour)


def _frame(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], colour: str, width: int) -> None:
    pen.rectangle(box, outline=colour, width=width)


def _grown(box: tuple[int, int, int, int], by: int) -> tuple[int, int, int, int]:
    x0, x1, y0, y1 = min(box[0], box[2]), max(box[0], box[2]), min(box[1], box[3]), max(box[1], box[3])
    return x0 - by, y0 - by, x1 + by, y1 + by


def _dashes(box: tuple[int, int, int, int], dash: tuple[int, int], width: int) -> Iterator[tuple[int, int, int, int]]:
    x0, y0, x1, y1 = box
    stroke, gap = dash
    for x in range(x0, x1 + 1, stroke + gap):
        end = min(x + stroke - 1, x1)
        yield x, y0, end, y0 + width - 1
        yield x, y1 - width + 1, end, y1
    for y in range(y0, y1 + 1, stroke + gap):
        end = min(y + stroke - 1, y1)
        yield x0, y, x0 + width - 1, end
        yield x1 - width + 1, y, x1, end


def _fitted(
    pen: ImageDraw.ImageDraw, text: str, room: tuple[int, int]
) -> tuple[list[str], ImageFont.FreeTypeFont | ImageFont.ImageFont]:
    """The text in lines, in the largest type with which it fits, else in the smallest."""
    for size in range(_MOST_LETTERS, _LEAST_LETTERS - 1, -1):
        font = ImageFont.load_default(size)
        lines = _lines(pen, text, font, room[0])
        widest = max((pen.textlength(line, font=font) for line in lines), default=0)
        if widest <= room[0] and len(lines) * (size * 1.25 + 1) <= room[1]:
            break
    return lines, font


def _lines(
    pen: ImageDraw.ImageDraw, text: str, font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int
) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and pen.textlength(longer, font=font) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
