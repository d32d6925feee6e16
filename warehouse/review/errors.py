"""What is wrong with a file of decisions, and what to do about it."""

from collections.abc import Sequence
from pathlib import Path

from warehouse.errors import WarehouseError

_SHOWN = 5


class ReviewError(WarehouseError):
    """The file cannot be used; nothing was changed."""


class UnknownForm(ReviewError):
    """A file of another form than CSV and XLSX."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file} is neither .csv nor .xlsx. Name a file that ends in one of the two.")


class BadDecisions(ReviewError):
    """Rows that cannot be carried out; one of them stops all."""

    def __init__(self, file: Path, problems: Sequence[str]) -> None:
        more = f"; and {len(problems) - _SHOWN} more" if len(problems) > _SHOWN else ""
        super().__init__(
            f"{file}: {'; '.join(problems[:_SHOWN])}{more}. Mend the file and apply it again; nothing was changed."
        )
