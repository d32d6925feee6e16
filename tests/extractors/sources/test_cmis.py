"""The papers of a CMIS site, against a council that runs on this machine."""

from datetime import timedelta
from pathlib import Path

import pytest

from extractors import Listed, Missed, Source, Withheld, gather, list_papers
from extractors.sources.errors import NoSite
from extractors.sources.visit import Visit
from tests.support.council import QUIRKS, TODAY, CouncilServer, cmis_pages, council, polite


def gathered(server: CouncilServer, store: Path, query: str = "") -> list[Source | Withheld | Missed]:
    with Visit(polite(store), sleep=lambda _: None) as visit:
        return list(gather(f"cmis+{server.address}/midmark/Meetings.aspx{query}", visit, today=TODAY))


def listed(server: CouncilServer, store: Path, query: str = "") -> list[Listed | Withheld | Missed]:
    with Visit(polite(store), sleep=lambda _: None) as visit:
        return list(list_papers(f"cmis+{server.address}/midmark/Meetings.aspx{query}", visit, today=TODAY))


@pytest.mark.parametrize("quirks", [(), tuple(QUIRKS)])
def test_every_open_paper_is_found_once_and_transferred_once(quirks: tuple[str, ...], tmp_path: Path) -> None:
    with council(*quirks) as server:
        found = gathered(server, tmp_path)
        sources = [one for one in found if isinstance(one, Source)]
        assert [one for one in found if isinstance(one, Missed)] == []
        assert {one.file_name for one in sources} == {
            "Prevent duty benchmarking_ Midmark's councils & partners.pptx",
            "Benchmarking comparison.pptx",
            "Prevent update.docx",
            "Notes on benchmarking.txt",
        } | {one.file_name for one in sources if one.file_name.endswith(".pdf")}
        assert len(sources) == len(server.served) == 5
        again = [one for one in gathered(server, tmp_path) if isinstance(one, Source)]
        assert len(server.served) == 5
    assert [one.fresh for one in again] == [False] * 5


def test_a_paper_carries_what_the_calendar_says_of_it(tmp_path: Path) -> None:
    with council() as server:
        [update] = [one for one in listed(server, tmp_path) if one.title == "Prevent update"]
        size = len(server.council.content_of(12))
    assert isinstance(update, Listed)
    assert update.committee == "Safer Communities Scrutiny Committee"
    assert update.meeting_on == TODAY - timedelta(weeks=3)
    assert update.edition == f"Prevent update ({size}b)"


def test_exempt_papers_are_told_and_not_fetched(tmp_path: Path) -> None:
    with council() as server:
        told = [one for one in gathered(server, tmp_path) if isinstance(one, Withheld)]
        assert not any("id=d93" in path for path in server.asked)
    assert [one.why for one in told] == ["the title says 'exempt'"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?committee=partnership", {"Final agenda reports"}),
        ("?words=notes", {"Notes on benchmarking"}),
        ("?since=2024-06-01&until=2025-03-01", {"Lornshire: annual Prevent report", "Cresswick: Prevent update"}),
        ("?mid=397&tabid=70&words=final", {"Final agenda reports"}),
    ],
)
def test_papers_are_chosen_by_committee_words_and_days(tmp_path: Path, query: str, expected: set[str]) -> None:
    with council() as server:
        found = listed(server, tmp_path, query)
    assert {one.title for one in found if isinstance(one, Listed)} == expected


def test_days_without_a_year_are_those_nearest_to_the_month(tmp_path: Path) -> None:
    new_year = TODAY.replace(month=1, day=22)  # three weeks ago is the first of January, and on December's page too
    with council(today=new_year) as server, Visit(polite(tmp_path)) as visit:
        address = f"cmis+{server.address}/midmark/Meetings.aspx?words=comparison&since={new_year.year - 1}-01-01"
        [one] = [one for one in list_papers(address, visit, today=new_year) if isinstance(one, Listed)]
    assert one.meeting_on == new_year - timedelta(weeks=3)


def test_a_page_without_a_calendar_is_told(tmp_path: Path) -> None:
    with council() as server, Visit(polite(tmp_path)) as visit, pytest.raises(NoSite, match="does not answer"):
        list(list_papers(f"cmis+{server.address}/midmark/Nothing.aspx", visit, today=TODAY))


def test_a_month_that_fails_is_told_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with council() as server:
        shown = cmis_pages.page
        monkeypatch.setattr(
            cmis_pages, "page", lambda c, path, *rest: "<p>dnn</p>" if "/2026-02-01/" in path else shown(c, path, *rest)
        )
        found = gathered(server, tmp_path)
    [lost] = [one for one in found if isinstance(one, Missed)]
    assert lost.title == "February 2026"
    assert "shows no calendar" in lost.why
    assert [one.file_name for one in found if isinstance(one, Source)] == [
        "Notes on benchmarking.txt",
        "Prevent update.docx",
    ]
