"""Table styles of a Word file -> the background that a style gives the cells of a table."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from extractors.formats.word_text import W, fill_of

_LOOKS = {
    "firstRow": 0x0020, "lastRow": 0x0040, "firstColumn": 0x0080, "lastColumn": 0x0100, "noHBand": 0x0200,
    "noVBand": 0x0400,
}  # fmt: skip


class TableStyles:
    """The styles of the kind 'table', by their ids; what a style does not say its base says."""

    def __init__(self, xml: bytes | None) -> None:
        nodes = etree.fromstring(xml).findall(f"{W}style") if xml else []
        self._nodes: dict[str, Any] = {
            node.get(f"{W}styleId", ""): node for node in nodes if node.get(f"{W}type") == "table"
        }

    def fills(self, table: Any, rows: int, columns: int) -> dict[tuple[int, int], str]:
        """The backgrounds of a w:tbl of so many rows and columns by place; cells may have one of their own over it."""
        properties = table.find(f"{W}tblPr")
        named = properties.find(f"{W}tblStyle") if properties is not None else None
        chain = list(self._chain(named.get(f"{W}val", ""))) if named is not None else []
        if not chain:
            return {}
        look = _look(properties.find(f"{W}tblLook"))
        by_kind = {kind: fill for style in reversed(chain) for kind, fill in _stated(style)}
        sizes = _band_size(chain, "Row"), _band_size(chain, "Col")
        found: dict[tuple[int, int], str] = {}
        for row in range(rows):
            for column in range(columns):
                for kind in _kinds(row, column, rows, columns, look, sizes):
                    if fill := by_kind.get(kind):
                        found[row, column] = fill
                        break
        return found

    def _chain(self, style_id: str) -> Iterator[Any]:
        seen: set[str] = set()
        while style_id in self._nodes and style_id not in seen:
            seen.add(style_id)
            yield self._nodes[style_id]
            base = self._nodes[style_id].find(f"{W}basedOn")
            style_id = base.get(f"{W}val", "") if base is not None else ""


def _stated(style: Any) -> Iterator[tuple[str, str]]:
    if fill := fill_of(style.find(f"{W}tcPr")):
        yield "wholeTable", fill
    for part in style.findall(f"{W}tblStylePr"):
        if fill := fill_of(part.find(f"{W}tcPr")):
            yield part.get(f"{W}type", ""), fill


def _look(node: Any) -> set[str]:
    """Which parts of its style a table uses: by names in new files, by the bits of a number in older ones."""
    if node is None:
        return set()
    value = node.get(f"{W}val", "")
    bits = int(value, 16) if value and not set(value.lower()) - set("0123456789abcdef") else 0
    return {
        name for name, bit in _LOOKS.items() if node.get(W + name, "1" if bits & bit else "0") in ("1", "true", "on")
    }


def _band_size(chain: list[Any], axis: str) -> int:
    found = (style.find(f"{W}tblPr/{W}tblStyle{axis}BandSize") for style in chain)
    text = next((node.get(f"{W}val", "") for node in found if node is not None), "1")
    return max(int(text), 1) if text.isdecimal() else 1


def _kinds(row: int, column: int, rows: int, columns: int, look: set[str], sizes: tuple[int, int]) -> Iterator[str]:
    """The parts of a style that hold for a cell, the strongest first."""
    first_row, last_row = "firstRow" in look and row == 0, "lastRow" in look and row == rows - 1
    first_column = "firstColumn" in look and column == 0
    last_column = "lastColumn" in look and column == columns - 1
    for down, across, name in (
        (first_row, first_column, "nwCell"),
        (first_row, last_column, "neCell"),
        (last_row, first_column, "swCell"),
        (last_row, last_column, "seCell"),
    ):
        if down and across:
            yield name
    for holds, name in (
        (first_row, "firstRow"), (last_row, "lastRow"), (first_column, "firstCol"), (last_column, "lastCol"),
    ):  # fmt: skip
        if holds:
            yield name
    if "noHBand" not in look:
        yield f"band{(row - ('firstRow' in look)) // sizes[0] % 2 + 1}Horz"
    if "noVBand" not in look:
        yield f"band{(column - ('firstColumn' in look)) // sizes[1] % 2 + 1}Vert"
    yield "wholeTable"
