"""'2021/22', '30th June 2023' -> periods and dates."""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9
_MONTH = "(?P<month>" + "|".join(_MONTHS) + r")\.?"

# Some files lose the blanks in a date: '8September 2022', 'April2021'.
_DAY_MONTH_YEAR = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:of\s+)?{_MONTH},?\s*(?P<year>\d{{4}})\b", re.IGNORECASE
)
_MONTH_DAY_YEAR = re.compile(rf"\b{_MONTH}\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_HYPHENED = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/ ]{_MONTH}[-/ ](?P<year>\d{{4}}|\d{{2}})\b", re.IGNORECASE
)
_SLASHED = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4}|\d{2})(?![\d/.-])")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_FULL_DATES = (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _HYPHENED, _SLASHED, _ISO)
_MONTH_YEAR = re.compile(rf"(?<!\d )\b{_MONTH}\s*(?P<year>\d{{4}})\b", re.IGNORECASE)

_SPAN = re.compile(r"(?<![\d/.,£$€])(?P<first>(?:19|20)\d\d)\s?[/–—-]\s?(?P<last>(?:19|20)?\d\d)(?![\d%])(?!/\d)")
_SHORT_SPAN = re.compile(r"(?<![\d/.])\b(?:FY\s?)(?P<first>\d\d)\s?[/–—-]\s?(?P<last>\d\d)\b(?![\d%])", re.IGNORECASE)
_TO_SPAN = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s+to\s+(?P<last>(?:19|20)\d\d)\b")
_FY = re.compile(r"\bFY\s?(?P<year>(?:20)?\d\d)\b(?!\s?[/–—-]\s?\d|%)", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:\bQ(?P<q1>[1-4])\s*(?:of\s+)?(?P<y1>20\d\d(?:[/–-]\d\d)?)\b)|(?:\b(?P<y2>20\d\d(?:[/–-]\d\d)?)\s*Q(?P<q2>[1-4])\b)",
    re.IGNORECASE,
)
_DAY = r"(?:(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
_YEAR_ENDING = re.compile(
    rf"\b(?:(?:year|12\s+months|twelve\s+months)[\s-]+(?:ending|ended|end|to)|f?y/?e)\s+{_DAY}{_MONTH}[\s'’-]+"
    rf"(?P<year>\d{{4}}|\d{{2}})\b",
    re.IGNORECASE,
)
# 'April 2021 to March 2022', '1 Apr 21 - 31 Mar 22', 'January to December 2022': all other stretches are no year.
_STRETCH = re.compile(
    rf"\b{_DAY}{_MONTH}(?:[\s'’]+(?P<first>\d{{4}}|\d{{2}}))?\s*(?:to|until|[–—-])\s*"
    rf"{_DAY}{_MONTH.replace('month', 'last_month')}[\s'’]+(?P<year>\d{{4}}|\d{{2}})\b(?![/-]\d)",
    re.IGNORECASE,
)
# First and last month of a whole year, and by how much its years differ: financial, calendar, academic.
_WHOLE_YEARS = frozenset({(4, 3, 1), (1, 12, 0), (9, 7, 1), (9, 8, 1)})
# In heads and captions alone: '21/22', 'Jun-22'.
_TWO_DIGITS = re.compile(r"(?<![\w/.,£$€–-])(?P<first>[12]\d)\s?[/–-]\s?(?P<last>[123]\d)(?![\w%/]|[.,–-]\d)")
_REFERENCE = re.compile(
    r"\b(?:item|ref|reference|minute|no|report|agenda|page|paper|para|section|room)\W*$", re.IGNORECASE
)
_SHORT_MONTH = re.compile(rf"\b{_MONTH}(?:-|\s?['’])(?P<year>\d\d)\b(?![/-]\d)", re.IGNORECASE)
# From this month on a day may lie in the year that it names or in the financial year after it.
_LATE_MONTH = 9
_YEAR = re.compile(r"(?<![\d/.,£$€–-])(?P<year>20[0-4]\d)(?![\d%]|[/–-]\d|[.,]\d|\s\d\d\b)")
# 'the Act 2015', 'guidance (2023)', 'Regulations 2018' name laws and papers, not years of assessment.
_NO_PERIOD_BEFORE = re.compile(
    r"\b(?:act|regulations?|order|strategy|guidance|toolkit|framework|directive|bill|code|published|issued|since|population|census|from|until|by)"
    r"[\s(,of]*(?:in\s+)?$",
    re.IGNORECASE,
)
_MOST_BEFORE = 60
"""Characters before a year that are looked at: all of them for each year would take the square of a text's length."""

