"""What a worker of a Dask cluster does: read one paper within the limits, and write what it gave to the storage.

Nothing here knows Dask: a worker is any process that can reach the storage. What comes back is a reason or nothing.
"""

import multiprocessing
import platform
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from extractors import Source
from flows.errors import RunFailed
from flows.prints import reader_print
from flows.reading import PaperReaders
from flows.settings import Limits
from flows.shards import PAPERS, PaperToRead, Shards, reader_of_shards
from flows.storage import Storage
from transforms import Catalogue


@dataclass(frozen=True, slots=True)
class Work:
    """What all papers of one run have in common.

    `reader` is the print of what the run reads with: a worker that has something else would give other findings.
    Without `papers_are_stored` the workers see the run's own files.
    """

    id: str
    catalogue: Catalogue
    limits: Limits
    pictures: bool
    reader: str
    storage: Storage
    papers_are_stored: bool

    @property
    def shards(self) -> Shards:
        """Where what the papers gave is kept."""
        return Shards(self.storage, reader_of_shards(self.reader, pictures=self.pictures))


class UnfitWorker(RunFailed):
    """A worker that cannot read for this run."""


@dataclass(slots=True)
class _AtWork:
    """The process of one thread of a worker that reads for one run; it stays for the next paper."""

    work_id: str
    readers: PaperReaders
    stack: ExitStack


_at_work: dict[int, _AtWork] = {}


def read_paper(work: Work, paper: PaperToRead) -> str | None:
    """Write the shard of one paper. Gives the reason where the paper cannot be read; then there is no shard.

    Raises UnfitWorker and StorageFailed.
    """
    readers = _readers(work)
    with _at_hand(work, paper) as source:
        if source is None:
            return "The paper is no longer in the storage. Put it there again by another run."
        [found] = readers.read([source])
    if found.document.status == "failed":
        return found.document.reason or "It could not be read."
    if found.document.document_id != paper.document_id:
        return "The file changed while it was read. It is read again by the next run."
    work.shards.write(paper, found)
    return None


def leave(work_id: str) -> None:
    """End the processes of this worker that read for a run that is over."""
    for thread, at_work in list(_at_work.items()):
        if at_work.work_id == work_id:
            del _at_work[thread]
            at_work.stack.close()


def _readers(work: Work) -> PaperReaders:
    thread = threading.get_ident()
    before = _at_work.get(thread)
    if before and before.work_id == work.id:
        return before.readers
    if before:
        leave(before.work_id)
    _check(work)
    stack = ExitStack()
    readers = PaperReaders(work.catalogue, replace(work.limits, workers=1), pictures=work.pictures)
    _at_work[thread] = _AtWork(work.id, stack.enter_context(readers), stack)
    return readers


def _check(work: Work) -> None:
    here = reader_print(work.catalogue, work.limits).reader
    if here != work.reader:
        raise UnfitWorker(
            f"The worker on {platform.node()} reads with {here}, this run with {work.reader}. "
            "Install the same scorepack, libraries and LibreOffice there as here; `scorepack doctor` names them."
        )
    if multiprocessing.current_process().daemon:
        raise UnfitWorker(
            f"The worker on {platform.node()} may not start the processes that read papers within limits. "
            "Start it with DASK_DISTRIBUTED__WORKER__DAEMON=False in its environment."
        )


@contextmanager
def _at_hand(work: Work, paper: PaperToRead) -> Iterator[Source | None]:
    """The paper on this machine; None where the storage has lost it."""
    if not work.papers_are_stored:
        yield paper.source
        return
    content = work.storage.get(f"{PAPERS}/{paper.document_id}")
    if content is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="scorepack-") as folder:
        path = Path(folder) / paper.source.path.name
        path.write_bytes(content)
        yield replace(paper.source, path=path)
