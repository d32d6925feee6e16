"""Other pictures of one crop: its mark alone, black on white, in another size and shape.

A mark that is read the same in all of them does not owe its reading to the shades around it.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.recognition.engine import Pixels

_HEIGHT = 48
_LEAST_CONTRAST = 30.0
_INK = 140
_NARROW = 0.8


def narrow_view(crop: Pixels) -> Pixels:
    """The mark between small margins, narrowed."""
    framed = _framed(crop)
    if not framed.size:
        return crop
    return _coloured(cv2.resize(framed, None, fx=_NARROW, fy=1.0))


def soft_view(crop: Pixels) -> Pixels:
    """The mark between small margins, its edges softened."""
    framed = _framed(crop)
    return _coloured(cv2.GaussianBlur(framed, (5, 5), 0)) if framed.size else crop


def _framed(crop: Pixels) -> NDArray[np.uint8]:
    if min(crop.shape[:2]) < 2:
        return np.zeros((0, 0), dtype=np.uint8)
    mark = _mark(_black_on_white(crop))
    width = max(1, int(mark.shape[1] * _HEIGHT / mark.shape[0]))
    larger = cv2.resize(mark, (width, _HEIGHT), interpolation=cv2.INTER_CUBIC)
    tall, wide = _HEIGHT // 5, 3 * _HEIGHT // 10
    framed = cv2.copyMakeBorder(larger, tall, tall, wide, wide, cv2.BORDER_CONSTANT, value=(255,))
    return np.asarray(framed, dtype=np.uint8)


def _black_on_white(crop: Pixels) -> NDArray[np.uint8]:
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY).astype(float)
    away = np.abs(grey - np.median(grey))
    strongest = max(float(np.percentile(away, 99)), _LEAST_CONTRAST)
    return np.asarray(255 - np.clip(away / strongest * 255, 0, 255), dtype=np.uint8)


def _mark(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The part of the picture that holds ink, all of it where there is none."""
    down, across = np.nonzero(grey < _INK)
    if not len(down):
        return grey
    return grey[down.min() : down.max() + 1, across.min() : across.max() + 1]


def _coloured(grey: object) -> Pixels:
    return np.asarray(cv2.cvtColor(np.asarray(grey, dtype=np.uint8), cv2.COLOR_GRAY2BGR), dtype=np.uint8)
