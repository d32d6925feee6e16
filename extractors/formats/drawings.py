"""Charts, which office files keep in parts of their own."""

from typing import Any

from lxml import etree

from extractors.document import Box, Notice, Table
from extractors.formats.chart_caches import Workbook
from extractors.formats.charts import newer_kind, no_values, read_chart

_PACKAGE = "/package"
_WORKBOOKS = ("/package", "/oleObject")


def chart_pieces(
    part: Any, *, page: int | None = None, bbox: Box | None = None, hidden: bool = False
) -> list[Table | Notice]:
    """The values of a chart part of a DOCX or PPTX, compared with its embedded workbook where it has one."""
    try:
        return read_chart(
            part.blob, page=page, bbox=bbox, hidden=hidden, workbook=_workbook(part), linked=_is_linked(part)
        )
    except etree.XMLSyntaxError:
        return [no_values("", page)]


def chart_notice(name: str, page: int | None = None) -> Notice:
    """The notice for a figure of a newer kind (waterfall, map, funnel), whose values are not read."""
    return newer_kind(name, page)


def _is_linked(part: Any) -> bool:
    """Whether the workbook of a chart is another file."""
    return any(relation.is_external and relation.reltype.endswith(_WORKBOOKS) for relation in part.rels.values())


def _workbook(part: Any) -> Workbook | None:
    for relation in part.rels.values():
        if relation.reltype.endswith(_PACKAGE) and not relation.is_external:
            # Reading a workbook is slow to begin: only charts that have one pay for it.
            from extractors.formats.spreadsheet import workbook_ranges

            return workbook_ranges(relation.target_part.blob)
    return None
