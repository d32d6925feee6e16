"""What the ModernGov web service of Midmark answers, in XML as such services write it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from html import escape
from urllib.parse import quote

from council.papers import Committee, Council, Item, Meeting, Paper

ATTENDEE = "Councillor Petra Example"
"""A person of Midmark, whom no visitor has reason to keep."""

_EMPTY = "\n  "


def page(council: Council, path: str, asked: Mapping[str, str], address: str, quirks: Collection[str]) -> str | None:
    """The answer to one operation; None for what the service does not have."""
    operation = path.rpartition("/")[2]
    if operation == "GetCommittees":
        return _committees(council)
    if operation == "GetMeetings":
        return _meetings(council, asked, quirks)
    if operation == "GetMeeting":
        found = [(c, m) for c, m in council.meetings() if str(m.number) == asked.get("lmeetingid")]
        return _meeting(council, *found[0], address, quirks) if found else None
    return None


def _committees(council: Council) -> str:
    rows = [
        _tag(
            "committee",
            _text("committeeid", one.number),
            _text("committeetitle", one.title),
            _text("committeedeleted", one.has_ended),
            _text("committeeexpired", one.has_ended),
            _text("committeecategory", ""),
        )
        for one in council.committees
    ]
    return _document(_tag("committees", f"<committeescount> {len(rows)}</committeescount>", *rows))


def _meetings(council: Council, asked: Mapping[str, str], quirks: Collection[str]) -> str:
    # Nought for all committees is understood by some servers; this one has no such committee.
    wanted = [one for one in council.committees if str(one.number) == asked.get("lcommitteeid")]
    since, until = _day(asked.get("sfromdate", "")), _day(asked.get("stodate", ""))
    rows = [
        meeting
        for one in wanted
        for meeting in one.meetings
        if "whole-history" in quirks or since is None or until is None or since <= meeting.day <= until
    ]
    inner = "".join(_tag("meeting", *_head(meeting), _text("iswebcast", False)) for meeting in rows)
    committees = [
        _tag(
            "committee",
            _text("committeeid", one.number),
            _text("committeetitle", one.title),
            f"<committeemeetingcount> {len(rows)}</committeemeetingcount>",
            _tag("committeemeetings", inner),
        )
        for one in wanted
        if rows
    ]
    counts = f"<meetingscount> {len(rows)}</meetingscount><committeescount> {len(committees)}</committeescount>"
    return _document(_tag("getmeetings", counts, *committees))


def _meeting(council: Council, committee: Committee, meeting: Meeting, address: str, quirks: Collection[str]) -> str:
    items = [_item(council, committee, meeting, item, address, quirks) for item in meeting.items]
    number, day, status, hour = _head(meeting)
    attendee = (
        f'<attendee membertype="U" memberid="7" name="{ATTENDEE}" roledescription="Chair" attendance="Expected">'
        f"<url>{address}/mgUserInfo.aspx?UID=7</url></attendee>"
    )
    return _document(
        _tag(
            "meeting",
            number,
            day,
            status,
            _text("isdisplayallowed", meeting.is_shown),
            hour,
            _text("meetinglocation", "Council Chamber"),
            _text("agendaid", meeting.number),
            _text("agendapublished", meeting.is_published),
            _text("decisionpublished", False),
            _text("minutepublished", meeting.day < council.today),
            _tag("agendaitems", *items),
            _tag("attendees", attendee),
        )
    )


def _item(
    council: Council, committee: Committee, meeting: Meeting, item: Item, address: str, quirks: Collection[str]
) -> str:
    linked = [_linked(council, committee, meeting, item, paper, address, quirks) for paper in item.papers]
    return _tag(
        "agendaitem",
        _text("agendaitemid", meeting.number * 100 + int(item.number.rstrip("."))),
        _text("agendaitemtitle", item.title),
        _text("agendatext", f"<p>To consider: {escape(item.title)}</p>"),
        _text("agendaitemnumber", item.number.rstrip(".")),
        _text("fulldisplaynumberformat", item.number),
        _text("authorusername", ATTENDEE),
        _text("isrestricted", item.is_restricted),
        _text("isdisplayallowed", item.is_shown),
        _tag("linkeddocuments", *linked),
    )


def _linked(
    council: Council,
    committee: Committee,
    meeting: Meeting,
    item: Item,
    paper: Paper,
    address: str,
    quirks: Collection[str],
) -> str:
    url = f"{address}/documents/s{paper.number}/{quote(paper.file_name)}"
    if "names-missing" in quirks and not (item.number == "2." and paper.file_name.endswith(".docx")):
        # A paper that two items link to has a name at one and none at the other, but a mark and what was searched for.
        url = f"{address}/mgConvert2PDF.aspx?ID={paper.number}&ISATT=1#search=prevent"
    return _tag(
        "linkeddoc",
        _text("attachmentid", paper.number),
        _text("title", paper.title),
        _text("isurl", paper.url is not None),
        _text("url", paper.url or url),
        _text("isrestricted", paper.is_restricted),
        "<restrictionsRef></restrictionsRef>",
        _text("itemnum", item.number),
        _text("publicationdate", f"{council.published_on(paper.number):%d/%m/%Y}"),
        _text("meetingdate", f"{meeting.day:%d/%m/%Y}"),
        _text("committeetitle", committee.title),
        _text("ownertitle", ATTENDEE),
    )


def _head(meeting: Meeting) -> tuple[str, str, str, str]:
    return (
        _text("meetingid", meeting.number),
        _text("meetingdate", f"{meeting.day:%d/%m/%Y}"),
        _text("meetingstatus", meeting.status),
        _text("meetingtime", "2.00 pm"),
    )


def _day(text: str) -> date | None:
    """A day that is written dd/mm/yyyy; any other form is accepted and not understood."""
    try:
        return datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return None


def _text(name: str, content: object) -> str:
    """An element with a text that is escaped twice, or a line break where there is none."""
    return f"<{name}>{escape(escape(str(content))) if content != '' else _EMPTY}</{name}>"


def _tag(name: str, *inner: str) -> str:
    return f"<{name}>{_joined(inner)}</{name}>"


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(parts) or _EMPTY


def _document(content: str) -> str:
    return f'<?xml version="1.0" encoding="utf-8"?>\n{content}\n'
