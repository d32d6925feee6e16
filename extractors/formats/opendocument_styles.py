"""The styles of an OpenDocument file -> how a text, a cell or a page looks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from extractors.document import Box
from extractors.formats.opendocument_package import DRAW, FO, STYLE, SVG, TEXT

_ESCAPED = re.compile(r"_([0-9a-f]{2,4})_", re.IGNORECASE)
_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|px|pc)?")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "px": 0.75, "pc": 12.0, None: 1.0}
_RAISED = re.compile(r"super|[1-9]\d*%")


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set; `colour` and `ground` (the colour behind it) are '#rrggbb' where they are said."""

    struck: bool = False
    hidden: bool = False
    raised: bool = False
    bold: bool = False
    colour: str | None = None
    ground: str | None = None
    font: str | None = None


class OpenStyles:
    """The styles of the given parts, by family and name; what a style does not say its parent says."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, Any] = {}
        self._fills: dict[tuple[str, str | None], str | None] = {}
        self._looks: dict[tuple[str, str | None, Look], Look] = {}
        for root in (root for root in roots if root is not None):
            for node in root.iter(f"{STYLE}style"):
                self._styles[node.get(f"{STYLE}family", ""), node.get(f"{STYLE}name", "")] = node
            for node in root.iter(f"{TEXT}list-style"):
                self._lists[node.get(f"{STYLE}name", "")] = node

    def says(self, family: str, name: str | None, attribute: str) -> str | None:
        """The value of an attribute of any group of properties, None where neither the style nor a parent says it."""
        for node in self._chain(family, name):
            for group in node:
                value = group.get(attribute)
                if value is not None:
                    return str(value)
        return None

    def fill_of(self, family: str, name: str | None) -> str | None:
        """The background of a cell or shape as '#rrggbb'; the nearest style that speaks of it decides."""
        if (family, name) not in self._fills:
            self._fills[family, name] = self._fill_said(family, name)
        return self._fills[family, name]

    def look_of(self, family: str, name: str | None, base: Look) -> Look:
        """How text looks in a style, over how it looks around it."""
        asked = family, name, base
        if asked not in self._looks:
            for node in reversed(list(self._chain(family, name))):
                for group in node.iterchildren(f"{STYLE}text-properties"):
                    base = _over(base, group)
            self._looks[asked] = base
        return self._looks[asked]

    def names_of(self, family: str, name: str | None) -> list[str]:
        """The names that a style and its parents go by, lower case, the style's own first."""
        shown = [node.get(f"{STYLE}display-name") or node.get(f"{STYLE}name", "") for node in self._chain(family, name)]
        return [_ESCAPED.sub(lambda code: chr(int(code[1], 16)), one).lower() for one in shown]

    def list_style(self, name: str | None) -> Any:
        """The text:list-style of that name, None where there is none."""
        return self._lists.get(name or "")

    def list_of(self, name: str | None) -> str | None:
        """The list style that a paragraph style asks for."""
        found = (node.get(f"{STYLE}list-style-name") for node in self._chain("paragraph", name))
        return next((style for style in found if style), None)

    def _fill_said(self, family: str, name: str | None) -> str | None:
        for node in self._chain(family, name):
            for group in node:
                ground, kind = group.get(f"{FO}background-color"), group.get(f"{DRAW}fill")
                if kind == "solid" or (kind is None and group.get(f"{DRAW}fill-color")):
                    return _colour(group.get(f"{DRAW}fill-color"))
                if kind is not None and ground is None:
                    return None
                if ground is not None and group.tag != f"{STYLE}text-properties":
                    return _colour(ground)
        return None

    def _chain(self, family: str, name: str | None) -> Iterator[Any]:
        seen: set[str] = set()
        while name and name not in seen and (family, name) in self._styles:
            seen.add(name)
            node = self._styles[family, name]
            yield node
            name = node.get(f"{STYLE}parent-style-name")


def points(length: str | None) -> float | None:
    """'2.54cm' -> 72.0; None where it is no length."""
    found = _LENGTH.fullmatch(length.strip()) if length else None
    return round(float(found[1]) * _POINTS[found[2]], 2) if found else None


def box_of(node: Any) -> Box | None:
    """The box of a shape in points, None where the file does not place it."""
    x, y, width, height = (points(node.get(SVG + name)) for name in ("x", "y", "width", "height"))
    if width is None or height is None:
        return None
    if x is None or y is None:
        found = re.search(r"translate\s*\(\s*(\S+?)[\s,]+(\S+?)\s*\)", node.get(f"{DRAW}transform", ""))
        x, y = (points(found[1]), points(found[2])) if found else (None, None)
    if x is None or y is None:
        return None
    return x, y, round(x + width, 2), round(y + height, 2)


def _colour(text: str | None) -> str | None:
    return text.lower() if text and _HEX.fullmatch(text) else None


def _over(look: Look, group: Any) -> Look:
    struck = group.get(f"{STYLE}text-line-through-style") or group.get(f"{STYLE}text-line-through-type")
    position, shown = group.get(f"{STYLE}text-position"), group.get(f"{TEXT}display")
    weight, colour = group.get(f"{FO}font-weight"), group.get(f"{FO}color")
    ground = group.get(f"{FO}background-color")
    font = group.get(f"{STYLE}font-name") or group.get(f"{FO}font-family")
    if group.get(f"{STYLE}use-window-font-color") == "true":
        look = replace(look, colour=None)
    return replace(
        look,
        struck=look.struck if struck is None else struck != "none",
        hidden=look.hidden if shown is None else shown == "none",
        raised=look.raised if position is None else bool(_RAISED.match(position)),
        bold=look.bold if weight is None else weight in ("bold", "600", "700", "800", "900"),
        colour=look.colour if colour is None else _colour(colour),
        ground=look.ground if ground is None else _colour(ground),
        font=look.font if font is None else font.strip("'\""),
    )
