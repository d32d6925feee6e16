"""Title, letterhead, caption -> authority and period of a table that does not say them itself.

Evidence is asked in a fixed order, the closest first; the first place that names exactly one authority (or period)
decides, and its confidence travels with the answer. Mentions in running text alone never decide.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extractors.document import Block, Document
from transforms.authorities import AuthorityNames, in_being
from transforms.catalogue import Authority
from transforms.findings import PeriodBasis
from transforms.papers import Paper
from transforms.periods import Period, find_dates, find_month, find_periods

# How much each place is trusted. Below 0.8 a value waits for a person.
_CAPTION, _LEAD_IN, _HEADING, _TITLE, _LETTERHEAD, _FRONT_SHEET, _RUNNING_HEAD, _PROSE = (
    0.99,
    0.92,
    0.97,
    0.97,
    0.95,
    0.88,
    0.85,
    0.5,
)
_PERIOD_IN_PROSE, _PAPER_DATE, _FILE_DATE = 0.93, 0.9, 0.6
# 'From: Jo Ashby, Head of Service' names a person, 'Council Chamber, Ashby Town Hall' a room.
_OF_PEOPLE = re.compile(
    r"(?:\b(?i:(?:report|briefing|paper|presentation)\s+(?:of|by|from)|prepared by|presented by|"
    r"author|contact|officer|from)\b\W{0,3}"
    r"|\b(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s+|^)(?:the\s+)?[A-Z][a-z]+\s+[A-Z][a-z]+(?:-[A-Z][a-z]+)?\s*(?:,|\(|-|–)\s*(?:[A-Z][\w]*\s+)*"
    r"(?i:head|director|manager|officer|lead|leader|coordinator|co-ordinator|executive|adviser|advisor|superintendent|inspector|chair)\b"
    r"|\b(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.?\s+[A-Z]"
    r"|\b(?i:director|officer|manager|author|contact|presenter)\b[^:]{0,30}:\s*[A-Z][a-z]+\s+[A-Z][a-z]+(?!.*\b(?:Council|Borough|Partnership)\b)"
    r"|\b(?i:(?:report|presentation)\s+(?:of|by)|prepared by|presented by|author|contact)\b"
    r"\W{0,3}[A-Z][a-z]+\s+[A-Z][a-z]+\s*$"
)
_OF_ROOMS = re.compile(
    r"\b(?:room|town hall|county hall|city hall|civic (?:centre|offices|hall)|"
    r"guildhall|council (?:chamber|offices|house)|venue|location)\b",
    re.IGNORECASE,
)
# Words with which a sentence speaks of another year than that of the scores below it.
_OF_OTHER_YEARS = re.compile(
    r"\b(?:compar\w+|improv\w+|since|introduced|replaced|launched|adopted|previous\w*|prior|next|again|will|than|changed?|"
    r"together with|read with|"
    r"earlier|last|before|after|established|revised|following)\b|\b\d{4}\s+(?:results|review)\b",
    re.IGNORECASE,
)
# A year stated so far from the paper's own is rather that of a law or of the framework.
_FAR_YEARS = 3
# Words of a sentence that speaks of the scores in the table below it.
_OF_SCORES = ("score", "benchmark", "assess", "result", "rating", "rated", "table", "health check")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose figure it is: the authority, the printed words, where they stand; `doubt` where nobody can be named."""

    authority: Authority | None
    text: str | None
    place: str
    confidence: float
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Dating:
    """Of when a figure is, on which basis; `doubt` where a person should look."""

    period: Period | None
    basis: PeriodBasis | None
    place: str
    confidence: float
    doubt: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one part of a document, the closest first in each list."""

    captions: tuple[str, ...]
    lead_in: tuple[str, ...]
    headings: tuple[str, ...]
    paper: Paper
    front_sheet: tuple[str, ...]
    running_heads: tuple[str, ...]
    made_on: date | None

    @property
    def dated(self) -> date | None:
        """The day of the paper."""
        return self.paper.date


def surroundings(document: Document, papers: Sequence[Paper], at: int, captions: Iterable[str] = ()) -> Surroundings:
    """What stands around the part of the body at index `at`."""
    paper = next(paper for paper in papers if paper.start <= at < paper.end)
    return Surroundings(
        captions=tuple(captions),
        lead_in=_lead_in(document, paper, at),
        headings=_headings(document, paper, at),
        paper=paper,
        front_sheet=(*papers[0].titles, *papers[0].front) if paper is not papers[0] else (),
        running_heads=tuple(dict.fromkeys(block.text for block in document.blocks if block.kind == "furniture")),
        made_on=document.created_on,
    )


def attribute(around: Surroundings, names: AuthorityNames) -> Attribution:
    """The authority that the surroundings of a table name, the closest evidence first."""
    paper = around.paper
    lead_in = tuple(text for text in around.lead_in if _is_of_scores(text))
    for place, confidence, texts in (
        ("the caption", _CAPTION, around.captions),
        ("the heading above", _HEADING, around.headings),
        ("the sentence above", _LEAD_IN, lead_in),
        ("the paper's title", _TITLE, paper.titles),
        ("the paper's head", _TITLE, _bodies(paper.front)),
        ("the letterhead", _LETTERHEAD, _bodies(_addressed(paper))),
        ("the front sheet", _FRONT_SHEET, around.front_sheet),
        ("the running head", _RUNNING_HEAD, around.running_heads),
    ):
        found = _named_in(texts, names, around.dated)
        if len(found) == 1:
            text, authority = next(iter(found.values()))
            doubt = _contradicted(authority, place, texts, around, names)
            return Attribution(authority, text, place, confidence, doubt)
        if len(found) > 1 and place == "the caption":
            listed = ", ".join(sorted(authority.name for _, authority in found.values()))
            return Attribution(None, None, place, 0.0, f"{place} names several authorities: {listed}")
    return _from_prose(around, names)


def _contradicted(
    authority: Authority, place: str, texts: Sequence[str], around: Surroundings, names: AuthorityNames
) -> str | None:
    """Why a person should look: the paper itself is of another authority than the one that a passing mention names."""
    if place == "the sentence above" or (place == "the heading above" and not _is_heading_of(texts[0], names)):
        for other_place, others in (
            ("title", around.paper.titles),
            ("head", _bodies(around.paper.front)),
            ("letterhead", _bodies(_addressed(around.paper))),
        ):
            found = _named_in(others, names, around.dated)
            if found and authority.code not in found:
                named = " and ".join(sorted(body.name for _, body in found.values()))
                return f"{place} names {authority.name}, the paper's {other_place} {named}"
    if place == "the heading above":
        said = _named_in([text for text in around.lead_in if _is_of_scores(text)], names, around.dated)
        if said and authority.code not in said:
            named = " and ".join(sorted(body.name for _, body in said.values()))
            return f"the heading names {authority.name}, the sentence above {named}"
    if place in {"the paper's head", "the letterhead"}:
        bodies = {
            body.name
            for line in _bodies((*around.paper.front, *_addressed(around.paper)))
            for _, body in _named_in([line], names, around.dated).values()
        }
        if len(bodies) > 1:
            return f"the head of the paper names several authorities: {', '.join(sorted(bodies))}"
    return None


def _is_heading_of(heading: str, names: AuthorityNames) -> bool:
    """Whether a heading announces an authority's scores or is nothing but its name."""
    return _is_of_scores(heading) or bool(names.named(heading))


