"""The bounded form of `python -m tests.long.readers`."""

from pathlib import Path

import pytest

from tests.long.readers import read_while_published


@pytest.mark.long
def test_analysts_read_latest_while_it_is_published_anew(tmp_path: Path) -> None:
    assert min(read_while_published(tmp_path, readers=2, publications=2)) > 1
