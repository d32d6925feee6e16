"""Text that is printed in the colour of what lies under it."""

from extractors.formats.pdf_colours import distance

PAPER = "#ffffff"
"""The colour of what nothing is painted on."""

_SAME_COLOUR = 9


def is_unseen(colour: str | None, ground: str | None) -> bool:
    """True where both colours are known and no eye could tell them apart."""
    return colour is not None and ground is not None and distance(colour, ground) < _SAME_COLOUR
