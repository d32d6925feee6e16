"""Tables of scores in their layouts, and the columns, rows and heads that are nobody's score."""

from collections.abc import Callable

import pytest

from tests.support.councils import ALDERMERE, BRACKFORD, CORVENSHIRE, DUNMARSH
from tests.support.grids import across, down
from tests.support.scored import accepted, keys, reason, reasons, scores, scores_of, told
from tests.transforms.conftest import Normalised
from transforms import load_catalogue
from transforms.catalogue import BandName

FRONT = """
    # Aldermere Prevent Benchmarking
    @ Date: 8 September 2022
    ## Prevent benchmark scores
"""
IDS = tuple(item.id for item in load_catalogue().framework("prevent-duty-2018").benchmarks)
SERIES = "4 5 5 4 5 4 3 3 2 2"
OTHERS = "3 4 4 3 4 3 2 2 1 1"


def by_benchmark(series: str) -> dict[str, float]:
    return dict(zip(IDS, map(float, series.split()), strict=True))


# ------------------------------------------------------------------------------------------- layouts


def test_benchmarks_down_the_side_with_numbers_under_an_empty_head(normalised: Normalised) -> None:
    """A committee briefing: the number column has no head and is no score; the year stands only in the letterhead."""
    found = normalised(
        """
        # Prevent Update
        @ Briefing to: Safer Sefton Together Partnership
        @ Date: 8 September 2022
        |    | Benchmark                       | Score |
        | 1  | Risk Assessment                 | 1     |
        | 2  | Multi Agency Partnership Board  | 2     |
        | 3  | Prevent Partnership Plan        | 1     |
        | 4  | Referral Pathway                | 5     |
        | 5  | Channel Panel                   | 5     |
        | 6  | Prevent problem-solving process | 2     |
        | 7  | Training                        | 2     |
        | 8  | Venue Hire and IT Policies      | 3     |
        | 9  | Engagement activity             | 3     |
        | 10 | Communications                  | 2     |
        """
    )
    assert scores_of(found) == {("E08000014", 2022): by_benchmark("1 2 1 5 5 2 2 3 3 2")}


def test_benchmarks_along_the_top_with_a_row_for_each_year(normalised: Normalised) -> None:
    """A slide: the corner is a caption, its title names the authority, the pack's page number stands in the head."""
    head, *rows = across("2022: 4 5 5 4 5 4 3 3 2 2", "2023: 4 5 5 4 5 4 3 2 3 3", corner="Benchmarking").splitlines()
    grid = "\n".join([f"{head} 55 |", *(f"{row}  |" for row in rows)])
    found = normalised(f"# Prevent\n30th June 2023\n---\n# Leicestershire Scores\n{grid}")
    assert scores_of(found) == {
        ("E10000018", 2022): by_benchmark("4 5 5 4 5 4 3 3 2 2"),
        ("E10000018", 2023): by_benchmark("4 5 5 4 5 4 3 2 3 3"),
    }


def test_a_heatmap_gives_each_authority_its_row_and_leaves_the_average_out(normalised: Normalised) -> None:
    found = normalised(
        FRONT
        + across(
            f"Aldermere: {SERIES}", f"Brackford: {OTHERS}", "Regional average: 3 3 3 3 3 3 3 3 3 3", corner="Authority"
        )
    )
    assert scores_of(found) == {(ALDERMERE, 2022): by_benchmark(SERIES), (BRACKFORD, 2022): by_benchmark(OTHERS)}
    assert len(found.observations) == 20


def test_the_long_form_has_authority_and_year_in_each_row(normalised: Normalised) -> None:
    rows = [f"| {who} | {label} | {year} | {value} |" for who, label, year, value in LONG]
    found = normalised(FRONT + "\n".join(["| Local authority | Benchmark | Year | Score |", *rows]))
    assert scores_of(found) == {
        (DUNMARSH, 2021): {
            "channel_panel": 4,
            "training": 3,
            "venue_hire_and_it_policies": 2,
            "referral_pathway": 5,
            "communications": 1,
        },
        (BRACKFORD, 2022): {
            "channel_panel": 1,
            "training": 2,
            "venue_hire_and_it_policies": 3,
            "referral_pathway": 4,
            "communications": 5,
        },
    }


