"""The shape that all drawings share, and figures that may be printed: slides, tables, scores."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Rows: TypeAlias = tuple[tuple[str, ...], ...]
PictureName: TypeAlias = Literal["heatmap", "columns", "bars"]

BENCHMARKS = (
    "Risk Assessment",
    "Multi Agency Partnership Board",
    "Prevent Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Prevent problem-solving process",
    "Training",
    "Venue Hire and IT Policies",
    "Engagement activity",
    "Communications",
)
SLIDE_BENCHMARKS = (
    *BENCHMARKS[:5],
    "Prevent problem-solving",
    *BENCHMARKS[6:8],
    "Engagement activities",
    BENCHMARKS[9],
)

SEFTON_2022 = (1, 2, 1, 5, 5, 2, 2, 3, 3, 2)
LEICESTERSHIRE = {"2022": (4, 5, 5, 4, 5, 4, 3, 3, 2, 2), "2023": (4, 5, 5, 4, 5, 4, 3, 2, 3, 3)}


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with nothing to read inside; `caption` stands above it."""

    name: PictureName
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart: one value a category and series, None where there is none.

    `number_format` is Excel's; the axis ends at `highest` and is marked every `step`.
    """

    title: str
    categories: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    number_format: str
    highest: float
    step: float


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `lead` is a bold line above the bullets; `shaded` colours the table's scores by band."""

    title: str
    lead: str = ""
    bullets: Sequence[str] = ()
    table: Rows = ()
    shaded: bool = False
    pictures: tuple[Picture, ...] = ()
    chart: Chart | None = None
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """A title slide (`title`, then `lines`) and the slides after it; `marking` stands at the foot of each."""

    title: str
    lines: tuple[str, ...]
    slides: tuple[Slide, ...]
    colour: str
    publisher: str = ""
    marking: str = ""


def shade(text: str) -> str:
    """The colour of a score: below 3, at 3, above 3; white for all else."""
    if not text.isdecimal():
        return "#ffffff"
    return "#f4b6a6" if int(text) < 3 else "#fbe6a2" if int(text) == 3 else "#b7dcb0"
