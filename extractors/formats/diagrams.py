"""Diagrams of office files (SmartArt) -> the texts of their boxes, or the table that they amount to."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from lxml import etree

from extractors.document import Block, Box, Cell, Table
from extractors.formats.colours import A
from extractors.wording import one_line

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_PRINTED_POINTS = (None, "node", "asst")
_LEAST_ROWS = 3
_LONGEST_VALUE = 15
# The texts are stored as texts, but that they make a table is read from their order.
_CONFIDENCE = 0.9


def diagram_parts(
    part: Any, relation_ids: Any, *, page: int | None = None, bbox: Box | None = None, hidden: bool = False
) -> list[Block | Table]:
    """The contents of a diagram; `relation_ids` is the element that names its data part, related to `part`.

    Three boxes or more that all have as many short texts under them, with a figure in each, are a table without a
    head; other texts are the items of a list, in the order of the outline.
    """
    related = part.rels.get(relation_ids.get(f"{_R}dm", ""))
    if related is None or related.is_external:
        return []
    outline = _outline_of(etree.fromstring(related.target_part.blob))
    if rows := _rows_of(outline):
        cells = tuple(
            Cell(r, c, text, page=page, confidence=_CONFIDENCE)
            for r, row in enumerate(rows)
            for c, text in enumerate(row)
        )
        return [Table(cells, page=page, bbox=bbox, hidden=hidden)]
    return [Block("list_item", text, page, bbox, hidden=hidden) for _, text in outline]


def _outline_of(data: Any) -> list[tuple[int, str]]:
    """The texts of a dgm:dataModel with their depth from 1, parents before children, children by their place."""
    points = {point.get("modelId"): point for point in data.iter(f"{_DGM}pt")}
    children: dict[str | None, list[tuple[int, str | None]]] = defaultdict(list)
    for link in data.iter(f"{_DGM}cxn"):
        if link.get("type", "parOf") == "parOf":
            children[link.get("srcId")].append((int(link.get("srcOrd", 0)), link.get("destId")))
    root = next((name for name, point in points.items() if point.get("type") == "doc"), None)
    found: list[tuple[int, str]] = []
    waiting: list[tuple[str | None, int]] = [(root, 0)]
    seen = {root}
    while waiting:
        name, depth = waiting.pop()
        point = points.get(name)
        if point is not None and point.get("type") in _PRINTED_POINTS:
            found.append((depth, one_line(" ".join(run.text or "" for run in point.iter(f"{A}t")))))
        following = [child for _, child in sorted(children[name], key=lambda pair: pair[0], reverse=True)]
        waiting += [(child, depth + 1) for child in following if child not in seen]
        seen.update(following)
    return [(depth, text) for depth, text in found if text]


def _rows_of(outline: Sequence[tuple[int, str]]) -> list[list[str]]:
    if not outline or {depth for depth, _ in outline} != {1, 2}:
        return []
    rows: list[list[str]] = []
    for depth, text in outline:
        if depth == 1:
            rows.append([text])
        elif rows:
            rows[-1].append(text)
    values = [text for row in rows for text in row[1:]]
    is_even = len(rows) >= _LEAST_ROWS and len({len(row) for row in rows}) == 1 and len(rows[0]) > 1
    is_short = all(len(text) <= _LONGEST_VALUE for text in values)
    return rows if is_even and is_short and all(any(map(str.isdecimal, "".join(row[1:]))) for row in rows) else []
