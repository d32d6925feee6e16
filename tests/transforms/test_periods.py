"""Printed periods and dates."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.periods import Period, find_dates, find_month, find_periods, periods_of_head, read_period, year_of_day


@pytest.mark.parametrize(
    ("printed", "name", "year"),
    [
        pytest.param("2022", "2022", 2022, id="a year"),
        pytest.param("2021/22", "2021/22", 2022, id="a financial year ends in its second half"),
        pytest.param("2021-22", "2021/22", 2022, id="with a hyphen"),
        pytest.param("2021–2022", "2021/22", 2022, id="with a dash and two whole years"),
        pytest.param("1999/2000", "1999/00", 2000, id="over the century"),
        pytest.param("1999/00", "1999/00", 2000, id="over the century in two digits"),
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
        pytest.param("1998-99", "1998/99", 1999, id="in the last century"),
        pytest.param("1998/1999", "1998/99", 1999, id="in the last century with two whole years"),
        pytest.param("1998 to 1999", "1998/99", 1999, id="in the last century in words"),
        pytest.param("1999 to 2000", "1999/00", 2000, id="over the century in words"),
        pytest.param("2021  to  2022", "2021/22", 2022, id="with wide spaces"),
        pytest.param("2021 / 22", "2021/22", 2022, id="with spaces around the stroke"),
        pytest.param("2049/50", "2049/50", 2050, id="to the middle of the century"),
        pytest.param("29/30", "2029/30", 2030, id="over the ten years in two digits"),
        pytest.param("21 / 22", "2021/22", 2022, id="two digits each with spaces"),
        pytest.param("noted 21/22", "2021/22", 2022, id="after a word that only begins as 'no' does"),
        pytest.param("the item of 21/22", "2021/22", 2022, id="after a word that is no longer next to it"),
        pytest.param("fy 2022", "2021/22", 2022, id="FY, small, and the whole year"),
        pytest.param("FY 21 - 22", "2021/22", 2022, id="FY and both with spaces"),
        pytest.param("Q1 of 2022", "2022 Q1", 2022, id="a quarter of a year"),
        pytest.param("q1 2022", "2022 Q1", 2022, id="a quarter with a small letter"),
        pytest.param("Q4  of  2022–23", "2022/23 Q4", 2023, id="a quarter with wide spaces"),
        pytest.param("2022–23Q4", "2022/23 Q4", 2023, id="a quarter behind its year"),
        pytest.param("twelve  months ended March 2022", "2021/22", 2022, id="twelve months ended"),
        pytest.param("12  months to the 31st of March 2022", "2021/22", 2022, id="twelve months to a day"),
        pytest.param("year  end  March  2022", "2021/22", 2022, id="year end"),
        pytest.param("year-end Mar-22", "2021/22", 2022, id="year-end with hyphens"),
        pytest.param("FYE  Mar. 2022", "2021/22", 2022, id="FYE"),
        pytest.param("year to 5 April 2022", "2021/22", 2022, id="a tax year"),
        pytest.param("year ending June 2022", "2022", 2022, id="a year that ends in no usual month"),
        pytest.param("April 2021 until March 2022", "2021/22", 2022, id="until a month"),
        pytest.param("April'21–March'22", "2021/22", 2022, id="with apostrophes"),
        pytest.param("April  2021  until  March  2022", "2021/22", 2022, id="until a month with wide spaces"),
        pytest.param("September 2021 to July 2022", "2021/22", 2022, id="a school year"),
        pytest.param("Sept. 2021 to Aug. 2022", "2021/22", 2022, id="an academic year in short"),
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
        pytest.param("2022%", id="a percentage"),
        pytest.param("2022,5", id="a decimal with a comma"),
        pytest.param("£2021/22", id="money in two parts"),
        pytest.param("2021/22%", id="a percentage of two parts"),
        pytest.param("3.2021/22", id="a numbered reference"),
        pytest.param("12021/22", id="a longer number"),
        pytest.param("2021/221", id="a number that goes on"),
        pytest.param("2021 to 2024", id="several years in words"),
        pytest.param("April 2020 to March 2022", id="two whole years"),
        pytest.param("April 2021 to March 2022-3", id="a stretch whose end is not clear"),
        pytest.param("FY21/23", id="FY and several years"),
        pytest.param("FY21/22%", id="FY and a percentage"),
        pytest.param("FY21 - 22%", id="FY and a percentage with spaces"),
        pytest.param("FY22%", id="a percentage of a year's figure"),
        pytest.param("3.FY21/22", id="FY in a numbered reference"),
        pytest.param("Jan. 5 2022", id="a date with the month first"),
        pytest.param("31/12/2021", id="a date in figures"),
        pytest.param("2022-03-31", id="a date with the year first"),
        pytest.param("5-Mar-2022", id="a date with hyphens"),
        pytest.param("in March, published 2022", id="the year in which something was published"),
    ],
)
def test_what_is_no_period(printed: str) -> None:
    assert find_periods(printed) == ()


@pytest.mark.parametrize(
    "before",
    ["the Act", "Regulations", "the Regulation", "the Order", "the Strategy", "Guidance", "the toolkit",
     "the framework", "the Directive", "the Bill", "the Code", "published", "Published in", "issued", "since",
     "population", "the census of", "from", "until", "by", "Guidance (", "the Act, ", "issued  in",
     "published in "],
)  # fmt: skip
def test_a_year_that_tells_when_something_was_made_or_began_is_no_period(before: str) -> None:
    assert find_periods(f"{before} 2021") == ()
    assert find_periods(f"{before} 2021/22") == ()


@pytest.mark.parametrize("after", [" toolkit", "Prevent  toolkit", "Prevent  Duty  guidance", "statutory  guidance",
                                   "Regulations", "census", "Act"])  # fmt: skip
def test_a_year_that_names_a_law_or_a_paper_is_no_period(after: str) -> None:
    assert find_periods(f"the 2021 {after} says") == ()


@pytest.mark.parametrize("text", ["the factor 2021", "2021 actions", "the Act was applied 2021", "transact 2021",
                                  "2021, the Act", "2021 as the toolkit says"])  # fmt: skip
def test_a_word_that_only_looks_like_a_law_takes_no_year_away(text: str) -> None:
    assert [period.name for period in find_periods(text)] == ["2021"]


@pytest.mark.parametrize("day", ["8 of March 2021", "March 8 2021", "8/Mar/2021", "8/3/2021", "2021-03-08"])
def test_the_year_of_a_day_begins_no_period(day: str) -> None:
    assert [period.name for period in find_periods(f"{day} to 2022")] == ["2022"]


@pytest.mark.parametrize("day", ["8September 2022", "8 September2022", "8September2022", "8thSeptember 2022",
                                 "September8, 2022", "8th of September,2022", "8Sept.2022"])  # fmt: skip
def test_a_date_that_lost_its_blanks_is_still_one(day: str) -> None:
    assert find_dates(f"Meeting on {day} at noon") == (date(2022, 9, 8),)
    assert find_periods(f"Scores told on {day}") == ()


def test_a_month_that_lost_its_blank_is_no_year() -> None:
    assert find_periods("Scores told in April2021") == ()
    assert find_month("April2021") == date(2021, 4, 1)


def test_a_date_with_the_year_first_is_no_financial_year() -> None:
    assert find_periods("2011-12-31") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [("2021/22", "2021/22"), ("2021 to 2022", "2021/22"), ("FY21/22", "2021/22"), ("FY22", "2021/22"),
     ("Q1 2022", "2022 Q1"), ("year to March 2022", "2021/22")],
)  # fmt: skip
def test_a_year_of_a_paper_is_known_as_such_behind_a_period(text: str, name: str) -> None:
    assert [period.name for period in find_periods(f"{text}, guidance 2023")] == [name]
    assert [period.name for period in find_periods(f"8 June 2020, {text}, guidance 2023")] == [name]


def test_the_words_before_a_year_are_looked_at_as_far_as_a_name_is_long() -> None:
    assert find_periods("guidance" + " " * 52 + "2021") == ()
    assert [period.name for period in find_periods("guidance" + " " * 53 + "2021")] == ["2021"]


def test_periods_stand_in_the_order_of_the_text_with_their_words() -> None:
    text = "2019, 2020/21, FY22, year ending March 2023, 2024 to 2025, Q1 2026, 2027"
    found = find_periods(text)
    assert [(period.name, period.year, period.text) for period in found] == [
        ("2019", 2019, "2019"),
        ("2020/21", 2021, "2020/21"),
        ("2021/22", 2022, "FY22"),
        ("2022/23", 2023, "year ending March 2023"),
        ("2024/25", 2025, "2024 to 2025"),
        ("2026 Q1", 2026, "Q1 2026"),
        ("2027", 2027, "2027"),
    ]


@pytest.mark.parametrize(
    "head",
    ["21/23", "1/2", "Item 21/22", "CSP/21/22", "21/22/23", "3.21/22", "21/22%", "21/22.5", "21/22,5", "21/22-3",
     "£21/22", "a21/22", "Item (21/22", "ref 21/22", "Reference: 21/22", "minute 21/22", "No. 21/22", "report 21/22",
     "See item 21/22", "agenda 21/22",
     "page 21/22", "paper 21/22", "para 21/22", "section 21/22", "room 21/22", "41/42"],
)  # fmt: skip
def test_other_pairs_of_two_digits_are_no_period_of_a_head(head: str) -> None:
    assert periods_of_head(head) == ()


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("March 2022", 2022),
        ("March  2022", 2022),
        ("August 2022", 2022),
        ("September 2022", None),
        ("Jun'22", 2022),
        ("Jun ’22", 2022),
        ("Jun-22-3", None),
        ("Jun-22/3", None),
        ("March 5, 2022", 2022),
        ("5-Mar-22", 2022),
        ("1/3/2022", 2022),
        ("2022-03-31", 2022),
        ("5 March 2022 (March 2022)", 2022),
        ("30 February 2022", 2022),
        ("13/13/2022", None),
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


def test_the_year_of_a_day_keeps_the_words_that_name_the_day() -> None:
    assert year_of_day("as at 31 March 2022") == Period("2022", 2022, "31 March 2022")
    assert year_of_day("as at the 8th of June, 2022") == Period("2022", 2022, "8th of June, 2022")
    assert year_of_day("as at 5-Mar-22") == Period("2022", 2022, "5-Mar-22")


def test_one_period_named_twice_is_one() -> None:
    assert read_period("2021/22 (2021-22)") == Period("2021/22", 2022, "2021-22")


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
        ("1st January 2022", date(2022, 1, 1)),
        ("2nd of March, 2023", date(2023, 3, 2)),
        ("3rd  of  May  2021", date(2021, 5, 3)),
        ("1st of March, 2023", date(2023, 3, 1)),
        ("22nd of March, 2023", date(2023, 3, 22)),
        ("8 September, 2022", date(2022, 9, 8)),
        ("4th June 2021", date(2021, 6, 4)),
        ("8 Sept. 2022", date(2022, 9, 8)),
        ("31 Dec 2022", date(2022, 12, 31)),
        ("January 1st, 2022", date(2022, 1, 1)),
        ("January  2nd  2022", date(2022, 1, 2)),
        ("Feb. 3rd 2022", date(2022, 2, 3)),
        ("MAY 14th 2022", date(2022, 5, 14)),
        ("1st-Jan-22", date(2022, 1, 1)),
        ("2nd/Jan/2022", date(2022, 1, 2)),
        ("3rd Jan 22", date(2022, 1, 3)),
        ("4th-jan-22", date(2022, 1, 4)),
        ("1.2.22", date(2022, 2, 1)),
    ],
)
def test_dates_are_read_day_before_month(printed: str, day: date) -> None:
    assert find_dates(printed) == (day,)


def test_dates_stand_in_the_order_of_the_text() -> None:
    assert find_dates("2022-09-08, 5/6/22, May 4 2022 and 1 March 2022") == (
        date(2022, 9, 8),
        date(2022, 6, 5),
        date(2022, 5, 4),
        date(2022, 3, 1),
    )


@pytest.mark.parametrize(
    "printed",
    ["31 February 2022", "1/13/2022", "1/2/3/22", "11/2/22/3", "12022-09-08", "2022-09-081", "4-1/2/22", "1/2/22-4",
     "118 September 2022", "8 September 20225"],
)  # fmt: skip
def test_a_day_that_no_calendar_has_and_a_part_of_a_longer_number_are_no_date(printed: str) -> None:
    assert find_dates(printed) == ()


def test_a_month_alone_is_its_first_day() -> None:
    assert find_month("the health check of June 2022") == date(2022, 6, 1)
    assert find_month("8 June 2022") is None
    assert find_month("in SEPT.  2022") == date(2022, 9, 1)
    assert find_month("the council") is None


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
