"""The places of the categories along the foot of a chart, and the names printed there."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from extractors.grids.chart import Label, View
from extractors.grids.lines import text_of
from extractors.grids.marks import Word, around
from extractors.grids.placing import stretches_of

_REACH_EM = 2.8
_TURNED_REACH_EM = 1.6
_LYING_REACH_EM = 3.0
_LINE_GAP_EM = 0.45
_SAME_LINE_EM = 0.7
_MOST_PITCHES = 1.5


@dataclass(frozen=True, slots=True)
class Slots:
    """The places of the categories: the middle of each, and the least distance between two."""

    middles: tuple[float, ...]
    pitch: float

    def at(self, u: float) -> int | None:
        """The number of the place that u lies in, None beside all of them."""
        place = min(range(len(self.middles)), key=lambda number: abs(self.middles[number] - u))
        return place if abs(self.middles[place] - u) <= 0.5 * self.pitch else None


_Piece = tuple[int, float, float, Sequence[Word]]
"""The place that a stretch of text points to, where it begins and ends below the base, its words."""


@dataclass(slots=True)
class _Name:
    words: list[Word] = field(default_factory=list)
    near: float = 0.0
    far: float = 0.0
    size: float = 0.0


def names_at(slots: Slots, base: float, view: View, *, less: Collection[Word] = ()) -> list[list[Word]]:
    """For each place the words of its name under the base line, [] where none is printed; `less` are other words."""
    pieces = _pieces(slots, base, view, less)
    if not pieces:
        return [[] for _ in slots.middles]
    if view.lying:
        return _beside(slots, pieces)
    found: dict[int, _Name] = defaultdict(_Name)
    nearest = min(near for _, near, _, _ in pieces)
    for place, near, far, words in sorted(pieces, key=lambda piece: piece[1]):
        name, size = found[place], max(word.size for word in words)
        turned = words[0].angle != 0
        if not name.words and near - nearest <= (_TURNED_REACH_EM if turned else _SAME_LINE_EM + 1.3) * size:
            found[place] = _Name(list(words), near, far, size)
        elif name.words and _goes_on(name, near, words, size, turned=turned):
            name.words += words
            name.far = max(name.far, far)
    return [found[place].words if place in found else [] for place in range(len(slots.middles))]


def are_whole(names: Sequence[Sequence[Word]]) -> bool:
    """Whether every place has a name and no two are alike."""
    texts = [text_of(name) for name in names]
    return bool(texts) and all(texts) and len(set(texts)) == len(texts)


def run_together(names: Sequence[Sequence[Word]], slots: Slots, view: View) -> bool:
    """Whether a word is far wider than its place: names that touch one another read as one word."""
    if view.lying:
        return False
    widths = [word.box[2] - word.box[0] for name in names for word in name if word.angle == 0]
    return max(widths, default=0.0) > _MOST_PITCHES * slots.pitch


def _goes_on(name: _Name, near: float, words: Sequence[Word], size: float, *, turned: bool) -> bool:
    if abs(size - name.size) > 0.15 * size or words[0].angle != name.words[0].angle:
        return False
    if turned:
        return near - name.near <= _TURNED_REACH_EM * size
    figures = not any(any(map(str.isalpha, word.text)) for word in words)
    named = any(any(map(str.isalpha, word.text)) for word in name.words)
    return near - name.far <= _LINE_GAP_EM * size and not (figures and named)


def _beside(slots: Slots, pieces: Sequence[_Piece]) -> list[list[Word]]:
    """Names beside lying bars: they end at the axis, or begin together further off."""
    size = max(word.size for _, _, _, words in pieces for word in words)
    nearest = min(near for _, near, _, _ in pieces)
    starts = [far for _, _, far, _ in pieces]
    found: list[list[Word]] = [[] for _ in slots.middles]
    for place, near, far, words in pieces:
        ranged = sum(abs(far - other) <= 2 for other in starts) >= max(3, 0.5 * len(starts))
        if near - nearest <= _LYING_REACH_EM * size or ranged:
            found[place] += words
    return found


def _pieces(slots: Slots, base: float, view: View, less: Collection[Word]) -> list[_Piece]:
    """Stretches of text near the foot: the place each points to, where it begins and ends below the base."""
    by_word = {id(label.word): label for label in view.labels}
    left_out = set(map(id, less))
    below = [
        label.word
        for label in view.labels
        if label.box[1] >= base - 1 - (0.3 * label.word.size if label.word.angle % 90 else 0)
        and id(label.word) not in left_out
        and slots.middles[0] - slots.pitch - (200 if label.word.angle % 90 else 0) < label.u
        and label.u < slots.middles[-1] + slots.pitch + (200 if label.word.angle % 90 else 0)
    ]
    pieces: list[_Piece] = []
    for stretch in stretches_of(below):
        for words in _parted(stretch, slots, by_word, view):
            box = around([by_word[id(word)].box for word in words])
            anchor = _anchor(words, box, view)
            place = slots.at(anchor)
            size, angle = words[0].size, words[0].angle
            reach = (12.0 if view.lying else 8.0) * size if angle == 0 else _TURNED_REACH_EM * size
            if place is not None and box[1] - base <= reach and (angle == 0 or not view.lying):
                pieces.append((place, box[1] - base, box[3] - base, words))
    first = min((near for _, near, _, _ in pieces), default=0.0)
    limit = max((words[0].size for _, _, _, words in pieces), default=0.0)
    return pieces if first <= (_LYING_REACH_EM if view.lying else _REACH_EM) * limit else []


def _parted(stretch: Sequence[Word], slots: Slots, by_word: dict[int, Label], view: View) -> list[list[Word]]:
    """Names of neighbours that are printed close together are parted where the places meet."""
    box = around([by_word[id(word)].box for word in stretch])
    if view.lying or stretch[0].angle != 0 or box[2] - box[0] <= 1.02 * slots.pitch:
        return [list(stretch)]
    parts: dict[int | None, list[Word]] = defaultdict(list)
    for word in stretch:
        parts[slots.at(by_word[id(word)].u)].append(word)
    return list(parts.values())


def _anchor(words: Sequence[Word], box: tuple[float, float, float, float], view: View) -> float:
    """Where across the chart a name points to: its middle, or the end at the axis where it slants."""
    size, angle = words[0].size, words[0].angle
    if view.lying or angle % 90 == 0:
        return (box[0] + box[2]) / 2
    return box[2] - 0.4 * size if angle % 180 < 90 else box[0] + 0.4 * size
