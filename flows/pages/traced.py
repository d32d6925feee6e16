"""Where a published score comes from, as a page: each value found for it, with its cell marked in the papers."""

from dataclasses import dataclass
from pathlib import Path

from flows.pages.explained import Elsewhere, JudgedTable, shown
from flows.pages.rendering import render
from flows.tracing import Traced, seen_again, what_was_scored
from transforms import Catalogue


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper that is still there, with the tables in which the values stand."""

    title: str | None
    file_name: str
    document_id: str
    tables: tuple[JudgedTable, ...]
    elsewhere: tuple[Elsewhere, ...]


def traced_page(found: Traced, catalogue: Catalogue) -> str:
    """The page; a paper that is no longer there is told, and why."""
    papers: list[Paper] = []
    first = 1
    for number, again in enumerate(seen_again(found, catalogue), 1):
        parts = shown(again, first=first, prefix=f"d{number}-", only_values=True)
        first += len(parts.values)
        facts = again.findings.document
        papers.append(Paper(facts.title, facts.file_name, facts.document_id, parts.tables, parts.elsewhere))
    return render(
        "traced.html.j2",
        scored=what_was_scored(found).replace("_", " "),
        sightings=found.sightings,
        gone={document: None if isinstance(place, Path) else place for document, place in found.papers.items()},
        papers=papers,
    )
