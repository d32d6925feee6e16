"""A chart as one SVG picture inside an HTML page: a role, a title, a description, ids of its own."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import vl_convert

SPOKEN = ("aria-label", "aria-roledescription", "aria-hidden", "role")


def svg_picture(spec: dict[str, Any], *, id: str, title: str, desc: str) -> str:
    """Draw a Vega-Lite chart; `id` must be unique in the page. The size follows the width of the page."""
    root = ET.fromstring(vl_convert.vegalite_to_svg({**spec, "background": None}))
    ids = _ids(root, id)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        _tidy(element, ids)
    width, height = root.attrib.pop("width"), root.attrib.pop("height")
    root.attrib = {
        "class": "drawing",
        "role": "img",
        "aria-labelledby": f"{id}-title {id}-desc",
        "viewBox": root.get("viewBox", f"0 0 {width} {height}"),
        "style": f"max-width:{width}px",
    }
    root.insert(0, _text("desc", f"{id}-desc", desc))
    root.insert(0, _text("title", f"{id}-title", title))
    return ET.tostring(root, encoding="unicode", short_empty_elements=False)


def _ids(root: ET.Element, id: str) -> dict[str, str]:
    """New names for the ids inside: the drawing library counts them over all drawings of a process."""
    found = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    return {old: f"{id}-{number}" for number, old in enumerate(found, start=1)}


def _tidy(element: ET.Element, ids: dict[str, str]) -> None:
    for name in SPOKEN:
        element.attrib.pop(name, None)
    for name, value in list(element.attrib.items()):
        if name == "id":
            element.set(name, ids[value])
        elif "url(#" in value:
            element.set(name, re.sub(r"url\(#([^)]+)\)", lambda found: f"url(#{ids[found[1]]})", value))


def _text(tag: str, id: str, text: str) -> ET.Element:
    element = ET.Element(tag, {"id": id})
    element.text = text
    return element
