"""A photograph of a screen or sheet, taken from beside: its four corners found, and seen from straight before it."""

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.recognition.engine import Pixels
from extractors.recognition.picture import Placing

_SEARCHED = 700
_LEAST_SHARE, _MOST_SHARE = 0.2, 0.98
_CORNERS = 4
_STRAIGHT = 0.02
_LEAST_FILLED = 0.97
_DIMMER = 0.75
_LEAST_SPREAD = 0.7
_MOST_SPREAD = 25.0


def squared(pixels: Pixels) -> tuple[Pixels, Placing]:
    """The picture with the largest four-cornered area in it made a rectangle, and where that lies, in pixels.

    Where opposite sides of the area run alike the picture was not taken from beside, and stays as it is.
    """
    corners = _corners(pixels)
    if corners is None or not _LEAST_SPREAD < _spread(corners) < _MOST_SPREAD:
        return pixels, Placing()
    height, width = pixels.shape[:2]
    left, top = corners[:, 0].min(), corners[:, 1].min()
    right, bottom = corners[:, 0].max(), corners[:, 1].max()
    straight = np.array([[left, top], [right, top], [right, bottom], [left, bottom]], dtype=np.float32)
    there = cv2.getPerspectiveTransform(straight, corners)
    seen = cv2.warpPerspective(
        pixels, there, (width, height), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
    )
    a, b, c, d, e, f, g, h, i = (float(part) for part in there.ravel())
    return np.asarray(seen, dtype=np.uint8), Placing((a, b, c, d, e, f, g, h, i))


def _corners(pixels: Pixels) -> NDArray[np.float32] | None:
    """The corners of the largest four-cornered area, from its top left round; None where there is none."""
    shrink = min(1.0, _SEARCHED / max(pixels.shape[:2]))
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else pixels
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (5, 5), 0)
    whole = float(grey.shape[0] * grey.shape[1])
    best: NDArray[np.float32] | None = None
    largest = _LEAST_SHARE * whole
    for ink in _outlines(grey):
        contours, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            covered = cv2.contourArea(contour)
            if not largest < covered < _MOST_SHARE * whole:
                continue
            drawn = cv2.approxPolyDP(contour, _STRAIGHT * cv2.arcLength(contour, True), True)
            filled_by = covered / max(cv2.contourArea(drawn), 1.0)
            if len(drawn) == _CORNERS and cv2.isContourConvex(drawn) and filled_by > _LEAST_FILLED:
                largest, best = covered, (drawn.reshape(-1, 2).astype(np.float32) + 0.5) / shrink
    if best is None or not _is_lit(grey, best * shrink):
        return None
    return _from_top_left(best)


def _is_lit(grey: object, corners: NDArray[np.float32]) -> bool:
    """Whether the area stands out from what is around it as a screen or a sheet does: a table on paper does not."""
    image = np.asarray(grey, dtype=np.uint8)
    inside = cv2.fillConvexPoly(np.zeros(image.shape, np.uint8), np.round(corners).astype(np.int32), (1,)) > 0
    if inside.all():
        return False
    return float(np.median(image[~inside])) < _DIMMER * float(np.percentile(image[inside], 75))


def _outlines(grey: object) -> list[NDArray[np.uint8]]:
    """Black and white pictures in which a screen may stand out: by its light, and by its edge."""
    image = np.asarray(grey, dtype=np.uint8)
    _, light = cv2.threshold(image, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    edges = cv2.dilate(cv2.Canny(image, 40, 120), np.ones((3, 3), np.uint8))
    return [np.asarray(light, dtype=np.uint8), np.asarray(edges, dtype=np.uint8)]


def _from_top_left(corners: NDArray[np.float32]) -> NDArray[np.float32]:
    sums, differences = corners.sum(axis=1), corners[:, 1] - corners[:, 0]
    order = [sums.argmin(), differences.argmin(), sums.argmax(), differences.argmax()]
    return np.ascontiguousarray(corners[order], dtype=np.float32)


def _spread(corners: NDArray[np.float32]) -> float:
    """By how many degrees the directions of opposite sides differ, the larger of the two differences."""
    top_left, top_right, bottom_right, bottom_left = corners
    level = _angle(top_right - top_left) - _angle(bottom_right - bottom_left)
    upright = _angle(bottom_left - top_left) - _angle(bottom_right - top_right)
    return max(abs(level), abs(upright))


def _angle(side: NDArray[np.float32]) -> float:
    return math.degrees(math.atan2(float(side[1]), float(side[0])))
