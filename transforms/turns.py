"""Labels and scores that stand on lines of their own, in turn: which score is which label's.

Boxes show the score below its label or above it, and the number of the benchmark may stand beside both.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Block
from transforms.catalogue import Benchmark

SAYS_SCORE = re.compile(
    r"\s*(?:(?:overall|benchmark|agreed|final)\s+)?(?:score|rating|grade|level|assessment)\b", re.IGNORECASE
)
_LEADING_FIGURE = re.compile(r"^(?P<figure>\d{1,2})\s+(?P<label>[A-Za-z].*)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A label and its score, the block that holds the score, and the block's place in the body.

    `intro` is the text before the label where a sentence introduces it: 'The scores were: Risk Assessment 4'.
    """

    label: str
    value: str
    block: Block
    at: int
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a stretch; `order` counts all of its lines. It names a `benchmark`, holds a `score`, or neither."""

    text: str
    block: Block
    at: int
    order: int
    benchmark: Benchmark | None = None
    score: bool = False


def in_turn(pieces: Sequence[Piece]) -> list[Line]:
    """The labels of one stretch with the scores that stand next to them; none where either neighbour may be meant."""
    labels = [piece for piece in pieces if piece.benchmark]
    values = {piece.order: piece for piece in pieces if piece.score}
    above = {label.order: values[label.order - 1] for label in labels if label.order - 1 in values}
    if len(above) == len(labels) and _only_number([(label, above[label.order].text) for label in labels]):
        values = {order: value for order, value in values.items() if value not in above.values()}
        above = {}
    below = {label.order: values[label.order + 1] for label in labels if label.order + 1 in values}
    above = {order: value for order, value in above.items() if _opens_a_box(value, pieces)}
    below |= {label.order: far for label in labels if label.order not in below and (far := _under(label, pieces))}
    if len(above) == len(below) and above:
        return []
    beside = above if len(above) > len(below) else below
    lines = [
        Line(label.text, beside[label.order].text.strip(), beside[label.order].block, beside[label.order].at)
        for label in labels
        if label.order in beside
    ]
    return lines or _opened(labels)


def _opens_a_box(value: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a figure is the first, or nothing stands between it and the label of the box before."""
    before = [piece for piece in pieces if piece.order < value.order]
    return not any(piece.benchmark for piece in before) or before[-1].benchmark is not None


def _under(label: Piece, pieces: Sequence[Piece]) -> Piece | None:
    """The line further below a heading that says 'Score: 4', before the next label."""
    if label.block.kind not in {"title", "heading"}:
        return None
    for piece in pieces:
        if piece.order > label.order:
            if piece.benchmark:
                return None
            if piece.score and SAYS_SCORE.match(piece.text):
                return piece
    return None


def _opened(labels: Sequence[Piece]) -> list[Line]:
    """Labels that open with their score: '3 Risk Assessment', where the figures are no numbers of the lines."""
    found = [(label, match) for label in labels if (match := _LEADING_FIGURE.match(label.text.strip()))]
    if len(found) < len(labels) or _only_number([(label, match["figure"]) for label, match in found]):
        return []
    return [Line(match["label"], match["figure"], label.block, label.at) for label, match in found]


def _only_number(pairs: Sequence[tuple[Piece, str]]) -> bool:
    """Whether figures beside labels number them: the benchmarks' own numbers, or ever rising ones."""
    own = [str(label.benchmark.number) for label, _ in pairs if label.benchmark]
    told = [text.strip().rstrip(".)") for _, text in pairs]
    if told == own:
        return True
    return all(text.isdigit() for text in told) and all(int(a) < int(b) for a, b in pairwise(told))
