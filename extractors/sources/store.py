"""The folder that keeps what was fetched: papers under the hash of their bytes, and a ledger of where they came from.

    objects/ab/cdef...      the bytes; ab cdef... is their SHA-256
    ledger/<hash>.json      what is known of one address: its edition, the hash of its bytes, its name, the day
    meetings/<hash>.json    what was listed of one meeting that is so long ago that it does not change any more

Everything is written aside and moved to its place when it is whole: whoever looks, also after a crash, finds all or
nothing of it.
"""

import hashlib
import json
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extractors.aside import Aside

_HASH = re.compile(r"[0-9a-f]{64}")
_LEFT_BEHIND_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Entry:
    """What the ledger says of one address. `size` is in bytes, `fetched_at` an ISO time in UTC.

    `host` served it in the end. `etag` and `last_modified` are the server's own marks of the version, "" where it
    gave none.
    """

    address: str
    edition: str
    sha256: str
    size: int
    file_name: str
    host: str
    fetched_at: str
    etag: str = ""
    last_modified: str = ""


class Store:
    """One folder of fetched papers. Raises OSError where it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entry(self, address: str) -> Entry | None:
        """What is known of an address whose bytes are here; None where they are not, or not whole."""
        facts = self._read("ledger", address)
        if facts is None or facts.keys() != Entry.__dataclass_fields__.keys():
            return None
        entry = Entry(**facts)
        if entry.address != address or not _HASH.fullmatch(entry.sha256):
            return None
        place = self.path_of(entry.sha256)
        return entry if place.is_file() and place.stat().st_size == entry.size else None

    def enter(self, entry: Entry) -> None:
        """Note what is known of an address from now on."""
        self._write("ledger", entry.address, asdict(entry))

    def path_of(self, sha256: str) -> Path:
        """Where the bytes of that hash lie, or would lie."""
        return self._folder / "objects" / sha256[:2] / sha256[2:]

    def keep(self, chunks: Iterable[bytes]) -> tuple[str, int]:
        """Keep bytes as they come; their hash and number. If `chunks` raises, nothing is kept."""
        digest, size = hashlib.sha256(), 0
        with Aside(self._folder / "partial") as part:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                part.stream.write(chunk)
            part.move_to(self.path_of(digest.hexdigest()))
        return digest.hexdigest(), size

    def meeting(self, key: str) -> list[dict[str, Any]] | None:
        """What was noted of a meeting; None where nothing was."""
        facts = self._read("meetings", key)
        return facts["papers"] if facts is not None and facts.get("key") == key else None

    def note_meeting(self, key: str, papers: list[dict[str, Any]]) -> None:
        """Note what a meeting's list said, which is not asked for again."""
        self._write("meetings", key, {"key": key, "papers": papers})

    def sweep(self) -> None:
        """Remove parts of documents that a program which was killed left behind."""
        for part in self._folder.glob("partial/.*.part"):
            if part.stat().st_mtime < time.time() - _LEFT_BEHIND_SECONDS:
                part.unlink(missing_ok=True)

    def _read(self, kind: str, key: str) -> dict[str, Any] | None:
        try:
            facts = json.loads(self._page(kind, key).read_bytes())
        except (FileNotFoundError, ValueError):  # a page that a hand or a disk has spoilt is fetched anew
            return None
        return facts if isinstance(facts, dict) else None

    def _write(self, kind: str, key: str, facts: Mapping[str, Any]) -> None:
        with Aside(self._folder / "partial") as part:
            part.stream.write(json.dumps(facts, ensure_ascii=False, indent=1).encode(errors="backslashreplace"))
            part.move_to(self._page(kind, key))

    def _page(self, kind: str, key: str) -> Path:
        name = hashlib.sha256(key.encode(errors="surrogateescape")).hexdigest()
        return self._folder / kind / f"{name}.json"
