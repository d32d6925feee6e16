"""A CMIS site (committee pages on DotNetNuke) -> the papers of its meetings, read from its calendar and its pages.

Everything on such a page is known by its place: a month's calendar has cells `SimpleCalendarDate` with "Monday, 8
June" and links `p.Meeting a` with "10:00 Planning Committee"; a meeting's page has `li.DocumentListItem` with
`a.TitleLink` and the size in `span.FileSize`. The number of the module stands in the names of its fields.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

from extractors.errors import PaperNotFound
from extractors.sources.errors import BadAddress, NoSite, NotNow, PageOfSite
from extractors.sources.fetching import Fetching
from extractors.sources.listing import Listed, Listing, Withheld
from extractors.sources.openness import why_closed
from extractors.sources.patience import Patience
from extractors.sources.settled import papers_of
from extractors.sources.site import Site, read_site
from extractors.sources.visit import Visit

_NAMES = ("mid", "tabid")
_MOST_BYTES = 16 * 1024 * 1024
_MODULE = re.compile(r"dnn[$_]ctr(\d+)[$_]Meeting\w*Calendar", re.IGNORECASE)
_TAB = re.compile(r"/tabid/(\d+)/", re.IGNORECASE)
_PAGE_OF_SITE = re.compile(r"/ctl/(?:viewmeetingpublic|meetingcalendar\w*)/", re.IGNORECASE)
_MEETING = re.compile(r"/viewmeetingpublic/.*?/?meeting/(\d+)/", re.IGNORECASE)
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})")
_TIME = re.compile(r"\s*\d{1,2}[:.]\d{2}\s*(?:[ap]m)?\s*(?:-\s*)?", re.IGNORECASE)


def list_cmis(address: str, visit: Visit, how: Fetching, *, today: date) -> Iterator[Listing]:
    """The papers that `cmis+https://HOST/council/Meetings.aspx?filters` names, each document once.

    `mid` and `tabid` tell the numbers of the calendar's module and tab where the page does not. Raises BadAddress,
    NoSite where there is no calendar, and what keeps the host from being asked; what fails later is a Missed.
    """
    site = read_site(address, how, today, also=_NAMES)
    for name in _NAMES:
        if name in site.told and not site.told[name].isdecimal():
            raise BadAddress(address, f"'{name}' must be a number.")
    seen: set[str] = set()
    for one in _Calendar(site, visit).papers():
        if one.address not in seen:
            seen.add(one.address)
            yield one


def site_of_page(address: str) -> PageOfSite | None:
    """How the site is given, where an https address is one of its pages and no document; else None."""
    parts = urlsplit(address)
    seen = _PAGE_OF_SITE.search(parts.path)
    if not seen:
        return None
    base = re.sub(r"/tabid/\d+$", "", parts.path[: seen.start()], flags=re.IGNORECASE)
    return PageOfSite(address, f"cmis+{parts.scheme}://{parts.netloc}{base}.aspx")


class _Calendar:
    """The calendar of one site, month by month."""

    def __init__(self, site: Site, visit: Visit) -> None:
        self._site = site
        self._visit = visit
        self._months = Patience(site.address)
        self._meetings = Patience(site.address)
        self._met: set[str] = set()

    def papers(self) -> Iterator[Listing]:
        module, tab = self._numbers()
        for month in _months(self._site.wanted.since, self._site.wanted.until):
            address = self._month_address(month, module, tab)
            yield from self._months.try_part(address, f"{month:%B %Y}", partial(self._of_month, address, month))

    def _numbers(self) -> tuple[str, str]:
        """The numbers of the calendar's module and of its tab; "" for a tab that the page does not tell."""
        told = self._site.told
        if "mid" in told and "tabid" in told:
            return told["mid"], told["tabid"]
        try:
            text = self._visit.page(
                self._site.base, lambda content, _: _checked(content, self._site.base), most_bytes=_MOST_BYTES
            ).decode("utf-8", "replace")
        except (NotNow, PaperNotFound) as error:
            raise NoSite(self._site.address, "does not answer with a calendar of meetings") from error
        module, tab = _MODULE.search(text), _TAB.search(text)
        if "mid" not in told and not module:
            raise NoSite(self._site.address, "shows no calendar of CMIS meetings")
        return told.get("mid") or (module[1] if module else ""), told.get("tabid") or (tab[1] if tab else "")

    def _month_address(self, month: date, module: str, tab: str) -> str:
        view = "MeetingCalendarPublicNoJava"
        if not tab:
            return f"{self._site.base}?ctl={view}&mid={module}&Date={month}"
        base = re.sub(r"\.aspx$", "", self._site.base, flags=re.IGNORECASE)
        return f"{base}/tabid/{tab}/ctl/{view}/mid/{module}/Date/{month}/Default.aspx"

    def _of_month(self, address: str, month: date) -> Iterator[Listing]:
        found = self._visit.page(
            address, lambda content, _: _meetings(_parsed(content, address), month, address), most_bytes=_MOST_BYTES
        )
        for day, committee, place in found:
            meeting = _MEETING.search(place)
            key = meeting[1] if meeting else place
            if key in self._met or not self._site.wanted.has_day(day) or not self._site.wanted.has_committee(committee):
                continue
            self._met.add(key)
            yield from self._meetings.try_part(
                place, f"{committee}, {day}", partial(self._of_meeting, day, committee, place)
            )

    def _of_meeting(self, day: date | None, committee: str, place: str) -> Iterator[Listing]:
        words = ",".join(self._site.wanted.words)
        asked = partial(self._asked, day, committee, place)
        return papers_of(f"{place} words={words}", day, self._site.wanted, self._visit.store, asked)

    def _asked(self, day: date | None, committee: str, place: str) -> Iterator[Listing]:
        page = self._visit.page(place, lambda content, _: _parsed(content, place), most_bytes=_MOST_BYTES)
        for item in page.xpath(f"//li[{_has_class('DocumentListItem')}]"):
            for link in item.xpath(f".//a[{_has_class('TitleLink')}][@href]")[:1]:
                title = _text(link)
                if self._site.wanted.has_title(title):
                    size = "".join(_text(one) for one in item.xpath(f".//span[{_has_class('FileSize')}]"))
                    yield self._paper(
                        urldefrag(urljoin(place, link.get("href"))).url, title, day, committee, size, place
                    )

    def _paper(
        self, address: str, title: str, day: date | None, committee: str, size: str, place: str
    ) -> Listed | Withheld:
        why = why_closed(title)
        if why:
            return Withheld(place, f"{committee}, {day}", why)
        return Listed(
            address=address,
            title=title,
            committee=committee or None,
            meeting_on=day,
            publisher_host=self._site.host,
            # The number of a document says nothing to us; its title and size are what the page tells of a version.
            edition=f"{title} {size}".strip() if size else "",
            is_file=True,
        )


