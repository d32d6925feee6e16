"""Cells that show two figures: '3 → 4', '4 (was 3)', '4 (3)'. Their columns are parted, each part under its own head.

| Benchmark     | Score (previous) |      | Benchmark     | Score | Previous |
| Channel Panel | 4 (3)            |  ->  | Channel Panel | 4     | (3)      |

A part keeps the place of the cell that it stands in. Where nothing says which figure is which the cell stays whole.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from extractors.document import Cell
from transforms.axes import Axis
from transforms.catalogue import Framework
from transforms.columns import ColumnKind, column_kinds
from transforms.grid import Grid
from transforms.periods import find_periods
from transforms.scores import read_score

_ARROW = r"(?:→|⟶|⇒|➔|➜|➞|⮕|►|-{1,2}>|=>)"
_FIGURE = r"[1-9](?:\.0)?(?:\s?/\s?\d{1,2})?"
_YEAR = r"(?:19|20)\d\d(?:[/–-]\d\d)?"
_SPLIT = re.compile(rf"^(?P<first>[^→⟶⇒➔➜➞⮕►>]+?)\s*{_ARROW}\s*(?P<last>[^→⟶⇒➔➜➞⮕►>]+)$")
_RISEN = re.compile(rf"^(?P<first>{_FIGURE})\s*[↑▲⬆↗]\s*(?P<last>{_FIGURE})$")
_WAS_NOW = re.compile(
    rf"^(?P<first>(?:(?:was|up from|down from|from|previously)\s*:?\s+)?{_FIGURE})"
    rf"[,;]?\s+(?P<last>(?:(?:is|and|but)\s+)?now:?\s+{_FIGURE})$",
    re.IGNORECASE,
)
_FROM_TO = re.compile(rf"^(?P<first>(?:up |down )?from\s+{_FIGURE})\s+(?P<last>to\s+{_FIGURE})$", re.IGNORECASE)
_LABELLED = re.compile(
    rf"^(?P<main>{_FIGURE})\s*[,;–-]?\s*(?P<part>[(\[]?\s*[↑↓→▲▼↔⬆⬇]?\s*"
    r"(?P<label>(?:up |down )?from|was|previously|previous(?: score)?|prev\.?|prior|last year|before|"
    rf"target|max(?:imum)?|average|{_YEAR})"
    rf"\s*[:=–-]?\s*{_FIGURE}(?:\s+in\s+(?P<year>{_YEAR}))?\s*[)\]]?)$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(rf"^(?P<main>{_FIGURE})\s*(?P<part>[(\[]\s*{_FIGURE}\s*[)\]])$")
_SLASHED = re.compile(r"^(?P<main>[1-9])\s*(?P<part>/\s*[1-9])$")
_TO = re.compile(rf"^(?P<main>{_FIGURE})\s+(?P<part>to\s+{_FIGURE})$", re.IGNORECASE)

_HEAD_BRACKET = re.compile(r"^(?P<main>[^()\[\]]+?)\s*[(\[](?P<part>[^()\[\]]+)[)\]]$")
_HEAD_SLASH = re.compile(r"^(?P<main>[^/]+?)\s*/\s*(?P<part>[^/]+)$")
_HEAD_TO = re.compile(rf"^(?P<main>.+?)\s*(?:{_ARROW}|\bto\b|\s[–-]\s)\s*(?P<part>.+)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\b(?:(?:shown|given|figures?|scores?)\s+)*in\s+(?:brackets|parentheses)\b", re.IGNORECASE)
# What stands in a part besides its figure: '(was 3 in 2021)', '→ 4', '/ 5'.
_BESIDE_FIGURE = re.compile(
    r"^[\s(\[/↑↓▲▼↔⬆⬇↗↘]*(?:(?:was|is|and|but|now|to|up|down|from|previously|previous(?: score)?|prev\.?|prior|"
    rf"last year|before|target|max(?:imum)?|average|{_YEAR})\b\.?[\s:=–-]*)*|\s+in\s+{_YEAR}|[\s)\]]+$",
    re.IGNORECASE,
)
_FROM_YEAR_TO_YEAR = re.compile(rf"\bfrom\s+(?P<first>{_YEAR})\s+to\s+(?P<last>{_YEAR})\b", re.IGNORECASE)
_OF_CHANGE = re.compile(
    r"\b(?:changes?|movement|direction(?: of travel)?|travel|trend|difference|progress)\b", re.IGNORECASE
)
_OF_BRACKETS: dict[ColumnKind, str] = {"aim": "Target", "summary": "Average", "previous": "Previous"}
_SENTENCE = re.compile(r"(?<=[.;])\s+|\n")
_OLDER = frozenset(
    ["from", "up from", "down from", "was", "prev", "prev.", "prior", "last year", "before", "previously"]
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The two texts of a cell and what heads the second; `main_head` is None where the column's own head stays."""

    main: str
    part: str
    part_head: str
    main_head: str | None = None

    def texts(self, heads: Sequence[str]) -> tuple[str, ...]:
        """The text of each column that the cell's column becomes: the main one, then one under each of `heads`."""
        return (self.main, *(self.part if self.part_head == head else "" for head in heads))


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with such cells, by their rows, and the heads of the columns that are put on its right."""

    cells: dict[int, _Parts]
    heads: tuple[str, ...]


def parted(axis: Axis, texts: Sequence[str] = ()) -> Axis:
    """The axis with each column of such cells parted; `texts` may say what stands in brackets."""
    found = {
        column: _Column(cells, tuple(dict.fromkeys(parts.part_head for parts in cells.values())))
        for column in range(axis.grid.width)
        if column not in axis.columns and (cells := _cells(axis, column, texts))
    }
    if not found:
        return axis
    widths = [1 + len(found[column].heads) if column in found else 1 for column in range(axis.grid.width)]
    new = [0, *accumulate(widths)]
    parts = [
        (row, new[column] + at, _figure(text), axis.grid.text(row, column))
        for column, parted_column in found.items()
        for row, cell in parted_column.cells.items()
        for at, text in enumerate(cell.texts(parted_column.heads))
        if text
    ]
    return replace(
        axis,
        grid=Grid(tuple(_row(axis, row, found) for row in range(axis.grid.height)), axis.grid.turned),
        columns=tuple(new[column] for column in axis.columns),
        matches={(row, new[column]): match for (row, column), match in axis.matches.items()},
        figures={(row, column): figure for row, column, figure, _ in parts},
        wholes={(row, column): whole for row, column, _, whole in parts},
    )


def without_brackets(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts without the sentences that say what stands in brackets: they are of those figures alone."""
    kept = (" ".join(part for part in _SENTENCE.split(text) if not _IN_BRACKETS.search(part)) for text in texts)
    return tuple(text for text in kept if text)


