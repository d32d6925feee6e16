"""Where text stands on a straight page: the detector's lines cut at walls and wide gaps, and ink it passed over."""

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.grids.marks import area, shared
from extractors.recognition.engine import Pixels, find_lines
from extractors.recognition.settings import RecognitionSettings

_CONTRAST = 0.35
_LEAST_CONTRAST = 38
_MARGIN = 1.2
_AROUND_INK = 2.0
_MOST_INK = 0.6


def lines_on(pixels: Pixels, scale: float, settings: RecognitionSettings) -> list[Box]:
    """The detector's boxes in points, looked for in a picture that is no larger than it needs."""
    shrink = min(1.0, settings.detector_pixels / max(pixels.shape[:2]), settings.detector_scale / scale)
    small = cv2.resize(pixels, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA) if shrink < 1 else pixels
    by = scale * shrink
    return [(x0 / by, y0 / by, x1 / by, y1 / by) for x0, y0, x1, y1 in find_lines(np.asarray(small, dtype=np.uint8))]


def stretches_in(
    pixels: Pixels, scale: float, lines: Sequence[Box], cells: Sequence[Box], settings: RecognitionSettings
) -> list[Box]:
    """The boxes in points of text to be read, one line of one cell each."""
    cut = [piece for line in lines for piece in _at_walls(line, cells)]
    found = _apart([piece for line in cut for piece in _at_gaps(line, pixels, scale, settings)])
    for cell in cells:
        if not any(shared(cell, box) > 0.3 * area(box) for box in found):
            found += _inked(cell, pixels, scale, settings)
    return found


def ink_in(pixels: Pixels, scale: float, box: Box) -> NDArray[np.bool_]:
    """Which pixels of a box in points differ from its ground, be they darker or lighter."""
    crop = crop_of(pixels, scale, box)
    if min(crop.shape[:2]) == 0:
        return np.zeros((0, 0), dtype=bool)
    grey = cv2.cvtColor(crop, cv2.COLOR_BGR2GRAY).astype(np.int16)
    away = np.abs(grey - int(np.median(grey)))
    return np.asarray(away > max(_LEAST_CONTRAST, _CONTRAST * int(away.max())), dtype=bool)


def crop_of(pixels: Pixels, scale: float, box: Box) -> Pixels:
    """The pixels of a box in points."""
    height, width = pixels.shape[:2]
    x0, x1 = max(round(box[0] * scale), 0), min(round(box[2] * scale), width)
    y0, y1 = max(round(box[1] * scale), 0), min(round(box[3] * scale), height)
    return pixels[y0 : max(y1, y0), x0 : max(x1, x0)]


def _at_walls(line: Box, cells: Sequence[Box]) -> list[Box]:
    """A line's parts in the cells it runs through, each within its cell; the line itself where it meets none."""
    middle = (line[1] + line[3]) / 2
    met = [
        cell
        for cell in cells
        if cell[1] <= middle <= cell[3] and min(line[2], cell[2]) - max(line[0], cell[0]) > 0.25 * (line[3] - line[1])
    ]
    if not met:
        return [line]
    return [
        (
            max(line[0], cell[0] + _MARGIN),
            max(line[1], cell[1] + _MARGIN),
            min(line[2], cell[2] - _MARGIN),
            min(line[3], cell[3] - _MARGIN),
        )
        for cell in met
    ]


def _at_gaps(line: Box, pixels: Pixels, scale: float, settings: RecognitionSettings) -> list[Box]:
    """The parts of a line between gaps that are wider than any blank between words."""
    if line[2] - line[0] < 2.5 * (line[3] - line[1]):
        return [line]
    columns = np.nonzero(ink_in(pixels, scale, line).any(axis=0))[0]
    if not len(columns):
        return [line]
    least = settings.word_gap_em * (line[3] - line[1]) * scale
    starts, ends = [line[0]], []
    for before, after in pairwise(columns.tolist()):
        if after - before > least:
            ends.append(line[0] + (before + 0.3 * least) / scale)
            starts.append(line[0] + (after - 0.3 * least) / scale)
    ends.append(line[2])
    return [(x0, line[1], x1, line[3]) for x0, x1 in zip(starts, ends, strict=True)]


def _apart(boxes: Sequence[Box]) -> list[Box]:
    """The boxes less their overlaps: the detector's margins may run into the next text on the line."""
    apart = sorted(boxes)
    for n, box in enumerate(apart):
        for m, other in enumerate(apart[n + 1 :], start=n + 1):
            if other[0] >= apart[n][2]:
                break
            low, high = sorted((box[3] - box[1], other[3] - other[1]))
            # a speck beside a word is no text that the word runs into
            level = low > 0.5 * high and min(box[3], other[3]) - max(box[1], other[1]) > 0.5 * low
            if level and other[2] > apart[n][2]:
                middle = (other[0] + apart[n][2]) / 2
                apart[n] = (*apart[n][:2], middle, apart[n][3])
                apart[m] = (middle, *other[1:])
    return apart


def _inked(cell: Box, pixels: Pixels, scale: float, settings: RecognitionSettings) -> list[Box]:
    """The lines of ink in a cell where the detector saw none: bands of rows with marks as large as a dash."""
    inner = (cell[0] + _MARGIN, cell[1] + _MARGIN, cell[2] - _MARGIN, cell[3] - _MARGIN)
    ink = ink_in(pixels, scale, inner)
    if not ink.size or ink.mean() > _MOST_INK:
        return []
    _, labels, parts, _ = cv2.connectedComponentsWithStats(ink.astype(np.uint8), connectivity=8)
    del labels
    height, width = ink.shape
    least = settings.least_ink * scale
    marks = [
        (left, top, left + wide, top + high)
        for left, top, wide, high, _ in np.asarray(parts, dtype=int)[1:].tolist()
        if max(wide, high) >= least and wide < 0.95 * width and high < 0.95 * height + 1
    ]
    bands: list[list[int]] = []
    for left, top, right, bottom in sorted(marks, key=lambda mark: mark[1]):
        if bands and top <= bands[-1][3]:
            band = bands[-1]
            bands[-1] = [min(band[0], left), band[1], max(band[2], right), max(band[3], bottom)]
        else:
            bands.append([left, top, right, bottom])
    return [
        (
            max(inner[0] + left / scale - _AROUND_INK, inner[0]),
            max(inner[1] + top / scale - _AROUND_INK, inner[1]),
            min(inner[0] + right / scale + _AROUND_INK, inner[2]),
            min(inner[1] + bottom / scale + _AROUND_INK, inner[3]),
        )
        for left, top, right, bottom in bands
    ]
