"""A ModernGov site -> the papers of its meetings, by way of its web service, or of its pages where that is off."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from typing import TypeVar
from urllib.parse import parse_qs, parse_qsl, quote, urldefrag, urlencode, urljoin, urlsplit

from extractors.errors import PaperNotFound
from extractors.sources.errors import BadAddress, NoSite, NotNow, PageOfSite, Refused
from extractors.sources.fetching import Fetching
from extractors.sources.listing import Listed, Listing, Remark, Withheld
from extractors.sources.moderngov_pages import Pages
from extractors.sources.moderngov_service import Agenda, Attachment, Committee, Item, Service
from extractors.sources.names import PAPER_SUFFIXES
from extractors.sources.openness import why_closed
from extractors.sources.patience import Patience
from extractors.sources.settled import papers_of
from extractors.sources.site import FILTERS, Site, read_site
from extractors.sources.visit import Visit

_NAMES = ("packs", "cid", "mid", "year", "ver")
_PACKS = ("never", "alone", "always")
_PAGE = re.compile(r"/(?:(?:ie|mg)\w*\.aspx|mgwebservice\.asmx(?:/\w*)?)$", re.IGNORECASE)
_DOCUMENT_PAGE = re.compile(r"/mgconvert2pdf\.aspx$", re.IGNORECASE)
_PERSON = re.compile(r"/mg(?:userinfo|memberindex|councillor)\w*\.aspx$|councillors", re.IGNORECASE)
_DOCUMENT = re.compile(r"/documents/([gbs])(\d+)/|/mgconvert2pdf\.aspx\?id=(\d+)", re.IGNORECASE)
_RESTRICTED = "it is not open to the public"

_PAGES_WERE_READ = (
    "The web service does not answer ({}), so the public pages of the site were read. "
    "They do not name committees that have ended, and tell a changed paper only by its size."
)

T = TypeVar("T")


def list_moderngov(address: str, visit: Visit, how: Fetching, *, today: date) -> Iterator[Listing]:
    """The papers that `moderngov+https://HOST/base?filters` names, meeting by meeting, each document once.

    A page of one committee (CId) or one meeting (MId) lists only that. Where the web service does not answer, the
    public pages are read, which is told by a Remark. Raises BadAddress, NoSite where neither is there, and what keeps
    the host from being asked; what fails for one committee or meeting is a Missed.
    """
    site = _site(address, how, today)
    seen: set[str] = set()
    for one in _Meetings(site, visit).papers():
        # The minutes of one meeting are attached to the next, and a document has two addresses.
        key = _number(one) or one.address
        if key not in seen:
            seen.add(key)
            yield one


def site_of_page(address: str) -> PageOfSite | None:
    """How the site is given, where an https address is one of its pages and no document; else None."""
    parts = urlsplit(address)
    if not _PAGE.search(parts.path) or _DOCUMENT_PAGE.search(parts.path):
        return None
    asked = {name.lower() for name in parse_qs(parts.query)}
    if "mid" in asked or ("cid" in asked and "listmeetings" in parts.path.lower()):
        return PageOfSite(address, f"moderngov+{urldefrag(address).url}")
    return PageOfSite(address, f"moderngov+{parts.scheme}://{parts.netloc}{_PAGE.sub('/', parts.path)}")


def _site(address: str, how: Fetching, today: date) -> Site:
    parts = urlsplit(urldefrag(address).url)
    if _PERSON.search(parts.path):
        raise BadAddress(address, "pages about persons are never fetched. Give the site or the page of a meeting.")
    if _PAGE.search(parts.path):
        known = [(name, value) for name, value in parse_qsl(parts.query) if name.lower() in (*FILTERS, *_NAMES)]
        parts = parts._replace(path=_PAGE.sub("", parts.path), query=urlencode(known))
    site = read_site(parts.geturl(), how, today, also=_NAMES)
    if site.told.get("packs", "alone") not in _PACKS:
        raise BadAddress(address, f"'packs' must be one of {', '.join(_PACKS)}.")
    for name in ("cid", "mid"):
        if name in site.told and not site.told[name].isdecimal():
            raise BadAddress(address, f"'{name}' must be a number.")
    return site


class _Meetings:
    """The meetings of one site that are wanted, each once, and their papers."""

    def __init__(self, site: Site, visit: Visit) -> None:
        self._site = site
        self._visit = visit
        self._lists: Service | Pages = Service(visit, site.base)
        self._remarks: list[Remark] = []
        self._patience = {"committees": Patience(site.address), "meetings": Patience(site.address)}
        self._met: set[str] = set()

    def papers(self) -> Iterator[Listing]:
        if "mid" in self._site.told:
            agenda = self._had(lambda lists: lists.agenda(self._site.told["mid"]))
            yield from self._remarks
            yield from self._of_agenda(Committee("", ""), agenda)
            return
        committees = self._committees()
        yield from self._remarks
        for committee in committees:
            yield from self._patience["committees"].try_part(
                f"{self._site.base}/ieListMeetings.aspx?CId={committee.number}",
                committee.title,
                partial(self._of_committee, committee),
            )

    def _committees(self) -> list[Committee]:
        found = self._had(lambda lists: lists.committees())
        number, wanted = self._site.told.get("cid"), self._site.wanted
        chosen = [one for one in found if number in (None, one.number) and wanted.has_committee(one.title)]
        if number and not chosen and isinstance(self._lists, Pages):
            return [Committee(number, "")]  # the pages do not name those that have ended
        # A word of the settings is meant for many sites, and not each has such a committee.
        if not chosen and (number or wanted.committees != self._visit.how.committees):
            raise BadAddress(
                self._site.address, f"none of the site's {len(found)} committees is the one that it names."
            )
        return chosen

    def _had(self, ask: Callable[[Service | Pages], T]) -> T:
        """What `ask` gives of the service; where that does not answer or gives nothing, of the pages from now on."""
        try:
            given = ask(self._lists)
            seen = "it lists no committees at all"
        except (NotNow, PaperNotFound, Refused) as error:
            given, seen = None, _seen(error)
        if given:
            return given
        pages = Pages(self._visit, self._site.base)
        try:
            given = ask(pages)
        except (NotNow, PaperNotFound, Refused) as error:
            shown = f"has no ModernGov service that answers ({seen}), nor pages that do ({_seen(error)})"
            raise NoSite(self._site.address, shown) from error
        if not given:
            raise NoSite(self._site.address, "lists no committees at all")
        self._lists = pages
        self._remarks.append(Remark(self._site.address, _PAGES_WERE_READ.format(seen)))
        return given

    def _of_committee(self, committee: Committee) -> Iterator[Listing]:
        wanted = self._site.wanted
        for meeting in self._lists.meetings(committee.number, wanted.since, wanted.until):
            if wanted.has_day(meeting.day) and meeting.number not in self._met:
                self._met.add(meeting.number)
                yield from self._patience["meetings"].try_part(
                    self._page(meeting.number),
                    f"{committee.title}, {meeting.day}",
                    partial(self._of_meeting, committee, meeting.number, meeting.day),
                )

    def _of_meeting(self, committee: Committee, number: str, day: date | None) -> Iterator[Listing]:
        packs, words = self._site.told.get("packs", "alone"), ",".join(self._site.wanted.words)
        key = f"{self._page(number)} packs={packs} words={words}"
        return papers_of(key, day, self._site.wanted, self._visit.store, lambda: self._asked(committee, number, day))

    def _asked(self, committee: Committee, number: str, day: date | None) -> Iterator[Listing]:
        agenda = self._lists.agenda(number)
        # A list that did not tell the day let the meeting through; its agenda may tell.
        if day is not None or self._site.wanted.has_day(agenda.day):
            yield from self._of_agenda(committee, agenda)

    def _of_agenda(self, committee: Committee, agenda: Agenda) -> Iterator[Listing]:
        papers = _Papers(self._site, committee, agenda, self._page(agenda.number))
        yield from papers.single()
        yield from papers.pack()

    def _page(self, meeting: str) -> str:
        return f"{self._site.base}/ieListDocuments.aspx?MId={meeting}"


class _Papers:
    """The papers of one meeting."""

    def __init__(self, site: Site, committee: Committee, agenda: Agenda, page: str) -> None:
        self._site = site
        self._agenda = agenda
        self._page = page
        attached = [(item, one) for item in agenda.items for one in item.attachments]
        self._attached = attached
        self._committee = committee.title or next((one.committee for _, one in attached if one.committee), "")
        # A document that one item closes stays closed where another item links to it.
        self._closed = {one.number for item, one in attached if not (agenda.is_open and item.is_open and one.is_open)}

    def single(self) -> Iterator[Listed | Withheld]:
        """Each document that an item links to and whose title, or its item's, is wanted."""
        for item, one in self._attached:
            if self._site.wanted.has_title(one.title, item.title):
                yield self._single(item, one)

    def pack(self) -> Iterator[Listed]:
        """The whole pack of the meeting: where it is asked for, or where papers are out and none is linked to."""
        packs = self._site.told.get("packs", "alone")
        is_due = packs == "always" or (packs == "alone" and not self._attached)
        titles = [item.title for item in self._agenda.items]
        if is_due and self._agenda.is_open and self._agenda.is_published and self._site.wanted.has_title(*titles):
            state = " ".join([self._agenda.state, *(_edition(one) for _, one in self._attached), *titles])
            yield self._listed(
                self._agenda.pack or self._pack_address(),
                self._pack_title(),
                edition=f"g{self._agenda.number} {sha256(state.encode()).hexdigest()[:16]}",
            )

    def _single(self, item: Item, one: Attachment) -> Listed | Withheld:
        why = _RESTRICTED if one.number in self._closed else why_closed(one.title, item.title)
        if why:
            # Neither the title nor the address, which repeats it: they may say what nobody is to know.
            place = ", ".join(
                filter(None, [self._committee, f"{self._agenda.day}", f"item {item.number}".rstrip(". ")])
            )
            mark = f"attachment{one.number}" if one.number else f"item{item.number.rstrip('.')}"
            return Withheld(f"{self._page}#{mark}", place, why)
        address = self._address(one)
        if one.is_outside and not urlsplit(address).path.lower().endswith(PAPER_SUFFIXES):
            return Withheld(address, one.title, "it leads to a page outside of the site")
        return self._listed(address, one.title, edition=_edition(one), published_on=one.published_on)

    def _listed(self, address: str, title: str, *, edition: str, published_on: date | None = None) -> Listed:
        return Listed(
            address=address,
            title=title,
            committee=self._committee or None,
            meeting_on=self._agenda.day,
            published_on=published_on,
            publisher_host=self._site.host,
            edition=edition,
            is_file=True,
        )

    def _address(self, one: Attachment) -> str:
        """The address of a document: absolute, by https where the site is, and one for one attachment."""
        address = urldefrag(urljoin(f"{self._site.base}/", one.url or f"mgConvert2PDF.aspx?ID={one.number}")).url
        parts, base = urlsplit(address), urlsplit(self._site.base)
        if parts.scheme == "http" and base.scheme == "https" and parts.hostname == base.hostname:
            parts = parts._replace(scheme="https", netloc=base.netloc)
        if _DOCUMENT_PAGE.search(parts.path):
            parts = parts._replace(query=f"ID={one.number}")
        # A title may stand in the address with blanks and the like.
        return parts._replace(path=quote(parts.path, safe="/%:@!$&'()*+,;=~")).geturl()

    def _pack_address(self) -> str:
        return f"{self._site.base}/documents/g{self._agenda.number}/{quote(self._pack_title())}.pdf?T=10"

    def _pack_title(self) -> str:
        day = f"{self._agenda.day:%A %d-%b-%Y}" if self._agenda.day else ""
        return " ".join(filter(None, ["Public reports pack", day, _time(self._agenda.time), self._committee]))


def _edition(one: Attachment) -> str:
    """What the list tells of a document's version; "" where it tells nothing, and then the document itself is asked."""
    version = one.published_on or one.size
    return f"{one.number} {version}" if one.number and version else ""


def _number(one: Listing) -> str:
    """The number of the attachment or pack that is listed; "" where there is none."""
    if not isinstance(one, Listed):
        return ""
    seen = _DOCUMENT.search(one.address)
    kind = seen[1].lower() if seen and seen[1] else "s"
    named = f"{'' if kind == 's' else kind}{seen[2] or seen[3]}" if seen else ""
    return one.edition.partition(" ")[0] or named


def _seen(error: NotNow | PaperNotFound | Refused) -> str:
    if isinstance(error, Refused):
        return f"it answered with status {error.status}"
    return error.seen if isinstance(error, NotNow) else "it does not exist"


def _time(printed: str) -> str:
    """A time such as "2.00 pm" as it stands in the name of a pack: "14.00"."""
    for form in ("%I.%M %p", "%H.%M"):
        try:
            return f"{datetime.strptime(printed.replace(':', '.').strip(), form):%H.%M}"
        except ValueError:
            continue
    return ""
