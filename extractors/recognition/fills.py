"""The coloured areas of a straight page: flat regions that are not paper -> fills, cut where cells touch."""

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.grids.marks import Fill
from extractors.recognition.engine import Pixels
from extractors.recognition.settings import RecognitionSettings

_PIXELS_A_POINT = 1.5
_WINDOW = 9
"""Pixels; strokes of letters are narrower than half of it, so that the middle value in it is the ground."""
_FLAT = 9
_OF_PAPER = 11
_FULL = 0.82
_HALF_FULL = 0.6
_LARGEST = 0.6
_SAME_LINE = 4.0


def fills_of(pixels: Pixels, scale: float, texts: Sequence[Box], settings: RecognitionSettings) -> list[Fill]:
    """Rectangles of one colour in points. A region over several cells is cut at the sides of other regions where
    `texts` (boxes in points) stand on both sides and none crosses."""
    shrink = min(1.0, _PIXELS_A_POINT / scale)
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    ground = np.asarray(cv2.medianBlur(small, _WINDOW), dtype=np.uint8)
    per_point = scale * shrink
    regions = _regions(ground, per_point, settings)
    whole = [region for region in regions if region.full]
    xs = sorted(side for region in whole for side in (region.box[0], region.box[2]))
    ys = sorted(side for region in whole for side in (region.box[1], region.box[3]))
    return [
        Fill(box, region.colour) for region in regions for box in _pieces(region, xs, ys, texts, per_point, settings)
    ]


class _Region:
    """A flat region: its mask within its box, in pixels and in points, and its colour."""

    def __init__(self, mask: NDArray[np.bool_], left: int, top: int, colour: str, per_point: float) -> None:
        self.mask, self.left, self.top, self.colour = mask, left, top, colour
        height, width = mask.shape
        # flatness ends a pixel before the side
        self.box: Box = (
            (left - 1) / per_point,
            (top - 1) / per_point,
            (left + width + 1) / per_point,
            (top + height + 1) / per_point,
        )

    @property
    def full(self) -> bool:
        """Whether it nearly fills its box."""
        return float(self.mask.mean()) >= _FULL

    def share(self, box: Box, per_point: float) -> float:
        """The share of a box in points that the region covers."""
        height, width = self.mask.shape
        x0 = min(max(round(box[0] * per_point) - self.left + 1, 0), width)
        x1 = min(max(round(box[2] * per_point) - self.left - 1, 0), width)
        y0 = min(max(round(box[1] * per_point) - self.top + 1, 0), height)
        y1 = min(max(round(box[3] * per_point) - self.top - 1, 0), height)
        return float(self.mask[y0:y1, x0:x1].mean()) if x0 < x1 and y0 < y1 else 0.0


def _regions(ground: Pixels, per_point: float, settings: RecognitionSettings) -> list[_Region]:
    kernel = np.ones((3, 3), np.uint8)
    spread = cv2.dilate(ground, kernel).astype(np.int16) - cv2.erode(ground, kernel).astype(np.int16)
    flat = spread.max(axis=2) <= _FLAT
    away = np.abs(ground.astype(np.int16) - _paper(ground)).max(axis=2)
    coloured = (flat & (away > _OF_PAPER)).astype(np.uint8)
    count, labels, parts, _ = cv2.connectedComponentsWithStats(coloured, connectivity=4)
    least = settings.least_fill * per_point - 2
    regions = []
    for number in range(1, count):
        left, top, width, height, _ = (int(part) for part in parts[number])
        if min(width, height) < least or width * height > _LARGEST * labels.size:
            continue
        mask = labels[top : top + height, left : left + width] == number
        inside = ground[top : top + height, left : left + width][mask]
        blue, green, red = (int(channel) for channel in np.median(inside, axis=0))
        closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)) > 0
        regions.append(_Region(closed, left, top, f"#{red:02x}{green:02x}{blue:02x}", per_point))
    return regions


def _paper(ground: Pixels) -> NDArray[np.int16]:
    """The commonest light colour: the ground on which everything is printed."""
    coarse = (ground.reshape(-1, 3) // 4).astype(np.int32)
    light = coarse[coarse.min(axis=1) >= 45]
    if not len(light):
        return np.array([255, 255, 255], dtype=np.int16)
    keys = (light[:, 0] << 12) | (light[:, 1] << 6) | light[:, 2]
    key = int(np.bincount(keys).argmax())
    return np.array([((key >> 12) & 63) * 4 + 2, ((key >> 6) & 63) * 4 + 2, (key & 63) * 4 + 2], dtype=np.int16)


def _pieces(
    region: _Region,
    xs: Sequence[float],
    ys: Sequence[float],
    texts: Sequence[Box],
    per_point: float,
    settings: RecognitionSettings,
) -> list[Box]:
    x0, top, x1, bottom = region.box
    across = _cuts(x0, x1, xs, [(t[0], t[2]) for t in _inside(texts, region)], settings, must=not region.full)
    down = _cuts(top, bottom, ys, [(t[1], t[3]) for t in _inside(texts, region)], settings, must=not region.full)
    boxes = [(a, c, b, d) for a, b in pairwise(across) for c, d in pairwise(down)]
    if len(boxes) == 1:
        return boxes if region.full else []
    return [box for box in boxes if region.share(box, per_point) >= _HALF_FULL]


def _inside(texts: Sequence[Box], region: _Region) -> list[Box]:
    x0, top, x1, bottom = region.box
    return [text for text in texts if x0 < (text[0] + text[2]) / 2 < x1 and top < (text[1] + text[3]) / 2 < bottom]


def _cuts(
    start: float,
    end: float,
    lines: Sequence[float],
    texts: Sequence[tuple[float, float]],
    settings: RecognitionSettings,
    *,
    must: bool,
) -> list[float]:
    """The places at which a stretch is cut: `lines` that leave a cell's width on both sides."""
    cuts = [start]
    for line in lines:
        if not cuts[-1] + settings.least_fill <= line <= end - settings.least_fill:
            continue
        crossed = any(a < line - 1 and line + 1 < b for a, b in texts)
        parted = any(a >= line - _SAME_LINE and a < end for a, _ in texts) and any(
            cuts[-1] - _SAME_LINE < b <= line + _SAME_LINE for _, b in texts
        )
        if not crossed and (parted or must):
            cuts.append(line)
    return [*cuts, end]
