"""What a newcomer gets wrong: each is told in one line that says what, where, and what to do, and changes nothing."""

import csv
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors import discover
from flows.cli import main
from flows.reading import interpret
from flows.settings import Settings
from flows.steps import catalogue_of, load_findings
from flows.summary import Ingested, Summary
from transforms import Lexicon

Call = Callable[..., tuple[int, str, str]]

FRAMEWORK = """
id = "own"
title = "Own"
[scale]
lowest = 1
highest = 5
[[bands]]
name = "met"
label = "Met"
lowest = 1
highest = 5
[[items]]
id = "one"
number = 1
name = "One thing"
"""
HEAD = "code,name,short_name,type,region,nation\n"


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """The program called with some words in an empty folder: its status, what it prints, what it complains."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.md").write_text("# Minutes\n", encoding="utf-8")

    def called(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["scorepack", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return ended.value.code, printed.out, printed.err

    return called


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["extract", "paper.md", "--format", "xml"], "'--format': 'xml' is not one of 'json', 'csv', 'html'. See"),
        (
            ["extract", "paper.md", "--page", "x"],
            "'--page': it must be a whole number. See `scorepack extract --help`.",
        ),
        (["runn"], "No such command 'runn'. Did you mean 'run'? See `scorepack --help`."),
        (["run", "--stric"], "No such option: --stric (Possible options: --strict). See `scorepack run --help`."),
        (["review"], "Missing command. See `scorepack review --help`."),
        (["review", "apply"], "Missing argument 'FILE'. See `scorepack review apply --help`."),
        (["run", "paper.md", "--warehouse", "."], ". is a folder. Name a file with --warehouse or in scorepack.toml."),
        (
            ["run", "paper.md", "--out", "paper.md"],
            "paper.md is a file. Name a folder with --out or in scorepack.toml.",
        ),
        (
            ["serve"],
            "scorepack.toml does not exist. Name an existing file with --config, or write one: `scorepack init`.",
        ),
        (["init", "paper.md"], "paper.md cannot be written (there is a file of that name). Name another place."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_is_told_with_the_next_step(call: Call, words: list[str], complaint: str) -> None:
    status, printed, complained = call(*words)
    assert (status, printed, complained.count("\n")) == (2, "", 1)
    assert complaint in complained


@pytest.mark.parametrize(
    ("register", "complaint"),
    [
        (b"code,name\xff\n", "own.csv: is not UTF-8. Save it as 'CSV UTF-8'."),
        (HEAD.encode() + b"X1\n", "own.csv: row 2 has no name. Fill it in, or take the row out."),
        (
            HEAD.replace(",", ";").encode(),
            "own.csv: its columns are not separated by commas. Save it as CSV with commas.",
        ),
        (HEAD.encode() + b"X1,Exham,Exham,unitary,Nowhere,England\n", "own.csv: Exham is in 'Nowhere', which is no"),
        (HEAD.encode() + b'X1,"Exham\n' + b"x" * 200_000, "own.csv: row 2 cannot be read"),
    ],
    ids=["latin", "short row", "semicolons", "unknown region", "open quotation mark"],
)
def test_a_register_that_cannot_be_used_is_told_with_its_row(call: Call, register: bytes, complaint: str) -> None:
    Path("own.csv").write_bytes(register)
    Path("scorepack.toml").write_text('[registers]\nauthorities = ["own.csv"]\n', encoding="utf-8")
    status, _, complained = call("run", "paper.md")
    assert (status, complained.count("\n")) == (2, 1)
    assert complaint in complained


def test_a_register_that_is_a_folder_is_told(call: Call) -> None:
    Path("scorepack.toml").write_text('[registers]\nregions = ["."]\n', encoding="utf-8")
    status, _, complained = call("run", "paper.md")
    assert (status, complained.count("\n")) == (2, 1)
    assert "could not be opened" in complained


def test_a_partnership_of_an_unknown_authority_is_told_with_what_to_do(call: Call) -> None:
    Path("own.csv").write_text("name,authority_code\nSafer Exham,E99\n", encoding="utf-8")
    Path("scorepack.toml").write_text('[registers]\npartnerships = ["own.csv"]\n', encoding="utf-8")
    status, _, complained = call("run", "paper.md")
    assert status == 2
    assert "Correct the code, or leave it empty where the partnership stands for no single authority." in complained


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("highest = 5", 'highest = "five"'), "cannot be used (could not convert string to float: 'five')"),
        (("[scale]\nlowest = 1\nhighest = 5", "scale = 5"), "cannot be used"),
        (("number = 1", 'number = 1\naliases = "Thing"'), "'aliases' must be a list"),
        (
            ("[[items]]", '[[items]]\nid = "two"\nnumber = 1\nname = "Two"\n[[items]]'),
            "two items have the number 1; give each its own.",
        ),
    ],
    ids=["a word for a number", "no table", "a text for a list", "one number twice"],
)
def test_a_framework_that_cannot_be_used_is_told_with_its_file(
    call: Call, change: tuple[str, str], complaint: str
) -> None:
    Path("own").mkdir()
    Path("own", "own.toml").write_text(FRAMEWORK.replace(*change), encoding="utf-8")
    Path("scorepack.toml").write_text('[frameworks]\nfolders = ["own"]\n', encoding="utf-8")
    status, _, complained = call("run", "paper.md")
    assert (status, complained.count("\n")) == (2, 1)
    assert str(Path("own", "own.toml")) in complained
    assert complaint in complained


def test_the_framework_of_these_tests_can_be_used(call: Call) -> None:
    Path("own").mkdir()
    Path("own", "own.toml").write_text(FRAMEWORK, encoding="utf-8")
    Path("scorepack.toml").write_text('[frameworks]\nfolders = ["own"]\n', encoding="utf-8")
    assert call("explain", "paper.md")[0] == 0


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (rb'sources = ["C:\papers"]', r"In paths write / for \, or put them in single quotation marks."),
        (b'sources = ["caf\xe9"]', "scorepack.toml: is not UTF-8. Save it as UTF-8."),
    ],
)
def test_a_configuration_from_windows_is_told_how_to_write_it(call: Call, text: bytes, complaint: str) -> None:
    Path("scorepack.toml").write_bytes(text)
    status, _, complained = call("run", "paper.md")
    assert (status, complained.count("\n")) == (2, 1)
    assert complaint in complained


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"a,b\n"], ids=["empty", "no text", "another file"])
def test_a_sheet_without_the_columns_of_a_review_is_no_answer(call: Call, content: bytes) -> None:
    """A wrong file must not be thanked for."""
    _warehouse()
    Path("answers.csv").write_bytes(content)
    status, printed, complained = call("review", "apply", "answers.csv")
    assert (status, printed) == (2, "")
    assert "the column observation_id, decision" in complained


def test_a_sheet_goes_only_into_a_folder_that_is_there(call: Call) -> None:
    _warehouse()
    status, _, complained = call("review", "export", "nowhere/queue.csv")
    assert status == 2
    assert complained.startswith("scorepack: nowhere/queue.csv cannot be written (")
    assert complained.endswith("'nowhere'). Name another place.\n")


def test_the_next_step_of_a_review_names_the_same_warehouse(call: Call) -> None:
    _warehouse("own.duckdb", score="2-3")
    told = call("review", "export", "queue.csv", "--warehouse", "own.duckdb")[1]
    assert "`scorepack review apply queue.csv --warehouse own.duckdb`" in told
    with Path("queue.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 1
    assert (
        "`scorepack publish --warehouse own.duckdb`"
        in call("review", "apply", "queue.csv", "--warehouse", "own.duckdb")[1]
    )


def test_a_folder_without_papers_is_told_as_that() -> None:
    """Else a wrong folder looks like one whose papers hold no scores."""
    names = ("extracted", "no_scores", "failed", "documents", "accepted", "review", "rejected", "measures")
    nothing = dict.fromkeys((*names, "recommendations", "notices"), 0)
    told = Summary(ingested=Ingested("scorepack.duckdb", nothing, ())).as_text()
    assert "No paper was found under the sources: check the path, and what is in it." in told
    one = Summary(ingested=Ingested("scorepack.duckdb", nothing | {"documents": 1}, ())).as_text()
    assert "No paper was found" not in one


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_help_is_a_result(call: Call, word: str) -> None:
    status, printed, complained = call(word)
    assert (status, complained) == (0, "")
    assert "doctor" in printed


def test_the_program_tells_its_version(call: Call) -> None:
    status, printed, complained = call("--version")
    assert (status, complained) == (0, "")
    assert printed.startswith("scorepack ")


def _warehouse(name: str = "scorepack.duckdb", score: str = "3") -> None:
    """A warehouse with one paper."""
    labels = ("Referral Pathway", "Channel Panel", "Prevent Partnership Plan", "Multi Agency Partnership Board")
    rows = "".join(f"| {label} | 4 |\n" for label in labels) + f"| Venue Hire and IT Policies | {score} |\n"
    text = f"# Sefton Council: Prevent duty benchmarks 2022\n\n| Benchmark | Score |\n| --- | --- |\n{rows}"
    Path("sefton.md").write_text(text, encoding="utf-8")
    catalogue = catalogue_of(Settings())
    [source] = discover(["sefton.md"])
    load_findings(Path(name), [interpret(source, Lexicon.of(catalogue))], catalogue)
