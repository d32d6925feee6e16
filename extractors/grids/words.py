"""Characters -> words: cut at spaces and gaps, doubled characters dropped, note marks kept as raised digits."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Box
from extractors.grids.marks import Glyph, Word, around
from extractors.grids.settings import USUAL, GridSettings

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RAISED_SIZE = 0.8
_RAISED_RISE_EM = 0.15
_SAME_LINE_EM = 0.12
_DOUBLE_EM = 0.12
_SHADOW_EM = 0.2
_NEAR_RUNS = 2
_SOFT = "\u00ad"


def words_of(glyphs: Iterable[Glyph], settings: GridSettings = USUAL) -> list[Word]:
    """The words of a page in reading order of each direction.

    A character struck twice in nearly the same place (fake bold) counts once. A small raised digit after a
    word is a note mark: '3' and a raised '2' give '3²', never '32'.
    """
    pieces = _pieces(_undoubled(glyphs), settings)
    return [piece.word() for piece in _joined(pieces)]


@dataclass(slots=True)
class _Piece:
    """Characters that follow one another; u runs with the reading direction, v down across it."""

    glyphs: list[Glyph]
    texts: list[str]
    start: float
    end: float
    base: float
    run: int
    size: float
    angle: int
    raised: bool = False
    spaced: bool = False

    def word(self) -> Word:
        first = self.glyphs[0]
        bold, box = first.bold, first.box
        if len(self.glyphs) > 1:
            bold = sum(glyph.bold for glyph in self.glyphs) * 2 > len(self.glyphs)
            box = around([glyph.box for glyph in self.glyphs])
        size = round(self.size, 2)
        return Word(
            _with_hyphens("".join(self.texts)), box, size, self.angle, bold, first.colour, self.run, spaced=self.spaced
        )


def _with_hyphens(text: str) -> str:
    """A soft hyphen that is painted inside a word is a hyphen; at its end the word may go on in the next line."""
    return text if _SOFT not in text else text[:-1].replace(_SOFT, "-") + (text[-1] if len(text) > 1 else "-")


def _undoubled(glyphs: Iterable[Glyph]) -> list[Glyph]:
    kept: list[Glyph] = []
    places: dict[str, dict[tuple[int, int], list[int]]] = {}
    for glyph in glyphs:
        if glyph.text.isspace():
            kept.append(glyph)
            continue
        column, row = int(glyph.origin[0] // 4), int(glyph.origin[1] // 4)
        alike = places.setdefault(glyph.text, {})
        doubled = _double(glyph, kept, alike, column, row) if alike else None
        if doubled is not None:
            # of a text and its shadow the upper one is what is read
            kept[doubled] = glyph if glyph.colour != kept[doubled].colour else kept[doubled]
            continue
        alike.setdefault((column, row), []).append(len(kept))
        kept.append(glyph)
    return kept


def _double(
    glyph: Glyph, kept: Sequence[Glyph], alike: dict[tuple[int, int], list[int]], column: int, row: int
) -> int | None:
    """The place in `kept` of a glyph of the same text that this one repeats."""
    for across in (column - 1, column, column + 1):
        for down in (row - 1, row, row + 1):
            for place in alike.get((across, down), ()):
                if _is_double(glyph, kept[place]):
                    return place
    return None


def _is_double(glyph: Glyph, seen: Glyph) -> bool:
    """Whether a glyph repeats another in nearly the same place; a shadow lies a little further off."""
    share = _DOUBLE_EM if glyph.colour == seen.colour else _SHADOW_EM
    near = max(glyph.size * share, 0.3)
    return abs(glyph.origin[0] - seen.origin[0]) < near and abs(glyph.origin[1] - seen.origin[1]) < near


def _pieces(glyphs: Sequence[Glyph], settings: GridSettings) -> list[_Piece]:
    pieces: list[_Piece] = []
    open_piece: _Piece | None = None
    run, last_end, last_base, last_angle = 0, 0.0, 0.0, 0
    for glyph in glyphs:
        start, base = _pen(glyph) if glyph.angle else glyph.origin
        end = start + glyph.advance
        size = max(glyph.size, 0.1)
        follows = (
            glyph.angle == last_angle
            and abs(base - last_base) < size * 0.5
            and -0.5 * size < start - last_end < 1.2 * size
        )
        if not follows:
            run += 1
            open_piece = None
        last_end, last_base, last_angle = end, base, glyph.angle
        text = glyph.text.rstrip()
        if not text:
            if open_piece:
                open_piece.spaced = True
            open_piece = None
            continue
        if open_piece is None or not _continues(open_piece, glyph, start, base, settings):
            raised = bool(pieces) and _is_raised(pieces[-1], glyph, start, base)
            open_piece = _Piece([], [], start, start, base, run, size, glyph.angle, raised)
            pieces.append(open_piece)
        open_piece.glyphs.append(glyph)
        open_piece.texts.append(text.translate(_RAISED) if open_piece.raised else text)
        open_piece.end = max(open_piece.end, end)
        if len(text) < len(glyph.text):
            open_piece.spaced = True
            open_piece = None
    return pieces


def _pen(glyph: Glyph) -> tuple[float, float]:
    x, y = glyph.origin
    if glyph.angle == 0:
        return x, y
    cos, sin = math.cos(math.radians(glyph.angle)), math.sin(math.radians(glyph.angle))
    return x * cos - y * sin, x * sin + y * cos


def _continues(piece: _Piece, glyph: Glyph, start: float, base: float, settings: GridSettings) -> bool:
    em = max(piece.size, glyph.size)
    gap = start - piece.end
    same_line = abs(base - piece.base) < em * _SAME_LINE_EM
    small = glyph.size < piece.size * _RAISED_SIZE or piece.size < glyph.size * _RAISED_SIZE
    lowered = base > piece.base and base - piece.base < em * 0.4 and small
    if small and same_line and not piece.raised:
        same_line = gap < em * 0.1  # small capitals
    return glyph.angle == piece.angle and (same_line or lowered) and -0.5 * em < gap < em * settings.word_gap_em


def _is_raised(before: _Piece, glyph: Glyph, start: float, base: float) -> bool:
    """Whether the character is a small one above the base line of what it follows."""
    return (
        glyph.angle == before.angle
        and not before.raised
        and glyph.size < before.size * _RAISED_SIZE
        and _RAISED_RISE_EM * before.size < before.base - base < before.size
        and -0.3 * before.size < start - before.end < before.size * 0.5
    )


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Words typed in several pieces made one, and note marks put to the word they follow."""
    whole: list[_Piece] = []
    lines: dict[tuple[int, int], list[_Piece]] = defaultdict(list)
    for piece in pieces:
        lines[piece.angle, round(piece.base)].append(piece)
        lines[piece.angle, round(piece.base) + 1].append(piece)
    gone: set[int] = set()
    for piece in pieces:
        if id(piece) in gone:
            continue
        while (after := _next(piece, lines, gone)) is not None:
            gone.add(id(after))
            piece.glyphs.extend(after.glyphs)
            piece.texts.extend(after.texts)
            piece.end, piece.spaced = max(after.end, piece.end), after.spaced
        whole.append(piece)
    whole = [piece for piece in whole if id(piece) not in gone]
    return _with_note_marks(whole)