LONG = [
    (who, label, year, value)
    for who, year, values in (("Dunmarsh", 2021, "43251"), ("Brackford", 2022, "12345"))
    for label, value in zip(
        ("Channel Panel", "Training", "Venue Hire", "Referral Pathway", "Comms"), values, strict=True
    )
]


def test_two_levels_of_heads_area_over_year(normalised: Normalised) -> None:
    found = normalised(
        FRONT
        + """
        | Benchmark                  | Aldermere | <    | Dunmarsh | <    |
        | ^                          | 2021      | 2022 | 2021     | 2022 |
        | Channel Panel              | 1         | 2    | 3        | 4    |
        | Training                   | 2         | 3    | 4        | 5    |
        | Venue Hire and IT Policies | 3         | 4    | 5        | 1    |
        | Referral Pathway           | 4         | 5    | 1        | 2    |
        | Communications             | 5         | 1    | 2        | 3    |
        """
    )
    by_key = {key: list(values.values()) for key, values in scores_of(found).items()}
    assert by_key == {
        (ALDERMERE, 2021): [1, 2, 3, 4, 5],
        (ALDERMERE, 2022): [2, 3, 4, 5, 1],
        (DUNMARSH, 2021): [3, 4, 5, 1, 2],
        (DUNMARSH, 2022): [4, 5, 1, 2, 3],
    }


def test_section_rows_name_the_authority_of_the_rows_below(normalised: Normalised) -> None:
    halves = [f"| {who} | < |\n{body}" for who, body in (("Aldermere", body_of(SERIES)), ("Dunmarsh", body_of(OTHERS)))]
    found = normalised(FRONT + "| Benchmark | 2022 |\n" + "\n".join(halves))
    assert scores_of(found) == {(ALDERMERE, 2022): by_benchmark(SERIES), (DUNMARSH, 2022): by_benchmark(OTHERS)}


def body_of(series: str) -> str:
    return down(f"Score: {series}").partition("\n")[2]


def test_figures_and_words_in_two_columns_agree(normalised: Normalised) -> None:
    words = "Exceeded Exceeded Exceeded Exceeded Exceeded Exceeded Met Met Unmet Unmet"
    assert scores(normalised(FRONT + down(f"Score: {SERIES}", f"Rating: {words}"))) == by_benchmark(SERIES)


def test_words_alone_give_bands_without_figures(normalised: Normalised) -> None:
    found = normalised(FRONT + down("Judgement: Met Exceeded Met Met Met Met Met Met Unmet Met"))
    band: BandName = "exceeded"
    assert scores(found)["multi_agency_partnership_board"] == band
    assert {one.score for one in accepted(found)} == {None}


@pytest.mark.parametrize(
    "head",
    [
        "Score",
        "Home Office score",
        "Rating (1-5)",
        "Score (out of 5)",
        "Benchmark score 2022",
        "Moderated score",
        "Level",
        "",
    ],
)
def test_heads_under_which_scores_stand(normalised: Normalised, head: str) -> None:
    assert scores(normalised(FRONT + down(f"{head}: {SERIES}"))) == by_benchmark(SERIES)


def test_a_dash_is_told_and_is_no_score(normalised: Normalised) -> None:
    found = normalised(FRONT + down("Score: 4 5 5 4 5 4 – N/A 2 2"))
    assert "training" not in scores(found)
    assert "venue_hire_and_it_policies" not in scores(found)
    assert len(told(found, "not_assessed")) == 2


def test_figures_off_the_scale_are_rejected_and_the_others_count(normalised: Normalised) -> None:
    found = normalised(FRONT + down("Score: 4 5 5 0 5 4 3 33 2 2"))
    assert len(scores(found)) == 8
    assert reasons(found) == {
        "referral_pathway": "0 is outside the scale of 1 to 5",
        "venue_hire_and_it_policies": "33 is outside the scale of 1 to 5",
    }


# ------------------------------------------------------------- columns and rows that hold no score


