"""What was found in one paper: the door between `transforms` and `warehouse`.

Every finding keeps the printed text beside the value that was read from it, and the place where it stands.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from extractors.document import Box, Cell, Method, Notice

Status: TypeAlias = Literal["accepted", "review", "rejected"]
PeriodBasis: TypeAlias = Literal["stated", "document"]
DocumentStatus: TypeAlias = Literal["extracted", "no_scores", "failed"]
MeasureName: TypeAlias = Literal["weighted_score", "percent_met_or_exceeded"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: `page` from 1, `bbox` in points from the page's top left.

    `table` numbers the grids of the paper from 1; `row` and `column` of the cell count from 1 as a person would.
    All are None where the format or the method has no such thing.
    """

    method: Method
    page: int | None = None
    bbox: Box | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom and when a figure is about, as printed and as understood; None where that is not known.

    `authority_code` is a GSS code, of a region where the figure is a region's. `period` is a normal form
    ('2022', '2021/22', an ISO date); `period_year` the year in which it ends.
    """

    authority_code: str | None = None
    authority: str | None = None
    authority_text: str | None = None
    period: str | None = None
    period_year: int | None = None
    period_basis: PeriodBasis | None = None


@dataclass(frozen=True, slots=True)
class Observation:
    """One score value as found in one paper.

    `observation_id` is stable over re-runs of the same document. `score` is on the framework's scale, None where
    the paper gives only a band. `reason` says why a value is held or rejected, None where accepted.
    `evidence` is the trail of the decision, one short clause for each step, for `explain` and for reviewers.
    """

    observation_id: str
    framework: str
    benchmark: str | None
    benchmark_text: str
    subject: Subject
    score: float | None
    score_text: str
    band: str | None
    place: Place
    confidence: float
    status: Status
    reason: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedMeasure:
    """A derived figure that the paper prints itself: a weighted score, or a percentage from 0 to 100."""

    measure_id: str
    measure: MeasureName
    framework: str
    subject: Subject
    value: float
    value_text: str
    place: Place
    confidence: float
    status: Status
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Advice that the paper gives under a number of its own; `benchmark` is None where none fits."""

    number: str
    title: str
    text: str
    page: int | None = None
    authority_code: str | None = None
    framework: str | None = None
    benchmark: str | None = None


@dataclass(frozen=True, slots=True)
class TableVerdict:
    """What was made of one grid of the paper, whether or not values came of it; read by `explain`.

    `table` counts from 1 over the paper. `verdict` is 'scores', 'measures' or 'other'.
    """

    table: int
    page: int | None
    method: Method
    verdict: Literal["scores", "measures", "other"]
    reason: str
    framework: str | None = None
    orientation: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedGrid:
    """One grid that gave values, as the paper prints it; `table` counts from 1 over the paper."""

    table: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Cutout:
    """A picture of the part of a page around values that were found there, kept as evidence of them.

    `png` is the page as printed, nothing drawn on it; `area` is the part that it shows, in points from the page's top
    left, `scale` its pixels a point. `table` numbers the grid that it shows; None where the values stand in no grid.
    """

    page: int
    area: Box
    scale: float
    width: int
    height: int
    png: bytes
    table: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The paper itself. `publisher` is the GSS code of the body that published it, where that is known."""

    document_id: str
    file_name: str
    source: str
    media_type: str
    status: DocumentStatus
    reason: str | None = None
    title: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that one paper gave. `cutouts` come from whoever has the paper at hand: `transforms` makes none."""

    document: DocumentFacts
    observations: tuple[Observation, ...] = ()
    measures: tuple[StatedMeasure, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    notices: tuple[Notice, ...] = ()
    verdicts: tuple[TableVerdict, ...] = ()
    cutouts: tuple[Cutout, ...] = ()
    grids: tuple[PrintedGrid, ...] = ()
