"""The same papers, published by every way of reading them: the releases must be the same.

    python -m tests.long.machines

Processes of this machine; a Dask cluster of two workers; that cluster by way of S3 (moto's server); and the cluster
again while one of its workers is killed with SIGKILL. Every file is compared to the byte; of DuckDB's own, in which
each has a random name of its own, every row.
"""

import os
import tempfile
import threading
from datetime import datetime
from pathlib import Path
from unittest import mock

from distributed import Client

from flows.engine import run_flow
from flows.machines import Machines
from flows.run import run
from flows.settings import Limits, Settings
from tests.support.clusters import kill_when_at_work, s3, two_workers
from tests.support.imports import ROOT
from tests.support.releases import contents_of

LIMITS = Limits(workers=2)
LOADED_AT = datetime(2026, 1, 5, 6)


def main() -> None:
    """Publish by each way, and say of each what was compared."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        expected = published(Machines(), folder / "process")
        print(f"processes: {len(expected)} files", flush=True)
        same(expected, Machines("dask"), folder / "dask", "a cluster for the run")
        with s3() as bucket, two_workers() as standing:
            address = standing.scheduler_address
            same(expected, Machines("dask", address, bucket), folder / "s3", "a standing cluster by way of S3")
            storage = folder / "storage"
            with Client(standing) as client:
                worker = min(client.run(os.getpid).values())
            killer = threading.Thread(target=kill_when_at_work, args=(storage, worker))
            killer.start()
            same(expected, Machines("dask", address, str(storage)), folder / "killed", "the cluster, one worker killed")
            killer.join()


def same(expected: dict[str, object], machines: Machines, place: Path, way: str) -> None:
    """Publish by that way; AssertionError where a file differs."""
    found = published(machines, place)
    differing = {name for name in expected | found if expected.get(name) != found.get(name)}
    assert not differing, (way, differing)
    print(f"{way}: {len(found)} files the same", flush=True)


def published(machines: Machines, place: Path) -> dict[str, object]:
    """The content of the release that the example papers make, loaded at a fixed time."""
    settings = Settings(
        warehouse=place / "w.duckdb",
        out=place / "published",
        sources=(str(ROOT / "examples" / "papers"),),
        limits=LIMITS,
        machines=machines,
    )
    with mock.patch("warehouse.loading.utc", return_value=LOADED_AT):
        done = run_flow(run, settings)
    assert done.published is not None
    return contents_of(Path(done.published.path))


if __name__ == "__main__":
    main()
