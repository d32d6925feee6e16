"""The pages that are made say what the program says now; `python -m tests.written` brings them up to date."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.spec.reading import read_paper, spec_lexicon
from tests.spec.toc import CHAPTERS
from tests.support.findings import catalogue, paper, score
from tests.support.imports import ROOT, files_of_the_product
from tests.support.pages import blocks, table
from tests.written.errors import GROUPS
from tests.written.notices import NOTICES, REASONS, Reason, clauses, family_of, kinds_of_notices
from tests.written.recipes import PAGES, as_it_should_be, run_page
from tests.written.reference import REFERENCE
from tests.written.walks import WALKS, walk
from transforms import Lexicon
from warehouse import load, open_warehouse
from warehouse.publication.analysts_copy import write_copy

COMPARING = PAGES[0]
STRICTNESS = ROOT / "docs" / "strictness.md"


@pytest.mark.parametrize("page", REFERENCE, ids=lambda page: page.stem)
def test_every_page_of_the_reference_is_what_the_program_says(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == REFERENCE[page]()


def test_every_error_that_a_user_can_meet_is_in_the_reference() -> None:
    modules = {f"{_dotted(path)}" for path in files_of_the_product() if path.name == "errors.py"}
    assert {module for _, _, group in GROUPS for module in group} == modules


def test_every_kind_of_notice_is_explained() -> None:
    assert set(NOTICES) == kinds_of_notices()
    assert set(NOTICES) == {kind.strip("`") for kind in table(STRICTNESS, "kind")}


def test_every_reason_of_the_reference_by_example_belongs_to_a_family(tmp_path: Path) -> None:
    lexicon = spec_lexicon(tmp_path)
    drawn = [example.drawn for chapter in CHAPTERS for example in chapter.EXAMPLES]
    told = {clause for paper in drawn for reason in _reasons(paper, lexicon) for clause in clauses(reason)}
    assert sorted(clause for clause in told if family_of(clause) is None) == []


@pytest.mark.parametrize("family", REASONS, ids=lambda family: family.title)
def test_a_reason_that_the_reference_shows_is_told(family: Reason, tmp_path: Path) -> None:
    assert family.shown in _reasons(family.paper, spec_lexicon(tmp_path))
    assert family_of(clauses(family.shown)[0]) is family


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_recipe_gives_what_its_page_shows(page: Path, example_release: Path) -> None:
    folder = example_release.parents[2]
    shown = page.read_text(encoding="utf-8")
    assert [ran.shown for ran in run_page(page, folder)] == [ran.result for ran in run_page(page, folder)]
    assert shown == as_it_should_be(page, folder)
    assert len(list(run_page(page, folder))) == shown.count("```sql\n") + shown.count("```python\n")


@pytest.mark.flow
@pytest.mark.long
@pytest.mark.parametrize("page", WALKS, ids=lambda page: page.stem)
def test_every_command_of_a_page_that_walks_through_prints_what_the_page_shows(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path / "prefect"))
    steps = list(walk(page, tmp_path))
    assert [step.shown for step in steps] == [step.printed for step in steps]
    assert any(step.shown for step in steps)


def test_the_recipe_for_contradictions_finds_them(tmp_path: Path) -> None:
    """Among the examples there is none, so the page shows an empty table."""
    one, other = (paper(name, score(value), published_on=date(2022, 9, 8)) for name, value in (("a", 3), ("b", 4)))
    with open_warehouse(tmp_path / "warehouse.duckdb") as warehouse:
        load(warehouse, [one, other, paper("c", score(5, "drains"))], catalogue())
        copy = write_copy(warehouse, tmp_path)
    [query] = [query for query in blocks(COMPARING, "sql") if "review_queue" in query]
    with duckdb.connect(str(copy), read_only=True) as latest:
        assert latest.execute(query).fetchall() == [("Ambridge Council", "lamps", 2022, "a.pdf: 3; b.pdf: 4")]


def _dotted(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")


def _reasons(drawn: str, lexicon: Lexicon) -> set[str]:
    """Why values of a drawn paper are held or rejected."""
    return {found.reason for found in read_paper(drawn, lexicon).observations if found.reason}
