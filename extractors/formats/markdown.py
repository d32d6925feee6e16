"""Lines of Markdown or plain text -> blocks and tables, in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.document import Block, Table
from extractors.formats import typed
from extractors.formats.inline import plain
from extractors.formats.markdown_tables import RULE, Found, Parts, table_at
from extractors.letterhead import is_labelled_line
from extractors.wording import clean, one_line

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r" {0,3}(={3,}|-{3,})\s*$")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_BULLET = re.compile(r"\s*(?:[-*+•▪‣·]|o(?=\s\s*[A-Z]))\s+(?=\S)")
_NUMBERED = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-z][.)]|[ivx]+[.)])\s+(?=\S)")
_NUMBERED_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]?\s+[A-Z].{0,80}")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.IGNORECASE)
_BLANK_PAGE = re.compile(r"\W*this page (?:is|has been) (?:intentionally |deliberately )?left blank\W*", re.IGNORECASE)
_BOX_WALLS = str.maketrans("│┃║", "|||")
_FENCE = re.compile(r"\s*(```|~~~)")
_QUOTE = re.compile(r"^[ ]{0,3}(?:> ?)+")
_SENTENCE_ENDS = (".", ";", ",", "?", "!", ":")
_BLANK_LINES_OF_A_LOST_PICTURE = 3
_LONGEST_CAPTION = 140
_FULL_LINE = 60
_LONGEST_WRAPPED_LINE = 130


def body_of(text: str, *, page: int | None) -> Parts:
    """The blocks and tables of one page of text, or of the whole of it where it has no pages (`page` None)."""
    lines = [_kept(line) for line in clean(text).translate(_BOX_WALLS).split("\n")]
    return [part if page is None else _on_page(part, page) for part in _parts(lines)]


def _kept(line: str) -> str:
    """A line without the marks of quotations and code fences; white space at the end may be a hard line break."""
    return "" if _FENCE.match(line) else _QUOTE.sub("", line)


def _on_page(part: Block | Table, page: int) -> Block | Table:
    if isinstance(part, Block):
        return replace(part, page=page)
    return replace(part, page=page, cells=tuple(replace(cell, page=page) for cell in part.cells))


def _parts(lines: Sequence[str]) -> Iterator[Block | Table]:
    place = 0
    last: Block | Table | None = None
    while place < len(lines):
        if not lines[place].strip():
            start, place = place, _after_blank_lines(lines, place)
            if place < len(lines) and place - start >= _BLANK_LINES_OF_A_LOST_PICTURE and _may_head_a_picture(last):
                yield (last := Block("picture", ""))
            continue
        parts, place = _at(lines, place)
        yield from parts
        last = parts[-1] if parts else last


def _after_blank_lines(lines: Sequence[str], place: int) -> int:
    while place < len(lines) and not lines[place].strip():
        place += 1
    return place


def _may_head_a_picture(part: Block | Table | None) -> bool:
    """A heading, or a short line that is no sentence, with a hole under it: an image was there."""
    if not isinstance(part, Block) or part.kind not in ("heading", "paragraph"):
        return False
    is_short = len(part.text) <= _LONGEST_CAPTION and not part.text.endswith(_SENTENCE_ENDS)
    return part.kind == "heading" or (is_short and not is_labelled_line(part.text))


def _at(lines: Sequence[str], place: int) -> tuple[Parts, int]:
    for reader in (table_at, _heading, _line_alone):
        found = reader(lines, place)
        if found is not None:
            return found
    return _paragraph(lines, place)


def _heading(lines: Sequence[str], place: int) -> Found:
    line = lines[place]
    if found := _HEADING.match(line):
        text = plain(found[2])
        return ([Block("heading", text, level=len(found[1]))] if text else []) + _pictures(line), place + 1
    following = lines[place + 1] if place + 1 < len(lines) else ""
    under = _UNDERLINE.fullmatch(following.rstrip())
    is_line = len(line.strip()) <= _LONGEST_CAPTION and not RULE.fullmatch(line) and not _BULLET.match(line)
    if under and is_line and not typed.looks_gapped(line):
        return [Block("heading", plain(line), level=1 if under[1].startswith("=") else 2)], place + 2
    return None


def _line_alone(lines: Sequence[str], place: int) -> Found:
    line = lines[place].strip()
    if RULE.fullmatch(line):
        return [], place + 1
    if _PICTURE.search(line):
        beside = plain(_PICTURE.sub(" ", line))
        return ([Block("paragraph", beside)] if beside else []) + _pictures(line), place + 1
    if _BLANK_PAGE.fullmatch(line):
        return [Block("furniture", line)], place + 1
    if not _stands_alone(lines, place):
        return None
    if _PAGE_NUMBER.fullmatch(line):
        return [Block("furniture", line)], place + 1
    if _NUMBERED_HEADING.fullmatch(line) and not _is_in_a_list(lines, place):
        return [Block("heading", plain(line), level=2)], place + 1
    return None


def _pictures(line: str) -> Parts:
    return [Block("picture", one_line(name)) for name in _PICTURE.findall(line)]


def _stands_alone(lines: Sequence[str], place: int) -> bool:
    before = lines[place - 1] if place else ""
    after = lines[place + 1] if place + 1 < len(lines) else ""
    return not before.strip() and not after.strip()


def _is_in_a_list(lines: Sequence[str], place: int) -> bool:
    """The lines of a widely set numbered list follow one another; headings of sections have text between them."""
    line = lines[place].strip()
    before = next((lines[other].strip() for other in range(place - 1, -1, -1) if lines[other].strip()), "")
    after = next((lines[other].strip() for other in range(place + 1, len(lines)) if lines[other].strip()), "")
    beside = any(_NUMBERED_HEADING.fullmatch(other) and not _is_under(other, line) for other in (before, after))
    return line.endswith(_SENTENCE_ENDS) or beside


def _is_under(line: str, heading: str) -> bool:
    """'2.1 Prevent' stands under '2. Benchmarks', and '2. Benchmarks' after '1.3 Prevent'."""
    return line.split()[0].rstrip(".)").count(".") != heading.split()[0].rstrip(".)").count(".")


def _paragraph(lines: Sequence[str], place: int) -> tuple[Parts, int]:
    line = lines[place]
    bullet = _BULLET.match(line)
    is_item = bool(bullet or _NUMBERED.match(line))
    texts = [line[bullet.end() :] if bullet else line]
    place += 1
    while place < len(lines) and _goes_on(line, lines[place]):
        line = lines[place]
        texts.append(line)
        place += 1
    shown = plain(" ".join(text.strip() for text in texts))
    return ([Block("list_item" if is_item else "paragraph", shown)] if shown else []), place


def _goes_on(line: str, following: str) -> bool:
    """A line belongs to the one before where that one reaches the margin or the sentence runs on."""
    if not following.strip() or line.endswith(("  ", "\\")) or "\t" in following or "|" in following:
        return False
    if _HEADING.match(following) or _BULLET.match(following) or _NUMBERED.match(following):
        return False
    if is_labelled_line(line) or is_labelled_line(following):
        return False
    length = len(line.strip())
    if length > _LONGEST_WRAPPED_LINE or (line.endswith(".") and _may_be_heading(following.strip())):
        return False
    return following.lstrip()[:1].islower() or following.startswith("  ") or length >= _FULL_LINE


def _may_be_heading(line: str) -> bool:
    return len(line) < _FULL_LINE and line[:1].isupper() and not line.endswith(_SENTENCE_ENDS)
