"""OpenDocument paragraphs -> the text that a reader would see, and beside it what was changed, struck or hidden."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from extractors.formats.opendocument_package import DRAW, OFFICE, PRESENTATION, TEXT
from extractors.formats.opendocument_styles import Look, OpenStyles
from extractors.formats.symbols import printed
from extractors.formats.unseen import is_unseen
from extractors.formats.wordings import Wording
from extractors.wording import raised

_APART = frozenset({
    f"{TEXT}note-body", f"{TEXT}tracked-changes", f"{TEXT}placeholder", f"{TEXT}ruby-text", f"{OFFICE}annotation",
    f"{OFFICE}annotation-end", f"{OFFICE}event-listeners", f"{OFFICE}forms", f"{TEXT}script",
    f"{TEXT}bibliography-configuration",
})  # fmt: skip
_MOST_SPACES = 200


class Words:
    """Reads paragraphs in the order of the file: a tracked insertion may begin in one and end in another."""

    def __init__(self, styles: OpenStyles, root: Any = None) -> None:
        self._styles = styles
        regions = [] if root is None else list(root.iter(f"{TEXT}changed-region"))
        self._deleted = {_id(region): _text_under(region) for region in regions if _is(region, "deletion")}
        self._inserting: set[str] = set()
        self._insertions = {_id(region) for region in regions if _is(region, "insertion")}

    def of(self, paragraph: Any, *, look: Look | None = None, ground: str | None = None) -> Wording:
        """The text of a text:p or text:h without what is anchored in it; `ground` is the colour under it, if known."""
        style = paragraph.get(f"{TEXT}style-name")
        base = self._styles.look_of("paragraph", style, look or Look())
        return sum(self._stretches(paragraph, base, ground), Wording())

    def is_bold(self, paragraph: Any) -> bool:
        """True where all the text of a paragraph is bold."""
        base = self._styles.look_of("paragraph", paragraph.get(f"{TEXT}style-name"), Look())
        looks = [look for text, look in self._looks(paragraph, base) if text.strip()]
        return bool(looks) and all(look.bold for look in looks)

    def _looks(self, node: Any, look: Look) -> Iterator[tuple[str, Look]]:
        yield node.text or "", look
        for child in node:
            if isinstance(child.tag, str) and child.tag not in _APART and not child.tag.startswith(DRAW):
                inner = self._styles.look_of("text", child.get(f"{TEXT}style-name"), look)
                yield from self._looks(child, inner if child.tag == f"{TEXT}span" else look)
            yield child.tail or "", look

    def _stretches(self, node: Any, look: Look, ground: str | None) -> Iterator[Wording]:
        yield self._wording(node.text, look, ground)
        for child in node:
            yield from self._child(child, look, ground)
            yield self._wording(child.tail, look, ground)

    def _child(self, node: Any, look: Look, ground: str | None) -> Iterator[Wording]:
        if not isinstance(node.tag, str) or node.tag in _APART or node.tag.startswith(DRAW):
            return
        match node.tag.removeprefix(TEXT):
            case "s":
                yield self._wording(" " * min(_count(node.get(f"{TEXT}c")), _MOST_SPACES), look, ground)
            case "tab":
                yield self._wording("\t", look, ground)
            case "line-break":
                yield self._wording("\n", look, ground)
            case "change":
                yield Wording(deleted=self._deleted.get(node.get(f"{TEXT}change-id", ""), ""))
            case "change-start":
                self._inserting |= {node.get(f"{TEXT}change-id", "")} & self._insertions
            case "change-end":
                self._inserting.discard(node.get(f"{TEXT}change-id", ""))
            case "note":
                citation = "".join(node.find(f"{TEXT}note-citation").itertext()) if len(node) else ""
                yield self._wording(citation, replace(look, raised=True), ground)
            case "hidden-text":
                yield Wording(hidden="".join(node.itertext()))
            case "span":
                inner = self._styles.look_of("text", node.get(f"{TEXT}style-name"), look)
                yield from self._stretches(node, inner, ground)
            case _ if not node.tag.startswith(PRESENTATION):
                yield from self._stretches(node, look, ground)

    def _wording(self, text: str | None, look: Look, ground: str | None) -> Wording:
        if not text:
            return Wording()
        text = printed(text, look.font)
        if look.hidden or is_unseen(look.colour, look.ground or ground):
            return Wording(hidden=text)
        if look.struck:
            return Wording(struck=text)
        text = raised(text) if look.raised else text
        return Wording(text, inserted=text if self._inserting else "")


def _id(region: Any) -> str:
    return str(region.get(f"{TEXT}id") or region.get("{http://www.w3.org/XML/1998/namespace}id") or "")


def _is(region: Any, kind: str) -> bool:
    return region.find(TEXT + kind) is not None


def _text_under(region: Any) -> str:
    """The text that a deletion took away, one paragraph to a line; who did it and when is not text."""
    lines = ["".join(node.itertext()) for node in region.iter(f"{TEXT}p", f"{TEXT}h")]
    return "\n".join(lines)


def _count(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1
