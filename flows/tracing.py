"""From a published value back to the papers: what `scorepack explain --authority --year --benchmark` prints."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from extractors import Source
from extractors.source import fingerprint
from flows.errors import NoWarehouse, RunFailed, UnknownKey
from flows.explain import MARKS, Explained, explained
from transforms import Catalogue

if TYPE_CHECKING:
    from warehouse.tracing import Sighting


@dataclass(frozen=True, slots=True)
class Key:
    """What a published score is found by; `authority` is a GSS code or an official name."""

    authority: str
    year: int
    benchmark: str


@dataclass(frozen=True, slots=True)
class Traced:
    """All values that were found for a key, and for each of their papers where it is now, or why it cannot be had."""

    key: Key
    sightings: tuple["Sighting", ...]
    papers: dict[str, Path | str]

    def as_json(self) -> str:
        """The values as one JSON object."""
        papers = {document: str(found) for document, found in self.papers.items() if isinstance(found, Path)}
        facts = [asdict(one) | {"path": papers.get(one.document_id)} for one in self.sightings]
        return json.dumps({"values": facts}, indent=2, ensure_ascii=False, default=str)

    def as_text(self) -> str:
        """The account for a person on a terminal."""
        return "\n".join(_account(self))


def traced(path: Path, key: Key) -> Traced:
    """Every value of a key in a warehouse. Raises NoWarehouse, UnknownKey and RunFailed."""
    if not path.is_file():
        raise NoWarehouse(path)
    found = _sightings_or_why(path, key)
    if isinstance(found, str):
        raise RunFailed(found)
    if not found:
        raise UnknownKey(key.authority, key.year, key.benchmark, path)
    return Traced(key, found, {one.document_id: where_now(one) for one in found})


def seen_again(found: Traced, catalogue: Catalogue) -> Iterator[Explained]:
    """The papers that are still there, read again, each with the values of the key alone."""
    wanted = {one.observation_id: one for one in found.sightings}
    for document_id, place in found.papers.items():
        if isinstance(place, Path):
            one = next(one for one in found.sightings if one.document_id == document_id)
            again = explained(place, catalogue, Source(address=one.source, path=place, file_name=one.file_name))
            values = tuple(value for value in again.findings.observations if value.observation_id in wanted)
            yield replace(again, findings=replace(again.findings, observations=values, measures=()))


def what_was_scored(found: Traced) -> str:
    """'channel_panel of Sefton ... in 2022: 5 (exceeded)', or that no score is accepted, for each framework."""
    first = found.sightings[0]
    told = [f"{one.framework}: {_read(one)}" for one in found.sightings if one.counts]
    answer = "; ".join(told) or "no accepted score"
    return f"{first.benchmark} of {first.authority or first.authority_code} in {first.period_year}, {answer}"


def where_now(found: "Sighting") -> Path | str:
    """The paper's file where it is still the same, else why it cannot be shown."""
    if urlsplit(found.source).scheme in ("http", "https"):
        return f"it was read from {found.source}: download it, and see it with `scorepack explain`"
    path = Path(found.source)
    if not path.is_file():
        return f"it is no longer at {found.source}"
    if fingerprint(path) != found.document_id:
        return f"the file at {found.source} has been changed since it was read"
    return path


def _sightings_or_why(path: Path, key: Key) -> "tuple[Sighting, ...] | str":
    from warehouse import WarehouseError, open_warehouse
    from warehouse.tracing import trace

    try:
        with open_warehouse(path) as warehouse:
            return trace(warehouse, key.authority, key.year, key.benchmark)
    except WarehouseError as error:
        return str(error)


def _account(found: Traced) -> Iterator[str]:
    yield what_was_scored(found)
    yield "values  (+ accepted, ? held for review, x rejected; the one that counts first)"
    for one in found.sightings:
        where = f"{one.file_name}{f', page {one.page}' if one.page else ''}, {one.method}"
        counts = "; this is the score" if one.counts else ""
        yield f"  {MARKS[one.status]} {_read(one)}  ({where}; confidence {one.confidence:.2f}{counts})"
        if one.reason:
            yield f"      because {one.reason}"
        yield f"      {'; '.join(one.evidence)}"
        place = found.papers[one.document_id]
        published = f"published {one.published_on}" if one.published_on else "published on an unknown day"
        yield f"      paper {published}, {place if isinstance(place, Path) else f'not to be shown: {place}'}"


def _read(found: "Sighting") -> str:
    score = f"{found.score:g}" if found.score is not None else ""
    band = (found.band or "").replace("_", " ")
    return f"{score} ({band})" if score and band else score or band or "nothing"
