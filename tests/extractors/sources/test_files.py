"""Files and folders on this machine."""

import os
from datetime import date
from pathlib import Path

import pytest

from extractors import Fetching, Withheld, discover, list_papers
from extractors.errors import PaperNotFound
from extractors.sources.visit import Visit


def names(*addresses: Path | str) -> list[str]:
    return [source.file_name for source in discover(map(str, addresses))]


def test_a_file_is_a_source(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    (source,) = discover([str(tmp_path / "a.pdf")])
    assert (source.path, source.file_name, source.publisher_host) == (tmp_path / "a.pdf", "a.pdf", None)


def test_a_folder_is_read_recursively_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("c.pdf", "a.pdf", "b/x.docx"):
        (tmp_path / name).touch()
    assert names(tmp_path) == ["a.pdf", "x.docx", "c.pdf"]


def test_hidden_files_and_lock_files_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".hidden.pdf", "~$a.docx", ".git/b.pdf", "a.docx"):
        (tmp_path / name).touch()
    assert names(tmp_path) == ["a.docx"]


def test_a_hidden_folder_may_be_named_itself(tmp_path: Path) -> None:
    (tmp_path / ".papers").mkdir()
    (tmp_path / ".papers" / "a.pdf").touch()
    assert names(tmp_path / ".papers") == ["a.pdf"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.pdf").touch()
    (inside / "a.pdf").touch()
    (inside / "link.pdf").symlink_to(outside / "secret.pdf")
    (inside / "folder").symlink_to(outside)
    (inside / "same.pdf").symlink_to(inside / "a.pdf")
    assert names(inside) == ["a.pdf", "same.pdf"]


def told(folder: Path) -> dict[str, str]:
    with Visit(Fetching()) as visit:
        listed = list(list_papers(str(folder), visit, today=date(2026, 1, 1)))
    return {one.title: one.why for one in listed if isinstance(one, Withheld)}


def test_links_out_of_the_folder_and_to_nothing_are_told(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (inside / "folder").symlink_to(outside)
    (inside / "lost.pdf").symlink_to(inside / "nowhere.pdf")
    (inside / "loop.pdf").symlink_to(inside / "loop.pdf")
    (inside / "a.pdf").touch()
    (inside / "same.pdf").symlink_to(inside / "a.pdf")
    assert names(inside) == ["a.pdf", "same.pdf"]
    found = told(inside)
    assert set(found) == {"folder", "lost.pdf", "loop.pdf"}
    assert "leads out of the folder, and was not followed" in found["folder"]
    assert "leads to nothing" in found["lost.pdf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_never_opened_and_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "a.pdf").touch()
    assert names(tmp_path) == ["a.pdf"]
    assert "no file but a pipe" in told(tmp_path)["pipe.pdf"]


def test_a_path_that_leads_to_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(PaperNotFound, match=r"nothing\.pdf does not exist"):
        names(tmp_path / "nothing.pdf")
