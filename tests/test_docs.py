"""What the pages say is true: their code runs, their commands exist, their links lead somewhere."""

import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from flows.cli import app
from flows.settings import read_settings
from flows.steps import catalogue_of
from tests.support.imports import ROOT
from tests.support.pages import block, blocks, commands, links, pages, table
from transforms import attribution, judgement

README = ROOT / "README.md"
STRICTNESS = ROOT / "docs" / "strictness.md"
SHOWN = sorted({command for page in pages() for command in commands(page)})


@pytest.mark.parametrize("command", SHOWN)
def test_every_command_that_a_page_shows_exists_with_its_options(command: str) -> None:
    """Read as the program itself reads it, without running it; a command that is only named needs no arguments."""
    _parse(_program(), "scorepack", shlex.split(command))


def test_the_readme_tells_of_every_command_of_the_program() -> None:
    told = {command.split()[0] for command in commands(README)}
    assert told == set(_program().commands)


def test_the_first_command_of_the_readme_reads_what_is_there() -> None:
    [line] = [line for shown in blocks(README, "sh") for line in shown.splitlines() if " scorepack run " in line]
    words = shlex.split(line.partition(" scorepack run ")[2])
    assert [ROOT / words[0], ROOT / words[2]] == [ROOT / "examples" / "papers", ROOT / "examples" / "scorepack.toml"]
    assert read_settings(ROOT / words[2]).out == ROOT / "examples" / "published"
    assert "`examples/published/latest/index.html`" in README.read_text(encoding="utf-8")


def test_the_python_example_runs_and_shows_tables() -> None:
    done = subprocess.run(
        [sys.executable, "-c", block(README, "python")], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "table ('Benchmark', '2021/22', '2022/23', 'Change')" in done.stdout.splitlines()
    assert done.stderr == ""


def test_the_configuration_example_can_be_used(tmp_path: Path) -> None:
    """It stands beside the example papers and registers, whose names it uses."""
    shutil.copytree(ROOT / "examples" / "registers", tmp_path / "registers")
    file = tmp_path / "scorepack.toml"
    file.write_text(block(README, "toml"), encoding="utf-8")
    settings = read_settings(file)
    catalogue = catalogue_of(settings)
    assert settings.sources == (str(tmp_path / "papers"),)
    assert settings.limits.seconds_per_paper == 120
    assert "Midmark" in {region.name for region in catalogue.regions}
    assert catalogue.framework("prevent-duty-2018").weights["channel_panel"] == 2


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def test_the_strictness_page_gives_the_trust_that_the_code_puts_in_each_place() -> None:
    told = {place: f"{trust:g}" for place, trust in attribution.TRUST.items() if trust >= judgement.ACCEPT_FROM}
    assert table(STRICTNESS, "place") == told


def test_the_strictness_page_gives_the_confidence_that_the_code_asks_for() -> None:
    text = STRICTNESS.read_text(encoding="utf-8")
    assert f"Below {judgement.ACCEPT_FROM:g} (`ACCEPT_FROM`" in text
    seen = judgement._OF_METHOD
    assert f"(table {seen['table']}, chart {seen['chart']}, sentence {seen['text']}, picture {seen['picture']})" in text


def test_the_pages_that_tell_how_to_set_up_and_check_agree_with_what_every_change_must_pass() -> None:
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for check in ("ruff check", "ruff format --check", "mypy"):
        assert f"uv run --frozen {check}" in checks
        assert f"uv run --frozen {check}" in contributing


def _parse(command: TyperCommand | TyperGroup, name: str, words: list[str]) -> None:
    here = command.make_context(name, list(words), resilient_parsing=not words)
    if isinstance(command, TyperGroup) and words:
        part_name, part, rest = command.resolve_command(here, words)
        assert isinstance(part, TyperCommand | TyperGroup)
        _parse(part, str(part_name), rest)


def _program() -> TyperGroup:
    found = get_command(app)
    assert isinstance(found, TyperGroup)
    return found
