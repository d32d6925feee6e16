"""The papers of a ModernGov site, against a council that runs on this machine."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from extractors import Listed, Missed, PaperError, Source, Withheld, discover, gather, list_papers
from extractors.sources.errors import BadAddress, HostLeftAlone, ListGivenUp, NoSite, PageOfSite
from extractors.sources.visit import Visit
from tests.support.council import ATTENDEE, QUIRKS, SECRET, TODAY, CouncilServer, council, polite
from tests.support.imports import ROOT

OPEN = {"s11", "s12", "s13", "s14", "g511"}
CLOSED = {91, 92, 93, 94, 95, 96, 81, 77}


@pytest.fixture
def midmark() -> Iterator[CouncilServer]:
    with council() as server:
        yield server


def gathered(server: CouncilServer, store: Path, query: str = "", **how: object) -> list[Source | Withheld | Missed]:
    with Visit(polite(store, **how), sleep=lambda _: None) as visit:
        return list(gather(f"moderngov+{server.address}/{query}", visit, today=TODAY))


def listed(server: CouncilServer, store: Path, query: str = "", **how: object) -> list[Listed | Withheld | Missed]:
    with Visit(polite(store, **how), sleep=lambda _: None) as visit:
        return list(list_papers(f"moderngov+{server.address}/{query}", visit, today=TODAY))


def numbers(server: CouncilServer) -> list[str]:
    """What the server sent of documents, as s11 or g511."""
    return sorted(path.split("/")[2] for path in server.served)


def titles(found: list[Listed | Withheld | Missed]) -> list[str]:
    return [one.title for one in found if isinstance(one, Listed)]


def test_every_open_paper_is_found_once_and_none_that_is_closed(midmark: CouncilServer, tmp_path: Path) -> None:
    found = gathered(midmark, tmp_path)
    assert numbers(midmark) == sorted(OPEN)
    assert [one for one in found if isinstance(one, Missed)] == []
    assert len([one for one in found if isinstance(one, Source)]) == len(OPEN)
    assert not any(f"/s{number}/" in path or f"ID={number}" in path for number in CLOSED for path in midmark.asked)


def test_with_every_quirk_at_once_the_same_papers_are_found(tmp_path: Path) -> None:
    with council(*QUIRKS) as server:
        found = gathered(server, tmp_path)
        sources = [one for one in found if isinstance(one, Source)]
        assert [one for one in found if isinstance(one, Missed)] == []
        assert {one.path.read_bytes() for one in sources} == {
            server.council.content_of(number) for number in (11, 12, 13, 14, 511)
        }
        assert len(sources) == len(server.served) == len(OPEN)
        assert {one.file_name for one in sources if "Prevent update" in one.file_name} == {"Prevent update.docx"}
        again = [one for one in gathered(server, tmp_path) if isinstance(one, Source)]
        assert len(server.served) == len(OPEN)
    assert [one.fresh for one in again] == [False] * len(OPEN)
    assert [one.path for one in again] == [one.path for one in sources]


def test_closed_papers_are_told_without_their_titles(midmark: CouncilServer, tmp_path: Path) -> None:
    told = [one for one in gathered(midmark, tmp_path) if isinstance(one, Withheld)]
    whys = sorted(one.why.partition(" by the robots")[0].rpartition("/")[2] for one in told)
    assert whys == [
        "Register%20of%20members.pdf is closed to programs",
        "it is not open to the public",
        "it is not open to the public",
        "it is not open to the public",
        "it is not open to the public",
        "it is not open to the public",
        "it leads to a page outside of the site",
        "the title says 'confidential'",
    ]
    text = repr(told)
    assert not any(
        title in text for title in ("named cases", "Contract", "Draft", "Staffing", "Not shown", "Exempt app")
    )


def test_a_paper_carries_what_its_list_says_of_it(midmark: CouncilServer, tmp_path: Path) -> None:
    [update] = [one for one in listed(midmark, tmp_path) if one.title == "Prevent update"]
    assert update == Listed(
        address=f"{midmark.address}/documents/s12/Prevent%20update.docx",
        title="Prevent update",
        committee="Safer Communities Scrutiny Committee",
        meeting_on=TODAY - timedelta(weeks=3),
        published_on=TODAY - timedelta(weeks=4),
        publisher_host="127.0.0.1",
        edition=f"12 {TODAY - timedelta(weeks=4)}",
        is_file=True,
    )


def test_text_that_is_escaped_twice_is_read_as_it_was_written(midmark: CouncilServer, tmp_path: Path) -> None:
    assert "Prevent duty benchmarking: Midmark's councils & partners" in titles(listed(midmark, tmp_path))


def test_no_person_is_asked_for_or_kept(midmark: CouncilServer, tmp_path: Path) -> None:
    found = gathered(midmark, tmp_path)
    operations = {path.split("/")[2].split("?")[0] for path in midmark.asked if path.startswith("/mgWebService")}
    assert operations == {"GetCommittees", "GetMeetings", "GetMeeting"}
    assert not any("mgUserInfo" in path for path in midmark.asked)
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*.json"))
    assert ATTENDEE not in repr(found)
    assert ATTENDEE.encode() not in kept
    assert SECRET not in {path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_days_are_asked_for_as_the_service_reads_them(midmark: CouncilServer, tmp_path: Path) -> None:
    listed(midmark, tmp_path, "?since=2026-01-05&until=2026-03-31")
    [first, *_] = [path for path in midmark.asked if "GetMeetings" in path]
    assert "sFromDate=05%2F01%2F2026&sToDate=31%2F03%2F2026" in first


def test_meetings_outside_of_the_range_are_left_out_where_the_service_gives_all(tmp_path: Path) -> None:
    with council("whole-history") as server:
        assert "Lornshire: annual Prevent report" not in titles(listed(server, tmp_path))
        assert not any("lMeetingId=521" in path for path in server.asked)


def test_the_papers_of_committees_that_have_ended_are_found(midmark: CouncilServer, tmp_path: Path) -> None:
    found = listed(midmark, tmp_path, "?since=2024-01-01&committee=working+group")
    assert titles(found) == ["Lornshire: annual Prevent report", "Cresswick: Prevent update"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?words=benchmark", {11, 13, 14}),
        ("?words=Prevent%20update,notes", {12, 14}),
        ("?words=compare", {11, 13}),  # a word of the agenda item
        ("?words=pare", set()),  # not the beginning of a word
        ("?committee=partnership", {511}),
        ("?committee=licensing", set()),
        ("?cid=102", {511}),
        ("ieListDocuments.aspx?CId=101&MId=502&Ver=4&J=3#AI9", {14, 12}),
        ("ieListMeetings.aspx?CId=102&Year=0", {511}),
        ("mgWebService.asmx?committee=board", {511}),
        ("?packs=never", {11, 12, 13, 14}),
    ],
)
def test_papers_are_chosen_by_committee_and_words(
    midmark: CouncilServer, tmp_path: Path, query: str, expected: set[int]
) -> None:
    found = [one for one in listed(midmark, tmp_path, query) if isinstance(one, Listed)]
    assert {int(one.edition.split()[0].removeprefix("g")) for one in found} == expected


def test_what_the_address_says_stands_over_the_settings(midmark: CouncilServer, tmp_path: Path) -> None:
    assert titles(listed(midmark, tmp_path, words=("notes",))) == ["Notes on benchmarking"]
    assert titles(listed(midmark, tmp_path, "?words=comparison", words=("notes",))) == ["Benchmarking comparison"]


def test_a_paper_that_was_published_anew_is_fetched_anew(midmark: CouncilServer, tmp_path: Path) -> None:
    gathered(midmark, tmp_path)
    midmark.council.change(12)
    found = {one.file_name: one for one in gathered(midmark, tmp_path) if isinstance(one, Source)}
    assert numbers(midmark) == sorted([*OPEN, "s12"])
    assert found["Prevent update.docx"].fresh
    assert found["Prevent update.docx"].path.read_bytes() == midmark.council.content_of(12)
    assert not found["Notes on benchmarking.txt"].fresh


def test_meetings_of_long_ago_are_asked_for_once(midmark: CouncilServer, tmp_path: Path) -> None:
    first = gathered(midmark, tmp_path, "?since=2024-01-01")
    before = len(midmark.asked)
    second = gathered(midmark, tmp_path, "?since=2024-01-01")
    meetings = [path for path in midmark.asked[before:] if "GetMeeting?" in path]
    assert [one.address for one in first] == [one.address for one in second]
    assert sorted(path.rpartition("=")[2] for path in meetings) == ["501", "502", "511", "512"]
    assert (
        [one.meeting_on for one in second] == [one.meeting_on for one in first]
        if all(isinstance(one, Source) for one in second)
        else True
    )


def test_a_host_that_forbids_is_asked_nothing_more(tmp_path: Path) -> None:
    with council("forbidden-documents") as server:
        found = gathered(server, tmp_path)
        assert len([path for path in server.asked if "/documents/" in path]) == 1
        assert "refuses programs (status 403); it is left alone" in "".join(
            one.why for one in found if isinstance(one, Missed)
        )
    with council("forbidden") as server:
        with pytest.raises(HostLeftAlone, match="status 403"):
            gathered(server, tmp_path)
        assert server.asked == ["/robots.txt", "/mgWebService.asmx/GetCommittees"]


def test_a_host_that_stays_busy_is_left_alone_and_the_wait_grows(tmp_path: Path) -> None:
    waits: list[float] = []
    with council("busy") as server:
        how = polite(tmp_path, pause_seconds=0.5)
        with Visit(how, sleep=waits.append) as visit, pytest.raises(HostLeftAlone, match="is busy"):
            list(list_papers(f"moderngov+{server.address}/", visit, today=TODAY))
        assert len(server.asked) == 1 + how.attempts
    assert [wait for wait in waits if wait >= 1] == [1.0, 2.0, 4.0]


def test_a_service_that_is_a_web_page_is_told(tmp_path: Path) -> None:
    with (
        council("page") as server,
        pytest.raises(NoSite, match=r"no ModernGov service that answers \(answered with a web"),
    ):
        gathered(server, tmp_path)


def test_a_list_without_committees_is_told(midmark: CouncilServer, tmp_path: Path) -> None:
    midmark.council.committees = ()
    with pytest.raises(NoSite, match="lists no committees at all"):
        gathered(midmark, tmp_path)


@pytest.mark.parametrize("query", ["?committee=licencing", "?cid=9"])
def test_a_committee_that_the_site_does_not_have_is_told(midmark: CouncilServer, tmp_path: Path, query: str) -> None:
    with pytest.raises(BadAddress, match="none of the site's 4 committees"):
        gathered(midmark, tmp_path, query)
    assert gathered(midmark, tmp_path, committees=("licencing",)) == []


def test_a_bomb_in_a_list_is_no_list(tmp_path: Path) -> None:
    with council("bomb") as server, pytest.raises(NoSite, match=r"is not whole|something else"):
        gathered(server, tmp_path)


def test_committees_that_fail_are_told_one_by_one(tmp_path: Path) -> None:
    with council("error") as server:
        found = gathered(server, tmp_path)
        assert [one.title for one in found] == [committee.title for committee in server.council.committees]
    assert all(isinstance(one, Missed) and "status 500" in one.why for one in found)


def test_a_site_whose_every_part_fails_is_given_up(tmp_path: Path) -> None:
    with council("error") as server:
        server.council.committees *= 3
        [*_, last] = gathered(server, tmp_path)
        assert len([path for path in server.asked if "GetMeetings" in path]) == 5 * polite(tmp_path).attempts
    assert isinstance(last, Missed)
    assert isinstance(last.error, ListGivenUp)
    assert "5 requests in a row failed" in last.why


def test_a_document_that_always_breaks_off_never_becomes_one(tmp_path: Path) -> None:
    with council("cut") as server:
        found = gathered(server, tmp_path)
    lost = [one for one in found if isinstance(one, Missed)]
    assert len(lost) == len(OPEN)
    assert all("could not be reached" in one.why for one in lost)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_web_page_in_the_place_of_a_document_is_no_paper(tmp_path: Path) -> None:
    with council("page-for-document") as server:
        found = gathered(server, tmp_path)
    lost = [one for one in found if isinstance(one, Missed)]
    assert {"web page in place of the document" in one.why for one in lost} == {True}
    assert not (tmp_path / "objects").exists()


def test_a_document_that_leads_into_a_network_is_not_fetched(tmp_path: Path) -> None:
    with council("onward") as server:
        lost = [one for one in gathered(server, tmp_path) if isinstance(one, Missed)]
    assert len(lost) == len(OPEN)
    assert all("169.254.169.254 inside a private network" in one.why for one in lost)


def test_only_allowed_hosts_of_the_own_network_are_asked(midmark: CouncilServer, tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="private network"):
        gathered(midmark, tmp_path, allowed_private_hosts=frozenset())
    assert midmark.asked == []
    key = midmark.address.removeprefix("http://")
    assert gathered(midmark, tmp_path, allowed_private_hosts=frozenset({key}))


def test_one_request_at_a_time_from_a_visitor_that_says_who_it_is(midmark: CouncilServer, tmp_path: Path) -> None:
    gathered(midmark, tmp_path, contact="data@example.org")
    assert midmark.most_at_once == 1
    [agent] = midmark.agents
    assert agent.startswith("scorepack/")
    assert "contact: data@example.org" in agent


def test_robots_are_asked_first_and_once(midmark: CouncilServer, tmp_path: Path) -> None:
    gathered(midmark, tmp_path)
    assert midmark.asked[0] == "/robots.txt"
    assert midmark.asked.count("/robots.txt") == 1


def test_a_service_that_robots_forbid_is_not_asked(midmark: CouncilServer, tmp_path: Path) -> None:
    midmark.council.robots = "User-agent: *\nDisallow: /*.asmx\n"
    with pytest.raises(PaperError, match=r"closed to programs by the robots\.txt"):
        gathered(midmark, tmp_path)
    assert midmark.asked == ["/robots.txt"]


def test_discover_gives_the_sources(midmark: CouncilServer, tmp_path: Path) -> None:
    found = list(discover([f"moderngov+{midmark.address}/"], how=polite(tmp_path), today=TODAY))
    assert len(found) == len(OPEN)
    assert {one.publisher_host for one in found} == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("moderngov+https://", "host is missing"),
        ("moderngov+https://h.example.org/?comittee=x", "'comittee' is no filter of a site"),
        ("moderngov+https://h.example.org/?since=May", "'since' must be a day such as 2022-01-31"),
        ("moderngov+https://h.example.org/?since=2024-01-01&until=2023-01-01", "nothing lies between"),
        ("moderngov+https://h.example.org/?packs=perhaps", "'packs' must be one of never, alone, always"),
        ("moderngov+https://h.example.org/ieListDocuments.aspx?MId=x", "'mid' must be a number"),
        ("moderngov+https://h.example.org/mgUserInfo.aspx?UID=7", "persons are never fetched"),
    ],
)
def test_an_address_that_is_not_written_well_is_told(tmp_path: Path, address: str, told: str) -> None:
    with Visit(polite(tmp_path)) as visit, pytest.raises(BadAddress, match=told):
        list(list_papers(address, visit, today=TODAY))


@pytest.mark.parametrize(
    ("address", "instead"),
    [
        (
            "https://d.example.org/ieListDocuments.aspx?CId=1&MId=2#AI3",
            r"moderngov\+https://d.example.org/ieListDocuments.aspx\?CId=1&MId=2 to",
        ),
        ("https://d.example.org/moderngov/mgAi.aspx?ID=3", r"moderngov\+https://d.example.org/moderngov/ to"),
        (
            "https://c.example.org/x/Meetings/tabid/70/ctl/ViewMeetingPublic/mid/397/Meeting/1/Default.aspx",
            r"cmis\+https://c.example.org/x/Meetings.aspx to",
        ),
    ],
)
def test_a_page_of_a_site_is_told_how_to_be_given(tmp_path: Path, address: str, instead: str) -> None:
    with Visit(polite(tmp_path)) as visit, pytest.raises(PageOfSite, match=f"Give {instead}"):
        list(list_papers(address, visit, today=TODAY))


def test_a_settled_meeting_is_listed_from_the_store_as_it_was(midmark: CouncilServer, tmp_path: Path) -> None:
    query = "?since=2024-01-01&committee=working"
    first = listed(midmark, tmp_path, query)
    assert [one.meeting_on for one in first if isinstance(one, Listed)] == [TODAY - timedelta(weeks=60)] * 2
    assert listed(midmark, tmp_path, query) == first


def test_a_run_that_was_killed_goes_on_where_it_was(midmark: CouncilServer, tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from datetime import date\n"
        "from pathlib import Path\n"
        "from extractors import discover\n"
        "from tests.support.council import TODAY, polite\n"
        "for source in discover([sys.argv[1]], how=polite(Path(sys.argv[2])), today=TODAY):\n"
        "    print(source.address, flush=True)\n"
        "    sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", program, f"moderngov+{midmark.address}/", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdin is not None
        first = run.stdout.readline().strip()
        run.stdin.write("\n")
        run.stdin.flush()
        second = run.stdout.readline().strip()
        run.kill()
    fresh = {one.address: one.fresh for one in gathered(midmark, tmp_path) if isinstance(one, Source)}
    assert len(fresh) == len(OPEN)
    assert [address for address, is_fresh in fresh.items() if not is_fresh] == [first, second]
    assert numbers(midmark) == sorted(OPEN)
