"""The recipes for analysts: each block of code as it is run, and what it gives as the page shows it."""

import contextlib
import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tests.support.imports import ROOT

PAGES = tuple(ROOT / "docs" / "recipes" / name for name in ("comparing.md", "pandas.md"))
STEP = re.compile(
    r"```(?P<language>sql|python)\n(?P<code>.*?)```\n(?P<shown>\n(?:\|[^\n]*\n)+|\n```text\n.*?```\n)?", re.DOTALL
)
"""A block of code with the table or the print below it."""


@dataclass(frozen=True, slots=True)
class Ran:
    """One block of a page, and its result as the page should show it."""

    code: str
    shown: str
    result: str


def as_it_should_be(page: Path, folder: Path) -> str:
    """The page with the results of its code, which runs in a folder that holds `published/`."""
    results = (ran.result for ran in run_page(page, folder))
    return STEP.sub(
        lambda step: f"```{step['language']}\n{step['code']}```\n{next(results)}", page.read_text(encoding="utf-8")
    )


def run_page(page: Path, folder: Path) -> Iterator[Ran]:
    """Every block of a page in its order; Python blocks share their names."""
    names: dict[str, Any] = {}
    file = str(folder / "published" / "latest" / "scorepack.duckdb")
    for step in STEP.finditer(page.read_text(encoding="utf-8")):
        code = step["code"]
        result = _print_of(code, names, folder) if step["language"] == "python" else _table_of(code, file)
        yield Ran(code, step["shown"] or "", result)


def _table_of(query: str, file: str) -> str:
    with duckdb.connect(file, read_only=True) as latest:
        answer = latest.execute(query)
        head = [str(column[0]) for column in answer.description or ()]
        rows = answer.fetchall()
    lines = [head, ["---"] * len(head), *([_cell(value) for value in row] for row in rows)]
    return "\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, float):
        return f"{value:g}" if value == round(value, 4) else f"{value:.4f}"
    if isinstance(value, tuple | list):
        return ", ".join(f"{part:.1f}" for part in value)
    return str(value).replace("|", "\\|").replace("\n", " ")


def _print_of(code: str, names: dict[str, Any], folder: Path) -> str:
    printed = io.StringIO()
    before = Path.cwd()
    os.chdir(folder)
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "<recipe>", "exec"), names)
    finally:
        os.chdir(before)
    lines = (line.rstrip() for line in printed.getvalue().rstrip().splitlines())
    return "\n```text\n" + "\n".join(lines) + "\n```\n"
