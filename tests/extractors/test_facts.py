"""What a paper says about itself, in the forms that committee papers use."""

import pytest

from extractors.document import Block, LetterheadLine, Table
from extractors.facts import letterhead_of, title_of


def lines(*texts: str, page: int | None = None) -> list[Block | Table]:
    return [Block("paragraph", text, page) for text in texts]


def pairs(*body: Block | Table) -> list[tuple[str, str]]:
    return [(line.label, line.value) for line in letterhead_of(body)]


def test_a_briefing_tells_to_whom_when_and_what_about() -> None:
    body = lines(
        "Briefing to: Safer Ashby Partnership",
        "Briefing from: Head of Communities",
        "Date: 8 September 2022",
        "Subject: Prevent Update",
        "The purpose of this report is to tell members where the partnership stands. Date: never.",
    )
    assert pairs(*body) == [
        ("Briefing to", "Safer Ashby Partnership"),
        ("Briefing from", "Head of Communities"),
        ("Date", "8 September 2022"),
        ("Subject", "Prevent Update"),
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Date of meeting:\t8 September 2022", ("Date of meeting", "8 September 2022")),
        ("DATE OF MEETING: 8 SEPTEMBER 2022", ("DATE OF MEETING", "8 SEPTEMBER 2022")),
        ("Report to Community Safety Board", ("Report to", "Community Safety Board")),
        ("Meeting: Cabinet", ("Meeting", "Cabinet")),
        ("Reporting period: 2021/22", ("Reporting period", "2021/22")),
        ("Local authority: Ashby", ("Local authority", "Ashby")),
        ("Presented to: Scrutiny Committee", ("Presented to", "Scrutiny Committee")),
        ("Title of report: Prevent", ("Title of report", "Prevent")),
    ],
)
def test_customary_labels_are_known_in_their_usual_forms(line: str, found: tuple[str, str]) -> None:
    assert pairs(*lines(line)) == [found]


def test_labels_and_values_may_stand_in_a_table() -> None:
    grid = Table.of_texts([["Report to:", "Cabinet"], ["Date", "8 September 2022"], ["Wards affected:", "All"]])
    assert pairs(Block("title", "Ashby Council"), grid) == [("Report to", "Cabinet"), ("Date", "8 September 2022")]


def test_two_pairs_may_stand_in_one_row() -> None:
    grid = Table.of_texts([["Meeting:", "Cabinet", "Date:", "8 September 2022"]])
    assert pairs(grid) == [("Meeting", "Cabinet"), ("Date", "8 September 2022")]


def test_two_pairs_may_stand_on_one_line() -> None:
    assert pairs(*lines("Report to: Cabinet     Date: 8 September 2022")) == [
        ("Report to", "Cabinet"),
        ("Date", "8 September 2022"),
    ]


def test_lines_that_ran_together_are_told_apart() -> None:
    assert pairs(*lines("Presented to: Strategy Board Date of meeting: 5th January 2022 Time: 2:00 pm")) == [
        ("Presented to", "Strategy Board"),
        ("Date of meeting", "5th January 2022"),
    ]
    assert pairs(*lines("Report of: Head of Place Contact Officer: Pat Example Email: pat@example.org")) == [
        ("Report of", "Head of Place"),
        ("Contact Officer", ""),
        ("Email", ""),
    ]


def test_a_label_within_a_sentence_is_no_letterhead() -> None:
    assert pairs(*lines("The Board agreed the following Date: 8 September 2022")) == []


def test_a_value_may_stand_on_the_line_below_its_label() -> None:
    assert pairs(*lines("Report to:", "Cabinet", "Date of meeting", "8 September 2022")) == [
        ("Report to", "Cabinet"),
        ("Date of meeting", "8 September 2022"),
    ]


def test_a_table_of_scores_ends_the_head() -> None:
    grid = Table.of_texts([["Benchmark", "Score"], ["Training", "2"]])
    assert pairs(grid, *lines("Date: 1 January 2020")) == []


def test_a_section_ends_the_head() -> None:
    body = [*lines("Date: 8 September 2022"), Block("heading", "1. Purpose", level=1), *lines("Date: 1 January 2020")]
    assert pairs(*body) == [("Date", "8 September 2022")]


@pytest.mark.parametrize(
    "label",
    [
        "Prepared by",
        "Presented by",
        "Author",
        "Report author",
        "Contact",
        "Contact Officer",
        "Lead Officer",
        "Email",
        "Tel",
    ],
)
def test_persons_are_not_kept(label: str) -> None:
    assert pairs(*lines(f"{label}: Pat Example, 01234 567890, pat@example.org")) == [(label, "")]


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("Director of Public Protection", "Director of Public Protection"),
        ("Assistant Director, Community Safety", "Assistant Director, Community Safety"),
        ("Pat Example, Head of Communities", "Head of Communities"),
        ("Head of Communities (Pat Example)", "Head of Communities"),
        ("Cllr Pat Example", ""),
        ("Pat Example", ""),
        ("Head of Communities, pat@example.org, 01234 567890", "Head of Communities"),
    ],
)
def test_of_a_sender_the_office_is_kept_and_the_name_is_not(value: str, kept: str) -> None:
    assert pairs(*lines(f"Report of: {value}")) == [("Report of", kept)]


def test_an_agenda_pack_gives_the_head_of_each_paper_inside_it() -> None:
    body = [
        *lines("Ashby Council", "Date: Friday, 30 July 2021", page=1),
        *lines("Some running text of a paper that goes on", "Date: not a head", page=2),
        *lines("Report to: Cabinet", "Date: 2 August 2021", "Report of: Head of Communities", page=3),
    ]
    assert letterhead_of(body) == (
        LetterheadLine("Date", "Friday, 30 July 2021", 1),
        LetterheadLine("Report to", "Cabinet", 3),
        LetterheadLine("Date", "2 August 2021", 3),
        LetterheadLine("Report of", "Head of Communities", 3),
    )


def test_the_name_of_a_council_is_no_title() -> None:
    body = [Block("title", "Ashby District Council"), Block("heading", "Prevent Update 2022", level=1)]
    assert title_of(body, (), None) == "Prevent Update 2022"


def test_a_paper_without_a_heading_is_titled_by_its_subject() -> None:
    body = [*lines("Date: 8 September 2022"), Block("heading", "1. Introduction", level=2)]
    assert title_of(body, (LetterheadLine("Subject", "Prevent Update"),), "stored") == "Prevent Update"


def test_names_of_bodies_alone_leave_the_title_to_the_file() -> None:
    body = [Block("title", "Ashby Borough Council"), Block("heading", "Safer Communities Board", level=1)]
    assert title_of(body, (), "Ashby Borough Council - Safer Communities Board") == (
        "Ashby Borough Council - Safer Communities Board"
    )
    assert title_of(body, (), None) == "Ashby Borough Council"
    assert title_of([], (), None) is None


def test_a_heading_that_every_paper_has_is_no_title() -> None:
    body = [Block("heading", "AGENDA", level=1), Block("heading", "Appendix B", level=1)]
    assert title_of(body, (), "Safer Communities Board") == "Safer Communities Board"


def test_a_plain_text_is_titled_by_the_line_over_its_letterhead() -> None:
    body = lines("Ashby District Council", "Prevent Update", "Report to: Cabinet", "Text that follows.")
    assert title_of(body, letterhead_of(body), None) == "Prevent Update"
    assert title_of(lines("Some text.", "More text"), (), None) is None
