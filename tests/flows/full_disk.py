"""A disk that fills up during a load, a publication and a fetch: `python -m tests.flows.full_disk FOLDER` on that disk.

It prints what was said and what was left, as JSON. The folder lies on a disk of a few megabytes, which `test_faults`
mounts for this process alone.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from extractors.sources.store import Store
from flows.errors import RunFailed
from flows.steps import load_findings, publish_warehouse
from tests.support.findings import BORCHESTER, catalogue, paper, score
from tests.support.releases import assert_whole
from tests.support.views import dump
from transforms import Findings
from warehouse import open_warehouse

_LEFT = 100_000
_PAPERS = 3000


def main(folder: Path) -> None:
    """Try each of the three on a full disk, make room, and try it again."""
    warehouse, out = folder / "w.duckdb", folder / "out"
    load_findings(warehouse, first(), catalogue())
    publish_warehouse(warehouse, out)
    before = contents(warehouse)
    told: dict[str, Any] = {}
    with_ballast(folder, lambda: told.update(load=said(lambda: load_findings(warehouse, many(), catalogue()))))
    told["load_left_all_as_it_was"] = contents(warehouse) == before
    load_findings(warehouse, [*first(), *second()], catalogue())
    with_ballast(folder, lambda: told.update(publish=said(lambda: publish_warehouse(warehouse, out))))
    assert_whole(out / "latest")
    told["shown"] = (out / "latest").resolve().name
    told["half_built"] = sorted(path.name for path in out.glob(".building-*"))
    told["published_then"] = publish_warehouse(warehouse, out).version
    assert_whole(out / "latest")
    with_ballast(folder, lambda: told.update(fetch=said(lambda: Store(folder / "store").keep([b"x" * 2**20] * 4))))
    told["store"] = sorted(path.name for path in (folder / "store").rglob("*") if path.is_file())
    told |= on_a_closed_disk(folder, warehouse, out)
    print(json.dumps(told))


def on_a_closed_disk(folder: Path, warehouse: Path, out: Path) -> dict[str, str]:
    """What is said where the disk may only be read; not even an administrator may write there then."""
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    return {
        "closed_load": said(lambda: load_findings(warehouse, first(), catalogue())),
        "closed_publish": said(lambda: publish_warehouse(warehouse, out)),
    }


def first() -> list[Findings]:
    return [paper("one", score(3, "lamps"), score(4, "benches"))]


def second() -> list[Findings]:
    return [paper("two", score(2, "lamps", authority=BORCHESTER))]


def many() -> list[Findings]:
    return [
        paper(f"{n}", *(score(n % 6, b, period=f"{1990 + n % 30}") for b in ("lamps", "benches")))
        for n in range(_PAPERS)
    ]


def contents(warehouse: Path) -> Any:
    with open_warehouse(warehouse) as opened:
        return dump(opened)


def said(act: Callable[[], object]) -> str:
    try:
        act()
    except RunFailed as error:
        return f"RunFailed: {error}"
    except OSError as error:
        return f"OSError: {error.strerror}"
    return "done"


def with_ballast(folder: Path, act: Callable[[], object]) -> None:
    """Do something while hardly any room is left on the disk."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        file.write(bytes(max(shutil.disk_usage(folder).free - _LEFT, 0)))
        file.flush()
        os.fsync(file.fileno())
    act()
    ballast.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
