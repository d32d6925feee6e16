"""'2021/22', '30th June 2023' -> periods and dates."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"

_DAY_MONTH_YEAR = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE
)
_MONTH_DAY_YEAR = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b", re.IGNORECASE)
_HYPHENED = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[-/ ]{_MONTH}[-/ ](?P<year>\d{{4}}|\d{{2}})\b", re.IGNORECASE
)
_SLASHED = re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4}|\d{2})(?![\d/.-])")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_MONTH_YEAR = re.compile(rf"(?<!\d )\b{_MONTH}\s+(?P<year>\d{{4}})\b", re.IGNORECASE)

_SPAN = re.compile(r"(?<![\d/.,£$€])(?P<first>(?:19|20)\d\d)\s?[/–—-]\s?(?P<last>(?:19|20)?\d\d)(?![\d%])(?!/\d)")
_SHORT_SPAN = re.compile(r"(?<![\d/.])\b(?:FY\s?)(?P<first>\d\d)\s?[/–—-]\s?(?P<last>\d\d)\b(?![\d%])", re.IGNORECASE)
_TO_SPAN = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s+to\s+(?P<last>(?:19|20)\d\d)\b")
_FY = re.compile(r"\bFY\s?(?P<year>(?:20)?\d\d)\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"(?:\bQ(?P<q1>[1-4])\s*(?:of\s+)?(?P<y1>20\d\d(?:[/–-]\d\d)?)\b)|(?:\b(?P<y2>20\d\d(?:[/–-]\d\d)?)\s*Q(?P<q2>[1-4])\b)",
    re.IGNORECASE,
)
_YEAR_ENDING = re.compile(
    rf"\byear\s+(?:ending|ended|to)\s+(?:(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+(?P<year>\d{{4}})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/.,£$€–-])(?P<year>20[0-4]\d)(?![\d%]|[/–-]\d|[.,]\d|\s\d\d\b)")
# 'the Act 2015', 'guidance (2023)', 'Regulations 2018' name laws and papers, not years of assessment.
_NO_PERIOD_BEFORE = re.compile(
    r"\b(?:act|regulations?|order|strategy|guidance|toolkit|framework|directive|bill|code|published|issued|since|population|census|from|until|by)"
    r"[\s(,of]*(?:in\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A period in normal form ('2022', '2021/22', '2022 Q3', an ISO date), the year it ends in, its printed text."""

    name: str
    year: int
    text: str


def read_period(printed: str) -> Period | None:
    """The one period that a short text such as a column header names; None where it names none or several."""
    found = {period.name: period for period in find_periods(printed)}
    return next(iter(found.values())) if len(found) == 1 else None


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
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _HYPHENED, _SLASHED, _ISO):
        _blank(left, pattern)
    for match in _SPAN.finditer("".join(left)):
        span = _financial_year(match["first"], match["last"], match.group())
        if span and not _NO_PERIOD_BEFORE.search(text[: match.start()]):
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
        if not _NO_PERIOD_BEFORE.search(text[: match.start()])
    )
    return tuple(period for _, period in sorted(found, key=lambda pair: pair[0]))


def find_dates(text: str) -> tuple[date, ...]:
    """All full dates that stand in `text`, in their order; day before month, as in the United Kingdom."""
    found: dict[int, date] = {}
    for pattern in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR, _HYPHENED, _SLASHED, _ISO):
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
    for match in _YEAR_ENDING.finditer(text):
        year, month = int(match["year"]), _MONTHS[match["month"].casefold().rstrip(".")]
        name = f"{year - 1}/{year % 100:02d}" if month in (3, 4) else str(year)
        found.append((match.start(), match.end(), Period(name, year, match.group())))
    return found


def _financial_year(first: str, last: str, text: str) -> Period | None:
    start = int(first)
    end = int(last) if len(last) == 4 else start // 100 * 100 + int(last)
    if len(last) == 2 and end < start:
        end += 100
    return Period(f"{start}/{end % 100:02d}", end, text) if end == start + 1 else None


def _century(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _blank(left: list[str], pattern: re.Pattern[str]) -> None:
    for match in pattern.finditer("".join(left)):
        left[match.start() : match.end()] = " " * len(match.group())


def _date(year: str, month: str, day: str) -> date | None:
    number = _MONTHS.get(month.casefold().rstrip(".")) or (int(month) if month.isdigit() else None)
    if number is None:
        return None
    try:
        return date(int(_century(year)), number, int(day))
    except ValueError:
        return None
