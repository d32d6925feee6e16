"""Papers made to do harm, read as a run reads them: `python -m tests.hostile` reads the slow ones too."""

from pathlib import Path

from tests.hostile.corpus import corpus
from tests.hostile.trial import LIMITS, trials

_STARTED = 250
"""Megabytes that a process holds before it reads anything, with the libraries of all formats."""


def test_every_hostile_paper_is_read_or_has_a_reason_within_its_limits(tmp_path: Path) -> None:
    quick = [case for case in corpus() if not case.slow]
    folder = tmp_path / "papers"
    folder.mkdir()
    done = list(trials(quick, folder))
    assert [(one.case.name, one.fault) for one in done if one.fault] == []
    assert len(done) == len(quick) > 100
    assert max(one.megabytes for one in done) < LIMITS.megabytes_per_paper + _STARTED
    assert sorted(tmp_path.rglob("*")) == [folder], "no part of a package was written anywhere"


def test_names_are_told_apart() -> None:
    names = [case.name for case in corpus()]
    assert len(names) == len(set(names))
