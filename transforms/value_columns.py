"""Which columns beside the benchmarks hold their scores, by their heads and by what stands in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from transforms.authorities import AuthorityNames
from transforms.axes import Axis
from transforms.column_doubts import (
    corner_counts,
    lost_head,
    of_actions,
    off_scale,
    other_scale,
    other_tops,
    rising,
    risk_column,
)
from transforms.columns import ColumnKind, column_kinds, names_only, without_scale
from transforms.owners import Owner, joined, owner_of_head, with_doubts
from transforms.scores import ScoreReading

_SHORT = 12
# Heads that name who settled the scores.
_ASSESSOR = re.compile(
    r"^(?:the )?(?:home office|ho|(?:regional |home office |prevent )*advis[eo]r|moderator|moderation|external)"
    r"(?:['’]s)?(?: view| assessor)?$",
    re.IGNORECASE,
)
_OF_COLOURS = re.compile(r"\b(?:rag|colou?r|status|progress)\b", re.IGNORECASE)
# Beside the average of others 'our score' says whose it is, not who gave it.
_OURS = re.compile(r"\s*our\b", re.IGNORECASE)
_OWN: frozenset[ColumnKind] = frozenset({"self_assessed"})


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something inside a score table that was not turned into a value: a notice's kind and text."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that hold scores, each with what its head says, and what was made of every column, for `explain`."""

    chosen: list[tuple[int, Owner]]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """One column beside the benchmarks, as far as its head and its cells tell."""

    at: int
    head: str
    owner: Owner
    kinds: frozenset[ColumnKind]
    readings: list[ScoreReading]


@dataclass(slots=True)
class _Sorted:
    """Columns by how plainly they are scores; `roles` tells of each what it was taken for."""

    clear: list[tuple[int, Owner]] = field(default_factory=list)
    blank: list[tuple[int, Owner]] = field(default_factory=list)
    vague: list[tuple[int, Owner]] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)


def value_columns(
    axis: Axis, label_column: int, columns: list[int], rows: list[int], names: AuthorityNames, oddities: list[Oddity]
) -> Columns:
    """The columns that hold scores, with what their heads say; what is odd about the others is added to `oddities`."""
    highest = axis.labels.framework.scale.highest
    heads = {column: without_scale(axis.grid.head(column, range(axis.first_row)), highest) for column in columns}
    spoken = {column: owner_of_head(_said(axis, column, rows, head), names) for column, head in heads.items()}
    by_authority = any(owner.authorities for owner in spoken.values()) or _corner_says_authority(axis, label_column)
    doubts = (risk_column(axis, columns, rows, heads), corner_counts(axis, label_column, heads.values()))
    compared = any(column_kinds(head) & {"summary"} for head in heads.values())
    one_body = len({owner.authorities for owner in spoken.values() if owner.authorities}) <= 1
    found = _Sorted()
    for at in columns:
        kinds = _kinds(axis, at, rows, heads[at]) - (_OWN if compared and _OURS.match(heads[at]) else frozenset())
        column = _Column(at, heads[at], spoken[at], kinds, _readings(axis, at, rows))
        if column.owner.left_out or _is_number_column(axis, at, label_column, rows, column.head):
            found.roles[column.head] = "of no authority" if column.owner.left_out else "numbers of the rows"
        elif not _has_values(column.readings):
            _tell_unread(axis, column, rows, found, oddities)
        else:
            lost = lost_head(axis, at, columns, heads, spoken)
            scales = other_scale(column.head, highest), off_scale(column.readings), other_tops(axis, at, rows)
            told = (*doubts, *scales, lost)
            owner = with_doubts(column.owner, *told, of_actions(column.readings, column.head, heads.values()))
            if one_body and _ASSESSOR.match(column.head):
                found.clear.append((at, owner))
            else:
                _sort(column, owner, found, lambda head: _unknown_head(head, by_authority, names, oddities))
    chosen = found.clear or _headless(found.blank, axis, rows) or found.vague
    if found.clear:
        _tell_headless(axis, [at for at, _ in found.blank], rows, oddities)
    settled = _without_rivals(_without_own_view(_without_colours(chosen, axis, rows), heads), heads, axis, rows)
    return Columns(settled, _roles(found, {heads[at] for at, _ in settled}))


