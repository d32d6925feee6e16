"""A picture as plain bytes, and the way from a place on it straightened to that place on the page as it is."""

import math
from dataclasses import dataclass
from typing import TypeAlias

from extractors.document import Box

_Matrix: TypeAlias = tuple[float, float, float, float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Picture:
    """Rows of `stride` bytes, three bytes (blue, green, red) a pixel; `scale` is pixels a point of the page."""

    pixels: bytes
    stride: int
    width: int
    height: int
    scale: float


@dataclass(frozen=True, slots=True)
class Placing:
    """Where what was seen straight lies as it is: a matrix of three rows, as for a photograph of a plane."""

    matrix: _Matrix = (1, 0, 0, 0, 1, 0, 0, 0, 1)

    @classmethod
    def moved(cls, x: float, y: float, across: float = 1.0, down: float = 1.0) -> "Placing":
        """Stretched across and down, then moved."""
        return cls((across, 0, x, 0, down, y, 0, 0, 1))

    @classmethod
    def turned(cls, degrees: float, width: float, height: float) -> "Placing":
        """Turned clockwise round the middle of a page of this size."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        x, y = width / 2, height / 2
        return cls((cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0, 1))

    def then(self, following: "Placing") -> "Placing":
        """This placing and another after it."""
        rows = [following.matrix[n : n + 3] for n in (0, 3, 6)]
        columns = [self.matrix[n::3] for n in range(3)]
        a, b, c, d, e, f, g, h, i = (
            sum(x * y for x, y in zip(row, column, strict=True)) for row in rows for column in columns
        )
        return Placing((a, b, c, d, e, f, g, h, i))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point lies."""
        a, b, c, d, e, f, g, h, i = self.matrix
        far = g * x + h * y + i
        return (a * x + b * y + c) / far, (d * x + e * y + f) / far

    def back(self, box: Box) -> Box:
        """Where a box lies: level and upright there as well, its middle moved, its sides as long as they are there.

        A long row of a page that was turned by a degree keeps its height; the box around its corners would lie over
        the rows beside it.
        """
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        middle, right, below = self.point(x, y), self.point(x + 1, y), self.point(x, y + 1)
        across = (right[0] - middle[0], right[1] - middle[1])
        down = (below[0] - middle[0], below[1] - middle[1])
        width, height = (box[2] - box[0]) * math.hypot(*across), (box[3] - box[1]) * math.hypot(*down)
        if abs(across[1]) > abs(across[0]):
            width, height = height, width
        return (
            round(middle[0] - width / 2, 2),
            round(middle[1] - height / 2, 2),
            round(middle[0] + width / 2, 2),
            round(middle[1] + height / 2, 2),
        )
