"""What is to be done about what a refresh has found: which papers are read, what is noted, what is told of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors import Source
from flows.collecting import Collected, Found
from flows.summary import Refreshed, SourceSeen, Unhad
from warehouse.refreshes import Known, ListingRow, ShortfallRow, SourceRow


@dataclass(frozen=True, slots=True)
class Plan:
    """What a refresh has to do: the papers to read, each document once, and the rows to note or to forget."""

    papers: tuple[Source, ...]
    listings: tuple[ListingRow, ...]
    forgotten: tuple[ListingRow, ...]


def plan(collected: Sequence[Collected], known: Known) -> Plan:
    """What of everything that was collected is new, changed or read by another reader."""
    found = [one for source in collected for one in source.found]
    return Plan(
        papers=tuple(_once(_to_read(found, known))),
        listings=tuple(row for row in map(_row, found) if known.listings.get(_key(row)) != _kept(row)),
        forgotten=tuple(row for source in collected for row in _gone(source, known)),
    )


def source_rows(collected: Iterable[Collected]) -> list[SourceRow]:
    """What the warehouse notes of the sources."""
    return [SourceRow(one.source, len(one.found), one.shortfalls, one.error) for one in collected]


def told(
    collected: Sequence[Collected],
    doing: Plan,
    known: Known,
    ages: Mapping[str, int | None],
    names: Mapping[str, str] | None = None,
) -> Refreshed:
    """What a person is told; `ages` are the days since each source was last seen in full, `names` what it is called."""
    before = [known.listings.get(_key(row)) for row in doing.listings]
    pairs = list(zip(doing.listings, before, strict=True))
    return Refreshed(
        sources=tuple(
            SourceSeen(
                one.source,
                len(one.found),
                one.fetched,
                one.error,
                ages.get(one.source) if one.error else None,
                (names or {}).get(one.source, ""),
                one.remarks,
            )
            for one in collected
        ),
        read=len(doing.papers),
        new=tuple(row.address for row, old in pairs if old is None),
        changed=tuple(row.address for row, old in pairs if old and old.document_id != row.document_id),
        gone=tuple(row.address for row in doing.forgotten),
        withheld=tuple(_unhad(collected, "withheld")),
        missed=tuple(_unhad(collected, "missed")),
    )


def _to_read(found: Iterable[Found], known: Known) -> Iterator[tuple[str, str, Source]]:
    told_of = {row.document_id for row in known.listings.values() if row.facts}
    for one in found:
        is_current = one.row.document_id in known.documents
        if one.paper and not (is_current and not _tells_more(one.row, known, told_of)):
            yield one.row.document_id, one.row.facts, one.paper


def _tells_more(row: ListingRow, known: Known, told_of: set[str]) -> bool:
    """Whether a source tells of a known document what nothing told before: its committee or its day may be evidence."""
    before = known.listings.get(_key(row))
    if not row.facts:
        return False
    if before and before.document_id == row.document_id:
        return before.facts != row.facts
    return row.document_id not in told_of


def _once(papers: Iterable[tuple[str, str, Source]]) -> Iterator[Source]:
    """Each document once, from the first place that tells something of it, else from the first."""
    chosen: dict[str, tuple[str, Source]] = {}
    for document_id, facts, paper in papers:
        if document_id not in chosen or (facts and not chosen[document_id][0]):
            chosen[document_id] = (facts, paper)
    return (paper for _, paper in chosen.values())


def _gone(source: Collected, known: Known) -> Iterator[ListingRow]:
    """What a file, folder or list named before and does not now.

    A site is asked for some weeks only: what it does not list any more is not gone.
    """
    if source.error or "://" in source.source:
        return
    here = {one.row.address for one in source.found} | {shortfall.address for shortfall in source.shortfalls}
    for row in known.listings.values():
        if row.source == source.source and row.address not in here:
            yield row


def _unhad(collected: Iterable[Collected], kind: str) -> Iterator[Unhad]:
    shortfalls: Iterator[ShortfallRow] = (shortfall for one in collected for shortfall in one.shortfalls)
    return (Unhad(one.address, one.title, one.why) for one in shortfalls if one.kind == kind)


def _row(found: Found) -> ListingRow:
    return found.row


def _kept(row: ListingRow) -> ListingRow:
    return replace(row, file_name=None)


def _key(row: ListingRow) -> tuple[str, str]:
    return row.source, row.address
