"""How the scores of a benchmark are spread over authorities: counts, median, lowest and highest, and no mean."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from warehouse.publication.heatmaps import Head, Heatmap, Line, Record, level_of, number_text

LONGEST_SCALE = 10
"""Whole scores between lowest and highest that each get a column; of a finer scale only those that occur."""


@dataclass(frozen=True, slots=True)
class Step:
    """One score and how many authorities have it; `level` is its shade."""

    label: str
    level: int
    count: int


@dataclass(frozen=True, slots=True)
class Spread:
    """One benchmark over all authorities of a grid. `median` and `range` are '' where nobody has a score.

    `compared` counts the authorities with a score; `bands` those of which papers give only a band.
    """

    head: Head
    steps: tuple[Step, ...]
    median: str
    range: str
    compared: int
    bands: int


def spreads(grid: Heatmap, framework: Record) -> tuple[Spread, ...]:
    """One spread for each benchmark of the grid, all with the same steps."""
    columns = [_column(grid.lines, place) for place in range(len(grid.benchmarks))]
    steps = _steps(framework, [score for scores, _ in columns for score in scores])
    return tuple(
        Spread(
            head=head,
            steps=tuple(Step(number_text(step), level_of(step, framework), Counter(scores)[step]) for step in steps),
            median=number_text(median(scores)) if scores else "",
            range=range_text(scores),
            compared=len(scores),
            bands=bands,
        )
        for head, (scores, bands) in zip(grid.benchmarks, columns, strict=True)
    )


def range_text(scores: Sequence[float]) -> str:
    """'2 to 5', or the one score that all have; '' where there is none."""
    if not scores:
        return ""
    lowest, highest = number_text(min(scores)), number_text(max(scores))
    return lowest if lowest == highest else f"{lowest} to {highest}"


def _column(lines: Iterable[Line], place: int) -> tuple[list[float], int]:
    cells = [line.cells[place] for line in lines if line.cells]
    scores = [cell.score for cell in cells if cell.score is not None]
    return scores, sum(cell.kind == "score" and cell.score is None for cell in cells)


def _steps(framework: Record, found: Iterable[float]) -> list[float]:
    lowest, highest = framework["lowest"], framework["highest"]
    whole = [lowest + step for step in range(int(highest - lowest) + 1)]
    return sorted({*found, *(whole if len(whole) <= LONGEST_SCALE else ())})
