"""What stands on page after page in the same place: page numbers, pack stamps, running heads and feet."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.document import Box

_MARGIN = 0.09
_SIDE = 0.07
_NEAR = 4.0
_OUTERMOST = 3
_PAGE_LINE = re.compile(
    r"(?:agenda\s+)?(?:page|pg\.?|p\.?|slide)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]|\d{1,4}\s*(?:of|/)\s*\d{1,4}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text typed in one go, with its box on the page."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PageStretches:
    """The stretches of one page in the order they are typed, and the page's size in points."""

    width: float
    height: float
    stretches: Sequence[Stretch]


def furniture(pages: Mapping[int, PageStretches], texts: Sequence[str]) -> dict[int, set[int]]:
    """For each page number the positions, in its `stretches`, of what is furniture.

    `texts` is the plain text of every page of the paper, the first page first: a stamp that counts the pages
    shows on all of them, also on those whose stretches were not read.
    """
    found: dict[int, set[int]] = {number: set() for number in pages}
    for number, page in pages.items():
        for position, stretch in enumerate(page.stretches):
            if _in_margin(stretch.box, page) and _PAGE_LINE.fullmatch(stretch.text.strip()):
                found[number].add(position)
    for offset, places in _counting(pages).items():
        if _runs_through(offset, texts, set(places)):
            for number, positions in places.items():
                found[number].update(positions)
    for number, positions in _repeated(pages).items():
        found[number].update(positions)
    _add_lone_numbers(pages, found)
    return found


def repeated_lines(texts: Sequence[str]) -> set[str]:
    """First and last lines that come back on at least three pages, digits written as '#'."""
    pages: dict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(texts):
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        for line in lines[:2] + lines[-2:]:
            pages[masked(line)].add(number)
    least = max(3, min(len(texts) // 4, 8))
    return {line for line, seen in pages.items() if len(seen) >= least}


def masked(line: str) -> str:
    """The line with every run of digits as one '#'."""
    return re.sub(r"\d+", "#", line.strip())


def is_page_line(line: str) -> bool:
    """Whether a line says nothing but a page number."""
    return bool(_PAGE_LINE.fullmatch(line.strip()))


def _in_margin(box: Box, page: PageStretches) -> bool:
    middle = (box[1] + box[3]) / 2
    return (
        middle < _MARGIN * page.height
        or middle > (1 - _MARGIN) * page.height
        or box[2] < _SIDE * page.width
        or box[0] > (1 - _SIDE) * page.width
    )


def _counting(pages: Mapping[int, PageStretches]) -> dict[int, dict[int, set[int]]]:
    """Bare numbers, or 'Page 7', that grow with the page number and keep their place: offset -> page -> positions.

    Away from the margin only what was typed first or last on its page counts, as stamps are: a score may grow too.
    """
    seen: dict[int, list[tuple[int, int, Box]]] = defaultdict(list)
    for number, page in pages.items():
        for position, stretch in enumerate(page.stretches):
            digits = _NUMBER.findall(stretch.text)
            stamped = position < _OUTERMOST or position >= len(page.stretches) - _OUTERMOST
            counts = masked(stretch.text) == "#" or is_page_line(stretch.text)
            if digits and counts and (stamped or _in_margin(stretch.box, page)):
                seen[int(digits[0]) - number].append((number, position, stretch.box))
    counting: dict[int, dict[int, set[int]]] = {}
    for offset, places in seen.items():
        for number, _, box in places:
            size = _size(pages[number])
            alike = [(n, p) for n, p, other in places if _size(pages[n]) == size and _same_place(box, other)]
            numbers = {n for n, _ in alike}
            of_size = sum(_size(page) == size for page in pages.values())
            if len(numbers) >= 2 and len(numbers) >= 0.8 * of_size:
                kept = counting.setdefault(offset, defaultdict(set))
                for n, position in alike:
                    kept[n].add(position)
    return counting


def _size(page: PageStretches) -> tuple[int, int]:
    return round(page.width / 4), round(page.height / 4)


def _same_place(first: Box, second: Box) -> bool:
    if abs(first[1] - second[1]) > _NEAR / 2:
        return False
    ends = (abs(first[0] - second[0]), abs(first[2] - second[2]), abs(first[0] + first[2] - second[0] - second[2]) / 2)
    return min(ends) < _NEAR / 2


def _runs_through(offset: int, texts: Sequence[str], read: set[int]) -> bool:
    """Whether nearly every page of the paper carries its number plus the offset."""
    if len(texts) < 3:
        return len(read) == len(texts)

    def carries(number: int) -> bool:
        return re.search(rf"(?<!\d){number + offset}(?!\d)", texts[number - 1]) is not None

    near = [number for number in range(min(read) - 2, max(read) + 3) if 1 <= number <= len(texts)]
    if len(near) >= 3 and all(map(carries, near)):
        return True
    return sum(map(carries, range(1, len(texts) + 1))) >= 0.8 * len(texts)


def _repeated(pages: Mapping[int, PageStretches]) -> dict[int, set[int]]:
    """The same text in the same place of the margin on at least three pages, or on both of two."""
    seen: dict[str, list[tuple[int, int, Box]]] = defaultdict(list)
    for number, page in pages.items():
        for position, stretch in enumerate(page.stretches):
            if _in_margin(stretch.box, page):
                seen[masked(stretch.text)].append((number, position, stretch.box))
    found: dict[int, set[int]] = defaultdict(set)
    least = 3 if len(pages) > 2 else 2
    for places in seen.values():
        for _, _, box in places:
            alike = [(number, position) for number, position, other in places if _same_place(box, other)]
            if len({number for number, _ in alike}) >= max(least, 0.3 * len(pages)):
                for number, position in alike:
                    found[number].add(position)
    return found


def _add_lone_numbers(pages: Mapping[int, PageStretches], found: dict[int, set[int]]) -> None:
    """A bare number below or above everything else on the page is the page's number."""
    for number, page in pages.items():
        for position, stretch in enumerate(page.stretches):
            if masked(stretch.text) != "#" or position in found[number] or not _in_margin(stretch.box, page):
                continue
            others = [other.box for n, other in enumerate(page.stretches) if n != position and n not in found[number]]
            middle = (stretch.box[1] + stretch.box[3]) / 2
            below = all(box[3] < stretch.box[1] for box in others) and middle > (1 - _MARGIN) * page.height
            above = all(box[1] > stretch.box[3] for box in others) and middle < _MARGIN * page.height
            if others and (below or above):
                found[number].add(position)
