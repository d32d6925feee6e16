"""Decisions into the warehouse, and the aliases that come of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from transforms.catalogue import Alias
from warehouse.columns import Row, Sheet, arriving
from warehouse.connection import Warehouse
from warehouse.review.decisions import Decision


@dataclass(frozen=True, slots=True)
class Taken:
    """How many decisions of each kind were taken, how many texts got a meaning, how many values wait now."""

    accepted: int
    corrected: int
    rejected: int
    aliases: int
    waiting: int


def take(warehouse: Warehouse, decisions: Sequence[Decision], *, at: datetime | None = None) -> Taken:
    """Store the decisions, all or nothing. They count at once in every view, and as long as the print stays."""
    taken_at = (at or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
    with warehouse.transaction(), arriving(warehouse, [_SHEET], [decisions]):
        aliases = warehouse.run("review/proposed_aliases")
        for framework, printed, meaning, why in aliases:
            alias = {"framework": framework, "printed": printed, "meaning": meaning, "why": why}
            warehouse.run("review/keep_alias", {**alias, "taken_at": taken_at})
        warehouse.run("review/decide", {"taken_at": taken_at})
        [(waiting,)] = warehouse.run("review/waiting")
    kinds = Counter(decision.verdict for decision in decisions)
    return Taken(kinds["accept"], kinds["correct"] + kinds["alias"], kinds["reject"], len(aliases), waiting)


def aliases_of(warehouse: Warehouse, decisions: Sequence[Decision]) -> tuple[Alias, ...]:
    """The texts that the decisions would give a meaning, for a look at whether they can have it."""
    with arriving(warehouse, [_SHEET], [decisions]):
        return tuple(Alias(*row[:3]) for row in warehouse.run("review/proposed_aliases"))


def known_aliases(warehouse: Warehouse) -> tuple[Alias, ...]:
    """The texts that reviewers have given a meaning."""
    return tuple(Alias(*row) for row in warehouse.run("review/aliases"))


def _rows(decisions: Sequence[Decision]) -> Iterator[Row]:
    for one in decisions:
        yield (
            one.observation_id,
            one.verdict,
            one.why,
            one.benchmark,
            one.authority_code,
            one.period,
            one.period_year,
            one.score,
            one.band,
        )


_SHEET: Sheet[Sequence[Decision]] = Sheet(
    "decision",
    {
        "observation_id": "str",
        "verdict": "str",
        "why": "str",
        "benchmark": "str",
        "authority_code": "str",
        "period": "str",
        "period_year": "Int32",
        "score": "Float64",
        "band": "str",
    },
    _rows,
)
