"""Small tables that say what the figures of a scale mean, as the sentences that they stand for."""

import re
from collections.abc import Sequence

from extractors.document import Block, Table

# So many parts before and after a table of scores may hold the key to it.
_NEAR = 8
_FEWEST, _MOST = 3, 8
_OF_SCALE = re.compile(
    r"\b(?:scor\w+|rat(?:ed|ings?)|grad(?:e|es|ing)|levels?|marks?|scale|points?|key)\b", re.IGNORECASE
)


def keys_beside(body: Sequence[Block | Table], at: int) -> tuple[str, ...]:
    """The keys near the part at `at`: '1 = Not started; 2 = Under way; 3 = Embedded'."""
    near = (part for part in body[max(0, at - _NEAR) : at + _NEAR + 1] if part is not body[at])
    return tuple(key for part in near if isinstance(part, Table) and (key := _key(part)))


def _key(table: Table) -> str | None:
    rows = [[text.strip() for text in row] for row in table.rows]
    steps = [row for row in rows if len(row) >= 2 and re.fullmatch(r"\d", row[0]) and re.match(r"[A-Za-z]", row[1])]
    heads = [" ".join(row) for row in rows if row not in steps]
    if not _FEWEST <= len(steps) <= _MOST or len(heads) > 1 or not all(map(_OF_SCALE.search, heads)):
        return None
    return "; ".join(f"{row[0]} = {row[1]}" for row in sorted(steps))
