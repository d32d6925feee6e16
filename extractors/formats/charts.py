"""Native charts of office files (DrawingML chart parts) -> tables of the values they were drawn from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from lxml import etree

from extractors.document import Box, Cell, Notice, Table
from extractors.formats.colours import A
from extractors.formats.number_formats import shortest, shown
from extractors.wording import one_line

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

Workbook = Callable[[str], Sequence[object] | None]
"""Gives the values of a range such as 'Sheet1!$B$2:$B$11' in the chart's workbook, None where it has no such range."""

Levels = tuple[tuple[str, ...], ...]

_SAME = 1e-9


@dataclass(frozen=True, slots=True)
class _Value:
    text: str
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class _Series:
    """`levels` are the categories, one tuple for each level, the outermost first."""

    order: int
    name: str
    levels: Levels
    values: dict[int, _Value]
    length: int


def read_chart(
    xml: bytes,
    *,
    page: int | None = None,
    bbox: Box | None = None,
    hidden: bool = False,
    workbook: Workbook | None = None,
) -> list[Table | Notice]:
    """The values of a chart part: a header row with the names of the series, then one row for each category.

    A missing point stays '' in its place. Several levels of categories make several columns, the outermost first.
    Where the embedded workbook has another value than the chart, the cell's remark tells it. A chart that stores no
    values gives a Notice; series over different categories give a table each.
    """
    root = etree.fromstring(xml)
    chart = root.find(f"{C}chart")
    title = _title(chart)
    series = list(_series(root, workbook))
    if not any(one.values for one in series):
        return [no_values(title, page)]
    caption = title or (series[0].name if len(series) == 1 else "")
    groups = [list(group) for _, group in groupby(series, key=lambda one: one.levels)]
    blank = Table(cells=(), method="chart", page=page, bbox=bbox, caption=caption or None, hidden=hidden)
    return [replace(blank, cells=tuple(_cells(group, page))) for group in groups]


def no_values(title: str, page: int | None) -> Notice:
    """The notice for a figure whose values the file does not store."""
    named = f"The chart '{title}'" if title else "A chart"
    return Notice("figure_without_data", f"{named} stores no values that can be read.", page)


def _title(chart: Any) -> str:
    title = None if chart is None else chart.find(f"{C}title")
    if title is None:
        return ""
    rich = ["".join(run.text or "" for run in paragraph.iter(f"{A}t")) for paragraph in title.iter(f"{A}p")]
    cached = [point.text or "" for point in title.iter(f"{C}v")]
    return one_line(" ".join(rich or cached))


def _series(root: Any, workbook: Workbook | None) -> Iterator[_Series]:
    is_1904 = (node := root.find(f"{C}date1904")) is not None and node.get("val") not in ("0", "false")
    found = [_one(node, workbook, is_1904) for node in root.iter(f"{C}ser")]
    longest = max((one.levels for one in found), key=len, default=())
    for one in sorted(found, key=lambda one: one.order):
        # A series without categories of its own is drawn over those of the others.
        yield one if one.levels else replace(one, levels=longest)


def _one(node: Any, workbook: Workbook | None, is_1904: bool) -> _Series:
    names = node.find(f"{C}tx")
    categories = _first(node, "cat", "xVal")
    values = _first(node, "val", "yVal")
    found, length = _values(values, _label_code(node), workbook, is_1904)
    order = node.find(f"{C}order")
    return _Series(
        order=int(order.get("val", 0)) if order is not None else 0,
        name=one_line(" ".join(point.text or "" for point in names.iter(f"{C}v"))) if names is not None else "",
        levels=_levels(categories, is_1904),
        values=found,
        length=length,
    )


def _first(node: Any, *names: str) -> Any:
    return next((found for name in names if (found := node.find(C + name)) is not None), None)


