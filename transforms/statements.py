"""Scores stated in sentences: 'a score of 5 for the Channel Panel and 2 for Training'.

A sentence counts only where every benchmark in it pairs with exactly one number by its grammar; a sentence that speaks
of scores and benchmarks but does not pair is told, not guessed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from transforms.catalogue import Benchmark
from transforms.labels import Labels
from transforms.scores import ScoreReading, read_score

SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-Z(])")
_SCORING = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|rated|rating|awarded|received|graded|given|achieved|level)\b", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?<![\w.,/£-])(?P<number>[0-9]|10|one|two|three|four|five)(?:\s*/\s*(?P<most>\d)|\s+out\s+of\s+(?P<words>\d|five))?(?![\w%/]|[.,]\d|-\w)",
    re.IGNORECASE,
)
# Numbers that are no scores: 'the ten benchmarks', '2 of the 6 actions', 'one of', 'Table 1', 'from 1 to 5'.
_COUNTING = re.compile(
    r"(?:^|\s|\()(?:of\s+the\s+|table\s+|figure\s+|appendix\s+|section\s+|paragraph\s+|page\s+|from\s+|between\s+|"
    r"benchmark\s+(?:no\.?\s+|number\s+)?)$|\bto\s+$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"^\s*(?:of\s+(?:the|our|these|those)\b|to\s+\d|and\s+\d\b\s+(?:mean|are|is)|benchmarks?\b|actions?\b|areas?\b|years?\b|months?\b|times?\b|people\b|staff\b|sessions?\b|or\s+(?:more|above|below))",
    re.IGNORECASE,
)
# What may follow a number that is a score; anything else ('4 cases') is what it counts.
_AFTER_SCORE = re.compile(
    r"^\s*(?:$|[.,;:)\]!?–—]|-\s|\(|(?:for|and|or|in|on|against|while|whereas|but|with|which|by|at|was|were|is|has|had|as|again|this|overall|respectively|"
    r"to|from|under|when|after|following|given|awarded)\b)",
    re.IGNORECASE,
)
# 'the regional adviser' scores this authority; 'the regional score' is of others.
_ADVISERS = re.compile(
    r"\bregional\s+(?:prevent\s+)?(?:advis[eo]rs?|co-?ordinators?|leads?|managers?|teams?)\b", re.IGNORECASE
)
# Words that make a sentence speak of something else than what this authority was found to score.
_RESERVATIONS = re.compile(
    r"\b(?:not|never|no|neither|nor|cannot|\w+n['’]t|without|if|unless|until|would|should|could|might|(?-i:may)|will|shall|must|expect\w*|aim\w*|"
    r"target\w*|hop(?:e|es|ed|ing)|plan(?:s|ned|ning)?|need(?:s|ed)?|goals?|ambitions?|aspir\w*|forecast\w*|predict\w*|project(?:ed|ion)|next|"
    r"means?|meaning|meant|scale|defin\w+|indicates?|denotes?|example|e\.g|maximum|minimum|possible|highest|lowest|best|worst|least|most|"
    r"averag\w*|mean|median|national\w*|nationwide|region\w*|country|england|wales|councils|authorities|elsewhere|others?|neighbou?r\w*|"
    r"peers?|comparators?|many|some|few|districts|boroughs|self|itself|themselves|ourselves|own|draft|provisional\w*|interim|initial\w*|"
    r"unmoderated|subject|survey\w*|feedback|delegates?|respondents?|attendees|participants?|satisf\w*|stars?|questionnaires?|risks?|likelihood|"
    r"mock|practi[cs]e|pilot|trial|dry\s+run|simulat\w+|pending|awaiting|rumou?r\w*|alleg\w+|claim\w*|believ\w*|suggest\w*|"
    r"asked|whether|quer(?:y|ied)|disput\w*|challeng\w*|appeal\w*|likely|probably|perhaps|nearly|almost|approximately|around|"
    r"between|either|or|same|impact|last|previous\w*|prior|formerly|earlier|before|ago|than|compar\w+|up|down|points?|lost|gained|percentage|per\s?cent)\b",
    re.IGNORECASE,
)


# '5 was given for the', '2 for'
_NUMBER_TO_LABEL = re.compile(
    r"(?:(?:was|were|is|has|have|been|given|awarded|received|achieved) )*(?:for|in|on|against|to)(?: [a-z]+){0,4}"
)
# 'was scored at', 'received', 'it was'
_LINKING = re.compile(
    r"\b(?:was|is|scored?|received|at|of|achieved|with|rated|got|remain(?:s|ed)|retain(?:s|ed)|to|as|has|a|it|by|unchanged)\b"
)
_LABEL_TO_NUMBER = re.compile(
    r"(?:(?:was|is|scored?|received|at|of|achieved|with|rated|got|remains|to|as|has|a|it|by|the|benchmarks?|rating|while|"
    r"and|also|again|were|awarded|given|been|level|now|process|home|office|s|its|still|remain(?:s|ed)|retain(?:s|ed)|"
    r"unchanged|stay(?:s|ed)|kept|keeps)(?: |$))*"
)


_BOTH = re.compile(r"\b(?:both|each|all)\b", re.IGNORECASE)
# What stands between labels, or figures, that are told in a row.
_IN_A_ROW = re.compile(r"\s*(?:benchmarks?\s*)?(?:,|and|&|,\s*and)\s*(?:for\s+)?(?:the\s+)?(?:an?\s+)?", re.IGNORECASE)
_FEWEST_IN_A_ROW = 2
_NOT_MET = re.compile(r"\s*[(,–-]\s*(?P<band>not\s+met|met|exceed(?:ed|ing|s))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """One score as a sentence states it. `doubt` where it may speak of something else than this authority's score."""

    benchmark: Benchmark
    label: str
    reading: ScoreReading
    score_text: str
    sentence: str
    doubt: str | None = None
    lone: bool = False  # a single general label in a sentence that does not say that it is a benchmark's


