"""Papers that nobody wrote, as many as a measurement needs, with the density of real ones.

Each paper is a regional comparison: ten authorities, ten benchmarks, this year and the year before, 200 scores. So
nearly every score stands in two papers that agree, as it does in life, and the warehouse has to choose. Every paper
also states ten weighted scores itself and gives a recommendation.
"""

import hashlib
from collections.abc import Iterator
from datetime import date

from extractors.document import Box, Cell
from transforms.catalogue import Authority, Band, Benchmark, Catalogue, Framework, Region, Scale
from transforms.findings import (
    DocumentFacts,
    Findings,
    Observation,
    Place,
    PrintedGrid,
    Recommendation,
    StatedMeasure,
    Subject,
    TableVerdict,
)

FRAMEWORK = "yearly-check"
BENCHMARKS = tuple(f"item_{number}" for number in range(1, 11))
YEARS = tuple(range(2005, 2025))
AUTHORITIES_A_REGION = 10
SCORES_A_PAPER = 2 * AUTHORITIES_A_REGION * len(BENCHMARKS)


def synthetic_catalogue(observations: int) -> Catalogue:
    """The framework, and as many regions of ten authorities as that number of observations is about."""
    regions = range(regions_for(observations))
    return Catalogue(
        frameworks=(
            Framework(
                id=FRAMEWORK,
                title="Yearly check",
                publisher="Nobody",
                benchmarks=tuple(Benchmark(id, number, f"Item {number}") for number, id in enumerate(BENCHMARKS, 1)),
                scale=Scale(0, 5),
                bands=(
                    Band("not_met", "Not met", 0, 2),
                    Band("met", "Met", 3, 3),
                    Band("exceeded", "Exceeded", 4, 5),
                ),
            ),
        ),
        authorities=tuple(
            Authority(_code(region, place), _name(region, place), _name(region, place), "unitary", _region(region), "-")
            for region in regions
            for place in range(AUTHORITIES_A_REGION)
        ),
        regions=tuple(Region(f"E12{region:06}", _region(region), "-") for region in regions),
        partnerships={},
    )


def synthetic_papers(observations: int) -> Iterator[Findings]:
    """Papers with about that many observations, region by region and year by year; the same at every call."""
    for number in range(observations // SCORES_A_PAPER):
        region, turn = divmod(number, len(YEARS))
        yield _paper(region, YEARS[turn])


def regions_for(observations: int) -> int:
    """How many regions have papers, each of them one a year."""
    return -(-observations // (SCORES_A_PAPER * len(YEARS)))


def _paper(region: int, year: int) -> Findings:
    name = f"{_region(region)} {year}"
    document_id = hashlib.sha256(name.encode()).hexdigest()
    subjects = [
        Subject(_code(region, place), _name(region, place), _name(region, place), str(period), period, "stated")
        for place in range(AUTHORITIES_A_REGION)
        for period in (year - 1, year)
    ]
    return Findings(
        document=DocumentFacts(
            document_id=document_id,
            file_name=f"{name}.pdf",
            source=f"https://papers.example/{document_id[:12]}.pdf",
            media_type="application/pdf",
            status="extracted",
            reason=None,
            title=f"Comparison of {_region(region)}",
            published_on=date(year, 9, 1),
            pages=12,
        ),
        observations=tuple(
            _observation(document_id, row, column, benchmark, subject)
            for row, subject in enumerate(subjects, start=2)
            for column, benchmark in enumerate(BENCHMARKS, start=2)
        ),
        measures=tuple(
            StatedMeasure(
                f"{document_id}-{row}",
                "weighted_score",
                FRAMEWORK,
                subject,
                2.5,
                "2.5",
                Place("text", 3),
                0.9,
                "accepted",
            )
            for row, subject in enumerate(subjects)
            if subject.period_year == year
        ),
        recommendations=(
            Recommendation("1", "Mend what is broken", "It will not mend itself.", 9, _code(region, 0), FRAMEWORK),
        ),
        notices=(),
        verdicts=(TableVerdict(1, 4, "table", "scores", "ten labels of the framework", FRAMEWORK, "columns"),),
        grids=(PrintedGrid(1, tuple(_cells(subjects))),),
    )


def _cells(subjects: list[Subject]) -> Iterator[Cell]:
    """The table as printed: a line of heads, then one for each authority and year."""
    lines = [["Authority and year", *map(_label, BENCHMARKS)]]
    for subject in subjects:
        figures = (str(_figure(subject, benchmark)) for benchmark in BENCHMARKS)
        lines.append([f"{subject.authority_text} {subject.period}", *figures])
    for row, line in enumerate(lines):
        for column, text in enumerate(line):
            yield Cell(row, column, text, 4, _box(row + 1, column + 1))


def _figure(subject: Subject, benchmark: str) -> int:
    # it follows from whom, when and what alone, so that papers agree with one another
    return sum(map(ord, f"{subject.authority_code}{subject.period}{benchmark}")) % 6


def _box(row: int, column: int) -> Box:
    x, y = 60.0 + 40 * column, 90.0 + 14 * row
    return (x, y, x + 30, y + 12)


def _label(benchmark: str) -> str:
    return benchmark.replace("_", " ").title()


def _observation(document_id: str, row: int, column: int, benchmark: str, subject: Subject) -> Observation:
    figure = _figure(subject, benchmark)
    return Observation(
        observation_id=f"{document_id[:32]}-{row}-{column}",
        framework=FRAMEWORK,
        benchmark=benchmark,
        benchmark_text=_label(benchmark),
        subject=subject,
        score=float(figure),
        score_text=str(figure),
        band="not_met" if figure < 3 else "met" if figure == 3 else "exceeded",
        place=Place("table", page=4, bbox=_box(row, column), table=1, row=row, column=column),
        confidence=0.95,
        status="accepted",
        evidence=("label as written", "authority in the first column", "year in the second column"),
    )


def _region(region: int) -> str:
    return f"Region {region}"


def _name(region: int, place: int) -> str:
    return f"Council {place} of Region {region}"


def _code(region: int, place: int) -> str:
    return f"E{region * AUTHORITIES_A_REGION + place:08}"
