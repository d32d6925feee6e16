"""The three operations of a ModernGov web service that are called, and what they answer.

`mgWebService.asmx` has about twenty operations; those about councillors are never called, and of a meeting the
attendees and the names of authors are not read. The answers are XML with escaped text ("&amp;#39;"), counts with a
blank before them, line breaks for nothing, days as dd/mm/yyyy, and flags as True and False. A range of days that is
written in another way is passed over without a word, so the days of what comes back are looked at again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import unescape
from typing import Literal, TypeVar
from urllib.parse import urlencode

from lxml import etree

from extractors.sources.errors import NotNow
from extractors.sources.openness import is_false
from extractors.sources.visit import Visit

Operation = Literal["GetCommittees", "GetMeetings", "GetMeeting"]
T = TypeVar("T")

_MOST_BYTES = 64 * 1024 * 1024
_NO_CHARACTER = re.compile(rb"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));", re.IGNORECASE)
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee, also one that is no more: its old papers are still there."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting in the list of a committee; `day` is None where it is not written as a day."""

    number: str
    day: date | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A document that an agenda item links to. `is_outside` says that the link leads to another site, `size` is what a
    page prints of it ("896 KB").
    """

    number: str
    title: str
    url: str
    committee: str
    published_on: date | None
    is_open: bool
    is_outside: bool
    size: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An agenda item; `number` as printed, such as "9."."""

    number: str
    title: str
    is_open: bool
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """One meeting with its agenda; `time` as printed. `state` changes when the agenda, decisions or minutes come.

    `pack` is the address of its whole pack where one is told.
    """

    number: str
    day: date | None
    time: str
    is_open: bool
    is_published: bool
    state: str
    items: tuple[Item, ...]
    pack: str = ""


class Service:
    """The web service in the folder `base` of a site. Raises what `Visit.get` raises, and NotNow for no list."""

    def __init__(self, visit: Visit, base: str) -> None:
        self._visit = visit
        self._base = base

    def committees(self) -> list[Committee]:
        """All committees, with those that have ended."""
        return self._call("GetCommittees", "committees", _committees)

    def meetings(self, committee: str, since: date, until: date) -> list[Meeting]:
        """The meetings that the service gives for the range; it may give more."""
        days = {"sFromDate": f"{since:%d/%m/%Y}", "sToDate": f"{until:%d/%m/%Y}"}
        return self._call("GetMeetings", "getmeetings", _meetings, lCommitteeId=committee, **days)

    def agenda(self, meeting: str) -> Agenda:
        """One meeting with its items and their documents."""
        return self._call("GetMeeting", "meeting", _agenda, lMeetingId=meeting)

    def _call(self, operation: Operation, root: str, read: Callable[[etree._Element], T], **asked: str) -> T:
        address = f"{self._base}/mgWebService.asmx/{operation}" + (f"?{urlencode(asked)}" if asked else "")
        return self._visit.page(
            address, lambda content, kind: read(parsed(content, kind, root, address)), most_bytes=_MOST_BYTES
        )


def parsed(content: bytes, media_type: str, root: str, address: str) -> etree._Element:
    """The element `root` of an answer. Raises NotNow where there is a web page, or no such list.

    No entity is resolved and nothing is loaded; an answer with a document type is none of the service's.
    """
    if media_type == "text/html" or _PAGE.match(content):
        raise NotNow(address, "answered with a web page where the list of papers should be")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.fromstring(_NO_CHARACTER.sub(b" ", content), parser)
    except etree.XMLSyntaxError as error:
        raise NotNow(address, f"answered with a list that is not whole ({error.msg})") from error
    if tree.getroottree().docinfo.internalDTD is not None or _name(tree) != root:
        raise NotNow(address, f"answered with something else ({_name(tree)[:40]}) than the list of papers")
    return tree


def _committees(root: etree._Element) -> list[Committee]:
    found = [Committee(_text(one, "committeeid"), _text(one, "committeetitle")) for one in _all(root, "committee")]
    return [committee for committee in found if committee.number]


def _meetings(root: etree._Element) -> list[Meeting]:
    found = [Meeting(_text(one, "meetingid"), _day(_text(one, "meetingdate"))) for one in _all(root, "meeting")]
    return [meeting for meeting in found if meeting.number]


def _agenda(root: etree._Element) -> Agenda:
    published = [_text(root, name) for name in ("agendapublished", "decisionpublished", "minutepublished")]
    return Agenda(
        number=_text(root, "meetingid"),
        day=_day(_text(root, "meetingdate")),
        time=_text(root, "meetingtime"),
        is_open=_is_shown(root),
        is_published=published[0].lower() == "true",
        state=" ".join(published),
        items=tuple(_item(one) for one in _all(root, "agendaitem")),
    )


def _item(one: etree._Element) -> Item:
    return Item(
        number=_text(one, "fulldisplaynumberformat") or _text(one, "agendaitemnumber"),
        title=_text(one, "agendaitemtitle"),
        is_open=_is_shown(one) and is_false(_text(one, "isrestricted") or "False"),
        attachments=tuple(_attachment(linked) for linked in _all(one, "linkeddoc")),
    )


def _attachment(one: etree._Element) -> Attachment:
    return Attachment(
        number=_text(one, "attachmentid"),
        title=_text(one, "title"),
        url=_text(one, "url"),
        committee=_text(one, "committeetitle"),
        published_on=_day(_text(one, "publicationdate")),
        # Here the flag itself is asked for: a document that does not say that it is open is not taken for open.
        is_open=is_false(_text(one, "isrestricted")),
        is_outside=_text(one, "isurl").lower() == "true",
    )


def _is_shown(one: etree._Element) -> bool:
    return not is_false(_text(one, "isdisplayallowed"))


def _all(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in element.iter() if _name(one) == name)


def _text(element: etree._Element, name: str) -> str:
    """The text of a child, unescaped once more than XML asks for; "" where there is none."""
    for child in element:
        if _name(child) == name:
            return " ".join(unescape("".join(map(str, child.itertext()))).split())
    return ""


def _name(element: etree._Element) -> str:
    """The name without its namespace, in lower case; "" for comments and the like."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.partition(" ")[0], "%d/%m/%Y").date()
    except ValueError:
        return None
