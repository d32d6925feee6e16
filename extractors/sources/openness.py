"""What is open to the public: a paper that is not is told, and never fetched."""

import re

_CLOSED_TITLE = re.compile(
    r"\b(?:exempt|confidential|not for publication|(?:part|pt\.?) ?(?:two|ii|2)(?! of\b))\b", re.IGNORECASE
)


def why_closed(*titles: str) -> str | None:
    """Why papers with such titles (its own, its agenda item's) are not open; None where the titles say nothing."""
    for title in titles:
        seen = _CLOSED_TITLE.search(title)
        if seen:
            return f"the title says '{seen[0].lower()}'"
    return None


def is_false(text: str) -> bool:
    """Whether a flag of a list is off. A flag that is empty or unknown is not."""
    return text.strip().lower() in ("false", "0", "no")
