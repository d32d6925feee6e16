"""DrawingML text bodies -> paragraphs as a reader would see them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from extractors.formats.colours import A
from extractors.wording import lines_of, one_line, raised

_NO_STRIKE = (None, "noStrike")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; line breaks stay in `text`. `is_bullet` is None where the paragraph leaves it to its layout."""

    text: str
    struck: str = ""
    level: int = 0
    is_bullet: bool | None = None
    size: float | None = None


def paragraphs_of(body: Any) -> Iterator[Paragraph]:
    """The paragraphs of an a:txBody or p:txBody that have a text, struck text left out and told beside it.

    Numbers that the program counts by itself ('1.') are printed before their paragraphs.
    """
    reached: dict[int, int] = {}
    for node in [] if body is None else body.iter(f"{A}p"):
        paragraph = _paragraph(node)
        if not paragraph.text and not paragraph.struck:
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


def cell_text(body: Any) -> tuple[str, str | None]:
    """The text of a cell, one paragraph to a line, and the remark on it."""
    paragraphs = list(paragraphs_of(body))
    struck = one_line(" ".join(paragraph.struck for paragraph in paragraphs))
    text = "\n".join(paragraph.text for paragraph in paragraphs if paragraph.text)
    return text, f"struck through: {struck}" if struck else None


def _paragraph(node: Any) -> Paragraph:
    kept, struck = "", ""
    size: float | None = None
    for run in node:
        kind = etree.QName(run).localname if isinstance(run.tag, str) else ""
        if kind == "br":
            kept += "\n"
        elif kind in ("r", "fld"):
            properties = run.find(f"{A}rPr")
            text = run.findtext(f"{A}t") or ""
            size = size or _size(properties)
            if properties is not None and properties.get("strike") not in _NO_STRIKE:
                struck += text
            else:
                kept += raised(text) if _is_raised(properties) else text
    properties = node.find(f"{A}pPr")
    return Paragraph(
        text=lines_of(kept.replace("\t", " ") if "\t" not in kept.strip() else kept.replace("\t", "  ")),
        struck=one_line(struck),
        level=int(properties.get("lvl", 0)) if properties is not None else 0,
        is_bullet=_is_bullet(properties),
        size=size,
    )


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
