"""What a quick look at a picture tells."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glance:
    """How many lines of text a picture seems to hold, and the height in pixels that the middle one of them has."""

    lines: int
    line_height: float
