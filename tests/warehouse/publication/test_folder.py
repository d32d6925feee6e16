import threading
from pathlib import Path

import pytest

from warehouse.publication.errors import PublishedFolderBusy, PublishedFolderClosed, PublishedFolderUnusable
from warehouse.publication.folder import (
    built_aside,
    newest_release,
    point_latest,
    put_in_place,
    remove_leftovers,
    sole_publisher,
    version_of,
)

NO_LINKS = pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "releases").mkdir()
    return tmp_path


@pytest.fixture
def system(links: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system with symbolic links, or one that refuses them as Windows does without developer mode."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("a required privilege is not held by the client")

    if not links:
        monkeypatch.setattr(Path, "symlink_to", refuse)


def release(out: Path, version: str) -> Path:
    with built_aside(out) as aside:
        (aside / "datapackage.json").write_text(version)
        return put_in_place(aside, out, version)


def shown(out: Path) -> str:
    return (out / "latest" / "datapackage.json").read_text()


@NO_LINKS
@pytest.mark.usefixtures("system")
def test_latest_follows_the_newest_release(out: Path) -> None:
    for version in ("1.0.0", "1.1.0", "2.0.0"):
        release(out, version)
        assert shown(out) == version
    assert sorted(item.name for item in out.iterdir()) == ["latest", "releases"]


def test_latest_is_a_relative_link_so_that_the_folder_can_be_moved(out: Path) -> None:
    release(out, "1.0.0")
    assert (out / "latest").readlink() == Path("releases/1.0.0")


def test_a_reader_of_latest_never_finds_it_missing_while_it_is_switched(out: Path) -> None:
    releases = [release(out, f"1.{n}.0") for n in range(2)]
    missing: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                (out / "latest" / "datapackage.json").read_text()
            except FileNotFoundError as error:
                missing.append(str(error))

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(150):
        for made in releases:
            point_latest(out, made)
    done.set()
    reader.join()
    assert missing == []


@NO_LINKS
@pytest.mark.usefixtures("system")
def test_what_a_crash_left_is_removed(out: Path) -> None:
    release(out, "1.0.0")
    (out / ".building-0123").mkdir()
    (out / ".building-0123" / "scores.csv").write_text("half")
    (out / ".latest-0123").mkdir()
    remove_leftovers(out)
    assert sorted(item.name for item in out.iterdir()) == ["latest", "releases"]
    assert shown(out) == "1.0.0"


@NO_LINKS
@pytest.mark.usefixtures("system")
def test_a_release_in_place_that_latest_does_not_show_yet_is_shown_at_the_next_publication(out: Path) -> None:
    release(out, "1.0.0")
    unseen = out / "releases" / "1.1.0"
    unseen.mkdir()
    (unseen / "datapackage.json").write_text("1.1.0")
    remove_leftovers(out)
    assert shown(out) == "1.1.0"


def test_what_is_built_aside_goes_away_with_an_error(out: Path) -> None:
    with pytest.raises(FileExistsError), built_aside(out) as aside:
        aside.mkdir()
    assert [item.name for item in out.iterdir()] == ["releases"]


def test_versions_are_compared_as_numbers(out: Path) -> None:
    for name in ("1.9.0", "1.10.0", "notes", "1.2"):
        (out / "releases" / name).mkdir()
    newest = newest_release(out)
    assert newest is not None
    assert newest.name == "1.10.0"


@pytest.mark.parametrize(
    ("name", "version"), [("1.0.0", (1, 0, 0)), ("12.3.45", (12, 3, 45)), ("1.0", None), ("v1.0.0", None), ("", None)]
)
def test_a_version_is_three_numbers(name: str, version: tuple[int, int, int] | None) -> None:
    assert version_of(name) == version


def test_a_second_publisher_waits_and_then_says_so(out: Path) -> None:
    with (
        sole_publisher(out),
        pytest.raises(PublishedFolderBusy, match="publish again, or publish into another folder"),
        sole_publisher(out, patience=0.1),
    ):
        pass
    with sole_publisher(out, patience=0.1):
        pass


def test_a_folder_of_somebody_else_in_the_place_of_latest_is_not_touched(out: Path) -> None:
    (out / "latest").mkdir()
    (out / "latest" / "thesis.txt").write_text("years of work")
    with pytest.raises(PublishedFolderUnusable, match="is not part of a publication"):
        release(out, "1.0.0")
    assert (out / "latest" / "thesis.txt").read_text() == "years of work"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("")
    with pytest.raises(PublishedFolderUnusable), sole_publisher(file):
        pass


def test_a_copy_in_the_place_of_latest_gives_way_to_a_link(out: Path) -> None:
    first = release(out, "1.0.0")
    (out / "latest").unlink()
    (out / "latest").mkdir()
    (out / "latest" / "datapackage.json").write_bytes((first / "datapackage.json").read_bytes())
    release(out, "1.1.0")
    assert (out / "latest").is_symlink()
    assert shown(out) == "1.1.0"


def test_a_folder_that_nobody_can_write_into_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with (
        pytest.raises(PublishedFolderClosed, match="Name another folder with --out"),
        sole_publisher(tmp_path / "file" / "published"),
    ):
        pass


def test_a_folder_made_for_reading_only_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(PublishedFolderClosed, match="Permission denied"), sole_publisher(tmp_path):
        pass
