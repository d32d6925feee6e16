"""The date of an assessment, for frameworks that assess on dates instead of years."""

import re
from collections.abc import Iterable

from transforms.catalogue import Framework
from transforms.context import Surroundings
from transforms.dating import Dating
from transforms.periods import Period, find_dates

_EARLIER = re.compile(
    r"\b(?:previous|last|prior|earlier)\s+(?:\w+\s+){0,2}(?:inspection|assessment|judgements?|grades?|outcome)",
    re.IGNORECASE,
)
# 'Previous inspection dates' are those of another one.
_OTHER = re.compile(
    r"\b(?:previous|last|prior|next|earlier|first)\W*$|^(?:previous|last|prior|next|earlier)\b", re.IGNORECASE
)

# So many lines at the head of a paper can tell its dates.
_HEAD = 60


def another_time(texts: Iterable[str]) -> str | None:
    """Why the judgements of a table may be of an earlier assessment: the text above it says so."""
    for text in texts:
        if match := _EARLIER.search(text):
            return f"the text above says '{match.group()}': the date of the assessment may be another"
    return None


def assessment_date(framework: Framework, around: Surroundings) -> Dating:
    """The last day printed beside one of the framework's date labels, as an ISO date and the year of it.

    'Inspection dates: 22 to 26 July 2024' is the period '2024-07-26'.
    """
    labels = [label.casefold() for label in framework.date_labels]
    for line in around.paper.letterhead:
        named = any(label in line.label.casefold() for label in labels) and not _OTHER.search(line.label)
        if named and (dating := _dated(line.value)):
            return dating
    lines = around.paper.text.split("\n")[:_HEAD]
    for text, below in zip(lines, [*lines[1:], ""], strict=True):
        for label in labels:
            at = text.casefold().find(label)
            if at < 0 or _OTHER.search(text[:at]):
                continue
            beside = text[at : at + 160]
            alone = not beside[len(label) :].strip(" :")
            if dating := _dated(beside) or (_dated(below) if alone else None):
                return dating
    return Dating(
        None,
        None,
        "nowhere",
        0.0,
        f"no date stands beside '{framework.date_labels[0] if framework.date_labels else 'date'}'",
    )


def _dated(text: str) -> Dating | None:
    dates = find_dates(text)
    if not dates:
        return None
    last = max(dates)
    return Dating(
        Period(last.isoformat(), last.year, text.strip()), "stated", "the line of the assessment's dates", 1.0
    )
