"""What is held and what is missing: papers and values by what became of them, authorities with and without a paper."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from warehouse.publication.heatmaps import Record
from warehouse.publication.sections import Tables


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the publication rests on, in numbers; `newest` is the day of the newest paper.

    `of_regions` counts accepted values of a region or a country, which are compared with nothing.
    """

    papers: int
    extracted: int
    no_scores: int
    failed: int
    accepted: int
    review: int
    rejected: int
    of_regions: int
    authorities: int
    frameworks: tuple[str, ...]
    years: tuple[int, ...]
    newest: date | None


@dataclass(frozen=True, slots=True)
class Count:
    """How many authorities of a region have a score in a year, of how many that could have one."""

    year: int
    scored: int
    compared: int


@dataclass(frozen=True, slots=True)
class BodyYears:
    """One authority over the years: the row of the dataset `coverage` for each, None where the region has no scores."""

    authority_code: str
    authority: str
    kind: str
    has_page: bool
    years: tuple[Record | None, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Bodies that are not compared in any year, for one reason."""

    reason: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RegionCoverage:
    """One region in one framework: counts for each year, a row for each authority that is compared in some year."""

    framework: str
    title: str
    region: str
    counts: tuple[Count | None, ...]
    years: tuple[int, ...]
    bodies: tuple[BodyYears, ...]
    left_out: tuple[LeftOut, ...]


def holdings(tables: Tables) -> Holdings:
    """Count papers and values by what became of them."""
    papers = Counter(row["status"] for row in tables["documents"])
    values = Counter(row["status"] for row in tables["observations"])
    bodies = {row["authority_code"] for row in tables["authorities"]}
    scores = tables["scores"]
    return Holdings(
        papers=len(tables["documents"]),
        extracted=papers["extracted"],
        no_scores=papers["no_scores"],
        failed=papers["failed"],
        accepted=values["accepted"],
        review=values["review"],
        rejected=values["rejected"],
        of_regions=sum(
            row["status"] == "accepted" and row["authority_code"] not in bodies for row in tables["observations"]
        ),
        authorities=len({row["authority_code"] for row in scores}),
        frameworks=tuple(sorted({row["framework"] for row in scores})),
        years=tuple(sorted({row["period_year"] for row in scores})),
        newest=max((row["published_on"] for row in tables["documents"] if row["published_on"]), default=None),
    )


def region_coverage(tables: Tables) -> tuple[RegionCoverage, ...]:
    """Framework by framework, region by region; all regions of a framework have the same years, oldest first."""
    titles = {row["framework"]: row["title"] for row in tables["frameworks"]}
    with_page = {row["authority_code"] for row in tables["scores"]}
    years: defaultdict[str, set[int]] = defaultdict(set)
    parted: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for row in tables["coverage"]:
        years[row["framework"]].add(row["period_year"])
        parted[row["framework"], row["region"]].append(row)
    return tuple(
        _region(titles[framework], tuple(sorted(years[framework])), rows, with_page)
        for (framework, _), rows in sorted(parted.items())
    )


def _region(title: str, years: tuple[int, ...], rows: list[Record], with_page: set[str]) -> RegionCoverage:
    by_body: defaultdict[str, dict[int, Record]] = defaultdict(dict)
    for row in rows:
        by_body[row["authority_code"]][row["period_year"]] = row
    compared = {
        code: own for code, own in by_body.items() if any(row["coverage"] != "left_out" for row in own.values())
    }
    return RegionCoverage(
        framework=rows[0]["framework"],
        title=title,
        region=rows[0]["region"],
        counts=tuple(_count(year, rows) for year in years),
        years=years,
        bodies=tuple(_body(code, own, years, code in with_page) for code, own in compared.items()),
        left_out=_left_out([own for code, own in by_body.items() if code not in compared]),
    )


def _count(year: int, rows: list[Record]) -> Count | None:
    states = Counter(row["coverage"] for row in rows if row["period_year"] == year)
    return Count(year, states["scored"], states.total() - states["left_out"]) if states else None


def _body(code: str, own: Mapping[int, Record], years: tuple[int, ...], has_page: bool) -> BodyYears:
    one = next(iter(own.values()))
    return BodyYears(code, one["authority"], one["kind"], has_page, tuple(own.get(year) for year in years))


def _left_out(bodies: list[dict[int, Record]]) -> tuple[LeftOut, ...]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for own in bodies:
        newest = own[max(own)]
        names[newest["reason"]].append(newest["authority"])
    return tuple(LeftOut(reason, tuple(some)) for reason, some in sorted(names.items()))
