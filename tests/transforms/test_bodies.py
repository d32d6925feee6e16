"""Bodies of no register: their figures are not taken for the paper's own council's."""

import pytest

from tests.support.councils import ALDERMERE
from tests.support.scored import keys, reason
from tests.transforms.conftest import Normalised
from transforms import Lexicon
from transforms.bodies import unknown_body, unknown_owner

TABLE = """
    | {corner}                       | Score |
    | Risk Assessment                | 1     |
    | Multi Agency Partnership Board | 2     |
    | Prevent Partnership Plan       | 1     |
    | Referral Pathway               | 5     |
    | Channel Panel                  | 5     |
    | Training                       | 2     |
"""
HEAD = """
    # Aldermere Borough Council
    @ Date: 8 September 2022
    ## {heading}
"""


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Kelderby Borough Council: benchmark scores", "Kelderby Borough Council"),
        ("Scores of the Northvale NHS Foundation Trust", "Northvale NHS Foundation Trust"),
        ("University of Kelderby: return for 2022", "University of Kelderby"),
        ("London Borough of Kelderby", "London Borough of Kelderby"),
        ("Scores of the Borough Council", None),
        ("Our County Council", None),
        ("Aldermere Borough Council and Northvale Police", None),
        ("What the Council scored", None),
        ("Prevent benchmark scores", None),
        ("Every Primary School", None),
    ],
)
def test_a_name_of_its_own_makes_a_body(text: str, body: str | None, lexicon: Lexicon) -> None:
    assert unknown_body([text], lexicon.names) == body


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("The table shows the scores that Kelderby Council received.", "Kelderby Council"),
        ("These are the scores of Kelderby Council.", "Kelderby Council"),
        ("The scores were agreed with officers of Kelderby Police in June.", None),
    ],
)
def test_in_a_sentence_a_body_must_own_the_scores(sentence: str, body: str | None, lexicon: Lexicon) -> None:
    assert unknown_owner([sentence], lexicon.names) == body


def test_a_heading_that_names_nobody_leaves_the_table_to_the_papers_council(normalised: Normalised) -> None:
    found = normalised(HEAD.format(heading="Prevent scores 2022") + TABLE.format(corner="Benchmark"))
    assert keys(found) == {(ALDERMERE, 2022)}


def test_a_heading_that_names_an_unknown_council_holds_the_table(normalised: Normalised) -> None:
    found = normalised(HEAD.format(heading="Kelderby Council: Prevent scores 2022") + TABLE.format(corner="Benchmark"))
    assert reason(found) == "'Kelderby Council' is named above the table and is in no register"


def test_a_corner_that_names_an_unknown_council_holds_the_table(normalised: Normalised) -> None:
    found = normalised(HEAD.format(heading="Prevent scores 2022") + TABLE.format(corner="Kelderby Council"))
    assert "the labels are headed 'Kelderby Council', which is in no register" in reason(found)
