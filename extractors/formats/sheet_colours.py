"""The colours of a workbook -> '#rrggbb'."""

from typing import Any

from extractors.formats.colours import SPREADSHEET_ORDER, Theme

_INDEXED = (
    "000000", "ffffff", "ff0000", "00ff00", "0000ff", "ffff00", "ff00ff", "00ffff",
    "000000", "ffffff", "ff0000", "00ff00", "0000ff", "ffff00", "ff00ff", "00ffff",
    "800000", "008000", "000080", "808000", "800080", "008080", "c0c0c0", "808080",
    "9999ff", "993366", "ffffcc", "ccffff", "660066", "ff8080", "0066cc", "ccccff",
    "000080", "ff00ff", "ffff00", "00ffff", "800080", "800000", "008080", "0000ff",
    "00ccff", "ccffff", "ccffcc", "ffff99", "99ccff", "ff99cc", "cc99ff", "ffcc99",
    "3366ff", "33cccc", "99cc00", "ffcc00", "ff9900", "ff6600", "666699", "969696",
    "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
)  # fmt: skip


def colour_of(colour: Any, theme: Theme) -> str | None:
    """A colour of the library's, plain, of the theme or of the old numbered palette; None where it says none."""
    if colour is None:
        return None
    if colour.type == "rgb" and isinstance(colour.rgb, str) and len(colour.rgb) >= 6:
        return f"#{colour.rgb[-6:].lower()}"
    if colour.type == "theme" and colour.theme < len(SPREADSHEET_ORDER):
        return theme.tinted(SPREADSHEET_ORDER[colour.theme], colour.tint or 0.0)
    if colour.type == "indexed" and colour.indexed < len(_INDEXED):
        return f"#{_INDEXED[colour.indexed]}"
    return None
