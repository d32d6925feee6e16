"""The meetings of Midmark as CMIS pages: a calendar, its months, and each meeting with its documents."""

import re
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from html import escape

from council.papers import Committee, Council, Meeting, Paper

BASE = "/midmark/"

_MONTH = re.compile(r"/ctl/MeetingCalendarPublicNoJava/mid/397/Date/(\d{4}-\d{2})-\d{2}/", re.IGNORECASE)
_MEETING = re.compile(r"/ctl/ViewMeetingPublic/mid/397/Meeting/(\d+)/", re.IGNORECASE)


def page(council: Council, path: str, _asked: Mapping[str, str], address: str, _quirks: Collection[str]) -> str | None:
    """The page at a path; None where there is none."""
    month, meeting = _MONTH.search(path), _MEETING.search(path)
    if month:
        return _calendar(council, date.fromisoformat(f"{month[1]}-01"), address)
    if meeting:
        found = [(c, m) for c, m in council.meetings() if str(m.number) == meeting[1] and m.is_shown]
        return _documents(council, *found[0]) if found else None
    return _front() if path.lower() == f"{BASE}meetings.aspx" else None


def _front() -> str:
    button = '<input type="submit" name="dnn$ctr397$MeetingCalendarPublic$btnListView" value="Meeting List View" />'
    return _html(f'<a href="{BASE}Meetings/tabid/70/ctl/MeetingCalendarListView/mid/397/Default.aspx">List</a>{button}')


def _calendar(council: Council, month: date, address: str) -> str:
    # A month's page begins and ends with days of its neighbours, and tells no year.
    days = [month + timedelta(days=n) for n in range(-3, 34)]
    rows = []
    for place, day in enumerate(days):
        links = "".join(
            f'<p class="Meeting"><a href="{address}{BASE}Meetings/tabid/70/ctl/ViewMeetingPublic/mid/397/Meeting/'
            f'{meeting.number}/Committee/{committee.number}/SelectedTab/Documents/Default.aspx">'
            f"14:00 {escape(committee.title)}</a></p>"
            for committee, meeting in council.meetings()
            if meeting.day == day and meeting.is_shown
        )
        kind = "rgAltRow" if place % 2 else "rgRow"
        rows.append(
            f'<tr class="{kind}"><td class="SimpleCalendarDate">{day:%A, {day.day} %B}</td><td>{links}</td></tr>'
        )
    return _html(f'<table class="rgMasterTable" id="dnn_ctr397_MeetingCalendarPublicPrinter">{"".join(rows)}</table>')


def _documents(council: Council, committee: Committee, meeting: Meeting) -> str:
    papers = [paper for item in meeting.items for paper in item.papers if paper.file or "exempt" in paper.title.lower()]
    if meeting.pack:
        papers.append(Paper(meeting.number, "Final agenda reports", meeting.pack))
    entries = "".join(_entry(council, paper) for paper in papers)
    summary = (
        f'<div class="holder"><div class="DNNLabel">Status:</div><div class="Value">{meeting.status}</div></div>'
        '<div class="holder"><div class="DNNLabel">Committee:</div>'
        f'<div class="Value">{escape(committee.title)}</div></div>'
    )
    return _html(f'{summary}<ol class="DocumentList">{entries}</ol>')


def _entry(council: Council, paper: Paper) -> str:
    href = f"/Midmark/Document.ashx?id=d{paper.number}"
    link = f'<a class="TitleLink" target="_blank" href="{href}">{escape(paper.title)}</a>'
    size = f'<span class="FileSize">({len(council.content_of(paper.number))}b)</span>'
    return f'<li class="DocumentListItem">{link} {size}</li>'


def _html(body: str) -> str:
    return f"<!DOCTYPE html>\n<html><body>{body}</body></html>\n"
