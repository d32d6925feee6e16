"""What `scorepack serve` registers, and with which server. That it fires is shown by benchmarks/schedule.py."""

import socket
from pathlib import Path

import pytest

from flows.errors import BadConfiguration, RunFailed
from flows.told import Schedule

pytestmark = [pytest.mark.flow, pytest.mark.usefixtures("engine")]
CONFIG = Path("scorepack.toml")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No process of a server is started: that of the test's own engine is used. The list is what a person is told."""
    from prefect.settings import PREFECT_API_URL

    from flows import schedule

    monkeypatch.setattr(schedule, "is_healthy", lambda api: api == PREFECT_API_URL.value())
    for name in ("PREFECT_API_URL", "PREFECT_FLOWS_DEFAULT_RETRIES", "PREFECT_FLOWS_DEFAULT_RETRY_DELAY_SECONDS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("PREFECT_LOGGING_LEVEL", "CRITICAL")
    monkeypatch.setenv("PREFECT_LOGGING_EXTRA_LOGGERS", "")
    return []


def test_the_deployment_has_the_cron_the_time_zone_and_the_configuration(server, monkeypatch):
    from prefect.runner import Runner

    from flows.schedule import serve

    runners: list[Runner] = []

    async def start(self, *_, **__):
        runners.append(self)

    monkeypatch.setattr(Runner, "start", start)
    serve(CONFIG, Schedule("30 5 * * 1-5", "Europe/Dublin", retries=3, retry_minutes=2), server.append)
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        deployment = client.read_deployment_by_name("refresh/refresh")
    [planned] = deployment.schedules
    assert (planned.schedule.cron, planned.schedule.timezone, planned.active) == ("30 5 * * 1-5", "Europe/Dublin", True)
    assert deployment.parameters == {"config": str(CONFIG.absolute())}
    assert deployment.entrypoint == "flows.refresh.scheduled_refresh"
    [runner] = runners
    assert (runner.limit, runner.pause_on_shutdown) == (1, False)
    assert "30 5 * * 1-5" in server[-1]


def test_a_refresh_that_fails_is_tried_again_as_often_and_as_late_as_is_told(server, monkeypatch):
    """The flow itself carries it: the process of a run gets the flow as it is here."""
    from prefect import Flow

    from flows.schedule import serve

    served: list[Flow] = []
    monkeypatch.setattr(Flow, "serve", lambda flow, **_: served.append(flow))
    serve(CONFIG, Schedule(retries=3, retry_minutes=2), server.append)
    assert [(flow.retries, flow.retry_delay_seconds) for flow in served] == [(3, 120)]


def test_a_schedule_that_cannot_be_read_is_a_configuration_error(server):
    from flows.schedule import serve

    with pytest.raises(BadConfiguration, match=r"\[schedule\] cron '61 6 \* \* 1' cannot be read .*such as"):
        serve(CONFIG, Schedule("61 6 * * 1"), server.append)


def test_a_server_that_was_named_and_is_silent_is_told(server, monkeypatch):
    from flows import schedule

    monkeypatch.setattr(schedule, "is_healthy", lambda _: False)
    with pytest.raises(RunFailed, match=r"No Prefect server answers at .*Start it with `prefect server start`"):
        schedule.serve(CONFIG, Schedule(), server.append)


def test_a_port_that_is_taken_is_told(monkeypatch):
    from prefect.settings import PREFECT_API_URL, temporary_settings

    from flows import schedule

    monkeypatch.setattr(schedule.sys, "executable", "false")
    told: list[str] = []
    with socket.socket() as taken, temporary_settings(restore_defaults={PREFECT_API_URL}):
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(RunFailed, match=r"Is the port taken\? Set \[schedule\] port"):
            schedule.serve(CONFIG, Schedule(port=taken.getsockname()[1]), told.append)
    assert told[0].startswith("Starting a Prefect server")
