"""The bounded form of `python -m tests.long.kills`."""

import random
import sys

import pytest

from tests.long.kills import kill_again_and_again


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_killed_load_or_publication_loses_doubles_and_halves_nothing() -> None:
    tally = kill_again_and_again(2, random.Random(11))
    assert tally.struck.total() == 2
