"""What a cell's colour says where the paper explains it: nothing is ever taken from a colour that no key explains."""

import colorsys
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from transforms.catalogue import Framework
from transforms.scores import ScoreReading, read_score

# A colour that the key explains is less sure than a figure: shades look alike, and a printer may change them. Where the
# key gives the colour's name only ('Green'), the shade has first to be given that name.
_BY_KEY, _BY_NAME = 0.95, 0.93
# Two fills this close (distance in red, green and blue, 0 to 255 each) are one colour.
_SAME = 12.0
_GREY = 0.15
_HUES = (("red", 14), ("amber", 49), ("yellow", 68), ("green", 170), ("blue", 255), ("purple", 320), ("red", 361))
NAMES = {name: name for name in ("red", "amber", "yellow", "green", "blue", "purple", "grey")} | {
    "orange": "amber",
    "gray": "grey",
}
"""Names of colours as printed, and the one name that each goes by here."""
_LETTERS = {"R": "red", "A": "amber", "G": "green"}
_RANGE = re.compile(r"(?<!\d)(?P<low>\d)\s*(?:-|–|—|/|,|&|\bto\b|\bor\b|\band\b)\s*(?P<high>\d)(?!\d)", re.IGNORECASE)
_AND_ABOVE = re.compile(r"(?<!\d)(?P<low>\d)\s*(?:\+|(?:and|or)\s+(?:above|over|more|higher))", re.IGNORECASE)
_BELOW = re.compile(r"\b(?:below|under|less than)\s+(?P<high>\d)(?!\d)", re.IGNORECASE)
_FILLER = re.compile(
    r"\b(?:a|an|and|or|the|of|is|are|in|as|by|with|means?|meaning|indicates?|denotes?|represents?|shown|shaded|colou?red|marked|"
    r"rated|rating|scores?|scored|scoring|benchmarks?|cells?|levels?|bands?|expectations?|standards?|duty)\b|[=:()\[\]–—]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ColourEntry:
    """One line of a key: a colour by its name or its fill ('#rrggbb'), and the texts that explain it."""

    name: str | None
    fill: str | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Colours:
    """What colours say on one framework's scale; None for a colour that is explained as no value of it.

    `named` gives the fills of the table the names that a key in words uses; a name of two fills is given to neither.
    """

    by_fill: Mapping[str, ScoreReading | None] = field(default_factory=dict)
    by_name: Mapping[str, ScoreReading | None] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)

    def reading(self, text: str, fill: str | None) -> ScoreReading | None:
        """What a cell says by a colour word or, where it is empty, by its fill; None where it says nothing so."""
        word = name_in(text)
        if text and word is None:
            return None
        of_word, of_fill = self.by_name.get(word or ""), self._of_fill(fill)
        if of_word and of_fill and not agree(of_word, of_fill):
            return ScoreReading("doubtful", reason=f"the cell says '{text}' and has another colour of the key")
        return of_word or (of_fill if not text or word == name_of(fill) else None)

    def contradiction(self, reading: ScoreReading, fill: str | None) -> str | None:
        """Why a printed value and the colour of its cell do not go together; None where they do."""
        said = self._of_fill(fill)
        if said is None or reading.colour or reading.outcome not in {"score", "band"} or agree(said, reading):
            return None
        printed = f"{reading.score:g}" if reading.score is not None else reading.band
        return f"the colour of the cell says {_value(said)} where it prints {printed}"

    def _of_fill(self, fill: str | None) -> ScoreReading | None:
        if fill is None:
            return None
        for known, reading in self.by_fill.items():
            if distance(known, fill) <= _SAME:
                return reading
        found = self.by_name.get(self.named.get(fill, "")) if not self.by_fill else None
        return replace(found, confidence=_BY_NAME) if found else None


NO_COLOURS = Colours()


def colours_of(keys: Iterable[tuple[ColourEntry, ...]], framework: Framework, fills: Collection[str] = ()) -> Colours:
    """What the keys of a paper say on a framework's scale of a table's `fills`; a colour with two meanings has none."""
    by_fill: dict[str, ScoreReading | None] = {}
    by_name: dict[str, ScoreReading | None] = {}
    for key in keys:
        meanings = [(entry, _meaning(entry, framework)) for entry in key]
        if not _explains(meanings, framework):
            continue
        for entry, meaning in meanings:
            for place, colour in ((by_fill, entry.fill), (by_name, entry.name)):
                if colour is not None:
                    place[colour] = _one(place.get(colour, meaning), meaning)
    return Colours(by_fill, by_name, _named(fills, by_name)) if by_fill or by_name else NO_COLOURS


def name_in(text: str) -> str | None:
    """The colour that a cell's whole text names: 'Green', 'RAG: Amber', 'R'."""
    bare = re.sub(r"^rag\s*(?:rating)?\s*[:–-]?\s*", "", text.strip(), flags=re.IGNORECASE).strip(" ()[]*.")
    return _LETTERS.get(bare) or NAMES.get(bare.casefold())


