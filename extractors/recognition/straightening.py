"""The skew of a scan: found by how sharply its rows of ink fall together, and turned back."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.recognition.engine import Pixels
from extractors.recognition.picture import Picture, Placing
from extractors.recognition.settings import RecognitionSettings

_COARSE, _FINE = 0.25, 0.03
_MOST_POINTS = 40_000
_DARKER_BY = 40
_LEAST_TURN = 0.08
_CLEARLY = 1.1
_SEARCHED_WIDTH = 900


def pixels_of(picture: Picture) -> Pixels:
    """The picture as rows of pixels, without what pads its rows."""
    rows = np.frombuffer(picture.pixels, dtype=np.uint8)[: picture.stride * picture.height]
    pixels = rows.reshape(picture.height, picture.stride)[:, : picture.width * 3]
    return np.ascontiguousarray(pixels.reshape(picture.height, picture.width, 3))


def straightened(pixels: Pixels, settings: RecognitionSettings) -> tuple[Pixels, Placing]:
    """The pixels turned so that lines run level, and where they lie, in pixels, on the picture as it was.

    A page that is straight, or turned too far, stays.
    """
    skew = skew_of(pixels, settings)
    if abs(skew) < _LEAST_TURN:
        return pixels, Placing()
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), skew, 1.0)
    turned = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(turned, dtype=np.uint8), Placing.turned(skew, width, height)


def skew_of(pixels: Pixels, settings: RecognitionSettings) -> float:
    """The angle in degrees, clockwise positive, at which the rows of ink fall together best."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    shrink = min(1.0, _SEARCHED_WIDTH / grey.shape[1])
    grey = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    around = cv2.medianBlur(grey, 21).astype(np.int16)
    down, across = np.nonzero(np.abs(around - grey.astype(np.int16)) > _DARKER_BY)
    if len(down) < 50:
        return 0.0
    every = max(1, len(down) // _MOST_POINTS)
    x, y = across[::every].astype(float), down[::every].astype(float)
    best = _sharpest(x, y, np.arange(-settings.widest_skew, settings.widest_skew + _COARSE, _COARSE))
    best = _sharpest(x, y, np.arange(best - _COARSE, best + _COARSE, _FINE))
    sharper = _sharpness(y - x * math.tan(math.radians(best))) > _CLEARLY * _sharpness(y)
    return best if sharper and abs(best) <= settings.widest_skew else 0.0


def _sharpest(x: NDArray[np.float64], y: NDArray[np.float64], angles: NDArray[np.float64]) -> float:
    return max((float(angle) for angle in angles), key=lambda angle: _sharpness(y - x * math.tan(math.radians(angle))))


def _sharpness(heights: NDArray[np.float64]) -> float:
    counts = np.bincount((heights - heights.min()).astype(np.int64)).astype(float)
    return float(np.sum(np.diff(counts) ** 2))
