"""Tables side by side on a slide, each with a line of its own above it: that line is its caption."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Block, Box, Table

_NEAR = 30.0
_SLACK = 6.0
_MOST_WORDS = 12


def with_captions_of_neighbours(parts: Sequence[Block | Table]) -> tuple[Block | Table, ...]:
    """The parts of a deck, where tables that stand side by side have the lines straight above them as captions.

    Only where each table of such a row has a line, and none of them reaches over another table.
    """
    captions = dict(_captions(parts))
    return tuple(
        replace(part, caption=captions[at]) if at in captions and isinstance(part, Table) else part
        for at, part in enumerate(parts)
    )


def _captions(parts: Sequence[Block | Table]) -> Iterator[tuple[int, str]]:
    tables = [(at, part) for at, part in enumerate(parts) if isinstance(part, Table) and part.caption is None]
    for at, table in tables:
        row = [(n, other) for n, other in tables if other is table or _beside(table, other)]
        heads = {n: _head(parts, other) for n, other in row}
        if len(row) > 1 and all(heads.values()) and len({id(head) for head in heads.values()}) == len(row):
            head = heads[at]
            if head is not None:
                yield at, head.text


def _beside(one: Table, other: Table) -> bool:
    if one.bbox is None or other.bbox is None or one.page != other.page:
        return False
    level = min(one.bbox[3], other.bbox[3]) - max(one.bbox[1], other.bbox[1])
    apart = one.bbox[2] <= other.bbox[0] + _SLACK or other.bbox[2] <= one.bbox[0] + _SLACK
    return apart and level > 0.5 * min(one.bbox[3] - one.bbox[1], other.bbox[3] - other.bbox[1])


def _head(parts: Sequence[Block | Table], table: Table) -> Block | None:
    """The short text straight above a table and no wider."""
    over = [
        part
        for part in parts
        if isinstance(part, Block)
        and part.page == table.page
        and part.kind in {"paragraph", "heading"}
        and part.bbox is not None
        and table.bbox is not None
        and _stands_over(part.bbox, table.bbox)
        and len(part.text.split()) <= _MOST_WORDS
    ]
    return max(over, key=lambda block: block.bbox[3] if block.bbox else 0.0, default=None)


def _stands_over(box: Box, table: Box) -> bool:
    inside = table[0] - _SLACK <= box[0] and box[2] <= table[2] + _SLACK
    return inside and -_SLACK <= table[1] - box[3] <= _NEAR
