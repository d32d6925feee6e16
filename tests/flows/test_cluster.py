"""A Dask cluster gives what processes of this machine give, from a folder or from S3, also where it loses workers."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import dask
import pytest
from distributed import Client, LocalCluster
from distributed.scheduler import KilledWorker

from extractors import Source, discover
from flows.cluster import ClusterReaders, work_of
from flows.errors import RunFailed
from flows.far import UnfitWorker, read_paper
from flows.machines import Machines, Runner
from flows.prints import reader_print
from flows.readers import paper_readers
from flows.settings import Limits, Settings
from flows.shards import paper_to_read
from flows.statuses import INTERRUPTED
from flows.storage import Storage, StorageFailed
from tests.support import clusters, hostile, papers
from tests.support.imports import ROOT
from tests.support.releases import contents_of
from transforms import Catalogue, Findings, load_catalogue

LOADED_AT = datetime(2026, 1, 5, 6)
LIMITS = Limits(workers=2, megabytes_per_paper=512)
on_linux = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is limited on Linux only")


@pytest.fixture(scope="module")
def s3() -> Iterator[str]:
    with clusters.s3() as url:
        yield url


@pytest.fixture(scope="module")
def cluster(s3: str) -> Iterator[LocalCluster]:  # noqa: ARG001 - its workers know where S3 is
    with clusters.two_workers() as cluster:
        yield cluster


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight papers: of several forms, one twice under two names, three that cannot be read, one of them a bomb."""
    folder = tmp_path_factory.mktemp("papers")
    sefton = papers.briefing_docx()
    papers.save(folder, "a-sefton.docx", sefton)
    papers.save(folder, "b-leicestershire.pptx", papers.deck_pptx())
    papers.save(folder, "c-bomb.pdf", hostile.one_page(hostile.bomb(600)))
    papers.save(folder, "d-broken.pdf", papers.broken_pdf())
    papers.save(folder, "e-locked.docx", papers.password_docx())
    papers.save(folder, "f-briefing.md", papers.briefing_text())
    papers.save(folder, "g-sefton-again.docx", sefton)
    papers.save(folder, "h-pack.pdf", papers.agenda_pack_pdf())
    return folder


@pytest.fixture(scope="module")
def sources(folder: Path) -> list[Source]:
    return list(discover([str(folder)]))


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture(scope="module")
def of_processes(catalogue, sources, tmp_path_factory) -> list[Findings]:
    """What processes of this machine give of the papers, with nothing kept on the way."""
    return found_by(Machines(), catalogue, sources, tmp_path_factory.mktemp("processes"))


def found_by(machines: Machines, catalogue: Catalogue, sources: Sequence[Source], place: Path) -> list[Findings]:
    settings = Settings(warehouse=place / "w.duckdb", limits=LIMITS, machines=machines)
    reader = reader_print(catalogue, LIMITS).reader
    with paper_readers(settings, catalogue, reader, sources) as readers:
        half = len(sources) // 2
        return [*readers.read(sources[:half]), *readers.read(sources[half:])]


def at(cluster: LocalCluster, storage: str) -> Machines:
    return Machines("dask", cluster.scheduler_address, storage)


@on_linux
def test_by_way_of_s3_it_gives_what_processes_here_give_and_reads_nothing_twice(
    cluster, s3, catalogue, sources, of_processes, tmp_path
):
    assert found_by(at(cluster, s3), catalogue, sources, tmp_path) == of_processes
    reasons = [found.document.reason or "" for found in of_processes if found.document.status == "failed"]
    assert "more memory than [limits] megabytes_per_paper allows (512)" in reasons[0]
    kept = Storage(s3)
    assert kept.names("papers") == {source.fingerprint() for source in sources}
    assert len(kept.names("papers")) == len(sources) - 1
    [reader] = kept.names("shards")
    assert len(kept.names(f"shards/{reader}")) == 5

    forget(s3, "papers")
    readable = [found for found in of_processes if found.document.status != "failed"]
    told = {found.document.source for found in readable}
    again = [source for source in sources if source.address in told]
    assert found_by(at(cluster, s3), catalogue, again, tmp_path) == readable
    assert kept.names("papers") == set(), "not even their bytes were asked for"


def forget(s3: str, folder: str) -> None:
    import s3fs

    s3fs.S3FileSystem().rm(f"{s3}/{folder}", recursive=True)


def test_a_worker_that_is_killed_in_the_middle_costs_no_document(cluster, catalogue, sources, of_processes, tmp_path):
    with Client(cluster) as client:
        before = client.run(os.getpid)
    killer = threading.Thread(target=clusters.kill_when_at_work, args=(tmp_path / "kept", min(before.values())))
    killer.start()
    found = found_by(at(cluster, str(tmp_path / "kept")), catalogue, sources, tmp_path)
    killer.join()
    with Client(cluster) as client:
        client.wait_for_workers(2, timeout=60)
        after = client.run(os.getpid)
    assert len(set(before.values()) - set(after.values())) == 1, "one worker was lost and another took its place"
    assert found == of_processes


class Cluster:
    """A cluster of which every task ends in one way, and which has no worker."""

    def __init__(self, error: Exception | None = None, status: str = "finished") -> None:
        self.error = error
        self.status = status

    def submit(self, *_: object, **__: object) -> "Cluster":
        return self

    def exception(self, timeout: float) -> Exception | None:  # noqa: ARG002 - it ends at once
        if isinstance(self.error, TimeoutError):
            raise self.error
        return self.error

    def result(self) -> None: ...

    def scheduler_info(self, n_workers: int) -> dict[str, object]:  # noqa: ARG002 - there is none
        return {"workers": {}}


