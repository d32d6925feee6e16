"""WordprocessingML runs -> the text that a reader would see, and beside it what was changed, struck or hidden."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from extractors.formats.symbols import printed
from extractors.formats.unseen import is_unseen
from extractors.formats.wordings import Wording
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
_OFF = frozenset({"0", "false", "off", "none"})
_HEX = re.compile(r"[0-9a-f]{6}", re.IGNORECASE)
_CODE = re.compile(r"[0-9a-f]{2,5}", re.IGNORECASE)


def wording_of(paragraph: Any, ground: str | None = None) -> Wording:
    """The text of one w:p without what is anchored in it (text boxes, pictures).

    `ground` is the colour under it; where it is not known, nothing is taken for hidden by its colour.
    """
    own = fill_of(paragraph.find(f"{W}pPr"))
    return sum(_stretches(paragraph, (own or ground) if ground else None, is_new=False), Wording())


def fill_of(properties: Any) -> str | None:
    """The shading of a w:tcPr, w:pPr or w:rPr as '#rrggbb', None where there is none."""
    shading = properties.find(f"{W}shd") if properties is not None else None
    if shading is None:
        return None
    colour = shading.get(f"{W}color" if shading.get(f"{W}val") == "solid" else f"{W}fill", "auto")
    return f"#{colour.lower()}" if _HEX.fullmatch(colour) else None


def is_on(properties: Any, *names: str) -> bool:
    """True where one of the on/off properties, such as w:strike, is set and not set to off."""
    if properties is None:
        return False
    found = (properties.find(W + name) for name in names)
    return any(node is not None and node.get(f"{W}val", "1") not in _OFF for node in found)


def _stretches(container: Any, ground: str | None, *, is_new: bool) -> Iterator[Wording]:
    for node in container:
        if node.tag in _GONE:
            yield Wording(deleted=_deleted_text(node))
        elif node.tag == f"{W}sdt" and node.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
            continue
        elif node.tag == f"{W}r":
            yield _run(node, ground, is_new)
        elif node.tag in _THROUGH:
            yield from _stretches(node, ground, is_new=is_new or node.tag in _NEW)
        elif node.tag == f"{M}r":
            yield Wording("".join(part.text or "" for part in node.iter(f"{M}t")))


def _deleted_text(node: Any) -> str:
    return "".join(part.text or "" for part in node.iter(f"{W}delText", f"{W}t"))


def _run(run: Any, ground: str | None, is_new: bool) -> Wording:
    properties = run.find(f"{W}rPr")
    text = printed("".join(_printed(node) for node in _content(run)), _font(properties))
    if is_on(properties, "vanish", "webHidden") or _is_like_its_ground(properties, ground):
        return Wording(hidden=text)
    if is_on(properties, "strike", "dstrike"):
        return Wording(struck=text)
    position = properties.find(f"{W}vertAlign") if properties is not None else None
    if position is not None and position.get(f"{W}val") == "superscript":
        text = raised(text)
    return Wording(text, inserted=text if is_new else "")


def _font(properties: Any) -> str | None:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") if fonts is not None else None


def _is_like_its_ground(properties: Any, ground: str | None) -> bool:
    colour = properties.find(f"{W}color") if properties is not None else None
    if ground is None or colour is None or properties.find(f"{W}highlight") is not None:
        return False
    value = colour.get(f"{W}val", "")
    return is_unseen(f"#{value.lower()}" if _HEX.fullmatch(value) else None, fill_of(properties) or ground)


def _content(run: Any) -> Iterator[Any]:
    for node in run:
        if node.tag == f"{MC}AlternateContent":
            # Newer signs are stored twice; of the two the older is a plain text.
            yield from node.iterfind(f"{MC}Fallback/{W}t")
        else:
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
        case "fldChar":
            return _form_field(node)
        case _:
            return ""


def _symbol(node: Any) -> str:
    code = node.get(f"{W}char", "")
    return printed(chr(int(code, 16)), node.get(f"{W}font")) if _CODE.fullmatch(code) else ""


def _form_field(mark: Any) -> str:
    """What an old form field shows that stores no result: a box to tick, the choice of a list."""
    box, choices = mark.find(f"{W}ffData/{W}checkBox"), mark.find(f"{W}ffData/{W}ddList")
    if box is not None:
        checked = box.find(f"{W}checked")
        return "☒" if is_on(box, "checked" if checked is not None else "default") else "☐"
    if choices is None:
        return ""
    listed = [entry.get(f"{W}val", "") for entry in choices.findall(f"{W}listEntry")]
    chosen = choices.find(f"{W}result")
    number = chosen.get(f"{W}val", "0") if chosen is not None else "0"
    return listed[int(number)] if number.isdecimal() and int(number) < len(listed) else ""
