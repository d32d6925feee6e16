"""A chart as one SVG picture inside an HTML page: a role, a title, a description, ids of its own."""

import re
import xml.etree.ElementTree as ET
from typing import Any

import vl_convert

SPOKEN = ("aria-label", "aria-roledescription", "aria-hidden", "role")
UNSEEN = ("class", "pointer-events", "stroke-miterlimit")
"""Attributes of the library's own that change nothing in a picture that is only looked at."""
NO_PATHS = ("", "M0,0h0v0h0Z")


def svg_picture(spec: dict[str, Any], *, id: str, title: str, desc: str) -> str:
    """Draw a Vega-Lite chart; `id` must be unique in the page. The size follows the width of the page."""
    root = ET.fromstring(vl_convert.vegalite_to_svg({**spec, "background": None}))
    _thin_out(root)
    ids = _ids(root, id)
    font = next((element.get("font-family", "") for element in root.iter() if "font-family" in element.attrib), "")
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        _tidy(element, ids, font)
    width, height = root.attrib.pop("width"), root.attrib.pop("height")
    root.attrib = {
        "class": "drawing",
        "role": "img",
        "aria-labelledby": f"{id}-title {id}-desc",
        "viewBox": root.get("viewBox", f"0 0 {width} {height}"),
        "style": f"max-width:{width}px",
        "font-family": font,
    }
    root.insert(0, _text("desc", f"{id}-desc", desc))
    root.insert(0, _text("title", f"{id}-title", title))
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def _ids(root: ET.Element, id: str) -> dict[str, str]:
    """New names for the ids inside: the drawing library counts them over all drawings of a process."""
    found = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    return {old: f"{id}-{number}" for number, old in enumerate(found, start=1)}


def _thin_out(parent: ET.Element) -> None:
    """Take out what draws nothing."""
    for child in list(parent):
        _thin_out(child)
        name = child.tag.rpartition("}")[2]
        is_empty = (name == "g" and not len(child)) or (name == "path" and child.get("d") in NO_PATHS)
        if is_empty or child.get("display") == "none":
            parent.remove(child)


def _tidy(element: ET.Element, ids: dict[str, str], font: str) -> None:
    for name in (*SPOKEN, *UNSEEN):
        element.attrib.pop(name, None)
    for name, usual in (("opacity", "1"), ("font-family", font)):
        if element.get(name) == usual:
            del element.attrib[name]
    for name in ("transform", "d"):
        if name in element.attrib:
            element.set(name, re.sub(r"\d+\.\d{3,}", lambda found: f"{float(found[0]):.2f}", element.attrib[name]))
    for name, value in list(element.attrib.items()):
        if name == "id":
            element.set(name, ids[value])
        elif "url(#" in value:
            element.set(name, re.sub(r"url\(#([^)]+)\)", lambda found: f"url(#{ids[found[1]]})", value))


def _text(tag: str, id: str, text: str) -> ET.Element:
    element = ET.Element(tag, {"id": id})
    element.text = text
    return element
