"""What the styles of a web page say about visibility and background, as far as simple rules go."""

import re
from dataclasses import dataclass
from typing import Any

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_BLOCK = re.compile(r"@[^{;]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^;{}]+;")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;]+)", re.IGNORECASE)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_RGB = re.compile(r"rgba?\(\s*(\d+)\s*[, ]\s*(\d+)\s*[, ]\s*(\d+)\s*(?:[,/]\s*([\d.]+%?)\s*)?\)", re.IGNORECASE)
_NAMES = {
    "red": "#ff0000", "green": "#008000", "amber": "#ffbf00", "orange": "#ffa500", "yellow": "#ffff00",
    "lime": "#00ff00", "gold": "#ffd700",
    "blue": "#0000ff", "grey": "#808080", "gray": "#808080", "silver": "#c0c0c0", "white": "#ffffff",
    "black": "#000000", "lightgreen": "#90ee90", "pink": "#ffc0cb", "lightgrey": "#d3d3d3", "lightgray": "#d3d3d3",
    "darkgreen": "#006400", "crimson": "#dc143c", "tomato": "#ff6347", "khaki": "#f0e68c", "limegreen": "#32cd32",
}  # fmt: skip

Selector = tuple[str, frozenset[str], str]
"""Element name ('' for any), classes and id that a rule asks for."""


@dataclass(frozen=True, slots=True)
class WebStyles:
    """The simple rules (one element, its classes or id) of a page's own style sheets, in order."""

    rules: tuple[tuple[Selector, str], ...] = ()

    @classmethod
    def of(cls, root: Any) -> "WebStyles":
        """The rules of all style elements of a page; rules for print or for narrow screens are passed over."""
        sheets = " ".join(_AT_BLOCK.sub(" ", _COMMENT.sub(" ", node.text or "")) for node in root.iter("style"))
        rules = []
        for found in _RULE.finditer(sheets):
            for text in found[1].split(","):
                selector = _simple(text.strip())
                if selector:
                    rules.append((selector, found[2]))
        return cls(tuple(rules))

    def is_hidden(self, node: Any) -> bool:
        """True where a browser would not show an element: by attribute, by its own style or by a simple rule."""
        if node.get("hidden") is not None or (node.get("aria-hidden") == "true" and node.tag != "span"):
            return True
        return bool(_HIDDEN.search(self._declared(node)))

    def fill_of(self, node: Any) -> str | None:
        """The background of a cell or of the row around it as '#rrggbb', None where none is set."""
        for holder in (node, node.getparent()):
            if holder is None or holder.tag not in ("td", "th", "tr"):
                continue
            colours = [_colour(found[1]) for found in _BACKGROUND.finditer(self._declared(holder))]
            stated = next((colour for colour in reversed(colours) if colour), None)
            if stated or (stated := _colour(holder.get("bgcolor", ""))):
                return stated
        return None

    def _declared(self, node: Any) -> str:
        own = node.get("style", "")
        if not self.rules:
            return str(own)
        classes, name = frozenset(node.get("class", "").split()), node.get("id", "")
        matched = [
            declared
            for (tag, wanted, wanted_id), declared in self.rules
            if (not tag or tag == node.tag) and wanted <= classes and wanted_id in ("", name)
        ]
        return ";".join([*matched, own])


def _simple(text: str) -> Selector | None:
    found = _SELECTOR.fullmatch(text)
    if found is None or not text:
        return None
    marks = re.findall(r"([.#])([\w-]+)", found[2])
    classes = frozenset(name for mark, name in marks if mark == ".")
    return (found[1] or "").lower(), classes, next((name for mark, name in marks if mark == "#"), "")


def _colour(text: str) -> str | None:
    if found := _HEX.search(text):
        digits = found[1].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    if (found := _RGB.search(text)) and found[4] not in ("0", "0%", "0.0"):
        return "#" + "".join(f"{min(int(found[part]), 255):02x}" for part in (1, 2, 3))
    return _NAMES.get(text.strip().split(" ")[0].lower())