def _sort(column: _Column, owner: Owner, found: _Sorted, unknown: Callable[[str], Owner]) -> None:
    """Put a column of values where its head says that it belongs; `unknown` makes the owner of any other head."""
    head, kinds = column.head, column.kinds
    if kinds & {"no_score", "summary"}:
        found.roles[head] = "not the score"
        if "score" in kinds and "aim" not in kinds and not owner.authorities and _mostly_scores(column.readings):
            found.vague.append((column.at, with_doubts(owner, f"the column is headed '{head}': perhaps not the score")))
    elif owner.authorities or owner.period or "self_assessed" in kinds:
        found.clear.append((column.at, with_doubts(owner, _own_view(head, kinds))))
    elif kinds & {"score", "previous", "current"}:
        found.clear.append((column.at, owner))
    elif not head:
        found.blank.append((column.at, with_doubts(owner, rising(column.readings))))
    elif _mostly_scores(column.readings):
        found.clear.append((column.at, joined(unknown(head), owner)))
    else:
        found.roles[head] = "not understood"


def _tell_unread(axis: Axis, column: _Column, rows: list[int], found: _Sorted, oddities: list[Oddity]) -> None:
    """A column without values is text; where its head or its short cells say that it should have some, that is told."""
    said = column.kinds & {"score", "current", "previous"} or _is_of_short_texts(axis, column.at, rows)
    if any(axis.is_unexplained_colour(row, column.at) for row in rows):
        found.roles[column.head] = "colours that nothing explains"
    elif said and not column.kinds & {"no_score", "summary"}:
        oddities.append(Oddity("unread_column", _unread_column(axis, column.at, rows, column.head)))
        found.roles[column.head] = "not understood"
    else:
        found.roles[column.head] = "text"


def _tell_headless(axis: Axis, blank: list[int], rows: list[int], oddities: list[Oddity]) -> None:
    """Scores without a head beside columns that have one: nobody can say whose or of when they are."""
    oddities += [
        Oddity("unread_column", f"A column without a head holds {_shown(axis, at, rows)}.")
        for at in blank
        if _mostly_scores(_readings(axis, at, rows))
    ]


def _kinds(axis: Axis, column: int, rows: list[int], head: str) -> frozenset[ColumnKind]:
    return column_kinds(_said(axis, column, rows, head))


def _said(axis: Axis, column: int, rows: list[int], head: str) -> str:
    """What a head says; 'RAG' heads a column of values where the paper explains its colours."""
    return _OF_COLOURS.sub("rating", head) if any(axis.reading(row, column).colour for row in rows) else head


def _without_colours(chosen: list[tuple[int, Owner]], axis: Axis, rows: list[int]) -> list[tuple[int, Owner]]:
    """Where figures stand beside colours of the same authority and period the figures count."""
    of_colours = {at for at, _ in chosen if any(axis.reading(row, at).colour for row in rows)}
    printed = {_whose(owner) for at, owner in chosen if at not in of_colours}
    return [(at, owner) for at, owner in chosen if at not in of_colours or _whose(owner) not in printed]


def _whose(owner: Owner) -> tuple[object, ...]:
    return owner.authority_text, owner.period, owner.age


def _roles(found: _Sorted, scores: set[str]) -> tuple[str, ...]:
    roles = dict.fromkeys(scores, "scores") | {head: role for head, role in found.roles.items() if head not in scores}
    return tuple(f"'{head}' {role}" for head, role in sorted(roles.items()) if head)


def _headless(blank: list[tuple[int, Owner]], axis: Axis, rows: list[int]) -> list[tuple[int, Owner]]:
    """One column of scores without a head is the score; of several a person must say what they are."""
    if len(blank) == 1 and _mostly_scores(_readings(axis, blank[0][0], rows)):
        return blank
    several = "several columns of figures stand without a head"
    doubt = several if len(blank) > 1 else "the column has no head, and not all that stands in it are scores"
    return [(column, with_doubts(owner, doubt)) for column, owner in blank]


def _readings(axis: Axis, column: int, rows: list[int]) -> list[ScoreReading]:
    return [axis.reading(row, column) for row in rows]


def _has_values(readings: list[ScoreReading]) -> bool:
    """Whether a column is one of values: at least half of what stands in it, not counting what was not assessed."""
    filled = [reading for reading in readings if reading.outcome not in {"blank", "not_assessed"}]
    return bool(filled) and sum(reading.outcome != "no_score" for reading in filled) >= 0.5 * len(filled)


