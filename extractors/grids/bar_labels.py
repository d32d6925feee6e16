"""What is printed around the bars of a chart: the number at each tip, the names of categories and of series."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Box
from extractors.grids.lines import text_of
from extractors.grids.marks import Fill, Word, around
from extractors.grids.placing import stretches_of
from extractors.grids.segments import rows_of

NUMBER = re.compile(r"[£$€]?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*[%kKmM]?")
_REACH_EM = 2.2
_LEGEND_SIDE = 14.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: `start` to `end` across, `length` along; `box` on the page."""

    start: float
    end: float
    length: float
    box: Box
    colour: str

    @property
    def middle(self) -> float:
        """The middle across."""
        return (self.start + self.end) / 2


def label_of(bar: Bar, words: Sequence[Word], upright: bool) -> tuple[Word, ...] | None:
    """The number that stands at the bar's tip, outside or inside."""
    best: tuple[float, Word] | None = None
    for word in words:
        if not NUMBER.fullmatch(word.text):
            continue
        x, y = word.centre
        across, beyond = (x, bar.box[1] - y) if upright else (y, x - bar.box[2])
        half = (word.box[2] - word.box[0]) / 2 if not upright else 0.0
        if not bar.start - 1 <= across <= bar.end + 1:
            continue
        distance = beyond - half
        if -bar.length <= distance <= _REACH_EM * word.size and (best is None or abs(distance) < best[0]):
            best = (abs(distance), word)
    return (best[1],) if best else None


def legend_of(
    colours: Sequence[str], bars: Sequence[Bar], words: Sequence[Word], fills: Sequence[Fill]
) -> dict[str, list[Word]]:
    """For each colour the text to the right of its small square."""
    bar_boxes = {bar.box for bar in bars}
    squares = [
        fill
        for fill in fills
        if fill.colour in colours and fill.box not in bar_boxes and max(_sides(fill.box)) <= _LEGEND_SIDE
    ]
    found: dict[str, list[Word]] = {}
    for square in squares:
        right, middle = square.box[2], (square.box[1] + square.box[3]) / 2
        beside = [
            word
            for word in words
            if word.angle == 0 and word.box[1] <= middle <= word.box[3] and word.box[0] >= right - 1
        ]
        for row in rows_of(beside):
            first = row.segments[0]
            stop = min(
                (
                    other.box[0]
                    for other in squares
                    if other.box[0] > right and other is not square and abs(other.box[1] - square.box[1]) < 4
                ),
                default=1e9,
            )
            names = [word for word in first.words if word.box[2] <= stop + 1]
            if names and names[0].box[0] - right < 2 * row.size:
                found[square.colour] = names
    return found


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def categories_of(
    groups: Sequence[Sequence[Bar]], words: Sequence[Word], upright: bool, box: Box
) -> list[list[Word]] | None:
    """The text at the foot of each group, None unless every group has one and no two are alike."""
    middles = [(group[0].start + group[-1].end) / 2 for group in groups]
    pitch = min((after - before for before, after in pairwise(middles)), default=40.0)
    found: list[list[Word]] = [[] for _ in groups]
    for stretch in stretches_of(words):
        place = _foot_oflabel_of(stretch, box, upright, pitch)
        if place is None:
            continue
        nearest = min(range(len(middles)), key=lambda n: abs(middles[n] - place))
        if abs(middles[nearest] - place) <= 0.55 * pitch:
            found[nearest] += stretch
    texts = [text_of(label) for label in found]
    return found if all(texts) and len(set(texts)) == len(texts) else None


def _foot_oflabel_of(stretch: Sequence[Word], box: Box, upright: bool, pitch: float) -> float | None:
    """Where across the chart a category's label points to, None for text that is no such label."""
    around_text = around([word.box for word in stretch])
    size, angle = stretch[0].size, stretch[0].angle
    if not upright:
        beside = around_text[2] <= box[0] + 1 and box[0] - around_text[2] < 3 * size
        return (around_text[1] + around_text[3]) / 2 if angle == 0 and beside else None
    depth = around_text[1] - box[3]
    if not -1 <= depth < (3.2 if angle == 0 else 1.6) * size:
        return None
    if angle == 0:
        wide = around_text[2] - around_text[0] > 1.6 * pitch
        return None if wide else (around_text[0] + around_text[2]) / 2
    if angle % 180 == 90:
        return (around_text[0] + around_text[2]) / 2
    return around_text[2] - 0.4 * size if angle % 180 < 90 else around_text[0] + 0.4 * size


def words_in_plot(box: Box, words: Sequence[Word]) -> list[Word]:
    """Words in the plot and the numbers along its axes."""
    width, height = _sides(box)
    left, right = box[0] - max(40.0, 0.12 * width), box[2] + max(20.0, 0.12 * width)
    top, bottom = box[1] - max(14.0, 0.35 * height), box[3] + max(24.0, 0.12 * height)
    return [
        word
        for word in words
        if left <= word.centre[0] <= right
        and top <= word.centre[1] <= bottom
        and (stands_in(word.box, box) or NUMBER.fullmatch(word.text))
    ]


def stands_in(box: Box, other: Box) -> bool:
    """Whether the middle of the first box lies in the second."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] - 1 <= x <= other[2] + 1 and other[1] - 1 <= y <= other[3] + 1
