"""Which lines are captions, and which table each belongs to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Block, Table

_NUMBERED = re.compile(r"(?:table|tbl\.?)\s+(?:\d+|[a-z]|[ivx]+)(?:[.\d]*)\b(?!.*[.;]$).{0,160}", re.IGNORECASE)
# 'Table 1 shows the scores' is a sentence about a table, not its caption.
_SENTENCE = re.compile(
    r"table\s+\S+\s+(?:below|above|shows?|sets?|gives?|lists?|provides?|summarises?|is|are|in|and|contains?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the body on its way into a document; `is_caption` where its style says that it is one."""

    part: Block | Table
    is_caption: bool = False


def is_caption_text(text: str) -> bool:
    """True for 'Table 1: Prevent benchmark scores', false for a sentence that only speaks of a table."""
    return bool(_NUMBERED.fullmatch(text)) and not _SENTENCE.match(text)


def settle(pieces: Sequence[Piece]) -> tuple[Block | Table, ...]:
    """Give every caption to the table beside it and drop its line; a caption without a table stays a paragraph.

    Whether captions stand above or below their tables is a habit of the whole paper: the side that more of them have
    a table on decides, above where it is even.
    """
    marked = [place for place, piece in enumerate(pieces) if _is_caption(piece)]
    above = sum(_is_table(pieces, place + 1) for place in marked)
    below = sum(_is_table(pieces, place - 1) for place in marked)
    steps = (1, -1) if above >= below else (-1, 1)
    captions: dict[int, str] = {}
    taken: set[int] = set()
    for step in steps:
        for place in marked:
            other = place + step
            if place not in taken and _is_table(pieces, other) and other not in captions:
                part = pieces[place].part
                captions[other] = part.text if isinstance(part, Block) else ""
                taken.add(place)
    return tuple(
        _captioned(piece.part, captions.get(place)) for place, piece in enumerate(pieces) if place not in taken
    )


def _is_caption(piece: Piece) -> bool:
    part = piece.part
    if not isinstance(part, Block) or part.kind not in ("paragraph", "heading"):
        return False
    return piece.is_caption or is_caption_text(part.text)


def _is_table(pieces: Sequence[Piece], place: int) -> bool:
    return 0 <= place < len(pieces) and isinstance(pieces[place].part, Table)


def _captioned(part: Block | Table, caption: str | None) -> Block | Table:
    if caption and isinstance(part, Table) and part.caption is None:
        return replace(part, caption=caption)
    return part
