"""The values that a chart part stores, set beside those of the workbook that it was drawn from."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extractors.formats.number_formats import shortest, shown
from extractors.wording import one_line

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

Workbook = Callable[[str], Sequence[object] | None]
"""Gives the values of a range such as 'Sheet1!$B$2:$B$11' in the chart's workbook, None where it has no such range."""

_SAME = 1e-9
_UNION = re.compile(r"(?:'(?:[^']|'')*'|[^',()])+")


@dataclass(frozen=True, slots=True)
class Value:
    """A value as printed, with what else is known of it."""

    text: str
    remark: str | None = None


def values_of(
    holder: Any, label_code: str | None, workbook: Workbook | None, is_1904: bool
) -> tuple[dict[int, Value], int]:
    """The values of a c:val, c:yVal or c:bubbleSize by their place, and how many places there are."""
    if holder is None:
        return {}, 0
    code = label_code or holder.findtext(f".//{C}formatCode")
    stored = {int(point.get("idx", 0)): (point_text(point), point.get("formatCode")) for point in holder.iter(f"{C}pt")}
    beside = _beside(holder, workbook, {place: text for place, (text, _) in stored.items()})
    found: dict[int, Value] = {}
    for place, (text, point_code) in stored.items():
        own_code = label_code or point_code or code
        found[place] = Value(as_shown(text, own_code, is_1904), _difference(text, beside, place, own_code))
    if not found and beside:
        from_workbook = {place: value for place, value in enumerate(beside) if isinstance(value, int | float)}
        remark = "from the embedded workbook; the chart stores no value"
        found = {place: Value(shown(float(value), code), remark) for place, value in from_workbook.items()}
    for place, value in enumerate(beside or ()) if stored else ():
        if place not in found and isinstance(value, int | float):
            found[place] = Value("", f"empty in the chart; the embedded workbook has {shortest(float(value))}")
    return found, max(count_of(holder), len(beside or ()) if not count_of(holder) else 0)


def names_beside(holder: Any, workbook: Workbook | None) -> list[str]:
    """The texts of the workbook's cells that a chart names and does not store; dates as in '2023-03-31'."""
    reference = (holder.findtext(f".//{C}f") or "").strip() if holder is not None else ""
    values = workbook(reference) if workbook and reference else None
    return [_plain(value) for value in values or ()]


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, int | float):
        return shortest(float(value))
    return "" if value is None else one_line(str(value))


def count_of(holder: Any) -> int:
    """How many places the stored values have, those without a value among them."""
    node = next(holder.iter(f"{C}ptCount"), None)
    highest = max((int(point.get("idx", 0)) + 1 for point in holder.iter(f"{C}pt")), default=0)
    return max(int(node.get("val", 0)) if node is not None else 0, highest)


def point_text(point: Any) -> str:
    """What a c:pt stores."""
    return one_line(point.findtext(f"{C}v") or "")


def as_shown(text: str, code: str | None, is_1904: bool) -> str:
    """A stored value as printed; '' for an error such as '#N/A'."""
    try:
        return shown(float(text), code, is_1904=is_1904)
    except ValueError:
        return "" if text.startswith("#") else text


def _beside(holder: Any, workbook: Workbook | None, stored: dict[int, str]) -> Sequence[object] | None:
    """The workbook's values place by place.

    Where rows of the workbook are hidden the chart leaves them out and closes up: the workbook has more values, and
    those of the chart are among them in their order.
    """
    reference = (holder.findtext(f".//{C}f") or "").strip()
    if not workbook or not reference:
        return None
    parts = [workbook(part) for part in _UNION.findall(reference.strip("()"))]
    if not parts or any(part is None for part in parts):
        return None
    values = [value for part in parts for value in part or ()]
    count = count_of(holder)
    if not count or len(values) <= count:
        return values
    shown_values = [stored.get(place, "") for place in range(count)]
    return _among(shown_values, values) or values[:count]


def _among(texts: Sequence[str], values: Sequence[object]) -> list[object] | None:
    """The values that stand for the texts, in order, None where some have none."""
    found: list[object] = []
    rest = iter(values)
    for text in texts:
        match = next((value for value in rest if _is_same(text, value)), _NONE)
        if match is _NONE:
            return None
        found.append(match)
    return found


_NONE = object()


def _is_same(text: str, value: object) -> bool:
    try:
        return isinstance(value, int | float) and abs(float(text) - value) <= _SAME * max(1.0, abs(value))
    except ValueError:
        return text == "" and value is None


def _difference(text: str, beside: Sequence[object] | None, place: int, code: str | None) -> str | None:
    """What the chart stores or its embedded workbook has, where that is not what the chart shows."""
    try:
        cached = float(text)
    except ValueError:
        return None
    if beside is None:
        is_rounded = shown(cached, code).lstrip("-").isdecimal() and cached != int(cached)
        return f"stored as {shortest(cached)}" if is_rounded else None
    other = beside[place] if place < len(beside) else None
    if isinstance(other, int | float):
        if abs(cached - other) <= _SAME * max(1.0, abs(cached)):
            return _difference(text, None, place, code)
        return f"the embedded workbook has {shortest(float(other))}"
    return f"the embedded workbook has '{other}'" if other is not None else "the embedded workbook has no value"
