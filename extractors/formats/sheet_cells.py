"""One cell of a workbook -> the text that a person sees in it, its fill and what else is to tell."""

from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.datetime import to_excel

from extractors.formats import symbols
from extractors.formats.colours import Theme
from extractors.formats.number_formats import shown
from extractors.formats.sheet_colours import colour_of
from extractors.formats.unseen import is_unseen
from extractors.wording import lines_of, raised

HIDDEN = "hidden text left out"
"""The remark on a cell whose contents nobody sees."""


def text_of(cell: Any, theme: Theme | None = None, ground: str | None = None) -> tuple[str, str | None]:
    """The printed text and a remark: struck-through text, and what is as good as not printed, is left out and told.

    `ground` is the colour under the text; where it is not known, nothing is taken for hidden by its colour.
    """
    value = cell.value
    if value is None:
        return "", None
    is_rich = isinstance(value, CellRichText)
    if not is_rich and (_is_blanked(value, cell.number_format) or _is_unseen(cell.font, theme, ground)):
        return "", HIDDEN
    kept, struck = _rich(value) if is_rich else (_printed(value, cell.number_format), "")
    kept = symbols.printed(kept, cell.font.name if cell.font is not None else None)
    if cell.font is not None and cell.font.strike:
        kept, struck = "", kept + struck
    struck = lines_of(struck)
    return lines_of(kept.replace("\t", " ")), f"struck through: {struck}" if struck else None


def fill_of(cell: Any, theme: Theme) -> str | None:
    """The solid background as '#rrggbb'. Colours that conditions set are not stored in the cell."""
    fill = cell.fill
    return colour_of(fill.fgColor, theme) if fill is not None and fill.fill_type == "solid" else None


def _is_blanked(value: object, code: str | None) -> bool:
    """True where the part of the number format for such a value prints nothing, as in ';;;'."""
    sections = (code or "").split(";")
    if isinstance(value, str):
        return len(sections) > 3 and not sections[3].strip()
    if not isinstance(value, int | float) or len(sections) < 2:
        return False
    place = 1 if value < 0 else 2 if value == 0 and len(sections) > 2 else 0
    return not sections[place].strip()


def _is_unseen(font: Any, theme: Theme | None, ground: str | None) -> bool:
    if theme is None or ground is None or font is None or font.color is None:
        return False
    return is_unseen(colour_of(font.color, theme), ground)


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
