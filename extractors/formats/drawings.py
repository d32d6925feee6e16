"""Figures that office files keep in parts of their own: charts and diagrams (SmartArt)."""

from collections import defaultdict
from typing import Any

from lxml import etree

from extractors.document import Box, Notice, Table
from extractors.formats.charts import Workbook, no_values, read_chart
from extractors.formats.colours import A
from extractors.wording import one_line

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_PACKAGE = "/package"
_PRINTED_POINTS = (None, "node", "asst")


def chart_pieces(
    part: Any, *, page: int | None = None, bbox: Box | None = None, hidden: bool = False
) -> list[Table | Notice]:
    """The values of a chart part of a DOCX or PPTX, compared with its embedded workbook where it has one."""
    try:
        return read_chart(part.blob, page=page, bbox=bbox, hidden=hidden, workbook=_workbook(part))
    except etree.XMLSyntaxError:
        return [no_values("", page)]


def chart_notice(name: str, page: int | None = None) -> Notice:
    """The notice for a figure of a newer kind (waterfall, map, funnel), whose values are not read."""
    return no_values(name, page)


def diagram_texts(part: Any, relation_ids: Any) -> list[str]:
    """The texts of a diagram in the order of its outline; `relation_ids` is the element that names its data part."""
    related = part.rels.get(relation_ids.get(f"{_R}dm", ""))
    if related is None or related.is_external:
        return []
    return outline_of(etree.fromstring(related.target_part.blob))


def outline_of(data: Any) -> list[str]:
    """The texts of a dgm:dataModel, parents before children, children by their place."""
    points = {point.get("modelId"): point for point in data.iter(f"{_DGM}pt")}
    children: dict[str | None, list[tuple[int, str | None]]] = defaultdict(list)
    for link in data.iter(f"{_DGM}cxn"):
        if link.get("type", "parOf") == "parOf":
            children[link.get("srcId")].append((int(link.get("srcOrd", 0)), link.get("destId")))
    root = next((name for name, point in points.items() if point.get("type") == "doc"), None)
    texts: list[str] = []
    waiting, seen = [root], {root}
    while waiting:
        name = waiting.pop()
        point = points.get(name)
        if point is not None and point.get("type") in _PRINTED_POINTS:
            texts.append(one_line(" ".join(run.text or "" for run in point.iter(f"{A}t"))))
        following = [child for _, child in sorted(children[name], key=lambda pair: pair[0], reverse=True)]
        waiting += [child for child in following if child not in seen]
        seen.update(following)
    return [text for text in texts if text]


def _workbook(part: Any) -> Workbook | None:
    for relation in part.rels.values():
        if relation.reltype.endswith(_PACKAGE) and not relation.is_external:
            # Reading a workbook is slow to begin: only charts that have one pay for it.
            from extractors.formats.spreadsheet import workbook_ranges

            return workbook_ranges(relation.target_part.blob)
    return None
