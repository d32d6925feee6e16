"""The public pages of Midmark's ModernGov site: committees, the meetings of one, and the agenda of one."""

from collections.abc import Collection, Mapping
from html import escape
from urllib.parse import quote

from council.moderngov_pages import ATTENDEE
from council.papers import Committee, Council, Item, Meeting, Paper

_COMMITTEES, _MEETINGS, _AGENDA = "/mglistcommittees.aspx", "/ielistmeetings.aspx", "/ielistdocuments.aspx"


def is_page(path: str) -> bool:
    """Whether there is such a page."""
    return path.lower() in (_COMMITTEES, _MEETINGS, _AGENDA)


def page(council: Council, path: str, asked: Mapping[str, str], address: str, quirks: Collection[str]) -> str | None:
    """The page at a path; None for a committee or a meeting that there is not, or that is not shown."""
    if path.lower() == _COMMITTEES:
        return _committees(council)
    if path.lower() == _MEETINGS:
        found = [one for one in council.committees if str(one.number) == asked.get("cid")]
        return _meetings(found[0]) if found else None
    shown = [(c, m) for c, m in council.meetings() if str(m.number) == asked.get("mid") and m.is_shown]
    return _agenda(council, *shown[0], address, quirks) if shown else None


def _committees(council: Council) -> str:
    # A committee that has ended is not on this page; its meetings can still be asked for.
    entries = "".join(
        f'<li><a href="mgCommitteeDetails.aspx?ID={one.number}">{escape(one.title)}</a></li>'
        for one in council.committees
        if not one.has_ended
    )
    return _html("Browse committees", f'<ul class="mgBulletList">{entries}</ul>')


def _meetings(committee: Committee) -> str:
    entries = "".join(
        f'<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId={committee.number}&amp;MId={meeting.number}'
        f'&amp;Ver=4">{meeting.day:{meeting.day.day} %b %Y}&nbsp;2.00 pm</a>{_said(meeting)}</li>'
        for meeting in committee.meetings
        if meeting.is_shown
    )
    return _html(f"Browse meetings - {escape(committee.title)}", f'<ul class="mgNonBulletTableList">{entries}</ul>')


def _said(meeting: Meeting) -> str:
    return " - CANCELLED" if meeting.status == "Cancelled" else " - Agenda" if meeting.is_published else ""


def _agenda(council: Council, committee: Committee, meeting: Meeting, address: str, quirks: Collection[str]) -> str:
    heading = f"{escape(committee.title)} - {meeting.day:%A, {meeting.day.day} %B, %Y} 2.00 pm"
    rows = "".join(_row(council, item, address, quirks) for item in meeting.items if item.is_shown)
    pack = ""
    if meeting.pack:
        name = quote(f"Public reports pack {meeting.day:%A %d-%b-%Y} 14.00 {committee.title}.pdf")
        size = _size(council, meeting.number)
        pack = f'<li><a href="documents/g{meeting.number}/{name}?T=10">Agenda reports pack PDF {size}</a></li>'
    people = f'<p>Contact: <a href="mgUserInfo.aspx?UID=7">{ATTENDEE}</a></p>'
    items = f'<table class="mgItemTable" id="mgItemTable"><tr><th>No.</th><th>Item</th></tr>{rows}</table>'
    return _html(heading, f'<ul class="mgActionList">{pack}</ul>{people}{items if rows else ""}')


def _row(council: Council, item: Item, address: str, quirks: Collection[str]) -> str:
    mark = ' <img src="restricted.gif" alt="(Restricted)" />' if item.is_restricted else ""
    entries = "".join(_entry(council, paper, item, address, quirks) for paper in item.papers)
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">{item.number}</p></td>'
        f'<td><p class="mgAiTitleTxt">{escape(item.title)}{mark}</p>'
        f'<ul class="mgBulletList">{entries}</ul></td></tr>'
    )


def _entry(council: Council, paper: Paper, item: Item, address: str, quirks: Collection[str]) -> str:
    if paper.is_restricted or item.is_restricted:
        return f"<li>{escape(paper.title)} , View reasons restricted (3)</li>"
    url = paper.url or f"documents/s{paper.number}/{quote(paper.file_name)}"
    if "names-missing" in quirks and not paper.url:
        url = f"{address}/mgConvert2PDF.aspx?ID={paper.number}&amp;ISATT=1#search=prevent"
    return f'<li><a href="{url}">{escape(paper.title)}<span>PDF {_size(council, paper.number)}</span></a></li>'


def _size(council: Council, number: int) -> str:
    return f"{max(1, round(len(council.content_of(number)) / 1024))} KB"


def _html(heading: str, body: str) -> str:
    return (
        f"<!DOCTYPE html>\n<html><head><title>{heading}</title></head>"
        f'<body><div class="mgContent"><h1>{heading}</h1>{body}</div></body></html>\n'
    )
