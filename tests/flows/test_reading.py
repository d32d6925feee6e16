"""Papers are read in processes of their own: what goes wrong in one is a row with a reason."""

import os
import time
from pathlib import Path

import pytest

from extractors import Source
from flows.reading import PaperReaders, interpret, unreachable
from flows.settings import Limits
from tests.support import papers
from transforms import Lexicon, load_catalogue


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture
def readers(catalogue):
    with PaperReaders(catalogue, Limits(workers=1, seconds_per_paper=60)) as readers:
        yield readers


def source(folder: Path, name: str, content: bytes) -> Source:
    path = papers.save(folder, name, content)
    return Source(address=str(path), path=path, file_name=name)


def test_papers_come_back_in_their_order_with_a_reason_for_each_that_failed(readers, tmp_path):
    sources = [
        source(tmp_path, "a-broken.pdf", papers.broken_pdf()),
        source(tmp_path, "b-sefton.docx", papers.briefing_docx()),
        source(tmp_path, "c-empty.docx", papers.empty_file()),
        source(tmp_path, "d-locked.docx", papers.password_docx()),
    ]
    found = list(readers.read(sources))
    assert [(one.document.file_name, one.document.status) for one in found] == [
        ("a-broken.pdf", "failed"),
        ("b-sefton.docx", "extracted"),
        ("c-empty.docx", "failed"),
        ("d-locked.docx", "failed"),
    ]
    assert "damaged" in found[0].document.reason
    assert len(found[1].observations) == 10
    assert "empty" in found[2].document.reason
    assert "password" in found[3].document.reason


def test_a_paper_that_hangs_is_stopped_and_says_so(catalogue, tmp_path):
    one = source(tmp_path, "slow.txt", b"text")
    with PaperReaders(catalogue, Limits(workers=1, seconds_per_paper=1)) as readers:
        hanging = readers._pool.schedule(time.sleep, args=(60,), timeout=1)
        found = readers._finished(one, hanging)
        after = list(readers.read([one]))
    assert found.document.status == "failed"
    assert "longer than 1 seconds" in found.document.reason
    assert after[0].document.status == "no_scores", "the next paper is read all the same"


def test_a_paper_that_kills_its_process_says_so_and_the_next_is_read(catalogue, tmp_path):
    one = source(tmp_path, "deadly.txt", b"text")
    with PaperReaders(catalogue, Limits(workers=1)) as readers:
        found = readers._finished(one, readers._pool.schedule(os._exit, args=(11,)))
        after = list(readers.read([one]))
    assert "exit code 11" in found.document.reason
    assert after[0].document.status == "no_scores"


def test_a_fault_of_our_own_is_named_as_ours(catalogue, tmp_path):
    one = source(tmp_path, "odd.txt", b"text")
    with PaperReaders(catalogue, Limits(workers=1)) as readers:
        found = readers._finished(one, readers._pool.schedule(int, args=("four",)))
    assert found.document.status == "failed"
    assert "A fault of scorepack stopped the reading (ValueError" in found.document.reason


def test_the_same_bytes_under_two_names_are_one_document(catalogue, tmp_path):
    lexicon = Lexicon.of(catalogue)
    first = interpret(source(tmp_path, "one.docx", papers.briefing_docx()), lexicon)
    second = interpret(source(tmp_path, "two.docx", papers.briefing_docx()), lexicon)
    assert first.document.document_id == second.document.document_id
    assert [one.observation_id for one in first.observations] == [one.observation_id for one in second.observations]


def test_a_paper_that_may_not_be_opened_is_a_row_with_a_reason(catalogue, tmp_path, monkeypatch):
    locked = source(tmp_path, "locked.txt", b"text")

    def refuse(self, *_, **__):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    first, again = (interpret(locked, Lexicon.of(catalogue)).document for _ in range(2))
    assert (first.status, first.file_name) == ("failed", "locked.txt")
    assert first.reason == "The file could not be opened (Permission denied). Check its permissions and the disk."
    assert first.document_id == again.document_id


def test_an_address_behind_which_nothing_was_had_keeps_its_name():
    found = unreachable("https://example.org/papers/minutes.pdf", "It answered 404.")
    assert (found.document.file_name, found.document.status) == ("minutes.pdf", "failed")
