"""The words that name a measure which a paper derives itself from its scores."""

import re

from transforms.findings import MeasureName

_WEIGHTED = re.compile(r"\bweighted\s+(?:average\s+)?scores?\b|\bweighted\s+(?:average|mean)\b", re.IGNORECASE)
_PERCENT = re.compile(
    r"(?:%|\bper\s?cent(?:age)?s?\b|\bproportion\b|\bshare\b).{0,60}?\b(?:met|meeting|meets)\b.{0,12}?\bexceed\w*|"
    r"\b(?:met|meeting)\b.{0,12}?\bexceed\w*.{0,40}?(?:%|\bper\s?cent(?:age)?\b)",
    re.IGNORECASE | re.DOTALL,
)


def measure_named(text: str) -> MeasureName | None:
    """The measure that a caption, heading or column head speaks of; None where it speaks of none or of both."""
    weighted, percent = bool(_WEIGHTED.search(text)), bool(_PERCENT.search(text))
    if weighted == percent:
        return None
    return "weighted_score" if weighted else "percent_met_or_exceeded"
