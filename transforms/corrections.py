"""Sentences that take back what a table prints: 'Correction: the score for Training should read 3.'"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.document import Block, Document
from transforms.labels import Labels
from transforms.papers import Paper

# Words after which the last figure counts and nothing else.
_TAKES_BACK = re.compile(
    r"\b(?:correction|corrigend\w+|errat\w+|should (?:be|read|have (?:been|read)|say|state) (?:a |as )?"
    r"(?:scored? (?:of |as |at )?)?['\"‘“]?(?:\d|one|two|three|four|five)\b|in error|erroneous\w*|"
    r"incorrect\w*|wrongly|misprint\w*|typographical|supersed\w+|subsequently|"
    r"since (?:been |then )?(?:\w+ )?(?:raised|increased|lowered|reduced|amended|corrected|revised|restated|changed|"
    r"upgraded|downgraded|moved)|(?:on|after|following) (?:an )?(?:appeal|challenge|review))\b",
    re.IGNORECASE,
)
_OF_SCORES = re.compile(
    r"\b(?:scor\w+|rat(?:ed|ings?)|grad(?:e|ed)|levels?|tables?|benchmark\w*|print\w*|shown|publish\w+|correction|"
    r"corrigend\w+|errat\w+|should)\b",
    re.IGNORECASE,
)
# Remarks in the row of a score.
_OPEN = re.compile(
    r"\s*(?:score )?(?:is )?(?:provisional|draft|disputed|challenged|under (?:review|appeal|challenge)|"
    r"appeal(?:ed)?\b(?! (?:upheld|won))|subject to (?:appeal|moderation|review|confirmation)|unmoderated|"
    r"not (?:yet )?(?:moderated|agreed|confirmed)|estimated?)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"(?:^\W*|\b(?:was|were|been|since|then|now|score|subsequently) )"
    r"(?:raised|lowered|changed|corrected|amended|revised|upgraded|downgraded|increased|reduced|moderated) "
    r"(?:up |down )?(?:from \d )?to (?P<to>\d)\b",
    re.IGNORECASE,
)
# A figure is a score where no word follows that it counts.
_FIGURE = re.compile(
    r"(?<![\w.,/£-])(?:(?P<digit>\d)(?![\w%/]|[.,]\d)|(?P<word>one|two|three|four|five)\b)"
    r"(?=\W*(?:$|(?:and|for|in|from|to|not|rather|instead|after|on|following|as|but|by|at|with|or|while|were|was)\b)|[.,;:)'\"’”])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.;!?])\s+|\n")
_WORDS = {"one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0}


@dataclass(frozen=True, slots=True)
class Correction:
    """What a sentence says that a benchmark's score is instead of the printed one."""

    benchmark: str
    score: float
    sentence: str


def corrections_in(document: Document, paper: Paper, about: Sequence[Labels]) -> tuple[Correction, ...]:
    """The corrections that the running text of a paper makes."""
    return tuple(
        correction
        for part in document.body[paper.start : paper.end]
        if isinstance(part, Block) and not part.hidden and _TAKES_BACK.search(part.text)
        for sentence in _SENTENCE.split(part.text)
        if _TAKES_BACK.search(sentence) and _OF_SCORES.search(sentence)
        for labels in about
        for correction in _corrections(sentence, labels)
    )


def correction_of(benchmark: str, score: float | None, corrections: Sequence[Correction]) -> str | None:
    """Why the printed score of a benchmark may not count: a sentence corrects it to another; None where none does."""
    for correction in corrections:
        if correction.benchmark == benchmark and score is not None and score != correction.score:
            return f"the paper corrects it: '{correction.sentence.strip()[:120]}'"
    return None


def unsettled_in_row(texts: Iterable[str], score: float | None) -> str | None:
    """Why a remark beside a score takes it back: 'Provisional', 'Raised to 3 after appeal'; None where none does."""
    for text in texts:
        moved = _MOVED.search(text)
        if _OPEN.match(text) or (moved and score is not None and float(moved["to"]) != score):
            return f"the row says '{text.strip()[:80]}'"
    return None


def _corrections(sentence: str, labels: Labels) -> list[Correction]:
    """The last figure after each label, or the last of the sentence where none follows it."""
    found = list(labels.standing_in(sentence))
    ends = [*(start for start, _, _ in found[1:]), len(sentence)]
    figures = [(match.start(), _value(match)) for match in _FIGURE.finditer(sentence)]
    figures = [(at, value) for at, value in figures if not any(start <= at < end for start, end, _ in found)]
    if not found or not figures:
        return []
    return [
        Correction(item.id, ([value for at, value in figures if start <= at < end] or [figures[-1][1]])[-1], sentence)
        for (start, _, item), end in zip(found, ends, strict=True)
    ]


def _value(match: re.Match[str]) -> float:
    return float(match["digit"]) if match["digit"] else _WORDS[match["word"].casefold()]
