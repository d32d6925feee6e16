"""What one paper gives, as rows for the staging tables."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transforms.findings import Findings, Place, Subject
from warehouse.columns import Kind, Row, Sheet, iso, joined


@dataclass(frozen=True, slots=True)
class Arrival:
    """The findings of one paper, numbered in the order in which papers arrive in a load."""

    number: int
    findings: Findings


_SUBJECT: dict[str, Kind] = {
    "authority_code": "str",
    "authority": "str",
    "authority_text": "str",
    "period": "str",
    "period_year": "Int32",
    "period_basis": "str",
}
_BOX: dict[str, Kind] = {"x0": "Float64", "top": "Float64", "x1": "Float64", "bottom": "Float64"}
_PLACE: dict[str, Kind] = {
    "method": "str",
    "page": "Int32",
    **_BOX,
    "table_number": "Int32",
    "row_number": "Int32",
    "column_number": "Int32",
}
_NO_BOX = (None, None, None, None)
_ARRIVAL: dict[str, Kind] = {"arrival": "Int32", "document_id": "str"}


def _key(arrival: Arrival) -> Row:
    return (arrival.number, arrival.findings.document.document_id)


def _subject(subject: Subject) -> Row:
    return (
        subject.authority_code,
        subject.authority,
        subject.authority_text,
        subject.period,
        subject.period_year,
        subject.period_basis,
    )


def _place(place: Place) -> Row:
    return (place.method, place.page, *(place.bbox or _NO_BOX), place.table, place.row, place.column)


def _told_apart(ids: Iterable[str]) -> Iterator[str]:
    # A paper may say the same thing twice at a place that has no finer address; the second 'x' is then 'x#2'.
    told: Counter[str] = Counter()
    for finding_id in ids:
        told[finding_id] += 1
        yield finding_id if told[finding_id] == 1 else f"{finding_id}#{told[finding_id]}"


def _documents(arrival: Arrival) -> Iterator[Row]:
    paper = arrival.findings.document
    yield (
        *_key(arrival),
        paper.file_name,
        paper.source,
        paper.media_type,
        paper.status,
        paper.reason,
        paper.title,
        paper.publisher,
        iso(paper.published_on),
        paper.pages,
    )


def _observations(arrival: Arrival) -> Iterator[Row]:
    key = _key(arrival)
    observations = arrival.findings.observations
    for observation_id, found in zip(_told_apart(o.observation_id for o in observations), observations, strict=True):
        yield (
            *key,
            observation_id,
            found.framework,
            found.benchmark,
            found.benchmark_text,
            found.score,
            found.score_text,
            found.band,
            found.confidence,
            found.status,
            found.reason,
            joined(found.evidence),
            *_subject(found.subject),
            *_place(found.place),
        )


def _measures(arrival: Arrival) -> Iterator[Row]:
    key = _key(arrival)
    measures = arrival.findings.measures
    for measure_id, stated in zip(_told_apart(m.measure_id for m in measures), measures, strict=True):
        yield (
            *key,
            measure_id,
            stated.measure,
            stated.framework,
            stated.value,
            stated.value_text,
            stated.confidence,
            stated.status,
            stated.reason,
            *_subject(stated.subject),
            *_place(stated.place),
        )


def _recommendations(arrival: Arrival) -> Iterator[Row]:
    for position, advice in enumerate(arrival.findings.recommendations, start=1):
        yield (
            *_key(arrival),
            position,
            advice.number,
            advice.title,
            advice.text,
            advice.page,
            advice.authority_code,
            advice.framework,
            advice.benchmark,
        )


def _notices(arrival: Arrival) -> Iterator[Row]:
    for position, notice in enumerate(arrival.findings.notices, start=1):
        yield (*_key(arrival), position, notice.kind, notice.text, notice.page)


def _verdicts(arrival: Arrival) -> Iterator[Row]:
    for position, made in enumerate(arrival.findings.verdicts, start=1):
        yield (
            *_key(arrival),
            position,
            made.table,
            made.page,
            made.method,
            made.verdict,
            made.reason,
            made.framework,
            made.orientation,
        )


def _printed_cells(arrival: Arrival) -> Iterator[Row]:
    for grid in arrival.findings.grids:
        for cell in grid.cells:
            yield (
                *_key(arrival),
                grid.table,
                cell.row + 1,
                cell.column + 1,
                cell.row_span,
                cell.column_span,
                cell.text,
                cell.page,
                *(cell.bbox or _NO_BOX),
            )


def _columns(kinds: dict[str, Kind] | None = None, **named: Kind) -> dict[str, Kind]:
    return _ARRIVAL | named | (kinds or {})


FINDINGS_SHEETS: tuple[Sheet[Arrival], ...] = (
    Sheet(
        "document",
        _columns(
            file_name="str",
            source="str",
            media_type="str",
            status="str",
            reason="str",
            title="str",
            publisher="str",
            published_on="str",
            pages="Int32",
        ),
        _documents,
    ),
    Sheet(
        "observation",
        _columns(
            _SUBJECT | _PLACE,
            observation_id="str",
            framework="str",
            benchmark="str",
            benchmark_text="str",
            score="Float64",
            score_text="str",
            band="str",
            confidence="Float64",
            status="str",
            reason="str",
            evidence="str",
        ),
        _observations,
    ),
    Sheet(
        "stated_measure",
        _columns(
            _SUBJECT | _PLACE,
            measure_id="str",
            measure="str",
            framework="str",
            value="Float64",
            value_text="str",
            confidence="Float64",
            status="str",
            reason="str",
        ),
        _measures,
    ),
    Sheet(
        "recommendation",
        _columns(
            position="Int32",
            number="str",
            title="str",
            text="str",
            page="Int32",
            authority_code="str",
            framework="str",
            benchmark="str",
        ),
        _recommendations,
    ),
    Sheet("notice", _columns(position="Int32", kind="str", text="str", page="Int32"), _notices),
    Sheet(
        "table_verdict",
        _columns(
            position="Int32",
            table_number="Int32",
            page="Int32",
            method="str",
            verdict="str",
            reason="str",
            framework="str",
            orientation="str",
        ),
        _verdicts,
    ),
    Sheet(
        "printed_cell",
        _columns(
            _BOX,
            table_number="Int32",
            row_number="Int32",
            column_number="Int32",
            row_span="Int32",
            column_span="Int32",
            text="str",
            page="Int32",
        ),
        _printed_cells,
    ),
)
"""What one paper gives, table by table."""
