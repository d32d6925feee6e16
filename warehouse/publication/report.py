"""The report for people: `index.html` and, in `report/`, a page for each region, authority and paper.

It opens offline, needs no script and fetches nothing but its own style and pictures. Every score leads to its
evidence: the paper, the page, the place, a picture of it, the text as printed. What is not known is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from warehouse.publication import wording
from warehouse.publication.coverage import holdings, region_coverage
from warehouse.publication.evidence import near, papers, recommendations_by_authority
from warehouse.publication.heatmaps import mean_text, number_text, percent_text
from warehouse.publication.links import (
    FOLDER,
    authority_page,
    on_first_page,
    on_inner_pages,
    paper_page,
    region_page,
)
from warehouse.publication.phrases import FILTERS
from warehouse.publication.pictures import KeptPicture
from warehouse.publication.profiles import Profile, profiles
from warehouse.publication.regions import regions
from warehouse.publication.relations import Relation
from warehouse.publication.sections import Tables, sections

BAND_MARKS = {"exceeded": "▲", "met": "●", "not_met": "○"}
"""Shapes that tell the band without colour: full and pointed, full, hollow."""
STATUS_WORDS = {"accepted": "accepted", "review": "held for review", "rejected": "rejected"}
PAPER_WORDS = {"extracted": "read", "no_scores": "read, no scores in it", "failed": "could not be read"}
KIND_WORDS = {
    "city_corporation": "city corporation",
    "combined_authority": "combined authority",
    "county": "county council",
    "london_borough": "London borough",
    "metropolitan_district": "metropolitan district",
    "ni_district": "district of Northern Ireland",
    "non_metropolitan_district": "district council",
    "scottish_unitary": "council area of Scotland",
    "strategic_regional_authority": "strategic regional authority",
    "unitary": "unitary authority",
    "welsh_unitary": "principal area of Wales",
}


@dataclass(frozen=True, slots=True)
class AuthorityPage:
    """What the page of one authority shows. `papers` are those with a value about it."""

    record: Mapping[str, Any]
    profiles: tuple[Profile, ...]
    papers: tuple[Mapping[str, Any], ...]
    recommendations: tuple[Mapping[str, Any], ...]
    held: tuple[Mapping[str, Any], ...]


def write_report(
    relations: Mapping[str, Relation], pictures: Sequence[KeptPicture], folder: Path, version: str
) -> Path:
    """Write all pages; `relations` are the datasets of the release by name. Gives the first page."""
    tables = {name: relation.records() for name, relation in relations.items()}
    documents = {row["observation_id"]: row["document_id"] for row in tables["observations"]}
    facts = {"version": version, "holdings": holdings(tables)}
    writer = _Writer(folder, _environment(to=on_inner_pages(documents), **facts))
    (folder / FOLDER).mkdir()
    writer.write(f"{FOLDER}/report.css", "report.css", {})
    all_papers = papers(tables, pictures)
    coverage = region_coverage(tables)
    first = _Writer(folder, _environment(to=on_first_page(documents), **facts)).write(
        "index.html",
        "index.html.j2",
        {
            "sections": sections(tables),
            "coverage": coverage,
            "bodies": _bodies(tables),
            "weights": wording.weights_told(row["weight_scheme"] for row in tables["weighted_scores"]),
            "tables": tables,
            "files": [relation.dataset for relation in relations.values()],
        },
    )
    for region, own in regions(tables):
        writer.page(region_page(region), "region", region=region, sections=sections(own), bodies=_bodies(own))
    for page in _authority_pages(tables):
        writer.page(authority_page(page.record["authority_code"]), "authority", page=page)
    for paper in all_papers:
        writer.page(paper_page(paper.record["document_id"]), "paper", paper=paper)
    writer.page("coverage.html", "coverage", coverage=coverage, papers=all_papers, tables=tables)
    return first


@dataclass(frozen=True, slots=True)
class _Writer:
    folder: Path
    environment: jinja2.Environment

    def page(self, name: str, template: str, **told: Any) -> None:
        """One page in the folder of the pages."""
        self.write(f"{FOLDER}/{name}", f"{template}.html.j2", told)

    def write(self, name: str, template: str, told: Mapping[str, Any]) -> Path:
        """One file of the release."""
        file = self.folder / name
        file.write_text(self.environment.get_template(template).render(told), encoding="utf-8", newline="\n")
        return file


def _bodies(tables: Tables) -> list[Mapping[str, Any]]:
    with_scores = {row["authority_code"] for row in tables["scores"]}
    return [row for row in tables["authorities"] if row["authority_code"] in with_scores]


def _authority_pages(tables: Tables) -> Iterator[AuthorityPage]:
    known, advice = profiles(tables), recommendations_by_authority(tables)
    documents = {row["document_id"]: row for row in tables["documents"]}
    behind: dict[str, dict[str, None]] = {}
    for row in tables["observations"]:
        if row["status"] == "accepted":
            behind.setdefault(row["authority_code"], {})[row["document_id"]] = None
    for body in _bodies(tables):
        code = body["authority_code"]
        own = [documents[id] for id in behind.get(code, {})]
        yield AuthorityPage(
            record=body,
            profiles=known.get(code, ()),
            papers=tuple(sorted(own, key=lambda row: (str(row["published_on"] or ""), row["file_name"]), reverse=True)),
            recommendations=tuple(advice.get(code, ())),
            held=tuple(row for row in tables["review_queue"] if row["authority_code"] == code),
        )


def _environment(**facts: Any) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("warehouse.publication"),
        autoescape=True,  # titles and labels come from papers of strangers
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS, near=near, mean=mean_text, number=number_text, percent=percent_text)
    environment.globals.update(
        **facts,
        band_marks=BAND_MARKS,
        status_words=STATUS_WORDS,
        paper_words=PAPER_WORDS,
        kind_words=KIND_WORDS,
        wording=wording,
    )
    return environment
