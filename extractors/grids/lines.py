"""Words -> lines of text -> the text of a cell or paragraph, each read in its own direction."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from extractors.document import Box
from extractors.grids.marks import Word, along, around
from extractors.wording import one_line

SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "but",
        "can",
        "do",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "how",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "no",
        "nor",
        "not",
        "of",
        "off",
        "on",
        "or",
        "our",
        "out",
        "over",
        "per",
        "she",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "they",
        "this",
        "to",
        "up",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "will",
        "with",
        "within",
        "without",
        "you",
        "your",
        "all",
        "any",
        "been",
        "each",
        "more",
        "most",
        "new",
        "one",
        "only",
        "other",
        "two",
    ]
)
_WORD_END = re.compile(
    r"[a-z]{1,2}|[a-z]{0,4}(?:tions?|sions?|ments?|nts?|ships?|ips?|ings?|ity|ities|ances?|ences?|hood|ness|ted|ies|ncy)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one base line, in reading order; `box` lies on the page, `frame` along the reading direction."""

    words: tuple[Word, ...]
    box: Box
    frame: Box
    size: float
    angle: int

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether most of the line is bold."""
        return 2 * sum(len(word.text) for word in self.words if word.bold) > sum(len(word.text) for word in self.words)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of each direction, from the first to the last; upright ones first."""
    by_angle: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        by_angle[word.angle].append(word)
    lines: list[Line] = []
    for angle in sorted(by_angle):
        lines.extend(_lines_along(by_angle[angle], angle))
    return lines


def _lines_along(words: list[Word], angle: int) -> list[Line]:
    """Words whose middles lie in one another's height share a line."""
    frames = [word.box for word in words] if angle == 0 else [along(word.box, angle) for word in words]
    middles = [(frame[1] + frame[3]) / 2 for frame in frames]
    groups: list[list[tuple[float, int]]] = []
    centre = largest = 0.0
    for place in sorted(range(len(words)), key=middles.__getitem__):
        middle, size = middles[place], words[place].size
        if groups and abs(middle - centre) < 0.4 * min(size, largest):
            groups[-1].append((frames[place][0], place))
            centre += (middle - centre) / len(groups[-1])
            largest = max(largest, size)
        else:
            groups.append([(frames[place][0], place)])
            centre, largest = middle, size
    # words that begin in one place stay in the order of their middles
    return [_line([p for _, p in sorted(group, key=itemgetter(0))], words, frames, angle) for group in groups]


def _line(places: Sequence[int], words: Sequence[Word], frames: Sequence[Box], angle: int) -> Line:
    held = tuple([words[place] for place in places])
    box = around([word.box for word in held])
    frame = box if angle == 0 else around([frames[place] for place in places])
    return Line(held, box, frame, max([word.size for word in held]), angle)


def text_of(words: Iterable[Word], *, room: float | None = None, known: Collection[str] = frozenset()) -> str:
    """The text of one cell or paragraph: wrapped lines joined, a word that was cut by the cell's edge made whole.

    `room` is the width that text can fill (None: do not mend cut words by room); `known` holds words in lower
    case that the paper writes whole elsewhere, the best witness for and against a mend.
    """
    lines = lines_of(words)
    if not lines:
        return ""
    main = Counter(line.angle for line in lines).most_common(1)[0][0]
    ordered = [line for line in lines if line.angle == main] + [line for line in lines if line.angle != main]
    text = ordered[0].text
    for before, after in pairwise(ordered):
        mend = before.angle == after.angle
        text = _joined(text, before, after, room, known) if mend else f"{text} {after.text}"
    return one_line(text)


def _joined(text: str, before: Line, after: Line, room: float | None, known: Collection[str]) -> str:
    last, first = before.words[-1].text, after.words[0].text
    if last.endswith("\u00ad"):
        return text[:-1] + after.text
    if last.endswith(("-", "\u2010", "\u2011")) and len(last) > 1 and first[:1].isalnum():
        whole = _bare(last[:-1]) + _bare(first)
        return (text[:-1] if whole in known else text) + after.text
    return text + after.text if _is_cut(before, after, room, known) else f"{text} {after.text}"


def _is_cut(before: Line, after: Line, room: float | None, known: Collection[str]) -> bool:
    """Whether a line's end fell inside a word.

    A cell cuts a word only where that word alone is wider than the cell: the line then holds nothing else, is
    full to the last character, and the next begins in lower case with what looks like the end of a word.
    """
    last, first = before.words[-1].text, after.words[0].text
    if not (last[-1:].isalpha() and first[:1].islower()) or room is None or len(before.words) > 1:
        return False
    whole, head, tail = _bare(last + first), _bare(last), _bare(first)
    if whole in known:
        return True
    if tail in SMALL_WORDS or (head in known and tail in known):
        return False
    width = before.frame[2] - before.frame[0]
    next_word = along(after.words[0].box, after.angle)
    letter = (next_word[2] - next_word[0]) / len(first)
    full = room - width < 1.05 * letter
    return full and (bool(_WORD_END.fullmatch(tail)) or not any(vowel in tail for vowel in "aeiouy"))


def _bare(word: str) -> str:
    return word.strip(".,;:()[]'\"‘’“”*").lower()
