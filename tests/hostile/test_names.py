"""Letters that do not show what they say: no value is taken for another council in silence."""

from pathlib import Path

import pytest

from extractors import Source
from extractors.reader import TURNED
from flows.reading import interpret
from tests.support import papers
from transforms import Findings, Lexicon, load_catalogue

LEICESTERSHIRE = "E10000018"


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.of(load_catalogue())


def found(folder: Path, content: bytes, lexicon: Lexicon) -> Findings:
    path = papers.save(folder, "briefing.html", content)
    return interpret(Source(address=str(path), path=path, file_name=path.name), lexicon)


def accepted_for(findings: Findings) -> set[str | None]:
    return {one.subject.authority_code for one in findings.observations if one.status == "accepted"}


@pytest.mark.parametrize(
    "name",
    ["Leicester\u200bshire", "Leicester\u034fshire", "Leicester\ufe0fshire", "Leicester\u2066\u2069shire",
     "Leicester\U000e0073shire", "Leicester\u3164shire"],
    ids=ascii,
)  # fmt: skip
def test_a_name_with_what_does_not_show_inside_is_the_name_that_shows(
    name: str, tmp_path: Path, lexicon: Lexicon
) -> None:
    findings = found(tmp_path, papers.briefing_text("html", authority=name), lexicon)
    assert accepted_for(findings) == {LEICESTERSHIRE}


@pytest.mark.parametrize("name", ["Leicester\u2009shire", "Leicester shire", "Derby\u3000shire"], ids=ascii)
def test_a_name_broken_before_shire_is_not_that_of_the_town(name: str, tmp_path: Path, lexicon: Lexicon) -> None:
    assert accepted_for(found(tmp_path, papers.briefing_text("html", authority=name), lexicon)) == set()


@pytest.mark.parametrize(
    "name", ["\u202eybreD\u202c", "Derby\u202e\u202cshire", "Leicester\u2067\u2069shire"], ids=ascii
)
def test_a_paper_with_letters_in_another_order_waits_for_a_person(name: str, tmp_path: Path, lexicon: Lexicon) -> None:
    findings = found(tmp_path, papers.briefing_text("html", authority=name), lexicon)
    assert len(findings.observations) == 10
    assert accepted_for(findings) == set()
    assert all(TURNED in (one.reason or "") for one in findings.observations)


def test_figures_in_another_order_wait_for_a_person(tmp_path: Path, lexicon: Lexicon) -> None:
    content = papers.briefing_text("html").replace(b"<td>5</td>", "<td>\u202e5 \u2192 2\u202c</td>".encode(), 1)
    assert content.count("\u202e".encode()) == 1
    findings = found(tmp_path, content, lexicon)
    assert accepted_for(findings) == set()


@pytest.mark.parametrize("name", ["\u0405efton", "S\u0435fton"], ids=ascii)
def test_letters_of_another_script_that_look_alike_are_another_name(
    name: str, tmp_path: Path, lexicon: Lexicon
) -> None:
    assert accepted_for(found(tmp_path, papers.briefing_text("html", authority=name), lexicon)) == set()