def _label_code(series: Any) -> str | None:
    """The number format of the printed value labels, where they have one of their own."""
    for holder in (series, series.getparent()):
        labels = holder.find(f"{C}dLbls")
        if labels is None:
            continue
        code, value = labels.find(f"{C}numFmt"), labels.find(f"{C}showVal")
        is_shown = value is not None and value.get("val") not in ("0", "false")
        if code is not None and is_shown and code.get("sourceLinked") in ("0", "false"):
            return str(code.get("formatCode"))
    return None


def _levels(categories: Any, is_1904: bool) -> Levels:
    if categories is None:
        return ()
    levels = list(categories.iter(f"{C}lvl"))
    if not levels:
        return (_texts(categories, is_1904),)
    length = _count(categories)
    columns = [{int(point.get("idx", 0)): _point(point) for point in level.iter(f"{C}pt")} for level in levels]
    inner = tuple(columns[0].get(place, "") for place in range(length))
    return (*(_carried_down(column, length) for column in reversed(columns[1:])), inner)


def _texts(holder: Any, is_1904: bool) -> tuple[str, ...]:
    code = holder.findtext(f".//{C}formatCode")
    is_number = next(holder.iter(f"{C}numCache", f"{C}numLit"), None) is not None
    texts = {int(point.get("idx", 0)): _point(point) for point in holder.iter(f"{C}pt")}
    if is_number:
        texts = {place: _as_shown(text, code, is_1904) for place, text in texts.items()}
    return tuple(texts.get(place, "") for place in range(max(_count(holder), *texts, 0) if texts else 0))


def _point(point: Any) -> str:
    return one_line(point.findtext(f"{C}v") or "")


def _carried_down(column: dict[int, str], length: int) -> tuple[str, ...]:
    """An outer level names its first place only and holds until the next name."""
    texts: list[str] = []
    for place in range(length):
        texts.append(column.get(place, texts[-1] if texts else ""))
    return tuple(texts)


def _count(holder: Any) -> int:
    node = next(holder.iter(f"{C}ptCount"), None)
    highest = max((int(point.get("idx", 0)) + 1 for point in holder.iter(f"{C}pt")), default=0)
    return max(int(node.get("val", 0)) if node is not None else 0, highest)


def _values(
    holder: Any, label_code: str | None, workbook: Workbook | None, is_1904: bool
) -> tuple[dict[int, _Value], int]:
    if holder is None:
        return {}, 0
    code = label_code or holder.findtext(f".//{C}formatCode")
    reference = holder.findtext(f".//{C}f")
    beside = workbook(reference) if workbook and reference else None
    found: dict[int, _Value] = {}
    for point in holder.iter(f"{C}pt"):
        place, text = int(point.get("idx", 0)), _point(point)
        own_code = label_code or point.get("formatCode") or code
        found[place] = _Value(_as_shown(text, own_code, is_1904), _difference(text, beside, place, own_code))
    if not found and beside:
        from_workbook = {place: value for place, value in enumerate(beside) if isinstance(value, int | float)}
        remark = "from the embedded workbook; the chart stores no value"
        found = {place: _Value(shown(float(value), code), remark) for place, value in from_workbook.items()}
    return found, max(_count(holder), len(beside or ()) if not _count(holder) else 0)


def _as_shown(text: str, code: str | None, is_1904: bool) -> str:
    try:
        return shown(float(text), code, is_1904=is_1904)
    except ValueError:
        return "" if text.startswith("#") else text


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


def _cells(group: Sequence[_Series], page: int | None) -> Iterator[Cell]:
    levels = group[0].levels or ((),)
    stub = len(levels)
    length = max(max((one.length for one in group), default=0), max(map(len, levels)))
    for column in range(stub):
        yield Cell(row=0, column=column, text="", page=page)
    for column, one in enumerate(group, start=stub):
        yield Cell(row=0, column=column, text=one.name, page=page)
    for place in range(length):
        for column, texts in enumerate(levels):
            yield Cell(row=place + 1, column=column, text=texts[place] if place < len(texts) else "", page=page)
        for column, one in enumerate(group, start=stub):
            value = one.values.get(place, _Value(""))
            yield Cell(row=place + 1, column=column, text=value.text, page=page, remark=value.remark)
