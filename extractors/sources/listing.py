"""What a list of papers says: the types that pass between listing, fetching and the flows."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractors.errors import PaperError


@dataclass(frozen=True, slots=True)
class Listed:
    """One paper that can be fetched.

    `edition` is what the list says of its version; where it is the same, so is the paper, and "" says nothing.
    `publisher_host` is the host that lists it. `path` is set where the paper lies on this machine already.
    `is_file` says that the list calls it a file: a web page in its place is then a fault and not the paper.
    """

    address: str
    title: str = ""
    committee: str | None = None
    meeting_on: date | None = None
    published_on: date | None = None
    publisher_host: str | None = None
    edition: str = ""
    path: Path | None = None
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """One paper that is told and never fetched, and `why`. The title of a restricted paper is not kept."""

    address: str
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class Missed:
    """A part of a list, or a paper, that could not be had this time; the rest of the list goes on."""

    address: str
    title: str
    error: PaperError

    @property
    def why(self) -> str:
        """One sentence for a person."""
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a list as a whole that a person should know, and that is no fault of any paper."""

    address: str
    text: str


Listing = Listed | Withheld | Missed | Remark
