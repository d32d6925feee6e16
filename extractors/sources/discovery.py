"""Addresses as a user gives them -> what they list, and the Sources behind it."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from extractors.errors import PaperError
from extractors.source import Source
from extractors.sources import files, lists
from extractors.sources.errors import BadAddress, ForbiddenByRobots
from extractors.sources.fetching import Fetching
from extractors.sources.listing import Listed, Listing, Missed, Remark, Withheld

if TYPE_CHECKING:  # the web's libraries are loaded when something is fetched
    from extractors.sources.visit import Visit


def discover(
    addresses: Iterable[str | Path], *, how: Fetching | None = None, today: date | None = None
) -> Iterator[Source]:
    """The papers behind files, folders (read recursively), lists, web addresses and sites, in the order given.

    Papers of a site that are not open are passed over. Raises PaperNotFound where an address leads to nothing, and the
    PaperError of the first paper that could not be had, after the others of its address.
    """
    from extractors.sources.visit import Visit

    with Visit(how or Fetching()) as visit:
        for address in addresses:
            lost: list[PaperError] = []
            for found in gather(str(address), visit, today=today or date.today()):
                if isinstance(found, Source):
                    yield found
                elif isinstance(found, Missed):
                    lost.append(found.error)
                elif isinstance(found, Withheld) and found.address == str(address):
                    lost.append(PaperError(found.why))
            if lost:
                raise lost[0]


def gather(
    address: str, visit: "Visit", *, today: date, how: Fetching | None = None
) -> Iterator[Source | Withheld | Missed | Remark]:
    """What an address lists, fetched. Raises PaperError where the whole list cannot be had."""
    for one in list_papers(address, visit, today=today, how=how):
        if not isinstance(one, Listed):
            yield one
            continue
        try:
            yield fetch(one, visit)
        except PaperError as error:
            yield Missed(one.address, one.title, error)


def list_papers(address: str, visit: "Visit", *, today: date, how: Fetching | None = None) -> Iterator[Listing]:
    """What an address lists, in its order: papers that can be fetched, those that are told and never fetched, parts of
    the list that could not be had, and remarks. The filters of `how` stand in for those of the visit.

    Raises PaperNotFound where it leads to nothing, and PaperError where nothing of the list can be had; if it ends
    before its time, the last is a Missed for the address itself.
    """
    has_begun = False
    try:
        for one in ORIGINS.get(_scheme(address), _on_disk)(address, visit, how or visit.how, today):
            yield _as_robots_say(one, visit) if isinstance(one, Listed) and one.path is None else one
            has_begun = True
    except PaperError as error:
        if not has_begun:
            raise
        yield Missed(address, "", error)


def fetch(listed: Listed, visit: "Visit") -> Source:
    """The paper: from this machine, from the store where it is known in this edition, else from its host.

    Raises PaperNotFound, EmptyPaper and the errors of `extractors.sources.errors`.
    """
    if listed.path is None:
        from extractors.sources.web import fetch_document

        return fetch_document(listed, visit)
    return Source(
        address=listed.address,
        path=listed.path,
        file_name=listed.path.name,
        publisher_host=listed.publisher_host,
        committee=listed.committee,
        meeting_on=listed.meeting_on,
        published_on=listed.published_on,
    )


def _scheme(address: str) -> str:
    scheme, mark, _ = address.partition("://")
    return scheme.lower() if mark else ""


def _as_robots_say(listed: Listed, visit: "Visit") -> Listing:
    try:
        is_allowed = visit.allows(listed.address)
    except PaperError as error:
        return Missed(listed.address, listed.title, error)
    return listed if is_allowed else Withheld(listed.address, listed.title, str(ForbiddenByRobots(listed.address)))


def _on_disk(address: str, visit: "Visit", how: Fetching, today: date) -> Iterator[Listing]:
    path = Path(address).expanduser()
    rows = lists.rows_of_list(path) if path.is_file() else None
    if rows is None:
        yield from files.locate(address)
        return
    for line, row in rows:
        named, place = lists.address_in(row, path.parent), f"{address}, line {line}"
        if not named:
            yield Missed(place, row.get("title", ""), BadAddress(place, "no address is given."))
            continue
        try:
            for one in _in_list(named, place, visit, how, today):
                yield lists.with_facts(one, row, place) if isinstance(one, Listed) else one
        except PaperError as error:
            yield Missed(named, row.get("title", ""), error)


def _in_list(address: str, place: str, visit: "Visit", how: Fetching, today: date) -> Iterator[Listing]:
    if _scheme(address) and _scheme(address) not in ORIGINS:
        raise BadAddress(place, f"{address} is of a kind that is not fetched; write a path or an https address.")
    if _scheme(address):
        return ORIGINS[_scheme(address)](address, visit, how, today)
    return files.locate(address)


def _web(address: str, _visit: "Visit", _how: Fetching, _today: date) -> Iterator[Listing]:
    from extractors.sources import cmis, moderngov

    page = moderngov.site_of_page(address) or cmis.site_of_page(address)
    if page:
        raise page
    yield Listed(address=urldefrag(address).url)


def _moderngov(address: str, visit: "Visit", how: Fetching, today: date) -> Iterator[Listing]:
    from extractors.sources.moderngov import list_moderngov

    return list_moderngov(address, visit, how, today=today)


def _cmis(address: str, visit: "Visit", how: Fetching, today: date) -> Iterator[Listing]:
    from extractors.sources.cmis import list_cmis

    return list_cmis(address, visit, how, today=today)


Origin = Callable[[str, "Visit", Fetching, date], Iterator[Listing]]

ORIGINS: dict[str, Origin] = {
    "http": _web,
    "https": _web,
    "moderngov+https": _moderngov,
    "moderngov+http": _moderngov,
    "cmis+https": _cmis,
    "cmis+http": _cmis,
}
