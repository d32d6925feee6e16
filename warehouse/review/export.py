"""The review queue as a file that a person fills in."""

from pathlib import Path

from warehouse import sql
from warehouse.connection import Warehouse
from warehouse.review.sheets import write_sheet

VERDICTS = ("accept", "correct", "reject", "alias")
ANSWERS = ("benchmark", "authority_code", "period", "score")
"""The columns that a correction changes; they come filled with what was read."""


def export_queue(warehouse: Warehouse, file: Path) -> int:
    """Write every held value to a .csv or .xlsx with empty columns 'decision' and 'why'; how many there are.

    Raises UnknownForm.
    """
    result = warehouse.connection.execute(sql.script("review/queue"))
    columns = [column[0] for column in result.description or ()]
    rows = [["" if value is None else str(value) for value in row] for row in result.fetchall()]
    write_sheet(file, columns, rows, {"decision": list(VERDICTS)})
    return len(rows)
