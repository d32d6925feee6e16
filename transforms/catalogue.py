"""The facts that papers are read against: frameworks, authorities and regions. Types only.

`transforms.framework` and `transforms.register` fill them from data files; the warehouse stores them beside the
observations.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

BandName: TypeAlias = Literal["not_met", "met", "exceeded"]
CrosswalkKind: TypeAlias = Literal["one_to_one", "merged"]
Rounding: TypeAlias = Literal["half_up", "none"]


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One item of a framework; `aliases` are further printed labels that mean it.

    `generic` marks a label that many other papers use too ('Training'): it proves nothing on its own.
    `short` are printed forms that mean the item only where most of the others stand beside it, such as initials ('CP').
    """

    id: str
    number: int
    name: str
    aliases: tuple[str, ...] = ()
    generic: bool = False
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A named stretch of the scale, both limits inside it; `words` are printed texts that give the band alone."""

    name: BandName
    label: str
    lowest: float
    highest: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleWord:
    """A printed word that stands for one value of the scale, such as 'good' for rank 3."""

    word: str
    score: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The permitted values: from `lowest` to `highest` in steps of `step`.

    `not_assessed` are printed stand-ins for none.

    `words_only` marks a scale that is never printed in figures: its numbers are ranks of ours, and a printed '2' may
    count the other way.
    """

    lowest: float
    highest: float
    step: float = 1.0
    words: tuple[ScaleWord, ...] = ()
    not_assessed: tuple[str, ...] = ()
    words_only: bool = False


@dataclass(frozen=True, slots=True)
class CrosswalkStep:
    """An item of an older framework that lives on in an item of this one."""

    from_framework: str
    from_benchmark: str
    to_benchmark: str
    kind: CrosswalkKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """An overall rating for percentages from `lowest` to `highest`, both inside it."""

    label: str
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Overall:
    """How a framework itself rates a whole assessment: by the sum of all scores as a percentage of the highest sum.

    `rounding` says what becomes of the percentage before the ratings are asked: 38.89 lies between 38 and 39.
    """

    ratings: tuple[Rating, ...]
    rounding: Rounding


@dataclass(frozen=True, slots=True)
class Framework:
    """A set of benchmarks with its scale and bands, as its data file states it.

    `topic_words` are words of which at least one stands in every paper about the framework. `dated` is true where
    the framework assesses on dates instead of years; `date_labels` are the printed labels of that date.
    `first_year` and `last_year` bound its use where that is known; they only settle which of two frameworks of the same
    topic a figure without labels belongs to.
    `weights` maps item ids to weights, empty where none are published: then all items weigh the same.
    `overall` is None where the framework publishes no rating that is computed from the scores.
    """

    id: str
    title: str
    publisher: str
    benchmarks: tuple[Benchmark, ...]
    scale: Scale
    bands: tuple[Band, ...]
    topic_words: tuple[str, ...] = ()
    dated: bool = False
    date_labels: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    weights: dict[str, float] = field(default_factory=dict)
    crosswalk: tuple[CrosswalkStep, ...] = ()
    source: str = ""
    overall: Overall | None = None

    def benchmark(self, id: str) -> Benchmark:
        """The item of that id; KeyError where the framework has none."""
        for item in self.benchmarks:
            if item.id == id:
                return item
        raise KeyError(id)

    def band_of(self, score: float) -> BandName | None:
        """The band that a score falls in, None outside the scale."""
        return next((band.name for band in self.bands if band.lowest <= score <= band.highest), None)


@dataclass(frozen=True, slots=True)
class Authority:
    """A body that is scored. `valid_to` is its last day in being; both dates None where open or not known."""

    code: str
    name: str
    short_name: str
    kind: str
    region: str
    nation: str
    county_code: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    alternative_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A region or country that figures are compared within."""

    code: str
    name: str
    nation: str
    alternative_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A printed text that a reviewer has given a meaning.

    It means the benchmark `meaning` of `framework`; with an empty `framework` it names the authority of that code.
    """

    framework: str
    printed: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that papers are read against in one run.

    `partnerships` maps a printed partnership name to the code of the one authority it stands for, or to None where
    it stands for several and must not be resolved.
    """

    frameworks: tuple[Framework, ...]
    authorities: tuple[Authority, ...]
    regions: tuple[Region, ...]
    partnerships: dict[str, str | None] = field(default_factory=dict)

    def framework(self, id: str) -> Framework:
        """The framework of that id; KeyError where there is none."""
        for framework in self.frameworks:
            if framework.id == id:
                return framework
        raise KeyError(id)
