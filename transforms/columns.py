"""What the figures under a column head are: a score, a former score, or something else. The words are data."""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Literal, TypeAlias, cast, get_args

ColumnKind: TypeAlias = Literal[
    "no_score",
    "summary",
    "self_assessed",
    "previous",
    "current",
    "score",
    "number",
    "authority",
    "period",
    "aim",
    "risk",
    "plain",
    "counted",
]
# Kinds whose words leave nothing open in the head of a column of scores.
_UNDERSTOOD: tuple[ColumnKind, ...] = ("self_assessed", "previous", "current", "score", "authority", "period", "plain")


@lru_cache(maxsize=1024)
def column_kinds(head: str) -> frozenset[ColumnKind]:
    """All kinds whose words stand in a column head, none where none does; signs alone ('+/-') are no score."""
    text = f" {_plain(head)} "
    if head.strip() and not text.strip():
        return frozenset({"no_score"})
    # A 'peer review' is a judgement, though a review date is none and peers are others.
    own = text
    for phrase in (word for word in _words()["score"] if " " in word):
        own = own.replace(f" {phrase} ", " ")
    return frozenset(
        kind
        for kind, words in _words().items()
        if any(f" {word} " in (own if kind in {"no_score", "summary"} else text) for word in words)
    )


def names_only(head: str, kind: ColumnKind) -> bool:
    """Whether the whole head is one word of that kind, such as 'Local authority' or 'No.'."""
    return _plain(head) in _words()[kind]


def is_of_columns(text: str) -> bool:
    """Whether a label is made of words of column heads alone: 'Overall score', 'Next steps', 'Regional average'."""
    return bool(text.strip()) and not _left_of(text, get_args(ColumnKind))


def not_understood(head: str) -> str:
    """The words of a column head that say something else than 'a score', '' where there are none.

    'Home Office score' leaves nothing, 'Police score' leaves 'police'. Numbers are left out.
    """
    return _left_of(head, _UNDERSTOOD)


def _left_of(head: str, kinds: Iterable[ColumnKind]) -> str:
    text = f" {_plain(head)} "
    for word in sorted({word for kind in kinds for word in _words()[kind]}, key=len, reverse=True):
        while f" {word} " in text:
            text = text.replace(f" {word} ", " ")
    return " ".join(word for word in text.split() if not word.isdigit())


def without_scale(head: str, highest: float) -> str:
    """A head without its note on the scale where that is ours: 'Score (out of 5)', 'Score 1-5', 'Rating /5'."""
    top = f"{highest:g}"
    return re.sub(
        rf"\(?\s*(?:(?:out of|of|max(?:imum)?|/)\s*{top}|(?:scale\s+)?(?:from\s+)?\d\s*(?:-|–|to)\s*{top})\b\s*\)?",
        " ",
        head,
        flags=re.IGNORECASE,
    ).strip()


@lru_cache(maxsize=1)
def _words() -> dict[ColumnKind, frozenset[str]]:
    facts = tomllib.loads(files("transforms").joinpath("reference", "column_words.toml").read_text(encoding="utf-8"))
    return {cast(ColumnKind, kind): frozenset(map(_plain, facts[kind])) for kind in get_args(ColumnKind)}


def _plain(head: str) -> str:
    return " ".join(re.findall(r"[a-z0-9#]+", head.casefold()))
