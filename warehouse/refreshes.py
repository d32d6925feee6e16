"""What passes between a refresh and the warehouse: papers that sources name, papers not had, figures. Types only."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

ShortfallKind: TypeAlias = Literal["withheld", "missed"]


@dataclass(frozen=True, slots=True)
class ListingRow:
    """One paper that a source names. `edition` and `facts` are what the source says of it, "" for nothing.

    `file_name` is only needed where the paper was looked at; it is not kept here.
    """

    source: str
    address: str
    edition: str
    facts: str
    document_id: str
    file_name: str | None = None


@dataclass(frozen=True, slots=True)
class ShortfallRow:
    """One paper, or part of a list, that was not had, and why."""

    address: str
    title: str
    kind: ShortfallKind
    why: str


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source as it was seen in this refresh; `error` says why it could not be seen in full."""

    source: str
    papers: int
    shortfalls: tuple[ShortfallRow, ...] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class SourceAge:
    """How old what is known from a source is. Times are UTC without a zone, `days_old` None where it was never seen."""

    source: str
    state: Literal["good", "failed", "never seen"]
    papers: int
    withheld: int
    missed: int
    last_tried: datetime
    last_good: datetime | None
    days_old: int | None
    last_error: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a warehouse knows: the documents that need not be read again, what each source named (by source and
    address), and whether the stored catalogue is the present one.
    """

    documents: frozenset[str] = frozenset()
    listings: dict[tuple[str, str], ListingRow] = field(default_factory=dict)
    catalogue_is_stored: bool = False


@dataclass(frozen=True, slots=True)
class RefreshRow:
    """What one refresh did, in figures. `loaded` says whether it made a load."""

    started_at: datetime
    sources: int
    failed_sources: int
    listed: int
    fetched: int
    read: int
    gone: int
    withheld: int
    missed: int
    loaded: bool