@pytest.fixture
def read_by(catalogue, sources, tmp_path):
    def read(cluster: Cluster) -> list[Findings]:
        settings = Settings(machines=Machines("dask", "tcp://10.0.0.5:8786", str(tmp_path / "kept")))
        readers = ClusterReaders(cluster, work_of(settings, catalogue, "0.1.0+abc"))  # type: ignore[arg-type]
        return list(readers.read(sources[:2]))

    return read


def test_a_storage_that_the_workers_do_not_share_is_told(read_by):
    with pytest.raises(RunFailed, match="one place that all machines reach"):
        read_by(Cluster())


def test_a_paper_that_costs_worker_after_worker_is_a_row_with_its_reason(read_by):
    lost = KilledWorker("task", None, 4)
    found = read_by(Cluster(lost, status="error"))
    assert [one.document.status for one in found] == ["failed", "failed"]
    assert "Every worker that began to read this file was lost" in (found[0].document.reason or "")


def test_a_cluster_without_workers_is_not_waited_for_without_end(read_by, monkeypatch):
    monkeypatch.setattr("flows.cluster.LONGEST_WITHOUT_WORKERS", -1)
    with pytest.raises(RunFailed, match="has had no worker"):
        read_by(Cluster(TimeoutError()))


def test_a_cluster_that_is_lost_is_told(read_by):
    with pytest.raises(RunFailed, match=r"could not read on \(cancelled\)\. Run it again: what was read is kept"):
        read_by(Cluster(status="cancelled"))


def test_what_a_worker_says_of_the_storage_is_told_as_it_is(read_by):
    with pytest.raises(RunFailed, match="The storage s3://papers cannot be used"):
        read_by(Cluster(StorageFailed("s3://papers", OSError("denied")), status="error"))


def test_a_worker_that_may_have_no_children_says_how_to_start_it(catalogue, sources, tmp_path, monkeypatch):
    settings = Settings(warehouse=tmp_path / "w.duckdb")
    paper = paper_to_read(sources[0])
    assert not isinstance(paper, str)
    monkeypatch.setattr("flows.far.multiprocessing.current_process", lambda: SimpleNamespace(daemon=True))
    with pytest.raises(UnfitWorker, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"):
        read_paper(work_of(settings, catalogue, reader_print(catalogue, settings.limits).reader), paper)


def test_a_scheduler_that_does_not_answer_is_told(catalogue, sources, tmp_path):
    machines = Machines("dask", "tcp://127.0.0.1:1", str(tmp_path / "kept"))
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "100ms"}),
        pytest.raises(RunFailed, match=r"no Dask cluster with a worker at tcp://127\.0\.0\.1:1"),
    ):
        found_by(machines, catalogue, sources, tmp_path)


def test_a_worker_that_reads_otherwise_refuses(catalogue, sources, tmp_path):
    settings = Settings(warehouse=tmp_path / "w.duckdb")
    paper = paper_to_read(sources[0])
    assert not isinstance(paper, str)
    with pytest.raises(UnfitWorker, match=r"this run with 0\.0\.9\+another\. Install the same scorepack"):
        read_paper(work_of(settings, catalogue, "0.0.9+another"), paper)


@pytest.mark.flow
@pytest.mark.usefixtures("engine")
def test_by_configuration_alone_the_publication_is_the_same(folder, tmp_path, monkeypatch):
    """Every file to the byte; DuckDB's own, in which each has a random name of its own, row by row."""
    from flows.run import run

    monkeypatch.setattr("warehouse.loading.utc", lambda _=None: LOADED_AT)
    some = [str(folder / name) for name in ("a-sefton.docx", "e-locked.docx", "f-briefing.md", "h-pack.pdf")]
    releases = {}
    for runner in get_args(Runner):
        settings = Settings(
            warehouse=tmp_path / runner / "w.duckdb",
            out=tmp_path / runner / "published",
            sources=tuple(some),
            limits=LIMITS,
            machines=Machines(runner),
        )
        done = run(settings)
        assert done.ingested is not None
        assert done.published is not None
        assert (done.ingested.counts["documents"], done.ingested.counts["failed"]) == (4, 1)
        releases[runner] = Path(done.published.path)
    assert contents_of(releases["dask"]) == contents_of(releases["process"])
    assert len(list((tmp_path / "dask" / "w.shards").rglob("*.parquet"))) == 3


@on_linux
@pytest.mark.flow
@pytest.mark.long
def test_an_interrupt_ends_a_run_with_its_workers_and_they_do_not_come_again(tmp_path):
    """A terminal tells a Ctrl-C to the workers and the engine's server too."""
    (tmp_path / "papers").mkdir()
    for number in range(40):
        papers.save(tmp_path / "papers", f"pack-{number}.pdf", papers.agenda_pack_pdf(date=f"{number} days ago"))
    config = tmp_path / "scorepack.toml"
    config.write_text('sources = ["papers"]\n[machines]\nrunner = "dask"\n', encoding="utf-8")
    environment = {**os.environ, "PREFECT_HOME": str(tmp_path / "prefect"), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "flows", "ingest", "--config", str(config)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, cwd=tmp_path, start_new_session=True)
    kept = tmp_path / "scorepack.shards"
    patience = time.monotonic() + 90
    while not any(kept.rglob("*.parquet")) and time.monotonic() < patience and process.poll() is None:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=40)
    assert process.returncode == INTERRUPTED, told
    assert (
        told.decode() == "scorepack: Interrupted. No step was left half done; run the same command again to finish.\n"
    )
