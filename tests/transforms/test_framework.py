"""Frameworks from their files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors import read
from tests.support.briefings import briefing_docx, briefing_pdf
from tests.support.grids import document
from tests.support.scored import scores
from transforms import CatalogueError, Lexicon, load_catalogue, normalise
from transforms.catalogue import Catalogue
from transforms.framework import load_frameworks

LAMPS = """
id = "street-lamps"
title = "Street lamp standard"
topic_words = ["lamps"]
[period]
basis = "year"
[scale]
lowest = 0
highest = 3
not_assessed = ["n/a"]
[[bands]]
name = "not_met"
label = "Dim"
lowest = 0
highest = 1
[[bands]]
name = "met"
label = "Bright"
lowest = 2
highest = 3
[[items]]
id = "columns"
number = 1
name = "Column upkeep"
[[items]]
id = "bulbs"
number = 2
name = "Bulb renewal"
aliases = ["Bulbs"]
[[items]]
id = "faults"
number = 3
name = "Fault reporting"
"""
PAPER = """
# Street lamps in Sefton 2022
@ Date: 8 September 2022
| Item | Score |
| Column upkeep | 0 |
| Bulbs | 3 |
| Fault reporting | 2 |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lamps.toml").write_text(LAMPS, encoding="utf-8")
    return tmp_path


def test_three_frameworks_come_with_the_program() -> None:
    assert [framework.id for framework in load_frameworks()] == [
        "ofsted-ilacs",
        "prevent-duty-2018",
        "prevent-duty-2023",
    ]


def test_the_ten_items_stand_in_their_order(catalogue: Catalogue) -> None:
    items = catalogue.framework("prevent-duty-2018").benchmarks
    assert [item.number for item in items] == list(range(1, 11))
    assert (items[0].id, items[4].id, items[9].id) == ("risk_assessment", "channel_panel", "communications")


def test_every_item_of_the_eight_has_its_elders(catalogue: Catalogue) -> None:
    framework = catalogue.framework("prevent-duty-2023")
    assert {step.to_benchmark for step in framework.crosswalk} == {item.id for item in framework.benchmarks}
    assert {step.from_benchmark for step in framework.crosswalk} == {
        item.id for item in catalogue.framework("prevent-duty-2018").benchmarks
    }


def test_a_users_framework_of_three_items_is_read(folder: Path) -> None:
    """Zero is a score on its scale."""
    lexicon = Lexicon.of(load_catalogue(framework_folders=[folder]))
    assert scores(normalise(document(PAPER), lexicon)) == {"columns": 0, "bulbs": 3, "faults": 2}


@pytest.mark.parametrize(("drawn", "name"), [(briefing_docx, "paper.docx"), (briefing_pdf, "paper.pdf")])
@pytest.mark.parametrize("orientation", ["down", "across"])
def test_it_is_read_from_a_drawn_paper(
    tmp_path: Path, folder: Path, drawn: Callable[..., bytes], name: str, orientation: str
) -> None:
    paper = drawn(
        title="Street lamps",
        scores={"2022": (0, 3, 2)},
        labels=("Column upkeep", "Bulbs", "Fault reporting"),
        orientation=orientation,
        paragraphs=("The lamps of Sefton were scored in the summer.",),
    )
    (tmp_path / name).write_bytes(paper)
    lexicon = Lexicon.of(load_catalogue(framework_folders=[folder]))
    found = normalise(read(tmp_path / name, words=lexicon.words), lexicon)
    assert scores(found) == {"columns": 0, "bulbs": 3, "faults": 2}


def test_without_its_file_the_same_paper_gives_nothing() -> None:
    found = normalise(document(PAPER), Lexicon.of(load_catalogue()))
    assert (found.observations, found.document.status) == ((), "no_scores")


def test_taking_one_framework_away_leaves_the_others_working(catalogue: Catalogue) -> None:
    fewer = Catalogue(
        tuple(framework for framework in catalogue.frameworks if framework.id != "prevent-duty-2023"),
        catalogue.authorities,
        catalogue.regions,
        catalogue.partnerships,
    )
    paper = """
    # Sefton Prevent scores 2022
    @ Date: 8 September 2022
    | Benchmark | Score |
    | Risk Assessment | 1 |
    | Multi Agency Partnership Board | 2 |
    | Prevent Partnership Plan | 1 |
    | Referral Pathway | 5 |
    | Channel Panel | 5 |
    """
    assert list(scores(normalise(document(paper), Lexicon.of(fewer))).values()) == [1, 2, 1, 5, 5]


def test_a_users_file_wins_over_ours_of_the_same_id(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(LAMPS.replace("street-lamps", "prevent-duty-2018"), encoding="utf-8")
    ours = {framework.id: framework for framework in load_frameworks([tmp_path])}
    assert ours["prevent-duty-2018"].title == "Street lamp standard"


def test_weights_come_from_the_configuration(folder: Path) -> None:
    framework = next(
        one for one in load_frameworks([folder], {"street-lamps": {"bulbs": 2.0}}) if one.id == "street-lamps"
    )
    assert framework.weights == {"bulbs": 2.0}


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('title = "Street lamp standard"', "", "the entry 'title' is missing"),
        ('id = "bulbs"', 'id = "columns"', "two items have the same id"),
        ("highest = 3\nnot_assessed", "highest = 0\nnot_assessed", "lowest value must be below its highest"),
        ("[scale]", "[scale", "is not valid TOML"),
        ('aliases = ["Bulbs"]', 'aliases = "Bulbs"', "'aliases' must be a list of texts"),
        ("number = 3", "number = 2", "two items have the number 2"),
        (LAMPS[LAMPS.index("[[items]]") :], "", "the entry 'items' is missing"),
        (
            '[[bands]]\nname = "not_met"',
            'words = [{ word = "Blazing", score = 9 }]\n[[bands]]\nname = "not_met"',
            "the word 'Blazing' has a score outside every band",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, old: str, new: str, why: str) -> None:
    (tmp_path / "lamps.toml").write_text(LAMPS.replace(old, new), encoding="utf-8")
    with pytest.raises(CatalogueError, match=why):
        load_frameworks([tmp_path])


def test_a_missing_folder_and_an_unknown_weight_are_told(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(CatalogueError, match="is not a folder"):
        load_frameworks([tmp_path / "nowhere"])
    with pytest.raises(CatalogueError, match="there is no framework 'street'"):
        load_frameworks([folder], {"street": {"bulbs": 1}})
    with pytest.raises(CatalogueError, match="the weight of 'lamps' belongs to no item"):
        load_frameworks([folder], {"street-lamps": {"lamps": 1}})


def test_weights_that_are_all_zero_are_refused() -> None:
    items = [item.id for item in load_frameworks()[1].benchmarks]
    with pytest.raises(CatalogueError, match="all weights are 0"):
        load_frameworks(weights={load_frameworks()[1].id: dict.fromkeys(items, 0.0)})


def test_a_framework_or_an_item_that_is_not_there_is_not_made_up(catalogue: Catalogue) -> None:
    with pytest.raises(KeyError, match="street-lamps"):
        catalogue.framework("street-lamps")
    with pytest.raises(KeyError, match="bulbs"):
        catalogue.frameworks[0].benchmark("bulbs")
