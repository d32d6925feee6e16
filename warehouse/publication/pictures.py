"""`evidence/`: the pictures of the places where values stand, each under the hash of its bytes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from warehouse.connection import Warehouse

FOLDER = "evidence"
Box: TypeAlias = tuple[float, float, float, float]
EDGE = 2.0
"""Points by which a value may reach beyond the part of the page that a picture shows."""


@dataclass(frozen=True, slots=True)
class KeptPicture:
    """A picture of a part of a page: `area` in points from the page's top left, `scale` pixels a point."""

    document_id: str
    page: int
    table: int | None
    area: Box
    scale: float
    width: int
    height: int
    picture_id: str

    @property
    def file_name(self) -> str:
        """Its name in the folder."""
        return f"{self.picture_id}.png"

    def shows(self, record: Mapping[str, Any]) -> bool:
        """Whether a value stands in it, by its page and place."""
        if record["page"] != self.page or not record["bbox"]:
            return False
        left, top, right, bottom = record["bbox"]
        x0, y0, x1, y1 = self.area
        return bool(x0 - EDGE <= left and y0 - EDGE <= top and right <= x1 + EDGE and bottom <= y1 + EDGE)

    def place(self, box: Sequence[float]) -> Box:
        """Where a box of the page lies in the picture, in pixels: left, top, width, height."""
        left, top, right, bottom = box
        x0, y0 = self.area[:2]
        scale = self.scale
        return (left - x0) * scale, (top - y0) * scale, (right - left) * scale, (bottom - top) * scale


def kept_pictures(warehouse: Warehouse) -> tuple[KeptPicture, ...]:
    """All pictures of the warehouse, paper by paper and page by page; their bytes stay where they are."""
    return tuple(
        KeptPicture(document_id, page, table, tuple(area), scale, width, height, picture_id)
        for document_id, page, table, area, scale, width, height, picture_id in warehouse.run("publication/cutouts")
    )


def write_pictures(warehouse: Warehouse, pictures: Iterable[KeptPicture], folder: Path) -> None:
    """Write each picture once; without any there is no folder."""
    for picture_id, name in sorted({(picture.picture_id, picture.file_name) for picture in pictures}):
        (folder / FOLDER).mkdir(exist_ok=True)
        [(png,)] = warehouse.run("publication/cutout", {"picture_id": picture_id})
        (folder / FOLDER / name).write_bytes(png)


def shown_pictures(release: Path | None) -> set[str]:
    """The names of the pictures that a release holds."""
    return {file.name for file in (release / FOLDER).glob("*.png")} if release else set()