def name_of(fill: str | None) -> str | None:
    """The name that a person gives to a fill; None for white, black and what has no plain name."""
    if fill is None:
        return None
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, lightness, _ = colorsys.rgb_to_hls(red, green, blue)
    if max(red, green, blue) - min(red, green, blue) < _GREY:
        return "grey" if 0.3 < lightness < 0.95 else None
    return next(name for name, end in _HUES if hue * 360 < end)


def is_coloured(fill: str | None) -> bool:
    """Whether a fill is a colour, not white, grey or black."""
    return name_of(fill) not in {None, "grey"}


def distance(one: str, other: str) -> float:
    """How far two fills are from one another in red, green and blue (0 to 255 each)."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def agree(one: ScoreReading, other: ScoreReading) -> bool:
    """Whether two readings may be of one value, one of them perhaps only its band."""
    return (
        one.outcome != "not_assessed"
        and one.band == other.band
        and (one.score == other.score or None in (one.score, other.score))
    )


def _named(fills: Collection[str], names: Collection[str]) -> dict[str, str]:
    """The names of fills; what a person calls yellow is the amber of a key without yellow."""
    if len(fills) < 2:
        return {}  # one colour may be an ornament
    named = {fill: name for fill in fills if (name := name_of(fill))}
    if "yellow" not in names:
        named = {fill: "amber" if name == "yellow" else name for fill, name in named.items()}
    return {fill: name for fill, name in named.items() if list(named.values()).count(name) == 1}


def _one(known: ScoreReading | None, meaning: ScoreReading | None) -> ScoreReading | None:
    same = (
        known and meaning and (known.outcome, known.score, known.band) == (meaning.outcome, meaning.score, meaning.band)
    )
    return meaning if same else None


def _explains(meanings: list[tuple[ColourEntry, ScoreReading | None]], framework: Framework) -> bool:
    """Whether lines are a key of this scale: at least two colours with different values of it.

    Bare figures alone are a key only where they are all those of the scale: else they may be anything.
    """
    found = [(entry, meaning) for entry, meaning in meanings if meaning and meaning.outcome != "not_assessed"]
    values = {(meaning.score, meaning.band) for _, meaning in found}
    if len(values) < 2:
        return False
    worded = sum(any(not text.strip().isdigit() for text in entry.texts) for entry, _ in found)
    if 2 * worded > len(found):
        return True
    steps = int((framework.scale.highest - framework.scale.lowest) / framework.scale.step) + 1
    return len({score for score, _ in values if score is not None}) == steps


def _meaning(entry: ColourEntry, framework: Framework) -> ScoreReading | None:
    """The one value or band that the texts beside a colour give; None where they give none, or several."""
    readings = [reading for text in entry.texts if (reading := _read(text, framework))]
    if not readings or not all(agree(one, other) for one, other in pairwise(readings)):
        return None
    best = min(readings, key=lambda reading: reading.score is None)
    said = next((text.strip() for text in entry.texts if text.strip()), "")
    return replace(best, confidence=_BY_KEY, colour=f"{entry.name or entry.fill}, explained as '{said[:40]}'")


def _read(text: str, framework: Framework) -> ScoreReading | None:
    reading = read_score(text, framework)
    if reading.outcome in {"score", "band", "not_assessed"}:
        return reading
    text = _closed(text, framework)
    ranges = [_band_between(match["low"], match["high"], framework) for match in _RANGE.finditer(text)]
    rest = " ".join(_FILLER.sub(" ", _RANGE.sub(" ", text)).strip(" -.,;").split())
    if not rest and len(ranges) == 1:
        return ranges[0]
    worded = read_score(rest, framework) if rest else None
    if worded is None or worded.outcome not in {"score", "band", "not_assessed"}:
        return None
    if not ranges:
        return worded
    return worded if len(ranges) == 1 and ranges[0] and worded.band == ranges[0].band else None


def _closed(text: str, framework: Framework) -> str:
    """A stretch with one end given both: '4 and above' is '4 to 5', 'below 3' is '1 to 2' on a scale of 1 to 5."""
    scale = framework.scale
    text = _AND_ABOVE.sub(rf"\g<low> to {scale.highest:g}", text)
    return _BELOW.sub(lambda match: f"{scale.lowest:g} to {float(match['high']) - scale.step:g}", text)


def _band_between(low: str, high: str, framework: Framework) -> ScoreReading | None:
    bands = {framework.band_of(float(end)) for end in (low, high)}
    band = bands.pop()
    return ScoreReading("band", band=band) if not bands and band else None


def _value(reading: ScoreReading) -> str:
    if reading.outcome == "not_assessed":
        return "not assessed"
    return f"{reading.score:g}" if reading.score is not None else str(reading.band).replace("_", " ")
