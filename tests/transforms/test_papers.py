"""The papers bound in one document."""

from dataclasses import replace
from datetime import date

import pytest

from extractors.document import Table
from tests.support.councils import ALDERMERE, DUNMARSH
from tests.support.grids import document, down
from tests.support.scored import keys, reason, scores_of
from tests.transforms.conftest import Normalised
from transforms.papers import papers_of

SCORES = down("Score: 4 5 5 4 5 4 3 3 2 2")
PACK = f"""
# Prevent in Aldermere
@ Date: 8 September 2021
@ From: Aldermere Borough Council
{SCORES}
---
It goes on.
---
# Prevent in Dunmarsh
@ Date: 7 June 2022
@ From: Dunmarsh City Council
{down("Score: 1 2 1 5 5 2 2 3 3 2")}
"""


def test_a_letterhead_on_a_later_page_begins_a_paper() -> None:
    first, second = papers_of(document(PACK))
    assert (first.date, second.date) == (date(2021, 9, 8), date(2022, 6, 7))
    assert second.titles == ("Prevent in Dunmarsh",)


def test_one_paper_is_one() -> None:
    assert len(papers_of(document("# Prevent\n@ Date: 8 September 2022\nText.\n---\nMore."))) == 1


def test_papers_of_a_pack_do_not_lend_each_other_authority_or_date(normalised: Normalised) -> None:
    found = scores_of(normalised(PACK))
    assert set(found) == {(ALDERMERE, 2021), (DUNMARSH, 2022)}
    assert found[DUNMARSH, 2022]["risk_assessment"] == 1


def test_a_paper_that_names_nobody_borrows_no_name_from_its_neighbour(normalised: Normalised) -> None:
    pack = PACK.replace("# Prevent in Dunmarsh", "# Prevent").replace(
        "@ From: Dunmarsh City Council", "@ From: Head of Communities"
    )
    found = normalised(pack)
    assert {
        one.subject.authority_code for one in found.observations if one.place.page == 3 and one.status == "accepted"
    } <= {None}


@pytest.mark.parametrize(
    "front",
    [
        pytest.param("@ Date: 8 September 2022", id="its date"),
        pytest.param("@ Date of meeting: Thursday, 8 September 2022", id="the meeting's date"),
        pytest.param("8 September 2022", id="a line at its head"),
        pytest.param("@ Last updated: 8 March 2019\n@ Meeting date: 8 September 2022", id="not when it was updated"),
        pytest.param("@ Review date: 8 March 2025\n@ Date: 8 September 2022", id="not when it will be reviewed"),
        pytest.param("Date of next meeting: 8 March 2023\n8 September 2022", id="not the next meeting"),
        pytest.param("Deadline for comments: 1 October 2021\n8 September 2022", id="not a deadline"),
    ],
)
def test_the_day_of_a_paper(front: str) -> None:
    assert papers_of(document(f"# Prevent\n{front}\nText."))[0].date == date(2022, 9, 8)


def test_a_month_will_do_for_the_letterhead() -> None:
    assert papers_of(document("# Prevent\n@ Date: June 2022"))[0].date == date(2022, 6, 1)


def test_dates_in_sentences_are_not_the_papers() -> None:
    assert papers_of(document("# Prevent\nThe board met on 8 September 2022."))[0].date is None


def test_a_word_inside_a_label_is_not_the_label(normalised: Normalised) -> None:
    """'to' stands in 'Director'."""
    found = normalised(f"# Prevent\n@ Date: 8 September 2022\n@ Director: Kim Dunmarsh\n{SCORES}")
    assert keys(found) == set()
    assert "authority" in reason(found)


def test_a_table_of_one_row_at_the_head_lays_out_the_title(normalised: Normalised) -> None:
    head = Table.of_texts([["Prevent duty", "Aldermere Borough Council"]])
    paper = document(f"Briefing for members\n\n8 September 2022\n\nThe scores are set out below.\n{SCORES}")
    found = normalised(replace(paper, body=(head, *paper.body)))
    assert keys(found) == {(ALDERMERE, 2022)}
