"""The ruled lines of a straight page: long thin runs of ink -> strokes."""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.grids.marks import Stroke
from extractors.recognition.engine import Pixels
from extractors.recognition.settings import RecognitionSettings

Grey = NDArray[np.uint8]

_DARKER_BY = 28
_LIGHTER_BY = 14
_NEAR = 1.0


def rules_of(pixels: Pixels, scale: float, settings: RecognitionSettings) -> list[Stroke]:
    """Level and upright rules darker than what lies beside them, in points."""
    return _rules(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), scale, _DARKER_BY, settings)


def light_rules_of(pixels: Pixels, scale: float, settings: RecognitionSettings) -> list[Stroke]:
    """Level and upright rules lighter than what lies beside them, in points: they part coloured cells."""
    return _rules(255 - cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), scale, _LIGHTER_BY, settings)


def without_letters(strokes: Sequence[Stroke], texts: Sequence[Box]) -> list[Stroke]:
    """The strokes less those that lie within one line of text: stems and bars of large letters, underlines."""
    return [
        stroke
        for stroke in strokes
        if not any(
            text[0] - _NEAR <= stroke.box[0]
            and stroke.box[2] <= text[2] + _NEAR
            and text[1] - _NEAR <= stroke.box[1]
            and stroke.box[3] <= text[3] + _NEAR
            for text in texts
        )
    ]


def _rules(grey: object, scale: float, by: int, settings: RecognitionSettings) -> list[Stroke]:
    image = np.asarray(grey, dtype=np.uint8)
    upright = _level(np.ascontiguousarray(image.T), scale, by, settings)
    return [*_level(image, scale, by, settings), *map(_flipped, upright)]


def _level(image: Grey, scale: float, by: int, settings: RecognitionSettings) -> list[Stroke]:
    # what is darker than the paper right above and below it: the sides of a fill are not
    reach = max(3, round(settings.thickest_rule * scale) + 1)
    light = cv2.morphologyEx(image, cv2.MORPH_CLOSE, np.ones((2 * reach + 1, 1), np.uint8))
    ink = ((light.astype(np.int16) - image.astype(np.int16)) > by).astype(np.uint8)
    joined = cv2.dilate(ink, np.ones((3, 1), np.uint8))
    length = max(9, round(settings.shortest_rule * scale))
    runs = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    # a rule that crosses it hides a piece of a rule
    runs = cv2.morphologyEx(runs, cv2.MORPH_CLOSE, np.ones((1, 2 * reach + 1), np.uint8))
    _, _, parts, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    strokes = []
    for left, top, width, height, filled in np.asarray(parts, dtype=int)[1:].tolist():
        if height - 2 > settings.thickest_rule * scale + 0.02 * width or width < 3 * height:
            continue
        thickness = max(filled / width - 2, 1.0) / scale
        middle = (top + height / 2) / scale
        box = (left / scale, middle - thickness / 2, (left + width) / scale, middle + thickness / 2)
        strokes.append(Stroke(box, "#000000"))
    return strokes


def _flipped(stroke: Stroke) -> Stroke:
    top, x0, bottom, x1 = stroke.box
    return Stroke((x0, top, x1, bottom), stroke.colour)
