"""Score tables as pictures of pages, beside the recogniser alone on the same pictures."""

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from benchmarks.recognition import KINDS, counted, painted, sheets
from benchmarks.speed.children import ours, theirs
from benchmarks.speed.lines import Group, Line

_DOTS_AN_INCH = 200


def groups(place: Path, kinds: int) -> Iterator[Group]:
    """One page each of so many kinds of table."""
    drawn = [next(sheets(kind, _DOTS_AN_INCH, 1)) for kind in KINDS[:kinds]]
    pictures = []
    for number, sheet in enumerate(drawn):
        picture, path = painted(sheet), place / f"scan-{number}.png"
        Image.frombytes("RGB", (picture.width, picture.height), picture.pixels, "raw", "BGR").save(path)
        pictures.append(path)
    counts = [counted(sheet) for sheet in drawn]
    figures = sum(count[verdict] for count in counts for verdict in ("right", "wrong", "missing"))
    right = sum(count["right"] for count in counts)
    mine, bare = ours("recognise", 1, pictures), theirs("rapidocr", 1, pictures)
    lines = [
        Line("scorepack", mine.spent, len(drawn), "pages", f"{right} of {figures} figures right in their cells", True),
        Line("rapidocr, lines of text alone", bare.spent if bare else None, len(drawn), "pages", "no table, no cell"),
    ]
    yield Group(f"{len(drawn)} scanned pages with a table of 60 scores each, {_DOTS_AN_INCH} dots an inch", lines)
