"""The pages that are made say what the program says now; `python -m tests.written` brings them up to date."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from tests.support.findings import catalogue, paper, score
from tests.support.pages import blocks
from tests.written.dictionary import PAGE, dictionary_page
from tests.written.recipes import PAGES, as_it_should_be, run_page
from warehouse import load, open_warehouse
from warehouse.publication.analysts_copy import write_copy

COMPARING = PAGES[0]


def test_the_data_dictionary_is_what_the_comments_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == dictionary_page()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_recipe_gives_what_its_page_shows(page: Path, example_release: Path) -> None:
    folder = example_release.parents[2]
    shown = page.read_text(encoding="utf-8")
    assert [ran.shown for ran in run_page(page, folder)] == [ran.result for ran in run_page(page, folder)]
    assert shown == as_it_should_be(page, folder)
    assert len(list(run_page(page, folder))) == shown.count("```sql\n") + shown.count("```python\n")


def test_the_recipe_for_contradictions_finds_them(tmp_path: Path) -> None:
    """Among the examples there is none, so the page shows an empty table."""
    one, other = (paper(name, score(value), published_on=date(2022, 9, 8)) for name, value in (("a", 3), ("b", 4)))
    with open_warehouse(tmp_path / "warehouse.duckdb") as warehouse:
        load(warehouse, [one, other, paper("c", score(5, "drains"))], catalogue())
        copy = write_copy(warehouse, tmp_path)
    [query] = [query for query in blocks(COMPARING, "sql") if "review_queue" in query]
    with duckdb.connect(str(copy), read_only=True) as latest:
        assert latest.execute(query).fetchall() == [("Ambridge Council", "lamps", 2022, "a.pdf: 3; b.pdf: 4")]
