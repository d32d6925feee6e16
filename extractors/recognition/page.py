"""A picture of a page -> its marks: straightened, its rules and fills found, then every line of every cell read."""

from dataclasses import replace

from extractors.document import Box
from extractors.grids.edges import edges_of
from extractors.grids.lattice import lattices_of
from extractors.grids.marks import Marks
from extractors.recognition.fills import fills_of
from extractors.recognition.picture import Picture, Skew
from extractors.recognition.reading import read_stretches
from extractors.recognition.recognised import RecognisedPage
from extractors.recognition.rules import rules_of, without_letters
from extractors.recognition.settings import RecognitionSettings
from extractors.recognition.straightening import straightened
from extractors.recognition.stretches import lines_on, stretches_in
from extractors.recognition.words import words_of


def read_picture(picture: Picture, settings: RecognitionSettings) -> RecognisedPage:
    """Everything that the picture of a page shows: words, rules, coloured areas."""
    pixels, angle = straightened(picture, settings)
    scale = picture.scale
    lines = lines_on(pixels, scale, settings)
    drawn = Marks(
        picture.width / scale,
        picture.height / scale,
        strokes=tuple(without_letters(rules_of(pixels, scale, settings), lines)),
        fills=tuple(fills_of(pixels, scale, lines, settings)),
    )
    boxes = stretches_in(pixels, scale, lines, _cells(drawn), settings)
    stretches = read_stretches(pixels, scale, boxes, settings)
    marks = replace(drawn, words=tuple(words_of(pixels, scale, stretches)))
    return RecognisedPage(marks, tuple(stretches), Skew(angle, drawn.width, drawn.height))


def _cells(drawn: Marks) -> list[Box]:
    return [lattice.box_of(area) for lattice in lattices_of(edges_of(drawn)) for area in lattice.areas]
