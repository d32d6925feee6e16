"""One cell of a workbook -> the text that a person sees in it, its fill and what else is to tell."""

from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import COLOR_INDEX
from openpyxl.utils.datetime import to_excel

from extractors.formats.colours import SPREADSHEET_ORDER, Theme
from extractors.formats.number_formats import shown
from extractors.wording import lines_of, raised


def text_of(cell: Any) -> tuple[str, str | None]:
    """The printed text and a remark: struck-through text is left out and told."""
    value = cell.value
    if value is None:
        return "", None
    kept, struck = _rich(value) if isinstance(value, CellRichText) else (_printed(value, cell.number_format), "")
    if cell.font is not None and cell.font.strike:
        kept, struck = "", kept + struck
    struck = lines_of(struck)
    return lines_of(kept.replace("\t", " ")), f"struck through: {struck}" if struck else None


def fill_of(cell: Any, theme: Theme) -> str | None:
    """The solid background as '#rrggbb'. Colours that conditions set are not stored and not known."""
    fill = cell.fill
    if fill is None or fill.fill_type != "solid":
        return None
    colour = fill.fgColor
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return f"#{colour.rgb[-6:].lower()}"
    if colour.type == "theme" and colour.theme < len(SPREADSHEET_ORDER):
        return theme.tinted(SPREADSHEET_ORDER[colour.theme], colour.tint or 0.0)
    if colour.type == "indexed" and colour.indexed < len(COLOR_INDEX):
        return f"#{COLOR_INDEX[colour.indexed][-6:].lower()}"
    return None


def _printed(value: object, code: str | None) -> str:
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return shown(float(value), code)
    if isinstance(value, datetime | date | time | timedelta):
        serial = to_excel(value)  # type: ignore[no-untyped-call] # openpyxl publishes no types for its dates
        return shown(float(serial), code) if serial is not None else str(value)
    return str(value)


def _rich(value: CellRichText) -> tuple[str, str]:
    kept, struck = "", ""
    for stretch in value:
        if not isinstance(stretch, TextBlock):
            kept += str(stretch)
        elif stretch.font is not None and stretch.font.strike:
            struck += stretch.text
        else:
            is_raised = stretch.font is not None and stretch.font.vertAlign == "superscript"
            kept += raised(stretch.text) if is_raised else stretch.text
    return kept, struck
