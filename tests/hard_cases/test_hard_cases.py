"""Each hard case alone, and what all of them come to together."""

from pathlib import Path

import pytest

from extractors import Document, read
from tests.conftest import do_without, find_program
from tests.hard_cases.cases import all_cases
from tests.hard_cases.facts import Case, kept, strangers

ALL = all_cases()


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.number:02}-{case.title.replace(' ', '-')}")
def test_a_hard_case_keeps_its_facts(case: Case, tmp_path: Path) -> None:
    for program in case.needs:
        if find_program(program) is None:
            do_without(program)
    document: Document = read(case.draw(tmp_path))
    lost = [fact for fact in case.facts if not kept(document, fact)]
    assert not lost, "\n".join([*map(str, lost), *(str(table.rows) for table in document.tables)])
    assert not strangers(document, case)