@dataclass(frozen=True, slots=True)
class UnpairedSentence:
    """A sentence that names benchmarks and scores and could not be paired."""

    sentence: str


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    item: Benchmark | None
    text: str


class Statements:
    """Finds the labels of one framework in running text."""

    def __init__(self, labels: Labels) -> None:
        self._framework = labels.framework
        self._labels = labels

    def read(self, text: str) -> Iterator[Statement | UnpairedSentence]:
        """The scores that the sentences of `text` state, and the sentences that seem to state some but do not pair."""
        for sentence in SENTENCE.split(text) if _SCORING.search(text) else ():
            if _SCORING.search(sentence):
                yield from self._read_sentence(sentence)

    def _read_sentence(self, sentence: str) -> Iterator[Statement | UnpairedSentence]:
        if not _NUMBER.search(sentence):  # sooner asked than where labels stand
            return
        items = list(self._items(sentence))
        numbers = list(_numbers(sentence, items))
        if not items or not numbers:
            return
        lone = (
            len(items) == 1
            and all(token.item.generic for token in items if token.item)
            and not _says_benchmark(sentence)
        )
        pairs = _paired(sorted([*items, *numbers], key=lambda token: token.start), sentence)
        if pairs is None:
            if not lone:
                yield UnpairedSentence(sentence)
            return
        doubt = reservation(
            sentence, [(token.start, token.end) for token in (*items, *self._bands_told(sentence, numbers))]
        )
        for item, number in pairs:
            reading = read_score(number.text, self._framework)
            if item.item is not None:
                yield Statement(item.item, item.text, reading, number.text, sentence, doubt, lone)

    def _bands_told(self, sentence: str, numbers: list[_Token]) -> Iterator[_Token]:
        """The words beside a figure that only say its band: '2 (not met)' is no refusal."""
        for number in numbers:
            match = _NOT_MET.match(sentence, number.end)
            band = read_score(number.text, self._framework).band
            if match and band and band.split("_")[0] == re.split(r"\s+|ed|ing|s", match["band"].casefold())[0]:
                yield _Token(match.start(), match.end(), None, match.group())

    def _items(self, sentence: str) -> Iterator[_Token]:
        for start, end, benchmark in self._labels.standing_in(sentence):
            yield _Token(start, end, benchmark, sentence[start:end])


def _numbers(sentence: str, items: list[_Token]) -> Iterator[_Token]:
    for match in _NUMBER.finditer(sentence):
        inside = any(item.start <= match.start() < item.end for item in items)
        counting = _COUNTING.search(sentence[: match.start()]) or _COUNTED.search(sentence[match.end() :])
        if not inside and not counting and _AFTER_SCORE.match(sentence[match.end() :]):
            yield _Token(match.start(), match.end(), None, match.group())


def reservation(sentence: str, spans: Iterable[tuple[int, int]]) -> str | None:
    """Why a person should read the sentence: a word outside `spans` that may change what its figures are."""
    left = list(sentence)
    for start, end in spans:
        left[start:end] = " " * (end - start)
    match = _RESERVATIONS.search(_ADVISERS.sub(" ", "".join(left)))
    return f"the sentence says '{match.group()}': it may state something else than a score found" if match else None


def _paired(tokens: list[_Token], sentence: str) -> list[tuple[_Token, _Token]] | None:
    """Items and numbers in strict turn, each pair joined by words that mean 'scored'; None where it is not so."""
    if shared := _shared(tokens, sentence):
        return shared
    if len(tokens) % 2:
        return None
    pairs = []
    for first, second in zip(tokens[::2], tokens[1::2], strict=True):
        if (first.item is None) == (second.item is None):
            return None
        item, number = (first, second) if first.item is not None else (second, first)
        between = sentence[first.end : second.start]
        if not _joins(between, number_first=first.item is None):
            return None
        pairs.append((item, number))
    return pairs


def _shared(tokens: list[_Token], sentence: str) -> list[tuple[_Token, _Token]] | None:
    """'X and Y both scored 5', 'X and Y scored 5 and 4 respectively': labels in a row, then their one figure or all."""
    items = [token for token in tokens if token.item is not None]
    numbers = [token for token in tokens if token.item is None]
    if len(items) < _FEWEST_IN_A_ROW or tokens != [*items, *numbers]:
        return None
    between = sentence[items[-1].end : numbers[0].start] if numbers else ""
    one_for_all = len(numbers) == 1 and bool(_BOTH.search(between))
    in_turn = len(numbers) == len(items) and "respectively" in sentence[numbers[-1].end :]
    rows = all(
        _IN_A_ROW.fullmatch(sentence[one.end : two.start]) for row in (items, numbers) for one, two in pairwise(row)
    )
    if not rows or not (one_for_all or in_turn) or not _joins(_BOTH.sub(" ", between), number_first=False):
        return None
    return [(item, numbers[0] if one_for_all else numbers[at]) for at, item in enumerate(items)]


def _joins(between: str, *, number_first: bool) -> bool:
    """Whether the words between a number and a label, or the reverse, mean that the one is the other's score."""
    words = " ".join(re.findall(r"[a-z]+", between.casefold()))
    if number_first:
        return bool(_NUMBER_TO_LABEL.fullmatch(words))
    linked = bool(_LINKING.search(words)) or between.strip() in {":", "-", "–", "(", "=", ""}
    return linked and bool(_LABEL_TO_NUMBER.fullmatch(words))


def _says_benchmark(sentence: str) -> bool:
    return "benchmark" in sentence.casefold() or "score" in sentence.casefold()
