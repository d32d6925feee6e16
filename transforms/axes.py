"""The side of a grid along which the benchmarks of a framework stand, and whether that makes a score table of it."""

from dataclasses import dataclass, field

from transforms.authorities import AuthorityNames
from transforms.colours import NO_COLOURS, Colours, is_coloured, name_in
from transforms.columns import column_kinds, is_of_columns
from transforms.grid import Grid
from transforms.labels import LabelMatch, Labels
from transforms.periods import read_period
from transforms.scores import ScoreReading, read_score

# Labels of no item, against labels of one: above this the table is about something else.
_FOREIGN = 0.25


@dataclass(slots=True)
class Axis:
    """The benchmarks found down the columns of a grid."""

    labels: Labels
    grid: Grid
    columns: tuple[int, ...]
    matches: dict[tuple[int, int], LabelMatch]
    foreign: list[str] = field(default_factory=list)
    # Of a cell that shows two figures, at the place of each: '3' for its part '(was 3)', and the text of the whole.
    figures: dict[tuple[int, int], str] = field(default_factory=dict)
    wholes: dict[tuple[int, int], str] = field(default_factory=dict)
    colours: Colours = NO_COLOURS

    @property
    def fills(self) -> frozenset[str]:
        """The colours of the places beside the benchmarks."""
        rows = {row for row, _ in self.matches}
        columns = [column for column in range(self.grid.width) if column not in self.columns]
        return frozenset(fill for row in rows for column in columns if (fill := self.fill(row, column)))

    def reading(self, row: int, column: int) -> ScoreReading:
        """What a place says on the framework's scale, by its text or else by its colour."""
        text = self.figures.get((row, column), self.grid.text(row, column))
        by_colour = self.colours.reading(text, self.fill(row, column))
        return by_colour or read_score(text, self.labels.framework)

    def is_unexplained_colour(self, row: int, column: int) -> bool:
        """Whether a place says something by a colour alone, a fill or a word such as 'Amber', that no key explains."""
        text = self.grid.text(row, column)
        is_colour = bool(name_in(text)) if text else is_coloured(self.fill(row, column))
        return is_colour and self.reading(row, column).colour is None

    def fill(self, row: int, column: int) -> str | None:
        """The colour of a place where it is one of its own: not that of the labels of its row."""
        cell = self.grid.places[row][column]
        labels = (self.grid.places[row][at] for at in self.columns if (row, at) in self.matches)
        return cell.fill if cell and cell.fill and all(label and label.fill != cell.fill for label in labels) else None

    @property
    def items(self) -> set[str]:
        """The ids of the benchmarks found."""
        return {match.benchmark.id for match in self.matches.values()}

    @property
    def proving(self) -> set[str]:
        """Those whose labels are the framework's own, not general ones."""
        return {match.benchmark.id for match in self.matches.values() if match.exact and not match.benchmark.generic}

    @property
    def first_row(self) -> int:
        """The first row that holds a benchmark; the heads stand above it."""
        return min(row for row, _ in self.matches)

    @property
    def strength(self) -> tuple[int, int, int]:
        """How well the axis fits, to be compared: more items, fewer foreign labels, fewer repetitions."""
        exact = {match.benchmark.id for match in self.matches.values() if match.exact}
        return (len(exact), -len(self.foreign), -len(self.matches))


def axis_of(grid: Grid, labels: Labels, names: AuthorityNames) -> Axis | None:
    """The columns of `grid` in which benchmarks run down: the best one, and others that continue it side by side."""
    by_column: dict[int, dict[int, LabelMatch]] = {}
    for column in range(grid.width):
        found = {row: match for row in range(grid.height) if (match := labels.match(grid.text(row, column)))}
        if len({match.benchmark.id for match in found.values()}) >= 2:
            by_column[column] = found
    if not by_column:
        return None
    ranked = sorted(
        by_column, key=lambda column: (-len({m.benchmark.id for m in by_column[column].values() if m.exact}), column)
    )
    chosen, seen = [], set[str]()
    for column in ranked:
        items = {match.benchmark.id for match in by_column[column].values()}
        if not items & seen:
            chosen.append(column)
            seen |= items
    matches = {(row, column): match for column in chosen for row, match in by_column[column].items()}
    axis = Axis(labels, grid, tuple(sorted(chosen)), matches)
    axis.foreign = _foreign_labels(axis, names)
    return axis


def _foreign_labels(axis: Axis, names: AuthorityNames) -> list[str]:
    """Labels beside or between the benchmarks that belong to no item and are no section, summary or number."""
    foreign = []
    for column in axis.columns:
        for row in range(axis.first_row, axis.grid.height):
            text = axis.grid.text(row, column)
            if text and (row, column) not in axis.matches and not _is_bystander(axis.grid, row, column, text, names):
                foreign.append(text)
    return foreign


def _is_bystander(grid: Grid, row: int, column: int, text: str, names: AuthorityNames) -> bool:
    return bool(
        text.replace(".", "").isdigit()
        or column_kinds(text) & {"summary"}
        or is_of_columns(text)
        or names.named(text)
        or read_period(text)
        or grid.section(row, column)
    )


def refusal(axis: Axis) -> str | None:
    """Why the labels do not make a score table of the grid; None where they do."""
    framework = axis.labels.framework
    count, foreign = len(axis.items), len(axis.foreign)
    wanted = min(2, sum(not item.generic for item in framework.benchmarks))
    if len(axis.proving) < wanted:
        return f"only general labels of {framework.id} stand in it: {', '.join(sorted(axis.items))}"
    if foreign > _FOREIGN * (count + foreign):
        return (
            f"{foreign} of {count + foreign} labels belong to no item of {framework.id}: {'; '.join(axis.foreign[:4])}"
        )
    return None


def titles_of(axis: Axis) -> tuple[str, ...]:
    """Headings inside the grid: texts that stand alone above the benchmarks (or before them, where it is turned)."""
    grid = axis.grid
    above = [text for row in range(axis.first_row) for column in axis.columns if (text := grid.section(row, column))]
    beside = [
        grid.text(axis.first_row, column)
        for column in range(min(axis.columns))
        if len({id(grid.places[row][column]) for row, _ in axis.matches}) == 1
    ]
    return tuple(dict.fromkeys(text for text in [*above, *beside] if text))


def territories(axis: Axis) -> list[tuple[int, list[int]]]:
    """Each label column with the columns that belong to it: those on its right up to the next, and the first's left."""
    edges = [*axis.columns[1:], axis.grid.width]
    out = []
    for at, (column, end) in enumerate(zip(axis.columns, edges, strict=True)):
        left = list(range(column)) if at == 0 else []
        out.append((column, [*left, *range(column + 1, end)]))
    return out


def unknown_label(labels: Labels, text: str) -> str:
    """The sentence that tells of a label which is no item, with the nearest ones."""
    near = labels.nearest(text)
    hint = f" Nearest: {', '.join(f'{item.id} ({item.name!r})' for item in near)}." if near else ""
    return f"'{text}' stands among the benchmarks and is no item of {labels.framework.id}.{hint}"
