"""Findings in: the same twice is once, something else takes the old one's place, and all of it or nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime

from transforms.catalogue import Catalogue
from transforms.findings import Findings
from warehouse.cataloguing import store_catalogue
from warehouse.columns import arriving
from warehouse.connection import Warehouse
from warehouse.cutouts import stage_cutouts
from warehouse.errors import SharedFindingId
from warehouse.reader_print import ReaderPrint
from warehouse.staging import FINDINGS_SHEETS, Arrival

_BATCH_SIZE = 50_000


@dataclass(frozen=True, slots=True)
class LoadCounts:
    """What a load brought, each document counted once.

    `new`, `changed` and `unchanged` part the documents by what was known of them; `extracted`, `no_scores` and
    `failed` by what came of them. `accepted`, `review` and `rejected` part their score values as the view
    `observations` shows them after the load, so a value that another paper of the same day contradicts is in review.
    """

    documents: int
    new: int
    changed: int
    unchanged: int
    extracted: int
    no_scores: int
    failed: int
    accepted: int
    review: int
    rejected: int
    measures: int
    recommendations: int
    notices: int


def load(
    warehouse: Warehouse,
    findings: Iterable[Findings],
    catalogue: Catalogue,
    *,
    at: datetime | None = None,
    reader: ReaderPrint | None = None,
) -> LoadCounts:
    """Load what was found in some papers, in one transaction: an error, an interrupt or a crash leaves all as it was.

    What was known of a document is replaced by what was found in it now, also where it could not be read this time.
    Of a document that comes several times the last findings count. `at` is the time of the load, now unless given;
    `reader` is what read them, kept for the next refresh. Raises SharedFindingId and BadWeight.
    """
    with warehouse.transaction():
        store_catalogue(warehouse, catalogue)
        warehouse.run("loading/make_stage")
        for batch in _batches(findings):
            with arriving(warehouse, FINDINGS_SHEETS, batch):
                warehouse.run("loading/stage")
            for arrival in batch:
                stage_cutouts(warehouse, arrival)
        warehouse.run("loading/keep_last")
        _refuse_shared_ids(warehouse)
        warehouse.run("loading/compare")
        warehouse.run("loading/begin_run", {"started_at": utc(at), **_prints(reader)})
        warehouse.run("loading/replace")
        [row] = warehouse.run("loading/counts")
        counts = LoadCounts(*row)
        _note_run(warehouse, counts, at)
        warehouse.run("loading/clear_stage")
    return counts


def _batches(findings: Iterable[Findings]) -> Iterator[list[Arrival]]:
    batch: list[Arrival] = []
    size = 0
    for number, found in enumerate(findings, start=1):
        batch.append(Arrival(number, found))
        size += 1 + len(found.observations) + len(found.verdicts) + sum(len(grid.cells) for grid in found.grids)
        if size >= _BATCH_SIZE:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _refuse_shared_ids(warehouse: Warehouse) -> None:
    for finding_id, file_names in warehouse.run("loading/shared_ids"):
        raise SharedFindingId(finding_id, file_names)


def _note_run(warehouse: Warehouse, counts: LoadCounts, at: datetime | None) -> None:
    noted = ("documents", "new", "changed", "unchanged", "failed", "accepted", "review", "rejected")
    figures = asdict(counts)
    warehouse.run("loading/note_run", {"finished_at": utc(at), **{name: figures[name] for name in noted}})


def _prints(reader: ReaderPrint | None) -> dict[str, str | None]:
    return asdict(reader) if reader else dict.fromkeys(field.name for field in fields(ReaderPrint))


def utc(at: datetime | None = None) -> datetime:
    """A time, now unless given, as DuckDB keeps it: a plain timestamp, UTC by rule."""
    return (at or datetime.now(UTC)).astimezone(UTC).replace(tzinfo=None)
