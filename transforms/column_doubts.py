"""What speaks against a column of figures beside the benchmarks: another scale, risks, counts, a lost head."""

import re
from collections.abc import Iterable

from transforms.axes import Axis
from transforms.columns import column_kinds, names_only
from transforms.owners import Owner
from transforms.scores import ScoreReading

# Of a column's figures, this share off the scale makes the others doubtful.
_MUCH_OFF_SCALE = 0.4
_SCALE_IN_HEAD = re.compile(
    r"(?<!\d)/\s*(\d{1,3})\b|\bout of\s+(\d{1,3})\b|\b[01]\s*(?:-|–|to)\s*(\d{1,3})\b", re.IGNORECASE
)
_OUT_OF = re.compile(r"^\d+\s*(?:/|out of|of)\s*(?P<top>\d+)$", re.IGNORECASE)
_RISK_GRADES = frozenset({"very low", "low", "medium", "high", "very high", "l", "m", "h"})
# Figures without a head that only rise over so many values look like numbers or pages.
_RISING_STEPS = 4
_MAY_BE_SCORED = re.compile(r"(?:prevent )?(?:measures?|indicators?|metrics?)", re.IGNORECASE)
_RAG = re.compile(r"\b(?:rag|status|progress)\b", re.IGNORECASE)
_ACTIONS = re.compile(r"\b(?:actions?|tasks?|milestones?|due|deadline|by when|owner|timescales?)\b", re.IGNORECASE)


def risk_column(axis: Axis, columns: list[int], rows: list[int], heads: dict[int, str]) -> str | None:
    """Why no column beside one of likelihoods or impacts holds a benchmark's score; else None."""
    for column in columns:
        texts = [text.casefold() for row in rows if (text := axis.grid.text(row, column))]
        graded = sum(text.isdigit() or text in _RISK_GRADES for text in texts)
        if "risk" in column_kinds(heads[column]) and texts and graded >= 0.5 * len(texts):
            return f"a column '{heads[column]}' stands beside: these may be scores of risks"
    return None


def other_scale(head: str, highest: float) -> str | None:
    """A head that tells another scale than the framework's: 'Score (/10)'."""
    match = _SCALE_IN_HEAD.search(head)
    told = match and next(top for top in match.groups() if top)
    return f"the head '{head}' tells a scale up to {told}, not {highest:g}" if told and float(told) != highest else None


def other_tops(axis: Axis, column: int, rows: list[int]) -> str | None:
    """Figures out of different numbers, '2/3' beside '4/5', are two figures each and no score on one scale."""
    tops = {match["top"] for row in rows if (match := _OUT_OF.match(axis.grid.text(row, column)))}
    return f"the column's figures are out of {' and '.join(sorted(tops))}" if len(tops) > 1 else None


def corner_counts(axis: Axis, label_column: int, heads: Iterable[str]) -> str | None:
    """A table whose labels are called measures or activities counts them; a measure may also be scored, and told so."""
    scored = any("score" in column_kinds(head) for head in heads)
    for row in range(axis.first_row):
        text = axis.grid.text(row, label_column)
        if names_only(text, "counted") and not (scored and _MAY_BE_SCORED.fullmatch(text)):
            return f"the labels are headed '{text}', not as benchmarks"
    return None


def off_scale(readings: list[ScoreReading]) -> str | None:
    """Where many figures of a column are off the scale, the others are of another scale too."""
    filled = [reading for reading in readings if reading.outcome not in {"blank", "not_assessed"}]
    off = sum(reading.outcome == "off_scale" for reading in filled)
    many = off >= 2 and off >= _MUCH_OFF_SCALE * len(filled)
    return f"{off} of the column's {len(filled)} figures are off the scale: it may be another one" if many else None


def lost_head(
    axis: Axis, column: int, columns: list[int], heads: dict[int, str], spoken: dict[int, Owner]
) -> str | None:
    """Where a head stands above some columns and not this one: a merged head whose reach was lost."""
    for row in range(axis.first_row):
        if axis.grid.text(row, column) or axis.grid.spans_all(row) or not heads[column]:
            continue
        for other in columns:
            told = axis.grid.text(row, other)
            shared = told and heads[other] != told and heads[other].startswith(told)
            named = spoken[other].authorities and not spoken[column].authorities
            dated = spoken[other].period and not spoken[column].period
            if shared and (named or dated):
                return f"the head '{told}' stands beside this column, not above it"
    return None


def rising(readings: list[ScoreReading]) -> str | None:
    """Figures without a head that only rise are rather numbers or pages of the benchmarks than scores."""
    figures = [reading.score for reading in readings if reading.score is not None]
    rises = figures == sorted(figures) and len(set(figures)) >= _RISING_STEPS
    return "the column has no head and its figures only rise, like numbers or pages" if rises else None


def of_actions(readings: list[ScoreReading], head: str, heads: Iterable[str]) -> str | None:
    """Why colours under 'RAG' beside actions may be of those: a key in words of the scale would explain both."""
    if not any(reading.colour for reading in readings) or not _RAG.search(head):
        return None
    other = next((text for text in heads if text != head and _ACTIONS.search(text)), None)
    return f"the colours stand beside a column '{other}': they may be of that" if other else None
