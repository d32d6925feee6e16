"""The styles of a Word file -> what each paragraph is: title, heading of a level, caption, list item."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree

from extractors.formats.word_table_styles import TableStyles
from extractors.formats.word_text import W

Role = Literal["title", "heading", "caption", "list_item", "paragraph"]

_HEADING = re.compile(r"heading\s*([1-9])")
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Style:
    """What a style makes of its paragraphs; `level` is that of a heading, 0 elsewhere."""

    role: Role
    level: int = 0


class Styles:
    """The paragraph styles of a file, looked up by their ids; what a style does not say its base says.

    `tables` are the styles of tables.
    """

    def __init__(self, xml: bytes | None) -> None:
        nodes = etree.fromstring(xml).findall(f"{W}style") if xml else []
        self._nodes: dict[str, Any] = {node.get(f"{W}styleId", ""): node for node in nodes}
        self.tables = TableStyles(xml)

    def of(self, paragraph: Any) -> Style:
        """What a w:p is, by its own properties first and its style then."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return Style("paragraph")
        node = properties.find(f"{W}pStyle")
        style = self._named(node.get(f"{W}val", "")) if node is not None else Style("paragraph")
        if style.role in ("title", "heading", "caption"):
            return style
        level = _outline_level(properties)
        if level is not None:
            return Style("heading", level)
        return Style("list_item") if _is_listed(properties) or style.role == "list_item" else style

    def list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list that counts a paragraph and its level there, by its own properties or those of its styles."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        list_id, level = _list_place(properties)
        node = properties.find(f"{W}pStyle")
        style_id = node.get(f"{W}val", "") if node is not None else ""
        for style in self._chain(style_id):
            inherited = style.find(f"{W}pPr")
            if inherited is not None and (list_id is None or level is None):
                own_id, own_level = _list_place(inherited)
                list_id, level = list_id or own_id, own_level if level is None else level
        return (list_id, level or 0) if list_id and list_id != "0" else None

    def _chain(self, style_id: str) -> Iterator[Any]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while style_id in self._nodes and style_id not in seen:
            seen.add(style_id)
            node = self._nodes[style_id]
            yield node
            base = node.find(f"{W}basedOn")
            style_id = base.get(f"{W}val", "") if base is not None else ""

    def _named(self, style_id: str) -> Style:
        if style_id not in self._nodes:
            return _by_name(style_id) or Style("paragraph")
        listed = False
        for node in self._chain(style_id):
            found = _by_name(_name(node))
            properties = node.find(f"{W}pPr")
            if found is None and properties is not None and (level := _outline_level(properties)) is not None:
                found = Style("heading", level)
            if found is not None and found.role != "list_item":
                return found
            listed = listed or found is not None or (properties is not None and _is_listed(properties))
        return Style("list_item" if listed else "paragraph")


def _name(node: Any) -> str:
    named = node.find(f"{W}name")
    return named.get(f"{W}val", "") if named is not None else ""


def _by_name(name: str) -> Style | None:
    lower = name.lower()
    if found := _HEADING.fullmatch(lower):
        return Style("heading", int(found[1]))
    if lower == "title":
        return Style("title")
    if lower == "subtitle":
        return Style("heading", 2)
    if lower == "caption":
        return Style("caption")
    return Style("list_item") if lower.startswith("list") else None


def _outline_level(properties: Any) -> int | None:
    node = properties.find(f"{W}outlineLvl")
    level = int(node.get(f"{W}val", _DEEPEST)) if node is not None else _DEEPEST
    return level + 1 if level < _DEEPEST else None


def _list_place(properties: Any) -> tuple[str | None, int | None]:
    number, level = properties.find(f"{W}numPr/{W}numId"), properties.find(f"{W}numPr/{W}ilvl")
    return (
        number.get(f"{W}val") if number is not None else None,
        int(level.get(f"{W}val", 0)) if level is not None else None,
    )


def _is_listed(properties: Any) -> bool:
    number = properties.find(f"{W}numPr/{W}numId")
    return number is not None and number.get(f"{W}val") != "0"
