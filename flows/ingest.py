"""The flow behind `scorepack ingest`: read the papers in batches, load what they gave in one transaction."""

import flows.prefect_defaults  # noqa: F401, I001 - sets defaults that prefect reads while it is imported

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from extractors import Source
from flows.prints import reader_print
from flows.readers import Readers, paper_readers
from flows.settings import Settings
from flows.steps import batches, catalogue_of, find_papers, load_findings, with_review
from flows.summary import Ingested
from transforms import Catalogue, Findings
from warehouse.reader_print import ReaderPrint

T = TypeVar("T")

Progress = Callable[[int, int], None]
"""Told how many papers are done, and of how many."""


@task(name="read-papers", cache_policy=NO_CACHE)
def _read_batch(readers: Readers, batch: list[Source]) -> list[Findings]:
    return list(readers.read(batch))


@task(name="load-findings", cache_policy=NO_CACHE)
def _load_all(path: Path, findings: list[Findings], catalogue: Catalogue, reader: ReaderPrint) -> Ingested:
    return load_findings(path, findings, catalogue, reader)


def read_batch(readers: Readers, batch: list[Source]) -> list[Findings]:
    """What each paper of a batch gave. One task for many papers: a task costs more than a short paper."""
    return _read_batch(readers, _unsearched(batch))


def load_all(path: Path, findings: list[Findings], catalogue: Catalogue, reader: ReaderPrint) -> Ingested:
    """Everything into the warehouse in one task, all or nothing."""
    return _load_all(path, _unsearched(findings), _unsearched(catalogue), reader)


def _unsearched(given: T) -> T:
    """What a task is given, without Prefect searching every list and dataclass in it, twice, for other tasks' results.

    With the findings of 1,000 papers that took six times as long as loading them.
    """
    return cast(T, quote(given))  # the task itself gets what was quoted


@flow(name="ingest", validate_parameters=False)
def ingest(settings: Settings, progress: Progress | None = None) -> Ingested:
    """Read every source of the settings and load what was found."""
    return ingest_papers(settings, progress)


def ingest_papers(settings: Settings, progress: Progress | None = None) -> Ingested:
    """The body of `ingest`, for flows that go on from there."""
    catalogue = with_review(catalogue_of(settings), settings.warehouse)
    sources, findings = find_papers(
        settings.sources, warehouse=settings.warehouse, how=settings.fetching, own=settings.own
    )
    reader = reader_print(catalogue, settings.limits)
    with paper_readers(settings, catalogue, reader.reader, sources) as readers:
        for batch in batches(sources, settings.limits.papers_per_task):
            findings += read_batch(readers, batch)
            if progress:
                progress(len(findings), len(sources))
    return load_all(settings.warehouse, findings, catalogue, reader)
