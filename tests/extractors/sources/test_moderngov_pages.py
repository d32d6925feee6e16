"""The papers of a ModernGov site whose web service is switched off, from the pages that anybody sees."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import html

from extractors import Listed, Missed, Remark, Source, Withheld, gather, list_papers
from extractors.sources.errors import BadAddress, NotNow
from extractors.sources.moderngov_pages import _agenda, _committees, _meetings, _parsed
from extractors.sources.visit import Visit
from tests.support.council import ATTENDEE, QUIRKS, SECRET, TODAY, CouncilServer, council, polite

OPEN = {"s11", "s12", "s13", "s14", "g511"}
CLOSED = {91, 92, 93, 94, 95, 96, 81, 77}
PAGE = "https://democracy.example.org/ieListDocuments.aspx?CId=1&MId=7"


@pytest.fixture
def midmark() -> Iterator[CouncilServer]:
    with council("service-off") as server:
        yield server


def gathered(server: CouncilServer, store: Path, query: str = "") -> list[Source | Withheld | Missed | Remark]:
    with Visit(polite(store), sleep=lambda _: None) as visit:
        return list(gather(f"moderngov+{server.address}/{query}", visit, today=TODAY))


def listed(server: CouncilServer, store: Path, query: str = "", **how: object) -> list[Listed]:
    with Visit(polite(store, **how), sleep=lambda _: None) as visit:
        found = list(list_papers(f"moderngov+{server.address}/{query}", visit, today=TODAY))
    return [one for one in found if isinstance(one, Listed)]


def page(content: str) -> html.HtmlElement:
    return _parsed(f"<html><body><div class='mgContent'>{content}</div></body></html>".encode(), PAGE)


def test_every_open_paper_is_found_once_none_that_is_closed_and_it_is_told(midmark, tmp_path):
    found = gathered(midmark, tmp_path)
    assert sorted(path.split("/")[2] for path in midmark.served) == sorted(OPEN)
    assert len([one for one in found if isinstance(one, Source)]) == len(OPEN)
    assert [one for one in found if isinstance(one, Missed)] == []
    assert not any(f"/s{number}/" in path or f"ID={number}" in path for number in CLOSED for path in midmark.asked)
    [remark] = [one for one in found if isinstance(one, Remark)]
    assert "web service does not answer (it does not exist), so the public pages of the site were read" in remark.text


def test_with_every_quirk_as_well_the_same_papers_are_found_and_not_transferred_again(tmp_path):
    with council("service-off", *QUIRKS) as server:
        sources = [one for one in gathered(server, tmp_path) if isinstance(one, Source)]
        assert {one.path.read_bytes() for one in sources} == {
            server.council.content_of(number) for number in (11, 12, 13, 14, 511)
        }
        again = [one for one in gathered(server, tmp_path) if isinstance(one, Source)]
        assert len(server.served) == len(sources) == len(OPEN)
    assert [(one.fresh, one.path) for one in again] == [(False, one.path) for one in sources]


def test_a_paper_carries_what_the_pages_say_of_it(midmark, tmp_path):
    [update] = [one for one in listed(midmark, tmp_path) if one.title == "Prevent update"]
    assert update == Listed(
        address=f"{midmark.address}/documents/s12/Prevent%20update.docx",
        title="Prevent update",
        committee="Safer Communities Scrutiny Committee",
        meeting_on=TODAY - timedelta(weeks=3),
        publisher_host="127.0.0.1",
        edition=f"12 {round(len(midmark.council.content_of(12)) / 1024)} KB",
        is_file=True,
    )


def test_closed_papers_are_told_without_their_titles(midmark, tmp_path):
    told = [one for one in gathered(midmark, tmp_path) if isinstance(one, Withheld)]
    assert len([one for one in told if one.why == "it is not open to the public"]) == 2
    assert any("confidential" in one.why for one in told)
    assert any("robots.txt" in one.why for one in told)
    assert not any(title in repr(told) for title in ("named cases", "Contract", "Draft", "Staffing", "Exempt app"))


def test_no_person_is_asked_for_or_kept(midmark, tmp_path):
    found = gathered(midmark, tmp_path)
    assert not any("mgUserInfo" in path for path in midmark.asked)
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*.json"))
    assert ATTENDEE not in repr(found)
    assert ATTENDEE.encode() not in kept
    assert SECRET not in {path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?words=benchmark", {11, 13, 14}),
        ("?words=compare", {11, 13}),  # a word of the agenda item
        ("?committee=partnership", {511}),
        ("?committee=licensing", set()),
        ("?cid=102", {511}),
        ("?cid=103&since=2024-01-01", {15, 16}),  # has ended, and is on no list of committees
        ("?since=2026-02-01&until=2026-03-01", {11, 12, 13, 511}),
        ("ieListDocuments.aspx?CId=101&MId=502&Ver=4", {14, 12}),
        ("?packs=never", {11, 12, 13, 14}),
    ],
)
def test_papers_are_chosen_by_the_same_filters(midmark, tmp_path, query, expected):
    found = [int(one.edition.split()[0].removeprefix("g")) for one in listed(midmark, tmp_path, query)]
    assert sorted(found) == sorted(expected)


def test_a_committee_that_the_site_does_not_have_is_told(midmark, tmp_path):
    with pytest.raises(BadAddress, match="none of the site's 3 committees"):
        gathered(midmark, tmp_path, "?committee=licencing")


def test_meetings_of_long_ago_are_asked_for_once(midmark, tmp_path):
    for _ in range(2):
        assert len(listed(midmark, tmp_path, "?cid=103&since=2024-01-01")) == 2
    assert len([path for path in midmark.asked if "MId=521" in path]) == 1


def test_a_service_that_works_is_asked_and_no_page(tmp_path):
    with council() as server:
        found = gathered(server, tmp_path)
        assert not any("ieList" in path or "mgListCommittees" in path for path in server.asked)
    assert not any(isinstance(one, Remark) for one in found)


def test_committees_are_read_from_their_own_links_before_those_to_their_meetings():
    shown = page(
        '<a href="ieListMeetings.aspx?CommitteeId=3">Meetings</a><a href="/x/mgCommitteeDetails.aspx?ID=3&amp;bcr=1">'
        'Cabinet</a><a href="mgMemberIndex.aspx?bcr=1">Councillors</a><a href="ieListMeetings.aspx?CId=9&amp;info=1">'
        "Constitution</a>"
    )
    assert [(one.number, one.title) for one in _committees(shown, PAGE)] == [("3", "Cabinet"), ("9", "Constitution")]


def test_a_meeting_has_the_day_of_the_link_that_tells_one():
    shown = page(
        '<a href="ieListDocuments.aspx?CId=1&amp;MId=5&amp;Ver=4">Agenda</a>'
        '<a href="ieListDocuments.aspx?CId=1&amp;MId=5&amp;Ver=4">26 May 2026&nbsp;6.00 pm</a>'
        '<a href="ieListDocuments.aspx?CId=1&amp;MeetingId=6">Part one</a><a href="http://[bad">broken</a>'
    )
    assert [(one.number, one.day) for one, _ in _meetings(shown, PAGE)] == [("5", date(2026, 5, 26)), ("6", None)]


def test_an_agenda_as_real_sites_write_it():
    """The item's title is the link; a paper of it hangs below; the class of the number stands on the cell alone."""
    agenda = _agenda(
        page(
            """
            <h2>Agenda for Planning Committee on Tuesday, 26th May, 2026, 6.00 pm</h2>
            <table><tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">5.</p></td><td>
              <p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="documents/s90579/Report A.pdf">Prevent report PDF
              154 KB</a></p>
              <table><tr><td class="mgItemNumberCell">inner</td><td><a href="documents/s90580/B.pdf">Inner</a></td></tr>
              </table>
              <ul class="mgBulletList"><li><a href="documents/s90581/C.pdf">Annex one</a> PDF 2 MB</li>
              <li><a href="documents/s90582/D.pdf">Annex two</a> , View reasons restricted (3)</li>
              <li><a href="ieDecisionDetails.aspx?AIId=1">View the decision</a></li></ul></td></tr></table>
            """
        ),
        "7",
        PAGE,
    )
    assert (agenda.day, agenda.time, agenda.is_published) == (date(2026, 5, 26), "6.00 pm", True)
    [item] = agenda.items
    assert (item.number, item.title) == ("5.", "Prevent report")
    assert [(one.number, one.title, one.size, one.is_open) for one in item.attachments] == [
        ("90579", "Prevent report", "154 KB", True),
        ("90580", "Inner", "", True),
        ("90581", "Annex one", "2 MB", True),
        ("90582", "Annex two", "", False),
    ]
    assert {one.committee for one in item.attachments} == {"Planning Committee"}


def test_a_page_that_shows_no_meeting_is_not_taken_for_an_empty_one():
    with pytest.raises(NotNow, match="shows no meeting"):
        _agenda(page("<p>Sign in to go on</p>"), "7", PAGE)
    with pytest.raises(NotNow, match="none of a ModernGov site"):
        _parsed(b"<html><body>Please wait</body></html>", PAGE)


def test_a_paper_of_which_no_list_tells_a_version_is_asked_for_itself(midmark, tmp_path, monkeypatch):
    from council import moderngov_public

    monkeypatch.setattr(moderngov_public, "_size", lambda *_: "")
    assert {one.edition for one in listed(midmark, tmp_path, "?packs=never")} == {""}
    gathered(midmark, tmp_path, "?packs=never")
    gathered(midmark, tmp_path, "?packs=never")
    assert len([path for path in midmark.served if "/s12/" in path]) == 2
