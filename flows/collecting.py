"""What a refresh finds at one source: what is known already, what is to be read, what could not be had."""

import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from extractors import Fetching, Listed, Missed, PaperError, Remark, Source, Withheld, fetch, list_papers
from flows.folders import closed_folders, is_own_product
from flows.reading import closed, no_store
from warehouse.refreshes import Known, ListingRow, ShortfallRow

if TYPE_CHECKING:
    from extractors.sources.visit import Visit

_SETTLED_SECONDS = 2.0
"""A file that was written a moment ago may be written again without its time telling so."""


@dataclass(frozen=True, slots=True)
class Found:
    """One paper of a source and the row to note of it; `paper` is None where it need not be looked at at all."""

    row: ListingRow
    paper: Source | None


@dataclass(frozen=True, slots=True)
class Collected:
    """What one source gave. `error` says why it could not be seen in full; then nothing of it counts as gone.

    `remarks` are sentences about its list that are no fault.
    """

    source: str
    found: tuple[Found, ...] = ()
    shortfalls: tuple[ShortfallRow, ...] = ()
    error: str | None = None
    remarks: tuple[str, ...] = ()

    @property
    def fetched(self) -> int:
        """How many papers were transferred over the net."""
        return sum(1 for one in self.found if one.paper and one.paper.fresh and "://" in one.paper.address)


def collect(
    address: str, visit: "Visit", known: Known, *, warehouse: Path, today: date, how: Fetching | None = None
) -> Collected:
    """List a source and fetch what is not known of it. A source that fails is told, and never raises.

    The filters of `how` stand in for those of the visit.
    """
    found: list[Found] = []
    shortfalls: list[ShortfallRow] = []
    remarks: list[str] = []
    error: str | None = None
    try:
        for one in list_papers(address, visit, today=today, how=how):
            if isinstance(one, Listed) and not (one.path and is_own_product(one.path, address, warehouse)):
                had = _had(address, one, visit, known)
                if isinstance(had, Found):
                    found.append(had)
                else:
                    shortfalls.append(had)
            elif isinstance(one, Withheld):
                shortfalls.append(ShortfallRow(one.address, one.title, "withheld", one.why))
            elif isinstance(one, Missed):
                shortfalls.append(_missed(one))
                error = one.why if one.address == address else error
            elif isinstance(one, Remark):
                remarks.append(one.text)
    except PaperError as trouble:
        error = str(trouble)
    except OSError as trouble:
        error = no_store(trouble)
    if "://" not in address:
        shortfalls += [ShortfallRow(folder, "", "missed", why) for folder, why in closed_folders(address)]
    return Collected(
        address, tuple(found), tuple(shortfalls), error or _if_nothing_was_had(found, shortfalls), tuple(remarks)
    )


def facts_of(listed: Listed | Source) -> str:
    """What a source says of a paper, as one text; "" where it says nothing."""
    facts = (listed.publisher_host, listed.committee, listed.meeting_on, listed.published_on)
    return " | ".join(str(fact or "") for fact in facts) if any(facts) else ""


def _had(source: str, listed: Listed, visit: "Visit", known: Known) -> Found | ShortfallRow:
    edition = listed.edition or _edition_of_file(listed)
    row = ListingRow(source, listed.address, edition, facts_of(listed), "")
    before = known.listings.get((source, listed.address))
    is_same = before is not None and edition and before == replace(row, document_id=before.document_id)
    if before and is_same and before.document_id in known.documents:
        return Found(before, None)
    try:
        paper = fetch(listed, visit)
        document_id = paper.fingerprint()
    except PaperError as error:
        return ShortfallRow(listed.address, listed.title, "missed", str(error))
    except OSError as error:
        return ShortfallRow(listed.address, listed.title, "missed", closed(error))
    return Found(replace(row, document_id=document_id, file_name=paper.file_name), paper)


def _edition_of_file(listed: Listed) -> str:
    """Size and time of a file on this machine: the same is the same file, unless it was written just now."""
    if listed.path is None:
        return ""
    try:
        status = listed.path.stat()
    except OSError:
        return ""
    is_settled = abs(time.time() - status.st_mtime) > _SETTLED_SECONDS
    return f"{status.st_size} {status.st_mtime_ns}" if is_settled else ""


def _missed(one: Missed) -> ShortfallRow:
    return ShortfallRow(one.address, one.title, "missed", one.why)


def _if_nothing_was_had(found: list[Found], shortfalls: list[ShortfallRow]) -> str | None:
    missed = [shortfall for shortfall in shortfalls if shortfall.kind == "missed"]
    return missed[-1].why if missed and not found else None
