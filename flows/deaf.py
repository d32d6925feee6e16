"""What Dask loads in every worker that a run starts on this machine: Ctrl-C is for the run, which then ends them.

A terminal tells all of them. Workers that ended by themselves would be started again while the run closes its cluster,
and that takes more than a minute.
"""

import signal


def dask_setup(worker: object) -> None:  # noqa: ARG001 - the names are Dask's
    """Called in each worker as it starts, in its main thread."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
