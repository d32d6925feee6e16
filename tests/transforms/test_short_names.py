"""Short names that a paper explains itself."""

import pytest

from tests.support.councils import ALDERMERE, DUNMARSH
from tests.support.grids import document, down
from tests.support.scored import keys
from tests.transforms.conftest import Normalised
from transforms import Lexicon
from transforms.short_names import short_names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Aldermere Borough Council (AMBC) met.", {"AMBC": ALDERMERE}, id="in brackets"),
        pytest.param('Dunmarsh City Council ("DCC")', {"DCC": DUNMARSH}, id="in brackets and quotes"),
        pytest.param("Key: ABC = Aldermere; DUN - Dunmarsh", {"ABC": ALDERMERE, "DUN": DUNMARSH}, id="a key in a line"),
        pytest.param(
            "| ABC | Aldermere |\n| DUN | Dunmarsh |", {"ABC": ALDERMERE, "DUN": DUNMARSH}, id="a key as a grid"
        ),
        pytest.param("| Aldermere | ABC |", {"ABC": ALDERMERE}, id="the name first"),
        pytest.param("Aldermere (XYZ)", {}, id="letters that the name does not have"),
        pytest.param("LA: Aldermere", {}, id="a word of column heads"),
        pytest.param("Aldermere Safety Partnership (ASP)", {}, id="a name that goes on"),
        pytest.param("Lead: Aldermere", {}, id="no capitals"),
    ],
)
def test_short_names_are_those_that_are_explained(lexicon: Lexicon, text: str, expected: dict[str, str]) -> None:
    found = short_names(document(text), lexicon.names)
    assert {short: body.code for short, body in found.items()} == expected


def test_a_short_name_with_two_meanings_is_none(lexicon: Lexicon) -> None:
    text = "Corvenshire County Council (CCC)\nElmsey District Council (EC), Elmsey and Fenwold Council (EC)"
    assert set(short_names(document(text), lexicon.names)) == {"CCC"}


def test_columns_headed_by_short_names_belong_to_their_authorities(normalised: Normalised) -> None:
    grid = down("ABC: 4 5 5 4 5 4 3 3 2 2", "DUN: 3 5 5 4 5 4 3 3 2 2")
    paper = f"# Prevent scores 2022\n@ Date: 8 September 2022\nKey: ABC = Aldermere, DUN = Dunmarsh\n{grid}"
    assert keys(normalised(paper)) == {(ALDERMERE, 2022), (DUNMARSH, 2022)}
    assert keys(normalised(paper.replace("Key: ABC = Aldermere, DUN = Dunmarsh", "Two councils"))) == set()
