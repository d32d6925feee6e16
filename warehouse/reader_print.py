"""What read the documents of a load: kept beside them, so that a refresh knows what it need not read again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReaderPrint:
    """`version` of the program; `reader` is a print of everything that decides what a paper gives, and
    `reader_of_failed` of the limits too, since a wider limit may read what failed. `catalogue` is a print of the whole
    catalogue, with the weights that only count scores together.
    """

    version: str
    reader: str
    reader_of_failed: str
    catalogue: str
