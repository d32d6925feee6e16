"""Pictures stored in the parts of office files -> the tables that they show."""

import io
from dataclasses import replace
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

from extractors.document import Block, Box, Notice, Table
from extractors.formats.colours import A
from extractors.formats.pictures import Album, Framed, Part
from extractors.recognition import Picture, Placing, is_installed

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_POINTS = 12700
_WHOLE = 100_000
_MOST_PIXELS = 60_000_000
_LEAST_PIXELS = 80
_DRAWN = (".emf", ".wmf")
_BROKEN = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError, EOFError)


def parts_of_picture(
    album: Album, part: Any, node: Any, *, page: int | None = None, box: Box | None = None, covers: bool = False
) -> list[Part]:
    """What the picture shows that an element `node` of a package's `part` refers to; see `Album.parts_of`.

    `box` is its place in points; without it nothing has a place, and the size is the one that the element tells.
    """
    blip = node.find(f".//{A}blip")
    related = part.rels.get(blip.get(f"{_R}embed", "")) if blip is not None else None
    if related is None or related.is_external or not _may_show_a_table(node, box, album):
        return []
    stored = related.target_part
    if str(stored.partname).lower().endswith(_DRAWN):
        return [_unread("is a drawing in a form (EMF or WMF) that is not read", page)]
    if not is_installed():
        album.pass_over(page)
        return []
    try:
        image = _opened(bytes(stored.blob), node)
    except _BROKEN:
        return [_unread("could not be opened", page)]
    if image is None or min(image.size) < _LEAST_PIXELS:
        return []
    return album.parts_of(Framed(image.size, lambda scale: _painted(image, scale), page, _placing(image, box), covers))


def hidden_with(part: Part, *, hidden: bool) -> Part:
    """The part, hidden where the picture is."""
    return replace(part, hidden=hidden) if isinstance(part, (Block, Table)) else part


def _opened(blob: bytes, node: Any) -> Image.Image | None:
    """The picture as it is shown: the right way up, on white, less what is cut off; None where it is too large."""
    stored = Image.open(io.BytesIO(blob))
    if stored.width * stored.height > _MOST_PIXELS:
        return None
    image = ImageOps.exif_transpose(stored).convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    return ground.convert("RGB").crop(_cut(node, image.width, image.height))


def _cut(node: Any, width: int, height: int) -> tuple[int, int, int, int]:
    shares = node.find(f".//{A}srcRect")
    told = {side: int(shares.get(side, 0)) / _WHOLE if shares is not None else 0.0 for side in "ltrb"}
    left, top = max(told["l"], 0.0), max(told["t"], 0.0)
    right, bottom = min(1 - told["r"], 1.0), min(1 - told["b"], 1.0)
    if left >= right or top >= bottom:
        return 0, 0, width, height
    return round(left * width), round(top * height), round(right * width), round(bottom * height)


def _painted(image: Image.Image, scale: float) -> Picture:
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    shown = image.resize(size, Image.Resampling.BICUBIC if scale > 1 else Image.Resampling.BOX)
    red, green, blue = shown.split()
    return Picture(Image.merge("RGB", (blue, green, red)).tobytes(), 3 * size[0], *size, scale)


def _placing(image: Image.Image, box: Box | None) -> Placing | None:
    if box is None:
        return None
    return Placing.moved(box[0], box[1], (box[2] - box[0]) / image.width, (box[3] - box[1]) / image.height)


def _may_show_a_table(node: Any, box: Box | None, album: Album) -> bool:
    extent = node.find(f".//{A}ext[@cx]")
    if box is not None:
        width, height = box[2] - box[0], box[3] - box[1]
    elif extent is not None:
        width, height = int(extent.get("cx", 0)) / _POINTS, int(extent.get("cy", 0)) / _POINTS
    else:
        return True
    return album.is_worth_a_look(width, height)


def _unread(why: str, page: int | None) -> Notice:
    where = f" on page {page}" if page is not None else ""
    return Notice("figure_without_data", f"A picture{where} {why}. Look at it in the paper.", page)
