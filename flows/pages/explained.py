"""One paper's account as a page: each table as printed, how it was judged, and every value with its cell marked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from extractors import Cell, Document, Table
from flows.explain import Explained, where
from flows.pages.extracted import place_of
from flows.pages.figures import Crop, Figure, Figures
from flows.pages.rendering import render
from transforms.findings import Observation, Place, StatedMeasure, Status, TableVerdict

_DOUBT = {"review": " ?", "rejected": " ×"}
"""What a label on a picture gets after its number where the value was not accepted."""

Finding: TypeAlias = Observation | StatedMeasure


@dataclass(frozen=True, slots=True)
class Value:
    """One value or stated figure as the page shows it; `label` is its number on page and pictures."""

    label: str
    what: str
    printed: str
    subject: str
    where: str
    status: Status
    confidence: float
    reason: str | None
    evidence: tuple[str, ...]
    crop: Crop | None


@dataclass(frozen=True, slots=True)
class JudgedTable:
    """One table with its verdict (None where none was given) and what came of it."""

    id: str
    number: int
    caption: str | None
    place: str
    verdict: TableVerdict | None
    figures: tuple[Figure, ...]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Values outside tables that stand on one page, with a picture of each where the page can be shown."""

    id: str
    title: str
    figures: tuple[Figure, ...]
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """The parts of a paper's account: its tables, and what was found outside them."""

    tables: tuple[JudgedTable, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def values(self) -> list[Value]:
        """All values in the order of the page."""
        return [value for part in (self.tables, self.elsewhere) for one in part for value in one.values]


def explained_page(found: Explained) -> str:
    """The page; a paper that could not be read gives its reason and nothing more."""
    parts = shown(found)
    return render(
        "explained.html.j2",
        findings=found.findings,
        tables=parts.tables,
        elsewhere=parts.elsewhere,
        counts=_counts(found.findings.observations),
        doubts=[value for value in parts.values if value.status != "accepted"],
    )


def shown(found: Explained, *, first: int = 1, prefix: str = "", only_values: bool = False) -> Shown:
    """The account with its pictures. Values are numbered from `first`, ids on the page begin with `prefix`;
    `only_values` leaves out tables without any.
    """
    if found.document is None:
        return Shown()
    facts = found.findings
    findings: list[Finding] = [*facts.observations, *facts.measures]
    numbered = [(str(number), one) for number, one in enumerate(findings, first)]
    verdicts = {verdict.table: verdict for verdict in facts.verdicts}
    tables = []
    with Figures(found.document, found.path, prefix) as figures:
        for number, table in enumerate(found.document.tables, 1):
            own = [(label, one) for label, one in numbered if one.place.table == number]
            if own or not only_values:
                tables.append(_judged(f"{prefix}table-{number}", number, table, verdicts.get(number), own, figures))
        loose = [(label, one) for label, one in numbered if not _is_in(one.place, found.document)]
        elsewhere = [_elsewhere(f"{prefix}elsewhere-{page or 0}", page, loose, figures) for page in _pages(loose)]
    return Shown(tuple(tables), tuple(elsewhere))


def _is_in(place: Place, document: Document) -> bool:
    return place.table is not None and 1 <= place.table <= len(document.tables)


def _judged(
    id: str,
    number: int,
    table: Table,
    verdict: TableVerdict | None,
    found: Sequence[tuple[str, Finding]],
    figures: Figures,
) -> JudgedTable:
    cells = {label: cell for label, one in found if (cell := _cell(table, one.place))}
    labels: dict[Cell, str] = {}
    for label, cell in cells.items():
        labels[cell] = f"{labels[cell]}, {label}" if cell in labels else label
    for label, one in found:
        if label in cells and one.status != "accepted":
            labels[cells[label]] += _DOUBT[one.status]
    pictures, crops = figures.of_table(number, table, labels)
    values = tuple(_value(label, one, crops.get(cells[label]) if label in cells else None) for label, one in found)
    return JudgedTable(id, number, table.caption, place_of(table), verdict, tuple(pictures), values)


def _cell(table: Table, place: Place) -> Cell | None:
    """The cell that a finding stands in; None where only the table is known."""
    if place.row is None or place.column is None:
        return None
    rows = table.places
    inside = 0 < place.row <= len(rows) and 0 < place.column <= len(rows[0])
    return rows[place.row - 1][place.column - 1] if inside else None


def _pages(found: Iterable[tuple[str, Finding]]) -> list[int | None]:
    return sorted({one.place.page for _, one in found}, key=lambda page: page or 0)


def _elsewhere(id: str, page: int | None, found: Sequence[tuple[str, Finding]], figures: Figures) -> Elsewhere:
    values, pictures = [], []
    for label, one in found:
        if one.place.page != page:
            continue
        title = f"Value {label} on page {page}"
        picture = figures.of_place(f"v{label}", page, one.place.bbox, title) if page and one.place.bbox else None
        if picture:
            pictures.append(picture[0])
        values.append(_value(label, one, picture[1] if picture else None))
    return Elsewhere(id, f"Page {page}, outside tables" if page else "Outside tables", tuple(pictures), tuple(values))


def _value(label: str, found: Finding, crop: Crop | None) -> Value:
    authority = found.subject.authority or found.subject.authority_text or "authority not known"
    period = found.subject.period or "period not known"
    evidence: tuple[str, ...] = ()
    if isinstance(found, StatedMeasure):
        what = f"{found.measure.replace('_', ' ')} = {found.value:g}, stated by the paper"
        printed = f"‘{found.value_text}’"
    else:
        read = f"{found.score:g}" if found.score is not None else (found.band or "none").replace("_", " ")
        what = f"{(found.benchmark or 'no benchmark').replace('_', ' ')} = {read}"
        printed, evidence = f"‘{found.benchmark_text}’: ‘{found.score_text}’", found.evidence
    return Value(
        label=label,
        what=what,
        printed=printed,
        subject=f"{authority}, {period}",
        where=where(found.place),
        status=found.status,
        confidence=found.confidence,
        reason=found.reason,
        evidence=evidence,
        crop=crop,
    )


def _counts(observations: Iterable[Observation]) -> Mapping[str, int]:
    counts = {"accepted": 0, "review": 0, "rejected": 0}
    for observation in observations:
        counts[observation.status] += 1
    return counts
