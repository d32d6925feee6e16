"""Stretches of recognised text -> words with places and sizes, as other pages give them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from extractors.document import Box
from extractors.grids.marks import Word
from extractors.recognition.engine import Pixels
from extractors.recognition.recognised import Stretch
from extractors.recognition.stretches import ink_in

_SIZE_OF_BOX = 0.78
_BLANK_OF_BOX = 0.2
_JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SAME_SIZE = 0.13
_SHRUNK = 0.14


def words_of(pixels: Pixels, scale: float, stretches: Sequence[Stretch]) -> list[Word]:
    """Every word of every stretch; `run` numbers the stretch. Sizes that nearly agree are made one."""
    sizes = _sizes(stretches)
    words = []
    for number, (stretch, size) in enumerate(zip(stretches, sizes, strict=True)):
        columns = np.nonzero(ink_in(pixels, scale, stretch.box).any(axis=0))[0].tolist()
        parts = _parts(stretch, columns, scale)
        for place, (part, box) in enumerate(zip(parts, _boxes(stretch, parts, columns, scale), strict=True)):
            words.append(Word(part, box, size, run=number, spaced=place < len(parts) - 1))
    return words


def _parts(stretch: Stretch, columns: Sequence[int], scale: float) -> list[str]:
    """The words of a stretch; a blank that was passed over shows as a gap and as a capital inside a word."""
    parts = stretch.text.split()
    least = _BLANK_OF_BOX * (stretch.box[3] - stretch.box[1]) * scale
    blanks = sum(after - before > least for before, after in pairwise(columns))
    split = _JOINED.sub(" ", stretch.text).split()
    return split if len(parts) < len(split) <= blanks + 1 else parts


def _sizes(stretches: Sequence[Stretch]) -> list[float]:
    """The type size of each stretch, by the height of its box: the usual one where it is near that."""
    sizes = [round(_SIZE_OF_BOX * (stretch.box[3] - stretch.box[1]), 1) for stretch in stretches]
    long = [size for size, stretch in zip(sizes, stretches, strict=True) if len(stretch.text) > 12]
    usual = round(median(long or sizes), 1) if sizes else 0.0
    return [usual if abs(size - usual) <= _SAME_SIZE * usual else size for size in sizes]


def _boxes(stretch: Stretch, parts: Sequence[str], columns: Sequence[int], scale: float) -> list[Box]:
    """The boxes of the words of a stretch: parted at its widest gaps, by their lengths where these are too few."""
    x0, top, x1, bottom = stretch.box
    trim = _SHRUNK * (bottom - top)
    if columns:
        x0, x1 = x0 + columns[0] / scale, stretch.box[0] + (columns[-1] + 1) / scale
    gaps = [(after - before, before, after) for before, after in pairwise(columns) if after - before > 1]
    widest = sorted(sorted(gaps, reverse=True)[: len(parts) - 1], key=lambda gap: gap[1])
    if len(widest) == len(parts) - 1:
        starts = [x0, *(stretch.box[0] + after / scale for _, _, after in widest)]
        ends = [*(stretch.box[0] + (before + 1) / scale for _, before, _ in widest), x1]
    else:
        starts, ends = _by_length(parts, x0, x1)
    return [(start, top + trim, max(end, start + 0.5), bottom - trim) for start, end in zip(starts, ends, strict=True)]


def _by_length(parts: Sequence[str], x0: float, x1: float) -> tuple[list[float], list[float]]:
    step = (x1 - x0) / max(sum(map(len, parts)) + len(parts) - 1, 1)
    starts, ends, place = [], [], x0
    for part in parts:
        starts.append(place)
        ends.append(place + step * len(part))
        place += step * (len(part) + 1)
    return starts, ends
