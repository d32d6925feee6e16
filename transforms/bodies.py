"""Bodies that a text names and the register does not know: what stands under their names is not the paper's own."""

import re
from collections.abc import Iterable, Iterator

from transforms.authorities import AuthorityNames

_NAME = r"(?:[A-Z][\w'’-]+\.?|&|and|of|on|upon|in|the|with)"
_KINDS = (
    r"(?:Council|Trust|Police|Constabulary|University|College|School|Academy|Hospitals?|Probation Service|"
    r"Fire (?:and|&) Rescue(?: Service| Authority)?|Integrated Care Board|ICB|Homes|Housing(?: Association| Group)?|"
    r"Association|Prison|HMP|Ltd|Limited|plc)"
)
_BODY = re.compile(
    rf"\b(?P<name>[A-Z][\w'’-]+(?: {_NAME}){{0,6}}? {_KINDS})\b"
    r"|\b(?P<of>(?:University|London Borough|Royal Borough|Borough|City|Diocese|Bishop|College) of (?:the )?"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
)
# Words that make no name of a body: 'County Council', 'Members of the Council', 'Prevent in School'.
# fmt: off
_PLAIN = frozenset([
    "a", "agency", "all", "an", "and", "annex", "annual", "any", "appendix", "at", "benchmarks", "borough",
    "by", "city", "combined", "community", "comparison", "corporate", "council", "council's", "councils",
    "county", "district", "duty", "each", "every", "figure", "fire", "for", "from", "full", "health", "high",
    "home", "how", "in", "independent", "individual", "joint", "lead", "local", "members", "metropolitan",
    "multi", "multi-agency", "national", "neighbouring", "nhs", "no", "of", "office", "officers", "on", "one",
    "or", "other", "our", "overview", "parish", "part", "partner", "partnership", "police", "prevent",
    "primary", "prison", "public", "regional", "report", "results", "role", "safer", "school", "schools",
    "score", "scores", "secondary", "section", "share", "special", "summary", "table", "the", "their", "this",
    "to", "town", "two", "unitary", "update", "upper", "what", "when", "where", "which", "who", "why", "with",
    "work", "your",
])
# fmt: on
# In a sentence a body may stand for many reasons; the scores are its own where the sentence says so.
_OWNS = (
    r"(?:\b(?:scores?|ratings?|results?|assessment|benchmarks?)\s+(?:of|for|from|at|in|by)\s+(?:the\s+)?{0}"
    r"|{0}(?:['’]s?)?\s+(?:was|were|received|scored|achieved|got|has|had|benchmark|scores?|ratings?|results?)\b)"
)


def unknown_body(texts: Iterable[str], names: AuthorityNames) -> str | None:
    """The name of a body in the first of `texts` that names any, where it is none of the register; else None."""
    for text in texts:
        if names.mentioned(text):
            return None
        for printed in _bodies_in(text):
            if not names.named(printed):
                return printed
    return None


def unknown_owner(sentences: Iterable[str], names: AuthorityNames) -> str | None:
    """The same for sentences, of which only those count that say whose the scores are."""
    for text in sentences:
        if names.mentioned(text):
            return None
        for printed in _bodies_in(text):
            if re.search(_OWNS.format(re.escape(printed)), text) and not names.named(printed):
                return printed
    return None


def _bodies_in(text: str) -> Iterator[str]:
    for found in _BODY.finditer(text):
        if found.group("of"):
            yield found.group("of")
            continue
        words = found.group("name").split()
        while words and words[0].casefold() in _PLAIN:
            words = words[1:]
        if len(words) > 1:
            yield " ".join(words)
