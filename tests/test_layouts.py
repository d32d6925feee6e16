"""What the pages about layouts show is what is read."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.spec.example import Example, written
from tests.spec.reading import read_paper, spec_lexicon
from tests.support.imports import ROOT
from tests.support.pages import blocks, links
from transforms import Lexicon

FOLDER = ROOT / "docs" / "layouts"
SHOWN = [
    pytest.param(paper, gives, id=f"{page.stem} {number}")
    for page in sorted(FOLDER.glob("*.md"))
    for number, (paper, gives) in enumerate(list(pairwise(blocks(page, "text")))[::2], 1)
]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return spec_lexicon(tmp_path_factory.mktemp("register"))


@pytest.mark.parametrize(("paper", "gives"), SHOWN)
def test_a_drawing_gives_what_stands_below_it(paper: str, gives: str, lexicon: Lexicon) -> None:
    example = Example("", paper, gives)
    assert written(read_paper(example.drawn, lexicon)) == example.lines


def test_the_index_leads_to_every_page() -> None:
    pages = {Path(page).name for page in FOLDER.glob("*.md")}
    assert {Path(link).name for link in links(FOLDER / "README.md")} - {"strictness.md"} == pages - {"README.md"}
