"""Pages that walk through commands: each block is carried out in a folder, and what it prints stands below it.

A block with a title is the file of that name. Lines of `sh` are commands of the program, a block of `python` is run. A
block of `text` below one of these is what it printed; where there is none, what it prints depends on the machine.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.imports import ROOT

DOCS = ROOT / "docs"
WALKS = (DOCS / "tutorial.md", DOCS / "recipes" / "registers.md", DOCS / "recipes" / "reviewing.md")
_STEP = re.compile(
    r'^```(?P<head>(?:sh|python)|\w+ title="(?P<file>[^"]+)")\n(?P<code>.*?)^```\n(?P<shown>\n```text\n.*?^```\n)?',
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One block of a page, what the page shows below it, and what it gave; both empty where the page shows nothing."""

    code: str
    shown: str
    printed: str


def walk(page: Path, folder: Path) -> Iterator[Step]:
    """Carry out every block of a page in its order, in a folder beside a copy of the example papers."""
    shutil.copytree(ROOT / "examples" / "papers", folder / "examples" / "papers")
    shutil.copytree(ROOT / "examples" / "registers", folder / "examples" / "registers")
    for step in _STEP.finditer(page.read_text(encoding="utf-8")):
        printed = _carried_out(step, folder)
        yield Step(step["code"], step["shown"] or "", f"\n```text\n{printed}```\n" if step["shown"] else "")


def as_walked(page: Path, folder: Path) -> str:
    """The page with what its blocks print."""
    steps = walk(page, folder)

    def with_print(step: re.Match[str]) -> str:
        return f"```{step['head']}\n{step['code']}```\n{next(steps).printed}"

    return _STEP.sub(with_print, page.read_text(encoding="utf-8"))


def _carried_out(step: re.Match[str], folder: Path) -> str:
    code = step["code"]
    if step["file"]:
        file = folder / step["file"]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(code, encoding="utf-8")
        return ""
    if step["head"] == "python":
        return _run([sys.executable, "-c", code], folder)
    return "".join(_run([sys.executable, "-m", "flows", *_words(line)], folder) for line in code.splitlines())


def _words(line: str) -> list[str]:
    program, *words = shlex.split(line)
    assert program == "scorepack", f"not a command of the program: {line}"
    return words


def _run(command: list[str], folder: Path) -> str:
    there = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=folder, env=there, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.rstrip().splitlines())
