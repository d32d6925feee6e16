"""The bounded form of `python -m tests.fuzz.guided`."""

from pathlib import Path

import pytest

from tests.fuzz import guided
from tests.fuzz.guided import FaultFound, spoil
from tests.fuzz.reading import FAULT


def test_no_damage_that_hypothesis_chooses_meets_a_fault_of_ours(tmp_path: Path) -> None:
    counts = spoil(25, 3, tmp_path)
    assert counts.total() >= 25
    assert counts[FAULT] == 0


def test_a_fault_is_told_and_its_smallest_paper_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guided, "seeds", lambda: {"extract.txt": b"Channel Panel: 4\n"})
    monkeypatch.setattr(guided, "kind_of", lambda _: FAULT)
    with pytest.raises(FaultFound, match=r"extract\.txt"):
        spoil(3, 1, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["extract.txt"]
