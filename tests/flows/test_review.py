"""`scorepack review` from the command line: the queue out, the decisions back, the meanings kept for the next run."""

import csv
import json
from pathlib import Path

import duckdb
import pytest

from extractors import discover
from flows.reading import interpret
from flows.settings import Settings
from flows.steps import catalogue_of, load_findings, with_review
from tests.flows.test_cli import scorepack
from transforms import Lexicon

PAPER = """# Prevent duty benchmarking 2022: Leicestershire County Council

| Benchmark | Score |
| --- | --- |
| Risk Assessment | 4 |
| Multi-agency Partnership Bord | 5 |
| Prevent Partnership Plan | 5 |
| Referral Pathway | 4 |
| Channel Panel | 5 |
| Prevent Problem Solving | 4 |
"""
"""One label is misprinted, so its value is held."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one paper, read into a warehouse."""
    (tmp_path / "briefing.md").write_text(PAPER, encoding="utf-8")
    _ingest(tmp_path)
    return tmp_path


def test_a_held_value_goes_out_to_a_person_and_comes_back_decided(folder: Path):
    shown = scorepack("review", "list", folder=folder)
    assert shown.returncode == 0
    assert "briefing.md, table 1, row 3, column 2" in shown.stdout
    assert shown.stdout.endswith("1 value waits for review.\n")
    exported = scorepack("review", "export", "queue.csv", folder=folder)
    assert exported.stdout.startswith("queue.csv: 1 value waits for review. Write accept")
    _answer(folder / "queue.csv", decision="accept")
    applied = scorepack("review", "apply", "queue.csv", folder=folder)
    assert applied.stdout == "accepted 1, corrected 0, rejected 0; 0 wait. Publish with `scorepack publish`.\n"
    assert _scores(folder)["multi_agency_partnership_board"] == 5
    assert scorepack("review", "list", folder=folder).stdout == "0 values wait for review.\n"


def test_an_alias_is_known_to_the_next_reading(folder: Path):
    scorepack("review", "export", "queue.csv", folder=folder)
    _answer(folder / "queue.csv", decision="alias", why="how this council spells it")
    assert "Printed texts given a meaning: 1; ingest" in scorepack("review", "apply", "queue.csv", folder=folder).stdout
    lexicon = Lexicon.of(with_review(catalogue_of(Settings()), folder / "scorepack.duckdb"))
    [source] = discover([str(folder / "briefing.md")])
    assert {found.status for found in interpret(source, lexicon).observations} == {"accepted"}


def test_an_alias_that_already_means_another_benchmark_is_refused(folder: Path):
    scorepack("review", "export", "queue.csv", folder=folder)
    _answer(folder / "queue.csv", decision="alias", why="a slip", benchmark="channel_panel")
    with duckdb.connect(folder / "scorepack.duckdb") as connection:
        connection.execute("update core.observed set benchmark_text = 'Risk Assessment' where status = 'review'")
    done = scorepack("review", "apply", "queue.csv", folder=folder)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "Risk Assessment" in done.stderr
    assert scorepack("review", "list", folder=folder).stdout.endswith("1 value waits for review.\n")


def test_the_queue_can_be_had_as_json(folder: Path):
    [waiting] = json.loads(scorepack("review", "list", "--json", folder=folder).stdout)
    assert (waiting["benchmark"], waiting["score_text"]) == ("multi_agency_partnership_board", "5")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["list"], "The warehouse scorepack.duckdb does not exist"),
        (["apply", "nowhere.csv"], "nowhere.csv does not exist"),
        (["export", "queue.ods"], "The warehouse scorepack.duckdb does not exist"),
    ],
)
def test_a_review_that_cannot_be_had_is_told_in_one_line(tmp_path: Path, words: list[str], sentence: str):
    done = scorepack("review", *words, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert sentence in done.stderr


def test_a_wrong_row_is_told_with_status_2(folder: Path):
    scorepack("review", "export", "queue.csv", folder=folder)
    _answer(folder / "queue.csv", decision="maybe")
    done = scorepack("review", "apply", "queue.csv", folder=folder)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "row 2: 'maybe' is no decision" in done.stderr


def _ingest(folder: Path) -> None:
    catalogue = catalogue_of(Settings())
    [source] = discover([str(folder / "briefing.md")])
    load_findings(folder / "scorepack.duckdb", [interpret(source, Lexicon.of(catalogue))], catalogue)


def _answer(file: Path, **answers: str) -> None:
    with file.open(newline="", encoding="utf-8-sig") as stream:
        sheet = list(csv.DictReader(stream))
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, sheet[0].keys())
        writer.writeheader()
        writer.writerows(row | answers for row in sheet)


def _scores(folder: Path) -> dict[str, float]:
    with duckdb.connect(folder / "scorepack.duckdb", read_only=True) as connection:
        return dict(connection.execute("select benchmark, score from scores").fetchall())
