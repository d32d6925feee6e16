"""The flow behind `scorepack refresh`: look at every source, read what is new, publish what has changed."""

import flows.prefect_defaults  # noqa: F401, I001 - sets defaults that prefect reads while it is imported

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.runtime import task_run
from prefect.states import Failed
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from extractors import Source
from extractors.sources.visit import Visit
from flows.announcing import announced, progress_shown
from flows.collecting import Collected, collect
from flows.ingest import Progress, load_all, read_batch
from flows.logs import listen, tell
from flows.prints import reader_print
from flows.publish import publish_release_unless_shown
from flows.readers import Readers, paper_readers
from flows.refreshing import Plan, plan, source_rows, told
from flows.settings import Settings, check_addresses, read_settings
from flows.steps import batches, catalogue_of, in_warehouse, with_review
from flows.summary import Ingested, Refreshed, Summary
from transforms import Catalogue, Findings
from warehouse.reader_print import ReaderPrint
from warehouse.refreshes import Known, RefreshRow

SOURCES_AT_ONCE = 8
"""Sources that are looked at at the same time; one host is still asked one thing at a time."""

PAPERS_PER_LOAD = 512
"""After so many papers what they gave is loaded, so that a long refresh that is ended goes on from there."""

_THREADS: TaskRunner[Any] = ThreadPoolTaskRunner(max_workers=SOURCES_AT_ONCE)


class Collector:
    """One refresh's way to its sources. Not a dataclass: Prefect looks through those for results of other tasks."""

    def __init__(self, settings: Settings, visit: Visit, known: Known) -> None:
        self._settings = settings
        self._visit = visit
        self._known = known

    def title(self, address: str) -> str:
        """What people call a source; its address where the configuration does not say."""
        return self._settings.name_of(address) or address

    def collect(self, address: str) -> Collected:
        """What one source gives now."""
        collected = collect(
            address,
            self._visit,
            self._known,
            warehouse=self._settings.warehouse,
            today=date.today(),
            how=self._settings.how_for(address),
        )
        tell("source", source=address, papers=len(collected.found), fetched=collected.fetched, error=collected.error)
        for remark in collected.remarks:
            tell("remark", source=address, text=remark)
        return collected


def _called() -> str:
    """What the task for one source is called in Prefect's pages."""
    given = task_run.parameters
    return f"collect {given['collector'].title(given['address'])}"


@task(name="collect-source", task_run_name=_called, cache_policy=NO_CACHE)
def collect_source(collector: Collector, address: str) -> Collected | State[Collected]:
    """List one source and fetch what is not known of it. A source that fails is told and stops no other."""
    collected = collector.collect(address)
    if collected.error:
        return Failed(name="Not seen", message=collected.error, data=collected)
    return collected


@flow(name="refresh", validate_parameters=False, task_runner=_THREADS)
def refresh(settings: Settings, progress: Progress | None = None) -> State[Summary]:
    """Look at every source of the settings, read what is new or changed, load, publish; its state tells how it went."""
    return announced(refresh_papers(settings, progress), settings)


@flow(name="refresh", validate_parameters=False, task_runner=_THREADS)
def scheduled_refresh(config: str) -> State[Summary]:
    """`refresh` with the configuration of a file, as a deployment calls it."""
    settings = read_settings(Path(config))
    check_addresses(settings.sources)
    listen()
    return announced(refresh_papers(settings), settings)


def refresh_papers(settings: Settings, progress: Progress | None = None) -> Summary:
    """The body of `refresh`. Raises RunFailed where the warehouse or the published folder cannot be used."""
    started = datetime.now(UTC)
    catalogue = with_review(catalogue_of(settings), settings.warehouse)
    reader = reader_print(catalogue, settings.limits)
    before = _known(settings.warehouse, reader)
    collected = _collected(settings, before)
    doing = plan(collected, before)
    ingested = _ingested(settings, catalogue, reader, doing, before, progress)
    _note(settings.warehouse, started, reader, collected, doing, ingested)
    refreshed = _told(settings, collected, doing, before)
    tell("refreshed", listed=refreshed.listed, read=refreshed.read, failed_sources=len(refreshed.failed))
    return Summary(
        ingested, publish_release_unless_shown(settings.warehouse, settings.out, settings.pictures), refreshed
    )