def _next(piece: _Piece, lines: dict[tuple[int, int], list[_Piece]], gone: set[int]) -> _Piece | None:
    if piece.spaced or piece.raised:
        return None
    for other in lines[piece.angle, round(piece.base)]:
        gap = other.start - piece.end
        if (
            other is not piece
            and id(other) not in gone
            and not other.raised
            and other.run != piece.run
            and not _is_stamp(piece, other)
            and abs(other.base - piece.base) < piece.size * _SAME_LINE_EM
            and abs(other.size - piece.size) < piece.size * 0.15
            and -0.08 * piece.size < gap < 0.08 * piece.size
            and other.start > piece.start
        ):
            return other
    return None


def _is_stamp(piece: _Piece, other: _Piece) -> bool:
    """Whether letters and a number only stand side by side: they were typed far from one another."""
    return abs(other.run - piece.run) > _NEAR_RUNS and piece.texts[-1][-1:].isalpha() and "".join(other.texts).isdigit()


def _with_note_marks(pieces: list[_Piece]) -> list[_Piece]:
    kept: list[_Piece] = []
    for piece in pieces:
        before = kept[-1] if kept else None
        if piece.raised and before and not before.spaced and before.angle == piece.angle:
            before.glyphs.extend(piece.glyphs)
            before.texts.extend(piece.texts)
            before.end, before.spaced = max(before.end, piece.end), piece.spaced
        else:
            kept.append(piece)
    return kept


def box_of(words: Iterable[Word]) -> Box:
    """The smallest box around the words."""
    return around([word.box for word in words])
