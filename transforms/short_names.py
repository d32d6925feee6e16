"""Short names that a paper itself explains: 'Aldermere Borough Council (ABC)', 'ABC = Aldermere', a key as a grid."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from extractors.document import Block, Document, Table
from transforms.authorities import AuthorityNames
from transforms.catalogue import Authority
from transforms.columns import column_kinds
from transforms.name_forms import core_of, name_key

_SHORT = r"[A-Z][A-Z&]{1,7}"
_IN_BRACKETS = re.compile(rf"\(\s*[\"'‘“]?(?P<short>{_SHORT})[\"'’”]?\s*\)")
_EQUALS = re.compile(rf"(?<![\w&])(?P<short>{_SHORT})\s*(?:=|:|–|—|-|\bis\b|\bstands for\b)\s*(?=[A-Z])")
# How far a name reaches before its brackets or behind its sign.
_REACH = 80


def short_names(document: Document, names: AuthorityNames) -> dict[str, Authority]:
    """Each short name that the document explains, with the one authority that it stands for.

    A short name must be written in capitals, with letters that stand in the authority's name in the same order; one
    that is explained in two ways is left out, and so are the register's own names and words such as 'LA'.
    """
    found: dict[str, dict[str, Authority]] = defaultdict(dict)
    for part in document.body:
        pairs = _of_text(part.text, names) if isinstance(part, Block) else _of_table(part, names)
        for short, body in pairs:
            if _stands_for(short, body) and not names.named(short) and not names.region(short):
                found[short][body.code] = body
    return {short: next(iter(bodies.values())) for short, bodies in found.items() if len(bodies) == 1}


def _of_text(text: str, names: AuthorityNames) -> Iterator[tuple[str, Authority]]:
    for match in _IN_BRACKETS.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
        mentions = names.mentioned(before)
        if mentions and len(mentions[-1].candidates) == 1 and before.endswith(mentions[-1].text):
            yield match["short"], mentions[-1].candidates[0]
    for match in _EQUALS.finditer(text):
        after = text[match.end() : match.end() + _REACH]
        mentions = names.mentioned(after)
        if mentions and len(mentions[0].candidates) == 1 and after.startswith(mentions[0].text):
            yield match["short"], mentions[0].candidates[0]


def _of_table(table: Table, names: AuthorityNames) -> Iterator[tuple[str, Authority]]:
    for cell in table.cells:
        yield from _of_text(cell.text, names)
    for row in table.rows:
        texts = list(dict.fromkeys(text.strip() for text in row if text.strip()))
        for short, name in (*pairwise(texts), *zip(texts[1:], texts, strict=False)):
            bodies = names.named(name) if re.fullmatch(_SHORT, short) else ()
            if len(bodies) == 1:
                yield short, bodies[0]


def _stands_for(short: str, body: Authority) -> bool:
    """Whether the letters of a short name stand in the authority's name in their order, the first one at a word."""
    if column_kinds(short) or not core_of(name_key(short)):
        return False
    letters = short.replace("&", "").casefold()
    words = name_key(body.name).split()
    return any(word.startswith(letters[0]) and _in_order(letters, "".join(words[at:])) for at, word in enumerate(words))


def _in_order(letters: str, text: str) -> bool:
    left = iter(text)
    return all(letter in left for letter in letters)
