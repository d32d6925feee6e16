"""How one value is written as text: in CSV files, in lists of changes."""

import json
import re
from datetime import date
from typing import Any

FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")
"""First characters after which spreadsheet programs take a text for a formula."""

HARMLESS = re.compile(r"[+-]?\d+([.,]\d+)*\s?%?|[-+=@]+")
"""A signed number or bare signs: a spreadsheet shows them as they are, so they stay as printed."""


def cell_text(value: Any) -> str:
    """A value as a CSV cell shows it, before quoting: numbers in full precision, dates in ISO form, lists as JSON.

    None gives the empty text.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):  # a datetime is a date as well
        return value.isoformat()
    if isinstance(value, (list, tuple, dict)):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def without_formula(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet program would take it for a formula.

    Papers are written by strangers: a cell that begins with '=' could make the reader's spreadsheet fetch or run
    something. Only texts are treated so, never numbers.
    """
    if text[:1] in FORMULA_STARTS and text and not HARMLESS.fullmatch(text):
        return f"'{text}"
    return text
