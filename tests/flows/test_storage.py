"""A storage keeps whole files under names, in a folder, in memory or in S3 (with Dask in test_cluster)."""

import pickle
import stat
import uuid
from pathlib import Path

import pytest

from flows.storage import Storage, StorageFailed


@pytest.fixture(params=["folder", "file", "memory"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    urls = {
        "folder": str(tmp_path / "kept"),
        "file": (tmp_path / "kept by url").as_uri().replace("%20", " "),
        "memory": f"memory://{uuid.uuid4().hex}/kept",
    }
    return Storage(urls[request.param])


def test_what_is_put_there_is_found_again_and_a_second_time_is_harmless(storage):
    assert storage.names("shards/0.1.0+abc") == set()
    assert storage.get("shards/0.1.0+abc/one") is None
    for content in (b"first", b"first"):
        storage.put("shards/0.1.0+abc/one", content)
    storage.put("shards/0.1.0+abc/two", b"second")
    assert storage.names("shards/0.1.0+abc") == {"one", "two"}
    assert storage.get("shards/0.1.0+abc/one") == b"first"


def test_it_is_opened_anew_in_another_process(storage):
    storage.put("papers/one", b"content")
    assert pickle.loads(pickle.dumps(storage)).get("papers/one") == b"content"


def test_a_name_appears_with_all_of_the_file_or_not_at_all(tmp_path, monkeypatch):
    storage = Storage(str(tmp_path))

    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("extractors.aside.os.fsync", no_space)
    with pytest.raises(StorageFailed, match="No space left on device"):
        storage.put("shards/one", b"content")
    assert list((tmp_path / "shards").iterdir()) == []


def test_others_may_read_what_is_kept(tmp_path):
    Storage(str(tmp_path)).put("papers/one", b"content")
    assert (tmp_path / "papers" / "one").stat().st_mode & stat.S_IROTH


def test_a_storage_that_cannot_be_used_says_so_and_what_to_do(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFailed, match=r"The storage .*file cannot be used .*Check \[machines\] storage") as told:
        Storage(str(tmp_path / "file")).put("papers/one", b"content")
    again = pickle.loads(pickle.dumps(told.value))
    assert str(again) == str(told.value), "it comes from workers as well"
