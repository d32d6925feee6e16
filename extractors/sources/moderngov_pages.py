"""The public pages of a ModernGov site, for where its web service is switched off: the same lists, read from HTML.

`mgListCommittees.aspx` links to `mgCommitteeDetails.aspx?ID=`, `ieListMeetings.aspx?CId=&Year=0` to the meetings of all
years ("26 May 2026 6.00 pm"), and `ieListDocuments.aspx?CId=&MId=` shows the agenda: a row for each item, its number in
`td.mgItemNumberCell`, its title in `p.mgAiTitleTxt`, its papers as links with their size ("PDF 896 KB"). Committees
that have ended are not among the first, no day of publication is told, and who attended is not read.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TypeVar
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from lxml import html

from extractors.sources.errors import NotNow
from extractors.sources.moderngov_service import Agenda, Attachment, Committee, Item, Meeting
from extractors.sources.names import PAPER_SUFFIXES
from extractors.sources.visit import Visit

T = TypeVar("T")

_MOST_BYTES = 16 * 1024 * 1024
_MARKS = (b"mgcontent", b"mgcommitteedetails", b"ielistmeetings", b"ielistdocuments", b"mgaititletxt")
_DATE = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9}),?\s+(\d{4})(?:,?\s+(\d{1,2}[.:]\d{2}\s*(?:[ap]m)?))?")
_BEFORE_DATE = re.compile(r"(?:\s*[-–,]|\s+on)?\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?\s*$", re.IGNORECASE)
_AGENDA_FOR = re.compile(r"^agenda\s+for\s+", re.IGNORECASE)
_SIZE = re.compile(r"\s*\(?(?:PDF|DOCX?|PPTX?|XLSX?|OD[TPS]|CSV|RTF),?\s*(\d[\d.,]*\s*[KMG]?B)\)?\s*$", re.IGNORECASE)
_DOCUMENT = re.compile(r"/documents/([sbg])(\d+)/", re.IGNORECASE)
_HANDLER = re.compile(r"/mgconvert2pdf\.aspx$", re.IGNORECASE)
_PACK = re.compile(r"/documents/g\d+/public\s+reports\s+pack", re.IGNORECASE)
_CLOSED = re.compile(
    r"reasons\s+restricted|\(restricted\)|restricted\s+(?:enc|item|document|report|paper)|not\s+open\s+to\s+the\s+public",
    re.IGNORECASE,
)
_ROWS = (
    "//tr[td[contains(concat(' ', normalize-space(@class), ' '), ' mgItemNumberCell ')]]"
    " | //table[@id='mgItemTable' or contains(concat(' ', normalize-space(@class), ' '), ' mgItemTable ')]//tr[td[2]]"
)
_TITLE = ".//*[contains(concat(' ', normalize-space(@class), ' '), ' mgAiTitleTxt ')]"


class Pages:
    """The pages in the folder `base` of a site. Raises what `Visit.get` raises, and NotNow for another page."""

    def __init__(self, visit: Visit, base: str) -> None:
        self._visit = visit
        self._base = base
        self._places: dict[str, str] = {}

    def committees(self) -> list[Committee]:
        """The committees that the site shows now."""
        return self._read(f"{self._base}/mgListCommittees.aspx", _committees)

    def meetings(self, committee: str, _since: date, _until: date) -> list[Meeting]:
        """All meetings of a committee, of whatever year; `day` is None where the page does not write one."""
        found = self._read(f"{self._base}/ieListMeetings.aspx?CId={committee}&Year=0", _meetings)
        self._places |= {meeting.number: place for meeting, place in found}
        return [meeting for meeting, _ in found]

    def agenda(self, meeting: str) -> Agenda:
        """One meeting with its items and their documents."""
        place = self._places.get(meeting, f"{self._base}/ieListDocuments.aspx?MId={meeting}&Ver=4")
        return self._read(place, lambda page, address: _agenda(page, meeting, address))

    def _read(self, address: str, read: Callable[[html.HtmlElement, str], T]) -> T:
        return self._visit.page(
            address, lambda content, _: read(_parsed(content, address), address), most_bytes=_MOST_BYTES
        )


def _parsed(content: bytes, address: str) -> html.HtmlElement:
    if not any(mark in content.lower() for mark in _MARKS):
        raise NotNow(address, "answered with a page that is none of a ModernGov site")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    return html.document_fromstring(content, parser=parser)


def _committees(page: html.HtmlElement, address: str) -> list[Committee]:
    titles: dict[str, str] = {}
    for name, keys in (("mgcommitteedetails.aspx", ("id",)), ("ielistmeetings.aspx", ("cid", "committeeid"))):
        for link, place in _links(page, address):
            number = _number(place, name, keys)
            if number and _text(link):
                titles.setdefault(number, _text(link))
    return [Committee(number, title) for number, title in titles.items()]


def _meetings(page: html.HtmlElement, address: str) -> list[tuple[Meeting, str]]:
    found: dict[str, tuple[Meeting, str]] = {}
    for link, place in _links(page, address):
        number = _number(place, "ielistdocuments.aspx", ("mid", "meetingid"))
        day = _day(_text(link))
        if number and (number not in found or (day and found[number][0].day is None)):
            found[number] = Meeting(number, day), place
    return list(found.values())


def _agenda(page: html.HtmlElement, number: str, address: str) -> Agenda:
    committee, day, time = _heading(page)
    rows = page.xpath(_ROWS)
    items = tuple(
        _item(row, address, committee) for row in rows if not any(outer in rows for outer in row.iterancestors("tr"))
    )
    packs = [(link, place) for link, place in _links(page, address) if _PACK.search(unquote(urlsplit(place).path))]
    if not items and not packs and day is None:
        raise NotNow(address, "answered with a page that shows no meeting")
    return Agenda(
        number=number,
        day=day,
        time=time,
        is_open=True,
        is_published=bool(items or packs),
        state=" ".join(_size(_text(link)) for link, _ in packs),
        items=items,
        pack=packs[0][1] if packs else "",
    )


def _heading(page: html.HtmlElement) -> tuple[str, date | None, str]:
    """Committee, day and time as the first heading with a day in it has them."""
    for heading in page.xpath("//h1 | //h2 | //title"):
        text = _text(heading)
        seen = _DATE.search(text)
        if seen and _day(text):
            committee = _BEFORE_DATE.sub("", _AGENDA_FOR.sub("", text[: seen.start()]))
            return committee, _day(text), seen[4] or ""
    return "", None, ""


def _item(row: html.HtmlElement, address: str, committee: str) -> Item:
    number, content = row.xpath("td")[:2] if len(row.xpath("td")) > 1 else (row.xpath("td")[0], row)
    printed = content.xpath(_TITLE)
    title = _SIZE.sub("", _text(printed[0])) if printed else ""
    attached = [one for link, place in _links(content, address) for one in _attached(link, place, title, committee)]
    # A paper that is closed stands in its list without a link.
    closed = [
        Attachment("", "", "", committee, None, is_open=False, is_outside=False)
        for entry in content.xpath(".//li[not(.//a[@href])]")
        if _is_closed(entry)
    ]
    return Item(
        number=_text(number),
        title=title,
        is_open=not (printed and _is_closed(printed[0])),
        attachments=(*attached, *closed),
    )


def _attached(link: html.HtmlElement, place: str, item: str, committee: str) -> Iterator[Attachment]:
    parts = urlsplit(place)
    kind = _DOCUMENT.search(parts.path)
    number = f"{'' if kind[1].lower() == 's' else kind[1].lower()}{kind[2]}" if kind else ""
    number = number or _number(place, "mgconvert2pdf.aspx", ("id",))
    is_paper = parts.scheme in ("http", "https") and parts.path.lower().endswith(PAPER_SUFFIXES)
    if not number and not is_paper:
        return
    entry = next(link.iterancestors("li", "p", "td"), link)
    yield Attachment(
        number=number,
        title=_SIZE.sub("", _text(link)) or item,
        url=place,
        committee=committee,
        published_on=None,
        is_open=not _is_closed(entry if entry.tag != "td" else link),
        is_outside=not number,
        size=_size(_text(link)) or _size(_text(entry)),
    )


def _is_closed(element: html.HtmlElement) -> bool:
    """Whether a mark of the site, in words or beside a picture, says that this is not open to the public."""
    pictures = [str(text).strip().lower() for text in element.xpath(".//img/@alt | .//img/@title")]
    return bool(_CLOSED.search(_text(element))) or any(text.lstrip("(").startswith("restrict") for text in pictures)


def _links(element: html.HtmlElement, address: str) -> Iterator[tuple[html.HtmlElement, str]]:
    """Each link of an element with its absolute address; one that cannot be read is none."""
    for link in element.xpath(".//a[@href]"):
        try:
            yield link, urldefrag(urljoin(address, link.get("href").strip())).url
        except ValueError:
            continue


def _number(place: str, page: str, keys: tuple[str, ...]) -> str:
    """The number that a link to this page asks for; "" where it leads elsewhere or names none."""
    parts = urlsplit(place)
    if parts.path.rpartition("/")[2].lower() != page:
        return ""
    asked = {name.lower(): value for name, value in parse_qsl(parts.query)}
    return next((asked[key] for key in keys if asked.get(key, "").isdecimal()), "")


def _day(text: str) -> date | None:
    seen = _DATE.search(text)
    try:
        return datetime.strptime(f"{seen[1]} {seen[2][:3]} {seen[3]}", "%d %b %Y").date() if seen else None
    except ValueError:
        return None


def _size(text: str) -> str:
    seen = _SIZE.search(text)
    return seen[1] if seen else ""


def _text(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())