@pytest.mark.parametrize(
    "head",
    [
        "Target",
        "2023 target",
        "Maximum",
        "Change",
        "+/-",
        "Direction of travel",
        "Rank",
        "Weight",
        "Note",
        "Average",
        "England",
        "East Midlands",
        "National score",
        "Highest score in region",
        "Best score 2021",
        "Regional average",
        "Statistical neighbours",
        "Wendmark 2022",
        "Desired score",
        "Planned 2023",
        "Forecast score",
        "Actions 2022",
        "Meetings held 2022",
        "Next year",
        "Self-assessment score",
        "Peers 2021",
        "England 2021",
    ],
)
def test_beside_the_score_other_figures_are_left_out(normalised: Normalised, head: str) -> None:
    """As a column and, in a turned table, as a row."""
    for grid in (down(f"Score: {SERIES}", f"{head}: {OTHERS}"), across(f"Score: {SERIES}", f"{head}: {OTHERS}")):
        assert scores(normalised(FRONT + grid)) == by_benchmark(SERIES)


@pytest.mark.parametrize(
    "head",
    [
        "Target",
        "Planned score",
        "Aspiration 2022",
        "Weighted score",
        "Gap to target",
        "Change since 2021",
        "Improvement 2021 to 2022",
        "Mean score",
        "Pages",
        "Page",
        "Paragraph",
        "Referrals",
        "Open",
        "Time",
        "Tier",
        "Priority rating",
        "Risk rating",
        "Confidence level",
        "Maturity level",
        "Police 2022",
        "Foxleigh 2022",
        "LLR 2022",
        "Score November 2021",
        "Score at 30 September 2021",
        "Self-assessment 2022",
        "Own score",
        "Draft score",
        "Score out of 10",
        "Score (/10)",
        "Actions 2022",
        "Number of sessions",
        "Points lost",
        "Residual score",
        "2021 22",
        "Autumn 2021",
    ],
)
def test_a_column_of_other_figures_alone_gives_no_accepted_score(normalised: Normalised, head: str) -> None:
    assert accepted(normalised(FRONT + down(f"{head}: {SERIES}"))) == []


@pytest.mark.parametrize(
    ("heads", "why"),
    [
        pytest.param(("Score", "Score"), "another column ('Score') may be the score as well", id="two scores"),
        pytest.param(
            ("Score 1", "Score 2"), "another column ('Score 2') may be the score as well", id="two numbered scores"
        ),
        pytest.param(
            ("LA score", "Home Office score"),
            "another column ('Home Office score') may be the score as well",
            id="two assessors",
        ),
        pytest.param(("Score", "New score"), "another column", id="an old and a new one"),
        pytest.param(
            ("Score", "Open"), "another column ('Open') may be the score as well", id="a head that says nothing"
        ),
        pytest.param(("", ""), "several columns of figures stand without a head", id="two without heads"),
    ],
)
def test_two_columns_that_both_may_be_the_score_wait_even_where_they_agree(
    normalised: Normalised, heads: tuple[str, str], why: str
) -> None:
    first, second = heads
    found = normalised(FRONT + down(f"{first}: {SERIES}", f"{second}: 4 4 4 3 4 3 2 2 1 1"))
    if heads == ("Score", "New score"):
        assert all(one.subject.period_year == 2022 for one in accepted(found))
        return
    assert accepted(found) == []
    assert why in (found.observations[0].reason or "")


@pytest.mark.parametrize(
    "heads", [("Likelihood", "Impact"), ("Probability", "Severity"), ("Inherent", "Residual"), ("L", "I")]
)
def test_scores_beside_likelihood_and_impact_are_those_of_risks(normalised: Normalised, heads: tuple[str, str]) -> None:
    found = normalised(
        FRONT
        + down(f"{heads[0]}: 1 1 2 1 1 3 1 1 2 1", f"{heads[1]}: 1 3 2 4 5 1 2 3 2 5", "Score: 1 3 4 4 5 3 2 3 4 5")
    )
    assert accepted(found) == []


def test_a_column_of_words_on_impact_takes_nothing_from_the_scores(normalised: Normalised) -> None:
    found = normalised(
        FRONT + down(f"Score: {SERIES}", "Impact: more safer better calmer wider open sooner more better safer")
    )
    assert scores(found) == by_benchmark(SERIES)


@pytest.mark.parametrize(
    ("series", "why"),
    [
        pytest.param(
            "7 8 4 5 9 6 3 2 8 7",
            "6 of the column's 10 figures are off the scale: it may be another one",
            id="a scale of ten",
        ),
        pytest.param(
            "3.4 3 4 2.5 3.1 2.2 4.4 3 2 1.9",
            "6 of the column's 10 figures are off the scale: it may be another one",
            id="averages",
        ),
    ],
)
def test_the_whole_figures_of_another_scale_wait(normalised: Normalised, series: str, why: str) -> None:
    found = normalised(FRONT + down(f"Score: {series}"))
    assert accepted(found) == []
    assert why in {one.reason for one in found.observations}


