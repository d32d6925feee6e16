"""Spoilt papers of every format: each is read or has a reason, and none stops the others or the run.

`python -m tests.fuzz --inputs 2000 --seed 1` reads as many as one has time for.
"""

from pathlib import Path

from tests.fuzz.inputs import spoilt_paper
from tests.fuzz.reading import FAULT, outcomes

INPUTS = 120
SEED = 0


def test_every_spoilt_paper_is_read_or_has_a_reason_of_its_own(tmp_path: Path) -> None:
    found = list(outcomes((spoilt_paper(SEED, number) for number in range(INPUTS)), tmp_path))
    assert len(found) == INPUTS
    assert [(one.input.name, one.reason) for one in found if one.kind == FAULT] == []
    assert {"read", "damaged"} <= {one.kind for one in found}, "the damage is neither nothing nor everything"


def test_one_seed_and_number_give_the_same_bytes_every_time() -> None:
    assert spoilt_paper(7, 3) == spoilt_paper(7, 3) != spoilt_paper(7, 4)
