"""Where a paper explains its colours: a small table, coloured cells with words, or lines such as 'Green = exceeded'."""

import re
from collections.abc import Iterator, Sequence

from extractors.document import Block, Cell, Table
from transforms.colours import NAMES, ColourEntry, name_in, name_of
from transforms.labels import Labels

# A key is short; a longer table is of something else.
_MOST = 10
_WORD = re.compile(rf"\b(?:{'|'.join(NAMES)})\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;•|\n]|(?<=[a-z)\d])\.(?:\s|$)")
_BEFORE = re.compile(r"^.*\b(?:key|legend|notes?|rag|rating|colours?)\b[^:=]{0,30}:\s*", re.IGNORECASE)
# Without one of these beside a colour a sentence counts or tells of something: 'two are red'.
_EXPLAINS = re.compile(
    r"[=:()–—]|\s-\s|\b(?:means?|meaning|indicates?|denotes?|represents?|shown|shaded|colou?red|scores?|scored)\b",
    re.IGNORECASE,
)
_LONGEST = 400


def keys_of(parts: Sequence[Block | Table], about: Sequence[Labels]) -> tuple[tuple[ColourEntry, ...], ...]:
    """All that may be keys of colours in one paper; whether they are is for the scale to say."""
    found: list[tuple[ColourEntry, ...]] = []
    lines: list[ColourEntry] = []
    for part in parts:
        if isinstance(part, Table):
            found.extend(_of_table(part, about))
            spoken = [entry for cell in part.cells for entry in _spoken(cell.text)]
        else:
            spoken = [] if part.hidden else list(_spoken(part.text))
        if spoken:
            lines.extend(spoken)
        elif lines:
            found.append(tuple(lines))
            lines = []
    return tuple(key for key in (*found, tuple(lines)) if 2 <= len(key) <= _MOST)


def _of_table(table: Table, about: Sequence[Labels]) -> Iterator[tuple[ColourEntry, ...]]:
    """The lines of a table that are a key; of a table with benchmarks in it the rows below them."""
    places = table.places
    named = [at for at, row in enumerate(places) if any(cell and _is_label(cell.text, about) for cell in row)]
    across = any(sum(bool(cell and _is_label(cell.text, about)) for cell in places[at]) > 1 for at in named)
    first = (len(places) if across else named[-1] + 1) if named else 0
    entries = [entry for at in range(first, len(places)) for entry in _of_row(places, at)]
    colours = [entry.fill or entry.name for entry in entries]
    if len(set(colours)) == len(colours):
        yield tuple(entries)


def _is_label(text: str, about: Sequence[Labels]) -> bool:
    return any(labels.named(text) for labels in about)


def _of_row(places: Sequence[Sequence[Cell | None]], at: int) -> Iterator[ColourEntry]:
    row = [cell for cell in dict.fromkeys(places[at]) if cell is not None]
    coloured = [cell for cell in row if _fill(cell) or name_in(cell.text)]
    if len({_fill(cell) or name_in(cell.text) for cell in coloured}) == 1 or (
        len(coloured) == 2 and {bool(_fill(cell)) for cell in coloured} == {True, False}
    ):
        name = next((name for cell in coloured if (name := name_in(cell.text))), None)
        fill = next((fill for cell in coloured if (fill := _fill(cell))), None)
        texts = tuple(cell.text for cell in row if cell.text.strip() and not name_in(cell.text))
        yield ColourEntry(name, fill, texts)
        return
    for cell in coloured:
        text = cell.text if cell.text.strip() and not name_in(cell.text) else _neighbour(places, at, cell)
        yield ColourEntry(name_in(cell.text), _fill(cell), (text,))


def _neighbour(places: Sequence[Sequence[Cell | None]], at: int, cell: Cell) -> str:
    """The text that explains a coloured cell without one of its own: on its right, else below."""
    right = cell.column + cell.column_span
    for row, column in ((at, right), (cell.row + cell.row_span, cell.column)):
        if row < len(places) and column < len(places[row]):
            other = places[row][column]
            if other and other.text.strip() and not _fill(other) and not name_in(other.text):
                return other.text
    return ""


def _fill(cell: Cell) -> str | None:
    return cell.fill if name_of(cell.fill) else None


def _spoken(text: str) -> Iterator[ColourEntry]:
    """The colours that a text explains: 'Key: Red - not met, Amber - met, Green - exceeded'."""
    if len(text) > _LONGEST or not _WORD.search(text):
        return
    for clause in _CLAUSE.split(_BEFORE.sub("", text.strip())):
        for piece in _pieces(clause) if _EXPLAINS.search(clause) else ():
            words = list(_WORD.finditer(piece))
            if len(words) == 1:
                word = words[0]
                said = f"{piece[: word.start()]} {piece[word.end() :]}".strip(" -–—=:.,")
                yield ColourEntry(NAMES[word.group().casefold()], None, (said,))


def _pieces(clause: str) -> Iterator[str]:
    """A clause cut so that each piece has one colour: what has none goes with the colour before or after it."""
    if len(_WORD.findall(clause)) < 2:
        yield clause
        return
    cut = re.split(r"(,\s*|\s+and\s+)", clause)
    pieces: list[str] = []
    colour_first = bool(_WORD.search(cut[0]))
    held = ""
    for at in range(0, len(cut), 2):
        piece, joint = cut[at], cut[at - 1] if at else ""
        if _WORD.search(piece):
            pieces.append(f"{held}{joint if held else ''}{piece}")
            held = ""
        elif colour_first and pieces:
            pieces[-1] += joint + piece
        else:
            held += (joint if held else "") + piece
    yield from pieces