@pytest.mark.parametrize("series", ["1 1 2 2 3 3 4 4 5 5", "2 3 3 4 4 5 5 6 7 8", "1 2 3 4 5 6 7 8 9 10"])
def test_page_numbers_and_numbers_without_a_head_are_no_scores(normalised: Normalised, series: str) -> None:
    assert accepted(normalised(FRONT + down(f": {series}"))) == []


@pytest.mark.parametrize("grid", [down("No: 1 2 3 4 5 6 7 8 9 10"), down("Benchmark no.: 1 2 3 4 5 6 7 8 9 10")])
def test_numbered_benchmarks_alone_give_nothing(normalised: Normalised, grid: str) -> None:
    assert normalised(FRONT + grid).observations == ()


def test_a_total_row_is_no_benchmark(normalised: Normalised) -> None:
    found = normalised(FRONT + down(f"Score: {SERIES}") + "\n| Total | 37 |\n| Average | 4 |")
    assert scores(found) == by_benchmark(SERIES)
    assert told(found, "unknown_label") == []


def test_a_label_of_no_item_is_told_with_the_nearest(normalised: Normalised) -> None:
    found = normalised(FRONT + down(f"Score: {SERIES}") + "\n| Venue bookings | 3 |")
    assert len(accepted(found)) == 10
    assert "'Venue bookings' stands among the benchmarks" in told(found, "unknown_label")[0]


def test_a_misprinted_label_waits(normalised: Normalised) -> None:
    found = normalised(FRONT + down(f"Score: {SERIES}").replace("Channel Panel", "Chanel Panel"))
    assert reasons(found) == {"channel_panel": "the label 'Chanel Panel' is only close to 'Channel Panel'"}


def test_one_merged_cell_for_several_benchmarks_waits(normalised: Normalised) -> None:
    found = normalised(FRONT + down("Score: 4 ^ 5 4 5 4 3 3 2 2"))
    assert reasons(found) == dict.fromkeys(IDS[:2], "one merged cell stands for several benchmarks")


# ------------------------------------------------------------------ whose and of when, in the table


@pytest.mark.parametrize("stub", ["Foxleigh", "Authority A", "Wendmark Three", "LLR"])
def test_a_row_of_an_unknown_authority_waits(normalised: Normalised, stub: str) -> None:
    found = normalised(FRONT + across(f"Aldermere: {SERIES}", f"{stub}: {OTHERS}", corner="Authority"))
    assert keys(found) == {(ALDERMERE, 2022)}
    assert {one.subject.authority_text for one in found.observations if one.status == "review"} == {stub}


def test_a_name_passed_on_between_the_period_and_the_paper_waits(normalised: Normalised) -> None:
    found = normalised(
        "# Prevent scores 2019\n@ Date: 1 June 2021\n"
        + across(f"Aldermere: {SERIES}", f"Elmsey: {OTHERS}", corner="Authority")
    )
    assert keys(found) == {(ALDERMERE, 2019)}
    assert "'Elmsey' may be Elmsey District Council or Elmsey and Fenwold Council" in reasons(found).values()


@pytest.mark.parametrize(
    ("who", "why"),
    [
        pytest.param("England", None, id="a region is left out"),
        pytest.param("Regional average", None, id="an average is left out"),
        pytest.param("Foxleigh", "'Foxleigh' is no authority that is known", id="an unknown one waits"),
        pytest.param("", "the cell that should name the authority is empty", id="an empty cell waits"),
    ],
)
def test_rows_of_the_long_form_that_name_no_authority(normalised: Normalised, who: str, why: str | None) -> None:
    """They never fall to the authority of the letterhead."""
    rows = [
        f"| {named} | {label} | {value} |"
        for named, label, value in [*long_rows("Dunmarsh", SERIES), *long_rows(who, OTHERS)]
    ]
    found = normalised(FRONT + "\n".join(["| Authority | Benchmark | Score |", *rows]))
    assert keys(found) == {(DUNMARSH, 2022)}
    waiting = [one.reason or "" for one in found.observations if one.status == "review"]
    assert (waiting == []) if why is None else all(why in reason for reason in waiting)


