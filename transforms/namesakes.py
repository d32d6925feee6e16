"""Whether a name that stands in running text names something else than the authority: 'Derby Road', 'Kent Police'."""

import re
from collections.abc import Callable, Sequence

# Everyday words and surnames that are also names of authorities: alone in running text they prove nothing.
_EVERYDAY_WORDS = frozenset(
    {
        "reading",
        "rugby",
        "eden",
        "craven",
        "bury",
        "barking",
        "corby",
        "sale",
        "boston",
        "stafford",
        "lincoln",
        "kingston",
        "richmond",
        "stockton",
    }
)
# Bodies that serve an area of their own, mostly of several authorities.
_BODIES = frozenset(
    [
        "police",
        "constabulary",
        "fire",
        "nhs",
        "ccg",
        "icb",
        "icp",
        "probation",
        "hospital",
        "hospitals",
        "healthcare",
        "integrated",
        "clinical",
        "combined",
        "resilience",
        "cvs",
        "university",
    ]
)
# fmt: off
_NOT_BEFORE = _BODIES | frozenset([
    "academy", "airport", "arena", "attack", "attacks", "avenue", "bombing", "bridge", "cathedral", "college", "court",
    "football", "hall", "house", "infirmary", "lane", "magistrates", "mosque", "prison", "region", "road", "school",
    "shire", "stadium", "station", "street", "town",
])
# fmt: on
_NOT_AFTER = frozenset(["greater", "port"])
_POINTS = frozenset(["north", "south", "east", "west", "mid", "central", "ne", "nw", "se", "sw"])
_LETTERS = frozenset("nsew")
_NUMBERED = frozenset(
    ["appendix", "annex", "annexe", "item", "part", "schedule", "section", "table", "figure", "option", "group"]
)
_OF_PLACES = frozenset(["university", "bishop", "diocese", "hospitals", "archdeacon"])
_FOR_AUTHORITIES = frozenset([("local", "authority"), ("children's", "services"), ("adult", "social")])
_FOR_KINDS = frozenset(["council", "borough", "city", "district"])


def is_part_of_longer(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the word before makes the name at `at` another one: 'Greater Aldermere', 'N. Aldermere'."""
    if not at:
        return False
    before = words[at - 1].group().casefold()
    if before in _NOT_AFTER:
        return True
    if text[words[at - 1].end() : words[at].start()] not in {" ", "-", ". "} or words[at - 1].group()[0].islower():
        return False
    numbered = at > 1 and words[at - 2].group().casefold() in _NUMBERED
    return before in _POINTS or (before in _LETTERS and not numbered)


def names_something_else(
    key: str, text: str, words: Sequence[re.Match[str]], at: int, length: int, known: Callable[[int], int]
) -> bool:
    """Whether the name of `length` words at `at` is a part of the name of something else.

    `known` tells how many words from a place on form a known name, for bodies of several places: 'Devon and Cornwall
    Police'.
    """
    end = at + length
    following, second = (words[i].group().casefold() if i < len(words) else "" for i in (end, end + 1))
    if following in _NOT_BEFORE or (following, second) in {("city", "region"), ("partnership", "nhs")}:
        return True
    if at >= 2 and words[at - 1].group() == "of" and words[at - 2].group().casefold() in _OF_PLACES:
        return True
    if not _FOR_KINDS & set(key.split()) and _is_of_joint_body(text, words, end, known):
        return True
    of_authority = following in _FOR_KINDS or (following.replace("’", "'"), second) in _FOR_AUTHORITIES
    return key in _EVERYDAY_WORDS and not of_authority


def _is_of_joint_body(text: str, words: Sequence[re.Match[str]], end: int, known: Callable[[int], int]) -> bool:
    """Whether 'and' or a comma joins further names to the one that ends at `end`, the last with a body's word."""
    while end < len(words):
        joint = words[end].group() in {"and", "&"}
        if not joint and text[words[end - 1].end() : words[end].start()].strip() != ",":
            return False
        start = end + 1 if joint else end
        length = known(start) if start < len(words) else 0
        if not length:
            return False
        end = start + length
        if end < len(words) and words[end].group().casefold() in _BODIES:
            return True
    return False
