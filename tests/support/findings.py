"""Small findings and a small catalogue, so that a test shows only what it is about."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from extractors.document import Box, Method, Notice
from transforms.catalogue import Authority, Band, Benchmark, Catalogue, Framework, Region, Scale, ScaleWord
from transforms.findings import (
    DocumentFacts,
    DocumentStatus,
    Findings,
    MeasureName,
    Observation,
    Place,
    Recommendation,
    StatedMeasure,
    Status,
    Subject,
)

AREA_BENCHMARKS = ("lamps", "benches", "drains")
"""The items of the invented framework 'street-check', in order."""

AMBRIDGE, BORCHESTER, CASTERFORD = "E99000001", "E99000002", "E99000003"
"""Invented authorities, the first two of one region."""

NAMES = {AMBRIDGE: "Ambridge Council", BORCHESTER: "Borchester Council", CASTERFORD: "Casterford Council"}
SOUTH_BORSETSHIRE, NORTH_BORSETSHIRE = "E12999991", "E12999992"


def street_check(**weights: float) -> Framework:
    """A framework of three benchmarks, scored 0 to 5: 0 to 2 not met, 3 and 4 met, 5 exceeded."""
    return Framework(
        id="street-check",
        title="Street Check",
        publisher="Borsetshire",
        benchmarks=tuple(Benchmark(id, number, id.title()) for number, id in enumerate(AREA_BENCHMARKS, start=1)),
        scale=Scale(0, 5, not_assessed=("n/a", "-")),
        bands=(
            Band("not_met", "Not met", 0, 2, ("not met",)),
            Band("met", "Met", 3, 4, ("met",)),
            Band("exceeded", "Exceeded", 5, 5, ("exceeded",)),
        ),
        weights=weights,
    )


def visits() -> Framework:
    """A framework of one benchmark in words, assessed on dates."""
    return Framework(
        id="visits",
        title="Visits",
        publisher="Borsetshire",
        benchmarks=(Benchmark("overall", 1, "Overall"),),
        scale=Scale(1, 2, words=(ScaleWord("weak", 1), ScaleWord("strong", 2))),
        bands=(Band("not_met", "Weak", 1, 1), Band("met", "Strong", 2, 2)),
        dated=True,
    )


def catalogue(*frameworks: Framework) -> Catalogue:
    """Three authorities in two regions, and the two frameworks unless others are given."""
    return Catalogue(
        frameworks=frameworks or (street_check(), visits()),
        authorities=(
            Authority(AMBRIDGE, NAMES[AMBRIDGE], "Ambridge", "unitary", "South Borsetshire", "England"),
            Authority(BORCHESTER, NAMES[BORCHESTER], "Borchester", "unitary", "South Borsetshire", "England"),
            Authority(
                CASTERFORD,
                NAMES[CASTERFORD],
                "Casterford",
                "unitary",
                "North Borsetshire",
                "England",
                valid_from=date(2019, 4, 1),
                alternative_names=("Casterford City", "Casterford DC"),
            ),
        ),
        regions=(
            Region(SOUTH_BORSETSHIRE, "South Borsetshire", "England"),
            Region(NORTH_BORSETSHIRE, "North Borsetshire", "England"),
        ),
        partnerships={"Safer Ambridge": AMBRIDGE, "Borsetshire Together": None},
    )


def score(
    value: float | str | None,
    benchmark: str | None = "lamps",
    *,
    authority: str | None = AMBRIDGE,
    period: str | None = "2022",
    framework: str = "street-check",
    band: str | None = None,
    method: Method = "table",
    confidence: float = 1.0,
    status: Status = "accepted",
    reason: str | None = None,
    page: int | None = 1,
    bbox: Box | None = None,
) -> Observation:
    """One value of a paper; its id is given by `paper`. A str is a band alone, such as 'met'."""
    figure = None if isinstance(value, str) else value
    return Observation(
        observation_id="",
        framework=framework,
        benchmark=benchmark,
        benchmark_text=(benchmark or "Lighting").title(),
        subject=_subject(authority, period),
        score=figure,
        score_text="-" if value is None else str(value),
        band=value if isinstance(value, str) else band or _band(framework, figure),
        place=Place(method, page=page, bbox=bbox, table=1, row=2, column=3),
        confidence=confidence,
        status=status,
        reason=reason,
        evidence=("label as written", "authority in the title"),
    )


def measure(
    value: float,
    name: MeasureName = "weighted_score",
    *,
    authority: str = AMBRIDGE,
    period: str = "2022",
    status: Status = "accepted",
) -> StatedMeasure:
    """One derived figure of a paper; its id is given by `paper`."""
    return StatedMeasure(
        measure_id="",
        measure=name,
        framework="street-check",
        subject=_subject(authority, period),
        value=value,
        value_text=f"{value:g}",
        place=Place("text", page=2),
        confidence=0.9,
        status=status,
        reason=None if status == "accepted" else "printed beside no year",
    )


def paper(
    name: str,
    *observations: Observation,
    published_on: date | None = date(2022, 9, 8),
    measures: Iterable[StatedMeasure] = (),
    recommendations: Iterable[Recommendation] = (),
    notices: Iterable[Notice] = (),
    status: DocumentStatus | None = None,
) -> Findings:
    """The findings of one paper named `name`; its id and those of its findings follow from the name."""
    status = status or ("extracted" if observations else "no_scores")
    return Findings(
        document=DocumentFacts(
            document_id=document_id(name),
            file_name=f"{name}.pdf",
            source=f"papers/{name}.pdf",
            media_type="application/pdf",
            status=status,
            reason=None if status == "extracted" else "no score table was found",
            published_on=published_on,
            pages=3,
        ),
        observations=tuple(
            replace(found, observation_id=f"{name}-{number}") for number, found in enumerate(observations, start=1)
        ),
        measures=tuple(
            replace(stated, measure_id=f"{name}-m{number}") for number, stated in enumerate(measures, start=1)
        ),
        recommendations=tuple(recommendations),
        notices=tuple(notices),
    )


def document_id(name: str) -> str:
    """The id of the paper of that name."""
    return name.encode().hex().ljust(64, "0")


def _subject(authority: str | None, period: str | None) -> Subject:
    return Subject(
        authority_code=authority,
        authority=NAMES.get(authority or ""),
        authority_text=NAMES.get(authority or "", "the council"),
        period=period,
        period_year=_year(period) if period else None,
        period_basis="stated" if period else None,
    )


def _year(period: str) -> int:
    return int(period[:4]) + 1 if "/" in period else int(period[:4])


def _band(framework: str, figure: float | None) -> str | None:
    known = {"street-check": street_check, "visits": visits}[framework]()
    return None if figure is None else known.band_of(figure)
