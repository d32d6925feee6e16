"""Tables that give the benchmarks by number alone ('1' to '10', 'B1', 'Benchmark 1'), and the paper's key to them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from extractors.document import Block, Document, Table
from transforms.axes import Axis
from transforms.catalogue import Benchmark, Framework
from transforms.grid import Grid, grid_of
from transforms.labels import LabelMatch, Labels
from transforms.papers import Paper
from transforms.scores import read_score

_CODE = re.compile(r"^(?P<word>benchmark|bm|pb|b)?\W{0,2}(?:no\W{0,2})?(?P<number>\d{1,2})\W{0,2}$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:[^\d:]{0,30}:\s*)?\W{0,2}(?:benchmark|bm|pb|b)?\W{0,2}(?:no\W{0,2})?(?P<number>\d{1,2})(?=[\W_])\s*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\n|\s*[;•]\s*|,\s+(?=(?:benchmark|b)?\s?\d)", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_OF_BENCHMARKS = re.compile(r"\bbenchmarks?\b", re.IGNORECASE)

WITHOUT_KEY = "the benchmarks are given by number alone, and the paper has no key to the numbers"
SEVERAL_KEYS = "the benchmarks are given by number alone, and the paper numbers them in different ways"

NumberKey: TypeAlias = Mapping[int, Benchmark]
NumberKeys: TypeAlias = Mapping[str, Sequence[NumberKey]]


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is said about numbers beside a table: the paper's keys by framework, and whether it is of benchmarks."""

    keys: NumberKeys = field(default_factory=dict)
    of_benchmarks: bool = False


NO_NUMBERS = Numbers()


def number_keys(document: Document, paper: Paper, about: Iterable[Labels]) -> NumberKeys:
    """By framework, the different lists and tables of a paper that give every one of its items a number from 1."""
    body = document.body[paper.start : paper.end]
    found: dict[str, list[NumberKey]] = {}
    for labels in about:
        for pairs in _listings(body, labels):
            key = _complete(pairs, labels.framework)
            if key and key not in found.setdefault(labels.framework.id, []):
                found[labels.framework.id].append(key)
    return found


def _listings(body: Sequence[Block | Table], labels: Labels) -> Iterator[list[tuple[int, Benchmark]]]:
    """The numbered labels of each table, of each run of texts, and of all headings."""
    for part in body:
        if isinstance(part, Table):
            yield from (_in_grid(grid, labels) for grid in (grid_of(part), grid_of(part, turned=True)))
    shown = [part for part in body if isinstance(part, Block) and not part.hidden]
    for of_heads, run in groupby(shown, key=lambda block: block.kind in {"title", "heading"}):
        if not of_heads:
            yield [pair for block in run for pair in _in_text(block.text, labels)]
    yield [pair for block in shown if block.kind == "heading" for pair in _in_text(block.text, labels)]


def _in_grid(grid: Grid, labels: Labels) -> list[tuple[int, Benchmark]]:
    """Labels with their number in the same cell or in the one on their left."""
    found = []
    for row in range(grid.height):
        for column in range(grid.width):
            text = grid.text(row, column)
            number = _NUMBERED.match(text) or (_CODE.match(grid.text(row, column - 1)) if column else None)
            item = labels.named(text) if number and text else None
            if number and item:
                found.append((int(number["number"]), item))
    return found


def _in_text(text: str, labels: Labels) -> Iterator[tuple[int, Benchmark]]:
    for piece in _PIECES.split(text) if _DIGIT.search(text) else ():
        number = _NUMBERED.match(piece)
        item = labels.named(re.sub(r"^[\W_]+|\.$", "", piece[number.end() :])) if number else None
        if number and item:
            yield int(number["number"]), item


def _complete(pairs: list[tuple[int, Benchmark]], framework: Framework) -> NumberKey | None:
    """The key that numbered labels make: each number from 1 once, each item of the framework once."""
    distinct = {(number, item.id): item for number, item in pairs}
    count = len(framework.benchmarks)
    whole = {number for number, _ in distinct} == set(range(1, count + 1))
    if len(distinct) != count or not whole or len({id for _, id in distinct}) != count:
        return None
    return {number: item for (number, _), item in sorted(distinct.items())}


