"""The frames of a page: where a place in a form or on the page as stored comes to stand on the page as shown."""

from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.shapes import Point


@dataclass(frozen=True, slots=True)
class Frame:
    """x becomes a·x + c·y + e, y becomes b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def placed(self, x: float, y: float) -> Point:
        """Where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def turned(self, x: float, y: float) -> Point:
        """What becomes of a direction with its length."""
        return self.a * x + self.c * y, self.b * x + self.d * y

    def boxed(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box around a rectangle after its move."""
        corners = [self.placed(x, y) for x in (x0, x1) for y in (y0, y1)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def inside(self, inner: "Frame") -> "Frame":
        """The frame for what is placed by `inner` first, and then by this one."""
        a, b = self.turned(inner.a, inner.b)
        c, d = self.turned(inner.c, inner.d)
        e, f = self.placed(inner.e, inner.f)
        return Frame(a, b, c, d, e, f)


def shown(quarter_turns: int, corner: Point) -> Frame:
    """The frame of a page as shown, turned clockwise; `corner` is the stored place of its top left as shown."""
    x, y = corner
    return (
        Frame(1, 0, 0, -1, -x, y),
        Frame(0, 1, 1, 0, -y, -x),
        Frame(-1, 0, 0, 1, x, -y),
        Frame(0, -1, -1, 0, y, x),
    )[quarter_turns % 4]
