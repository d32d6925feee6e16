"""Whole papers: what is found, told and said of the document."""

import pytest

from tests.support.councils import ALDERMERE
from tests.support.grids import document, down
from tests.support.scored import accepted, scores, scores_of
from tests.transforms.conftest import Normalised
from transforms.catalogue import Catalogue
from transforms.lexicon import speaks_of

TEN = down("Score: 4 5 5 4 5 4 3 3 2 2")
EIGHT = """
| Benchmark | Score |
| Multi-agency partnership group | 4 |
| Local risk assessment process | 3 |
| Partnership plan | 2 |
| Referral pathway | 5 |
| Channel panel | 4 |
| Training programme | 3 |
| Reducing permissive environments | 2 |
| Communications and engagement | 1 |
"""


def test_a_briefing_from_end_to_end(normalised: Normalised) -> None:
    found = normalised(f"# Aldermere Prevent Benchmarking\n@ Date: 8 September 2022\n{TEN}")
    assert len(scores(found)) == 10
    facts = found.document
    assert (facts.status, facts.title, facts.publisher, str(facts.published_on)) == (
        "extracted", "Aldermere Prevent Benchmarking", ALDERMERE, "2022-09-08"
    )  # fmt: skip
    (verdict,) = found.verdicts
    assert (verdict.verdict, verdict.framework, verdict.orientation) == (
        "scores",
        "prevent-duty-2018",
        "benchmarks down",
    )


def test_every_value_keeps_its_printed_text_and_place(normalised: Normalised) -> None:
    found = normalised(f"# Aldermere Prevent Benchmarking 2022\n---\n{TEN.replace('| 3 |', '| 3* |', 1)}")
    training = next(one for one in found.observations if one.benchmark == "training")
    assert (training.benchmark_text, training.score_text, training.score) == ("Training", "3*", 3)
    assert (training.place.page, training.place.table, training.place.row, training.place.column) == (2, 1, 8, 2)


def test_the_eight_of_2024_are_told_from_the_ten_by_their_labels(normalised: Normalised) -> None:
    found = normalised(f"# Aldermere Prevent Benchmarking 2024\n@ Date: 8 September 2024\n{EIGHT}")
    assert {one.framework for one in accepted(found)} == {"prevent-duty-2023"}
    assert scores(found)["multi_agency_partnership_group"] == 4
    assert scores(found)["risk_assessment"] == 3


def test_two_frameworks_in_one_paper(normalised: Normalised) -> None:
    found = normalised(f"# Aldermere Prevent\n@ Date: 8 September 2024\n## Scores 2023\n{TEN}\n## Scores 2024\n{EIGHT}")
    assert {(one.framework, one.subject.period_year) for one in accepted(found)} == {
        ("prevent-duty-2018", 2023),
        ("prevent-duty-2023", 2024),
    }
    assert set(scores_of(found)) == {(ALDERMERE, 2023), (ALDERMERE, 2024)}


@pytest.mark.parametrize(
    ("paper", "why"),
    [
        pytest.param(
            "# Bins in Aldermere\n@ Date: 8 September 2022\nText.",
            "it has no tables and states no scores",
            id="no table",
        ),
        pytest.param(
            "# Prevent\n| A | B |\n| 1 | 2 |",
            "none of its tables (1) is a score table of a known framework",
            id="another table",
        ),
        pytest.param("", "it has no tables and states no scores", id="an empty paper"),
    ],
)
def test_a_paper_without_scores_says_why(normalised: Normalised, paper: str, why: str) -> None:
    found = normalised(paper)
    assert (found.document.status, found.document.reason, found.observations) == ("no_scores", why, ())


def test_to_prevent_harm_is_not_prevent(normalised: Normalised, catalogue: Catalogue) -> None:
    """The verb in a paper about another duty opens no table to the framework."""
    framework = catalogue.framework("prevent-duty-2018")
    assert speaks_of("the PREVENT agenda", framework)
    assert speaks_of("the prevent duty", framework)
    assert not speaks_of("to prevent harm", framework)
    table = """
    | Domain            | Score |
    | Partnership board | 4     |
    | Delivery plan     | 4     |
    | Referral pathway  | 4     |
    | Risk assessment   | 3     |
    | Training          | 2     |
    """
    assert (
        normalised(f"# Hate crime standards 2022 in Aldermere\nThis helps to prevent harm.\n{table}").observations == ()
    )


def test_nothing_is_accepted_twice_for_one_key(normalised: Normalised) -> None:
    found = normalised(
        f"# Aldermere Prevent 2022\n@ Date: 8 September 2022\n{TEN}\nThe Channel Panel benchmark scored 5."
    )
    keys = [
        (one.framework, one.benchmark, one.subject.authority_code, one.subject.period_year) for one in accepted(found)
    ]
    assert len(keys) == len(set(keys)) == 10


def test_pages_may_be_unknown(normalised: Normalised) -> None:
    found = normalised(document(f"# Aldermere Prevent 2022\n@ Date: 8 September 2022\n{TEN}", paged=False))
    assert {one.place.page for one in accepted(found)} == {None}


def test_the_same_table_twice_in_a_paper_counts_once(normalised: Normalised) -> None:
    """A Word paper has no boxes: a table that is printed twice is the same to the letter."""
    front = "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n"
    table = down("Score: 4 5 5 4 5 4 3 3 2 2")
    found = normalised(f"{front}## Prevent benchmark scores\n{table}\n\nIt is given again.\n\n{table}")
    assert len(accepted(found)) == len(found.observations) == 10
    assert [verdict.table for verdict in found.verdicts] == [1, 2]
