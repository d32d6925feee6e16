"""Words outside tables -> Blocks: headings, paragraphs and list items, columns one after the other."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.document import Block, BlockKind, Box
from extractors.grids.lines import Line, lines_of, text_of
from extractors.grids.marks import Fill, Word, around

_BULLET = re.compile(r"^[•▪■●○◦‣➢✓·*–—-]$|^o$")
_PARAGRAPH_PITCH_EM = 1.65
_MOST_STEPS = 2000
_CUT_LINE_GAP_EM = 1.2
_LEAST_CUT_LINES = 5
_PROSE_WORDS = 6
_LARGER = 1.08
_WIDEST_BULLET = 8.0
_BULLET_GAP_EM = 2.5
_SAME_SIZE = 0.95


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """The size most text of a paper is set in, and the sizes above it from the largest down."""

    body: float
    larger: tuple[float, ...]

    def level(self, size: float) -> int:
        """The rank of a heading of this size; below the last where it is no larger than the body."""
        for rank, larger in enumerate(self.larger, start=1):
            if size >= larger * _SAME_SIZE - 0.3:
                return rank
        return len(self.larger) + 1


def type_sizes(pages: Iterable[Sequence[Word]]) -> TypeSizes:
    """The sizes of upright text over all pages that were read; text in short pieces, as in tables, weighs little."""
    counts: dict[float, float] = defaultdict(float)
    for words in pages:
        in_run = Counter(word.run for word in words)
        for word in words:
            if word.angle == 0:
                weight = 1.0 if in_run[word.run] >= _PROSE_WORDS else 0.1
                counts[round(word.size * 2) / 2] += weight * len(word.text)
    if not counts:
        return TypeSizes(10.0, ())
    body = max(counts, key=lambda size: (counts[size], size))
    larger: list[float] = []
    for size in sorted((size for size in counts if size > body * _LARGER), reverse=True):
        if not larger or size < larger[-1] * _SAME_SIZE:
            larger.append(size)
    return TypeSizes(body, tuple(larger))


def blocks_of(
    words: Iterable[Word], sizes: TypeSizes, page: int, width: float, known: Collection[str] = frozenset()
) -> list[Block]:
    """The blocks of one page from its head to its foot; where text runs in two columns, the left one first."""
    blocks: list[Block] = []
    for part in _columns(lines_of(words), width):
        blocks += [_block(paragraph, sizes, page, known) for paragraph in _paragraphs(part, sizes)]
    return blocks


def card_of(words: Sequence[Word], sizes: TypeSizes, page: int, known: Collection[str] = frozenset()) -> Block:
    """The few words of a box as one block: a label and its figure stay together."""
    return _block(lines_of(words), sizes, page, known)


def with_drawn_bullets(words: Iterable[Word], fills: Iterable[Fill]) -> list[Word]:
    """The words, and a bullet for every small dot or square that is drawn before the first word of a line."""
    kept = list(words)
    dots = [fill.box for fill in fills if _is_dot(fill.box)]
    lines = [line for line in lines_of(kept) if line.angle == 0] if dots else []
    for x0, top, x1, bottom in dots:
        for line in lines:
            gap = line.box[0] - x1
            if line.box[1] < (top + bottom) / 2 < line.box[3] and 2 < gap < _BULLET_GAP_EM * line.size:
                kept.append(Word("•", (x0, line.box[1], x1, line.box[3]), line.size))
                break
    return kept


def _is_dot(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return 1 < width < _WIDEST_BULLET and 0.6 * height < width < 1.6 * height


def _columns(lines: list[Line], width: float) -> list[list[Line]]:
    """Stretches of lines that belong together, two columns of prose taken apart."""
    upright = [line for line in lines if line.angle == 0]
    turned = [line for line in lines if line.angle != 0]
    gutter = _gutter(upright, width)
    if gutter is None:
        parts = [upright]
    else:
        parts = []
        left: list[Line] = []
        right: list[Line] = []
        for line in upright:
            before = [word for word in line.words if word.box[2] <= gutter + 1]
            after = [word for word in line.words if word.box[0] >= gutter - 1]
            if len(before) + len(after) < len(line.words):
                parts += [left, right, [line]]
                left, right = [], []
            else:
                left += lines_of(before)
                right += lines_of(after)
        parts += [left, right]
    return [part for part in [*parts, *([line] for line in turned)] if part]


def _gutter(lines: list[Line], width: float) -> float | None:
    """Where a gap between two columns of running text stands, if there is one."""
    if sum(map(_has_wide_gap, lines)) < _LEAST_CUT_LINES:
        return None
    best: tuple[int, float] | None = None
    sides = [
        (line, sorted(word.box[0] for word in line.words), sorted(word.box[2] for word in line.words)) for line in lines
    ]
    for step in range(int(width * 0.3), int(width * 0.7), max(4, int(width / _MOST_STEPS))):
        both = crossing = long_sides = 0
        for line, lefts, rights in sides:
            before, after = bisect_right(rights, step), len(lefts) - bisect_left(lefts, step)
            if before + after < len(line.words):
                crossing += 1
            elif before and after:
                gap = lefts[-after] - rights[before - 1]
                if gap > _CUT_LINE_GAP_EM * line.size:
                    both += 1
                    long_sides += before >= 3 and after >= 3
        split = both >= _LEAST_CUT_LINES and both > crossing and long_sides >= 0.6 * both
        if split and (best is None or both > best[0]):
            best = (both, float(step))
    return best[1] if best else None


def _has_wide_gap(line: Line) -> bool:
    gaps = (after.box[0] - before.box[2] for before, after in pairwise(line.words))
    return max(gaps, default=0.0) > _CUT_LINE_GAP_EM * line.size


def _paragraphs(lines: list[Line], sizes: TypeSizes) -> list[list[Line]]:
    paragraphs: list[list[Line]] = []
    right = max(line.box[2] for line in lines)
    for line in lines:
        last = paragraphs[-1][-1] if paragraphs else None
        if last is not None and _carries_on(last, line, paragraphs[-1], sizes, right):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _carries_on(last: Line, line: Line, paragraph: list[Line], sizes: TypeSizes, right: float) -> bool:
    """Whether a line is the next of a paragraph; `right` is how far text reaches in this column.

    Where the line before had room for this line's first word, its writer had ended it on purpose.
    """
    pitch = line.box[3] - last.box[3]
    same_look = abs(line.size - last.size) < 0.6 and line.angle == last.angle
    if not same_look or pitch > _PARAGRAPH_PITCH_EM * line.size or pitch < 0 or _starts_item(line):
        return False
    room = right - last.box[2] - 0.5 * line.size
    had_room = room > (line.words[0].box[2] - line.words[0].box[0]) + line.size
    if _is_heading(paragraph, sizes):
        return line.bold == last.bold and not had_room
    if line.bold and not last.bold:
        return False
    label = line.words[0].bold and not last.words[-1].bold and not last.bold
    ended = last.text.endswith((".", ":", ";", "?", "!")) or label or line.words[0].text[:1].isupper()
    return not (had_room and ended)


def _starts_item(line: Line) -> bool:
    first = line.words[0].text
    numbered = re.fullmatch(r"\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z]\)|[ivx]{1,4}\))", first)
    return bool(_BULLET.match(first)) or bool(numbered and len(line.words) > 1 and not re.fullmatch(r"\d+", first))


def _is_heading(lines: Sequence[Line], sizes: TypeSizes) -> bool:
    text = " ".join(line.text for line in lines)
    if len(text) > 160 or not any(char.isalpha() for char in text):
        return False
    if min(line.size for line in lines) > sizes.body * _LARGER:
        return True
    bold = all(word.bold for line in lines for word in line.words)
    return bold and len(lines) <= 2 and len(text.split()) <= 14 and not text.rstrip().endswith((".", ";", ","))


def _block(lines: Sequence[Line], sizes: TypeSizes, page: int, known: Collection[str]) -> Block:
    words = [word for line in lines for word in line.words if not word.struck]
    box = _rounded(around([line.box for line in lines]))
    first = lines[0].words[0].text
    kind: BlockKind = "paragraph"
    level = 0
    if _BULLET.match(first) and len(words) > 1:
        kind, words = "list_item", words[1:]
    elif _is_heading(lines, sizes):
        kind, level = "heading", sizes.level(max(line.size for line in lines))
    return Block(kind, text_of(words, known=known), page, box, level)


def _rounded(box: Box) -> Box:
    return round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2)
