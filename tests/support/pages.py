"""The pages that people read: their blocks of code, commands and links."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.imports import ROOT


def pages() -> list[Path]:
    """Every page of the project."""
    return sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def block(page: Path, language: str) -> str:
    """The one fenced block of a language."""
    [found] = blocks(page, language)
    return found


def commands(page: Path) -> Iterator[str]:
    """Every command line of the program that a page shows, without the program's name."""
    text = page.read_text(encoding="utf-8")
    lines = [
        line.strip()
        for shown in re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        for line in shown.splitlines()
    ]
    lines += [line.strip() for line in re.findall(r"^    (?! ).+$", text, re.MULTILINE)]
    inline = re.findall(r"`(scorepack [^`]+)`", text)
    for line in [*lines, *inline]:
        if found := re.search(r"(?:^|\s)scorepack (?P<rest>[a-z].*)$", line):
            yield found["rest"]


def links(page: Path) -> Iterator[str]:
    """The links of a page to files of the project."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("#"):
            yield target.partition("#")[0]


def table(page: Path, first_head: str) -> dict[str, str]:
    """The first two columns of the table whose first column is headed so."""
    lines = page.read_text(encoding="utf-8").split(f"| {first_head} |", 1)[1].splitlines()[2:]
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in _until_blank(lines)]
    return {row[0]: row[1] for row in rows}


def _until_blank(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("|"):
            return
        yield line
