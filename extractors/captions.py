"""The line that names a table: straight above it, or below it where it says 'Table 1'."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import inf

from extractors.document import Block, Box, Table

_NUMBERED = re.compile(
    r"(?:table|figure|fig\.|chart|exhibit|heatmap)\s*[A-Z]?\d*[A-Z]?\d*(?:\.\d+)*\s*[:.|–—-]?", re.IGNORECASE
)
_TABLE_NUMBER = re.compile(r"(?:table|figure)\s*\d", re.IGNORECASE)
# 'Report to the Safer Aldermere Board, 21 June 2023' says where a paper goes, not what a figure shows.
_OF_MEETING = re.compile(
    r"(?:(?:report|briefing|paper|presentation|presented|prepared|date|meeting)\b"
    r"|.*\b(?:committee|board|cabinet|commission|council|partnership|panel|group|forum)\b).{0,60}\b\d{1,2}(?:st|nd|rd|th)?"
    r"\s+[A-Z][a-z]+\s+\d{4}\s*$",
    re.IGNORECASE,
)
_NEAR_ABOVE = 26.0
_NEAR_HEADING = 150.0
_NEAR_BELOW = 16.0
_MOST_WORDS = 18


def with_captions(parts: Sequence[Block | Table]) -> list[Block | Table]:
    """The parts of a page, tables with their captions; a caption that is no heading leaves the blocks."""
    kept = list(parts)
    below = _stand_below(parts)
    for number, part in enumerate(parts):
        if isinstance(part, Table) and part.bbox and part.caption is None:
            caption = (below and _below(part.bbox, parts)) or _above(part.bbox, parts) or _below(part.bbox, parts)
            if below and caption and _below_another(caption, part, parts):
                caption = None
            if caption is None:
                continue
            kept[number] = replace(part, caption=caption.text)
            if caption.kind != "heading" and _NUMBERED.match(caption.text) and caption in kept:
                kept[kept.index(caption)] = replace(caption, kind="furniture", text="")
    return [part for part in kept if not (isinstance(part, Block) and part.kind == "furniture" and not part.text)]


def _stand_below(parts: Sequence[Block | Table]) -> bool:
    """Whether the numbered captions of a page stand below their tables: more of them are closer to the table above."""
    gaps = [_gaps(part, parts) for part in parts if isinstance(part, Block) and _TABLE_NUMBER.match(part.text)]
    return sum(over < under for over, under in gaps) > sum(under < over for over, under in gaps)


def _gaps(caption: Block, parts: Sequence[Block | Table]) -> tuple[float, float]:
    """How far the nearest tables above and below a caption are, where they are near; infinite where none is."""
    over = under = inf
    for part in parts:
        if isinstance(part, Table) and part.bbox and caption.bbox:
            above, below = caption.bbox[1] - part.bbox[3], part.bbox[1] - caption.bbox[3]
            over = min(over, above) if -4 < above < _NEAR_BELOW else over
            under = min(under, below) if -6 <= below < _NEAR_ABOVE else under
    return over, under


def _below_another(caption: Block, table: Table, parts: Sequence[Block | Table]) -> bool:
    """Whether a numbered caption above a table is that of the table before it."""
    return bool(_TABLE_NUMBER.match(caption.text)) and any(
        isinstance(part, Table) and part is not table and part.bbox is not None and _below(part.bbox, parts) is caption
        for part in parts
    )


def title_above(box: Box, blocks: Sequence[Block]) -> str | None:
    """The nearest heading or short line above a figure."""
    caption = _above(box, blocks, figure=True)
    return caption.text if caption else None


def _above(box: Box, parts: Sequence[Block | Table], *, figure: bool = False) -> Block | None:
    near = [
        part
        for part in parts
        if part.bbox
        and not (isinstance(part, Block) and part.kind in ("furniture", "picture"))
        and part.bbox[1] < box[1]
        and part.bbox[3] <= box[1] + 6
        and part.bbox[0] < box[2]
        and part.bbox[2] > box[0]
        and not (figure and isinstance(part, Block) and _is_no_title(part))
    ]
    nearest = max(near, key=lambda part: part.bbox[3] if part.bbox else 0.0, default=None)
    if not isinstance(nearest, Block) or nearest.bbox is None or _is_of_meeting(nearest):
        return None
    gap = box[1] - nearest.bbox[3]
    if nearest.kind == "heading":
        return nearest if gap < _NEAR_HEADING else None
    if gap > (_NEAR_HEADING if figure else _NEAR_ABOVE):
        return None
    if _NUMBERED.match(nearest.text) and len(nearest.text.split()) <= 3 * _MOST_WORDS:
        return nearest
    short = len(nearest.text.split()) <= _MOST_WORDS and not nearest.text.endswith(".")
    return nearest if short and nearest.kind == "paragraph" else None


def _is_no_title(block: Block) -> bool:
    """Whether a block above a figure is no more than numbers of its axis, or a line of the paper's head."""
    return not re.search(r"[A-Za-z]{3}", block.text) or _is_of_meeting(block)


def _is_of_meeting(block: Block) -> bool:
    return block.kind == "paragraph" and _OF_MEETING.match(block.text) is not None


def _below(box: Box, parts: Sequence[Block | Table]) -> Block | None:
    for part in parts:
        if isinstance(part, Block) and part.bbox and -4 < part.bbox[1] - box[3] < _NEAR_BELOW:
            overlaps = part.bbox[0] < box[2] and part.bbox[2] > box[0]
            if overlaps and _TABLE_NUMBER.match(part.text):
                return part
    return None
