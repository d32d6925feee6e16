"""What readers find when a publisher dies: each time a process of its own is killed, so nothing can tidy up."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.releases import assert_whole
from warehouse import Warehouse, publish

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")

PUBLISHER = """
import os, signal, sys
from pathlib import Path
from tests.support.findings import CASTERFORD, catalogue, paper, score
from warehouse import load, open_warehouse, publish
from warehouse.publication import folder, publishing

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

def then_die(act):
    def both(*given, **named):
        act(*given, **named)
        die()
    return both

place = sys.argv[3]
if place == "while files are written":
    publishing.write_csvw = die
elif place == "before the release is in place":
    Path.rename = die
elif place == "after the release is in place":
    Path.rename = then_die(Path.rename)
elif place == "before latest is switched":
    Path.replace = die
elif place == "after latest is switched":
    Path.replace = then_die(Path.replace)
with open_warehouse(Path(sys.argv[1])) as warehouse:
    load(warehouse, [paper("later", score(1, authority=CASTERFORD))], catalogue())
    print(publish(warehouse, Path(sys.argv[2])).version)
"""


def run(script: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[3], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("place", "shown_after"),
    [
        ("while files are written", "1.0.0"),
        ("before the release is in place", "1.0.0"),
        ("after the release is in place", "1.0.0"),
        ("before latest is switched", "1.0.0"),
        ("after latest is switched", "1.1.0"),
    ],
)
def test_latest_is_whole_after_a_publisher_was_killed(
    out: Path, warehouse: Warehouse, place: str, shown_after: str
) -> None:
    warehouse.connection.close()
    publisher = run(PUBLISHER, warehouse.path, out, place)
    assert publisher.wait() == -signal.SIGKILL
    assert (out / "latest").resolve().name == shown_after
    assert_whole(out / "latest")

    after = run(PUBLISHER, warehouse.path, out, "nowhere")
    assert after.communicate()[0].strip() == "1.1.0"
    assert_whole(out / "latest")
    assert sorted(item.name for item in (out / "releases").iterdir()) == ["1.0.0", "1.1.0"]
    assert sorted(item.name for item in out.iterdir()) == [".lock", "latest", "releases"]


def test_a_dead_publisher_holds_no_lock(out: Path, warehouse: Warehouse) -> None:
    holder = run(
        "import sys, time; from pathlib import Path; from warehouse.publication.folder import sole_publisher\n"
        "with sole_publisher(Path(sys.argv[1])):\n    print('held', flush=True); time.sleep(600)",
        out,
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    assert not publish(warehouse, out).changed
