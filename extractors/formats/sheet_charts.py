"""The figures that lie on the sheets of a workbook, read from the parts of its package."""

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from lxml import etree

from extractors.document import Block, Notice, Table
from extractors.formats.chart_caches import Workbook
from extractors.formats.charts import newer_kind, no_values, read_chart
from extractors.wording import one_line

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_WORKBOOK = "xl/workbook.xml"

Figure = Table | Block | Notice


def figures_by_sheet(package_file: Path | IO[bytes], workbook: Workbook) -> dict[str, list[Figure]]:
    """The charts and pictures of each sheet by the sheet's name; values are compared with the workbook's own cells."""
    with zipfile.ZipFile(package_file) as package:
        names = set(package.namelist())
        if _WORKBOOK not in names:
            return {}
        targets = _targets(package, names, _WORKBOOK)
        sheets = etree.fromstring(package.read(_WORKBOOK)).iter(f"{_S}sheet")
        found = {sheet.get("name", ""): targets.get(sheet.get(f"{_R}id", "")) for sheet in sheets}
        return {name: list(_figures(package, names, part, workbook)) for name, part in found.items() if part in names}


def _figures(package: zipfile.ZipFile, names: set[str], sheet: str, workbook: Workbook) -> Iterator[Figure]:
    for drawing in _targets(package, names, sheet).values():
        if "/drawings/" not in drawing or not drawing.endswith(".xml"):
            continue
        parts = _targets(package, names, drawing)
        for node in etree.fromstring(package.read(drawing)).iter():
            yield from _figure(package, node, parts, workbook)


def _figure(package: zipfile.ZipFile, node: Any, parts: dict[str, str], workbook: Workbook) -> Iterator[Figure]:
    if node.tag == f"{_C}chart":
        part = parts.get(node.get(f"{_R}id", ""))
        yield from read_chart(package.read(part), workbook=workbook) if part else [no_values("", None)]
    elif isinstance(node.tag, str) and "chartex" in node.tag:
        yield newer_kind(_name_around(node), None)
    elif node.tag == f"{_XDR}pic":
        properties = node.find(f".//{_XDR}cNvPr")
        yield Block("picture", one_line(properties.get("descr", "")) if properties is not None else "")


def _name_around(node: Any) -> str:
    """The alternative text or title of the frame that holds a chart."""
    frame = next(node.iterancestors(f"{_XDR}graphicFrame"), None)
    properties = frame.find(f".//{_XDR}cNvPr") if frame is not None else None
    return one_line(properties.get("descr") or properties.get("title") or "") if properties is not None else ""


def _targets(package: zipfile.ZipFile, names: set[str], part: str) -> dict[str, str]:
    """The parts that a part refers to, by relation id; those that are not in the package are left out."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in names:
        return {}
    found = {}
    for relation in etree.fromstring(package.read(relations)).iter(_RELATION):
        target = relation.get("Target", "")
        full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if relation.get("TargetMode") != "External" and full in names:
            found[relation.get("Id", "")] = full
    return found
