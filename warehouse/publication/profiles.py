"""One authority beside its region: every score with the median, the range and the rank among those compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from warehouse.publication.heatmaps import Head, HeatmapCell, Record, heatmaps_of, mean_text, number_text, percent_text
from warehouse.publication.phrases import change_text
from warehouse.publication.sections import Tables

WEIGHTED = "weighted_score"
PERCENT = "percent_met_or_exceeded"
STRIP_WIDTH, STRIP_EDGE = 150.0, 9.0


@dataclass(frozen=True, slots=True)
class Strip:
    """Where things lie on a strip from the lowest to the highest score, in its own units across."""

    lowest: float
    highest: float
    median: float
    own: float


@dataclass(frozen=True, slots=True)
class Beside:
    """The region beside one figure of an authority, in words and as a strip."""

    median: str
    range: str
    rank: str
    compared: int
    strip: Strip


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """One benchmark: a cell for each year, oldest first, the change to the newest, and the region beside it."""

    head: Head
    cells: tuple[HeatmapCell | None, ...]
    change: str
    beside: Beside | None


@dataclass(frozen=True, slots=True)
class OverallRow:
    """A figure over all benchmarks: a text for each year, '' where there is none."""

    name: str
    values: tuple[str, ...]
    change: str
    beside: Beside | None


@dataclass(frozen=True, slots=True)
class Profile:
    """One authority in one framework; the region is that of `year`, the authority's newest."""

    framework: Record
    years: tuple[int, ...]
    year: int
    rows: tuple[ProfileRow, ...]
    overall: tuple[OverallRow, ...]


def profiles(tables: Tables) -> dict[str, tuple[Profile, ...]]:
    """The profiles of each authority with accepted scores, by its code; frameworks in the order of their ids."""
    cells: defaultdict[tuple[str, str], dict[int, tuple[HeatmapCell, ...]]] = defaultdict(dict)
    heads: dict[str, tuple[Head, ...]] = {}
    for grid in heatmaps_of(tables):
        heads[grid.framework] = grid.benchmarks
        for line in grid.lines:
            if any(cell.kind == "score" for cell in line.cells):
                cells[grid.framework, line.authority_code][grid.year] = line.cells
    besides, changes, figures = _besides(tables), _changes(tables), _figures(tables)
    found: defaultdict[str, list[Profile]] = defaultdict(list)
    for framework in tables["frameworks"]:
        id = framework["framework"]
        for (other, code), by_year in cells.items():
            if other == id:
                own = _Own(id, code, framework, besides, changes, figures)
                found[code].append(own.profile(heads[id], by_year))
    return {code: tuple(some) for code, some in found.items()}


Key = tuple[str, str, int, str]
"""Framework, authority, year, benchmark."""


@dataclass(frozen=True, slots=True)
class _Own:
    framework_id: str
    code: str
    framework: Record
    besides: Mapping[Key, Record]
    changes: Mapping[Key, float | None]
    figures: Mapping[Key, str]

    def profile(self, heads: tuple[Head, ...], by_year: Mapping[int, tuple[HeatmapCell, ...]]) -> Profile:
        """All of one framework."""
        years = tuple(sorted(by_year))
        year = years[-1]
        return Profile(
            framework=self.framework,
            years=years,
            year=year,
            rows=tuple(
                ProfileRow(
                    head,
                    tuple(by_year[each][place] for each in years),
                    self._change(year, head.benchmark),
                    self._beside(year, head.benchmark),
                )
                for place, head in enumerate(heads)
            ),
            overall=(
                self._overall("Weighted score", WEIGHTED, years),
                self._overall("Met or exceeded", PERCENT, years),
            ),
        )

    def _overall(self, name: str, benchmark: str, years: tuple[int, ...]) -> OverallRow:
        values = tuple(self.figures.get((self.framework_id, self.code, year, benchmark), "") for year in years)
        return OverallRow(name, values, self._change(years[-1], benchmark), self._beside(years[-1], benchmark))

    def _change(self, year: int, benchmark: str) -> str:
        return change_text(self.changes.get((self.framework_id, self.code, year, benchmark)))

    def _beside(self, year: int, benchmark: str) -> Beside | None:
        row = self.besides.get((self.framework_id, self.code, year, benchmark))
        if row is None:
            return None
        is_percent = benchmark == PERCENT
        text = percent_text if is_percent else mean_text if benchmark == WEIGHTED else number_text
        lowest, highest = text(row["region_lowest"]), text(row["region_highest"])
        ends = (0.0, 100.0) if is_percent else (self.framework["lowest"], self.framework["highest"])
        return Beside(
            median=text(row["region_median"]),
            range=lowest if lowest == highest else f"{lowest} to {highest}",
            rank=str(row["rank_in_region"]),
            compared=row["authorities_compared"],
            strip=Strip(
                *(_across(row[name], *ends) for name in ("region_lowest", "region_highest", "region_median", "score"))
            ),
        )


def _across(value: float, lowest: float, highest: float) -> float:
    share = (value - lowest) / (highest - lowest) if highest > lowest else 0.5
    return round(STRIP_EDGE + share * (STRIP_WIDTH - 2 * STRIP_EDGE), 1)


def _besides(tables: Tables) -> dict[Key, Record]:
    return {(*_key(row), row["benchmark"]): row for row in tables["profiles"]}


def _changes(tables: Tables) -> dict[Key, float | None]:
    return {(*_key(row), row["benchmark"]): row["change"] for row in tables["year_on_year"]}


def _figures(tables: Tables) -> dict[Key, str]:
    return dict(_texts(tables))


def _texts(tables: Tables) -> Iterator[tuple[Key, str]]:
    for row in tables["weighted_scores"]:
        if row["weighted_score"] is not None:
            scored, total = row["benchmarks_scored"], row["benchmarks_total"]
            partly = "" if scored == total else f" ({scored} of {total})"
            yield (*_key(row), WEIGHTED), mean_text(row["weighted_score"]) + partly
    for row in tables["met_or_exceeded"]:
        if row["percent_met_or_exceeded"] is not None:
            yield (*_key(row), PERCENT), percent_text(row["percent_met_or_exceeded"])


def _key(row: Record) -> tuple[str, str, int]:
    return row["framework"], row["authority_code"], row["period_year"]
