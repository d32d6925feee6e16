"""What the words around a table say that its figures are, where they are something else than scores found."""

import re
from collections.abc import Callable, Iterable

from transforms.catalogue import Framework
from transforms.lexicon import speaks_of

# Figures that are no settled scores of the authority, however the columns are headed.
_NO_FINDING = re.compile(
    r"\b(?:targets?|aspirational|aspirations?|forecasts?|predicted|projected|planned|proposed|anticipated|trajector(?:y|ies)|"
    r"illustrat\w+|examples?|exemplar|sample|template|hypothetical|dummy|"
    r"case stud(?:y|ies)|fictional|fictitious|imaginary|draft|provisional|unmoderated|"
    r"subject to moderation|"
    r"(?:aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)) (?:for|at|to (?:reach|score|be))|ambitions?|goals|"
    r"quiz(?:zes)?|e-learning|learners|"
    r"questionnaire|respondents?|satisfaction|weights?|weightings?|spend|spending|budgets?|expenditure|costs?|"
    r"how many|(?:numbers?|percentage|proportion|share) of (?:authorities|councils|areas|districts|boroughs|las)|"
    r"(?:members|partners|staff|officers|attendees|delegates|participants) (?:were asked|(?:have )?(?:scored|rated))|"
    r"risk (?:scores?|ratings?|register|matrix|log)|likelihood|contents)\b|£",
    re.IGNORECASE,
)
# An authority's own view, or a survey; where the Home Office or an adviser settled it, it is a finding after all.
_OWN_VIEW = re.compile(
    r"\b(?:self-?\s?(?:assess|scor|review|evaluat|rat)\w*|assess(?:ed|es)? (?:itself|themselves|ourselves)|"
    r"own (?:assessment|view|scores?)|survey\w*)\b",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    r"\b(?:moderat(?:ed|ion)|home office|external\w*|advis[eo]rs?|validated|verified|peer review)\b", re.IGNORECASE
)
# Figures of several authorities together.
_OF_MANY = re.compile(
    r"\b(?:(?:average|mean|median) (?:\w+ )?(?:scores?|ratings?|results?)|"
    r"(?:regional|national|england|wales|group) (?:\w+ )?"
    r"(?:average|mean|median|scores?|results?|ratings?|position|picture|benchmarks?|heat\s?map|comparison|overview))\b|"
    r"\b(?:scores?|results?) (?:across|for) (?:the|all) "
    r"(?:region|country|authorities|councils|areas)\b",
    re.IGNORECASE,
)
# Figures that count something; words of scores beside them take that back.
_COUNTS = re.compile(
    r"\b(?:numbers? of(?! benchmarks)|count|volume|amount|funding|attendance|hours|staffing|fte|population|"
    r"actions? (?:completed|open|closed|outstanding|due)|indicators?|kpis?|outputs?)\b",
    re.IGNORECASE,
)
# The same in a heading or caption, where nothing else can be meant.
_COUNTS_IN_HEADING = re.compile(
    r"\b(?:meetings?|visits?|sessions|courses|workshops|events|cases|incidents|complaints|posts|full-time|documents|"
    r"years since|ranks?|rankings?)\b",
    re.IGNORECASE,
)
_SCORES = re.compile(
    r"\b(?:scor\w+|benchmarking|benchmark (?:results?|scores?)|ratings?|rated|grad(?:e|es|ed|ing)|"
    r"judg\w+|health check|results?|heat\s?map)\b",
    re.IGNORECASE,
)
# Without any of these in or around a table nothing says that its figures are scores at all.
_OF_SCORES = re.compile(
    r"\b(?:scor\w+|benchmark\w*|assess\w*|rating|rated|grad(?:e|es|ed|ing)|judg\w+|health check|results?|outcomes?|"
    r"heat\s?map|level|performance|position|evaluat\w+|maturity|complian\w+|met|exceed\w*|\w+-review)\b",
    re.IGNORECASE,
)
# Other duties and frameworks that are assessed with labels like these.
_OTHER_SUBJECT = re.compile(
    r"\b(?:serious violence|safeguarding (?:adults|children)\w*|section (?:11|175|157)|domestic (?:abuse|violence)|"
    r"modern slavery|hate crime|equalit(?:y|ies)|resilience|emergency planning|violence against women|vawg|"
    r"anti-?social behaviour|county lines|child (?:sexual )?exploitation|child protection|"
    r"health and safety|information governance|data protection|cyber security|climate|protect duty|martyn's law|"
    r"organised crime|knife crime|drug strategy|combating drugs)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(
    r"\b(?:scor\w+|scale|rated|rating|mark\w*|grad\w+|range)\b[^.]{0,30}?\b(?:from|of|between|is|runs)\s+(?P<low>\d{1,2})\b[^.\d]{0,20}?"
    r"(?:-|–|\bto|\band)\s+(?:\w+\s+)?(?P<high>\d{1,3})\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(r"\b(?:scor\w+|rated|rating|mark\w*)\b[^.]{0,30}?\bout\s+of\s+(?P<high>\d{1,3})\b", re.IGNORECASE)
_REVERSED = re.compile(
    r"\b(?P<low>\d)\s*(?:=|is|being|means|-|–|:)?\s*(?:the\s+)?"
    r"(?:best|highest|strongest|outstanding|excellent|exceeded|fully met)\b",
    re.IGNORECASE,
)


def other_purpose(
    captions: Iterable[str], headings: Iterable[str], lead_in: Iterable[str], framework: Framework
) -> str | None:
    """Why the figures of a table may be no scores of the framework: targets, counts, another scale; else None.

    Of headings and of the texts above only the nearest of each is asked.
    """
    near = [*captions, *list(headings)[:1]]
    told = [*near, *list(lead_in)[:1]]
    for text in told:
        match = _NO_FINDING.search(text) or (None if _SETTLED.search(text) else _OWN_VIEW.search(text))
        if match:
            return f"the text above says '{match.group()}': {_shown(text)}"
        if scale := _other_scale(text, framework):
            return f"{scale}: {_shown(text)}"
    for text in told:
        counts = _COUNTS.search(text) or (_COUNTS_IN_HEADING.search(text) if text in near else None)
        if counts and not _SCORES.search(text):
            return f"the text above says '{counts.group()}': {_shown(text)}"
    return None


def no_scores_told(texts: Iterable[str]) -> str | None:
    """Why figures beside benchmarks may be anything: nothing in the table or around it speaks of scores."""
    if any(_OF_SCORES.search(text) for text in texts):
        return None
    return "nothing in the table or around it says that its figures are scores"


def other_subject(texts: Iterable[str], framework: Framework) -> str | None:
    """Why a table that shows only some items may be of another duty with like items: the text above names that one."""
    own = " ".join((framework.title, *framework.topic_words)).casefold()
    for text in texts:
        match = _OTHER_SUBJECT.search(text)
        if match and match.group().casefold() not in own:
            return f"the text above speaks of another subject, '{match.group()}': {_shown(text)}"
    return None


def of_many(
    captions: Iterable[str], headings: Iterable[str], lead_in: Iterable[str], regions: Callable[[str], object]
) -> str | None:
    """Why figures of a table that names no authority may be those of a region; `regions` finds one in a text."""
    near = [*captions, *list(headings)[:1]]
    for text in [*near, *list(lead_in)[:1]]:
        if match := _OF_MANY.search(text):
            return f"the text above says '{match.group()}': {_shown(text)}"
    for text in near:
        if regions(text) and _SCORES.search(text):
            return f"the text above names a region: {_shown(text)}"
    return None


def off_topic(texts: Iterable[str], framework: Framework) -> str | None:
    """Why a table may be of another framework with like items: neither its words nor those above name the topic."""
    if speaks_of("\n".join(texts), framework):
        return None
    return f"neither the table nor the text above it speaks of {' or '.join(framework.topic_words[:2])}"


def _other_scale(text: str, framework: Framework) -> str | None:
    low, high = framework.scale.lowest, framework.scale.highest
    for match in _SCALE.finditer(text):
        if (float(match["low"]), float(match["high"])) != (low, high) and float(match["low"]) < float(match["high"]):
            return f"a scale of {match['low']} to {match['high']} is told, not {low:g} to {high:g}"
    if (most := _OUT_OF.search(text)) and float(most["high"]) != high:
        return f"scores out of {most['high']} are told, not out of {high:g}"
    if (best := _REVERSED.search(text)) and float(best["low"]) == low:
        return f"{best['low']} is told to be the best"
    return None


def _shown(text: str) -> str:
    return f"'{text.strip()[:80]}'"
