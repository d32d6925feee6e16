"""Meetings so long ago that their papers do not change: listed once, then known."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from extractors.sources.listing import Listed, Listing, Withheld
from extractors.sources.site import Wanted
from extractors.sources.store import Store


def papers_of(
    key: str, day: date | None, wanted: Wanted, store: Store, ask: Callable[[], Iterator[Listing]]
) -> Iterator[Listing]:
    """The papers of a meeting: as noted where it is settled and was listed since, else as `ask` lists them.

    `key` names the meeting and all that decides which of its papers are listed.
    """
    noted = store.meeting(key) if wanted.is_settled(day) else None
    if noted is not None:
        yield from map(_read, noted)
        return
    papers = list(ask())
    yield from papers
    had = [paper for paper in papers if isinstance(paper, Listed | Withheld)]
    if wanted.is_settled(day) and len(had) == len(papers):
        store.note_meeting(key, [_noted(paper) for paper in had])


def _noted(paper: Listed | Withheld) -> dict[str, Any]:
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(paper).items()}
    return {"kind": type(paper).__name__, **{name: value for name, value in facts.items() if value is not None}}


def _read(noted: dict[str, Any]) -> Listed | Withheld:
    facts = {name: value for name, value in noted.items() if name != "kind"}
    if noted["kind"] == "Withheld":
        return Withheld(**facts)
    for name in ("meeting_on", "published_on"):
        if name in facts:
            facts[name] = date.fromisoformat(facts[name])
    return Listed(**facts)
