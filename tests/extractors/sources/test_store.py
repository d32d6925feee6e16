"""The folder of fetched papers: whole or not at all."""

import hashlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.sources.store import Entry, Store


def entry(sha256: str, size: int, **facts: str) -> Entry:
    known = {"address": "https://example.org/a", "edition": "1", "file_name": "a.pdf", "host": "example.org"}
    return Entry(sha256=sha256, size=size, fetched_at="2026-01-01T00:00:00+00:00", **(known | facts))


def test_bytes_lie_under_their_hash_and_the_ledger_leads_to_them(tmp_path: Path) -> None:
    store = Store(tmp_path)
    sha256, size = store.keep([b"one", b"two"])
    store.enter(entry(sha256, size))
    assert sha256 == hashlib.sha256(b"onetwo").hexdigest()
    assert store.path_of(sha256) == tmp_path / "objects" / sha256[:2] / sha256[2:]
    assert store.entry("https://example.org/a") == entry(sha256, 6)
    assert store.entry("https://example.org/b") is None


def test_what_breaks_off_is_not_kept(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Store(tmp_path).keep(broken())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"address": 1}', b"\xff\xfe"])
def test_a_spoilt_page_of_the_ledger_is_as_none(tmp_path: Path, spoilt: bytes) -> None:
    store = Store(tmp_path)
    store.enter(entry(*store.keep([b"x"])))
    [page] = (tmp_path / "ledger").iterdir()
    page.write_bytes(spoilt)
    assert store.entry("https://example.org/a") is None


def test_a_page_of_the_ledger_leads_to_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    store = Store(tmp_path / "store")
    store.enter(entry("../../../secret", 1))
    assert store.entry("https://example.org/a") is None


def test_parts_that_were_left_behind_are_removed_once_they_are_old(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / "partial").mkdir()
    old, new = tmp_path / "partial" / ".old.part", tmp_path / "partial" / ".new.part"
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 2 * 24 * 3600,) * 2)
    store.sweep()
    assert (old.exists(), new.exists()) == (False, True)