def _cells(axis: Axis, column: int, texts: Sequence[str]) -> dict[int, _Parts]:
    """The cells of a column that show two figures of which it is said which is which, by their rows."""
    head = _lowest_head(axis, column)
    framework = axis.labels.framework
    rows = sorted({row for row, _ in axis.matches})
    return {row: parts for row in rows if (parts := _parts(axis.grid.text(row, column), head, framework, texts))}


def _parts(text: str, head: str, framework: Framework, texts: Sequence[str]) -> _Parts | None:
    if match := _SPLIT.match(text) or _RISEN.match(text) or _WAS_NOW.match(text) or _FROM_TO.match(text):
        first, last = match["first"].strip(), match["last"].strip()
        if not _is_score(first, framework) or not _is_score(last, framework):
            return None
        older, newer = _halves(head, _HEAD_TO) or _between(texts) or _older_and_newer(head)
        sign = text[match.end("first") : match.start("last")].strip(" ,;")
        return _Parts(f"{sign} {last}".strip(), f"{first} {sign}".strip(), older, newer)
    if match := _LABELLED.match(text):
        return _Parts(match["main"], match["part"], _under(head, _label_head(match["label"], match["year"])))
    for cell_form, head_form in ((_BRACKETED, _HEAD_BRACKET), (_SLASHED, _HEAD_SLASH)):
        is_one_year = cell_form is _SLASHED and len(find_periods(head)) == 1  # 4/5 under '2021/2022'
        if (match := cell_form.match(text)) and not is_one_year and (halves := _halves(head, head_form)):
            return _Parts(match["main"], match["part"], halves[1], halves[0])
    if (match := _TO.match(text)) and (halves := _halves(head, _HEAD_TO)):
        return _Parts(match["part"], match["main"], halves[0], halves[1])
    if (match := _BRACKETED.match(text)) and (said := _said_of_brackets(texts)):
        return _Parts(match["main"], match["part"], _under(head, said))
    return None


def _between(texts: Sequence[str]) -> tuple[str, str] | None:
    """The two periods that a sentence near the table moves between: 'the change from 2021 to 2022'."""
    told = {(match["first"], match["last"]) for text in texts for match in _FROM_YEAR_TO_YEAR.finditer(text)}
    return told.pop() if len(told) == 1 else None


