"""One value of a score table, with its benchmark and owner."""

from dataclasses import dataclass

from extractors.document import Cell
from transforms.catalogue import Benchmark
from transforms.owners import Owner
from transforms.scores import ScoreReading


@dataclass(frozen=True, slots=True)
class ScoreCell:
    """One value of a score table with its benchmark and owner; `whole` is the cell's text where it shows two."""

    benchmark: Benchmark
    label: str
    label_exact: bool
    cell: Cell
    reading: ScoreReading
    owner: Owner
    whole: str | None = None
