"""The address of a site of committee papers: where it is, and which of its papers are wanted.

moderngov+https://HOST/base?committee=scrutiny&since=2022-01-01&until=2024-12-31&words=prevent,benchmark
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import parse_qsl, urlsplit

from extractors.sources.errors import BadAddress
from extractors.sources.fetching import Fetching

FILTERS = ("committee", "since", "until", "words")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The papers that are wanted: between two days, of some committees, with some words; no words means all.

    `settled_before` is the day before which a meeting's list does not change any more.
    """

    since: date
    until: date
    settled_before: date
    committees: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def has_day(self, day: date | None) -> bool:
        """Whether a meeting on that day is wanted; one whose day is not known is."""
        return day is None or self.since <= day <= self.until

    def has_committee(self, title: str) -> bool:
        """Whether a word of the committee's title begins with one that is wanted."""
        return _has_any(self.committees, [title])

    def has_title(self, *titles: str) -> bool:
        """Whether a word of one of the titles begins with one that is wanted."""
        return _has_any(self.words, titles)

    def is_settled(self, day: date | None) -> bool:
        """Whether a meeting was so long ago that its papers do not change any more."""
        return day is not None and day < self.settled_before


@dataclass(frozen=True, slots=True)
class Site:
    """A site: `base` is its http(s) address without query and last slash, `told` what else its address tells."""

    address: str
    base: str
    host: str
    wanted: Wanted
    told: dict[str, str]


def read_site(address: str, how: Fetching, today: date, *, also: Collection[str] = ()) -> Site:
    """The site behind an address such as `moderngov+https://HOST/base?committee=word`.

    What the address says stands over `how`. `also` are names that it may tell beside the filters. Raises BadAddress.
    """
    parts = urlsplit(address)
    if not parts.hostname:
        raise BadAddress(address, "the host is missing. Write it as moderngov+https://democracy.example.gov.uk/.")
    told: dict[str, list[str]] = {}
    for name, value in parse_qsl(parts.query):
        told.setdefault(name.lower(), []).append(value.strip())
    unknown = [name for name in told if name not in (*FILTERS, *also)]
    if unknown:
        known = ", ".join((*FILTERS, *also))
        raise BadAddress(address, f"'{unknown[0]}' is no filter of a site; known are {known}.")
    return Site(
        address=address,
        base=f"{parts.scheme.rpartition('+')[2]}://{parts.netloc}{parts.path.rstrip('/')}",
        host=parts.hostname.lower(),
        wanted=_wanted(address, told, how, today),
        told={name: told[name][-1] for name in also if name in told},
    )


def _wanted(address: str, told: dict[str, list[str]], how: Fetching, today: date) -> Wanted:
    settled_before = today - timedelta(weeks=how.weeks_back)
    since = _day(address, "since", told) or how.since or settled_before
    until = _day(address, "until", told) or how.until or today + timedelta(weeks=how.weeks_ahead)
    if since > until:
        raise BadAddress(address, f"it asks for papers since {since} and until {until}: nothing lies between.")
    return Wanted(
        since=since,
        until=until,
        settled_before=settled_before,
        committees=_words(told.get("committee")) or how.committees,
        words=_words(told.get("words")) or how.words,
    )


def _day(address: str, name: str, told: dict[str, list[str]]) -> date | None:
    if name not in told:
        return None
    try:
        return date.fromisoformat(told[name][-1])
    except ValueError as error:
        raise BadAddress(address, f"'{name}' must be a day such as 2022-01-31.") from error


def _words(texts: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for text in texts or () for word in text.split(",") if word.strip())


def _has_any(words: tuple[str, ...], titles: Iterable[str]) -> bool:
    if not words:
        return True
    begins = re.compile("|".join(rf"(?<!\w){re.escape(word)}" for word in words), re.IGNORECASE)
    return any(begins.search(title) for title in titles)
