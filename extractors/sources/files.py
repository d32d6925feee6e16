"""A file or a folder on this machine -> the papers in it."""

from collections.abc import Iterator
from pathlib import Path

from extractors.errors import PaperNotFound
from extractors.sources.listing import Listed, Withheld

OFFICE_LOCK = "~$"


def locate(address: str) -> Iterator[Listed | Withheld]:
    """The file at a path, or every file under a folder in sorted order.

    Hidden files and lock files of office programs are left out. What is no file of that folder (a link that leads out
    of it or to nothing, a pipe, a device) is never opened, and told.
    Raises PaperNotFound where the path leads to nothing.
    """
    path = Path(address).expanduser()
    if path.is_dir():
        yield from _under(path)
    elif path.is_file():
        yield _listed(path)
    else:
        raise PaperNotFound(address)


def _under(folder: Path) -> Iterator[Listed | Withheld]:
    inside = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if _is_left_out(path.relative_to(folder)):
            continue
        why = _why_closed(path, inside)
        if why:
            yield Withheld(str(path), path.name, why)
        elif path.is_file():
            yield _listed(path)


def _why_closed(path: Path, inside: Path) -> str | None:
    """Why something that is found in a folder is not looked at; None for files and folders of its own."""
    if path.is_symlink() and not path.exists():
        return f"{path.name} is a link that leads to nothing. Mend it or take it away."
    if path.is_symlink() and not path.resolve().is_relative_to(inside):
        return (
            f"{path.name} is a link that leads out of the folder, and was not followed. "
            "Name what it leads to as a source of its own if it should be read."
        )
    if not path.is_file() and not path.is_dir():
        return (
            f"{path.name} is no file but a pipe, a socket or a device, and was not opened. Take it out of the folder."
        )
    return None


def _is_left_out(path: Path) -> bool:
    return path.name.startswith(OFFICE_LOCK) or any(part.startswith(".") for part in path.parts)


def _listed(path: Path) -> Listed:
    return Listed(address=str(path), title=path.name, path=path)
