"""Files that are there whole or not at all: written aside, brought to the disk, then moved to their place."""

import os
import tempfile
from pathlib import Path


class Aside:
    """A file that is written aside, in `folder`, on the same disk as its place; a context manager.

    It is removed unless it was moved to its place. Raises OSError where it cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        # The context manager of the file is this class's own.
        self.stream = tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".part", delete=False)  # noqa: SIM115

    def __enter__(self) -> "Aside":
        return self

    def move_to(self, place: Path, mode: int | None = None) -> None:
        """Give the finished file its name. It is its maker's alone, unless `mode` says who else may read it."""
        self.stream.flush()
        os.fsync(self.stream.fileno())
        self.stream.close()
        place.parent.mkdir(parents=True, exist_ok=True)
        if mode is not None:
            Path(self.stream.name).chmod(mode)
        Path(self.stream.name).replace(place)

    def __exit__(self, *_: object) -> None:
        self.stream.close()
        Path(self.stream.name).unlink(missing_ok=True)
