"""Stored numbers and what an office program prints of them."""

import pytest

from extractors.formats.number_formats import shown


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        (0.7, "0%", "70%"),
        (90.0, '0"%"', "90%"),
        (90.0, "0\\%", "90%"),
        (3.0, "General", "3"),
        (3.4, "0.0", "3.4"),
        (4.0, '"Score "0', "Score 4"),
        (44927.0, "yyyy", "2023"),
        (0.0, '0;-0;"-"', "-"),
        (0.0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "-"),
        (0.0, "0", "0"),
        (1234.5, "#,##0", "1,235"),
    ],
)
def test_a_number_is_shown_as_its_format_prints_it(value: float, code: str, printed: str):
    assert shown(value, code) == printed
