"""What is to be done about what a refresh has found."""

from dataclasses import replace
from pathlib import Path

from extractors import Source
from flows.collecting import Collected, Found
from flows.refreshing import plan, source_rows, told
from flows.summary import Summary
from warehouse.refreshes import Known, ListingRow, ShortfallRow

FOLDER, SITE = "papers", "moderngov+https://democracy.example.org"


def found(address: str, document_id: str, *, source: str = FOLDER, facts: str = "") -> Found:
    row = ListingRow(source, address, "1", facts, document_id, file_name=address)
    return Found(row, Source(address, Path(address), address))


def knowing(*before: Found, current: bool = True) -> Known:
    rows = [replace(one.row, file_name=None) for one in before]
    documents = frozenset(row.document_id for row in rows) if current else frozenset()
    return Known(documents, {(row.source, row.address): row for row in rows})


def folder(*papers: Found, error: str | None = None) -> Collected:
    return Collected(FOLDER, papers, error=error)


def addresses(known: Known, *collected: Collected) -> list[str]:
    return [paper.address for paper in plan(collected, known).papers]


def test_a_new_paper_is_read_and_a_known_one_is_not():
    a, b = found("a", "1"), found("b", "2")
    assert addresses(knowing(a), folder(a, b)) == ["b"]


def test_the_same_bytes_at_two_places_are_read_once():
    assert addresses(Known(), folder(found("a", "1"), found("b", "1"))) == ["a"]


def test_the_place_that_tells_something_of_a_paper_is_the_one_it_is_read_from():
    told_of = found("s1.pdf", "1", source=SITE, facts="host | Scrutiny")
    assert addresses(Known(), folder(found("a", "1")), Collected(SITE, (told_of,))) == ["s1.pdf"]


def test_what_another_reader_has_read_is_read_again():
    a = found("a", "1")
    assert addresses(knowing(a, current=False), folder(a)) == ["a"]


def test_a_known_paper_of_which_a_site_tells_something_new_is_read_again():
    a, same = found("a", "1"), found("s1.pdf", "1", source=SITE, facts="host | Scrutiny")
    assert addresses(knowing(a), Collected(SITE, (same,))) == ["s1.pdf"]
    assert addresses(knowing(a, same), Collected(SITE, (same,))) == []
    later = found("s1.pdf", "1", source=SITE, facts="host | Scrutiny | 2026-03-02")
    assert addresses(knowing(a, same), Collected(SITE, (later,))) == ["s1.pdf"]


def test_a_second_listing_of_a_paper_with_facts_does_not_turn_it_back_and_forth():
    first, second = (found(name, "1", source=SITE, facts=f"host | {name}") for name in ("pack", "item"))
    assert addresses(knowing(first), Collected(SITE, (first, second))) == []


def test_only_rows_that_differ_are_noted():
    a, b = found("a", "1"), found("b", "2")
    newer = Found(replace(b.row, document_id="3"), b.paper)
    assert [row.address for row in plan([folder(a, newer)], knowing(a, b)).listings] == ["b"]


def test_what_a_folder_does_not_hold_any_more_is_gone():
    a, b = found("a", "1"), found("b", "2")
    assert [row.address for row in plan([folder(a)], knowing(a, b)).forgotten] == ["b"]


def test_nothing_is_gone_from_a_source_that_was_not_seen_in_full():
    a, b = found("a", "1"), found("b", "2")
    assert plan([folder(a, error="It broke off.")], knowing(a, b)).forgotten == ()
    unread = Collected(FOLDER, (a,), (ShortfallRow("b", "", "missed", "It could not be opened."),))
    assert plan([unread], knowing(a, b)).forgotten == ()


def test_a_meeting_that_is_outside_the_weeks_of_a_site_is_not_gone():
    old = found("s1.pdf", "1", source=SITE)
    assert plan([Collected(SITE)], knowing(old)).forgotten == ()


def test_a_person_is_told_what_is_new_changed_gone_withheld_and_lost():
    a, b, c = found("a", "1"), found("b", "2"), found("c", "3")
    newer = Found(replace(b.row, document_id="4"), b.paper)
    site = Collected(
        SITE, (), (ShortfallRow("x", "", "withheld", "closed"), ShortfallRow(SITE, "", "missed", "down")), "down"
    )
    collected, known = [folder(newer, c), site], knowing(a, b)
    told_of = told(collected, plan(collected, known), known, {SITE: 9, FOLDER: 0})
    assert (told_of.new, told_of.changed, told_of.gone, told_of.read) == (("c",), ("b",), ("a",), 2)
    assert [one.address for one in told_of.withheld] == ["x"]
    assert [(one.source, one.error, one.days_old) for one in told_of.failed] == [(SITE, "down", 9)]
    assert (told_of.listed, told_of.fetched) == (2, 0)


def test_the_warehouse_notes_every_source():
    rows = source_rows([folder(found("a", "1")), Collected(SITE, error="down")])
    assert [(row.source, row.papers, row.error) for row in rows] == [(FOLDER, 1, None), (SITE, 0, "down")]


def test_a_source_is_told_by_its_name_with_what_is_remarked_of_its_list():
    seen = Collected(SITE, (), error="It is shut.", remarks=("Its pages were read.",))
    done = told([seen, folder()], plan([seen, folder()], Known()), Known(), {SITE: 3}, {SITE: "Midmark"})
    assert [source.title for source in done.sources] == [f"Midmark ({SITE})", FOLDER]
    lines = Summary(refreshed=done).as_text().splitlines()
    assert f"failed: Midmark ({SITE}): It is shut. What was read from it 3 days ago stays." in lines
    assert f"remark: Midmark ({SITE}): Its pages were read." in lines