def _known(path: Path, reader: ReaderPrint) -> Known:
    from warehouse.refreshing import known

    return in_warehouse(path, lambda warehouse: known(warehouse, reader)) if path.is_file() else Known()


def _collected(settings: Settings, before: Known) -> list[Collected]:
    addresses = list(dict.fromkeys(settings.sources))
    with Visit(settings.fetching) as visit:
        collector = Collector(settings, visit, before)
        coming = [collect_source.submit(collector, address) for address in addresses]
        # The task's type has the state that it may end in; its result never is one.
        return [cast(Collected, one.result(raise_on_failure=False)) for one in coming]


def _ingested(
    settings: Settings,
    catalogue: Catalogue,
    reader: ReaderPrint,
    doing: Plan,
    before: Known,
    progress: Progress | None,
) -> Ingested | None:
    """What was read and loaded, None where there was nothing to do; then no process that reads papers is started."""
    if not doing.papers:
        return None if before.catalogue_is_stored else load_all(settings.warehouse, [], catalogue, reader)
    loads: list[Ingested] = []
    shown = progress_shown(progress)
    with paper_readers(settings, catalogue, reader.reader, doing.papers) as readers:
        for portion in batches(doing.papers, PAPERS_PER_LOAD):
            findings: list[Findings] = []
            for batch in batches(portion, settings.limits.papers_per_task):
                findings += _read(readers, batch)
                shown(sum(load.counts["documents"] for load in loads) + len(findings), len(doing.papers))
            loads.append(load_all(settings.warehouse, findings, catalogue, reader))
    return _together(loads)


def _read(readers: Readers, batch: list[Source]) -> list[Findings]:
    findings = read_batch(readers, batch)
    for found in findings:
        document = found.document
        tell(
            "read",
            document_id=document.document_id,
            address=document.source,
            status=document.status,
            observations=len(found.observations),
            reason=document.reason,
        )
    return findings


def _together(loads: Sequence[Ingested]) -> Ingested:
    counts = {name: sum(load.counts[name] for load in loads) for name in loads[0].counts}
    return replace(loads[0], counts=counts, failures=tuple(failure for load in loads for failure in load.failures))


def _note(
    path: Path,
    started: datetime,
    reader: ReaderPrint,
    collected: Sequence[Collected],
    doing: Plan,
    ingested: Ingested | None,
) -> None:
    from warehouse.refreshing import note_refresh

    kinds = [shortfall.kind for one in collected for shortfall in one.shortfalls]
    row = RefreshRow(
        started_at=started,
        sources=len(collected),
        failed_sources=sum(1 for one in collected if one.error),
        listed=sum(len(one.found) for one in collected),
        fetched=sum(one.fetched for one in collected),
        read=len(doing.papers),
        gone=len(doing.forgotten),
        withheld=kinds.count("withheld"),
        missed=kinds.count("missed"),
        loaded=ingested is not None,
    )
    in_warehouse(
        path,
        lambda warehouse: note_refresh(
            warehouse, row, reader, source_rows(collected), listings=doing.listings, forgotten=doing.forgotten
        ),
    )


def _told(settings: Settings, collected: Sequence[Collected], doing: Plan, before: Known) -> Refreshed:
    from warehouse import read_view
    from warehouse.refreshing import source_ages

    ages, waiting = in_warehouse(
        settings.warehouse, lambda warehouse: (source_ages(warehouse), read_view(warehouse, "review_queue"))
    )
    names = {address: wishes.name for address, wishes in settings.own.items()}
    refreshed = told(collected, doing, before, {age.source: age.days_old for age in ages}, names)
    return replace(refreshed, waiting=len(waiting.rows))


__all__ = ["refresh", "refresh_papers", "scheduled_refresh"]
