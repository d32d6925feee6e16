"""What was found where in one document, and why: what `scorepack explain` prints."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from extractors import Source
from flows.reading import interpret
from transforms import Catalogue, Findings, Lexicon
from transforms.findings import Observation, Place, StatedMeasure

_MARKS = {"accepted": "+", "review": "?", "rejected": "x"}


def explained(path: Path, catalogue: Catalogue, *, as_json: bool = False) -> str:
    """The account of one document, for a person or as JSON."""
    findings = interpret(Source(address=str(path), path=path, file_name=path.name), Lexicon.of(catalogue))
    if as_json:
        return json.dumps(asdict(findings), indent=2, ensure_ascii=False, default=str)
    return "\n".join(_account(findings))


def _account(findings: Findings) -> Iterator[str]:
    document = findings.document
    yield f"{document.file_name}"
    published = document.published_on or "on an unknown day"
    yield f"  {document.title or 'no title'}; published {published}; publisher {document.publisher or 'not known'}"
    yield f"  {document.status}{f': {document.reason}' if document.reason else ''}"
    if findings.verdicts:
        yield "tables"
    for verdict in findings.verdicts:
        what = " ".join(part for part in (verdict.verdict, verdict.framework, verdict.orientation) if part)
        yield f"  {verdict.table}{_on(verdict.page)}  {what}: {verdict.reason}"
    if findings.observations:
        yield "values  (+ accepted, ? held for review, x rejected)"
    for observation in findings.observations:
        yield from _observation(observation)
    if findings.measures:
        yield "figures that the paper states itself"
    for measure in findings.measures:
        yield _measure(measure)
    if findings.recommendations:
        yield "recommendations"
    for advice in findings.recommendations:
        title = advice.title or advice.text[:60]
        yield f"  {advice.number}{_on(advice.page)}  {title} -> {advice.benchmark or 'no benchmark'}"
    if findings.notices:
        yield "notices"
    for notice in findings.notices:
        yield f"  {notice.kind}{_on(notice.page)}: {notice.text}"


def _observation(found: Observation) -> Iterator[str]:
    value = f"{found.score:g}" if found.score is not None else (found.band or "-")
    subject = found.subject
    whose = f"{subject.authority or subject.authority_text or 'nobody'}, {subject.period or 'no period'}"
    about = f"{whose}; confidence {found.confidence:.2f}; {_where(found.place)}"
    yield f"  {_MARKS[found.status]} {found.benchmark} = {value}  ({about})"
    if found.reason:
        yield f"      because {found.reason}"
    yield f"      {'; '.join(found.evidence)}"


def _measure(found: StatedMeasure) -> str:
    whose = f"{found.subject.authority or found.subject.authority_text}, {found.subject.period or 'no period'}"
    because = f" because {found.reason}" if found.reason else ""
    return f"  {_MARKS[found.status]} {found.measure} = {found.value:g}  ({whose}; {_where(found.place)}){because}"


def _where(place: Place) -> str:
    parts = [f"page {place.page}" if place.page else "", f"table {place.table}" if place.table else place.method]
    parts.append(f"row {place.row}, column {place.column}" if place.row else "")
    return ", ".join(part for part in parts if part)


def _on(page: int | None) -> str:
    return f" (page {page})" if page is not None else ""