def _addressed(paper: Paper) -> tuple[str, ...]:
    return paper.value("to", "from", "subject", "council", "authority", "committee", "meeting", "organisation")


def _bodies(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without those that name people ('Report of Jo Ashby') or rooms ('Ashby Town Hall')."""
    return tuple(line for line in lines if not _OF_PEOPLE.search(line) and not _OF_ROOMS.search(line))


def date_of(around: Surroundings, *, age: str | None = None) -> Dating:
    """The period that the surroundings of a table state, else the calendar year of the paper's own date.

    With `age` 'previous' or 'current' the text that tells which period is which is asked first.
    """
    told = _periods_by_age(around)
    if age and age in told:
        return Dating(told[age], "stated", "the sentence that explains the columns", _PERIOD_IN_PROSE)
    stated = _plausible(_stated(around), around)
    if age == "previous":
        return _year_before(stated if stated is not None else _of_paper_date(around))
    return stated if stated is not None else _of_paper_date(around)


def _lead_in(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """Up to three texts directly above, not beyond the heading."""
    texts: list[str] = []
    for part in reversed(document.body[paper.start : at]):
        if not isinstance(part, Block) or part.kind in {"heading", "title"} or len(texts) == 3:
            break
        if part.kind in {"paragraph", "list_item"}:
            texts.append(part.text)
    return tuple(texts)


def _headings(document: Document, paper: Paper, at: int) -> tuple[str, ...]:
    """The heading that a part stands under, then that heading's own, and so on upwards."""
    found: list[str] = []
    level = 99
    for part in reversed(document.body[paper.start : at]):
        if isinstance(part, Block) and part.kind in {"heading", "title"} and part.level < level:
            found.append(part.text)
            level = part.level
            if part.kind == "title" or level <= 1:
                break
    return tuple(found)


def _named_in(
    texts: Iterable[str], names: AuthorityNames, on: date | None
) -> dict[str, tuple[str, Authority]]:
    """The authorities that the first telling of `texts` mentions, by code, with the printed words."""
    for text in texts:
        found: dict[str, tuple[str, Authority]] = {}
        for mention in names.mentioned(text):
            for authority in in_being(mention.candidates, on) or mention.candidates:
                found.setdefault(authority.code, (mention.text, authority))
        if found:
            return _without_counties(found)
    return {}


def _without_counties(found: dict[str, tuple[str, Authority]]) -> dict[str, tuple[str, Authority]]:
    """'Ashby District Council, Ashshire': a county named beside one of its districts only says where that lies."""
    counties = {authority.county_code for _, authority in found.values()}
    return {code: pair for code, pair in found.items() if code not in counties} or found


def _from_prose(around: Surroundings, names: AuthorityNames) -> Attribution:
    mentioned: dict[str, Authority] = {}
    for mention in names.mentioned(around.paper.text):
        for authority in in_being(mention.candidates, around.dated):
            mentioned.setdefault(authority.code, authority)
    if len(mentioned) == 1:
        authority = next(iter(mentioned.values()))
        return Attribution(authority, authority.short_name, "the running text", _PROSE, "only the running text names an authority")
    if mentioned:
        listed = ", ".join(sorted(authority.name for authority in mentioned.values())[:5])
        return Attribution(None, None, "nowhere", 0.0, f"no title, caption or letterhead names the authority; the running text names {listed}")
    return Attribution(None, None, "nowhere", 0.0, "the paper does not say which authority it is about")


def _stated(around: Surroundings) -> Dating | None:
    for place, confidence, texts in (
        ("the caption", 1.0, around.captions),
        ("the heading above", 0.98, around.headings[:1]),
        ("the sentence above", _PERIOD_IN_PROSE, [text for text in around.lead_in if _is_of_scores(text)]),
        ("the headings above", 0.97, around.headings[1:]),
        ("the paper's title", 0.96, (*around.paper.titles, *around.paper.value("subject", "title"))),
    ):
        for text in texts:
            found = {period.year: period for period in find_periods(text)}
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
        text = next(text for text in around.lead_in if _is_of_scores(text) and find_periods(text))
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
        if _is_of_scores(text) and years and year not in years:
            return f"the heading names {year}, the sentence above {', '.join(map(str, sorted(years)))}"
    return None


def _other_day(around: Surroundings, years: set[int]) -> str | None:
    """Why a day or month that stands close to the table speaks against the period taken from further away."""
    for text in (*around.captions, *around.headings[:1], *(text for text in around.lead_in[:1] if _is_of_scores(text))):
        day = next(iter(find_dates(text)), None) or find_month(text)
        if day is not None and day.year not in years and not (around.dated and day.year == around.dated.year):
            return f"the text above speaks of {day.strftime('%B %Y')}"
    return None


def _of_paper_date(around: Surroundings) -> Dating:
    day = around.dated
    if day is not None:
        period = Period(str(day.year), day.year, day.isoformat())
        return Dating(period, "document", "the paper's date", _PAPER_DATE, _other_day(around, {day.year}))
    if around.made_on is not None:
        year = around.made_on.year
        doubt = f"no period is stated and the paper has no date; the file was made in {year}"
        return Dating(Period(str(year), year, str(year)), "document", "the file's own date", _FILE_DATE, doubt)
    return Dating(None, None, "nowhere", 0.0, "neither a period nor a date of the paper was found")


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
        for age, words in (("previous", ("previous", "prior", "last year")), ("current", ("current", "latest", "this year"))):
            for word in words:
                at = text.casefold().find(word)
                periods = find_periods(text[at:]) if at >= 0 else ()
                if periods:
                    told[age] = periods[0]
                    break
        if len(told) == 2 and told["previous"].year < told["current"].year:
            return told
        by_year = {period.year: period for period in find_periods(text)}
        if len(by_year) == 2 and _is_of_scores(text):
            return {"previous": by_year[min(by_year)], "current": by_year[max(by_year)]}
    return {}


def _is_of_scores(text: str) -> bool:
    return any(word in text.casefold() for word in _OF_SCORES)