def long_rows(who: str, series: str) -> list[tuple[str, str, str]]:
    labels = (
        "Risk Assessment",
        "Partnership Board",
        "Partnership Plan",
        "Referral Pathway",
        "Channel Panel",
        "Problem-solving",
        "Training",
        "VH",
    )
    return [(who, label, value) for label, value in zip(labels, series.split(), strict=False)]


@pytest.mark.parametrize("mark", ["Target", "Self-assessment", "Regional average"])
def test_rows_marked_as_something_else_wait(normalised: Normalised, mark: str) -> None:
    found = normalised(
        FRONT + down(f"Type: {' '.join([mark.replace(' ', '_')] * 10)}", f"Score: {SERIES}").replace("_", " ")
    )
    assert reason(found) == f"the row is marked '{mark}'"


@pytest.mark.parametrize(
    ("head", "value"), [("Lead", "Dunmarsh"), ("Lead authority", "Dunmarsh"), ("Review date", "2025"), ("Due", "2025")]
)
def test_who_leads_and_when_it_is_due_is_not_whose_score_it_is(normalised: Normalised, head: str, value: str) -> None:
    found = normalised(FRONT + down(f"{head}: {' '.join([value] * 10)}", f"Score: {SERIES}"))
    assert scores_of(found) == {(ALDERMERE, 2022): by_benchmark(SERIES)}


@pytest.mark.parametrize("section", ["Regional average", "Wendmark", "Target"])
def test_a_section_of_others_is_left_out(normalised: Normalised, section: str) -> None:
    found = normalised(FRONT + f"| Benchmark | Score |\n{body_of(SERIES)}\n| {section} | < |\n{body_of(OTHERS)}")
    assert scores(found) == by_benchmark(SERIES)


def test_a_section_that_names_nobody_after_one_that_did_waits(normalised: Normalised) -> None:
    found = normalised(
        FRONT + f"| Benchmark | Score |\n| Dunmarsh | < |\n{body_of(SERIES)}\n| Foxleigh | < |\n{body_of(OTHERS)}"
    )
    assert keys(found) == {(DUNMARSH, 2022)}
    assert "names no authority or period" in (reasons(found)["training"] or "")


def test_a_head_whose_reach_is_lost_is_not_stretched(normalised: Normalised) -> None:
    """'2021' was meant for two columns and stands over one: the other must not fall to the paper's year."""
    found = normalised(
        """
        # Prevent in Corvenshire
        @ Date: 8 September 2022
        | Benchmark        |           | 2021      |
        |                  | Brackford | Aldermere |
        | Channel Panel    | 1         | 2         |
        | Training         | 2         | 3         |
        | Venue Hire       | 3         | 4         |
        | Referral Pathway | 4         | 5         |
        | Communications   | 5         | 1         |
        """
    )
    assert keys(found) == {(ALDERMERE, 2021)}
    assert "the head '2021' stands beside this column, not above it" in (reasons(found)["training"] or "")


def test_previous_and_current_without_years(normalised: Normalised) -> None:
    """The current one is of the paper's year; that the previous is of the year before is a guess for a person."""
    found = normalised(FRONT + down(f"Previous score: {OTHERS}", f"Current score: {SERIES}"))
    assert scores_of(found) == {(ALDERMERE, 2022): by_benchmark(SERIES)}
    assert set(reasons(found).values()) == {"the column says only 'previous'; 2021 is the year before 2022"}


@pytest.mark.parametrize("year", ["2023", "2024", "2025/26"])
def test_a_period_after_the_paper_waits(normalised: Normalised, year: str) -> None:
    found = normalised(FRONT + down(f"2022: {OTHERS}", f"{year}: {SERIES}"))
    assert keys(found) == {(ALDERMERE, 2022)}


@pytest.mark.parametrize("grid", [down, across])
def test_the_corner_may_name_whose_table_it_is(normalised: Normalised, grid: Callable[..., str]) -> None:
    found = normalised(FRONT + grid(f"2021: {OTHERS}", f"2022: {SERIES}", corner="Brackford"))
    assert scores_of(found) == {(BRACKFORD, 2021): by_benchmark(OTHERS), (BRACKFORD, 2022): by_benchmark(SERIES)}


