"""`scorepack serve`: a Prefect deployment of `refresh` on the schedule of the configuration."""

from flows.prefect_defaults import tell_all  # isort: skip - sets defaults that prefect reads while it is imported

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from prefect.schedules import Cron
from prefect.schedules import Schedule as PrefectSchedule
from prefect.settings import PREFECT_API_URL, temporary_settings
from prefect.types.entrypoint import EntrypointType

from flows.doctor import is_healthy
from flows.errors import BadConfiguration, RunFailed
from flows.leash import end_with_us
from flows.prints import program_version
from flows.refresh import scheduled_refresh
from flows.told import Schedule

NAME = "refresh"
"""The name of the deployment; Prefect shows it as refresh/refresh."""

START_SECONDS = 120
_STOP_SECONDS = 30


def serve(configuration: Path, schedule: Schedule, say: Callable[[str], None]) -> None:
    """Register the deployment and carry out its runs, one at a time, until the process is told to stop.

    Where neither the environment nor Prefect's profile names a Prefect server, one is started for as long as this
    lasts. Runs that fell due meanwhile are made up for at the next start: the schedule stays when this stops.
    Raises BadConfiguration for a schedule that Prefect cannot read, and RunFailed where its server cannot be reached.
    """
    when = _cron(configuration, schedule)
    with _server(schedule.port, say) as api:
        os.environ["PREFECT_API_URL"] = api  # for the processes of the runs
        tell_all()
        say(f"Refreshing at '{schedule.cron}' ({schedule.timezone}); to look on: {api.removesuffix('/api')}")
        # The flow itself carries them: the process of a run gets it as it is here, and reads no defaults again.
        refresh = scheduled_refresh.with_options(
            retries=schedule.retries, retry_delay_seconds=60 * schedule.retry_minutes
        )
        with temporary_settings({PREFECT_API_URL: api}):
            refresh.serve(
                name=NAME,
                schedule=when,
                parameters={"config": str(configuration.absolute())},
                description="Looks at every source, reads what is new or changed, publishes what has changed.",
                tags=["scorepack"],
                version=program_version(),
                limit=1,
                pause_on_shutdown=False,
                print_starting_message=False,
                entrypoint_type=EntrypointType.MODULE_PATH,
            )


def _cron(configuration: Path, schedule: Schedule) -> PrefectSchedule:
    try:
        return Cron(schedule.cron, timezone=schedule.timezone)
    except ValueError as error:
        raise BadConfiguration(
            configuration,
            f"[schedule] cron '{schedule.cron}' cannot be read ({error}). "
            'Write minute, hour, day, month and weekday, such as "0 6 * * 1" for Mondays at six.',
        ) from error


@contextmanager
def _server(port: int, say: Callable[[str], None]) -> Iterator[str]:
    """The address of the API to use. A server that is started here is ended here, after everything that needs it."""
    named = PREFECT_API_URL.value()
    if named:
        if not is_healthy(named):
            raise RunFailed(
                f"No Prefect server answers at {named}. Start it with `prefect server start`, "
                "or leave PREFECT_API_URL out: then scorepack starts one itself."
            )
        yield named
        return
    api = f"http://127.0.0.1:{port}/api"
    if is_healthy(api):
        say(f"A Prefect server runs at {api} already and is used.")
        yield api
        return
    say(f"Starting a Prefect server at {api} ...")
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]
    # A session of its own: Ctrl-C reaches the runs first, and the server only when they have ended.
    server = subprocess.Popen(
        command,
        env=os.environ | {"PREFECT_SERVER_UI_API_URL": api},  # else its pages ask at the usual port
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end_with_us(server.pid)
    try:
        _wait_for(server, api)
        yield api
    finally:
        server.terminate()
        try:
            server.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait_for(server: "subprocess.Popen[bytes]", api: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not is_healthy(api):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RunFailed(
                f"The Prefect server did not come up at {api}. Is the port taken? Set [schedule] port to a free one, "
                "or run `prefect server start` to see what it says."
            )
        time.sleep(0.25)
