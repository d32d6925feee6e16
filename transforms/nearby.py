"""What stands close to a table and speaks against an authority or period that was taken from further away."""

import re
from collections.abc import Iterable, Sequence

from transforms.attribution import Attribution
from transforms.authorities import AuthorityNames
from transforms.columns import not_understood
from transforms.context import Surroundings
from transforms.dating import Dating
from transforms.periods import Period, find_dates, find_month, find_periods, read_period

_SHORT = 70
_FEW = 5
# Places so close to a figure that nothing stands between.
_AT_THE_TABLE = frozenset({"the table", "the caption"})
_ANNOUNCES = re.compile(
    r"\b(?:below|following|follows|(?:the|this) table|these (?:are|scores)|(?:are|is) (?:shown|set out|given))\b|:\s*$",
    re.IGNORECASE,
)
_OF_PAPER = re.compile(
    r"^(?!.*\b(?:next|previous|last|review|due|deadline|call-?in|call for|background)\b).*"
    r"\b(?:report|minutes|meeting|committee|board|cabinet|panel|held|date)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:table|figure|chart)\s*\d", re.IGNORECASE)
_SOURCE = re.compile(r"\s*\(?sources?\b", re.IGNORECASE)
_OF_WHEN = re.compile(
    r"\b(?:as (?:at|of)|position|correct (?:at|on)|scores?|ratings?|figures|results?|data)\b", re.IGNORECASE
)
# Words with which a text speaks of another time than that of the figures, or of some of them only.
_OF_SOME = re.compile(
    r"\b(?:next|will|published|agreed|reported|since|than|compar\w+|was|were|brackets?|parenthes[ei]s|italics?|grey|"
    r"(?:first|second|last|left|right)(?:-?hand)? column)\b|[=*†‡§]",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bof the (?:year|assessment) before\b", re.IGNORECASE)


def label_lines(lead_in: Sequence[str], names: AuthorityNames) -> tuple[str, ...]:
    """Lines straight above a table that hold nothing but an authority's name or a period: they caption it.

    Two names of authorities are a row of heads over several tables: which is whose cannot be told.
    """
    found: list[str] = []
    for text in lead_in[:2]:
        label = text.strip().strip(":()")
        period = read_period(label)
        alone = period is not None and not not_understood(label.replace(period.text, " "))
        if len(label) <= _SHORT and (alone or names.named(label)):
            found.append(label)
        elif len(label) > _SHORT or not (find_dates(label) or find_month(label)):
            break
    bodies = [label for label in found if names.named(label)]
    return tuple(label for label in found if len(bodies) < 2 or label not in bodies)


def other_owner(attribution: Attribution, around: Surroundings, names: AuthorityNames) -> str | None:
    """Why the figures may be another authority's: the line that announces them, their source or the page names it."""
    if attribution.authority is None or attribution.place in _AT_THE_TABLE:
        return None
    bound = next((text for text in around.page_tops if names.named(text.strip())), "")
    announcing = [text for text in around.lead_in[:1] if _announces(text)]
    sources = [text for text in around.below if _SOURCE.match(text)]
    for told, texts in (
        ("the text above names", announcing),
        ("the source below the table is", sources),
        ("the caption below the table names", _captions_below(around)),
        ("the head or foot of the page names", around.page_heads),
        ("the top of the page names", [bound]),
    ):
        for text in texts:
            mentions = names.mentioned(text)
            if mentions and all(attribution.authority not in mention.candidates for mention in mentions):
                return f"{told} {mentions[0].text}"
    return None


def _captions_below(around: Surroundings) -> tuple[str, ...]:
    """A numbered line straight below a table that has none above."""
    numbered = any(_NUMBERED.match(text) for text in (*around.captions, *around.lead_in[:1]))
    return () if numbered else tuple(text for text in around.below[:1] if _NUMBERED.match(text))


def _announces(text: str) -> bool:
    return bool(_ANNOUNCES.search(text)) or (len(text) <= _SHORT and not text.rstrip().endswith("."))


def other_time(dating: Dating, around: Surroundings) -> str | None:
    """Why the figures may be of another time: a line that stands closer, or below the table, names another year."""
    if dating.period is None or dating.place in _AT_THE_TABLE:
        return None
    bound = next((day for text in around.page_tops if _OF_PAPER.search(text) for day in find_dates(text)[:1]), None)
    if bound and around.dated and bound.year != around.dated.year and bound.year not in _years(dating.period):
        return f"the top of the page speaks of {bound.isoformat()}"
    above = [text for text in around.lead_in[:1] if len(text) <= _SHORT and around.dated not in find_dates(text)]
    above = [text for text in above if _is_of_when(text)]
    below = [text for text in around.below if _is_of_when(text)]
    for where, texts in (("above", above), ("below", below)):
        for text in texts:
            if around.dated in find_dates(text):
                continue  # the paper's own date
            if before := _BEFORE.search(text):
                return f"the text {where} says '{before.group()}'"
            if (told := _year(text)) and told not in _years(dating.period) and not _OF_SOME.search(text):
                return f"the text {where} speaks of {told}: '{text.strip()[:80]}'"
    return None


def _is_of_when(text: str) -> bool:
    is_label = len(text.split()) <= _FEW and _year(text) is not None
    return is_label or bool(_OF_WHEN.search(text) or _BEFORE.search(text))


def _year(text: str) -> int | None:
    """The one year that a text names by a period, day or month; None where it names none or several."""
    years = {period.year for period in find_periods(text)} | {day.year for day in find_dates(text)}
    if not years and (month := find_month(text)):
        return month.year
    return years.pop() if len(years) == 1 else None


def _years(period: Period) -> Iterable[int]:
    return {period.year, period.year - 1} if "/" in period.name else {period.year}
