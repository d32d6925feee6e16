"""A bucket of S3, Dask workers that stay, and one of them that is killed: all on this machine."""

import logging
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import dask
from distributed import LocalCluster

_PATIENCE = 120.0


@contextmanager
def s3() -> Iterator[str]:
    """The URL of a bucket on a server of this process; the environment says where that is."""
    from moto.server import ThreadedMotoServer

    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    told = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    try:
        with mock.patch.dict(os.environ, told):
            import s3fs

            s3fs.S3FileSystem().mkdir("papers")
            yield "s3://papers/scorepack"
    finally:
        server.stop()


@contextmanager
def two_workers() -> Iterator[LocalCluster]:
    """A cluster that stays for several runs, of workers that may have children."""
    with (
        dask.config.set({"distributed.worker.daemon": False}),
        LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0") as cluster,
    ):
        yield cluster


def kill_when_at_work(storage: Path, worker: int) -> None:
    """Kill the worker with this process id as soon as the first paper is read."""
    patience = time.monotonic() + _PATIENCE
    while not any(storage.glob("shards/*/*.parquet")) and time.monotonic() < patience:
        time.sleep(0.005)
    os.kill(worker, signal.SIGKILL)
