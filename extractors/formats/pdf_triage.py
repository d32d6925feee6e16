"""What can be told of a PDF from its plain text and its properties: which pages matter, its title, its date."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from extractors.wording import one_line

_HARDLY_ANY = 25
COMMON_WORDS = frozenset(
    ["the", "and", "of", "to", "in", "for", "is", "on", "by", "with", "that", "are", "be", "at", "as"]
)
_FILE_NAME = re.compile(r"\.(docx?|pptx?|xlsx?|pdf|indd|qxd|rtf|txt)\s*$|^microsoft \w+ -|[\\/_]", re.IGNORECASE)
_DEFAULT_TITLE = re.compile(
    r"(untitled|document|powerpoint presentation|presentation|slide|title)?\s*\d*", re.IGNORECASE
)


def wanted_pages(texts: Sequence[str], words: Collection[str] | None) -> list[int]:
    """The pages to read in full, counted from 1."""
    if words is None:
        return list(range(1, len(texts) + 1))
    sought = {"".join(word.lower().split()) for word in words}
    wanted: set[int] = set()
    for number, text in enumerate(texts, start=1):
        written = text.lower().split()
        squeezed = "".join(written)
        if any(word in squeezed for word in sought):
            wanted |= {number - 1, number, number + 1}
        elif len(written) < _HARDLY_ANY or COMMON_WORDS.isdisjoint(written):
            # without any of these the page is a table, or its file does not say which letters its characters are
            wanted.add(number)
    return sorted(number for number in wanted if 1 <= number <= len(texts))


def title_in(title: str) -> str | None:
    """The title of the file's properties where it looks like one: words, not a file name or a default."""
    if _FILE_NAME.search(title) or _DEFAULT_TITLE.fullmatch(title) or len(title.split()) < 2:
        return None
    return one_line(title)


def created_in(stamp: str) -> date | None:
    """The day in a date of the file's properties, None where there is none that exists."""
    found = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", stamp)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
