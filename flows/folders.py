"""What a folder of papers holds beside papers: what scorepack wrote there itself, and what nobody may look into."""

import os
from collections.abc import Iterator
from pathlib import Path

from flows.settings import DEFAULT_CONFIGURATION

RELEASE_FILES = ("datapackage.json", "scorepack.duckdb", "changes.csv", "comparison.xlsx")


def is_own_product(path: Path, address: str, warehouse: Path) -> bool:
    """Whether a file found under the folder `address` is the configuration, the warehouse or part of a publication.

    Read as a paper, a publication would be a second witness for its own figures. A file that is named itself is read.
    """
    folder = Path(address).expanduser()
    if not folder.is_dir():
        return False
    return path.name == DEFAULT_CONFIGURATION.name or _is_database(path, warehouse) or _is_published(path, folder)


def closed_folders(address: str) -> Iterator[tuple[str, str]]:
    """Each folder at or under `address` that cannot be looked into, and the reason; hidden ones are not tried."""
    closed: list[OSError] = []
    for _, inner, _ in os.walk(Path(address).expanduser(), onerror=closed.append):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
    for error in closed:
        if not isinstance(error, FileNotFoundError | NotADirectoryError):  # a file or a web address is no folder
            yield str(error.filename), f"The folder could not be opened ({error.strerror}). Check its permissions."


def _is_database(path: Path, warehouse: Path) -> bool:
    return (
        path.name in (warehouse.name, f"{warehouse.name}.wal") and path.resolve().parent == warehouse.resolve().parent
    )


def _is_published(path: Path, folder: Path) -> bool:
    # Only a release has these beside one another, whatever the folder is called in which it was published.
    inner = [place for place in path.parents if place.is_relative_to(folder)]
    return any(all((place / name).is_file() for name in RELEASE_FILES) for place in inner)
