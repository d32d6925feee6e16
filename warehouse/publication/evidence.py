"""The papers behind the figures: what was read, what was not, and every value with its place."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from warehouse.publication.heatmaps import Record

Tables = Mapping[str, list[Record]]


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper with its values in reading order. `publisher` is a name where one is known, else the code."""

    record: Record
    publisher: str | None
    values: tuple[Record, ...]
    accepted: int
    review: int
    rejected: int
    notices: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the publication rests on, in numbers; `newest` is the day of the newest paper."""

    papers: int
    extracted: int
    no_scores: int
    failed: int
    accepted: int
    review: int
    rejected: int
    authorities: int
    frameworks: tuple[str, ...]
    years: tuple[int, ...]
    newest: date | None


def coverage(tables: Tables) -> Coverage:
    """Count papers and values by what became of them."""
    papers = Counter(row["status"] for row in tables["documents"])
    values = Counter(row["status"] for row in tables["observations"])
    scores = tables["scores"]
    return Coverage(
        papers=len(tables["documents"]),
        extracted=papers["extracted"],
        no_scores=papers["no_scores"],
        failed=papers["failed"],
        accepted=values["accepted"],
        review=values["review"],
        rejected=values["rejected"],
        authorities=len({row["authority_code"] for row in scores}),
        frameworks=tuple(sorted({row["framework"] for row in scores})),
        years=tuple(sorted({row["period_year"] for row in scores})),
        newest=max((row["published_on"] for row in tables["documents"] if row["published_on"]), default=None),
    )


def papers(tables: Tables) -> tuple[Paper, ...]:
    """All papers in the order of their file names, each value under its paper."""
    names = {row["authority_code"]: row["authority"] for row in tables["authorities"]}
    notices = Counter(row["document_id"] for row in tables["notices"])
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for row in tables["observations"]:
        found[row["document_id"]].append(row)
    return tuple(
        _paper(row, names, sorted(found[row["document_id"]], key=_reading_order), notices)
        for row in tables["documents"]
    )


def recommendations(tables: Tables) -> list[Record]:
    """The recommendations paper by paper in the order of their numbers, each with file name and authority."""
    files = {row["document_id"]: row["file_name"] for row in tables["documents"]}
    names = {row["authority_code"]: row["authority"] for row in tables["authorities"]}
    rows = [
        row
        | {
            "file_name": files.get(row["document_id"], row["document_id"]),
            "authority": names.get(row["authority_code"], row["authority_code"]),
        }
        for row in tables["recommendations"]
    ]
    return sorted(rows, key=lambda row: (row["file_name"], row["document_id"], _number(row["number"])))


def notices(tables: Tables) -> list[Record]:
    """The notices paper by paper, page by page."""
    return sorted(tables["notices"], key=lambda row: (row["file_name"], row["document_id"], row["page"] or 0))


def _number(text: str) -> tuple[tuple[int, str], ...]:
    """'R10' after 'R2': digits count as numbers."""
    parts: list[str] = re.findall(r"\d+|\D+", text)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _reading_order(value: Record) -> tuple[object, ...]:
    """Page by page from the top, a line from the left; values without a place keep the order of their benchmarks."""
    left, top, _, _ = value["bbox"] or (0.0, 0.0, 0.0, 0.0)
    return (value["page"] or 0, round(top), left, value["framework"], value["period_year"] or 0)


def _paper(row: Record, names: Mapping[str, str], values: list[Record], notices: Counter[str]) -> Paper:
    statuses = Counter(value["status"] for value in values)
    return Paper(
        record=row,
        publisher=names.get(row["publisher"], row["publisher"]),
        values=tuple(values),
        accepted=statuses["accepted"],
        review=statuses["review"],
        rejected=statuses["rejected"],
        notices=notices[row["document_id"]],
    )