def are_of_benchmarks(texts: Iterable[str]) -> bool:
    """Whether one of the texts beside a table speaks of benchmarks."""
    return any(_OF_BENCHMARKS.search(text) for text in texts)


def is_number_of_benchmark(text: str) -> bool:
    """Whether a whole text is a number that says what it counts: 'Benchmark 4', 'B4'."""
    match = _CODE.match(text)
    return bool(match and match["word"])


def numbered_axis(
    grids: Iterable[Grid], frameworks: Sequence[Labels], numbers: Numbers
) -> tuple[Axis, str | None] | None:
    """The side of a grid along which the benchmarks stand by number, and what speaks against reading it.

    The numbers are understood by the paper's key. Without one those from 1 to the count of a framework's items are
    taken for its own, and are doubtful.
    """
    for grid, column, found in _numbered_columns(grids, numbers):
        printed = {row: int(match["number"]) for row, match in found.items()}
        named = all(match["word"] for match in found.values())
        for labels in frameworks:
            keys = numbers.keys.get(labels.framework.id, ())
            whole = sorted(printed.values()) == list(range(1, len(labels.framework.benchmarks) + 1))
            known = named and len(keys) == 1 and set(printed.values()) <= set(keys[0])
            if (whole or known) and _beside(grid, column, found, labels.framework):
                return _axis(grid, column, printed, labels, keys)
    return None


def unknown_numbers(grids: Iterable[Grid], frameworks: Sequence[Labels], numbers: Numbers) -> str | None:
    """What is told of scores beside numbers of benchmarks that no key and no framework explains; else None."""
    for grid, column, found in _numbered_columns(grids, numbers):
        named = all(match["word"] for match in found.values())
        if named and any(_beside(grid, column, found, labels.framework) for labels in frameworks):
            printed = [grid.text(row, column) for row in found]
            return (
                f"'{printed[0]}' to '{printed[-1]}' stand beside scores, and nothing says which benchmarks they are: "
                "the paper has no key to the numbers, and no framework has so many."
            )
    return None


def _numbered_columns(
    grids: Iterable[Grid], numbers: Numbers
) -> Iterator[tuple[Grid, int, Mapping[int, re.Match[str]]]]:
    for grid in grids:
        for column in range(grid.width - 1):
            found = {row: match for row in range(grid.height) if (match := _CODE.match(grid.text(row, column)))}
            if _is_of_benchmarks(grid, column, found, numbers):
                yield grid, column, found


def _is_of_benchmarks(grid: Grid, column: int, found: Mapping[int, re.Match[str]], numbers: Numbers) -> bool:
    """Whether numbers are those of benchmarks: they say so themselves, or the head above or the texts around do."""
    if len(found) < 3:
        return False
    heads = [grid.text(row, column) for row in range(min(found))]
    return (
        all(match["word"] for match in found.values())
        or numbers.of_benchmarks
        or any(_OF_BENCHMARKS.search(head) for head in heads)
    )


def _beside(grid: Grid, column: int, rows: Iterable[int], framework: Framework) -> bool:
    """Whether scores stand next to the numbers: words there are labels of something else."""
    outcomes = [read_score(grid.text(row, column + 1), framework).outcome for row in rows]
    filled = [outcome for outcome in outcomes if outcome not in {"blank", "not_assessed"}]
    return bool(filled) and sum(outcome in {"score", "band"} for outcome in filled) >= 0.8 * len(filled)


def _axis(
    grid: Grid, column: int, printed: Mapping[int, int], labels: Labels, keys: Sequence[NumberKey]
) -> tuple[Axis, str | None]:
    own = {item.number: item for item in labels.framework.benchmarks}
    key = keys[0] if len(keys) == 1 else own
    doubt = SEVERAL_KEYS if len(keys) > 1 else None if keys else WITHOUT_KEY
    matches = {(row, column): LabelMatch(key[number], exact=True) for row, number in printed.items()}
    return Axis(labels, grid, (column,), matches), doubt