# 'the 2023 toolkit', 'the 2021 census' are named after the year in which they were made.
_NO_PERIOD_AFTER = re.compile(
    r"\s+(?:prevent\s+|prevent\s+duty\s+|statutory\s+)?(?:toolkit|guidance|regulations|census|act)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period in normal form ('2022', '2021/22', '2022 Q3', an ISO date), the year it ends in, its printed text."""

    name: str
    year: int
    text: str


def read_period(printed: str) -> Period | None:
    """The one period that a short text such as a column header names; None where it names none or several."""
    found = {period.name: period for period in periods_of_head(printed)}
    return next(iter(found.values())) if len(found) == 1 else None


def periods_of_head(head: str) -> tuple[Period, ...]:
    """The periods of a head or caption: also in forms that mean something else in a sentence, such as '21/22'."""
    if found := find_periods(head):
        return found
    return tuple(
        span
        for match in _TWO_DIGITS.finditer(head)
        if not _REFERENCE.search(head[: match.start()])
        and (span := _financial_year(_century(match["first"]), match["last"], match.group()))
    )


def year_of_day(head: str) -> Period | None:
    """The year of the one day or month that a head names: 'March 2022', 'as at 31 March 2022', 'Jun-22'.

    None where it names none or several, and from September on, when the financial year of a day is the one after it.
    """
    found: dict[str, date] = {}
    for pattern in (*_FULL_DATES, _MONTH_YEAR, _SHORT_MONTH):
        for match in pattern.finditer(head):
            day = _date(match["year"], match["month"], "1")
            if day is not None and not any(match.group() in printed for printed in found):
                found[match.group()] = day
    if len(found) != 1:
        return None
    printed, day = next(iter(found.items()))
    return Period(str(day.year), day.year, printed) if day.month < _LATE_MONTH else None


@lru_cache(maxsize=256)  # each value of a long paragraph asks for the years of all of it
def find_periods(text: str) -> tuple[Period, ...]:
    """All periods that stand in `text`, in their order. Full dates, and years of laws and papers, are left out.

    '2021/22', '2021-22' and '2021-2022' are the financial year '2021/22' with the year 2022; '2019-2022' is a range of
    several years and no period. 'year ending March 2022' is '2021/22'.
    """
    left = list(text)
    found: list[tuple[int, Period]] = []
    for start, end, period in _quarters_and_year_ends(text):
        found.append((start, period))
        left[start:end] = " " * (end - start)
    for pattern in _FULL_DATES:
        _blank(left, pattern)
    for match in _SPAN.finditer("".join(left)):
        span = _financial_year(match["first"], match["last"], match.group())
        if span and not _NO_PERIOD_BEFORE.search(_just_before(text, match.start())):
            found.append((match.start(), span))
        left[match.start() : match.end()] = " " * len(match.group())
    for pattern in (_SHORT_SPAN, _TO_SPAN):
        for match in pattern.finditer("".join(left)):
            span = _financial_year(_century(match["first"]), match["last"], match.group())
            if span:
                found.append((match.start(), span))
            left[match.start() : match.end()] = " " * len(match.group())
    for match in _FY.finditer("".join(left)):
        year = int(_century(match["year"]))
        found.append((match.start(), Period(f"{year - 1}/{year % 100:02d}", year, match.group())))
        left[match.start() : match.end()] = " " * len(match.group())
    _blank(left, _MONTH_YEAR)
    found.extend(
        (match.start(), Period(match["year"], int(match["year"]), match.group()))
        for match in _YEAR.finditer("".join(left))
        if not _NO_PERIOD_BEFORE.search(_just_before(text, match.start()))
        and not _NO_PERIOD_AFTER.match(text[match.end() :])
    )
    return tuple(period for _, period in sorted(found, key=lambda pair: pair[0]))


@lru_cache(maxsize=256)
def find_dates(text: str) -> tuple[date, ...]:
    """All full dates that stand in `text`, in their order; day before month, as in the United Kingdom."""
    found: dict[int, date] = {}
    for pattern in _FULL_DATES:
        for match in pattern.finditer(text):
            day = _date(match["year"], match["month"], match["day"])
            if day is not None:
                found.setdefault(match.start(), day)
    return tuple(found[start] for start in sorted(found))


def find_month(text: str) -> date | None:
    """The first day of the first month and year that stand in `text`, such as 'June 2022'."""
    match = _MONTH_YEAR.search(text)
    return _date(match["year"], match["month"], "1") if match else None


def _quarters_and_year_ends(text: str) -> list[tuple[int, int, Period]]:
    found = []
    for match in _QUARTER.finditer(text):
        quarter, printed = match["q1"] or match["q2"], match["y1"] or match["y2"]
        span = _SPAN.fullmatch(printed)
        whole = (
            _financial_year(span["first"], span["last"], printed) if span else Period(printed, int(printed), printed)
        )
        if whole:
            found.append((match.start(), match.end(), Period(f"{whole.name} Q{quarter}", whole.year, match.group())))
    for match in _STRETCH.finditer(text):
        found.extend(_whole_year(match))
    for match in _YEAR_ENDING.finditer(text):
        year, month = int(_century(match["year"])), _MONTHS[match["month"].casefold()]
        name = f"{year - 1}/{year % 100:02d}" if month in (3, 4) else str(year)
        found.append((match.start(), match.end(), Period(name, year, match.group())))
    return found


def _whole_year(match: re.Match[str]) -> Iterator[tuple[int, int, Period]]:
    """The year that a stretch from a month to a month is, where it is a whole one."""
    last = int(_century(match["year"]))
    first = int(_century(match["first"])) if match["first"] else last
    months = (_MONTHS[match[name].casefold()] for name in ("month", "last_month"))
    if (*months, last - first) in _WHOLE_YEARS:
        name = f"{first}/{last % 100:02d}" if last > first else str(last)
        yield match.start(), match.end(), Period(name, last, match.group())


def _financial_year(first: str, last: str, text: str) -> Period | None:
    start = int(first)
    end = int(last) if len(last) == 4 else start // 100 * 100 + int(last)
    if end < start:  # '1999/00'
        end += 100
    return Period(f"{start}/{end % 100:02d}", end, text) if end == start + 1 else None


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _just_before(text: str, place: int) -> str:
    return text[max(0, place - _MOST_BEFORE) : place]


def _blank(left: list[str], pattern: re.Pattern[str]) -> None:
    for match in pattern.finditer("".join(left)):
        left[match.start() : match.end()] = " " * len(match.group())


def _date(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.get(month.casefold()) or (int(month) if month.isdigit() else None)
    if number is None:
        return None
    try:
        return date(int(_century(year)), number, int(day))
    except ValueError:
        return None