def _checked(content: bytes, address: str) -> bytes:
    """The page, if it is one of such a site: names with `dnn` stand on every one. Raises NotNow."""
    if b"dnn" not in content.lower():
        raise NotNow(address, "answered with a page that is none of a CMIS site")
    return content


def _parsed(content: bytes, address: str) -> html.HtmlElement:
    _checked(content, address)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    return html.document_fromstring(content, parser=parser)


def _meetings(page: html.HtmlElement, month: date, address: str) -> list[tuple[date | None, str, str]]:
    """Day, committee and address of each meeting of a month's page, on which every day has a row. Raises NotNow."""
    rows = page.xpath(f"//tr[td[{_has_class('SimpleCalendarDate')}]]")
    if not rows:
        raise NotNow(address, "answered with a page that shows no calendar")
    found = []
    for row in rows:
        day = _day(_text(row.xpath(f"td[{_has_class('SimpleCalendarDate')}]")[0]), month)
        for link in row.xpath(f".//p[{_has_class('Meeting')}]//a[@href]"):
            committee = _TIME.sub("", _text(link), count=1)
            found.append((day, committee, urldefrag(urljoin(address, link.get("href"))).url))
    return found


def _day(printed: str, month: date) -> date | None:
    """The day of "Monday, 8 June" in the year that lies nearest to the month that was asked for."""
    seen = _DAY.search(printed)
    if not seen:
        return None
    days = []
    for year in (month.year - 1, month.year, month.year + 1):
        try:
            days.append(datetime.strptime(f"{seen[1]} {seen[2][:3]} {year}", "%d %b %Y").date())
        except ValueError:
            continue
    return min(days, key=lambda day: abs(day - month.replace(day=15)), default=None)


def _months(since: date, until: date) -> Iterator[date]:
    month = since.replace(day=1)
    while month <= until:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)


def _has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
