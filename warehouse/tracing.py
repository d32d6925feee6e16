"""From a published key (authority, year, benchmark) back to every value that was found for it."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from warehouse.connection import Warehouse


@dataclass(frozen=True, slots=True)
class Sighting:
    """One value found for a key, with the paper that it stands in and the trail of the decision.

    `source` is the address the paper was read from. `counts` is true for the one that stands in `scores`.
    """

    observation_id: str
    document_id: str
    file_name: str
    source: str
    published_on: date | None
    framework: str
    benchmark: str
    authority_code: str | None
    authority: str | None
    period: str | None
    period_year: int
    score: float | None
    score_text: str
    band: str | None
    page: int | None
    method: str
    confidence: float
    status: str
    reason: str | None
    evidence: tuple[str, ...]
    counts: bool


def trace(warehouse: Warehouse, authority: str, year: int, benchmark: str) -> tuple[Sighting, ...]:
    """The values of one key, the one that counts first; `authority` is a GSS code or an official name."""
    rows = warehouse.run("reading/sightings", {"authority": authority, "year": year, "benchmark": benchmark})
    return tuple(_sighting(row) for row in rows)


def _sighting(row: tuple[Any, ...]) -> Sighting:
    facts: dict[str, Any] = {field.name: value for field, value in zip(fields(Sighting), row, strict=True)}
    return Sighting(**facts | {"evidence": tuple(facts["evidence"])})
