"""The side of a grid along which the benchmarks of a framework stand, and whether that makes a score table of it."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from transforms.authorities import AuthorityNames
from transforms.colours import NO_COLOURS, Colours, is_coloured, name_in
from transforms.columns import column_kinds, is_of_columns
from transforms.grid import Grid
from transforms.labels import LabelMatch, Labels, plain
from transforms.measure_names import measure_named
from transforms.periods import read_period
from transforms.scores import ScoreReading, read_score

# What a row above the benchmarks may tell of the columns besides whose they are; its figures are short.
_OF_COLUMNS = re.compile(
    r"(?:(?:ons|gss|la|authority|council|area)\s+)?(?:code|type|tier|class|kind|category)|region|country", re.IGNORECASE
)
_FIGURE = re.compile(r"\d{1,3}(?:\.\d+)?\s?%?(?:st|nd|rd|th)?=?")
# Of the texts beside a label this share are scores where its row is one of values.
_SCORED = 0.8
# Labels of no item, against labels of one: above this the table is about something else.
_FOREIGN = 0.25
# Short forms are understood where they and the other labels are at least this share of a framework's items.
_NEARLY_ALL = 0.7


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
    opening: int | None = None  # the first row, where its label is none of the framework's

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
        reading = self.reading(row, column)
        return is_colour and reading.colour is None and reading.outcome not in {"score", "band"}

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
        """The first row that holds a benchmark, or scores under a label that is none; the heads stand above it."""
        return self.opening if self.opening is not None else min(row for row, _ in self.matches)

    @property
    def strength(self) -> tuple[int, int, int]:
        """How well the axis fits, to be compared: more items, fewer foreign labels, fewer repetitions."""
        exact = {match.benchmark.id for match in self.matches.values() if match.exact}
        return (len(exact), -len(self.foreign), -len(self.matches))

    @property
    def own_names(self) -> int:
        """How many labels are the very names of items: this tells two frameworks with like items apart."""
        names = {plain(item.name) for item in self.labels.framework.benchmarks}
        return sum(plain(self.grid.text(row, column)) in names for row, column in self.matches)


def axis_of(grid: Grid, labels: Labels, names: AuthorityNames) -> Axis | None:
    """The columns of `grid` in which benchmarks run down: the best one, and others that continue it side by side."""
    by_column: dict[int, dict[int, LabelMatch]] = {}
    for column in range(grid.width):
        found = _labels_down(grid, column, labels)
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
    axis.grid = _without_asides(axis)
    axis.opening = _opening(axis, names)
    axis.foreign = _foreign_labels(axis, names)
    return axis


def _without_asides(axis: Axis) -> Grid:
    """The grid less the rows above the benchmarks that only tell of the columns: rank, total, code, kind, region.

    | Rank | Authority | Average | Channel Panel | Training |   before it is turned: 'Authority' is the head
    """
    grid, column = axis.grid, axis.columns[0]
    heads = [row for row in range(axis.first_row) if not grid.spans_all(row)]
    asides = {row for row in heads if _tells_of_columns(grid, row, column)}
    if not asides or len(asides) == len(heads):
        return grid
    blank = (None,) * grid.width
    return replace(grid, places=tuple(blank if row in asides else line for row, line in enumerate(grid.places)))


def _tells_of_columns(grid: Grid, row: int, column: int) -> bool:
    label = grid.text(row, column)
    beside = [text for at in range(grid.width) if at != column and (text := grid.text(row, at))]
    aside = bool(_OF_COLUMNS.fullmatch(label) or column_kinds(label) & {"no_score", "summary"})
    return aside and (grid.turned or all(_FIGURE.fullmatch(text) for text in beside))


def _opening(axis: Axis, names: AuthorityNames) -> int | None:
    """The row above the first benchmark that shows scores under a label of no item: no head, though it stands above."""
    row, column = axis.first_row - 1, axis.columns[0]
    if row < 1:
        return None
    label = axis.grid.text(row, column)
    beside = [text for at in range(column + 1, axis.grid.width) if (text := axis.grid.text(row, at))]
    figures = [float(text) for text in beside if re.fullmatch(r"\d", text)]
    scored = sum(read_score(text, axis.labels.framework).outcome == "score" for text in beside)
    rising = len(figures) > 1 and all(a < b for a, b in pairwise(figures))  # '1 2 3 4 5' is a head of the scale
    known = not label or _is_bystander(axis.grid, row, column, label, names)
    return None if known or rising or not figures or scored < _SCORED * len(beside) else row


def _labels_down(grid: Grid, column: int, labels: Labels) -> dict[int, LabelMatch]:
    """The labels of one column; short forms ('CP') count where nearly all items stand in it."""
    texts = {row: grid.text(row, column) for row in range(grid.height)}
    found = {row: match for row, text in texts.items() if (match := labels.match(text))}
    short = {row: match for row in texts.keys() - found.keys() if (match := labels.match_short(texts[row]))}
    named = {match.benchmark.id for match in found.values()}
    meant = {match.benchmark.id for match in short.values()}
    complete = len(named | meant) >= _NEARLY_ALL * len(labels.framework.benchmarks) and not named & meant
    return dict(sorted((found | short).items())) if short and complete else found


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
        or measure_named(text)
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