def test_the_corner_may_name_the_period(normalised: Normalised) -> None:
    found = normalised(FRONT + down(f"Score: {SERIES}", corner="Benchmarks 2020/21"))
    assert keys(found) == {(ALDERMERE, 2021)}


def test_blocks_side_by_side_keep_their_own_authority(normalised: Normalised) -> None:
    found = normalised(
        FRONT
        + """
        | Brackford       | Score | Dunmarsh       | Score |
        | Risk Assessment | 4     | Training       | 1     |
        | Channel Panel   | 5     | Venue Hire     | 2     |
        | Referral Pathway | 3    | Communications | 3     |
        """
    )
    assert scores_of(found) == {
        (BRACKFORD, 2022): {"risk_assessment": 4, "channel_panel": 5, "referral_pathway": 3},
        (DUNMARSH, 2022): {"training": 1, "venue_hire_and_it_policies": 2, "communications": 3},
    }


@pytest.mark.parametrize("head", ["Target", "2021", "Dunmarsh"])
def test_figures_below_a_second_head_are_not_those_of_the_first(normalised: Normalised, head: str) -> None:
    """Two tables that a reader took for one: the upper half counts, the lower waits."""
    top, *rows = down(f"Score: {SERIES}").splitlines()
    found = normalised(FRONT + "\n".join([top, *rows[:5], f"| Benchmark | {head} |", *rows[5:]]))
    assert set(scores(found)) == set(IDS[:5])
    assert set(reasons(found).values()) == {f"a second head '{head}' stands above the row"}


def test_a_head_repeated_on_the_next_page_changes_nothing(normalised: Normalised) -> None:
    top, *rows = down(f"Score: {SERIES}").splitlines()
    assert scores(normalised(FRONT + "\n".join([top, *rows[:5], top, *rows[5:]]))) == by_benchmark(SERIES)


def test_a_first_row_under_a_label_of_no_benchmark_is_no_head(normalised: Normalised) -> None:
    top, *rows = down(f"Score: {SERIES}", f"Previous: {OTHERS}").splitlines()
    found = normalised(FRONT + "\n".join([top, "| Threat picture | 3 | 2 |", *rows]))
    assert "unknown_label" in {notice.kind for notice in found.notices}
    assert len(scores(found)) == 10


def test_our_score_beside_the_average_of_others_is_the_score(normalised: Normalised) -> None:
    grid = down(f"Our score: {SERIES}", f"Regional average: {OTHERS}")
    assert scores(normalised(FRONT + grid)) == by_benchmark(SERIES)
    assert accepted(normalised(FRONT + down(f"Our score: {SERIES}"))) == []


def test_columns_that_tell_of_the_authorities_are_no_heads_of_their_scores(normalised: Normalised) -> None:
    top, first, second = across(f"Corvenshire: {SERIES}", f"Brackford: {OTHERS}", corner="Authority").splitlines()
    found = normalised(
        FRONT + f"| Rank | Region | ONS code {top}\n| 1 | London | E10000099 {first}\n| 2 | London | E07000999 {second}"
    )
    assert keys(found) == {(CORVENSHIRE, 2022), (BRACKFORD, 2022)}
    assert len(accepted(found)) == 20


def test_a_measure_may_be_scored(normalised: Normalised) -> None:
    assert scores(normalised(FRONT + down(f"Score: {SERIES}", corner="Measure"))) == by_benchmark(SERIES)


def test_a_year_of_the_letterhead_is_the_period(normalised: Normalised) -> None:
    front = FRONT.replace("## ", "@ Assessment year: 2020/21\n@ Municipal year: 2022/23\n## ", 1)
    found = normalised(front + down(f"Score: {SERIES}"))
    assert keys(found) == {(ALDERMERE, 2021)}


def test_a_title_of_both_views_lets_the_moderated_column_count(normalised: Normalised) -> None:
    grid = down(f"Self-assessed score: {OTHERS}", f"Home Office moderated score: {SERIES}")
    title = "Aldermere Prevent: self-assessment and moderated scores"
    front = FRONT.replace("Aldermere Prevent Benchmarking", title)
    assert scores(normalised(front + grid)) == by_benchmark(SERIES)
    draft = front.replace("and moderated scores", "scores")
    assert accepted(normalised(draft + down(f"Score: {SERIES}"))) == []