def _mostly_scores(readings: list[ScoreReading]) -> bool:
    filled = [reading for reading in readings if reading.outcome != "blank"]
    good = sum(reading.outcome in {"score", "band", "not_assessed"} for reading in filled)
    return bool(filled) and good >= 0.8 * len(filled)


def _is_number_column(axis: Axis, column: int, label_column: int, rows: list[int], head: str) -> bool:
    """A column that only numbers the rows: left of the labels or headed 'No.', the items' numbers or 1, 2, 3 ..."""
    if head and not names_only(head, "number") and column > label_column:
        return False
    printed = [axis.grid.text(row, column).rstrip(".)") for row in rows]
    own = [str(axis.matches[row, label_column].benchmark.number) for row in rows]
    counted = [str(number) for number in range(1, len(rows) + 1)]
    return len(rows) > 1 and printed in (own, counted) and (column < label_column or bool(head))


def _corner_says_authority(axis: Axis, label_column: int) -> bool:
    return any(
        names_only(axis.grid.text(row, label_column), "authority")
        for row in range(axis.first_row)
        if axis.grid.text(row, label_column)
    )


def _unknown_head(head: str, by_authority: bool, names: AuthorityNames, oddities: list[Oddity]) -> Owner:
    if by_authority:
        near = names.nearest(head)
        hint = f"; nearest is {near}" if near else ""
        oddities.append(Oddity("unknown_authority", f"'{head}' is no authority of the register{hint}."))
        return Owner(authority_text=head, doubts=(f"'{head}' is no authority of the register{hint}",))
    return Owner(doubts=(f"the column is headed '{head}', which does not say that it holds scores",))


def _is_of_short_texts(axis: Axis, column: int, rows: list[int]) -> bool:
    """Whether a column holds figures or marks in a form that is not understood, rather than words: '3 → 4', '✓'."""
    texts = [text for row in rows if (text := axis.grid.text(row, column))]
    short = sum(len(text) <= _SHORT and not text.isalpha() for text in texts)
    return bool(texts) and short >= 0.6 * len(texts)


def _unread_column(axis: Axis, column: int, rows: list[int], head: str) -> str:
    shown = _shown(axis, column, rows) or "nothing"
    return f"The column '{head}' beside the benchmarks holds no figure or word of the scale: {shown}."


def _shown(axis: Axis, column: int, rows: list[int]) -> str:
    texts = dict.fromkeys(text for row in rows if (text := axis.grid.text(row, column)))
    return ", ".join(repr(text[:30]) for text in list(texts)[:4])


def _own_view(head: str, kinds: frozenset[ColumnKind]) -> str | None:
    return f"the column is headed '{head}': not a settled score" if "self_assessed" in kinds else None


def _without_own_view(chosen: list[tuple[int, Owner]], heads: dict[int, str]) -> list[tuple[int, Owner]]:
    """Where an authority's own view stands beside the settled score, only the settled score counts."""
    settled = [(column, owner) for column, owner in chosen if "self_assessed" not in column_kinds(heads[column])]
    # Beside a column headed 'Home Office' one headed with the council's name shows what the council said itself.
    if any(_ASSESSOR.match(heads[column]) for column, _ in settled):
        settled = [(column, owner) for column, owner in settled if not owner.authorities or owner.period]
    return settled or chosen


def _without_rivals(
    chosen: list[tuple[int, Owner]], heads: dict[int, str], axis: Axis, rows: list[int]
) -> list[tuple[int, Owner]]:
    """Where several columns with different figures claim to be the same score, a person decides about all of them."""
    out = []
    read = {column: _readings(axis, column, rows) for column, _ in chosen}
    for column, owner in chosen:
        rivals = [
            heads[other] or "without a head"
            for other, others in chosen
            if other != column and _whose(others) == _whose(owner) and not _agree(read[column], read[other])
        ]
        doubt = f"another column ('{rivals[0]}') may be the score as well" if rivals else None
        out.append((column, with_doubts(owner, doubt)))
    return out


def _agree(some: list[ScoreReading], others: list[ScoreReading]) -> bool:
    """Whether two columns say the same, one of them perhaps in words: '4' and 'Exceeded'."""
    return all(
        one.band == other.band and (one.score == other.score or None in (one.score, other.score))
        for one, other in zip(some, others, strict=True)
    )
