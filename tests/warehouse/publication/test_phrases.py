from datetime import date

import pytest

from warehouse.publication.heatmaps import mean_text, number_text, percent_text
from warehouse.publication.phrases import anchor, change_text, day_text, place_text, reading_text, web_address


def test_days_are_written_out() -> None:
    assert day_text(date(2022, 9, 8)) == "8 September 2022"
    assert day_text(None) == "not known"


@pytest.mark.parametrize(("change", "text"), [(1.0, "+1"), (-0.5, "−0.5"), (0.0, "0"), (None, ""), (0.001, "0")])
def test_a_change_carries_its_sign(change: float | None, text: str) -> None:
    assert change_text(change) == text


@pytest.mark.parametrize(("value", "text"), [(3.0, "3"), (3.70, "3.7"), (2.6666666667, "2.67"), (100.0, "100")])
def test_a_figure_has_at_most_two_decimals(value: float, text: str) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3.0"), (2.5, "2.5"), (2.625, "2.63"), (3.3000000000000003, "3.3"), (2.995, "3.0")]
)
def test_a_mean_has_one_decimal_or_two_and_halves_go_up(value: float, text: str) -> None:
    assert mean_text(value) == text


@pytest.mark.parametrize(("value", "text"), [(80.0, "80%"), (66.6666666667, "66.7%"), (100.0, "100%"), (0.0, "0%")])
def test_a_percentage_has_at_most_one_decimal(value: float, text: str) -> None:
    assert percent_text(value) == text


def test_a_place_tells_page_and_points() -> None:
    assert place_text({"page": 7, "bbox": (72.2, 200.6, 90, 212)}) == "page 7, 72 to 90 across, 201 to 212 down"
    assert place_text({"page": 7, "bbox": None}) == "page 7"
    assert place_text({"page": None, "bbox": None}) == "the format has no pages"


def test_a_reading_tells_score_and_band() -> None:
    assert reading_text({"score": 1.0, "band": "not_met"}) == "1 (not met)"
    assert reading_text({"score": None, "band": "met"}) == "met"
    assert reading_text({"score": 2.0, "band": None}) == "2"
    assert reading_text({"score": None, "band": None}) == "nothing"


@pytest.mark.parametrize("address", ["papers/a.pdf", "javascript:alert(1)", "file:///etc/passwd", "", None])
def test_what_is_not_on_the_web_is_no_address(address: str | None) -> None:
    assert web_address(address) is None


def test_an_anchor_is_always_a_name() -> None:
    assert anchor("ab12-3") == "o-ab12-3"
    assert anchor('"> <x>').startswith("o-")
    assert anchor('"> <x>').removeprefix("o-").isalnum()
    assert anchor("a b") != anchor("a  b")
