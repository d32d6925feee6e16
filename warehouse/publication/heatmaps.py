"""The comparison itself: authorities down, benchmarks across, one grid for each framework and year."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal, TypeAlias

from warehouse.publication.relations import Relation

CellKind: TypeAlias = Literal["score", "held", "no_value"]
Record: TypeAlias = dict[str, Any]
LEVELS = 5
"""Steps of the colour scale between the lowest and the highest score of a framework."""


@dataclass(frozen=True, slots=True)
class Head:
    """One column: a benchmark of the framework."""

    benchmark: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class HeatmapCell:
    """What is known of one authority and benchmark in that year.

    `shown` is what a reader sees: the number, the word of an ordered scale, or the band where the paper gives only
    that. `level` counts from 0 (lowest score) to LEVELS - 1, None where there is no score. `observation_id` is the
    evidence of a score, or of the value that waits for a person where `kind` is 'held'.
    """

    kind: CellKind
    shown: str = ""
    score: float | None = None
    band: str | None = None
    level: int | None = None
    observation_id: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One authority. `cells` is empty where no paper with values of that year was read."""

    authority_code: str
    authority: str
    region: str | None
    cells: tuple[HeatmapCell, ...]
    period: str | None = None
    weighted_score: float | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True)
class Heatmap:
    """One framework in one year; lines in the order of the authorities' names."""

    framework: str
    title: str
    year: int
    benchmarks: tuple[Head, ...]
    lines: tuple[Line, ...]


def heatmaps(relations: Mapping[str, Relation]) -> tuple[Heatmap, ...]:
    """All grids, frameworks in the order of their ids, the newest year first.

    An authority that was scored in another year of the framework has a line in each year, without cells where there
    is no paper: a gap is shown and never filled.
    """
    return heatmaps_of({name: relation.records() for name, relation in relations.items()})


def heatmaps_of(tables: Mapping[str, list[Record]]) -> tuple[Heatmap, ...]:
    """As `heatmaps`, of datasets as records."""
    return tuple(
        _heatmap(framework, year, tables)
        for framework in tables["frameworks"]
        for year in sorted(_years(framework["framework"], tables), reverse=True)
    )


def number_text(value: float) -> str:
    """A figure for people: at most two decimals, none where it is whole."""
    return _rounded(value, 2).rstrip("0").rstrip(".")


def mean_text(value: float) -> str:
    """A mean for people: one decimal or two, so that 3.0 in a column of means is not taken for a score."""
    return _rounded(value, 2).removesuffix("0")


def percent_text(value: float) -> str:
    """A percentage for people: at most one decimal."""
    return _rounded(value, 1).removesuffix(".0") + "%"


def _rounded(value: float, decimals: int) -> str:
    """Halves go away from zero, as in schools and spreadsheets: 2.625 is 2.63."""
    return str(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def level_of(score: float, framework: Record) -> int:
    """The shade of a score, from 0 to LEVELS - 1."""
    span = framework["highest"] - framework["lowest"]
    level = round((score - framework["lowest"]) / span * (LEVELS - 1)) if span else LEVELS - 1
    return min(max(level, 0), LEVELS - 1)


def _years(framework: str, tables: Mapping[str, list[Record]]) -> set[int]:
    return {row["period_year"] for row in tables["scores"] if row["framework"] == framework}


def _heatmap(framework: Record, year: int, tables: Mapping[str, list[Record]]) -> Heatmap:
    id = framework["framework"]
    heads = tuple(
        Head(row["benchmark"], row["number"], row["name"]) for row in tables["benchmarks"] if row["framework"] == id
    )
    return Heatmap(id, framework["title"], year, heads, tuple(_lines(framework, year, heads, tables)))


def _lines(framework: Record, year: int, heads: tuple[Head, ...], tables: Mapping[str, list[Record]]) -> Iterator[Line]:
    id = framework["framework"]
    words = any(row["words"] for row in tables["scale"] if row["framework"] == id)
    labels = {row["band"]: row["label"] for row in tables["scale"] if row["framework"] == id}
    printed = {row["observation_id"]: row["score_text"] for row in tables["observations"]} if words else {}
    cells: defaultdict[str, dict[str, HeatmapCell]] = defaultdict(dict)
    for row in _of(tables["review_queue"], id, year):
        cells[row["authority_code"]][row["benchmark"]] = HeatmapCell("held", observation_id=row["observation_id"])
    for row in _of(tables["scores"], id, year):
        shown = printed.get(row["observation_id"], "") if words else ""
        cells[row["authority_code"]][row["benchmark"]] = _score_cell(row, framework, shown, labels)
    weighted = {row["authority_code"]: row["weighted_score"] for row in _of(tables["weighted_scores"], id, year)}
    percent = {
        row["authority_code"]: row["percent_met_or_exceeded"] for row in _of(tables["met_or_exceeded"], id, year)
    }
    periods = {row["authority_code"]: row["period"] for row in _of(tables["scores"], id, year)}
    ever = {row["authority_code"] for row in tables["scores"] if row["framework"] == id}
    for body in tables["authorities"]:
        code = body["authority_code"]
        if code in ever or code in cells:
            known = cells.get(code)
            yield Line(
                code,
                body["authority"],
                body["region"],
                tuple(known.get(head.benchmark, HeatmapCell("no_value")) for head in heads) if known else (),
                periods.get(code),
                weighted.get(code),
                percent.get(code),
            )


def _of(rows: list[Record], framework: str, year: int) -> Iterator[Record]:
    return (row for row in rows if row["framework"] == framework and row["period_year"] == year)


def _score_cell(row: Record, framework: Record, printed: str, labels: Mapping[str, str]) -> HeatmapCell:
    score, band = row["score"], row["band"]
    if score is None:
        return HeatmapCell("score", labels.get(band, band or printed), None, band, None, row["observation_id"])
    level = level_of(score, framework)
    return HeatmapCell("score", printed or number_text(score), score, band, level, row["observation_id"])
