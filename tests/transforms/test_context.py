"""Whose the figures are and of when, where the table itself does not say."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.councils import ALDERMERE, BRACKFORD, DUNMARSH, NEW_ELMSEY, OLD_ELMSEY
from tests.support.grids import document, down
from tests.support.scored import keys, reason
from tests.transforms.conftest import Normalised

SCORES = down("Score: 4 5 5 4 5 4 3 3 2 2")
DATE = "@ Date: 8 September 2022\n"


# ---------------------------------------------------------------------------------------- authority


@pytest.mark.parametrize(
    ("front", "code"),
    [
        pytest.param("# Prevent Benchmarking: Aldermere", ALDERMERE, id="the title"),
        pytest.param("# Prevent Benchmarking\n@ Briefing from: Dunmarsh City Council", DUNMARSH, id="the letterhead"),
        pytest.param(
            "# Prevent Update\n@ Briefing to: Safer Aldermere Together Partnership",
            ALDERMERE,
            id="a partnership of one authority",
        ),
        pytest.param(
            "# Corvenshire Prevent Board\n## Brackford scores", BRACKFORD, id="the heading above, before the title"
        ),
        pytest.param("# Corvenshire Prevent Board\n## Brackford", BRACKFORD, id="a heading that is nothing but a name"),
        pytest.param(
            "# Prevent\nBrackford District Council, Corvenshire",
            BRACKFORD,
            id="a county beside its district says where that lies",
        ),
        pytest.param(
            "# Prevent\nThe table gives the score of each benchmark for Dunmarsh.", DUNMARSH, id="the sentence above"
        ),
        pytest.param(
            "# Prevent scores of Aldermere and Dunmarsh\n> Dunmarsh benchmark scores",
            DUNMARSH,
            id="the caption, before all",
        ),
    ],
)
def test_the_closest_telling_decides(normalised: Normalised, front: str, code: str) -> None:
    heading, newline, rest = front.partition("\n")
    assert keys(normalised(f"{heading}\n{DATE}{rest}{newline}{SCORES}")) == {(code, 2022)}


@pytest.mark.parametrize(
    ("front", "why"),
    [
        pytest.param(
            "# Prevent Benchmarking\n@ Subject: The Council's scores",
            "does not say which authority",
            id="only the Council",
        ),
        pytest.param("# Prevent Benchmarking LLR", "'LLR', which is several", id="a group of three"),
        pytest.param(
            "# Leicestershire and Rutland Strategy Board: Prevent", "does not say which authority", id="a board of two"
        ),
        pytest.param("# Wendmark Three: Prevent scores", "which is several authorities", id="a partnership of several"),
        pytest.param(
            "# Prevent: Wendmark Three\n@ From: Corvenshire County Council",
            "which is several authorities",
            id="a group in the paper of one",
        ),
        pytest.param(
            "# Corvenshire: Prevent\n## Brackford and Dunmarsh", "names several authorities", id="a heading of two"
        ),
        pytest.param("# Brackford County Council: Prevent", "does not say which authority", id="a county that is none"),
        pytest.param("# Elmsey District Council: Prevent", "ended on 2020-03-31", id="a council that had ended"),
        pytest.param("# Prevent in Wendmark", "does not say which authority", id="a region"),
        pytest.param("# Prevent: Aldermere and Dunmarsh", "names several authorities", id="a title of two"),
        pytest.param(
            "# Prevent\nPartners in Aldermere meet each month.", "only the running text names", id="prose alone"
        ),
        pytest.param(
            "# Prevent\n> Prevent scores of Aldermere and Dunmarsh", "the caption names several", id="a caption of two"
        ),
        pytest.param(
            "# Prevent\n@ To: Aldermere Borough Council\nThe scores are better than those of Dunmarsh.",
            "the paper's head Aldermere",
            id="a comparison above",
        ),
        pytest.param(
            "# Prevent\n@ To: Aldermere Borough Council\nThe scores were set by a peer from Dunmarsh.",
            "the paper's head Aldermere",
            id="a peer above",
        ),
        pytest.param(
            "# Prevent: Aldermere\n## Learning from Dunmarsh", "the paper's title Aldermere", id="a heading in passing"
        ),
        pytest.param(
            "# Prevent\n## Brackford\nThe scores of Aldermere were as follows.",
            "the heading names Brackford",
            id="a heading and another sentence",
        ),
        pytest.param(
            "# Prevent\n@ To: Corvenshire County Council\n@ From: Dunmarsh City Council",
            "the head of the paper names several",
            id="to one, from another",
        ),
        pytest.param(
            "# Prevent\n@ To: Corvenshire Board\n@ From: Brackford District Council",
            "the head of the paper names several",
            id="to a county from its district",
        ),
    ],
)
def test_where_nobody_is_named_for_sure_a_person_decides(normalised: Normalised, front: str, why: str) -> None:
    found = normalised(f"{front.partition(chr(10))[0]}\n{DATE}{front.partition(chr(10))[2]}\n{SCORES}")
    assert keys(found) == set()
    assert why in reason(found)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("@ From: Kim Aldermere, Head of Service", id="a surname in the letterhead"),
        pytest.param("@ Prepared by: Kim Dunmarsh", id="an author"),
        pytest.param("Report of Kim Brackford", id="a report's author"),
        pytest.param("Cllr Dunmarsh", id="a councillor"),
        pytest.param("@ Director: Kim Dunmarsh", id="a label with 'to' inside a word"),
        pytest.param("Committee Room 1, Dunmarsh Town Hall", id="a venue"),
        pytest.param("~ Dunmarsh Printing Services", id="a running head alone is weak"),
        pytest.param("@ From: Aldermere Police", id="a police force"),
    ],
)
def test_people_rooms_and_forces_are_no_authorities(normalised: Normalised, line: str) -> None:
    assert keys(normalised(f"# Prevent Benchmarking\n{DATE}{line}\n{SCORES}")) == set()


def test_the_sentence_of_purpose_names_the_only_council_of_a_paper(normalised: Normalised) -> None:
    text = f"# Prevent assurance 2022\n{DATE}1.1 This report gives {{}} its yearly update.\n## Scores\n{SCORES}"
    assert keys(normalised(text.format("Aldermere Council"))) == {(ALDERMERE, 2022)}
    assert keys(normalised(text.format("members from Aldermere"))) == set()
    assert keys(normalised(text.format("Aldermere Council") + "\nDunmarsh was visited.")) == set()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("https://democracy.aldermere.gov.uk/documents/s123/Prevent.pdf", "only the web address names an authority"),
        ("papers/Prevent_update-Aldermere_2022.pdf", "only the file name names an authority"),
        ("papers/Prevent%20update%20Aldermere.pdf", "only the file name names an authority"),
        ("papers/Aldermere and Dunmarsh.pdf", "the paper does not say which authority it is about"),
    ],
)
def test_where_a_file_came_from_only_suggests_an_authority(normalised: Normalised, source: str, why: str) -> None:
    found = normalised(replace(document(f"# Prevent Benchmarking\n{DATE}{SCORES}"), source=source))
    assert keys(found) == set()
    assert reason(found) == why


@pytest.mark.parametrize(
    ("year", "day", "code"),
    [(2019, "8 September 2019", OLD_ELMSEY), (2022, "8 September 2022", NEW_ELMSEY)],
)
def test_a_name_that_was_passed_on_is_settled_by_the_papers_date(
    normalised: Normalised, year: int, day: str, code: str
) -> None:
    assert keys(normalised(f"# Elmsey Prevent scores {year}\n@ Date: {day}\n{SCORES}")) == {(code, year)}


def test_a_name_that_was_passed_on_after_the_period_waits(normalised: Normalised) -> None:
    found = normalised(f"# Elmsey Prevent scores 2019\n@ Date: 8 September 2021\n{SCORES}")
    assert reason(found) == "Elmsey and Fenwold Council began on 2020-04-01, after the period 2019"


# ------------------------------------------------------------------------------------------- period


@pytest.mark.parametrize(
    ("text", "period", "basis"),
    [
        pytest.param("## Scores 2021/22", "2021/22", "stated", id="the heading"),
        pytest.param("> Prevent scores, 2021", "2021", "stated", id="the caption"),
        pytest.param("> Benchmark scores, 21/22", "2021/22", "stated", id="two digits in a caption"),
        pytest.param("## Scores as at 31 March 2021", "2021", "stated", id="a day early in a year"),
        pytest.param("> Assessment results, April 2020 to March 2021", "2020/21", "stated", id="from month to month"),
        pytest.param("The scores for 2020/21 are set out below.", "2020/21", "stated", id="the sentence above"),
        pytest.param(
            "The adviser carried out the health check in June 2022.",
            "2022",
            "document",
            id="a month of the paper's own year",
        ),
        pytest.param("", "2022", "document", id="only the paper's date"),
        pytest.param(
            "The Counter-Terrorism and Security Act 2015 applies to the benchmarks.",
            "2022",
            "document",
            id="an act's year",
        ),
    ],
)
def test_where_the_period_is_told(normalised: Normalised, text: str, period: str, basis: str) -> None:
    found = normalised(f"# Aldermere Prevent\n{DATE}{text}\n{SCORES}")
    assert {(one.subject.period, one.subject.period_basis, one.status) for one in found.observations} == {
        (period, basis, "accepted")
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("## Scores against the benchmarks of 2018", id="the year of the framework"),
        pytest.param("The benchmarks, introduced in 2020, were scored as follows.", id="introduced in"),
        pytest.param("The scores below have improved on 2021.", id="improved on"),
        pytest.param("The benchmarks will be assessed again in 2023.", id="again in"),
        pytest.param("The table should be read with the 2021 results.", id="read with"),
        pytest.param("## Scores as at 31 October 2021", id="a day of either year"),
        pytest.param("> Benchmark scores, November 2021", id="a month of either year"),
        pytest.param(
            "The scores of the health check of November 2021 are as follows.",
            id="a month of another year in the sentence",
        ),
        pytest.param("## Scores 2020 and 2021", id="two years"),
        pytest.param(
            "## Results 2020/21\nThe scores for 2021/22 were as follows.", id="a heading and another sentence"
        ),
        pytest.param("## Scores 2023/24", id="a year that was not over"),
    ],
)
def test_a_year_that_may_be_of_something_else_waits(normalised: Normalised, text: str) -> None:
    assert keys(normalised(f"# Aldermere Prevent\n{DATE}{text}\n{SCORES}")) == set()


def test_a_sentence_that_tells_which_year_is_which_dates_both_columns(normalised: Normalised) -> None:
    found = normalised(
        f"# Aldermere Prevent\n{DATE}The current score is that of 2021/22, the previous score that of 2019/20.\n"
        + down("Previous score: 3 4 4 3 4 3 2 2 1 1", "Current score: 4 5 5 4 5 4 3 3 2 2")
    )
    assert {one.subject.period for one in found.observations} == {"2019/20", "2021/22"}


def test_last_year_is_the_one_before_a_stated_year(normalised: Normalised) -> None:
    columns = down("Last year: 3 4 4 3 4 3 2 2 1 1", "This year: 4 5 5 4 5 4 3 3 2 2")
    found = normalised(f"# Aldermere Prevent scores 2021/22\n{DATE}{columns}")
    assert {one.subject.period for one in found.observations if one.status == "accepted"} == {"2020/21", "2021/22"}
    found = normalised(f"# Aldermere Prevent\n{DATE}{columns}")
    assert {one.subject.period for one in found.observations if one.status == "accepted"} == {"2022"}


@pytest.mark.parametrize(
    "text",
    ["These scores were set for 2020/21.", "? Scores of the 2021 round."],
)
def test_a_text_that_speaks_of_another_year_than_the_papers_date_waits(normalised: Normalised, text: str) -> None:
    found = normalised(f"# Aldermere Prevent\n{DATE}{SCORES}\n{text}")
    assert "its text speaks of the scores of 202" in reason(found)


def test_the_date_of_the_file_alone_waits(normalised: Normalised) -> None:
    found = normalised(document(f"# Aldermere Prevent\n{SCORES}", made_on=date(2022, 9, 8)))
    assert reason(found) == "no period is stated and the paper has no date; the file was made in 2022"


def test_no_date_at_all_waits(normalised: Normalised) -> None:
    assert reason(normalised(f"# Aldermere Prevent\n{SCORES}")) == "neither a period nor a date of the paper was found"


def test_the_day_under_which_a_paper_was_listed_dates_it_where_it_bears_none(normalised):
    listed = replace(document(f"# Aldermere Prevent\n{SCORES}", made_on=date(2024, 1, 1)), listed_on=date(2022, 9, 20))
    found = normalised(listed)
    assert found.document.published_on == date(2022, 9, 20)
    assert {(one.subject.period, one.subject.period_basis, one.status) for one in found.observations} == {
        ("2022", "document", "accepted")
    }


def test_names_in_a_row_over_several_tables_say_of_none_whose_it_is(normalised: Normalised) -> None:
    tables = "\n\n".join(f"{down(f'Score: {series}')}" for series in ("4 5 5 4 5 4 3 3 2 2", "3 4 4 3 4 3 2 2 1 1"))
    found = normalised(f"# Prevent benchmark scores 2022\n\nAldermere\n\nBrackford\n\n{tables}")
    assert [one for one in found.observations if one.status == "accepted"] == []
