"""Native charts of office files (DrawingML chart parts) -> tables of the values they were drawn from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from lxml import etree

from extractors.document import Box, Cell, Notice, Table
from extractors.formats.chart_caches import C, Value, Workbook, as_shown, count_of, names_beside, point_text, values_of
from extractors.formats.colours import A
from extractors.wording import one_line

C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"

Levels = tuple[tuple[str, ...], ...]

_LINKED = re.compile(r"'?(?:[^'!]*[\\/])?\[[^\]]+\]")
"""A reference into another file: '[2]Sheet1!$A$1' or '[Scores.xlsx]Sheet1'!$A$1."""


@dataclass(frozen=True, slots=True)
class _Series:
    """`levels` are the categories, one tuple for each level, the outermost first."""

    order: int
    name: str
    levels: Levels
    values: dict[int, Value]
    length: int
    linked: bool = False


def read_chart(
    xml: bytes,
    *,
    page: int | None = None,
    bbox: Box | None = None,
    hidden: bool = False,
    workbook: Workbook | None = None,
    linked: bool = False,
) -> list[Table | Notice]:
    """The values of a chart part: a header row with the names of the series, then one row for each category.

    A missing point stays '' in its place. Several levels of categories make several columns, the outermost first.
    Where the embedded workbook has another value than the chart, the cell's remark tells it. A chart that stores no
    values gives a Notice, as do series that are filtered out and a workbook that lies elsewhere (`linked`); series
    over different categories give a table each.
    """
    root = etree.fromstring(xml)
    chart = root.find(f"{C}chart")
    title = _title(chart)
    series = list(_series(root, workbook))
    told = [*_left_out(root, title, page), *_elsewhere(linked or any(one.linked for one in series), title, page)]
    if not any(one.values for one in series):
        return [no_values(title, page), *told]
    caption = title or (series[0].name if len(series) == 1 else "")
    groups = [list(group) for _, group in groupby(series, key=lambda one: one.levels)]
    blank = Table(cells=(), method="chart", page=page, bbox=bbox, caption=caption or None, hidden=hidden)
    return [*(replace(blank, cells=tuple(_cells(group, page))) for group in groups), *told]


def no_values(title: str, page: int | None) -> Notice:
    """The notice for a figure whose values the file does not store."""
    return Notice("figure_without_data", f"{_named(title)} stores no values that can be read.", page)


def newer_kind(title: str, page: int | None) -> Notice:
    """The notice for a figure of the newer kinds (waterfall, funnel, treemap, map), or one that lies elsewhere."""
    told = f"{_named(title)} is of a kind (such as waterfall, funnel, treemap or map), or stored in a place, that is"
    return Notice("figure_without_data", f"{told} not read. Read it by hand.", page)


def _named(title: str) -> str:
    return f"The chart '{title}'" if title else "A chart"


def _left_out(root: Any, title: str, page: int | None) -> Iterator[Notice]:
    """Series that are filtered out of a chart stay in its file, in an element of their own."""
    names = [_name(node) for node in root.iter(f"{C15}ser")]
    if names:
        listed = ", ".join(name or "one without a name" for name in names)
        yield Notice("hidden_content", f"{_named(title)} has series that are not shown: {listed}.", page)


def _elsewhere(linked: bool, title: str, page: int | None) -> Iterator[Notice]:
    if linked:
        told = f"{_named(title)} takes its values from a workbook that is not in this file"
        yield Notice("linked_data", f"{told}: the values that it stored when it was saved were read.", page)


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
    bubbles = [(one, node.find(f"{C}bubbleSize")) for one, node in zip(found, root.iter(f"{C}ser"), strict=True)]
    sizes_of = {one.order: values_of(node, None, None, is_1904)[0] for one, node in bubbles if node is not None}
    longest = max((one.levels for one in found), key=len, default=())
    for one in sorted(found, key=lambda one: one.order):
        # A series without categories of its own is drawn over those of the others.
        whole = one if one.levels else replace(one, levels=longest)
        yield whole
        if sizes := sizes_of.get(one.order):
            yield replace(whole, name=f"{one.name} (size)".strip(), values=sizes)


def _one(node: Any, workbook: Workbook | None, is_1904: bool) -> _Series:
    categories = _first(node, "cat", "xVal")
    values = _first(node, "val", "yVal")
    found, length = values_of(values, _label_code(node), workbook, is_1904)
    order = node.find(f"{C}order")
    return _Series(
        order=int(order.get("val", 0)) if order is not None else 0,
        name=_name(node) or " ".join(names_beside(node.find(f"{C}tx"), workbook)),
        levels=_levels(categories, is_1904, _axis_code(node), workbook),
        values=found,
        length=length,
        linked=any(_LINKED.match((reference.text or "").strip()) for reference in node.iter(f"{C}f")),
    )


def _name(series: Any) -> str:
    names = series.find(f"{C}tx")
    return one_line(" ".join(point.text or "" for point in names.iter(f"{C}v"))) if names is not None else ""


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


def _axis_code(series: Any) -> str | None:
    """The number format of the category axis, where it is not that of the cells: dates may be shown as years."""
    holder = series.getparent()
    wanted = {node.get("val") for node in holder.iter(f"{C}axId")}
    for axis in holder.getparent().iterchildren(f"{C}catAx", f"{C}dateAx"):
        own, code = axis.find(f"{C}axId"), axis.find(f"{C}numFmt")
        is_own = own is not None and own.get("val") in wanted
        own_code = str(code.get("formatCode")) if code is not None and is_own else "General"
        if own_code != "General" and code.get("sourceLinked") in ("0", "false"):
            return own_code
    return None


def _levels(categories: Any, is_1904: bool, axis_code: str | None, workbook: Workbook | None) -> Levels:
    if categories is None:
        return ()
    levels = list(categories.iter(f"{C}lvl"))
    if not levels:
        is_stored = next(categories.iter(f"{C}pt"), None) is not None
        return (_texts(categories, is_1904, axis_code) if is_stored else tuple(names_beside(categories, workbook)),)
    length = count_of(categories)
    columns = [{int(point.get("idx", 0)): point_text(point) for point in level.iter(f"{C}pt")} for level in levels]
    inner = tuple(columns[0].get(place, "") for place in range(length))
    return (*(_carried_down(column, length) for column in reversed(columns[1:])), inner)


def _texts(holder: Any, is_1904: bool, axis_code: str | None) -> tuple[str, ...]:
    code = axis_code or holder.findtext(f".//{C}formatCode")
    is_number = next(holder.iter(f"{C}numCache", f"{C}numLit"), None) is not None
    texts = {int(point.get("idx", 0)): point_text(point) for point in holder.iter(f"{C}pt")}
    if is_number:
        texts = {place: as_shown(text, code, is_1904) for place, text in texts.items()}
    return tuple(texts.get(place, "") for place in range(max(count_of(holder), *texts, 0) if texts else 0))


def _carried_down(column: dict[int, str], length: int) -> tuple[str, ...]:
    """An outer level names its first place only and holds until the next name."""
    texts: list[str] = []
    for place in range(length):
        texts.append(column.get(place, texts[-1] if texts else ""))
    return tuple(texts)


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
            value = one.values.get(place, Value(""))
            yield Cell(row=place + 1, column=column, text=value.text, page=page, remark=value.remark)