def test_parts_of_a_benchmark_are_not_its_score(normalised: Normalised) -> None:
    grid = down(f"Score: {SERIES}").replace("| Training | 3 |", "| Training - staff | 4 |\n| Training - members | 4 |")
    assert reasons(normalised(FRONT + grid)) == {"training": "several labels of the table mean 'Training'"}


def test_the_county_and_its_district_are_two(normalised: Normalised) -> None:
    found = normalised(FRONT + across(f"Corvenshire: {SERIES}", f"Brackford: {OTHERS}", corner="Authority"))
    assert keys(found) == {(CORVENSHIRE, 2022), (BRACKFORD, 2022)}


# ------------------------------------------------------------------------------------- look-alikes

LOOK_ALIKES = {
    "a risk register": """
        | Ref | Risk | Likelihood | Impact | Score |
        | R1 | Training not completed | 3 | 1 | 3 |
        | R2 | Referral pathway not understood | 2 | 2 | 4 |
        | R3 | Channel Panel meets late | 1 | 3 | 3 |""",
    "a risk register with benchmark labels": down(
        "Likelihood: 1 2 1 2 1 2 1 2 1 2", "Impact: 2 2 3 2 4 2 5 2 3 2", "Score: 2 4 3 4 4 4 5 4 3 4"
    ),
    "an action plan": down(
        "Action: Do Do Do Do Do Do Do Do Do Do",
        "Open: 2 1 3 1 2 1 1 2 2 1",
        "RAG: Amber Green Red Amber Green Red Amber Red Red Red",
    ),
    "attendance": "| Body | March | June |\n| Police | 1 | 1 |\n| Channel Panel | 2 | 3 |\n| Training | 2 | 2 |",
    "a budget": down("Cost: £1 £2 £3 £4 £5 £1 £2 £3 £4 £5"),
    "counts by year under a head that says measure": down(
        "2021: 1 2 3 4 5 4 3 2 1 2", "2022: 1 2 3 4 5 4 3 2 1 2", corner="Measure"
    ),
    "a survey": "Members were asked to rate each item.\n" + down(f"Score: {SERIES}"),
    "what residents think": "### How well residents think partners do\n" + down(f"Score: {SERIES}"),
    "the confidence of a community": "### Community confidence\n" + down(f"Score: {SERIES}"),
    "the top of the scale": "The highest score open to a council under each benchmark.\n" + down(f"Score: {SERIES}"),
    "actions that are scored": down(f"Score: {SERIES}", corner="Action"),
    "a count told above": "Number of meetings about each item\n" + down(f"2022: {SERIES}"),
    "spending told above": "Spend on each benchmark, £000\n" + down(f"2022: {SERIES}"),
    "an example told above": "> Example of how scores are set out\n" + down(f"Score: {SERIES}"),
    "counts of authorities told above": "### Number of authorities scoring 3 or more\n" + down(f"2022: {SERIES}"),
    "a region told above": "### Benchmark scores in the East Midlands\n" + down(f"Score: {SERIES}"),
    "an average told above": "The regional average scores were as follows.\n" + down(f"Score: {SERIES}"),
    "a regional heatmap told above": "### Regional heatmap\n" + down(f"Score: {SERIES}"),
    "the country told above": "> National benchmark results\n" + down(f"Score: {SERIES}"),
    "counts of authorities by score": down(
        "1: 1 2 1 2 1 2 1 2 1 2", "2: 2 1 2 1 2 1 2 1 2 1", "3: 3 3 3 3 3 3 3 3 3 3"
    ),
    "counts of authorities by band": down(
        "Not met: 1 2 1 2 1 2 1 2 1 2", "Met: 2 1 2 1 2 1 2 1 2 1", "Exceeded: 3 3 3 3 3 3 3 3 3 3"
    ),
    "weights told above": "### Weighting of each benchmark\n" + down(f"2022: {SERIES}"),
    "targets told above": "### Target scores for 2022\n" + down(f"Score: {SERIES}"),
    "a self-assessment told above": "The Council has assessed itself against the benchmarks.\n"
    + down(f"Score: {SERIES}"),
    "a draft told above": "### Draft scores subject to moderation\n" + down(f"Score: {SERIES}"),
    "another scale told above": "Each benchmark is scored from 1 to 10.\n" + down(f"Score: {SERIES}"),
    "a scale out of four": "Scores are given out of 4.\n" + down(f"Score: {SERIES}"),
    "a scale that counts the other way": "In this table 1 is the best score.\n" + down(f"Score: {SERIES}"),
    "a scale legend": "| Score | Meaning |\n| 1-2 | Not met |\n| 3 | Met |\n| 4-5 | Exceeded |",
    "another framework with general labels": """
        | Domain            | Score |
        | Partnership board | 4     |
        | Risk assessment   | 3     |
        | Training          | 2     |
        | Engagement        | 4     |""",
    "other domains among the labels": """
        ### Readiness
        | Domain | Score |
        | Partnership board | 4 |
        | Delivery plan | 4 |
        | Risk assessment | 3 |
        | Victims | 2 |
        | Data sharing | 2 |
        | Leadership | 5 |
        | Training | 2 |
        | Communications | 4 |""",
    "another duty with like labels": """
        ### Serious violence readiness
        | Domain | Score |
        | Partnership board | 4 |
        | Delivery plan | 4 |
        | Referral pathway | 4 |
        | Risk assessment | 3 |
        | Training | 2 |
        | Engagement | 4 |
        | Communications | 3 |""",
    "a contents page": "### Contents\n" + down(": 1 1 2 2 3 3 4 4 5 5"),
    "agenda items": "\n".join(
        f"| {number} | {label} |"
        for number, label in enumerate(("Risk assessment", "Channel Panel", "Training", "Venue Hire"), 1)
    ),
    "percentages": down("Score: 80% 60% 40% 80% 60% 40% 80% 60% 40% 20%"),
    "a crosswalk of numbers": down("Theme: 1 1 2 2 2 3 3 4 5 5"),
}


