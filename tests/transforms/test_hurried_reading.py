"""Papers whose figures a hurried reader takes for scores, for those of another council or for those of another year."""

import pytest

from tests.support.councils import ALDERMERE, DUNMARSH
from tests.support.grids import across, document, down
from tests.support.scored import accepted, keys, reasons, scores, scores_of
from tests.transforms.conftest import Normalised
from transforms import load_catalogue

IDS = tuple(item.id for item in load_catalogue().framework("prevent-duty-2018").benchmarks)
FRONT = """
# Prevent duty report
@ Report to: Aldermere Borough Council
@ Date: 8 September 2022
"""
SERIES = "4 5 3 4 5 2 3 3 1 2"
OTHERS = "3 4 2 4 5 1 2 3 1 1"
UP_TO_FOUR = "4 4 3 4 4 2 3 3 1 2"
SCORES = down(f"Score: {SERIES}")
SECTIONS = "\n".join(
    f"## {number}. Section {number}\nThe Board heard of this work in spring.\nThe plan is on track.\nStaff met."
    for number in range(1, 6)
)
"""Enough of a paper that the head of it lies far from its table."""


def by_benchmark(series: str) -> dict[str, float]:
    return dict(zip(IDS, map(float, series.split()), strict=True))


# ------------------------------------------------------------------------------------------- no settled scores


@pytest.mark.parametrize(
    "above",
    [
        "Each benchmark is rated: 1 = not started, 2 = developing, 3 = established, 4 = leading.",
        "1 means excellent and 5 means inadequate.",
        "The Prevent team scored each benchmark ahead of the Home Office visit in November.",
        "The scores below are those that the Board expects at the next assessment.",
        "If the actions are completed the scores would be as follows.",
        "Scores were agreed with no one yet: they await moderation.\nThe scores before moderation are below.",
        "The following are the scores that the Council aims to reach.\nEach benchmark is scored from 1 to 5.",
        "Officers visited a comparable authority, whose scores are below.",
        "> Referrals by benchmark",
        "Each benchmark has been given a rating for urgency, 5 being the most urgent.",
    ],
)
def test_what_is_said_above_holds_the_figures(normalised: Normalised, above: str) -> None:
    assert accepted(normalised(f"{FRONT}## Benchmarks 2022\n{above}\n{down(f'2022: {UP_TO_FOUR}')}")) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Benchmark scores before moderation",
        "Benchmark scores of a comparable council",
        "Benchmarks by importance",
        "Prevent maturity assessment",
        "Internal audit: assurance rating by benchmark",
    ],
)
def test_what_the_heading_says_holds_the_figures(normalised: Normalised, heading: str) -> None:
    assert accepted(normalised(f"{FRONT}## {heading}\n{SCORES}")) == []


@pytest.mark.parametrize(
    "below",
    [
        "These scores are provisional and subject to Home Office moderation.",
        "Figures are the average of the five authorities.",
        "Scoring: 1 = weak, 2 = fair, 3 = good, 4 = excellent.",
        "A score of 1 is the best possible, 5 the worst.",
        "Source: Dunmarsh City Council, annual report.",
        "Position as at March 2021.",
        "The Council was not assessed in 2022; these are the scores of the year before.",
        "| Draft - awaiting moderation | < |",
        "| Source: Dunmarsh City Council | < |",
        "| Scores are for 2020/21 | < |",
    ],
)
def test_what_is_said_below_holds_the_figures(normalised: Normalised, below: str) -> None:
    table = down(f"Score: {UP_TO_FOUR}")
    assert accepted(normalised(f"{FRONT}## Benchmark scores\n{table}\n{below}")) == []


@pytest.mark.parametrize(
    "said",
    [
        "Scores were moderated by the Home Office in July.",
        "The final scores, agreed after moderation, are below.",
        "Each benchmark is scored: 1 = not met, 2 = partly met, 3 = met, 4 = exceeded, 5 = leading.",
        "Like every other authority the Council has ten scores.",
        "All officers are thanked for their work.",
    ],
)
def test_what_says_nothing_against_the_figures_holds_nothing(normalised: Normalised, said: str) -> None:
    for paper in (f"{said}\n{SCORES}", f"{SCORES}\n{said}"):
        assert scores(normalised(f"{FRONT}## Benchmark scores\n{paper}")) == by_benchmark(SERIES)


