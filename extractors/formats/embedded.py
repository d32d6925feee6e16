"""Workbooks that lie inside a paper or on a slide, shown there as a picture of themselves."""

from extractors.document import Table

_ZIP = b"PK\x03\x04"


def embedded_tables(content: bytes) -> list[Table]:
    """The tables that the picture of an embedded workbook shows; none where it is of another form."""
    if not content.startswith(_ZIP):
        return []
    # Reading a workbook is slow to begin: only papers that hold one pay for it.
    from extractors.formats.spreadsheet import tables_shown

    return tables_shown(content)
