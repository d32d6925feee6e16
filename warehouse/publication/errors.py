"""Why a publication could not be made, and what to do about it."""

from pathlib import Path

from warehouse.errors import WarehouseError


class PublicationError(WarehouseError):
    """Nothing was published; what was published before stands untouched."""


class PublishedFolderBusy(PublicationError):
    """Another publisher is at work in the same folder."""

    def __init__(self, out: Path, waited: float) -> None:
        super().__init__(
            f"Another publication into {out} has not finished within {waited:g} seconds. "
            "Let it end and publish again, or publish into another folder."
        )


class PublishedFolderUnusable(PublicationError):
    """A name that the published folder needs is taken by something that no publication put there."""

    def __init__(self, taken: Path) -> None:
        super().__init__(f"{taken} is not part of a publication. Move it elsewhere, or publish into another folder.")


class PublishedFolderClosed(PublicationError):
    """The system lets nobody write there."""

    def __init__(self, out: Path, detail: str) -> None:
        super().__init__(
            f"Nothing can be published into {out} ({detail}). Name another folder with --out, or check the path, "
            "its permissions and the disk. What the warehouse holds is kept: `scorepack publish` publishes it."
        )


class UnreadableRelease(PublicationError):
    """The newest release lacks a file that the comparison with it needs."""

    def __init__(self, file: Path, detail: str) -> None:
        super().__init__(
            f"{file} of the newest release cannot be read ({detail}), so nothing can be compared with it. "
            f"Restore it, or move the folder {file.parent} away to publish without it."
        )
