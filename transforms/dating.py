"""Caption, heading, title, the paper's own date -> the period of a table that does not say it itself."""

import re
from dataclasses import dataclass, replace

from transforms.context import Surroundings, is_of_scores
from transforms.findings import PeriodBasis
from transforms.periods import Period, find_dates, find_month, find_periods, periods_of_head, year_of_day

# How much a period is trusted that a sentence states, the paper's date suggests, or only the file's own date does.
_PERIOD_IN_PROSE, _PAPER_DATE, _FILE_DATE = 0.93, 0.9, 0.6
# 'Last year' beside a stated period.
_LAST_YEAR_OF_STATED = 0.9
LAST_YEAR = "last year"
"""The age of a column that says which earlier year it is of."""
# Words with which a sentence speaks of another year than that of the scores below it.
_OF_OTHER_YEARS = re.compile(
    r"\b(?:compar\w+|improv\w+|since|introduced|replaced|launched|adopted|previous\w*|prior|next|again|will|than|changed?|"
    r"together with|read with|"
    r"earlier|last|before|after|established|revised|(?<!the )following)\b|\b\d{4}\s+(?:results|review)\b",
    re.IGNORECASE,
)
# Close to the table its own year is stated.
_CLOSE = frozenset({"the caption", "the heading above", "the sentence above"})
_FORMER = re.compile(r"\b(?:last year|previous|prior|former|earlier)\b", re.IGNORECASE)
# In a sentence these words may be of anything else, but not beside 'scores'.
_FORMER_SCORES = re.compile(
    r"\b(?:last|previous|prior|earlier|preceding) (?:year|assessment|cycle|round)(?:['’]?s|s['’])? (?:\w+ ){0,2}"
    r"(?:scores?|results?|ratings?|assessment|position|table)\b"
    r"|\b(?:scores?|results?|ratings?|assessment|table|figures)\b[^.;]{0,30}? (?:from|of|for|in|at) (?:the )?"
    r"(?:last|previous|prior|preceding) (?:year|assessment|cycle|round)\b"
    r"|\b(?:previous|prior|former|earlier) (?:\w+ )?(?:scores?|results?|ratings?)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:compar\w+|than|since|improv\w+|against|unlike|alongside|beside|with|current|both|change[sd]?)\b",
    re.IGNORECASE,
)
# Lines of the letterhead that state the period: 'Assessment year: 2021/22', not 'Municipal year'.
_OF_YEARS = re.compile(
    r"\s*(?:(?:assessment|benchmark(?:ing)?|reporting|scoring|review|financial) )?(?:year|period|cycle)\s*:?\s*",
    re.IGNORECASE,
)
# A year stated so far from the paper's own is rather that of a law or of the framework.
_FAR_YEARS = 3
# Lines at the head of a paper that say what it is: 'Prevent Duty Update 2021/22'.
_OF_PAPERS = re.compile(r"\b(?:report|update|review|briefing|assessment|benchmark\w*|scores?|return)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dating:
    """Of when a figure is, on which basis; `doubt` where a person should look."""

    period: Period | None
    basis: PeriodBasis | None
    place: str
    confidence: float
    doubt: str | None = None


def date_of(around: Surroundings, *, age: str | None = None) -> Dating:
    """The period that the surroundings of a table state, else the calendar year of the paper's own date.

    With `age` 'previous', 'last year' or 'current' the text that tells which period is which is asked first. Last year
    is the one before a stated period; 'previous' may be any earlier one.
    """
    told = _periods_by_age(around) if age else {}
    if age and (of_age := told.get("previous" if age == LAST_YEAR else age)):
        return Dating(of_age, "stated", "the sentence that explains the columns", _PERIOD_IN_PROSE)
    stated = _plausible(_stated(around), around)
    if age == LAST_YEAR and stated is not None and stated.period is not None and not stated.doubt:
        return replace(_year_before(stated), confidence=_LAST_YEAR_OF_STATED, doubt=None)
    if age in {"previous", LAST_YEAR}:
        return _year_before(stated if stated is not None else _of_paper_date(around))
    dating = stated if stated is not None else _of_paper_date(around)
    if age or dating.doubt or dating.place in _CLOSE:
        return dating
    return replace(dating, doubt=_of_former(around))


def _of_former(around: Surroundings) -> str | None:
    """Why the table may be of an earlier year than the paper: what stands close to it says 'last year'."""
    for text in (*around.captions, *around.headings[:1]):
        if (match := _FORMER.search(text)) and not _COMPARED.search(text):
            return f"the text above says '{match.group()}'"
    for text in around.lead_in[:2]:
        for sentence in re.split(r"(?<=[.;!?])\s+", text):
            if (match := _FORMER_SCORES.search(sentence)) and not _COMPARED.search(sentence):
                return f"the text above says '{match.group()}'"
    return None


def _stated(around: Surroundings) -> Dating | None:
    for place, confidence, texts in (
        ("the caption", 1.0, around.captions),
        ("the heading above", 0.98, around.headings[:1]),
        ("the sentence above", _PERIOD_IN_PROSE, [text for text in around.lead_in if is_of_scores(text)]),
        ("the headings above", 0.97, around.headings[1:]),
        ("the letterhead", 0.97, [line.value for line in around.paper.letterhead if _OF_YEARS.fullmatch(line.label)]),
        ("the paper's title", 0.96, (*around.paper.titles, *around.paper.value("subject", "title"))),
        ("the paper's head", 0.95, [text for text in around.paper.front if _OF_PAPERS.search(text)]),
    ):
        close = place in {"the caption", "the heading above"}
        for text in texts:
            found = {period.year: period for period in (periods_of_head(text) if close else find_periods(text))}
            if close and not found and is_of_scores(text) and (of_day := year_of_day(text)):
                found = {of_day.year: of_day}
            if len(found) == 1:
                return Dating(next(iter(found.values())), "stated", place, confidence)
            if len(found) > 1:
                listed = ", ".join(period.name for period in found.values())
                latest = found[max(found)]
                return Dating(latest, "stated", place, confidence, f"{place} names several periods: {listed}")
    return None


def _plausible(stated: Dating | None, around: Surroundings) -> Dating | None:
    """A stated period with a doubt where it may be that of something else."""
    if stated is None or stated.period is None or stated.doubt:
        return stated
    year, own = stated.period.year, around.dated
    if own is not None and year > own.year:
        doubt = f"{stated.place} names {stated.period.text}, which was not over when the paper was written"
        return replace(stated, doubt=doubt)
    if own is not None and own.year - year >= _FAR_YEARS:
        doubt = f"{stated.place} names {stated.period.text}, {own.year - year} years before the paper"
        return replace(stated, doubt=doubt)
    if stated.place == "the sentence above":
        text = next(text for text in around.lead_in if is_of_scores(text) and find_periods(text))
        sentence = next((part for part in re.split(r"(?<=[.;!?])\s+", text) if find_periods(part)), text)
        if match := _OF_OTHER_YEARS.search(sentence):
            return replace(stated, doubt=f"the sentence above names {stated.period.text} and says '{match.group()}'")
        return stated
    if stated.place == "the heading above" and (told := _told_otherwise(year, around)):
        return replace(stated, doubt=told)
    other = _other_day(around, {year, year - 1} if "/" in stated.period.name else {year})
    close = stated.place in {"the caption", "the heading above"}
    return replace(stated, doubt=other) if other and not close else stated


def _told_otherwise(year: int, around: Surroundings) -> str | None:
    """Why the heading's year may not be the table's: the sentence above speaks of the scores of another one."""
    for text in around.lead_in[:1]:
        years = {period.year for period in find_periods(text)}
        if is_of_scores(text) and years and year not in years:
            return f"the heading names {year}, the sentence above {', '.join(map(str, sorted(years)))}"
    return None


def _other_day(around: Surroundings, years: set[int]) -> str | None:
    """Why a day or month that stands close to the table speaks against the period taken from further away."""
    for text in (*around.captions, *around.headings[:1], *(text for text in around.lead_in[:1] if is_of_scores(text))):
        day = next(iter(find_dates(text)), None) or find_month(text)
        if day is not None and day.year not in years and not (around.dated and day.year == around.dated.year):
            return f"the text above speaks of {day.strftime('%B %Y')}"
    return None


def _of_paper_date(around: Surroundings) -> Dating:
    day = around.dated
    if day is not None:
        period = Period(str(day.year), day.year, day.isoformat())
        doubt = _other_day(around, {day.year}) or _other_year_in_text(around, day.year)
        return Dating(period, "document", "the paper's date", _PAPER_DATE, doubt)
    if around.made_on is not None:
        year = around.made_on.year
        doubt = f"no period is stated and the paper has no date; the file was made in {year}"
        return Dating(Period(str(year), year, str(year)), "document", "the file's own date", _FILE_DATE, doubt)
    return Dating(None, None, "nowhere", 0.0, "neither a period nor a date of the paper was found")


def _other_year_in_text(around: Surroundings, year: int) -> str | None:
    """Why the paper's date may not tell the period: its sentences speak of the scores of another year alone."""
    told: dict[int, str] = {}
    for sentence in re.split(r"(?<=[.;!?])\s+|\n", around.paper.prose):
        if is_of_scores(sentence):
            told |= {period.year: period.text for period in find_periods(sentence)}
    others = [told[other] for other in sorted(told, reverse=True) if year - _FAR_YEARS < other]
    if not others or year in told:
        return None
    return f"only the paper's date says {year}; its text speaks of the scores of {others[0]}"


def _year_before(dating: Dating) -> Dating:
    if dating.period is None:
        return dating
    year = dating.period.year - 1
    name = f"{year - 1}/{year % 100:02d}" if "/" in dating.period.name else str(year)
    doubt = f"the column says only 'previous'; {name} is the year before {dating.period.name}"
    return Dating(Period(name, year, "previous"), dating.basis, dating.place, 0.7, doubt)


def _periods_by_age(around: Surroundings) -> dict[str, Period]:
    """'the current score is that of 2021-22 and the previous that of 2020-21' -> each age with its period."""
    for text in (*around.lead_in, *around.captions, *around.headings[:1]):
        told: dict[str, Period] = {}
        for age, words in (
            ("previous", ("previous", "prior", "last year")),
            ("current", ("current", "latest", "this year")),
        ):
            for word in words:
                at = text.casefold().find(word)
                periods = find_periods(text[at:]) if at >= 0 else ()
                if periods:
                    told[age] = periods[0]
                    break
        if len(told) == 2 and told["previous"].year < told["current"].year:
            return told
        by_year = {period.year: period for period in find_periods(text)}
        if len(by_year) == 2 and is_of_scores(text):
            return {"previous": by_year[min(by_year)], "current": by_year[max(by_year)]}
    return {}
