"""Each hard case alone, and what all of them come to together."""

from pathlib import Path

import pytest

from extractors import Document, read
from tests.conftest import do_without, find_program
from tests.hard_cases import drawn_layouts_pages, drawn_layouts_plain, drawn_layouts_producers, drawn_layouts_together
from tests.hard_cases.cases import all_cases
from tests.hard_cases.facts import Case, kept, strangers

ALL = all_cases()
LAYOUTS = (drawn_layouts_plain, drawn_layouts_pages, drawn_layouts_producers, drawn_layouts_together)
LAID_OUT = {case.title for module in LAYOUTS for case in module.CASES}
TABLES = {5: 1, 6: 1, 16: 1, 21: 1, 22: 1, 25: 1, 17: 2, 18: 2}
"""How many tables a drawn layout shows, by its number: none is seen twice, and two that touch stay two."""


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.number:02}-{case.title.replace(' ', '-')}")
def test_a_hard_case_keeps_its_facts(case: Case, tmp_path: Path) -> None:
    for program in case.needs:
        if find_program(program) is None:
            do_without(program)
    document: Document = read(case.draw(tmp_path))
    lost = [fact for fact in case.facts if not kept(document, fact)]
    assert not lost, "\n".join([*map(str, lost), *(str(table.rows) for table in document.tables)])
    assert not strangers(document, case)
    if case.title in LAID_OUT and case.number in TABLES:
        firsts = {table.rows[0][0] for table in document.tables}
        assert len(document.tables) == len(firsts) == TABLES[case.number], [table.rows for table in document.tables]
