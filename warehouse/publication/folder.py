"""The published folder on disk: one publisher at a time, each release built aside, `latest` switched in one step.

DIR/releases/1.0.0/   complete, never changed again
DIR/latest            a relative symbolic link to the newest release
DIR/.building-*/      a release in the making; only a crash leaves one behind, and the next publication removes it
DIR/.lock             held by the publisher at work through the operating system, which frees it when he dies
"""

import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from warehouse.publication.errors import PublishedFolderBusy, PublishedFolderClosed, PublishedFolderUnusable

BUILDING = ".building-"
SWITCHING = ".latest-"
PATIENCE = 60.0
"""Seconds that a publisher waits for another one."""

Version = tuple[int, int, int]


@contextmanager
def sole_publisher(out: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder against other publishers, of this process or others; PublishedFolderBusy after `patience`.

    Raises PublishedFolderClosed where nothing can be written there, PublishedFolderUnusable where it is a file.
    """
    with _lock_file(out) as file:
        _wait_for_lock(file, out, patience)
        yield  # closing the file frees the lock


@contextmanager
def built_aside(out: Path) -> Iterator[Path]:
    """An empty folder on the same file system as the releases; what is still there at the end is removed."""
    aside = out / f"{BUILDING}{secrets.token_hex(6)}"
    aside.mkdir()
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def put_in_place(aside: Path, out: Path, version: str) -> Path:
    """Make a folder built aside the release of that version, whole and on disk, and point `latest` to it."""
    release = out / "releases" / version
    for file in sorted(aside.rglob("*")):
        if file.is_file():
            _make_read_only(file)
        _keep_on_disk(file)
    _keep_on_disk(aside)
    aside.rename(release)
    _keep_on_disk(release.parent)
    point_latest(out, release)
    return release


def newest_release(out: Path) -> Path | None:
    """The release of the highest version, None before the first publication."""
    releases = [folder for folder in (out / "releases").iterdir() if folder.is_dir() and version_of(folder.name)]
    return max(releases, key=lambda folder: version_of(folder.name) or (0, 0, 0), default=None)


def version_of(name: str) -> Version | None:
    """'1.10.0' as numbers that sort rightly; None where the name is no version."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", name)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def remove_leftovers(out: Path) -> None:
    """Remove what a crash left, and finish a publication that had its release in place but not yet `latest`.

    Only the holder of the lock may call this: nobody else is building then.
    """
    for leftover in (*out.glob(f"{BUILDING}*"), *out.glob(f"{SWITCHING}*")):
        _remove(leftover)
    newest = newest_release(out)
    if newest is not None and not _shows(out / "latest", newest):
        point_latest(out, newest)


def point_latest(out: Path, release: Path) -> None:
    """Switch `latest` to a release in one step: a new link is renamed over the old one.

    Where the system gives no symbolic links (Windows without developer mode, some network drives), `latest` is a
    copy of the release instead, put in place by two renames: for the moment between them there is no `latest`.
    """
    latest = out / "latest"
    if latest.exists() and not latest.is_symlink() and not (latest / "datapackage.json").is_file():
        raise PublishedFolderUnusable(latest)
    fresh = out / f"{SWITCHING}{secrets.token_hex(6)}"
    try:
        fresh.symlink_to(Path("releases") / release.name, target_is_directory=True)
    except (OSError, NotImplementedError):
        shutil.copytree(release, fresh)
    if fresh.is_symlink() and (latest.is_symlink() or not latest.exists()):
        fresh.replace(latest)
    else:
        _swap(fresh, latest)
    _keep_on_disk(out)


def _lock_file(out: Path) -> IO[bytes]:
    try:
        if out.exists() and not out.is_dir():
            raise PublishedFolderUnusable(out)
        (out / "releases").mkdir(parents=True, exist_ok=True)
        if not os.access(out, os.W_OK) or not os.access(out / "releases", os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(out))
        return (out / ".lock").open("a+b")
    except OSError as error:
        raise PublishedFolderClosed(out, error.strerror or str(error)) from error


def _swap(fresh: Path, latest: Path) -> None:
    outgoing = latest.with_name(f"{SWITCHING}{secrets.token_hex(6)}")
    if latest.exists():
        latest.rename(outgoing)
    fresh.rename(latest)
    _remove(outgoing)


def _shows(latest: Path, release: Path) -> bool:
    if latest.is_symlink():
        return latest.resolve() == release.resolve()
    try:
        return (latest / "datapackage.json").read_bytes() == (release / "datapackage.json").read_bytes()
    except FileNotFoundError:
        return False


def _remove(leftover: Path) -> None:
    if leftover.is_dir() and not leftover.is_symlink():
        shutil.rmtree(leftover, ignore_errors=True)
    else:
        leftover.unlink(missing_ok=True)


def _make_read_only(file: Path) -> None:
    if sys.platform != "win32":  # there a folder with read-only files cannot be removed any more
        file.chmod(0o444)


def _keep_on_disk(path: Path) -> None:
    """Ask the system to write a file, or the names in a folder, through to the disk."""
    if sys.platform == "win32" and path.is_dir():
        return  # Windows opens no folders
    handle = os.open(path, os.O_RDONLY)
    try:
        with suppress(PermissionError):  # Windows syncs only what is open for writing
            os.fsync(handle)
    finally:
        os.close(handle)


def _wait_for_lock(file: IO[bytes], out: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while not _locked(file):
        if time.monotonic() >= deadline:
            raise PublishedFolderBusy(out, patience)
        time.sleep(0.05)


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