@pytest.mark.parametrize("top", ["3 | Mostly in place |\n| 4 | Embedded", "3 | Met |\n| 4 | Exceeded |\n| 5 | Leading"])
def test_a_key_of_its_own_beside_the_table_is_read(normalised: Normalised, top: str) -> None:
    key = f"| Score | Meaning |\n| 1 | Not started |\n| 2 | Under way |\n| {top} |"
    found = normalised(f"{FRONT}## Benchmark scores\n{key}\nBelow are the scores.\n{down(f'Score: {UP_TO_FOUR}')}")
    assert bool(accepted(found)) == ("| 5 |" in key)


def test_a_title_that_calls_the_scores_a_draft_holds_them(normalised: Normalised) -> None:
    draft = FRONT.replace("Prevent duty report", "DRAFT - Prevent benchmark scores 2022")
    assert accepted(normalised(f"{draft}{SECTIONS}\n## 9. The table\n{SCORES}")) == []


# ------------------------------------------------------------------------------------------- columns


def test_the_home_office_column_counts_beside_one_of_the_councils_name(normalised: Normalised) -> None:
    found = normalised(f"{FRONT}## Benchmark scores\n{down(f'Aldermere: {OTHERS}', f'Home Office: {SERIES}')}")
    assert scores(found) == by_benchmark(SERIES)


def test_figures_out_of_different_numbers_are_two_figures_each(normalised: Normalised) -> None:
    pairs = " ".join(f"{one}/{other}" for one, other in zip(OTHERS.split(), SERIES.split(), strict=True))
    assert accepted(normalised(f"{FRONT}## Benchmark scores\n{down(f'Score: {pairs}')}")) == []


def test_figures_beside_the_same_labels_in_another_order_wait(normalised: Normalised) -> None:
    rows = [line.strip("|").split("|") for line in down(f"Aldermere: {SERIES}").splitlines()]
    head, *body = [line.strip("|").split("|") for line in down(f"Dunmarsh: {OTHERS}").splitlines()]
    beside = [head, *reversed(body)]
    paper = "\n".join(f"|{'|'.join((*one, *other))}|" for one, other in zip(rows, beside, strict=True))
    assert scores_of(normalised(f"{FRONT}## Benchmark scores\n{paper}")) == {(ALDERMERE, 2022): by_benchmark(SERIES)}


def test_the_same_labels_again_in_the_same_order_are_read(normalised: Normalised) -> None:
    rows = zip(down(f"Aldermere: {SERIES}").splitlines(), down(f"Dunmarsh: {OTHERS}").splitlines(), strict=True)
    paper = "\n".join(f"{one}{other.removeprefix('|')}" for one, other in rows)
    assert keys(normalised(f"{FRONT}## Benchmark scores\n{paper}")) == {(ALDERMERE, 2022), (DUNMARSH, 2022)}


# ------------------------------------------------------------------------------------------- corrections


@pytest.mark.parametrize(
    "text",
    [
        "Correction: the score for Training should read 4.",
        "The score for Training was printed in error and is 4.",
        "The Home Office has since raised the score for Channel Panel to 5 and for Training to 4.",
    ],
)
def test_a_sentence_that_corrects_a_score_holds_it(normalised: Normalised, text: str) -> None:
    found = normalised(f"{FRONT}## Benchmark scores\n{text}\nThe table follows.\n{SCORES}")
    assert set(scores(found)) == set(IDS) - {"training"}
    assert "the paper corrects it" in str(reasons(found)["training"])


@pytest.mark.parametrize(
    "text",
    [
        "Training has since been raised to 3, as the table shows.",
        "Subsequently 2 training sessions were held and the Training score was noted.",
        "Training should be offered to 4 more services.",
    ],
)
def test_a_sentence_that_agrees_or_counts_corrects_nothing(normalised: Normalised, text: str) -> None:
    assert scores(normalised(f"{FRONT}## Benchmark scores\n{SCORES}\n{text}")) == by_benchmark(SERIES)


@pytest.mark.parametrize("remark", ["Raised to 4 after appeal", "Provisional", "Disputed by the Council"])
def test_a_remark_in_the_row_takes_its_score_back(normalised: Normalised, remark: str) -> None:
    head, first, *rest = down(f"Score: {SERIES}").splitlines()
    paper = "\n".join([f"{head} Comment |", f"{first} {remark} |", *(f"{row} Good work |" for row in rest)])
    found = normalised(f"{FRONT}## Benchmark scores\n{paper}".replace("| 4 | Raised", "| 3 | Raised"))
    assert set(reasons(found)) == {"risk_assessment"}


# ------------------------------------------------------------------------------------------- whose


