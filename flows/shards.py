"""What papers gave, kept in a storage by what it depends on: what is there need not be read again."""

import hashlib
import json
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from extractors import Source
from flows.logs import tell
from flows.reading import closed
from flows.storage import Storage
from transforms import Findings

FOLDER = "shards"
PAPERS = "papers"
"""Beside the shards: papers by the hash of their bytes, where the machines that read them do not have them."""

_SHORT = 16


@dataclass(frozen=True, slots=True)
class PaperToRead:
    """One paper with the hash of its bytes."""

    document_id: str
    source: Source

    @property
    def told(self) -> str:
        """The print of what is told of the paper from outside, which may be evidence of whom and when it is about.

        Of the place of a file on this machine only its name counts.
        """
        source = self.source
        host = urlsplit(source.address).hostname if "://" in source.address else None
        days = [day and day.isoformat() for day in (source.meeting_on, source.published_on)]
        last = source.address.rstrip("/").rpartition("/")[2] if host else Path(source.address).name
        facts = [host, last, source.file_name, source.publisher_host, source.committee, *days]
        return hashlib.sha256(json.dumps(facts).encode(errors="backslashreplace")).hexdigest()[:_SHORT]


def paper_to_read(source: Source) -> PaperToRead | str:
    """The paper with its hash; the reason where its file cannot be opened."""
    try:
        return PaperToRead(source.fingerprint(), source)
    except OSError as error:
        return closed(error)


@dataclass(frozen=True, slots=True)
class Shards:
    """The shards of one reader in a storage, `shards/READER/DOCUMENT.TOLD.parquet`.

    Only a paper that was read has one: one that failed is tried again by the next run. Methods raise StorageFailed.
    """

    storage: Storage
    reader: str

    def names(self) -> set[str]:
        """The names of all that are there."""
        return self.storage.names(self._folder)

    def name_of(self, paper: PaperToRead) -> str:
        """The name of the shard of a paper, whether it is there or not."""
        return f"{paper.document_id}.{paper.told}.parquet"

    def write(self, paper: PaperToRead, findings: Findings) -> None:
        """Keep what a paper gave."""
        from warehouse.shards import Shard, parquet_of

        content = parquet_of(Shard(self.reader, paper.told, findings))
        self.storage.put(f"{self._folder}/{self.name_of(paper)}", content)

    def findings(self, paper: PaperToRead) -> Findings | None:
        """What the paper gave, told of its present address; None where there is no shard, or one that says why not."""
        from warehouse.errors import BrokenShard
        from warehouse.shards import shard_in

        name = f"{self._folder}/{self.name_of(paper)}"
        content = self.storage.get(name)
        if content is None:
            return None
        try:
            shard = shard_in(content)
        except BrokenShard as error:
            tell("broken-shard", level=logging.WARNING, document_id=paper.document_id, shard=name, why=str(error))
            return None
        found = shard.findings
        if (shard.reader, shard.told, found.document.document_id) != (self.reader, paper.told, paper.document_id):
            tell("foreign-shard", level=logging.WARNING, document_id=paper.document_id, shard=name)
            return None
        source = paper.source
        return replace(found, document=replace(found.document, source=source.address, file_name=source.file_name))

    @property
    def _folder(self) -> str:
        return f"{FOLDER}/{self.reader}"


def reader_of_shards(reader: str, *, pictures: bool) -> str:
    """The print under which shards are kept: with cut-outs a paper gives more than without."""
    return reader if pictures else f"{reader}-without-pictures"
