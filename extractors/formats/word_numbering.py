"""The numbers that Word counts by itself: '1.', '2.3', '(a)'. They are printed, but stored nowhere in the text."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from lxml import etree

from extractors.formats.word_text import W

_PLACE = re.compile(r"%([1-9])")
_UNPRINTED = frozenset({"bullet", "none"})
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    pattern: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one story in the order in which they are asked for."""

    def __init__(self, xml: bytes | None) -> None:
        root = etree.fromstring(xml) if xml else etree.Element("none")
        definitions = {node.get(f"{W}abstractNumId", ""): node for node in root.iter(f"{W}abstractNum")}
        self._lists = {node.get(f"{W}numId", ""): node for node in root.iter(f"{W}num")}
        self._levels = {name: dict(map(_level, node.iter(f"{W}lvl"))) for name, node in definitions.items()}
        self._reached: dict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[str] = set()

    def label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of a list at a level, '' for bullets and lists that are not defined."""
        node = self._lists.get(list_id)
        definition = _value(node, "abstractNumId") if node is not None else ""
        levels = self._levels.get(definition, {})
        if level not in levels:
            return ""
        reached = self._reached[definition]
        if list_id not in self._restarted:
            self._restarted.add(list_id)
            for started, number in _overrides(node).items():
                reached[started] = number - 1
        reached[level] = reached.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in reached if other > level]:
            del reached[deeper]
        return _printed(levels, level, reached)


def figure(number: int, kind: str) -> str:
    """A number in a form of the standard: figure(3, 'lowerRoman') is 'iii'."""
    match kind:
        case "lowerLetter" | "upperLetter" if number > 0:
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if kind == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if number > 0:
            return _roman(number) if kind == "lowerRoman" else _roman(number).upper()
        case "decimalZero":
            return f"{number:02d}"
        case _ if kind in _UNPRINTED:
            return ""
        case _:
            return str(number)


def _level(node: Any) -> tuple[int, _Level]:
    start = _value(node, "start")
    kind, pattern = _value(node, "numFmt") or "decimal", _value(node, "lvlText")
    return int(node.get(f"{W}ilvl", 0)), _Level(kind, pattern, int(start) if start.isdecimal() else 1)


def _overrides(node: Any) -> dict[int, int]:
    """The levels that a list begins anew, with their first numbers."""
    starts = {int(one.get(f"{W}ilvl", 0)): _value(one, "startOverride") for one in node.iter(f"{W}lvlOverride")}
    return {level: int(start) for level, start in starts.items() if start.isdecimal()}


def _value(node: Any, name: str) -> str:
    found = node.find(W + name)
    return str(found.get(f"{W}val", "")) if found is not None else ""


def _printed(levels: dict[int, _Level], level: int, reached: dict[int, int]) -> str:
    if levels[level].kind in _UNPRINTED:
        return ""

    def number(place: "re.Match[str]") -> str:
        other = int(place[1]) - 1
        shape = levels.get(other, levels[level])
        return figure(reached.get(other, shape.start), shape.kind)

    return _PLACE.sub(number, levels[level].pattern).strip()


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
