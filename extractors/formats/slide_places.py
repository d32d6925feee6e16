"""Where the shapes of a slide stand: groups opened, inherited places looked up, hidden ones marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from extractors.document import Box
from extractors.formats.colours import A, Theme
from extractors.formats.pictures import Album

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TITLES = frozenset({"title", "ctrTitle"})
"""The kinds of placeholder that head a slide."""

_POINTS = 12700


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide to read: its number from 1, python-pptx's objects for it and its layout, the page's size in points.

    `layout` is None where the file has lost it; `album` reads pictures.
    """

    number: int
    slide: Any
    layout: Any
    size: tuple[float, float]
    theme: Theme
    is_hidden: bool
    album: Album | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with its box in points on the slide (None where the file does not place it)."""

    node: Any
    box: Box | None
    placeholder: str | None
    is_hidden: bool


Scale = tuple[float, float, float, float]
"""From the coordinates of a group to those of the slide: x * first + second, y * third + fourth."""


def shapes_of(slide: Slide) -> list[Shape]:
    """All shapes of a slide in the order of the file, those inside groups with their places on the slide."""
    return list(_shapes(slide, slide.slide.shapes._spTree, (1.0, 0.0, 1.0, 0.0), is_hidden=slide.is_hidden))


def _shapes(slide: Slide, tree: Any, scale: Scale, *, is_hidden: bool) -> Iterator[Shape]:
    """All shapes of a tree, those inside groups with their places worked out."""
    for node in tree:
        kind = etree.QName(node).localname if isinstance(node.tag, str) else ""
        if kind == "AlternateContent":
            choice = next(node.iterchildren(f"{MC}Choice", f"{MC}Fallback"), ())
            yield from _shapes(slide, choice, scale, is_hidden=is_hidden)
        elif kind == "grpSp":
            yield from _shapes(slide, node, _inner_scale(node, scale), is_hidden=is_hidden or _is_hidden(node))
        elif kind in ("sp", "graphicFrame", "pic"):
            holder = node.find(f".//{P}nvPr/{P}ph")
            box = _box(_transform(node, holder, slide), scale)
            hidden = is_hidden or _is_hidden(node) or _is_off_slide(box, slide.size)
            yield Shape(node, box, None if holder is None else holder.get("type", "obj"), hidden)


def _is_hidden(node: Any) -> bool:
    properties = node.find(f".//{P}cNvPr")
    return properties is not None and properties.get("hidden") in ("1", "true")


def _is_off_slide(box: Box | None, size: tuple[float, float]) -> bool:
    if box is None or not all(size):
        return False
    return box[2] <= 0 or box[3] <= 0 or box[0] >= size[0] or box[1] >= size[1]


def _inner_scale(group: Any, scale: Scale) -> Scale:
    transform = group.find(f"{P}grpSpPr/{A}xfrm")
    if transform is None or transform.find(f"{A}chExt") is None:
        return scale
    x, y, width, height = _numbers(transform, "off", "ext")
    inner_x, inner_y, inner_width, inner_height = _numbers(transform, "chOff", "chExt")
    across = width / inner_width if inner_width else 1.0
    down = height / inner_height if inner_height else 1.0
    sx, tx, sy, ty = scale
    return sx * across, sx * (x - inner_x * across) + tx, sy * down, sy * (y - inner_y * down) + ty


def _numbers(transform: Any, offset: str, extent: str) -> tuple[float, float, float, float]:
    place, size = transform.find(A + offset), transform.find(A + extent)
    if place is None or size is None:
        return 0.0, 0.0, 0.0, 0.0
    return float(place.get("x", 0)), float(place.get("y", 0)), float(size.get("cx", 0)), float(size.get("cy", 0))


def _transform(node: Any, holder: Any, slide: Slide) -> Any:
    """The a:xfrm or p:xfrm of a shape; a placeholder without one stands where its layout or master puts it."""
    own = _own_transform(node)
    if own is not None or holder is None:
        return own
    for origin in (slide.layout, slide.layout.slide_master) if slide.layout is not None else ():
        for other in origin.shapes._spTree.iter(f"{P}ph"):
            if _is_same_place(other, holder):
                found = _own_transform(other.getparent().getparent().getparent())
                if found is not None:
                    return found
    return None


def _own_transform(node: Any) -> Any:
    found = node.find(f"{P}xfrm")
    return found if found is not None else node.find(f"{P}spPr/{A}xfrm")


def _is_same_place(other: Any, holder: Any) -> bool:
    if holder.get("idx") is not None and other.get("idx") == holder.get("idx"):
        return True
    kinds = {holder.get("type", "obj"), other.get("type", "obj")}
    return len(kinds) == 1 or kinds <= TITLES


def _box(transform: Any, scale: Scale) -> Box | None:
    if transform is None or transform.find(f"{A}ext") is None:
        return None
    x, y, width, height = _numbers(transform, "off", "ext")
    sx, tx, sy, ty = scale
    corners = sx * x + tx, sy * y + ty, sx * (x + width) + tx, sy * (y + height) + ty
    x0, top, x1, bottom = (round(corner / _POINTS, 2) for corner in corners)
    return x0, top, x1, bottom
