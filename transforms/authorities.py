"""Printed name -> authority on a date, from the register."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from transforms.catalogue import Authority, Catalogue, Region

# Bodies above the authorities: their short names are names of regions, so only the full name counts.
_UPPER_BODIES = frozenset({"combined_authority", "strategic_regional_authority"})
# Everyday words and surnames that are also names of authorities: alone in running text they prove nothing.
_EVERYDAY_WORDS = frozenset(
    {"reading", "rugby", "eden", "craven", "bury", "barking", "corby", "sale", "boston", "stafford", "lincoln"}
)
# 'Derby Road', 'Liverpool City Region': the name of something else.
_NOT_BEFORE = frozenset(
    [
        "road",
        "street",
        "avenue",
        "lane",
        "house",
        "hall",
        "university",
        "college",
        "school",
        "academy",
        "cathedral",
        "airport",
        "hospital",
        "infirmary",
        "station",
        "football",
        "stadium",
        "court",
        "region",
        "police",
        "constabulary",
        "fire",
        "nhs",
        "ccg",
        "icb",
        "icp",
        "probation",
        "hospitals",
        "integrated",
        "clinical",
        "town",
    ]
)
_NOT_AFTER = frozenset(["greater", "port"])
_FORMS = re.compile(
    r"\b(?:metropolitan district|metropolitan borough|metropolitan|london borough(?: of)?|royal borough(?: of)?|"
    r"city and county of|city and|county borough|borough|district|county|city(?: of)?|unitary|council|corporation|"
    r"mbc|mdc|cbc|bc|dc|cc|ua|lb|la|local authority|the|of)\b"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in running text, with all bodies that it may mean (several where a name was passed on)."""

    text: str
    candidates: tuple[Authority, ...]


class AuthorityNames:
    """The register's names, ready for whole cells and for running text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_code = {authority.code: authority for authority in catalogue.authorities}
        self._by_key: dict[str, dict[str, Authority]] = defaultdict(dict)
        for authority in catalogue.authorities:
            for name in _names_of(authority):
                self._by_key[_key(name)][authority.code] = authority
        self._groups: set[str] = set()
        for name, code in catalogue.partnerships.items():
            if code is None:
                self._groups.add(_key(name))
            else:
                self._by_key[_key(name)] = {code: self._by_code[code]}
        self._regions = {
            _key(name): region
            for region in catalogue.regions
            for name in (region.name, *region.alternative_names)
            if len(name) > 2
        }
        self._longest = max(len(key.split()) for key in [*self._by_key, *self._groups, *self._regions])

    def named(self, printed: str) -> tuple[Authority, ...]:
        """The bodies that the whole of `printed` names, such as the content of a cell; empty where it names none."""
        key = _key(_without_marks(printed))
        found = self._by_key.get(key)
        if found is None and key not in self._groups and key not in self._regions:
            core = _core(key)
            found = self._by_key.get(core) if core else None
        return tuple(found.values()) if found else ()

    def region(self, printed: str) -> Region | None:
        """The region that the whole of `printed` names."""
        return self._regions.get(_key(_without_marks(printed)))

    def region_in(self, text: str) -> Region | None:
        """The one region that stands in `text`, None where there is none or several."""
        padded = f" {_key(text)} "
        found = {region.code: region for key, region in self._regions.items() if len(key) > 4 and f" {key} " in padded}
        return next(iter(found.values())) if len(found) == 1 else None

    def mentioned(self, text: str) -> tuple[Mention, ...]:
        """The names that stand in running text, the longest at each place; groups and regions are skipped over."""
        words = list(re.finditer(r"[A-Za-z0-9&'’.-]*[A-Za-z0-9&]", text))
        mentions, at = [], 0
        while at < len(words):
            length, candidates = self._longest_at(text, words, at)
            if candidates:
                printed = text[words[at].start() : words[at + length - 1].end()]
                mentions.append(Mention(re.sub(r"['’]s$", "", printed), candidates))
            at += max(length, 1)
        return tuple(mentions)

    def nearest(self, printed: str) -> str | None:
        """The official name closest to `printed`, to be shown to a person; None where nothing is close."""
        found = process.extractOne(_key(printed), self._by_key.keys(), scorer=fuzz.ratio, score_cutoff=75)
        return next(iter(self._by_key[found[0]].values())).name if found else None

    def _longest_at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, tuple[Authority, ...]]:
        """How many words from `at` on form a known name, and whom it names (nobody for groups and regions)."""
        if not words[at].group()[0].isupper() or (at and words[at - 1].group().casefold() in _NOT_AFTER):
            return 0, ()
        for length in range(min(self._longest, len(words) - at), 0, -1):
            printed = re.sub(r"['’]s$", "", text[words[at].start() : words[at + length - 1].end()])
            key = _key(printed)
            if key in self._groups or key in self._regions:
                return length, ()
            found = self._by_key.get(key)
            if found and not _names_something_else(key, words, at, length):
                return length, tuple(found.values())
        return 0, ()


def in_being(candidates: Iterable[Authority], on: date | None) -> tuple[Authority, ...]:
    """Those of `candidates` that existed on a date; all of them where the date is not known."""
    return tuple(
        body
        for body in candidates
        if on is None
        or ((body.valid_from is None or body.valid_from <= on) and (body.valid_to is None or on <= body.valid_to))
    )


def _names_of(authority: Authority) -> set[str]:
    names = {authority.name}
    if authority.kind not in _UPPER_BODIES:
        names |= {authority.short_name, f"{authority.short_name} Council", *authority.alternative_names}
        names |= {re.sub(r"\s+UA$", "", name) for name in authority.alternative_names}
        if authority.kind == "county":
            names.add(f"{authority.short_name.removesuffix(' County')} County Council")
            names.add(authority.short_name.removesuffix(" County"))
    return {name for name in names if name}


def _names_something_else(key: str, words: list[re.Match[str]], at: int, length: int) -> bool:
    following = words[at + length].group().casefold() if at + length < len(words) else ""
    second = words[at + length + 1].group().casefold() if at + length + 1 < len(words) else ""
    if following in _NOT_BEFORE or (following == "city" and second == "region"):
        return True
    if (
        at >= 2
        and words[at - 1].group() == "of"
        and words[at - 2].group().casefold() in {"university", "bishop", "diocese"}
    ):
        return True
    return key in _EVERYDAY_WORDS and following not in {"council", "borough", "city", "district"}


def _without_marks(printed: str) -> str:
    return re.sub(r"[*†‡§¹²³⁴-⁹]+|\[\w{1,2}\]|\((?:note\s*)?\d\)", "", printed)


def _key(printed: str) -> str:
    text = printed.casefold().replace("&", " and ").replace("’", "'").replace("'", "")
    words = re.findall(r"[a-z0-9]+", text)
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _core(key: str) -> str:
    """A name without the words for its kind, for forms that the register does not list ('Borough of Aldermere')."""
    return " ".join(_FORMS.sub(" ", key).split())
