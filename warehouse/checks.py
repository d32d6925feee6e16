"""Every check of what is stored: a check is a query whose rows are the faults."""

from dataclasses import dataclass

from warehouse import sql
from warehouse.connection import Warehouse


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: which check found it, in which row, and what is the matter."""

    check: str
    subject: str
    detail: str


def run_checks(warehouse: Warehouse) -> list[Fault]:
    """Run every file of sql/checks; an empty list is good news. Faults of one check come in the order of their rows."""
    return [
        Fault(name.removeprefix("checks/"), subject, detail)
        for name in sql.scripts_in("checks")
        for subject, detail in sorted(warehouse.run(name))
    ]