@pytest.mark.parametrize(
    "above",
    [
        "The following was shared by colleagues in Dunmarsh.",
        "Dunmarsh has shared its return with us:",
        "---\nDunmarsh City Council\nReport of the Director of Place, 3 March 2022\n## Benchmark scores",
        "~ Dunmarsh City Council annual report",
    ],
)
def test_another_council_close_to_the_table_holds_the_figures(normalised: Normalised, above: str) -> None:
    assert accepted(normalised(f"{FRONT}{SECTIONS}\n## 9. Benchmark scores\n{above}\n{SCORES}")) == []


@pytest.mark.parametrize(
    "above",
    [
        "## 9. The tables\nDunmarsh",
        "## Appendix 2: Dunmarsh\n## Benchmark scores",
        "## Dunmarsh scores\n## The table",
    ],
)
def test_a_line_that_names_the_council_captions_the_table(normalised: Normalised, above: str) -> None:
    found = normalised(f"{FRONT}{SECTIONS}\n{above}\n{down(f'2022: {SERIES}')}")
    assert keys(found) == {(DUNMARSH, 2022)}


def test_a_paper_bound_in_without_pages_holds_its_figures(normalised: Normalised) -> None:
    bound = "Dunmarsh City Council\nReport to: Place Committee\nDate: 3 March 2021\nSubject: Prevent benchmarks"
    paper = document(f"{FRONT}{SECTIONS}\n{bound}\n## Benchmark scores\n{SCORES}", paged=False)
    assert accepted(normalised(paper)) == []


def test_a_numbered_line_below_the_table_names_another_council(normalised: Normalised) -> None:
    caption = "Table 1: Dunmarsh benchmark scores"
    assert accepted(normalised(f"{FRONT}{SECTIONS}\n## Benchmark scores\n{SCORES}\n{caption}")) == []


def test_a_districts_paper_that_shows_the_countys_scores_waits(normalised: Normalised) -> None:
    paper = FRONT.replace("Aldermere Borough Council", "Brackford District Council")
    assert accepted(normalised(f"{paper}## Benchmarks\nThe table shows the scores of the county.\n{SCORES}")) == []
    assert len(accepted(normalised(f"{paper}## Benchmark scores\n{SCORES}"))) == 10


def test_a_sentence_about_an_unnamed_neighbour_holds_what_it_states(normalised: Normalised) -> None:
    text = "Officers met a neighbouring authority. They scored 5 for Channel Panel and 4 for Referral Pathway."
    assert accepted(normalised(f"{FRONT}## Benchmark results 2022\n{text}")) == []


# ------------------------------------------------------------------------------------------- of when


@pytest.mark.parametrize(
    "above",
    [
        "## Benchmark scores\nLast year's scores are set out below; the next will be published in the spring.",
        "## Benchmark scores\nThe most recent moderated scores are from last year and are shown below.",
        "## Previous benchmark scores",
        "## Benchmark scores\nAs at 31 March 2021",
        "---\nReport of the Director of Communities to the Scrutiny Board, 3 March 2021\n## Benchmark scores",
    ],
)
def test_an_earlier_year_close_to_the_table_holds_the_figures(normalised: Normalised, above: str) -> None:
    assert accepted(normalised(f"{FRONT}{SECTIONS}\n{above}\n{SCORES}")) == []


@pytest.mark.parametrize(
    "above", ["## Scores\n2021", "## Scores\n(2020/21)", "---\n# Annual Report 2020/21\n## Scores"]
)
def test_a_line_that_is_a_year_dates_the_table(normalised: Normalised, above: str) -> None:
    assert keys(normalised(f"{FRONT}{SECTIONS}\n{above}\n{SCORES}")) == {(ALDERMERE, 2021)}


@pytest.mark.parametrize(
    "text",
    [
        "The scores have improved since last year.",
        "Scores are better than the previous results.",
        "The next meeting is on 3 March 2023.",
    ],
)
def test_a_comparison_with_last_year_holds_nothing(normalised: Normalised, text: str) -> None:
    assert keys(normalised(f"{FRONT}## Benchmark scores\n{text}\n{SCORES}")) == {(ALDERMERE, 2022)}


def test_rows_of_a_heatmap_keep_their_own_names(normalised: Normalised) -> None:
    """What stands near a table speaks only of figures whose own row or column names nobody."""
    found = normalised(
        f"{FRONT}## Scores 2022\n{across(f'Aldermere: {SERIES}', f'Dunmarsh: {OTHERS}')}\nSource: Dunmarsh"
    )
    assert keys(found) == {(ALDERMERE, 2022), (DUNMARSH, 2022)}
