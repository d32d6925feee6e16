"""Columns of a score table that belong to other labels than the benchmarks it was read by."""

from collections.abc import Mapping, Sequence

from transforms.axes import Axis
from transforms.labels import Labels

# A column in which so many of the rows hold a label is one of labels.
_LABELLED = 0.5


def labelled_apart(axis: Axis, frameworks: Sequence[Labels]) -> Mapping[int, str]:
    """Columns whose nearest labels on the left are others than those of `axis`, each with the reason to look.

    | 2018 benchmark | 2023 | 2024 benchmark | 2024 |    the last column is not of the first one's benchmarks
    """
    doubts: dict[int, str] = {}
    rows = sorted({row for row, _ in axis.matches})
    own = {row: match.benchmark.id for (row, _), match in axis.matches.items()}
    nearest: str | None = None
    for column in range(axis.grid.width):
        if column in axis.columns:
            nearest = None
        elif told := _other_labels(axis, column, rows, own, frameworks):
            nearest = told
        elif nearest:
            doubts[column] = nearest
    return doubts


def _other_labels(
    axis: Axis, column: int, rows: Sequence[int], own: Mapping[int, str], frameworks: Sequence[Labels]
) -> str | None:
    """Why the columns right of one are not the axis' own: it holds other benchmarks' labels than the rows."""
    texts = {row: text for row in rows if (text := axis.grid.text(row, column))}
    for labels in (axis.labels, *(other for other in frameworks if other.framework is not axis.labels.framework)):
        found = {row: match.benchmark.id for row, text in texts.items() if (match := labels.match(text))}
        if len(found) < max(2, _LABELLED * len(texts)):
            continue
        if all(own[row] == item for row, item in found.items()):
            return None
        if labels.framework is axis.labels.framework:
            return "labels of other benchmarks stand between this column and those of its row"
        return f"labels of {labels.framework.id} stand between this column and those of its row"
    return None
