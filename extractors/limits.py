"""What one paper may cost before it is refused: sizes that files only claim are checked before anything is unpacked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """The most pages (or slides) of one paper, and the most megabytes that a package of parts may unpack to.

    The names are those of the settings. A council's longest packs come to about two thousand pages.
    """

    pages_per_paper: int = 3000
    unpacked_megabytes: int = 1024


USUAL_LIMITS = ReadingLimits()
