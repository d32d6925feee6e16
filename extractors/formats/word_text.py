"""WordprocessingML runs -> the text that a reader would see, and beside it what was changed, struck or hidden."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from extractors.wording import raised

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_GONE = frozenset({f"{W}del", f"{W}moveFrom"})
_NEW = frozenset({f"{W}ins", f"{W}moveTo"})
_THROUGH = frozenset({
    *_NEW, f"{W}hyperlink", f"{W}smartTag", f"{W}fldSimple", f"{W}customXml", f"{W}sdt", f"{W}sdtContent", f"{W}dir",
    f"{W}bdo", f"{M}oMath", f"{M}oMathPara", f"{W}ruby", f"{W}rubyBase",
})  # fmt: skip
_WINGDINGS = {"E0": "→", "E1": "↑", "E2": "↓", "DF": "←", "FC": "✓", "FB": "✗", "FE": "☑", "A8": "☐", "D8": "▸"}
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Wording:
    """The current text of a stretch, and the text beside it that is not current."""

    text: str = ""
    deleted: str = ""
    inserted: str = ""
    struck: str = ""
    hidden: str = ""

    @property
    def remark(self) -> str | None:
        """What a careful reader would be told about this text, None where there is nothing."""
        told = []
        if self.deleted.strip() or self.inserted.strip():
            told.append(f"was {_quoted(self.deleted)} (tracked change)")
        if self.struck.strip():
            told.append(f"struck through: {self.struck.strip()}")
        if self.hidden.strip():
            told.append("hidden text left out")
        return "; ".join(told) or None

    def __add__(self, other: "Wording") -> "Wording":
        return Wording(
            self.text + other.text,
            self.deleted + other.deleted,
            self.inserted + other.inserted,
            self.struck + other.struck,
            self.hidden + other.hidden,
        )


def wording_of(paragraph: Any) -> Wording:
    """The text of one w:p without what is anchored in it (text boxes, pictures)."""
    return sum(_stretches(paragraph, is_new=False), Wording())


def is_on(properties: Any, *names: str) -> bool:
    """True where one of the on/off properties, such as w:strike, is set and not set to off."""
    if properties is None:
        return False
    found = (properties.find(W + name) for name in names)
    return any(node is not None and node.get(f"{W}val", "1") not in _OFF for node in found)


def _quoted(text: str) -> str:
    return text.strip() or "empty"


def _stretches(container: Any, *, is_new: bool) -> Iterator[Wording]:
    for node in container:
        if node.tag in _GONE:
            yield Wording(deleted=_deleted_text(node))
        elif node.tag == f"{W}sdt" and node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            continue
        elif node.tag == f"{W}r":
            yield _run(node, is_new)
        elif node.tag in _THROUGH:
            yield from _stretches(node, is_new=is_new or node.tag in _NEW)
        elif node.tag == f"{M}r":
            yield Wording("".join(part.text or "" for part in node.iter(f"{M}t")))


def _deleted_text(node: Any) -> str:
    return "".join(part.text or "" for part in node.iter(f"{W}delText", f"{W}t"))


def _run(run: Any, is_new: bool) -> Wording:
    properties = run.find(f"{W}rPr")
    text = "".join(_printed(node) for node in _content(run))
    if is_on(properties, "vanish", "webHidden"):
        return Wording(hidden=text)
    if is_on(properties, "strike", "dstrike"):
        return Wording(struck=text)
    position = properties.find(f"{W}vertAlign") if properties is not None else None
    if position is not None and position.get(f"{W}val") == "superscript":
        text = raised(text)
    return Wording(text, inserted=text if is_new else "")


def _content(run: Any) -> Iterator[Any]:
    for node in run:
        if node.tag == f"{MC}AlternateContent":
            continue
        yield node


def _printed(node: Any) -> str:
    if not isinstance(node.tag, str):
        return ""
    match etree.QName(node).localname:
        case "t":
            return node.text or ""
        case "tab" | "ptab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "noBreakHyphen":
            return "-"
        case "sym":
            return _symbol(node)
        case _:
            return ""


def _symbol(node: Any) -> str:
    code = node.get(f"{W}char", "").upper()
    if code.startswith("F0"):
        return _WINGDINGS.get(code[2:], "")
    return chr(int(code, 16)) if code else ""
