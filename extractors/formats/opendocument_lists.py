"""The numbers that an OpenDocument program counts by itself: printed before paragraphs, but stored nowhere."""

from collections import defaultdict
from typing import Any

from extractors.formats.opendocument_package import STYLE, TEXT
from extractors.formats.opendocument_styles import OpenStyles
from extractors.formats.word_numbering import figure

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Lists:
    """Counts the numbered paragraphs of a file; `label` is asked for each paragraph in the order of the file."""

    def __init__(self, styles: OpenStyles) -> None:
        self._styles = styles
        self._reached: dict[str, dict[int, int]] = defaultdict(dict)
        self._keys: dict[Any, str] = {}
        self._last: dict[str, str] = {}
        self._named: dict[str, str] = {}

    def label(self, paragraph: Any) -> str:
        """The number before the first paragraph of a list item, '' before others and those with a bullet."""
        item = paragraph.getparent()
        if (
            item is None
            or item.tag != f"{TEXT}list-item"
            or next(item.iterchildren(f"{TEXT}p", f"{TEXT}h")) is not paragraph
        ):
            return ""
        lists = list(item.iterancestors(f"{TEXT}list"))
        outermost, depth = lists[-1], len(lists)
        key, style = self._key(outermost, lists)
        level = self._level(style, depth)
        if level is None or level.tag != f"{TEXT}list-level-style-number":
            return ""
        reached = self._reached[key]
        start = item.get(f"{TEXT}start-value") or ""
        before = reached.get(depth, _number(level.get(f"{TEXT}start-value"), 1) - 1)
        reached[depth] = int(start) if start.isdecimal() else before + 1
        for deeper in [other for other in reached if other > depth]:
            del reached[deeper]
        return self._printed(style, level, depth, reached)

    def _key(self, outermost: Any, lists: list[Any]) -> tuple[str, str]:
        """By what a list is counted: its own, or that of the list that it goes on with."""
        style = next((node.get(f"{TEXT}style-name") for node in lists if node.get(f"{TEXT}style-name")), "") or ""
        if outermost not in self._keys:
            name = outermost.get(_XML_ID) or f"list {len(self._keys)}"
            goes_on = self._named.get(outermost.get(f"{TEXT}continue-list", ""))
            if goes_on is None and outermost.get(f"{TEXT}continue-numbering") == "true":
                goes_on = self._last.get(style)
            self._keys[outermost] = goes_on or name
            self._named[name] = self._keys[outermost]
            self._last[style] = self._keys[outermost]
        return self._keys[outermost], style

    def _level(self, style: str, depth: int) -> Any:
        node = self._styles.list_style(style)
        found = [] if node is None else [level for level in node if level.get(f"{TEXT}level") == str(depth)]
        return found[0] if found else None

    def _printed(self, style: str, level: Any, depth: int, reached: dict[int, int]) -> str:
        shown = _number(level.get(f"{TEXT}display-levels"), 1)
        kinds = [(place, self._level(style, place)) for place in range(max(depth - shown + 1, 1), depth + 1)]
        figures = [
            figure(reached.get(place, 1), _FORMS[node.get(f"{STYLE}num-format", "")])
            for place, node in kinds
            if node is not None and node.get(f"{STYLE}num-format") in _FORMS
        ]
        before, after = level.get(f"{STYLE}num-prefix", ""), level.get(f"{STYLE}num-suffix", "")
        return f"{before}{'.'.join(figures)}{after}".strip() if figures else ""


def _number(text: str | None, usual: int) -> int:
    return int(text) if text and text.isdecimal() else usual
