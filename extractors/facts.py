"""What a paper says about itself: its title and the labelled lines at its head."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from extractors.document import Block, LetterheadLine, Table
from extractors.letterhead import is_label, line_of, pairs_in, role_of
from extractors.wording import one_line

Part = Block | Table

_LINES_OF_A_HEAD = 40
_LINES_OVER = 8
_LONGEST_TITLE = 120
_LONGEST_HEAD_LINE = 300
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]?\s+\S")
_SECTION = re.compile(
    r"\s*(?:\d+[.)]?\s+)?(?:executive )?(?:purpose|introduction|background|recommendations?|summary|context)\b.{0,60}",
    re.IGNORECASE,
)
_BODY_NAME = re.compile(
    r".*\b(?:council|partnership|board|authority|committee|corporation|cabinet|home office|borough|panel|service|forum"
    r"|police|group|assembly|together)\s*",
    re.IGNORECASE,
)
_SPEAKS_OF_A_PAPER = re.compile(
    r"\b(?:report|update|briefing|review|benchmark\w*|scores?|presentation)\b", re.IGNORECASE
)
_NO_TITLE = re.compile(
    r"(?:agenda|minutes|contents|(?:public )?(?:document|reports?|agenda(?: reports)?) pack|briefing(?: note| paper)?"
    r"|(?:committee |cabinet )?report|appendi(?:x|ces)(?: [a-z0-9]+)?|official(?:[ -]sensitive)?|public"
    r"|not protectively marked|(?:agenda )?item(?: no\.?)?:? ?\d*|for (?:information|decision|noting))\W*",
    re.IGNORECASE,
)
_LABELS_OF_A_PAPER_INSIDE = 2


def title_of(body: Sequence[Part], letterhead: Sequence[LetterheadLine], stored: str | None) -> str | None:
    """The first title or heading before the sections that is not the name of a body (a council, a board).

    Where there is none, the subject line of the letterhead, else in a paper without headings the first line over the
    letterhead, else the title that the file stores, else any heading.
    """
    blocks = [part for part in body if isinstance(part, Block) and part.text.strip()]
    heads = [block for block in blocks if block.kind in ("title", "heading")]
    for part in _opening(heads):
        if not _names_a_body(part.text) and not _NO_TITLE.fullmatch(part.text.strip()):
            return one_line(part.text)
    subject = next((line.value for line in letterhead if role_of(line.label) == "subject" and line.value), None)
    if subject:
        return subject
    unmarked = next(_lines_over_letterhead(blocks), None) if letterhead and not heads else None
    first = one_line(heads[0].text) if heads else None
    return unmarked or (one_line(stored) if stored and stored.strip() else None) or first


def letterhead_of(body: Sequence[Part]) -> tuple[LetterheadLine, ...]:
    """The customary labelled lines at the head of the paper.

    In a paper of many pages, such as an agenda pack, also those at the head of each paper inside it: a page whose
    first lines hold at least two customary labels begins one.
    """
    lines: list[LetterheadLine] = []
    for place, (_, parts) in enumerate(groupby(body, key=lambda part: part.page)):
        found = list(_labelled(_head(parts)))
        if place == 0 or len({line.label.lower() for line in found}) >= _LABELS_OF_A_PAPER_INSIDE:
            lines += found
    return tuple(lines)


def _opening(heads: Sequence[Block]) -> Iterator[Block]:
    """The headings before the sections of the paper begin, no farther than the page that has the first."""
    for part in heads:
        if part.page != heads[0].page:
            return
        if part.kind == "heading" and (_NUMBERED.match(part.text) or _SECTION.fullmatch(part.text)):
            return
        if not part.hidden:
            yield part


def _lines_over_letterhead(blocks: Sequence[Block]) -> Iterator[str]:
    """The short lines over the labelled ones, where a plain text has no headings, without the name of the council."""
    lines = list(takewhile(lambda line: not is_label(line) and not pairs_in(line), _lines(blocks[:_LINES_OVER])))
    if len(lines) < len(list(_lines(blocks[:_LINES_OVER]))):
        yield from (line for line in lines if _may_be_title(line))


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "paragraph":
            yield from (one_line(line) for line in block.text.split("\n"))


def _may_be_title(line: str) -> bool:
    is_short = len(line) <= _LONGEST_TITLE and not line.endswith((".", ";", ":", ","))
    return is_short and not _names_a_body(line) and not _NO_TITLE.fullmatch(line) and any(map(str.isalpha, line))


def _names_a_body(text: str) -> bool:
    return bool(_BODY_NAME.fullmatch(text)) and not _SPEAKS_OF_A_PAPER.search(text)


def _head(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts of a page before its prose, its sections and its wide tables."""
    for count, part in enumerate(part for part in parts if not (isinstance(part, Block) and part.kind == "furniture")):
        if count >= _LINES_OF_A_HEAD or _ends_head(part):
            return
        yield part


def _ends_head(part: Part) -> bool:
    if isinstance(part, Table):
        return not any(is_label(row[0]) for row in part.rows[:6] if row)
    if part.kind == "heading" and (_NUMBERED.match(part.text) or _SECTION.fullmatch(part.text)):
        return True
    return len(part.text) > _LONGEST_HEAD_LINE and not pairs_in(part.text.split("\n")[0])


def _labelled(parts: Iterable[Part]) -> Iterator[LetterheadLine]:
    waiting: tuple[str, int | None] | None = None
    for text, page in _printed_lines(parts):
        pairs = pairs_in(text)
        if not pairs and is_label(text) and len(text) <= 30 and role_of(text) is not None:
            pairs = [(text, "")]
        if waiting and not pairs:
            yield from _kept(waiting[0], text, page)
        waiting = None
        for label, value in pairs:
            if value or role_of(label) is None:
                yield from _kept(label, value, page)
            else:
                waiting = (label, page)


def _printed_lines(parts: Iterable[Part]) -> Iterator[tuple[str, int | None]]:
    """The lines of the head; the rows of a table of labels and values as 'label: value'."""
    for part in parts:
        if isinstance(part, Block):
            yield from ((line, part.page) for line in part.text.split("\n") if line.strip())
        else:
            yield from ((line, part.page) for row in part.rows for line in _rows_as_lines(row))


def _rows_as_lines(row: Sequence[str]) -> Iterator[str]:
    """Label and value in neighbouring cells, twice or more in a wide row; merged cells repeat and count once."""
    texts = [one_line(text) for place, text in enumerate(row) if place == 0 or text != row[place - 1]]
    place = 0
    while place < len(texts):
        label = texts[place]
        has_value = place + 1 < len(texts) and not (is_label(texts[place + 1]) and texts[place + 1].endswith(":"))
        if label and is_label(label) and has_value:
            yield f"{label.rstrip(': ')}: {texts[place + 1]}"
            place += 2
        else:
            if label:
                yield label
            place += 1


def _kept(label: str, value: str, page: int | None) -> Iterator[LetterheadLine]:
    line = line_of(label, value, page)
    if line is not None:
        yield line
