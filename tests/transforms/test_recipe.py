"""The framework that the recipe adds, loaded from the page itself."""

from pathlib import Path

import pytest

from tests.support.councils import ALDERMERE, write_councils
from tests.support.grids import document
from tests.support.imports import ROOT
from tests.support.pages import block
from tests.support.scored import accepted, keys, reason, scores
from transforms import Catalogue, CatalogueError, Lexicon, load_catalogue, normalise
from transforms.framework import load_frameworks

RECIPE = ROOT / "docs" / "recipes" / "new-framework.md"
FRONT = "# CQC local authority assessment: Aldermere Borough Council\nAssessment published: 17 May 2024\n"
STATEMENTS = """
| Quality statement | Score |
| Assessing needs | 2 |
| Supporting people to live healthier lives | 3 |
| Equity in experience and outcomes | 2 - Evidence shows some shortfalls |
| Care provision, integration and continuity | 3 |
| Partnerships and communities | Evidence shows a good standard |
| Safe pathways, systems and transitions | 1 |
| Safeguarding | 3 |
| Governance | 4 |
| Learning, improvement and innovation | 3 |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cqc.toml").write_text(block(RECIPE, "toml"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def catalogue(folder: Path) -> Catalogue:
    authorities, regions, partnerships = write_councils(folder)
    return load_catalogue(
        framework_folders=[folder],
        authority_files=[authorities],
        region_files=[regions],
        partnership_files=[partnerships],
    )


def test_an_assessment_is_read_by_the_file_alone(catalogue: Catalogue) -> None:
    found = normalise(document(FRONT + STATEMENTS), Lexicon.of(catalogue))
    assert list(scores(found).values()) == [2, 3, 2, 3, 3, 1, 3, 4, 3]
    assert keys(found) == {(ALDERMERE, 2024)}
    assert {one.subject.period for one in accepted(found)} == {"2024-05-17"}
    assert [one.band for one in accepted(found)].count("met") == 5
    assert [one.band for one in accepted(found)].count("exceeded") == 1


def test_words_that_contradict_the_figure_and_figures_off_the_scale_are_not_taken(catalogue: Catalogue) -> None:
    odd = STATEMENTS.replace("| 2 - Evidence shows some", "| 2 - Evidence shows significant").replace("| 4 |", "| 5 |")
    found = normalise(document(FRONT + odd), Lexicon.of(catalogue))
    assert {one.benchmark: one.status for one in found.observations if one.status != "accepted"} == {
        "equity": "review",
        "governance": "rejected",
    }


def test_a_table_of_several_councils_has_no_date_of_its_own(catalogue: Catalogue) -> None:
    table = """
    | Council | Assessing needs | Healthier lives | Care provision | Equity in experience and outcomes | Safeguarding |
    | Aldermere | 2 | 3 | 2 | 3 | 3 |
    | Dunmarsh | 3 | 3 | 3 | 3 | 3 |
    """
    found = normalise(document(FRONT + table), Lexicon.of(catalogue))
    assert "the table names several authorities" in reason(found)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('rounding = "half_up"', 'rounding = "up"', "the rounding 'up' is not known; use half_up or none"),
        ("lowest = 39", "lowest = 38", "the ratings 'Inadequate' and 'Requires improvement' overlap"),
    ],
)
def test_a_formula_that_cannot_be_used_is_told(tmp_path: Path, old: str, new: str, why: str) -> None:
    (tmp_path / "cqc.toml").write_text(block(RECIPE, "toml").replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError, match=why):
        load_frameworks([tmp_path])
