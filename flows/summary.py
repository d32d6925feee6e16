"""What a run did, for a person and for a program."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from transforms import Findings


@dataclass(frozen=True, slots=True)
class Failure:
    """A paper that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ingested:
    """What `ingest` did: how many of what, as the warehouse counted. `failures` are in the order of the sources."""

    warehouse: str
    counts: Mapping[str, int]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """What `publish` did; `changed` is false where nothing was new, and then no release was made."""

    version: str
    path: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """What one command did; the parts it has none of are None."""

    ingested: Ingested | None = None
    published: Published | None = None

    @property
    def is_clean(self) -> bool:
        """Whether every document was read and no value waits for review: what --strict asks for."""
        return self.ingested is None or not (self.ingested.counts["failed"] or self.ingested.counts["review"])

    def as_json(self) -> str:
        """The summary as one JSON object."""
        parts: dict[str, Any] = {}
        if self.ingested:
            parts |= {"warehouse": self.ingested.warehouse, **self.ingested.counts}
            parts["failures"] = [asdict(failure) for failure in self.ingested.failures]
        if self.published:
            parts["publication"] = asdict(self.published)
        return json.dumps(parts, indent=2, ensure_ascii=False)

    def as_text(self) -> str:
        """The summary as a few lines."""
        return "\n".join([*_ingested_lines(self.ingested), *_published_lines(self.published)])


def failures_of(findings: Iterable[Findings]) -> tuple[Failure, ...]:
    """The papers that could not be read."""
    documents = [found.document for found in findings]
    return tuple(
        Failure(document.source, document.reason or "") for document in documents if document.status == "failed"
    )


def _ingested_lines(done: Ingested | None) -> list[str]:
    if done is None:
        return []
    counts = done.counts
    parts = f"{counts['extracted']} with scores, {counts['no_scores']} without, {counts['failed']} failed"
    rows = [
        ("documents", "documents", parts),
        ("accepted", "accepted", ""),
        ("review", "review", "wait for a person"),
        ("rejected", "rejected", ""),
        ("measures", "measures", "stated by the papers themselves"),
        ("advice", "recommendations", "recommendations"),
        ("notices", "notices", "seen and not turned into values"),
    ]
    lines = [f"{title:<10} {counts[name]:>6}   {what}".rstrip() for title, name, what in rows]
    lines += [f"failed: {failure.source}: {failure.reason}" for failure in done.failures]
    return [*lines, f"warehouse  {done.warehouse}"]


def _published_lines(done: Published | None) -> list[str]:
    if done is None:
        return []
    what = "published" if done.changed else "unchanged"
    return [f"{what}  {done.version} in {done.path}"]
