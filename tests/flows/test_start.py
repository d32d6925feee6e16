"""A start that answers at once: help and completion load nothing that they do not show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.imports import ROOT

HEAVY = {"duckdb", "extractors", "jinja2", "pandas", "pebble", "prefect", "rapidfuzz", "transforms", "warehouse"}


@pytest.mark.parametrize("words", [["--help"], ["run", "--help"], ["--version"]], ids=" ".join)
def test_help_loads_neither_a_room_nor_its_libraries(words: list[str]) -> None:
    assert _loaded(words).isdisjoint(HEAVY)


def test_extract_loads_nothing_that_knows_benchmarks(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("| Benchmark | Score |\n| --- | --- |\n| Channel Panel | 3 |\n", encoding="utf-8")
    loaded = _loaded(["extract", str(paper)])
    assert "extractors" in loaded
    assert loaded.isdisjoint(HEAVY - {"extractors"})


@pytest.mark.parametrize(
    ("shell", "asked"),
    [
        ("bash", {"COMP_WORDS": "scorepack re", "COMP_CWORD": "1"}),
        ("zsh", {"_TYPER_COMPLETE_ARGS": "scorepack re"}),
        ("fish", {"_TYPER_COMPLETE_ARGS": "scorepack re", "_TYPER_COMPLETE_FISH_ACTION": "get-args"}),
    ],
)
def test_a_shell_completes_commands(shell: str, asked: dict[str, str]) -> None:
    told = _called([], asked | {"_SCOREPACK_COMPLETE": f"complete_{shell}"})
    assert "refresh" in told
    assert "review" in told
    assert "publish" not in told


def test_a_shell_completes_options_and_their_words() -> None:
    asked = {"_SCOREPACK_COMPLETE": "complete_bash", "COMP_WORDS": "scorepack extract --format ", "COMP_CWORD": "3"}
    assert _called([], asked).split() == ["json", "csv", "html"]


def _loaded(words: list[str]) -> set[str]:
    """The packages in memory after the program was called."""
    listing = "print('\\n'.join({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    program = f"import sys\nfrom flows.cli import main\ntry:\n    main()\nfinally:\n    {listing}\n"
    done = subprocess.run([sys.executable, "-c", program, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


def _called(words: list[str], asked: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "flows", *words],
        cwd=ROOT,
        env=os.environ | asked,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout
