"""A picture of a page -> its marks: made straight, its rules and fills found, then every line of every cell read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Box
from extractors.grids.edges import edges_of
from extractors.grids.lattice import lattices_of
from extractors.grids.marks import Marks
from extractors.recognition.engine import Pixels
from extractors.recognition.fills import fills_of
from extractors.recognition.lighting import evened
from extractors.recognition.picture import Picture, Placing
from extractors.recognition.reading import read_stretches
from extractors.recognition.recognised import RecognisedPage
from extractors.recognition.rules import rules_of, without_letters
from extractors.recognition.settings import RecognitionSettings
from extractors.recognition.squaring import squared
from extractors.recognition.straightening import pixels_of, straightened
from extractors.recognition.stretches import lines_on, stretches_in
from extractors.recognition.turning import is_sideways, is_upside_down, quarter_turned
from extractors.recognition.words import words_of


@dataclass(frozen=True, slots=True)
class _View:
    """The picture as it is looked at: where it lies, in pixels, on the picture as it was, and its lines in points."""

    pixels: Pixels
    placing: Placing
    lines: Sequence[Box]


def read_picture(picture: Picture, settings: RecognitionSettings) -> RecognisedPage:
    """Everything that the picture of a page shows: words, rules, coloured areas."""
    flat, placing = squared(pixels_of(picture))
    flat = evened(flat)
    view, quarters = _view(flat, placing, 0, picture.scale, settings), 0
    if is_sideways(view.lines):
        view, quarters = _view(flat, placing, 1, picture.scale, settings), 1
    found = _found(view, picture.scale, settings)
    if is_upside_down(view.pixels, picture.scale, found.stretches):
        view = _view(flat, placing, quarters + 2, picture.scale, settings)
        found = _found(view, picture.scale, settings)
    return found


def _view(flat: Pixels, placing: Placing, quarters: int, scale: float, settings: RecognitionSettings) -> _View:
    upright, turn = quarter_turned(flat, quarters)
    pixels, skew = straightened(upright, settings)
    return _View(pixels, skew.then(turn).then(placing), lines_on(pixels, scale, settings))


def _found(view: _View, scale: float, settings: RecognitionSettings) -> RecognisedPage:
    height, width = view.pixels.shape[:2]
    drawn = Marks(
        width / scale,
        height / scale,
        strokes=tuple(without_letters(rules_of(view.pixels, scale, settings), view.lines)),
        fills=tuple(fills_of(view.pixels, scale, view.lines, settings)),
    )
    boxes = stretches_in(view.pixels, scale, view.lines, _cells(drawn), settings)
    stretches = read_stretches(view.pixels, scale, boxes, settings)
    marks = replace(drawn, words=tuple(words_of(view.pixels, scale, stretches)))
    in_points = Placing.moved(0, 0, scale, scale).then(view.placing).then(Placing.moved(0, 0, 1 / scale, 1 / scale))
    return RecognisedPage(marks, tuple(stretches), in_points)


def _cells(drawn: Marks) -> list[Box]:
    return [lattice.box_of(area) for lattice in lattices_of(edges_of(drawn)) for area in lattice.areas]
