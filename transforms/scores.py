"""Cell text -> score and band on a framework's scale, or why there is none."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
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
_CHANGE = (
    r"(?:up|down|same|no change|unchanged|maintained|static|stable|improv(?:ed|ing)|declin(?:ed|ing)|(?:in|de)creased?)"
)
_ARROW = r"[←-⇿▲-◿⬅-⬏➔-➾\U0001f53c\U0001f53d\ufe0f]"
# How a score has changed, beside it: an arrow, a word, a number with its sign in brackets.
_ARROWS = re.compile(
    rf"(?<=\d)\s*\(\s*(?:{_ARROW}+|[+−±-]|(?:up|down)(?:\s+by)?)\s*\d\s*\)|{_ARROW}+|\({_CHANGE}\)"
    rf"|(?<=\d)\s*[-–,;]?\s+{_CHANGE}$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[*†‡§#^]|\[\w{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]|(?<=\d)\((?:note\s*)?[a-z]\)", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:benchmark|overall|final|agreed)\s+)?(?:scored?|rating|rated|level|graded?)(?![a-z])\s*(?:(?:of|is)\b\s*)?"
    r"[:=–-]?\s*(?=\W*\w)",
    re.IGNORECASE,
)
# What is printed instead of a score that is not there yet, whatever the framework.
_NO_SCORE_YET = re.compile(
    r"(?:t\.?b\.?[ca]\.?|n\.a\.?|n/?k|awaiting|awaited|pending|deferred|unknown|unscored|[-–—−_.…/\\]{1,4}|"
    r"to be (?:confirmed|assessed|determined|advised)|"
    r"not (?:yet )?(?:\w+ly )?(?:assessed|scored|rated|graded|known|available|given|provided|published|received|"
    r"recorded|reported|applicable|undertaken|completed|moderated|confirmed|benchmarked|required)(?: yet)?|"
    r"no (?:score|data|rating|assessment|return|result)s?(?: (?:given|available|awarded|yet))?|"
    r"(?:currently |still )?(?:under|in|awaiting|pending|subject to) "
    r"(?:review|moderation|assessment|confirmation|appeal|scoring|progress|results?))$",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"{_NUMBER}\s*(?:/|out of|of)\s*(?P<most>\d+)$", re.IGNORECASE)
_PLAIN = re.compile(rf"{_NUMBER}$|\((?P<bracketed>\d(?:\.\d+)?)\)$")
_WITH_WORDS = re.compile(rf"{_NUMBER}\s*(?:[-–—:/,=.]\s*|\(\s*|\s)\s*(?P<words>[A-Za-z][^\d]*?)\)?$")
_WORDS_FIRST = re.compile(rf"(?P<words>[A-Za-z][^\d]*?)\s*(?:[-–—:/,=]\s*|\(\s*|\s){_NUMBER}\)?$")
_RANGE = re.compile(r"\d(?:\.\d+)?\s*(?:[-–—]|to|or|/)\s*\d(?:\.\d+)?$", re.IGNORECASE)
_OUT_OF_WITHIN = re.compile(r"(?<=\d)\s*(?:/|out of)\s*(?P<most>\d+)", re.IGNORECASE)
_TWO = re.compile(
    rf"(?P<one>\d(?:\.\d+)?)\s*(?:[(\[]\s*(?P<in_brackets>\d(?:\.\d+)?)\s*[)\]]|{_ARROW}+\s*(?P<by_arrow>\d(?:\.\d+)?)|"
    r"(?:-{1,2}>|=>)\s*(?P<by_signs>\d(?:\.\d+)?))$"
)
# A place for each step of the scale, as many filled as the score has: '★★★☆☆'.
_METER = re.compile(r"(?P<filled>(?:★\s?)+|(?:●\s?)+|(?:⬤\s?)+|(?:■\s?)+)(?P<empty>(?:[☆✩○◯□]\s?)*)$")
_BOUND = re.compile(r"(?:[<>≤≥~≈c]\s*=?|circa|about|approx\.?|at least|up to)\s*\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ScoreReading:
    """What one cell says.

    `outcome` is 'score' or 'band' where a value was read; 'blank' and 'not_assessed' are no values and no faults;
    'off_scale' is a number that the scale does not have; 'doubtful' a value that a person must decide; 'no_score'
    any other text. `reason` explains the last three.
    `colour` is the colour that the value was taken from, with its explanation; None where it is printed.
    """

    outcome: Outcome
    score: float | None = None
    band: BandName | None = None
    reason: str | None = None
    confidence: float = 1.0
    colour: str | None = None


def read_score(printed: str, framework: Framework) -> ScoreReading:
    """What `printed` says on the scale of `framework`.

    '4', '4/5', '4 out of 5', 'Score: 4', '4*', '4 ↑', '4 - exceeded', 'four' are the score 4 where the scale ends at 5;
    'Exceeded' is a band without a score; '7' is off the scale; '2-3' and '4 - not met' are doubtful.
    """
    text = _tidied(printed)
    if not text:
        return ScoreReading("blank")
    if text.casefold() in {token.casefold() for token in framework.scale.not_assessed} or _NO_SCORE_YET.match(text):
        return ScoreReading("not_assessed")
    if meter := _METER.match(text):
        return _metered(text, meter, framework)
    if two := _TWO.match(text):
        return ScoreReading("doubtful", reason=_named_both(text, two))
    text = _LEAD.sub("", _ARROWS.sub(" ", text).strip()).strip()
    return _number(text, framework) or _words(text, framework) or _doubt(text)


def _tidied(printed: str) -> str:
    text = printed.replace("\u00ad", "").replace("\u200b", "")
    # NFKC would turn a superscript note mark into a digit of the score, so marks are taken off first.
    text = _MARKS.sub("", text) if not re.fullmatch(r"\W*", text) else text
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def _metered(text: str, meter: re.Match[str], framework: Framework) -> ScoreReading:
    filled, empty = (len(meter[part].replace(" ", "")) for part in ("filled", "empty"))
    if filled + empty == framework.scale.highest:
        return _on_scale(float(filled), framework)
    return ScoreReading("no_score", reason=f"'{text}' does not show as many places as the scale has steps")


def _named_both(text: str, two: re.Match[str]) -> str:
    other = two["in_brackets"] or two["by_arrow"] or two["by_signs"]
    return f"'{text}' shows two figures, {two['one']} and {other}, and nothing says which is the score"


def _number(text: str, framework: Framework) -> ScoreReading | None:
    if match := _PLAIN.match(text):
        return _on_scale(float(match["number"] or match["bracketed"]), framework)
    if match := _OUT_OF.match(text):
        if float(match["most"]) != framework.scale.highest:
            return ScoreReading(
                "doubtful", reason=f"'{text}' is out of {match['most']}, the scale ends at {framework.scale.highest:g}"
            )
        return _on_scale(float(match["number"]), framework)
    if (most := _OUT_OF_WITHIN.search(text)) and float(most["most"]) == framework.scale.highest:
        text = text[: most.start()] + text[most.end() :]
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
        return number if _WORD_NUMBERS.get(words.casefold()) == value else None
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


@lru_cache(maxsize=4096)  # the words of the scales are asked for with every cell
def _key(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))
