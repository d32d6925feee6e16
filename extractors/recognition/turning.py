"""Pages that were put on the glass sideways or upside down: told by the shape of their lines and by how they read."""

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.document import Box
from extractors.recognition.engine import Pixels, read_lines
from extractors.recognition.picture import Placing
from extractors.recognition.recognised import Stretch
from extractors.recognition.stretches import crop_of

_TALL = 1.8
_TALLER = 3
_LEAST_LINES = 4
_LONG = 5
_READS_WELL = 0.85
_BETTER = 0.1
_TRIED = 6


def is_sideways(lines: Sequence[Box]) -> bool:
    """Whether the lines of text on a page run upwards or downwards, but for a few such as heads of columns."""
    tall = sum(line[3] - line[1] > _TALL * (line[2] - line[0]) for line in lines)
    wide = sum(line[2] - line[0] > _TALL * (line[3] - line[1]) for line in lines)
    return tall >= _LEAST_LINES and tall > _TALLER * wide


def is_upside_down(pixels: Pixels, scale: float, stretches: Sequence[Stretch]) -> bool:
    """Whether the longest lines, which read badly, read well when they are turned round."""
    long = sorted((found for found in stretches if len(found.text) >= _LONG), key=lambda found: -len(found.text))
    if not long or np.mean([found.confidence for found in long]) >= _READS_WELL:
        return False
    tried = long[:_TRIED]
    turned = read_lines([np.ascontiguousarray(crop_of(pixels, scale, found.box)[::-1, ::-1]) for found in tried])
    gain = np.mean([found.score for found in turned]) - np.mean([found.confidence for found in tried])
    return bool(gain > _BETTER)


def quarter_turned(pixels: Pixels, quarters: int) -> tuple[Pixels, Placing]:
    """The picture turned clockwise by quarters, and where the result lies on the picture as it was, in pixels."""
    height, width = pixels.shape[:2]
    code, placing = {
        1: (cv2.ROTATE_90_CLOCKWISE, Placing((0, 1, 0, -1, 0, height, 0, 0, 1))),
        2: (cv2.ROTATE_180, Placing((-1, 0, width, 0, -1, height, 0, 0, 1))),
        3: (cv2.ROTATE_90_COUNTERCLOCKWISE, Placing((0, -1, width, 1, 0, 0, 0, 0, 1))),
    }.get(quarters % 4, (None, Placing()))
    return (pixels if code is None else np.asarray(cv2.rotate(pixels, code), dtype=np.uint8)), placing
