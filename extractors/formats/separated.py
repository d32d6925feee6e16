"""Text that is one table from beginning to end, its fields parted by commas or semicolons (CSV)."""

import csv
import io

_LEAST_ROWS = 3
_LONGEST_FIELD = 200
_SEPARATORS = (",", ";")


def separated_rows(text: str) -> list[list[str]] | None:
    """The rows of a CSV text, None where the text is anything else.

    All rows must have as many fields as the first, two at least, and no field may be a paragraph.
    """
    for separator in _SEPARATORS:
        if separator not in text.partition("\n")[0]:
            continue
        try:
            rows = [row for row in csv.reader(io.StringIO(text), delimiter=separator, strict=True) if any(row)]
        except csv.Error:
            continue
        if len(rows) >= _LEAST_ROWS and _is_table(rows):
            return [[field.strip() for field in row] for row in rows]
    return None


def _is_table(rows: list[list[str]]) -> bool:
    widths = {len(row) for row in rows}
    return len(widths) == 1 and min(widths) >= 2 and max(len(field) for row in rows for field in row) <= _LONGEST_FIELD
