"""Does a schedule really fire? `scorepack serve` with a cron of every minute against a real Prefect server.

    python -m benchmarks.schedule

Sees two runs through the server's API, stops the program, starts it again and sees the next one: the first run reads
the papers, the others find nothing to do. Takes three to four minutes. Exit status 1 where something is not so.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

EXAMPLES = Path(__file__).parent.parent / "examples" / "papers"
SETTLING = 8
"""Seconds that a run's process is given to end after its run: one that still ends is called cancelled by Prefect."""

PATIENCE = 240
"""Seconds to wait for a run: a minute for the schedule, the rest for a slow machine."""


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        port = _free_port()
        config = _configuration(place, port)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        environment["PREFECT_HOME"] = str(place / "prefect")
        api = f"http://127.0.0.1:{port}/api"
        print(f"server and schedule at {api}", flush=True)
        serving = _serve(config, environment)
        try:
            first = _ended(api, serving, 2)
            [deployment] = _asked(api, "/deployments/filter", {})
            time.sleep(SETTLING)
            _stop(serving)
            print(f"stopped after {len(first)} runs", flush=True)
            serving = _serve(config, environment)
            again = _ended(api, serving, len(first) + 1)
        finally:
            _stop(serving)
        return _told(place, deployment, again)


def _configuration(place: Path, port: int) -> Path:
    papers = place / "papers"
    papers.mkdir()
    for name in ("sefton-prevent-update.docx", "leicestershire-benchmarking.pptx"):
        shutil.copy(EXAMPLES / name, papers)
    config = place / "scorepack.toml"
    config.write_text(
        'sources = ["papers"]\nwarehouse = "scorepack.duckdb"\nout = "published"\n'
        f'[fetching]\nstore = "store"\n[schedule]\ncron = "* * * * *"\ntimezone = "Europe/London"\nport = {port}\n'
    )
    return config


def _serve(config: Path, environment: dict[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "flows", "serve", "--config", str(config)]
    return subprocess.Popen(command, env=environment, cwd=Path(__file__).parent.parent)


def _stop(serving: "subprocess.Popen[bytes]") -> None:
    if serving.poll() is None:
        serving.send_signal(signal.SIGTERM)
        serving.wait(60)


def _ended(api: str, serving: "subprocess.Popen[bytes]", count: int) -> list[dict[str, Any]]:
    """The runs that have ended, as soon as there are `count` of them."""
    deadline = time.monotonic() + PATIENCE * count
    while time.monotonic() < deadline and serving.poll() is None:
        wanted = {"flow_runs": {"state": {"type": {"any_": ["COMPLETED", "FAILED", "CRASHED", "CANCELLED"]}}}}
        runs = _asked(api, "/flow_runs/filter", wanted | {"sort": "START_TIME_ASC"})
        if len(runs) >= count:
            return runs
        time.sleep(2)
    raise SystemExit(f"only {len(_asked(api, '/flow_runs/filter', {}))} runs were seen")


def _asked(api: str, path: str, question: dict[str, Any]) -> list[dict[str, Any]]:
    request = urllib.request.Request(
        f"{api}{path}", json.dumps(question).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            found: list[dict[str, Any]] = json.load(answer)
            return found
    except (urllib.error.URLError, OSError):
        return []


def _told(place: Path, deployment: dict[str, Any], runs: list[dict[str, Any]]) -> int:
    from warehouse import open_warehouse, read_view

    with open_warehouse(place / "scorepack.duckdb") as warehouse:
        asked = warehouse.connection.execute("select read from meta.refresh order by refresh_id")
        read = [row[0] for row in asked.fetchall()]
        documents = len(read_view(warehouse, "documents").rows)
        scores = len(read_view(warehouse, "scores").rows)
    [schedule] = deployment["schedules"]
    print(f"deployment {deployment['name']}: {schedule['schedule']}, active {schedule['active']}")
    for run in runs:
        late = (run["start_time"] or "")[:19], run["state"]["name"], f"{run['total_run_time']:.1f} s"
        print("run   due", run["expected_start_time"][:19], "started", *late, run["state"]["message"])
    release = (place / "published" / "latest").resolve().name
    print(f"papers read in each refresh: {read}; {documents} documents, {scores} scores; release {release}")
    is_right = all(run["state"]["type"] == "COMPLETED" for run in runs) and read[0] == 2 and not any(read[1:])
    return 0 if is_right and documents == 2 and scores == 30 else 1


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
