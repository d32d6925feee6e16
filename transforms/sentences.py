"""What a sentence that states a score says itself of whose and of when it is."""

import re
from datetime import date

from transforms.attribution import Attribution
from transforms.authorities import AuthorityNames, in_being
from transforms.dating import Dating
from transforms.judgement import of_another_time
from transforms.periods import find_dates, find_periods
from transforms.purpose import names_another

_OF_PERIOD = re.compile(r"\b(?:in|for|during|of)\s+(?:the\s+)?(?:financial\s+)?(?:year\s+)?$", re.IGNORECASE)


def told_in(
    sentence: str, paragraph: str, attribution: Attribution, around: Dating, names: AuthorityNames, on: date | None
) -> tuple[Dating, tuple[str, ...]]:
    """The sentence's own period, else that of its surroundings, and why a person should look.

    A sentence or paragraph that names another authority, a region or another year than its surroundings is held.
    """
    dating, doubt = _dated(sentence, around)
    doubts = [
        doubt,
        of_another_time(attribution, dating, names),
        _other_authority(paragraph, attribution, names, on),
        _region(sentence, names),
        names_another(paragraph),
        _other_year(paragraph, dating),
        _not_over(dating, on),
    ]
    return dating, tuple(reason for reason in doubts if reason)


def _dated(sentence: str, around: Dating) -> tuple[Dating, str | None]:
    found = {period.year: period for period in find_periods(sentence)}
    if not found:
        return around, None
    if len(found) > 1:
        return around, f"the sentence names several periods: {', '.join(period.name for period in found.values())}"
    period = next(iter(found.values()))
    dating = Dating(period, "stated", "the sentence", 1.0)
    elsewhere = around.period is not None and around.period.year != period.year
    if elsewhere and not _OF_PERIOD.search(sentence[: sentence.find(period.text)]):
        return dating, f"the sentence names {period.text}, perhaps not as the period of its score"
    return dating, None


def _other_authority(paragraph: str, attribution: Attribution, names: AuthorityNames, on: date | None) -> str | None:
    for mention in names.mentioned(paragraph):
        bodies = in_being(mention.candidates, on) or mention.candidates
        if attribution.authority not in bodies:
            return f"the paragraph names {mention.text}"
    return None


def _region(sentence: str, names: AuthorityNames) -> str | None:
    region = names.region_in(sentence)
    return f"the sentence names {region.name}" if region else None


def _other_year(paragraph: str, dating: Dating) -> str | None:
    if dating.period is None:
        return None
    years = {period.year for period in find_periods(paragraph)} | {day.year for day in find_dates(paragraph)}
    others = sorted(
        years - {dating.period.year, dating.period.year - 1 if "/" in dating.period.name else dating.period.year}
    )
    return f"the paragraph names {others[0]} too" if others else None


def _not_over(dating: Dating, on: date | None) -> str | None:
    """A year that was not over when the paper was written; where the surroundings tell it their own doubt does."""
    period = dating.period
    if period is None or on is None or dating.place != "the sentence" or period.year <= on.year:
        return None
    return f"the sentence names {period.text}, which was not over when the paper was written"
