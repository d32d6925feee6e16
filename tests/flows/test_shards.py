"""What a paper gave is kept by what it depends on, and a paper that has a shard of this reader is not read again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from extractors import Source
from flows.machines import Machines
from flows.readers import KeepingReaders, paper_readers
from flows.reading import interpret
from flows.settings import Limits, Settings
from flows.shards import Shards, paper_to_read, reader_of_shards
from flows.storage import Storage
from tests.support import papers
from transforms import Findings, Lexicon, load_catalogue

READER = "0.1.0+abc"


@pytest.fixture(scope="module")
def lexicon():
    return Lexicon.of(load_catalogue())


class Counting:
    """Readers in this process that remember what they were asked to read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.read_names: list[str] = []

    def read(self, sources: Sequence[Source]) -> Iterator[Findings]:
        for source in sources:
            self.read_names.append(source.file_name)
            yield interpret(source, self.lexicon)


@pytest.fixture
def reading(lexicon, tmp_path):
    """Reads papers by way of the storage: the findings, and the names of the papers that were really read."""

    def read(sources: Sequence[Source], reader: str = READER) -> tuple[list[Findings], list[str]]:
        counting = Counting(lexicon)
        keeping = KeepingReaders(counting, Shards(Storage(str(tmp_path / "kept")), reader))
        return list(keeping.read(sources)), counting.read_names

    return read


def source(folder: Path, name: str, content: bytes) -> Source:
    path = papers.save(folder, name, content)
    return Source(address=str(path), path=path, file_name=name)


@pytest.fixture
def sources(tmp_path):
    return [
        source(tmp_path, "a-sefton.docx", papers.briefing_docx()),
        source(tmp_path, "b-broken.pdf", papers.broken_pdf()),
        source(tmp_path, "c-briefing.md", papers.briefing_text()),
    ]


def shards(folder: Path) -> list[Path]:
    return sorted((folder / "kept" / "shards").rglob("*.parquet"))


def test_what_was_read_is_not_read_again_and_what_failed_is(reading, sources, tmp_path):
    first, read = reading(sources)
    again, read_again = reading(sources)
    assert (read, read_again) == (["a-sefton.docx", "b-broken.pdf", "c-briefing.md"], ["b-broken.pdf"])
    assert again == first
    assert [len(found.observations) for found in again] == [10, 0, 10]
    assert [shard.name.partition(".")[0] for shard in shards(tmp_path)] == sorted(
        found.document.document_id for found in first if found.document.status != "failed"
    )


def test_another_reader_reads_for_itself(reading, sources):
    reading(sources)
    assert len(reading(sources, reader="0.2.0+def")[1]) == 3
    assert reader_of_shards(READER, pictures=True) != reader_of_shards(READER, pictures=False)


def test_a_paper_that_moved_is_told_of_its_new_place_without_being_read(reading, sources, tmp_path):
    reading(sources)
    (tmp_path / "archive").mkdir()
    moved = source(tmp_path / "archive", "a-sefton.docx", sources[0].path.read_bytes())
    [found], read = reading([moved])
    assert (found.document.source, read) == (moved.address, [])


@pytest.mark.parametrize(
    "told",
    [
        {"file_name": "leicestershire.docx"},
        {"address": "https://www.sefton.gov.uk/a-sefton.docx"},
        {"committee": "Scrutiny"},
        {"published_on": date(2023, 6, 1)},
        {"meeting_on": date(2023, 6, 1)},
        {"publisher_host": "www.sefton.gov.uk"},
    ],
)
def test_a_paper_of_which_something_else_is_told_is_read_again(reading, sources, told):
    """A host, a day or a name may be what tells whom and when a figure is about."""
    reading(sources)
    assert len(reading([replace(sources[0], **told)])[1]) == 1


def test_a_damaged_shard_is_told_and_its_paper_read_again(reading, sources, tmp_path, caplog):
    first, _ = reading(sources)
    damaged = shards(tmp_path)[0]
    damaged.write_bytes(damaged.read_bytes()[:-50])
    again, read = reading(sources)
    assert len(read) == 2, "the damaged one and the paper that fails"
    assert again == first
    assert f"broken-shard document_id={damaged.name.partition('.')[0]}" in caplog.text
    assert len(reading(sources)[1]) == 1, "it was mended"


def test_a_shard_of_another_paper_is_told_and_not_believed(reading, sources, tmp_path, caplog):
    first, _ = reading(sources)
    one, other = shards(tmp_path)
    one.write_bytes(other.read_bytes())
    assert reading(sources)[0] == first
    assert f"foreign-shard document_id={one.name.partition('.')[0]}" in caplog.text


def test_a_file_that_cannot_be_opened_has_no_shard(reading, sources, tmp_path, monkeypatch):
    def refuse(self, *_, **__):
        raise PermissionError(13, "Permission denied", str(self))

    with monkeypatch.context() as locked:
        locked.setattr(Path, "open", refuse)
        assert paper_to_read(sources[0]) == (
            "The file could not be opened (Permission denied). Check its permissions and the disk."
        )
        [found], _ = reading(sources[:1])
    assert (found.document.status, shards(tmp_path)) == ("failed", [])


def test_processes_of_this_machine_keep_shards_where_a_storage_is_named(sources, tmp_path):
    catalogue = load_catalogue()
    settings = Settings(
        warehouse=tmp_path / "w.duckdb",
        limits=Limits(workers=1),
        machines=Machines(storage=str(tmp_path / "kept")),
    )
    with paper_readers(settings, catalogue, READER, sources) as readers:
        found = list(readers.read(sources))
    assert [one.document.status for one in found] == ["extracted", "failed", "extracted"]
    assert {shard.parent.name for shard in shards(tmp_path)} == {READER}
    assert len(shards(tmp_path)) == 2
