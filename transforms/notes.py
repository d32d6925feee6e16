"""Footnotes: what a mark beside a figure, a label or a head leads to, and whether it takes something from the value."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.document import Block, Table

_MARK = r"[*†‡§#^]{1,4}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\[\w{1,2}\]|\((?:note\s*)?[a-z]\)"
_IN_CELL = re.compile(rf"(?:{_MARK})", re.IGNORECASE)
_LINE = re.compile(
    rf"^\s*(?P<mark>{_MARK}|(?:note\s*)?\d{{1,2}}[.):]?|[a-z][.)]|note\s+\w{{1,2}}[:.]?)\s*[-–—:=]?\s*(?P<text>(?=\S*[A-Za-z]).{{4,}})$",
    re.IGNORECASE | re.DOTALL,
)
_ALONE = re.compile(rf"(?:{_MARK})|\d{{1,2}}")
_NEXT = re.compile(r"\s+(?=(?:[*†‡§]{1,4}|[¹²³⁴⁵⁶⁷⁸⁹])\s*[A-Za-z])")
_RAISED = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
# Notes under which a figure is not, or no longer, the settled score of the year.
_QUALIFIES = re.compile(
    r"\b(?:provisional\w*|draft|interim|indicative|estimat\w+|expected|likely|unofficial|unmoderated|unvalidated|"
    r"self-?\s?(?:assess|scor|rat)\w*|own (?:assessment|score)|target|average|mean|"
    r"revised?|revision|amended|restated|correct(?:ed|ion)|error|should (?:be|read)|superseded|since|subsequent\w*|now|"
    r"(?:raised|increased|lowered|reduced|changed) (?:to|from)|carried (?:forward|over)|previous\w*|prior|last year\w*|"
    r"subject to|pending|awaiting|to be confirmed|tbc|appeal\w*|disput\w+|challeng\w+|under review|"
    r"(?:not|before)\b.{0,20}\b(?:moderat\w+|validat\w+|confirm\w+|agreed|final|assessed|scored)|"
    r"later|joint\w*|shared|combined|partial\w*|not comparable)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b20\d\d\b")
_SETTLED = re.compile(r"\b(?:moderated|validated|verified|confirmed|agreed)\b", re.IGNORECASE)
_LONGEST_NOTE = 300
# So many texts below a table may be its notes.
_BELOW = 12


def notes_below(body: Sequence[Block | Table], at: int, end: int) -> tuple[str, ...]:
    """The texts that may be notes of the table at `at`: its own, those below it up to the next, and foot notes."""
    below: list[str] = []
    for part in body[at + 1 : end][:_BELOW]:
        if isinstance(part, Table) or part.kind in {"title", "heading"}:
            break
        if not part.hidden:
            below.append(part.text)
    notes = [part.text for part in body[at:end] if isinstance(part, Block) and part.kind == "note" and not part.hidden]
    table = body[at]
    inside = [cell.text for cell in table.cells] if isinstance(table, Table) else []
    return tuple(dict.fromkeys((*inside, *_with_marks(below), *notes)))


def _with_marks(texts: Iterable[str]) -> Iterator[str]:
    """The texts, a raised mark that was read as a text of its own put before the one that it begins."""
    mark = ""
    for text in texts:
        if _ALONE.fullmatch(text.strip()):
            mark = text.strip()
            continue
        yield f"{mark} {text}".strip()
        mark = ""


def notes_of(texts: Iterable[str]) -> Mapping[str, str]:
    """Notes by their marks; a mark that begins several different notes is left out, nobody can tell which it means."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for line in (piece for part in text.splitlines() for piece in _NEXT.split(part)):
            match = _LINE.match(line)
            if match and len(line) <= _LONGEST_NOTE:
                found.setdefault(_plain(match["mark"]), set()).add(line.strip())
    return {mark: lines.pop() for mark, lines in found.items() if len(lines) == 1}


def note_doubt(printed: str, notes: Mapping[str, str]) -> str | None:
    """Why a figure with a mark may not count as it stands: the note says so; None where none does."""
    for match in _IN_CELL.finditer(printed):
        note = notes.get(_plain(match.group()))
        if note and _takes_back(note):
            return f"the note to it says: '{note[:120]}'"
    return None


def _takes_back(note: str) -> bool:
    return bool(_QUALIFIES.search(note) or (_YEAR.search(note) and not _SETTLED.search(note)))


def _plain(mark: str) -> str:
    return re.sub(r"note|[\s\[\]().:]", "", mark.translate(_RAISED), flags=re.IGNORECASE).casefold()
