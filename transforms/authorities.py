"""Printed name -> authority on a date, from the register."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rapidfuzz import fuzz, process

from transforms.catalogue import Authority, Catalogue, Region
from transforms.name_forms import core_of, is_of_other_kind, name_key, names_of, without_marks
from transforms.namesakes import is_part_of_longer, names_something_else

_TEXTS_KEPT = 256
"""Texts whose names are remembered: each value of a long paragraph asks for the names in all of it."""
_WORDS_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in running text, with all bodies that it may mean (several where a name was passed on)."""

    text: str
    candidates: tuple[Authority, ...]


class AuthorityNames:
    """The register's names, ready for whole cells and for running text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._by_code = {authority.code: authority for authority in catalogue.authorities}
        self._by_key: dict[str, dict[str, Authority]] = {}
        for authority in catalogue.authorities:
            for name in names_of(authority):
                self._by_key.setdefault(name_key(name), {})[authority.code] = authority
        self._groups: set[str] = set()
        for name, code in catalogue.partnerships.items():
            if code is None:
                self._groups.add(name_key(name))
            else:
                self._by_key[name_key(name)] = {code: self._by_code[code]}
        # A narrow cell breaks a name inside a word: 'Rossend ale'.
        self._by_squeezed: dict[str, dict[str, Authority]] = defaultdict(dict)
        for key, found in self._by_key.items():
            self._by_squeezed[key.replace(" ", "")] |= found
        self._regions = {
            name_key(name): region
            for region in catalogue.regions
            for name in (region.name, *region.alternative_names)
            if len(name) > 2
        }
        self._mentions = lru_cache(_TEXTS_KEPT)(self._read_mentions)
        self._longest = max(len(key.split()) for key in [*self._by_key, *self._groups, *self._regions])
        self._opening = self._first_words()

    def named(self, printed: str) -> tuple[Authority, ...]:
        """The bodies that the whole of `printed` names, such as the content of a cell; empty where it names none."""
        key = name_key(without_marks(printed))
        found = self._by_key.get(key)
        if found is None and key not in self._groups and key not in self._regions:
            core = core_of(key)
            found = (self._by_key.get(core) if core else None) or self._by_squeezed.get(key.replace(" ", ""))
            return tuple(body for body in (found or {}).values() if not is_of_other_kind(body, key))
        return tuple(found.values()) if found else ()

    def with_short_names(self, short_names: Mapping[str, Authority]) -> "AuthorityNames":
        """The same names with those that a paper explains itself, such as 'ABC' for Aldermere Borough Council."""
        if not short_names:
            return self
        more = copy(self)
        more._mentions = lru_cache(_TEXTS_KEPT)(more._read_mentions)
        more._by_key = self._by_key | {name_key(name): {body.code: body} for name, body in short_names.items()}
        more._opening = more._first_words()
        return more

    def region(self, printed: str) -> Region | None:
        """The region that the whole of `printed` names."""
        return self._regions.get(name_key(without_marks(printed)))

    def region_in(self, text: str) -> Region | None:
        """The one region that stands in `text`, None where there is none or several."""
        for mention in self.mentioned(text):
            text = text.replace(mention.text, " ; ")  # 'London' in 'London Borough of Hounslow' is no region
        padded = f" {name_key(text)} "
        found = {region.code: region for key, region in self._regions.items() if len(key) > 4 and f" {key} " in padded}
        return next(iter(found.values())) if len(found) == 1 else None

    def mentioned(self, text: str) -> tuple[Mention, ...]:
        """The names that stand in running text, the longest at each place; groups and regions are skipped over."""
        return self._mentions(text)

    def _read_mentions(self, text: str) -> tuple[Mention, ...]:
        words = _words(text)
        mentions, at = [], 0
        while at < len(words):
            length, candidates = self._longest_at(text, words, at)
            if candidates:
                mentions.append(Mention(_printed(text, words, at, length), candidates))
            at += max(length, 1)
        return tuple(mentions)

    def nearest(self, printed: str) -> str | None:
        """The official name closest to `printed`, to be shown to a person; None where nothing is close."""
        found = process.extractOne(name_key(printed), self._by_key.keys(), scorer=fuzz.ratio, score_cutoff=75)
        return next(iter(self._by_key[found[0]].values())).name if found else None

    def group_in(self, text: str) -> str | None:
        """The words of `text` that name a group of authorities such as 'LLR', which stands for none of them."""
        words = _words(text)
        for at in range(len(words)):
            length = self._known_at(text, words, at)
            if length and name_key(printed := text[words[at].start() : words[at + length - 1].end()]) in self._groups:
                return printed
        return None

    def _longest_at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[int, tuple[Authority, ...]]:
        """How many words from `at` on form a known name, and whom it names (nobody for groups and regions)."""
        length = self._known_at(text, words, at)
        if length and is_part_of_longer(text, words, at):
            return 0, ()
        while length:
            key = name_key(_printed(text, words, at, length))
            if key in self._groups or key in self._regions:
                return length, ()
            found = self._by_key.get(key, {})
            if not names_something_else(key, text, words, at, length, lambda start: self._known_at(text, words, start)):
                kind = name_key(_printed(text, words, at, min(length + 2, len(words) - at)))
                bodies = tuple(body for body in found.values() if not is_of_other_kind(body, kind))
                return (length, bodies) if bodies else (0, ())
            length = self._known_at(text, words, at, length - 1)
        return 0, ()

    def _first_words(self) -> frozenset[str]:
        return frozenset(key.partition(" ")[0] for key in (*self._by_key, *self._groups, *self._regions)) | {""}

    def _opens(self, word: str) -> bool:
        """Whether a known name may begin with a word: most words of a paper begin none, and that is soon asked."""
        return any(opening in self._opening for opening in _opening_words(word))

    def _known_at(self, text: str, words: list[re.Match[str]], at: int, longest: int | None = None) -> int:
        """How many words from `at` on form the longest known name of an authority, a group or a region."""
        if not words[at].group()[0].isupper() or not self._opens(words[at].group()):
            return 0
        for length in range(min(self._longest if longest is None else longest, len(words) - at), 0, -1):
            key = name_key(_printed(text, words, at, length))
            if key in self._by_key or key in self._groups or key in self._regions:
                return length
        return 0


@lru_cache(_WORDS_KEPT)
def _opening_words(word: str) -> tuple[str, ...]:
    """The first words that the key of a name may have which is printed with `word` first; '' for any."""
    keys = [name_key(form) for form in {word, word.removesuffix("'s").removesuffix("’s")}]
    return tuple("" if key == "the" else key.partition(" ")[0] for key in keys)


def _words(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"[\w&'’.-]*[\w&]", text))


def _printed(text: str, words: list[re.Match[str]], at: int, length: int) -> str:
    return re.sub(r"['’]s$", "", text[words[at].start() : words[at + length - 1].end()])


def in_being(candidates: Iterable[Authority], on: date | None) -> tuple[Authority, ...]:
    """Those of `candidates` that existed on a date; all of them where the date is not known."""
    return tuple(
        body
        for body in candidates
        if on is None
        or ((body.valid_from is None or body.valid_from <= on) and (body.valid_to is None or on <= body.valid_to))
    )