@pytest.mark.parametrize(
    "text",
    [
        "The Home Office moderated the self-assessment and gave these scores.",
        "The regional adviser carried out the health check with the Council.",
        "### Benchmark scores and action plan",
        "### Benchmarks and actions",
        "A score of 3 means that the duty is met, 1-2 that it is not yet met and 4-5 that it is exceeded.",
        "Each benchmark is scored from 1 to 5.",
        "### Appendix A",
        "The highest score was given for the Channel Panel.",
        "The Home Office scored the Council, with the following results for 2022:",
        "The Channel Panel met eleven times. Attendance by partners was good.",
        "The costs of the work are met from existing budgets.",
        "Further visits to schools are planned for the autumn.",
    ],
)
def test_words_above_that_take_nothing_from_the_scores(normalised: Normalised, text: str) -> None:
    assert scores(normalised(f"{FRONT}{text}\n{down(f'Score: {SERIES}')}")) == by_benchmark(SERIES)


def test_a_year_in_a_comment_dates_no_score(normalised: Normalised) -> None:
    rows = [f"| {label} | {value} | Plan renewed in 2019 |" for _, label, value in long_rows("", SERIES)]
    found = normalised(FRONT + "\n".join(["| Benchmark | Score | Remarks made |", *rows]))
    assert keys(found) == {(ALDERMERE, 2022)}


@pytest.mark.parametrize("name", LOOK_ALIKES)
def test_nothing_is_accepted_from(normalised: Normalised, name: str) -> None:
    assert accepted(normalised(FRONT + LOOK_ALIKES[name])) == []


def test_too_few_benchmarks_wait(normalised: Normalised) -> None:
    found = normalised(
        FRONT + "| Benchmark | Score |\n| Channel Panel | 4 |\n| Venue Hire | 3 |\n| Referral Pathway | 2 |"
    )
    assert reason(found) == "only 3 of the 10 benchmarks of prevent-duty-2018 stand in the paper's tables"


def test_two_halves_of_a_table_are_enough_together(normalised: Normalised) -> None:
    head, *rows = down(f"Score: {SERIES}").splitlines()
    found = normalised(FRONT + "\n".join([head, *rows[:5], "---", head, *rows[5:]]))
    assert scores(found) == by_benchmark(SERIES)


def test_scores_without_a_head_beside_columns_of_councils_are_told(normalised: Normalised) -> None:
    grid = down(f"Aldermere: {SERIES}", f": {OTHERS}", f"Brackford: {OTHERS}")
    found = normalised(f"# Prevent benchmark scores 2022\n{grid}")
    assert {key[0] for key in scores_of(found)} == {ALDERMERE, BRACKFORD}
    assert told(found, "unread_column") == ["A column without a head holds '3', '4', '2', '1'."]
