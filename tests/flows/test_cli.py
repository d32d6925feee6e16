"""The command line: what is printed where, and the exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import papers


def scorepack(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "flows", *words], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Missing command. See `scorepack --help`."),
        (["run"], "No source is given"),
        (["run", ""], "No source is given"),
        (["run", "n" * 300], "does not exist"),
        (["run", "ftp://example.org/paper.pdf"], "begins with https://"),
        (["run", "nowhere"], "nowhere does not exist"),
        (["publish", "--config", "nowhere.toml"], "The configuration nowhere.toml does not exist"),
        (["explain", "nowhere.pdf"], "nowhere.pdf does not exist"),
        (["explain", "."], ". is a folder. Name one document in it."),
        (["extract"], "Missing argument 'DOCUMENT'. See `scorepack extract --help`."),
        (["extract", "paper.txt", "--format", "yaml"], "Invalid value for '--format'"),
        (["serve-tea"], "No such command"),
        (["run", "--faster"], "No such option"),
    ],
)
def test_a_wrong_call_is_told_in_one_line_with_status_2(tmp_path, words, sentence):
    done = scorepack(*words, folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("scorepack: ")
    assert done.stderr.count("\n") == 1
    assert sentence in done.stderr


def test_a_configuration_mistake_has_status_2(tmp_path):
    (tmp_path / "scorepack.toml").write_text("sources = 3", encoding="utf-8")
    done = scorepack("run", folder=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "'sources' must be a list of texts" in done.stderr


def test_a_setting_that_no_catalogue_has_is_told_before_anything_is_read(tmp_path):
    (tmp_path / "scorepack.toml").write_text("[weights.prevent-duty-1918]\ntraining = 2", encoding="utf-8")
    done = scorepack("run", ".", folder=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "there is no framework 'prevent-duty-1918'" in done.stderr
    assert not (tmp_path / "scorepack.duckdb").exists()


def test_a_folder_that_cannot_be_published_into_is_told_before_anything_is_read(tmp_path):
    papers.save(tmp_path, "sefton.docx", papers.briefing_docx())
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    done = scorepack("run", "sefton.docx", "--out", "file/published", folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "Name another place with --warehouse or --out" in done.stderr
    assert not (tmp_path / "scorepack.duckdb").exists()


def test_extract_prints_tables_as_json(tmp_path):
    papers.save(tmp_path, "briefing.docx", papers.briefing_docx())
    done = scorepack("extract", "briefing.docx", folder=tmp_path)
    facts = json.loads(done.stdout)
    [table] = [table for table in facts["tables"] if ["1", "Risk Assessment", "1"] in table["rows"]]
    assert table["rows"][0] == ["", "Benchmark", "Score"]
    assert table["method"] == "table"
    assert (done.returncode, done.stderr) == (0, "")


def test_extract_prints_tables_as_csv_with_table_page_and_row(tmp_path):
    papers.save(tmp_path, "deck.pdf", papers.deck_pdf())
    done = scorepack("extract", "deck.pdf", "--format", "csv", folder=tmp_path)
    [line] = [line for line in done.stdout.splitlines() if ",2022,4,5,5,4,5,4,3,3,2,2" in line]
    assert line.split(",")[2] == "2", "the row of the table counts from 1, as a person would"


def test_explain_tells_the_tables_the_values_and_their_grounds(tmp_path):
    papers.save(tmp_path, "briefing.docx", papers.briefing_docx())
    done = scorepack("explain", "briefing.docx", folder=tmp_path)
    assert "scores prevent-duty-2018 benchmarks down" in done.stdout
    assert "+ channel_panel = 5  (Sefton Metropolitan Borough Council, 2022" in done.stdout
    assert "period from the paper's date" in done.stdout


def test_explain_prints_json(tmp_path):
    papers.save(tmp_path, "briefing.docx", papers.briefing_docx())
    facts = json.loads(scorepack("explain", "briefing.docx", "--json", folder=tmp_path).stdout)
    assert len(facts["observations"]) == 10
    assert facts["document"]["published_on"] == "2022-09-08"


def test_a_paper_that_cannot_be_read_is_explained_as_that(tmp_path):
    papers.save(tmp_path, "locked.docx", papers.password_docx())
    done = scorepack("explain", "locked.docx", folder=tmp_path)
    assert done.returncode == 0
    assert "failed: " in done.stdout
    assert "password" in done.stdout


@pytest.mark.flow
def test_run_prints_a_summary_and_strict_fails_where_a_paper_failed(tmp_path):
    papers.save(tmp_path, "sefton.docx", papers.briefing_docx())
    papers.save(tmp_path, "empty.pdf", papers.empty_file())
    done = scorepack("run", ".", "--json", "--strict", folder=tmp_path)
    facts = json.loads(done.stdout)
    assert done.returncode == 1
    assert (facts["accepted"], facts["failed"], facts["review"]) == (10, 1, 0)
    assert "empty" in facts["failures"][0]["reason"]
    assert facts["publication"]["changed"] is True
    assert done.stderr == "", "progress is for terminals; nothing else belongs on standard error"
