"""What the report shows of each framework: grids of scores, the two charts, and the tables beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from warehouse.publication import wording
from warehouse.publication.charts import Chart, Figure, bar_chart, dumbbell_chart
from warehouse.publication.heatmaps import Head, Heatmap, Record, heatmaps_of, mean_text, percent_text
from warehouse.publication.links import year_anchor
from warehouse.publication.phrases import change_text
from warehouse.publication.spreads import Spread, spreads

Tables = Mapping[str, list[Record]]

MOST_ROWS_OF_A_CHART = 40
"""Authorities beyond which a chart is no picture any more: the pages of the regions show them instead."""


@dataclass(frozen=True, slots=True)
class AuthorityYears:
    """One authority's row in a table over the years: a text for each year, '' where no paper was read."""

    authority_code: str
    authority: str
    region: str | None
    values: tuple[str, ...]
    change: str = ""
    rank: str = ""
    counts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class BenchmarkChanges:
    """One authority's changes from one year to the next, a text for each benchmark, '' where there is no pair."""

    authority_code: str
    authority: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The scores of one year. `no_paper` are the authorities of which none was read, `left_out` how many bodies are
    not compared.
    """

    anchor: str
    heatmap: Heatmap
    spreads: tuple[Spread, ...]
    no_paper: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Section:
    """One framework with accepted scores. `years` are oldest first; the changes lead up to `changes_year`.

    `main_year` is the newest year with at least half as many authorities as the fullest one has: what is shown first.
    """

    framework: Record
    scale: tuple[Record, ...]
    views: tuple[YearView, ...]
    main_year: int
    heads: tuple[Head, ...]
    years: tuple[int, ...]
    weights: str
    weighted_chart: Chart | None
    weighted: tuple[AuthorityYears, ...]
    percent_chart: Chart | None
    percent: tuple[AuthorityYears, ...]
    changes_year: int | None
    changes: tuple[BenchmarkChanges, ...]


def sections(tables: Tables) -> tuple[Section, ...]:
    """One section for each framework with accepted scores, in the order of their ids."""
    grids = heatmaps_of(tables)
    with_scores = {grid.framework for grid in grids}
    return tuple(
        _section(row, tuple(grid for grid in grids if grid.framework == row["framework"]), tables)
        for row in tables["frameworks"]
        if row["framework"] in with_scores
    )


def _section(framework: Record, grids: tuple[Heatmap, ...], tables: Tables) -> Section:
    id = framework["framework"]
    own = {name: [row for row in rows if row.get("framework") == id] for name, rows in tables.items()}
    years = tuple(sorted(grid.year for grid in grids))
    main_year = _main_year(grids)
    pair = years[: years.index(main_year) + 1][-2:]
    changes_year, changes = _benchmark_changes(own["year_on_year"], grids[0].benchmarks)
    return Section(
        framework=framework,
        scale=tuple(own["scale"]),
        views=tuple(_view(grid, framework, own["coverage"]) for grid in grids),
        main_year=main_year,
        heads=grids[0].benchmarks,
        years=years,
        weights=wording.weights_told(row["weight_scheme"] for row in own["weighted_scores"]),
        weighted_chart=_weighted_chart(framework, own, pair),
        weighted=_weighted_table(own, years, main_year),
        percent_chart=_percent_chart(framework, own["met_or_exceeded"], pair),
        percent=_percent_table(own["met_or_exceeded"], years, main_year),
        changes_year=changes_year,
        changes=changes,
    )


def _main_year(grids: tuple[Heatmap, ...]) -> int:
    read = {grid.year: sum(bool(line.cells) for line in grid.lines) for grid in grids}
    return max(year for year, count in read.items() if 2 * count >= max(read.values()))


def _view(grid: Heatmap, framework: Record, coverage: Sequence[Record]) -> YearView:
    states = [row for row in coverage if row["period_year"] == grid.year]
    return YearView(
        anchor=year_anchor(grid.framework, grid.year),
        heatmap=grid,
        spreads=spreads(grid, framework),
        no_paper=tuple(row["authority"] for row in states if row["coverage"] == "no_paper"),
        left_out=sum(row["coverage"] == "left_out" for row in states),
    )


def _weighted_chart(framework: Record, own: Tables, shown: tuple[int, ...]) -> Chart | None:
    figures = [
        Figure(row["authority"], row["period_year"], row["weighted_score"], mean_text(row["weighted_score"]))
        for row in own["weighted_scores"]
        if row["period_year"] in shown and row["weighted_score"] is not None
    ]
    if not 0 < len({figure.authority for figure in figures}) <= MOST_ROWS_OF_A_CHART:
        return None
    comparable = {row["authority"] for row in _weighted_changes(own, shown[-1]).values() if row["change"] is not None}
    return dumbbell_chart(
        figures,
        comparable,
        framework["lowest"],
        framework["highest"],
        id=f"weighted-{framework['framework']}",
        title=f"Weighted score, {framework['title']}, {_span(shown)}",
        desc="One row for each authority, a mark for each year. The figures are in the table that follows.",
    )


def _percent_chart(framework: Record, rows: Sequence[Record], shown: tuple[int, ...]) -> Chart | None:
    known = {(row["authority"], row["period_year"]): row["percent_met_or_exceeded"] for row in rows}
    authorities = sorted(
        {authority for (authority, year), value in known.items() if year in shown and value is not None}
    )
    figures = [
        Figure(authority, year, value, "no figure" if value is None else percent_text(value))
        for authority in authorities
        for year in shown
        for value in [known.get((authority, year))]
    ]
    if not 0 < len(authorities) <= MOST_ROWS_OF_A_CHART:
        return None
    return bar_chart(
        figures,
        id=f"percent-{framework['framework']}",
        title=f"Benchmarks met or exceeded, per cent, {framework['title']}, {_span(shown)}",
        desc="One bar for each authority and year. The figures are in the table that follows.",
    )


def _span(years: Sequence[int]) -> str:
    return " and ".join(map(str, years))


def _weighted_table(own: Tables, years: tuple[int, ...], main_year: int) -> tuple[AuthorityYears, ...]:
    changes = _weighted_changes(own, main_year)
    rows = {(row["authority_code"], row["period_year"]): row for row in own["weighted_scores"]}
    return tuple(
        AuthorityYears(
            authority_code=code,
            authority=row["authority"],
            region=row["region"],
            values=tuple(_weighted_text(rows.get((code, year))) for year in years),
            change=_change(changes.get(code)),
            rank=_rank(rows.get((code, main_year))),
        )
        for code, row in _authorities(own["weighted_scores"])
    )


def _weighted_changes(own: Tables, year: int) -> dict[str, Record]:
    """How the weighted score came to that year, by the code of the authority."""
    return {
        row["authority_code"]: row
        for row in own["year_on_year"]
        if row["benchmark"] == "weighted_score" and row["period_year"] == year
    }


def _percent_table(records: Sequence[Record], years: tuple[int, ...], main_year: int) -> tuple[AuthorityYears, ...]:
    rows = {(row["authority_code"], row["period_year"]): row for row in records}
    return tuple(
        AuthorityYears(
            authority_code=code,
            authority=row["authority"],
            region=row["region"],
            values=tuple(_percent_text(rows.get((code, year))) for year in years),
            counts=_counts(rows.get((code, main_year))),
        )
        for code, row in _authorities(records)
    )


def _authorities(rows: Sequence[Record]) -> list[tuple[str, Record]]:
    return sorted(
        {row["authority_code"]: row for row in rows}.items(), key=lambda item: (item[1]["authority"], item[0])
    )


def _weighted_text(row: Record | None) -> str:
    if row is None:
        return ""
    if row["weighted_score"] is None:
        return "no score"
    whole = row["benchmarks_scored"] == row["benchmarks_total"]
    text = mean_text(row["weighted_score"])
    return text if whole else f"{text} ({row['benchmarks_scored']} of {row['benchmarks_total']})"


def _percent_text(row: Record | None) -> str:
    if row is None:
        return ""
    if row["percent_met_or_exceeded"] is None:
        return "no band"
    good, all_ = row["met"] + row["exceeded"], row["met"] + row["exceeded"] + row["not_met"]
    return f"{percent_text(row['percent_met_or_exceeded'])} ({good} of {all_})"


def _counts(row: Record | None) -> tuple[int, ...]:
    return (row["exceeded"], row["met"], row["not_met"]) if row else ()


def _change(row: Record | None) -> str:
    if row is None or row["previous_score"] is None:
        return ""
    return "not comparable" if row["change"] is None else change_text(row["change"])


def _rank(row: Record | None) -> str:
    if row is None or row["rank_in_region"] is None:
        return ""
    of = row.get("authorities_ranked")
    return f"{row['rank_in_region']} of {of}" if of else str(row["rank_in_region"])


def _benchmark_changes(
    rows: Sequence[Record], heads: tuple[Head, ...]
) -> tuple[int | None, tuple[BenchmarkChanges, ...]]:
    paired = [row for row in rows if row["benchmark"] != "weighted_score" and row["change"] is not None]
    if not paired:
        return None, ()
    year = max(row["period_year"] for row in paired)
    known = {(row["authority_code"], row["benchmark"]): row["change"] for row in paired if row["period_year"] == year}
    changes = tuple(
        BenchmarkChanges(
            code, row["authority"], tuple(change_text(known.get((code, head.benchmark))) for head in heads)
        )
        for code, row in _authorities([row for row in paired if row["period_year"] == year])
    )
    return year, changes
