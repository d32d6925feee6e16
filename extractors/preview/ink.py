"""How outlines look, in pictures and in drawings alike: apart by width and dash first, by colour last."""

from dataclasses import dataclass

from extractors.preview.marks import MarkKind

INK = "#14202b"
PAPER = "#ffffff"


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of outline. `width` in pixels, `dash` as lengths of stroke and gap in pixels (none: a full line).

    `halo` is the width in pixels of a white line on both sides, which keeps the outline visible on dark fills.
    An outline lies around its box, so that it hides nothing, or inside it.
    """

    colour: str
    width: int
    dash: tuple[int, int] | None = None
    halo: int = 0
    is_inside: bool = False


LINES: dict[MarkKind, Line] = {
    "cell": Line("#5b8db8", 1),
    "grid": Line("#1d5784", 2),
    "doubtful": Line("#a34700", 2, dash=(6, 4), halo=1),
    "value": Line(INK, 2, is_inside=True),
    "marked": Line(INK, 4, halo=2),
}


def ink_on(fill: str | None) -> str:
    """Black or white, whichever is easier to read on a fill ('#rrggbb')."""
    if fill is None:
        return INK
    red, green, blue = (_linear(int(fill[place : place + 2], 16) / 255) for place in (1, 3, 5))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    # the contrast with white against the contrast with black, both after WCAG 2.2
    return PAPER if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else INK


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
