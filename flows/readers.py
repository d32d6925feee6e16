"""Who reads the papers of a run, as [machines] of the configuration says; for a flow they are all alike."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from extractors import Source
from flows.reading import PaperReaders
from flows.settings import Settings
from flows.shards import PaperToRead, Shards, paper_to_read, reader_of_shards
from transforms import Catalogue, Findings


class Readers(Protocol):
    """What reads papers."""

    def read(self, sources: Sequence[Source]) -> Iterator[Findings]:
        """What each paper gave, in the order of `sources`; a paper that could not be read gives its reason."""


@contextmanager
def paper_readers(settings: Settings, catalogue: Catalogue, reader: str, papers: Sequence[Source]) -> Iterator[Readers]:
    """Readers for the papers of one run, which are then asked for in batches.

    `reader` is the print of what reads here, under which shards are kept. Raises RunFailed where the storage or the
    cluster cannot be used.
    """
    if settings.machines.runner == "dask":
        from flows.cluster import cluster_readers  # loads Dask, which is an extra

        with cluster_readers(settings, catalogue, reader, papers) as readers:
            yield readers
        return
    with PaperReaders(catalogue, settings.limits, pictures=settings.pictures) as here:
        if settings.machines.storage is None:
            yield here
            return
        from flows.storage import Storage

        kept = Shards(Storage(settings.machines.storage), reader_of_shards(reader, pictures=settings.pictures))
        yield KeepingReaders(here, kept)


class KeepingReaders:
    """Readers that keep what a paper gave as a shard, and do not read it again where there is one."""

    def __init__(self, readers: Readers, shards: Shards) -> None:
        self._readers = readers
        self._shards = shards
        self._names = shards.names()

    def read(self, sources: Sequence[Source]) -> Iterator[Findings]:
        """As Readers have it. Raises StorageFailed."""
        papers = [paper_to_read(source) for source in sources]
        kept = [self._kept(paper) for paper in papers]
        read = self._readers.read([source for source, found in zip(sources, kept, strict=True) if found is None])
        for paper, found in zip(papers, kept, strict=True):
            yield found or self._keep(paper, next(read))

    def _kept(self, paper: PaperToRead | str) -> Findings | None:
        if isinstance(paper, str) or self._shards.name_of(paper) not in self._names:
            return None
        return self._shards.findings(paper)

    def _keep(self, paper: PaperToRead | str, found: Findings) -> Findings:
        document = found.document
        if not isinstance(paper, str) and document.status != "failed" and document.document_id == paper.document_id:
            self._shards.write(paper, found)
        return found
