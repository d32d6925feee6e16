"""DrawingML text bodies -> paragraphs as a reader would see them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from extractors.formats.colours import A, Theme
from extractors.formats.symbols import printed
from extractors.formats.unseen import is_unseen
from extractors.wording import lines_of, one_line, raised

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NO_STRIKE = (None, "noStrike")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; line breaks stay in `text`. `is_bullet` is None where the paragraph leaves it to its layout."""

    text: str
    struck: str = ""
    unseen: str = ""
    level: int = 0
    is_bullet: bool | None = None
    size: float | None = None


def paragraphs_of(body: Any, theme: Theme | None = None, ground: str | None = None) -> Iterator[Paragraph]:
    """The paragraphs of an a:txBody or p:txBody that have a text, struck text left out and told beside it.

    Numbers that the program counts by itself ('1.') are printed before their paragraphs.
    """
    reached: dict[int, int] = {}
    for node in [] if body is None else body.iter(f"{A}p"):
        paragraph = _paragraph(node, theme, ground)
        if not paragraph.text and not paragraph.struck and not paragraph.unseen:
            continue
        counted = node.find(f"{A}pPr/{A}buAutoNum")
        reached = {level: number for level, number in reached.items() if level <= paragraph.level}
        if counted is None:
            reached.pop(paragraph.level, None)
            yield paragraph
        else:
            number = reached.get(paragraph.level, int(counted.get("startAt", 1)) - 1) + 1
            reached[paragraph.level] = number
            is_figure = counted.get("type", "").startswith("arabic")
            yield replace(paragraph, text=f"{number}. {paragraph.text}") if is_figure else paragraph


def cell_text(body: Any, theme: Theme | None = None, ground: str | None = None) -> tuple[str, str | None]:
    """The text of a cell, one paragraph to a line, and the remark on it.

    Where `ground`, the colour under the text, is known, text of that same colour is left out.
    """
    paragraphs = list(paragraphs_of(body, theme, ground))
    struck = one_line(" ".join(paragraph.struck for paragraph in paragraphs))
    text = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.text)
    told = [f"struck through: {struck}"] if struck else []
    told += ["hidden text left out"] if any(paragraph.unseen for paragraph in paragraphs) else []
    return text, "; ".join(told) or None


def _paragraph(node: Any, theme: Theme | None, ground: str | None) -> Paragraph:
    kept, struck, unseen = "", "", ""
    size: float | None = None
    for run in node:
        kind = etree.QName(run).localname if isinstance(run.tag, str) else ""
        if kind == "br":
            kept += "\n"
        elif kind == "m":
            kept += "".join(part.text or "" for part in run.iter(f"{_M}t"))
        elif kind in ("r", "fld"):
            properties = run.find(f"{A}rPr")
            text = _printed(run.findtext(f"{A}t") or "", properties)
            size = size or _size(properties)
            if properties is not None and properties.get("strike") not in _NO_STRIKE:
                struck += text
            elif theme is not None and is_unseen(theme.fill_of(properties), ground):
                unseen += text
            else:
                kept += raised(text) if _is_raised(properties) else text
    properties = node.find(f"{A}pPr")
    return Paragraph(
        text=lines_of(kept.replace("\t", " ") if "\t" not in kept.strip() else kept.replace("\t", "  ")),
        struck=one_line(struck),
        unseen=one_line(unseen),
        level=int(properties.get("lvl", 0)) if properties is not None else 0,
        is_bullet=_is_bullet(properties),
        size=size,
    )


def _printed(text: str, properties: Any) -> str:
    """The text as its font shows it; a symbol font stands beside the one for letters and holds for single signs."""
    if properties is None:
        return text
    fonts = {name: node.get("typeface") for name in ("latin", "sym") if (node := properties.find(A + name)) is not None}
    return printed(text, fonts.get("sym") if len(text.strip()) == 1 and "sym" in fonts else fonts.get("latin"))


def _size(properties: Any) -> float | None:
    size = properties.get("sz") if properties is not None else None
    return int(size) / 100 if size else None


def _is_raised(properties: Any) -> bool:
    return properties is not None and int(properties.get("baseline", "0").rstrip("%") or 0) > 0


def _is_bullet(properties: Any) -> bool | None:
    if properties is None:
        return None
    if properties.find(f"{A}buNone") is not None:
        return False
    return True if any(properties.find(A + name) is not None for name in ("buChar", "buAutoNum", "buBlip")) else None
