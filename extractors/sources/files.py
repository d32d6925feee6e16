"""A file or a folder on this machine -> the papers in it."""

from collections.abc import Iterator
from pathlib import Path

from extractors.errors import PaperNotFound
from extractors.sources.listing import Listed

OFFICE_LOCK = "~$"


def locate(address: str) -> Iterator[Listed]:
    """The file at a path, or every file under a folder in sorted order.

    Hidden files, lock files of office programs and links that lead out of the folder are left out.
    Raises PaperNotFound where the path leads to nothing.
    """
    path = Path(address).expanduser()
    if path.is_dir():
        for paper in sorted(_papers_under(path)):
            yield _listed(paper)
    elif path.is_file():
        yield _listed(path)
    else:
        raise PaperNotFound(address)


def _papers_under(folder: Path) -> Iterator[Path]:
    inside = folder.resolve()
    for path in folder.rglob("*"):
        if path.is_file() and not _is_left_out(path.relative_to(folder)) and path.resolve().is_relative_to(inside):
            yield path


def _is_left_out(path: Path) -> bool:
    return path.name.startswith(OFFICE_LOCK) or any(part.startswith(".") for part in path.parts)


def _listed(path: Path) -> Listed:
    return Listed(address=str(path), title=path.name, path=path)
