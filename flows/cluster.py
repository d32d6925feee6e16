"""Papers read by a Dask cluster: one on this machine that lasts as long as the run, or one whose scheduler is named.

Each paper is one task of Dask's and no task of Prefect's: a worker then needs no way to Prefect's server, and a worker
that is lost costs one paper's time. What a worker read comes back by way of the storage, and this process alone loads.
"""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

import dask
from distributed import Client, Future
from distributed.scheduler import KilledWorker
from prefect_dask.task_runners import DaskTaskRunner

from extractors import Source
from flows.errors import RunFailed
from flows.far import Work, leave, read_paper
from flows.reading import unreadable
from flows.settings import Limits, Settings
from flows.shards import PAPERS, PaperToRead, paper_to_read
from flows.storage import Storage
from transforms import Catalogue, Findings

LONGEST_WITHOUT_WORKERS = 120
"""Seconds that a run waits for a cluster that has no worker, at its start and later."""

_TRIES_MORE = 2
_GLANCE = 5.0


@contextmanager
def cluster_readers(
    settings: Settings, catalogue: Catalogue, reader: str, papers: Sequence[Source]
) -> Iterator["ClusterReaders"]:
    """Readers for these papers, all of which are handed to the cluster at once. Raises RunFailed."""
    work = work_of(settings, catalogue, reader)
    with _client(settings.machines.dask_address, settings.limits) as client:
        readers = ClusterReaders(client, work)
        readers.expect(papers)
        try:
            yield readers
        finally:
            if settings.machines.dask_address:  # workers that go on; those of this machine end with the run
                with suppress(OSError):  # a cluster that is lost holds nothing any more
                    client.run(leave, work.id, on_error="ignore")


def work_of(settings: Settings, catalogue: Catalogue, reader: str) -> Work:
    """What a worker has to know. Where no storage is named, it is a folder beside the warehouse."""
    named = settings.machines.storage
    return Work(
        id=uuid4().hex,
        catalogue=catalogue,
        limits=settings.limits,
        pictures=settings.pictures,
        reader=reader,
        storage=Storage(named or str(settings.warehouse.absolute().with_suffix(".shards"))),
        papers_are_stored=named is not None,
    )


class ClusterReaders:
    """Readers that wait for what the workers of a cluster have written."""

    def __init__(self, client: Client, work: Work) -> None:
        self._client = client
        self._work = work
        self._shards = work.shards
        self._names = self._shards.names()
        self._stored = work.storage.names(PAPERS) if work.papers_are_stored else set()
        self._papers: dict[Source, PaperToRead | str] = {}
        self._coming: dict[str, Future[str | None]] = {}
        # A task of its own, so that it reaches each worker once and is made again where its holder was lost.
        self._given = client.submit(_same, work, key=f"scorepack-work-{work.id}")

    def expect(self, sources: Sequence[Source]) -> None:
        """Let the workers begin with these papers."""
        for source in sources:
            paper = self._paper(source)
            if not isinstance(paper, str) and self._shards.name_of(paper) not in self._names:
                self._send(paper)

    def read(self, sources: Sequence[Source]) -> Iterator[Findings]:
        """As Readers have it. Raises RunFailed where the cluster or the storage cannot be used any more."""
        for source in sources:
            paper = self._paper(source)
            yield unreadable(source, paper) if isinstance(paper, str) else self._findings(paper)

    def _paper(self, source: Source) -> PaperToRead | str:
        if source not in self._papers:
            self._papers[source] = paper_to_read(source)
        return self._papers[source]

    def _findings(self, paper: PaperToRead) -> Findings:
        name = self._shards.name_of(paper)
        if name in self._names:
            found = self._shards.findings(paper)
            if found:
                return found
            self._names.discard(name)
        reason = self._outcome(self._send(paper))
        if reason is not None:
            return unreadable(paper.source, reason)
        found = self._shards.findings(paper)
        if found is None:
            raise RunFailed(
                f"A worker wrote {name}, and it is not whole in {self._work.storage.url} as this machine sees it. "
                "Let [machines] storage name one place that all machines reach."
            )
        return found

    def _send(self, paper: PaperToRead) -> "Future[str | None]":
        """The reading of a paper; what is under way already is not sent again."""
        name = self._shards.name_of(paper)
        if name not in self._coming:
            if self._work.papers_are_stored and paper.document_id not in self._stored:
                self._work.storage.put(f"{PAPERS}/{paper.document_id}", paper.source.path.read_bytes())
                self._stored.add(paper.document_id)
            self._coming[name] = self._client.submit(
                read_paper, self._given, paper, key=f"scorepack-{self._work.id}-{name}", retries=_TRIES_MORE
            )
        return self._coming[name]

    def _outcome(self, coming: "Future[str | None]") -> str | None:
        """Why a paper could not be read, None where its shard is written."""
        error = self._error(coming)
        if error is None and coming.status == "finished":
            return coming.result()
        if isinstance(error, KilledWorker):
            return (
                "Every worker that began to read this file was lost. "
                "Is there memory for it? `scorepack run` on one machine says more."
            )
        if isinstance(error, RunFailed):
            raise error
        raise RunFailed(
            f"The Dask cluster could not read on ({error or coming.status}). Run it again: what was read is kept."
        ) from error

    def _error(self, coming: "Future[str | None]") -> BaseException | None:
        alone_since: float | None = None
        while True:
            try:
                error: BaseException | None = coming.exception(timeout=_GLANCE)  # type: ignore[no-untyped-call]
                return error
            except TimeoutError:
                if self._client.scheduler_info(n_workers=1)["workers"]:
                    alone_since = None
                    continue
                alone_since = alone_since or time.monotonic()
                if time.monotonic() - alone_since > LONGEST_WITHOUT_WORKERS:
                    raise RunFailed(
                        f"The Dask cluster has had no worker for {LONGEST_WITHOUT_WORKERS} seconds. "
                        "Start some and run it again: what was read is kept."
                    ) from None


def _same(work: Work) -> Work:
    return work


@contextmanager
def _client(address: str | None, limits: Limits) -> Iterator[Client]:
    # Dask logs every step of its own on standard error; what matters of it is told as the reason of a paper or a run.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    # Workers may have children, in which papers are read; those see to it themselves that they do not outlive them.
    with dask.config.set({"distributed.worker.daemon": False}), _runner(address, limits) as runner:
        try:
            client = runner.client
            client.wait_for_workers(1, timeout=LONGEST_WITHOUT_WORKERS)
        except (OSError, TimeoutError) as error:
            where = f"at {address}" if address else "on this machine"
            raise RunFailed(
                f"There is no Dask cluster with a worker {where} ({error}). Start it and try again."
            ) from error
        yield client


def _runner(address: str | None, limits: Limits) -> DaskTaskRunner:
    if address:
        return DaskTaskRunner(address=address)
    here: dict[str, Any] = {
        "n_workers": limits.workers,
        "threads_per_worker": 1,
        "host": "127.0.0.1",
        "dashboard_address": "127.0.0.1:0",  # any free port: two runs may go on beside one another
        "memory_limit": 0,  # what takes memory is the process below each, and that has a limit of its own
        "silence_logs": logging.CRITICAL,
        "preload": f"{__package__}.deaf",
    }
    return DaskTaskRunner(cluster_class="distributed.LocalCluster", cluster_kwargs=here)
