"""Cell text -> score and band on a framework's scale, or why there is none."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, TypeAlias

from transforms.catalogue import BandName, Framework

Outcome: TypeAlias = Literal["score", "band", "blank", "not_assessed", "off_scale", "doubtful", "no_score"]

_NUMBER = r"(?P<number>\d+(?:\.\d+)?)"
_WORD_NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_ARROWS = re.compile(r"[←-⇿▲-◿⬅-⬏↑↓→⬆⬇]+|\((?:up|down|same|no change)\)", re.IGNORECASE)
_MARKS = re.compile(r"[*†‡§#^]+|\[\w{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=\d)\((?:note\s*)?[a-z]\)", re.IGNORECASE)
_LEAD = re.compile(r"^(?:score|scored|rating|rated|level|grade|benchmark score)\s*(?:of|:|=|-|–)?\s+", re.IGNORECASE)
_OUT_OF = re.compile(rf"^{_NUMBER}\s*(?:/|out of|of)\s*(?P<most>\d+)$", re.IGNORECASE)
_PLAIN = re.compile(rf"^{_NUMBER}$")
_WITH_WORDS = re.compile(rf"^{_NUMBER}\s*(?:[-–—:/,=.]\s*|\(\s*|\s)\s*(?P<words>[A-Za-z][^\d]*?)\)?$")
_WORDS_FIRST = re.compile(rf"^(?P<words>[A-Za-z][^\d]*?)\s*(?:[-–—:/,=]\s*|\(\s*|\s){_NUMBER}\)?$")
_RANGE = re.compile(r"^\d(?:\.\d+)?\s*(?:[-–—]|to|or|/)\s*\d(?:\.\d+)?$", re.IGNORECASE)
_BOUND = re.compile(r"^(?:[<>≤≥~≈c]\s*=?|circa|about|approx\.?|at least|up to)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """What one cell says.

    `outcome` is 'score' or 'band' where a value was read; 'blank' and 'not_assessed' are no values and no faults;
    'off_scale' is a number that the scale does not have; 'doubtful' a value that a person must decide; 'no_score'
    any other text. `reason` explains the last three.
    """

    outcome: Outcome
    score: float | None = None
    band: BandName | None = None
    reason: str | None = None


def read_score(printed: str, framework: Framework) -> ScoreReading:
    """What `printed` says on the scale of `framework`.

    '4', '4/5', '4 out of 5', 'Score: 4', '4*', '4 ↑', '4 - exceeded', 'four' are the score 4 where the scale ends at 5;
    'Exceeded' is a band without a score; '7' is off the scale; '2-3' and '4 - not met' are doubtful.
    """
    text = _tidied(printed)
    if not text:
        return ScoreReading("blank")
    if text.casefold() in {token.casefold() for token in framework.scale.not_assessed}:
        return ScoreReading("not_assessed")
    text = _LEAD.sub("", _MARKS.sub("", _ARROWS.sub(" ", text)).strip()).strip()
    return _number(text, framework) or _words(text, framework) or _doubt(text)


def _tidied(printed: str) -> str:
    text = printed.replace("\u00ad", "").replace("\u200b", "")
    # NFKC would turn a superscript note mark into a digit of the score, so marks are taken off first.
    text = _MARKS.sub("", text) if not re.fullmatch(r"\W*", text) else text
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def _number(text: str, framework: Framework) -> ScoreReading | None:
    if match := _PLAIN.match(text):
        return _on_scale(float(match["number"]), framework)
    if match := _OUT_OF.match(text):
        if float(match["most"]) != framework.scale.highest:
            return ScoreReading(
                "doubtful", reason=f"'{text}' is out of {match['most']}, the scale ends at {framework.scale.highest:g}"
            )
        return _on_scale(float(match["number"]), framework)
    if match := _WITH_WORDS.match(text) or _WORDS_FIRST.match(text):
        return _number_and_words(float(match["number"]), match["words"], framework)
    if text.casefold() in _WORD_NUMBERS:
        return _on_scale(float(_WORD_NUMBERS[text.casefold()]), framework)
    return None


def _on_scale(value: float, framework: Framework) -> ScoreReading:
    scale = framework.scale
    if not scale.lowest <= value <= scale.highest:
        return ScoreReading(
            "off_scale", reason=f"{value:g} is outside the scale of {scale.lowest:g} to {scale.highest:g}"
        )
    if (value - scale.lowest) % scale.step:
        return ScoreReading("off_scale", reason=f"{value:g} is between the steps of the scale: an average, not a score")
    if scale.words_only:
        return ScoreReading("doubtful", reason=f"'{value:g}' is a figure, {framework.id} is graded in words")
    return ScoreReading("score", score=value, band=framework.band_of(value))


def _number_and_words(value: float, words: str, framework: Framework) -> ScoreReading | None:
    """A number with words beside it: the words must be the number's own band or word, else a person decides."""
    said = _words(words, framework)
    number = _on_scale(value, framework)
    if said is None:
        return None
    if number.outcome == "score" and said.band == number.band and said.score in (None, value):
        return number
    return ScoreReading("doubtful", reason=f"the number {value:g} and the words '{words.strip()}' do not agree")


def _words(text: str, framework: Framework) -> ScoreReading | None:
    wanted = _key(text)
    for word in framework.scale.words:
        if _key(word.word) == wanted:
            return ScoreReading("score", score=word.score, band=framework.band_of(word.score))
    for band in framework.bands:
        if wanted in {_key(word) for word in (band.label, *band.words)}:
            return ScoreReading("band", band=band.name)
    return None


def _doubt(text: str) -> ScoreReading:
    if _RANGE.match(text):
        return ScoreReading("doubtful", reason=f"'{text}' is a range, not one score")
    if _BOUND.match(text):
        return ScoreReading("doubtful", reason=f"'{text}' is a limit, not a score")
    return ScoreReading("no_score", reason=f"'{text}' is no score")


def _key(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))