def _older_and_newer(head: str) -> tuple[str, str | None]:
    """Heads for what was and what is, where nothing says of when: a column of changes shows both scores."""
    rest = _OF_CHANGE.sub("", head).strip()
    if "no_score" in column_kinds(rest):
        return f"{head} (previous)", None
    if rest != head:
        return "Previous", f"{rest} current".strip()
    if not head or find_periods(head):
        return "Previous", None
    return _under(head, "Previous"), f"{head} (current)"


def _under(head: str, said: str) -> str:
    """The head of a second figure: what the cell says of it, below the column's own head where that names no period."""
    return said if not head or find_periods(head) or find_periods(said) or head == said else f"{head} / {said}"


def _is_score(text: str, framework: Framework) -> bool:
    return read_score(_figure(text), framework).outcome in {"score", "band"}


def _figure(part: str) -> str:
    """The figure or word of a part, without what says of when it is."""
    return re.sub(rf"^\s*{_ARROW}|{_ARROW}\s*$", "", _BESIDE_FIGURE.sub("", part)).strip()


def _label_head(label: str, year: str | None) -> str:
    if year:
        return year
    return "Previous" if label.casefold() in _OLDER else label


def _halves(head: str, form: re.Pattern[str]) -> tuple[str, str] | None:
    """The two things that one head names, where both are understood and they differ: 'Score (previous)'."""
    match = form.match(head)
    if match is None:
        return None
    main, part = match["main"].strip(), _IN_BRACKETS.sub("", match["part"]).strip(" -–,")
    told = part != match["part"].strip()  # 'Score (2021 in brackets)'
    return (main, part) if part and _are_two(main, part, told=told) else None


def _are_two(main: str, part: str, *, told: bool) -> bool:
    """Whether two heads are of two figures: two periods, or a score and something else; 'Score (2022)' is of one."""
    periods = {period.name for period in find_periods(main)}, {period.name for period in find_periods(part)}
    kinds = _telling(main), _telling(part)
    if periods[1]:
        return periods[0] != periods[1] and bool(periods[0] or told)
    if periods[0]:
        return bool(kinds[1] - {"current"})
    return bool(column_kinds(main) and column_kinds(part)) and (
        kinds[0] != kinds[1] and (kinds[1] != {"current"} or kinds[0] == {"previous"})
    )


def _telling(head: str) -> frozenset[ColumnKind]:
    return column_kinds(head) - {"score", "plain", "number", "authority", "period", "risk", "aim"}


def _said_of_brackets(texts: Sequence[str]) -> str | None:
    """What the one sentence about figures in brackets says that they are."""
    told = [sentence for text in texts for sentence in _SENTENCE.split(text) if _IN_BRACKETS.search(sentence)]
    if len(told) != 1:
        return None
    periods = {period.name for period in find_periods(told[0])}
    if len(periods) == 1:
        return periods.pop()
    kinds = column_kinds(told[0])
    if periods or "current" in kinds:
        return None
    return next((head for kind, head in _OF_BRACKETS.items() if kind in kinds), None)


def _lowest_head(axis: Axis, column: int) -> str:
    row = _head_row(axis, column)
    return axis.grid.text(row, column) if row is not None else ""


def _head_row(axis: Axis, column: int) -> int | None:
    rows = [r for r in range(axis.first_row) if axis.grid.text(r, column) and not axis.grid.spans_all(r)]
    return rows[-1] if rows else None


def _row(axis: Axis, row: int, found: dict[int, _Column]) -> tuple[Cell | None, ...]:
    return tuple(
        place
        for column, cell in enumerate(axis.grid.places[row])
        for place in (_placed(axis, row, column, cell, found[column]) if column in found else [cell])
    )


def _placed(axis: Axis, row: int, column: int, cell: Cell | None, parted_column: _Column) -> list[Cell | None]:
    """What stands in the place of one cell: the cell of the main column, then one for each other part."""
    cells, heads = parted_column.cells, parted_column.heads
    if cell is not None and (parts := cells.get(row)):
        return [replace(cell, text=text) if text else None for text in parts.texts(heads)]
    if any(at == row for at, _ in axis.matches):
        return [cell, *(None for _ in heads)]
    if cell is None or axis.grid.spans_all(row) or not _is_head(axis, row, column, cell):
        return [cell] * (1 + len(heads))
    main = next((parts.main_head for parts in cells.values() if parts.main_head), None)
    return [replace(cell, text=main) if main is not None else cell, *(replace(cell, text=head) for head in heads)]


def _is_head(axis: Axis, row: int, column: int, cell: Cell) -> bool:
    """Whether a cell is the lowest head of its column, or repeats it on a later page."""
    head = _lowest_head(axis, column)
    return cell.text.strip() == head if head else row == axis.first_row - 1
