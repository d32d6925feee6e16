"""A picture of a page as plain bytes, and the skew that was found in it."""

import math
from dataclasses import dataclass

from extractors.document import Box


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of `stride` bytes, three bytes (blue, green, red) a pixel; `scale` is pixels a point of the page."""

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float


@dataclass(frozen=True, slots=True)
class Skew:
    """By how many degrees a page of this width and height in points had been turned clockwise round its middle."""

    degrees: float
    width: float
    height: float

    def back(self, box: Box) -> Box:
        """Where a box of the straightened page lies on the page as it is: of the same size, its middle moved."""
        x, y = (box[0] + box[2] - self.width) / 2, (box[1] + box[3] - self.height) / 2
        cos, sin = math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees))
        across, down = x * cos - y * sin - x, x * sin + y * cos - y
        return (
            round(box[0] + across, 2),
            round(box[1] + down, 2),
            round(box[2] + across, 2),
            round(box[3] + down, 2),
        )
