"""Packages (ZIP files) that would unpack to more than a machine should hold, told by their index alone.

The sizes in the index can be trusted as limits: reading stops at them, whatever the packed bytes would give.
"""

import re
from collections.abc import Sequence
from zipfile import ZipInfo

from extractors.errors import TooLarge
from extractors.limits import ReadingLimits

_MEGABYTE = 1024**2
_MOST_MEMBERS = 20_000
# Parts that people made pack to about a twentieth, the most repetitive to a hundredth; a bomb packs to a thousandth.
_MOST_RATIO = 250
_LEAST_BOMB = 16 * _MEGABYTE
_SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")


def check_members(members: Sequence[ZipInfo], limits: ReadingLimits) -> None:
    """Raise TooLarge where a package holds too many parts or slides, or unpacks to too much."""
    kind = "Office or ZIP"
    if len(members) > _MOST_MEMBERS:
        raise TooLarge(kind, f"holds {len(members):,} parts", f"{_MOST_MEMBERS:,}")
    for member in members:
        if member.file_size > max(_LEAST_BOMB, _MOST_RATIO * member.compress_size):
            packed, unpacked = member.compress_size / 1024, member.file_size / _MEGABYTE
            holds = f"has a part of {packed:,.0f} kB that unpacks to {unpacked:,.0f} MB ({member.filename})"
            raise TooLarge(kind, holds, f"{_MOST_RATIO} times the packed size")
    unpacked = sum(member.file_size for member in members) / _MEGABYTE
    if unpacked > limits.unpacked_megabytes:
        most = f"{limits.unpacked_megabytes:,} MB"
        raise TooLarge(kind, f"unpacks to {unpacked:,.0f} MB", most, "unpacked_megabytes")
    slides = sum(_SLIDE.fullmatch(member.filename) is not None for member in members)
    if slides > limits.pages_per_paper:
        raise TooLarge("PowerPoint", f"holds {slides:,} slides", f"{limits.pages_per_paper:,}", "pages_per_paper")
