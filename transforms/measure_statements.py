"""Weighted scores and percentages that a sentence states: 'The weighted score was 3.7', '8 of the 10 benchmarks met or
exceeded the standard'.

A sentence counts only where it states one such figure and says nothing that may make it another's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Block, Cell, Document
from transforms.attribution import attribute
from transforms.catalogue import Framework
from transforms.context import surroundings
from transforms.dating import date_of
from transforms.findings import MeasureName, Place, StatedMeasure
from transforms.lexicon import Lexicon, speaks_of
from transforms.measures import OTHER_SUBJECT, framework_of, stated
from transforms.papers import Paper
from transforms.sentences import told_in
from transforms.statements import SENTENCE, reservation

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "all")
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_WORDS)})"
_NUMBER = r"\d{1,3}(?:\.\d+)?"
_PERCENT = r"\s*(?:%|per\s?cent\b)"
_ITEMS = r"(?:Prevent\s+)?(?:duty\s+)?benchmarks?\b"
_OF_ALL = rf"(?:out\s+)?of\s+(?:the\s+|its\s+|our\s+|all\s+)*(?:(?P<most>{_COUNT})\s+)?{_ITEMS}"
_MET = (
    r"\b(?:met\s+or\s+exceed(?:ed|s|ing)?|met\s+or\s+were\s+exceeded|meets?\s+or\s+exceeds?|meeting\s+or\s+exceeding)\b"
)
_LINK = r"(?:\s+(?:was|is|of|at|stands|stood|now|score|the|for|council|council['’]s|overall|:|=)|\s*[:=])*\s*"
_ANY = re.compile(r"\bweighted\b|\bmet\b|\bmeet", re.IGNORECASE)
_WRITTEN: tuple[tuple[MeasureName, str], ...] = (
    (
        "weighted_score",
        rf"\bweighted\s+(?:average\s+)?score\b(?:\s+for\s+\w+)?{_LINK}(?P<number>\d(?:\.\d+)?)"
        r"(?:\s*(?:/|out\s+of)\s*(?P<most>\d+))?(?![\d%/])(?!\.\d)",
    ),
    ("percent_met_or_exceeded", rf"{_MET}\s+(?P<number>{_NUMBER}){_PERCENT}\s+{_OF_ALL}"),
    (
        "percent_met_or_exceeded",
        rf"(?P<number>{_NUMBER}){_PERCENT}\s+{_OF_ALL}\s+(?:(?:were|was|have|has|had|been|now|that)\s+)*{_MET}",
    ),
    (
        "percent_met_or_exceeded",
        rf"\b(?:percentage|proportion|share)\s+of\s+(?:the\s+)?{_ITEMS}\s+(?:that\s+|which\s+)?(?:were\s+)?{_MET}"
        rf"(?:\s+(?:the\s+)?expectations?)?{_LINK}(?P<number>{_NUMBER}){_PERCENT}",
    ),
    ("percent_met_or_exceeded", rf"{_MET}\s+(?P<count>{_COUNT})\s+{_OF_ALL}"),
    (
        "percent_met_or_exceeded",
        rf"\b(?P<count>{_COUNT})\s+{_OF_ALL}\s+(?:(?:were|was|have|has|had|been|now|that)\s+)*{_MET}",
    ),
)
_FORMS = tuple((measure, re.compile(form, re.IGNORECASE)) for measure, form in _WRITTEN)


@dataclass(frozen=True, slots=True)
class _Told:
    measure: MeasureName
    value: float
    text: str
    sentence: str
    doubt: str | None


def measures_in_prose(
    document: Document, paper: Paper, papers: Sequence[Paper], frameworks: Sequence[Framework], lexicon: Lexicon
) -> tuple[StatedMeasure, ...]:
    """The measures that the sentences of one paper state, each of the paper's authority and period."""
    found = []
    for at in range(paper.start, paper.end):
        block = document.body[at]
        if isinstance(block, Block) and block.kind in {"paragraph", "list_item"}:
            sentences = SENTENCE.split(block.text) if _ANY.search(block.text) else ()
            told = (told for sentence in sentences for told in _told(sentence, frameworks))
            found += [_measure(one, block, at, document, papers, frameworks, lexicon) for one in told]
    return tuple(one for one in found if one is not None)


def _told(sentence: str, frameworks: Sequence[Framework]) -> Iterator[_Told]:
    """The measures that a sentence states; one of a kind, at its first form."""
    seen: dict[MeasureName, float] = {}
    for measure, form in _FORMS:
        for match in form.finditer(sentence):
            value = _value(match, measure, frameworks)
            if value is not None and measure not in seen:
                seen[measure] = value
                doubt = reservation(sentence, [match.span()]) or _several(sentence, match, value)
                yield _Told(measure, value, match.group(), sentence, doubt)


def _value(match: re.Match[str], measure: MeasureName, frameworks: Sequence[Framework]) -> float | None:
    told = match.groupdict()
    most = _counted(told["most"]) if told.get("most") else None
    if measure == "weighted_score":
        tops = {framework.scale.highest for framework in frameworks}
        return float(told["number"]) if most is None or most in tops else None
    totals = {len(framework.benchmarks) for framework in frameworks}
    if most is not None and most not in totals:
        return None
    if told.get("number"):
        return float(told["number"])
    count = _counted(told["count"])
    if told["count"].casefold() == "all":
        return 100.0
    return None if most is None or count > most else round(100 * count / most, 6)


def _counted(printed: str) -> int:
    return int(printed) if printed.isdigit() else _WORDS.index(printed.casefold())


def _several(sentence: str, match: re.Match[str], value: float) -> str | None:
    """A second percentage or decimal in the sentence may be the one that counts."""
    rest = sentence[: match.start()] + " ; " + sentence[match.end() :]
    other = re.search(rf"(?<![\d/-])(?:\d+\.\d+\b|{_NUMBER}{_PERCENT})", rest)
    same = other and float(re.sub(r"[^\d.]", "", other.group())) == value
    return f"the sentence names {other.group()} too" if other and not same else None


def _measure(
    told: _Told,
    block: Block,
    at: int,
    document: Document,
    papers: Sequence[Paper],
    frameworks: Sequence[Framework],
    lexicon: Lexicon,
) -> StatedMeasure | None:
    around = surroundings(document, papers, at)
    attribution = attribute(around, lexicon.names)
    dating, doubts = told_in(told.sentence, block.text, attribution, date_of(around), lexicon.names, around.dated)
    framework = framework_of(frameworks, dating.period)
    if framework is None:
        return None
    authority = attribution.authority
    near = (told.sentence, *around.headings, *around.paper.titles)
    reasons = (
        told.doubt,
        _other_subject(near, framework),
        attribution.doubt,
        *doubts,
        None if authority else "the authority is not known",
    )
    return stated(
        told.measure,
        framework,
        (authority,) if authority else (),
        attribution.text or "",
        dating,
        told.value,
        Cell(0, 0, told.text),
        Place("text", block.page, block.bbox),
        document.document_id,
        next((reason for reason in reasons if reason), None),
    )


def _other_subject(near: Sequence[str], framework: Framework) -> str | None:
    """Why the figure may be of other benchmarks: the sentence names another thing, or nothing near the framework."""
    if match := OTHER_SUBJECT.search(near[0]):
        return f"the sentence says '{match.group()}'"
    if not any(speaks_of(text, framework) for text in near):
        return f"neither the sentence nor the headings above speak of {framework.title}"
    return None
