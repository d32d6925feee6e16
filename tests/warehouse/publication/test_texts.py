from datetime import date, datetime

import pytest

from warehouse.publication.texts import cell_text, without_formula


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3, "3"),
        (3.0, "3.0"),
        (0.1 + 0.2, "0.30000000000000004"),
        (True, "true"),
        (date(2022, 9, 8), "2022-09-08"),
        (datetime(2022, 9, 8, 14, 30), "2022-09-08T14:30:00"),
        ((1.0, 2.5), "[1.0, 2.5]"),
        ("Müller", "Müller"),
    ],
)
def test_a_value_is_written_in_full_and_the_same_everywhere(value: object, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "\r=1", "- a point of a list", "＝1+1"])
def test_what_a_spreadsheet_takes_for_a_formula_gets_an_apostrophe(text: str) -> None:
    assert without_formula(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "--", "-1", "+3", "-2.5%", "+1,5", "Lamps = light", "4", "'quoted"])
def test_signs_signed_numbers_and_plain_texts_stay_as_printed(text: str) -> None:
    assert without_formula(text) == text
