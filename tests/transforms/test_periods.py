"""Printed periods and dates."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.periods import find_dates, find_month, find_periods, periods_of_head, read_period, year_of_day


@pytest.mark.parametrize(
    ("printed", "name", "year"),
    [
        pytest.param("2022", "2022", 2022, id="a year"),
        pytest.param("2021/22", "2021/22", 2022, id="a financial year ends in its second half"),
        pytest.param("2021-22", "2021/22", 2022, id="with a hyphen"),
        pytest.param("2021–2022", "2021/22", 2022, id="with a dash and two whole years"),
        pytest.param("1999/2000", "1999/00", 2000, id="over the century"),
        pytest.param("FY22", "2021/22", 2022, id="FY and the ending year"),
        pytest.param("FY21/22", "2021/22", 2022, id="FY and both"),
        pytest.param("year ending March 2022", "2021/22", 2022, id="a year ending in March"),
        pytest.param("year ended 31 December 2022", "2022", 2022, id="a year ending in December"),
        pytest.param("2022 Q3", "2022 Q3", 2022, id="a quarter"),
        pytest.param("Q2 2021/22", "2021/22 Q2", 2022, id="a quarter of a financial year"),
        pytest.param("21/22", "2021/22", 2022, id="two digits each"),
        pytest.param("Score 21-22", "2021/22", 2022, id="two digits each with a hyphen"),
        pytest.param("Y/E March 2022", "2021/22", 2022, id="Y/E"),
        pytest.param("YE Mar 22", "2021/22", 2022, id="YE and two digits"),
        pytest.param("12 months to 31 March 2022", "2021/22", 2022, id="twelve months to"),
        pytest.param("1 April 2021 - 31 March 2022", "2021/22", 2022, id="from day to day"),
        pytest.param("April 2021 to March 2022", "2021/22", 2022, id="from month to month"),
        pytest.param("Apr 21 – Mar 22", "2021/22", 2022, id="from month to month in short"),
        pytest.param("January to December 2022", "2022", 2022, id="the months of a calendar year"),
        pytest.param("September 2021 - August 2022", "2021/22", 2022, id="an academic year"),
        pytest.param("Score 2022*", "2022", 2022, id="with a note mark and words"),
    ],
)
def test_a_period_is_known_by_the_year_in_which_it_ends(printed: str, name: str, year: int) -> None:
    found = read_period(printed)
    assert found is not None
    assert (found.name, found.year) == (name, year)


@pytest.mark.parametrize(
    "printed",
    [
        pytest.param("2019-2022", id="a range of several years"),
        pytest.param("2021 22", id="a financial year that lost its dash"),
        pytest.param("2021/22/23", id="three years"),
        pytest.param("Scores against the 2023 toolkit", id="a toolkit named after its year"),
        pytest.param("2,022", id="a thousand"),
        pytest.param("£2022", id="money"),
        pytest.param("2022.5", id="a decimal"),
        pytest.param("Counter-Terrorism Act 2015", id="the year of an act"),
        pytest.param("guidance (2023)", id="the year of guidance"),
        pytest.param("by 2025", id="an aim"),
        pytest.param("8 September 2022", id="a full date"),
        pytest.param("June 2022", id="a month"),
        pytest.param("Decision 2021/22/045", id="a reference"),
        pytest.param("the Council", id="no year at all"),
        pytest.param("01 April 2022 to 29 February 2024", id="two years less a month"),
        pytest.param("April to June 2022", id="three months"),
        pytest.param("21/22 members attended", id="a share"),
    ],
)
def test_what_is_no_period(printed: str) -> None:
    assert find_periods(printed) == ()


@pytest.mark.parametrize("head", ["21/23", "1/2", "Item 21/22", "CSP/21/22", "21/22/23", "3.21/22", "21/22%"])
def test_other_pairs_of_two_digits_are_no_period_of_a_head(head: str) -> None:
    assert periods_of_head(head) == ()


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("March 2022", 2022),
        ("as at 31 March 2022", 2022),
        ("Jun-22", 2022),
        ("Score June 2021", 2021),
        ("Sept 2022", None),
        ("31/12/2021", None),
        ("Jun 22", None),
        ("March 2021 and March 2022", None),
    ],
)
def test_a_day_or_month_until_august_tells_the_year(head: str, year: int | None) -> None:
    found = year_of_day(head)
    assert (found.year if found else None) == year


def test_several_periods_are_not_one() -> None:
    assert read_period("2022 and 2023") is None
    assert [period.name for period in find_periods("2021/22-2022/23")] == ["2021/22", "2022/23"]


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("8 September 2022", date(2022, 9, 8)),
        ("30th June 2023", date(2023, 6, 30)),
        ("Tuesday 16-Sep-2025 14.00", date(2025, 9, 16)),
        ("31/8/22", date(2022, 8, 31)),
        ("2022-09-08", date(2022, 9, 8)),
        ("03/04/2022", date(2022, 4, 3)),
    ],
)
def test_dates_are_read_day_before_month(printed: str, day: date) -> None:
    assert find_dates(printed) == (day,)


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert find_dates("31 February 2022") == ()


def test_a_month_alone_is_its_first_day() -> None:
    assert find_month("the health check of June 2022") == date(2022, 6, 1)
    assert find_month("8 June 2022") is None


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=40)
    | st.from_regex(r"(?:FY|Q[1-4] |year to )?[0-9]{2,4}[ /–-][0-9]{2,4}(?: [A-Z][a-z]{2} [0-9]{4})?", fullmatch=True)
)
def test_no_text_makes_finding_periods_fail(text: str) -> None:
    for period in find_periods(text):
        assert 1900 <= period.year <= 2100
    find_dates(text)
    find_month(text)
