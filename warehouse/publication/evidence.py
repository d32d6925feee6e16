"""The papers behind the figures: what was read in each, every value with its place and a picture of it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from warehouse.publication.heatmaps import Record
from warehouse.publication.phrases import web_address
from warehouse.publication.pictures import Box, KeptPicture
from warehouse.publication.sections import Tables

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Value:
    """One value; `mark` is its place in the picture of its group: left, top, width, height in pixels."""

    record: Record
    mark: Box | None


@dataclass(frozen=True, slots=True)
class Group:
    """The values that stand together: in one picture, or on one page where there is no picture of them."""

    page: int | None
    picture: KeptPicture | None
    values: tuple[Value, ...]
    address: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper with all that was found in it. `publisher` is a name where one is known, else the code.

    `bodies` are the authorities with accepted scores that are about values of it, by code.
    """

    record: Record
    publisher: str | None
    address: str | None
    groups: tuple[Group, ...]
    bodies: Mapping[str, str]
    measures: tuple[Record, ...]
    recommendations: tuple[Record, ...]
    notices: tuple[Record, ...]
    accepted: int
    review: int
    rejected: int


NEAR = (420.0, 150.0)
"""Pixels across and down of what is shown from near, on screens too narrow for the whole picture."""


def near(value: Value, picture: KeptPicture) -> str:
    """The surroundings of a value in its picture, as an SVG view box."""
    left, top, width, height = value.mark or (0.0, 0.0, 0.0, 0.0)
    across, down = max(NEAR[0], width + 20), max(NEAR[1], height + 20)
    x = min(max(left + width / 2 - across / 2, 0), max(picture.width - across, 0))
    y = min(max(top + height / 2 - down / 2, 0), max(picture.height - down, 0))
    return f"{x:.0f} {y:.0f} {min(across, picture.width):.0f} {min(down, picture.height):.0f}"


def papers(tables: Tables, pictures: Iterable[KeptPicture] = ()) -> tuple[Paper, ...]:
    """All papers in the order of their file names, each value under its paper."""
    names = {row["authority_code"]: row["authority"] for row in tables["authorities"]}
    with_scores = {row["authority_code"]: row["authority"] for row in tables["scores"]}
    of = {name: _by_paper(tables[name]) for name in ("observations", "notices", "recommendations", "reconciliation")}
    shown: defaultdict[str, list[KeptPicture]] = defaultdict(list)
    for picture in pictures:
        shown[picture.document_id].append(picture)
    return tuple(
        _paper(row, {name: rows.get(row["document_id"], []) for name, rows in of.items()}, shown, names, with_scores)
        for row in tables["documents"]
    )


def recommendations_by_authority(tables: Tables) -> dict[str, list[Record]]:
    """The recommendations about each authority, paper by paper in the order of their numbers."""
    files = {row["document_id"]: row["file_name"] for row in tables["documents"]}
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for row in tables["recommendations"]:
        if row["authority_code"]:
            found[row["authority_code"]].append(row | {"file_name": files.get(row["document_id"], "")})
    return {code: sorted(rows, key=lambda row: (row["file_name"], *_number(row))) for code, rows in found.items()}


def _by_paper(rows: Iterable[Record]) -> dict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for row in rows:
        found[row["document_id"]].append(row)
    return dict(found)


def _paper(
    row: Record,
    own: Mapping[str, list[Record]],
    shown: Mapping[str, Sequence[KeptPicture]],
    names: Mapping[str, str],
    with_scores: Mapping[str, str],
) -> Paper:
    values = sorted(own["observations"], key=_reading_order)
    statuses = Counter(value["status"] for value in values)
    address = web_address(row["source"])
    codes = sorted({value["authority_code"] for value in values} & with_scores.keys(), key=with_scores.__getitem__)
    return Paper(
        record=row,
        publisher=names.get(row["publisher"], row["publisher"]),
        address=address,
        groups=tuple(_groups(values, shown.get(row["document_id"], ()), address if row["media_type"] == PDF else None)),
        bodies={code: with_scores[code] for code in codes},
        measures=tuple(own["reconciliation"]),
        recommendations=tuple(sorted(own["recommendations"], key=_number)),
        notices=tuple(sorted(own["notices"], key=lambda notice: notice["page"] or 0)),
        accepted=statuses["accepted"],
        review=statuses["review"],
        rejected=statuses["rejected"],
    )


def _groups(values: Iterable[Record], pictures: Sequence[KeptPicture], address: str | None) -> list[Group]:
    found: defaultdict[tuple[int | None, KeptPicture | None], list[Value]] = defaultdict(list)
    for record in values:
        picture = min((one for one in pictures if one.shows(record)), key=_size, default=None)
        mark = picture.place(record["bbox"]) if picture else None
        found[record["page"], picture].append(Value(record, mark))
    return [
        Group(page, picture, tuple(some), f"{address}#page={page}" if address and page else address)
        for (page, picture), some in found.items()
    ]


def _size(picture: KeptPicture) -> float:
    x0, top, x1, bottom = picture.area
    return (x1 - x0) * (bottom - top)


def _number(row: Record) -> tuple[tuple[int, str], ...]:
    """'R10' after 'R2': digits count as numbers."""
    parts: list[str] = re.findall(r"\d+|\D+", row["number"])
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _reading_order(value: Record) -> tuple[object, ...]:
    """Page by page from the top, a line from the left; values without a place keep the order of their benchmarks."""
    left, top, _, _ = value["bbox"] or (0.0, 0.0, 0.0, 0.0)
    return (value["page"] or 0, round(top), left, value["framework"], value["period_year"] or 0)
