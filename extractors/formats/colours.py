"""DrawingML colours -> '#rrggbb': theme colours are looked up, tints and shades worked out."""

import colorsys
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_ALIASES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_PRESETS = {
    "black": "000000", "white": "ffffff", "red": "ff0000", "green": "008000", "blue": "0000ff", "yellow": "ffff00",
    "orange": "ffa500", "lime": "00ff00", "gray": "808080", "grey": "808080", "silver": "c0c0c0",
}  # fmt: skip
_OFFICE = {
    "dk1": "000000", "lt1": "ffffff", "dk2": "44546a", "lt2": "e7e6e6", "accent1": "4472c4", "accent2": "ed7d31",
    "accent3": "a5a5a5", "accent4": "ffc000", "accent5": "5b9bd5", "accent6": "70ad47", "hlink": "0563c1",
    "folHlink": "954f72",
}  # fmt: skip
SPREADSHEET_ORDER = (
    "lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
)  # fmt: skip
"""The order in which a workbook counts the colours of its theme."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The named colours of an office file as six hex digits; those of the usual theme where it has none."""

    colours: dict[str, str] = field(default_factory=lambda: dict(_OFFICE))

    @classmethod
    def of(cls, xml: bytes | None) -> "Theme":
        """The theme of a theme part, or the usual one where there is no such part."""
        if not xml:
            return cls()
        try:
            scheme = etree.fromstring(xml).find(f".//{A}clrScheme")
        except etree.XMLSyntaxError:
            return cls()
        entries = [] if scheme is None else [entry for entry in scheme if len(entry)]
        named = {etree.QName(entry).localname: _plain(entry[0]) for entry in entries}
        return cls(_OFFICE | {name: colour for name, colour in named.items() if colour})

    def fill_of(self, properties: Any) -> str | None:
        """The colour of the solid fill that stands directly under an element, None where there is none."""
        fill = None if properties is None else properties.find(f"{A}solidFill")
        return self.colour_of(fill[0]) if fill is not None and len(fill) else None

    def colour_of(self, element: Any) -> str | None:
        """The colour of an a:srgbClr, a:schemeClr, a:sysClr or a:prstClr element."""
        name = element.get("val", "")
        is_named = etree.QName(element).localname == "schemeClr"
        colour = self.colours.get(_ALIASES.get(name, name)) if is_named else _plain(element)
        return None if colour is None else "#" + _adjusted(colour, element)

    def tinted(self, name: str, tint: float) -> str | None:
        """A theme colour of a workbook: `tint` from -1 (black) over 0 (as it is) to 1 (white)."""
        colour = self.colours.get(name)
        if colour is None:
            return None
        hue, light, strength = colorsys.rgb_to_hls(*_parts(colour))
        light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
        return "#" + _hex(colorsys.hls_to_rgb(hue, light, strength))


def _plain(element: Any) -> str | None:
    kind = etree.QName(element).localname
    if kind == "srgbClr":
        return str(element.get("val", "")).lower() or None
    if kind == "sysClr":
        return str(element.get("lastClr", "")).lower() or None
    return _PRESETS.get(element.get("val", "")) if kind == "prstClr" else None


def _adjusted(colour: str, element: Any) -> str:
    rgb = _parts(colour)
    for change in element:
        share = float(change.get("val", 100000)) / 100000
        kind = etree.QName(change).localname
        if kind in ("lumMod", "lumOff"):
            hue, light, strength = colorsys.rgb_to_hls(*rgb)
            light = light * share if kind == "lumMod" else light + share
            rgb = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), strength)
        elif kind == "shade":
            rgb = (rgb[0] * share, rgb[1] * share, rgb[2] * share)
        elif kind == "tint":
            rgb = (1 - (1 - rgb[0]) * share, 1 - (1 - rgb[1]) * share, 1 - (1 - rgb[2]) * share)
    return _hex(rgb)


def _parts(colour: str) -> tuple[float, float, float]:
    return int(colour[0:2], 16) / 255, int(colour[2:4], 16) / 255, int(colour[4:6], 16) / 255


def _hex(rgb: tuple[float, float, float]) -> str:
    return "".join(f"{round(min(max(part, 0.0), 1.0) * 255):02x}" for part in rgb)
