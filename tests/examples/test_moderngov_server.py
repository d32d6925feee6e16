"""The example council as a newcomer starts it."""

import subprocess
import sys

import httpx

from tests.support.imports import ROOT


def test_the_example_council_can_be_started_and_says_where_it_is() -> None:
    server = subprocess.Popen(
        [sys.executable, "examples/moderngov_server.py", "--port", "0", "--quirk", "all"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout is not None
        address = server.stdout.readline().split("moderngov+")[1].strip()
        assert "/midmark/Meetings.aspx" in server.stdout.readline()
        assert "User-agent" in httpx.get(f"{address}robots.txt", trust_env=False).text
    finally:
        server.terminate()
        server.wait(timeout=10)
