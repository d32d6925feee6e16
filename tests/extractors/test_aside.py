"""Files that are there whole or not at all."""

import os
import stat

import pytest

from extractors.aside import Aside


def test_a_file_has_its_name_only_when_it_is_whole(tmp_path):
    place = tmp_path / "objects" / "one"
    with Aside(tmp_path / "partial") as part:
        part.stream.write(b"half")
        assert not place.exists()
        part.stream.write(b" and half")
        part.move_to(place)
    assert place.read_bytes() == b"half and half"
    assert list((tmp_path / "partial").iterdir()) == []


def test_what_was_not_moved_is_gone(tmp_path):
    with Aside(tmp_path) as part:
        part.stream.write(b"half")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_it_is_its_makers_alone_unless_told_otherwise(tmp_path):
    for mode, expected in ((None, 0o600), (0o644, 0o644)):
        with Aside(tmp_path) as part:
            part.move_to(tmp_path / "one", mode)
        assert stat.S_IMODE((tmp_path / "one").stat().st_mode) == expected
