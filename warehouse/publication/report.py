"""`index.html`: the report for people. It opens offline, needs no script and fetches nothing.

Every score leads to its evidence: the paper, the page, the place, the text as printed. What is not known is said.
"""

from collections.abc import Mapping
from pathlib import Path

import jinja2

from warehouse.publication import wording
from warehouse.publication.evidence import coverage, notices, papers, recommendations
from warehouse.publication.heatmaps import number_text, percent_text
from warehouse.publication.phrases import FILTERS
from warehouse.publication.relations import Relation
from warehouse.publication.sections import sections

BAND_MARKS = {"exceeded": "▲", "met": "●", "not_met": "○"}
"""Shapes that tell the band without colour: full and pointed, full, hollow."""
STATUS_WORDS = {"accepted": "accepted", "review": "held for review", "rejected": "rejected"}
PAPER_WORDS = {"extracted": "read", "no_scores": "read, no scores in it", "failed": "could not be read"}


def write_report(relations: Mapping[str, Relation], folder: Path, version: str) -> Path:
    """Write the page; `relations` are the datasets of the release by name."""
    tables = {name: relation.records() for name, relation in relations.items()}
    page = (
        _environment()
        .get_template("index.html.j2")
        .render(
            version=version,
            tables=tables,
            coverage=coverage(tables),
            sections=sections(relations),
            papers=papers(tables),
            recommendations=recommendations(tables),
            notices=notices(tables),
            weights=wording.weights_told(row["weight_scheme"] for row in tables["weighted_scores"]),
            files=[relation.dataset for relation in relations.values()],
        )
    )
    file = folder / "index.html"
    file.write_text(page, encoding="utf-8", newline="\n")
    return file


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("warehouse.publication"),
        autoescape=True,  # titles and labels come from papers of strangers
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS, number=number_text, percent=percent_text)
    environment.globals.update(
        band_marks=BAND_MARKS, status_words=STATUS_WORDS, paper_words=PAPER_WORDS, wording=wording
    )
    return environment
