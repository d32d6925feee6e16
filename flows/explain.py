"""What was found where in one document, and why: what `scorepack explain` prints."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from extractors import Document, PaperError, Source, read
from flows.reading import closed, unreadable
from transforms import Catalogue, Findings, Lexicon, normalise
from transforms.findings import Observation, Place, StatedMeasure

MARKS = {"accepted": "+", "review": "?", "rejected": "x"}


@dataclass(frozen=True, slots=True)
class Explained:
    """One paper as read and as understood; `document` is None where it could not be read."""

    path: Path
    document: Document | None
    findings: Findings

    def as_json(self) -> str:
        """The findings as one JSON object."""
        return json.dumps(asdict(self.findings), indent=2, ensure_ascii=False, default=str)

    def as_text(self) -> str:
        """The account for a person on a terminal."""
        return "\n".join(_account(self.findings))


def explained(path: Path, catalogue: Catalogue, source: Source | None = None) -> Explained:
    """Read one document and say what it gives; `source` tells where it came from, if not from this path."""
    source = source or Source(address=str(path), path=path, file_name=path.name)
    lexicon = Lexicon.of(catalogue)
    try:
        document = read(path, source=source, words=lexicon.words)
    except PaperError as error:
        return Explained(path, None, unreadable(source, str(error)))
    except OSError as error:
        return Explained(path, None, unreadable(source, closed(error)))
    return Explained(path, document, normalise(document, lexicon))


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
    about = f"{whose}; confidence {found.confidence:.2f}; {where(found.place)}"
    yield f"  {MARKS[found.status]} {found.benchmark} = {value}  ({about})"
    if found.reason:
        yield f"      because {found.reason}"
    yield f"      {'; '.join(found.evidence)}"


def _measure(found: StatedMeasure) -> str:
    whose = f"{found.subject.authority or found.subject.authority_text}, {found.subject.period or 'no period'}"
    because = f" because {found.reason}" if found.reason else ""
    return f"  {MARKS[found.status]} {found.measure} = {found.value:g}  ({whose}; {where(found.place)}){because}"


def where(place: Place) -> str:
    """'page 7, table 1, row 3, column 6', as far as it is known."""
    parts = [f"page {place.page}" if place.page else "", f"table {place.table}" if place.table else place.method]
    parts.append(f"row {place.row}, column {place.column}" if place.row else "")
    return ", ".join(part for part in parts if part)


def _on(page: int | None) -> str:
    return f" (page {page})" if page is not None else ""
