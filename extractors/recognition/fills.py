"""The coloured areas of a straight page: flat regions that are not paper -> fills, cut where cells touch."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.grids.marks import Fill, Stroke
from extractors.recognition.engine import Pixels
from extractors.recognition.rules import light_rules_of
from extractors.recognition.settings import RecognitionSettings

_PIXELS_A_POINT = 1.5
_WINDOW = 9
"""Pixels; strokes of letters are narrower than half of it, so that the middle value in it is the ground."""
_FLAT = 9
_OF_PAPER = 11
_STEP = 4
_CELL = 1.5
_FULL = 0.82
_HALF_FULL = 0.6
_LARGEST = 0.6
_SAME_LINE = 4.0
_SAME_SIDE = 3.0
_LEAST_LINES = 4
_MOST_STEPS = 5
_UNEVEN = 0.15
_MARK_AWAY = 70
_LEAST_MARK, _LARGEST_MARK = 4.0, 14.0
_MOSTLY = 0.7


def fills_of(pixels: Pixels, scale: float, texts: Sequence[Box], settings: RecognitionSettings) -> list[Fill]:
    """Rectangles of one colour in points. A region over several cells is cut at light rules that run through it, and
    at the sides of other regions where `texts` (boxes in points) stand on both sides and none crosses."""
    shrink = min(1.0, _PIXELS_A_POINT / scale)
    small = np.asarray(cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ground = np.asarray(cv2.medianBlur(small, _WINDOW), dtype=np.uint8)
    per_point = scale * shrink
    regions = _regions(ground, per_point, settings)
    least = _CELL * settings.least_fill * per_point
    xs = sorted(side for region in regions for side in region.sides(0, least, per_point))
    ys = sorted(side for region in regions for side in region.sides(1, least, per_point))
    rules = light_rules_of(pixels, scale, settings) if regions else []
    return [
        Fill(box, region.colour)
        for region in regions
        for box in _pieces(region, (xs, ys), rules, [*texts, *region.marks_on(small, per_point)], per_point, settings)
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

    def sides(self, axis: int, least: float, per_point: float) -> list[float]:
        """Where it begins and ends along an axis (0 across, 1 down), in points, and where it grows or shrinks by steps.

        A step is as wide as a cell, `least` pixels, and no wider than a few pixels in the other direction.
        """
        ends = [self.box[axis], self.box[axis + 2]]
        if self.full:
            return ends
        # the figures in it are holes
        outlines, _ = cv2.findContours(self.mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
        solid = cv2.drawContours(np.zeros(self.mask.shape, np.uint8), outlines, -1, (1,), cv2.FILLED)
        filled = np.count_nonzero(solid, axis=axis).astype(int)
        steps = np.nonzero(np.abs(filled[_STEP:] - filled[:-_STEP]) >= least)[0]
        runs = np.split(steps, np.nonzero(np.diff(steps) > 1)[0] + 1) if len(steps) else []
        start = self.left if axis == 0 else self.top
        return [*ends, *((start + (int(run[0]) + int(run[-1]) + _STEP) / 2) / per_point for run in runs)]

    def marks_on(self, pixels: Pixels, per_point: float) -> list[Box]:
        """The boxes in points of marks that stand on it, such as single figures: the detector passes over some."""
        height, width = self.mask.shape
        inside = pixels[self.top : self.top + height, self.left : self.left + width].astype(np.int16)
        red, green, blue = (int(self.colour[n : n + 2], 16) for n in (1, 3, 5))
        away = np.abs(inside - np.array([blue, green, red], dtype=np.int16)).max(axis=2) > _MARK_AWAY
        marks = (away & self.mask).astype(np.uint8)
        _, _, parts, _ = cv2.connectedComponentsWithStats(marks, connectivity=8)
        return [
            (
                (self.left + left) / per_point,
                (self.top + top) / per_point,
                (self.left + left + wide) / per_point,
                (self.top + top + high) / per_point,
            )
            for left, top, wide, high, _ in np.asarray(parts, dtype=int)[1:].tolist()
            if _LEAST_MARK <= high / per_point <= _LARGEST_MARK and wide / per_point <= _LARGEST_MARK
        ]

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


def _settled(lines: Sequence[float], light: Sequence[float]) -> list[float]:
    """One line for those that lie close together: a light rule where there is one, else the middle one of them."""
    groups: list[list[float]] = []
    for line in sorted([*lines, *light]):
        if groups and line - groups[-1][-1] <= _SAME_SIDE:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [next((line for line in group if line in light), median(group)) for group in groups]


def _even_steps(sides: Sequence[float]) -> list[float]:
    """The lines to which the usual height of a row leads between those at which regions begin or end."""
    lines: list[float] = []
    for side in sorted(sides):
        if not lines or side - lines[-1] > _SAME_SIDE:
            lines.append(side)
    if len(lines) < _LEAST_LINES:
        return []
    pitch = median(after - before for before, after in pairwise(lines))
    between: list[float] = []
    for before, after in pairwise(lines):
        steps = round((after - before) / pitch)
        if 1 < steps <= _MOST_STEPS and abs(after - before - steps * pitch) < _UNEVEN * pitch:
            between += [before + (after - before) * step / steps for step in range(1, steps)]
    return between


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
    sides: tuple[Sequence[float], Sequence[float]],
    rules: Sequence[Stroke],
    texts: Sequence[Box],
    per_point: float,
    settings: RecognitionSettings,
) -> list[Box]:
    x0, top, x1, bottom = region.box
    inside = _inside(texts, region)
    light_xs, light_ys = _through(region.box, rules)
    wide, tall = [(text[0], text[2]) for text in inside], [(text[1], text[3]) for text in inside]
    across = _cuts(x0, x1, sides[0], light_xs, wide, settings, must=not region.full)
    down = _cuts(top, bottom, sides[1], light_ys, tall, settings, must=not region.full)
    down = _cuts(down[0], down[-1], sorted({*down[1:-1], *_even_steps(sides[1])}), down, tall, settings, must=False)
    boxes = [(a, c, b, d) for a, b in pairwise(across) for c, d in pairwise(down)]
    if len(boxes) == 1:
        return boxes if region.full else []
    return [box for box in boxes if region.share(box, per_point) >= _HALF_FULL]


def _through(box: Box, rules: Sequence[Stroke]) -> tuple[list[float], list[float]]:
    """Where light rules run through most of a box, as upright and as level lines."""
    x0, top, x1, bottom = box
    upright, level = [], []
    for rule in rules:
        across = min(rule.box[2], x1) - max(rule.box[0], x0)
        down = min(rule.box[3], bottom) - max(rule.box[1], top)
        if rule.is_level and down > 0 and across > _MOSTLY * (x1 - x0):
            level.append((rule.box[1] + rule.box[3]) / 2)
        elif not rule.is_level and across > 0 and down > _MOSTLY * (bottom - top):
            upright.append((rule.box[0] + rule.box[2]) / 2)
    return upright, level


def _inside(texts: Sequence[Box], region: _Region) -> list[Box]:
    x0, top, x1, bottom = region.box
    return [text for text in texts if x0 < (text[0] + text[2]) / 2 < x1 and top < (text[1] + text[3]) / 2 < bottom]


def _cuts(
    start: float,
    end: float,
    lines: Sequence[float],
    light: Sequence[float],
    texts: Sequence[tuple[float, float]],
    settings: RecognitionSettings,
    *,
    must: bool,
) -> list[float]:
    """The places at which a stretch is cut: lines that leave a cell's width on both sides, `light` ones first."""
    cuts = [start]
    for line in _settled(lines, light):
        if not cuts[-1] + settings.least_fill <= line <= end - settings.least_fill:
            continue
        crossed = any(a < line - 1 and line + 1 < b for a, b in texts)
        parted = any(a >= line - _SAME_LINE and a < end for a, _ in texts) and any(
            cuts[-1] - _SAME_LINE < b <= line + _SAME_LINE for _, b in texts
        )
        if not crossed and (parted or must or line in light):
            cuts.append(line)
    return [*cuts, end]
