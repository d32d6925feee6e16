"""Where the bytes of a paper came from."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """One paper that can be read: `address` as the user or the publisher gave it, `path` to its bytes on this machine.

    `publisher_host` is the host that served it; `committee`, `meeting_on` and `published_on` are what the place of
    publication tells about it. All four are None where nothing is known. `fresh` is False where the bytes were in the
    store already and nothing was transferred.
    """

    address: str
    path: Path
    file_name: str
    publisher_host: str | None = None
    committee: str | None = None
    meeting_on: date | None = None
    published_on: date | None = None
    fresh: bool = True

    def fingerprint(self) -> str:
        """The SHA-256 of the bytes in hex: the same paper under two names has one fingerprint."""
        return fingerprint(self.path)


def fingerprint(path: Path) -> str:
    """The SHA-256 of a file's bytes in hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
