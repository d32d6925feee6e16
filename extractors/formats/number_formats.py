"""Stored numbers -> the text that an office program shows, by their format code."""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

_DAY_ZERO = datetime(1899, 12, 30)
_DAY_ZERO_1904 = datetime(1904, 1, 1)
_NOISE = re.compile(r"\[[^\]]*\]|_.|\*.")
_ESCAPED = re.compile(r"\\([^\"])")
_LITERAL = re.compile(r'"([^"]*)"')
_FIGURES = re.compile(r"[#0?][#0?,]*(?:\.([0#?]+))?")
_DATE_TOKEN = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d", re.IGNORECASE)
_DATE_FORMS = {
    "yyyy": "%Y", "yy": "%y", "mmmm": "%B", "mmm": "%b", "mm": "%m", "dddd": "%A", "ddd": "%a", "dd": "%d",
}  # fmt: skip


def shown(value: float, code: str | None, *, is_1904: bool = False) -> str:
    """The number as printed: 0.7 under '0%' is '70%', 3.0 under 'General' is '3', 44927 under 'yyyy' is '2023'.

    A code that is not simple prints the shortest form.
    """
    section = _section(value, code or "General")
    bare = _LITERAL.sub("", section)
    if not bare.strip() and section.strip():
        return _LITERAL.sub(r"\1", section).strip()
    if bare.strip().lower() in ("general", "@", ""):
        return shortest(value)
    figures = _FIGURES.search(bare)
    if figures is None:
        return _as_date(value, section, is_1904) if _is_date_code(code or "") else shortest(value)
    if "E+" in bare.upper() or "/" in bare or "0:" in bare:
        return shortest(value)
    return _as_number(value, section, _FIGURES.search(section))


def shortest(value: float) -> str:
    """The number without digits that say nothing: 3.0 is '3', 3.4000000000000004 is '3.4'."""
    text = f"{value:.12g}"
    return f"{Decimal(text):f}" if "e" in text else text


def _is_date_code(code: str) -> bool:
    """True where a format code prints days, months or years."""
    bare = _LITERAL.sub("", _NOISE.sub("", code.split(";")[0]))
    return "general" not in bare.lower() and not _FIGURES.search(bare) and bool(_DATE_TOKEN.search(bare))


def _section(value: float, code: str) -> str:
    """Of 'positive;negative;zero' the part for this number."""
    sections = [_NOISE.sub("", _ESCAPED.sub(r'"\1"', section)) for section in code.split(";")]
    if value < 0 and len(sections) > 1:
        return sections[1]
    return sections[2] if value == 0 and len(sections) > 2 else sections[0]


def _as_number(value: float, section: str, figures: "re.Match[str] | None") -> str:
    if figures is None:
        return shortest(value)
    is_share = "%" in _LITERAL.sub("", section)
    decimals = figures[1] or ""
    exact = Decimal(repr(float(value))) * (100 if is_share else 1)
    rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    has_own_sign = section[: figures.start()].strip() in ("-", "(") and value < 0
    text = f"{abs(rounded) if has_own_sign else rounded:{',' if ',' in figures[0] else ''}f}"
    optional = len(decimals) - len(decimals.rstrip("#"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    if not rounded and "0" not in figures[0]:
        text = ""  # '#' and '?' print no digit for nothing
    before, after = section[: figures.start()], section[figures.end() :]
    return (_LITERAL.sub(r"\1", before) + text.rstrip(".") + _LITERAL.sub(r"\1", after)).strip()


def _as_date(value: float, section: str, is_1904: bool) -> str:
    try:
        day = (_DAY_ZERO_1904 if is_1904 else _DAY_ZERO) + timedelta(days=value)
    except OverflowError:
        return shortest(value)

    def part(token: "re.Match[str]") -> str:
        form = _DATE_FORMS.get(token[0].lower())
        return day.strftime(form) if form else str(day.day if token[0].lower() == "d" else day.month)

    return _DATE_TOKEN.sub(part, _LITERAL.sub(r"\1", section)).strip()
