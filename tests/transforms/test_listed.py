"""Scores in lists and boxes: a run of lines is the table that it stands for."""

import pytest

from tests.support.scored import accepted, reasons, scores
from tests.transforms.conftest import Normalised

HEAD = "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n"
FRONT = HEAD + "## Prevent benchmark scores\n"
LABELS = (
    "Risk Assessment",
    "Multi Agency Partnership Board",
    "Prevent Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Prevent problem-solving process",
    "Training",
    "Venue Hire and IT Policies",
    "Engagement activity",
    "Communications",
)
SCORES = (4, 2, 1, 5, 5, 2, 3, 3, 2, 4)
IDS = (
    "risk_assessment",
    "multi_agency_partnership_board",
    "prevent_partnership_plan",
    "referral_pathway",
    "channel_panel",
    "prevent_problem_solving",
    "training",
    "venue_hire_and_it_policies",
    "engagement_activities",
    "communications",
)
EXPECTED = dict(zip(IDS, SCORES, strict=True))


def listed(form: str, mark: str = "- ") -> str:
    return "\n".join(f"{mark}{form.format(label, score)}" for label, score in zip(LABELS, SCORES, strict=True))


@pytest.mark.parametrize("form", ["{0}: {1}", "{0} – {1}", "{0} - {1}/5", "{0} {1}", "{0}: {1} out of 5", "{1}/5 {0}"])
def test_a_list_of_labels_and_scores_is_read(normalised: Normalised, form: str) -> None:
    found = normalised(FRONT + listed(form))
    assert scores(found) == EXPECTED
    assert {one.place.method for one in accepted(found)} == {"text"}


def test_lines_with_leading_dots_are_read_also_where_two_were_run_together(normalised: Normalised) -> None:
    lines = [f"{label} ........ {score}" for label, score in zip(LABELS, SCORES, strict=True)]
    assert scores(normalised(FRONT + "\n\n".join([*lines[:8], " ".join(lines[8:])]))) == EXPECTED


def test_boxes_with_a_label_and_a_score_each_are_read(normalised: Normalised) -> None:
    boxes = "\n\n".join(f"{label}\n\n{score}" for label, score in zip(LABELS, SCORES, strict=True))
    assert scores(normalised(FRONT + boxes)) == EXPECTED


def test_a_heading_for_each_benchmark_with_its_score_below_the_commentary_is_read(normalised: Normalised) -> None:
    sections = "\n\n".join(
        f"### {number}. {label}\nOfficers meet each quarter to review the work.\n\nScore: {score}"
        for number, (label, score) in enumerate(zip(LABELS, SCORES, strict=True), start=1)
    )
    assert scores(normalised(HEAD + "## Findings\n" + sections)) == EXPECTED


def test_headings_that_carry_the_score_are_read(normalised: Normalised) -> None:
    sections = "\n".join(
        f"### Benchmark {number}: {label} – Score {score}\nOfficers meet each quarter."
        for number, (label, score) in enumerate(zip(LABELS, SCORES, strict=True), start=1)
    )
    assert scores(normalised(HEAD + "## Findings\n" + sections)) == EXPECTED


def test_a_figure_below_the_commentary_that_is_not_said_to_be_a_score_is_passed_over(normalised: Normalised) -> None:
    sections = "\n\n".join(
        f"### {label}\nOfficers meet each quarter to review the work.\n\n{score}"
        for label, score in zip(LABELS, SCORES, strict=True)
    )
    assert normalised(HEAD + "## Findings\n" + sections).observations == ()


def test_bands_in_words_are_read_as_bands(normalised: Normalised) -> None:
    found = normalised(
        FRONT + "- Channel Panel: Exceeded\n- Training: Met\n- Referral Pathway: Not met\n" + listed("{0}: Met")
    )
    assert {one.band for one in found.observations} == {"met", "exceeded", "not_met"}


def test_a_list_of_a_few_benchmarks_waits(normalised: Normalised) -> None:
    found = normalised(FRONT + "- Channel Panel: 5\n- Referral Pathway: 4\n- Training: 2")
    assert accepted(found) == []
    assert "only 3 of the 10 benchmarks" in (reasons(found)["training"] or "")


def test_a_list_of_contents_gives_nothing_accepted(normalised: Normalised) -> None:
    pages = "\n".join(f"- {label} {page}" for page, label in enumerate(LABELS, start=1))
    assert (
        accepted(
            normalised(
                "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n## Contents\n"
                + pages
            )
        )
        == []
    )


def test_a_numbered_list_of_benchmarks_is_no_list_of_scores(normalised: Normalised) -> None:
    numbered = "\n".join(f"- {number}. {label}" for number, label in enumerate(LABELS, start=1))
    assert normalised(FRONT + numbered).observations == ()


def test_a_list_of_targets_waits(normalised: Normalised) -> None:
    assert accepted(normalised(FRONT.replace("scores", "targets for next year") + listed("{0}: {1}"))) == []


def test_counts_of_activity_give_nothing(normalised: Normalised) -> None:
    assert (
        normalised(
            FRONT + "- Channel Panel: 4 meetings\n- Training: 3 sessions\n- Referral Pathway: 5 referrals"
        ).observations
        == ()
    )


def boxes(form: str) -> str:
    return "\n\n".join(form.format(label, score) for label, score in zip(LABELS, SCORES, strict=True))


def test_boxes_that_show_the_score_above_its_label_are_read_so(normalised: Normalised) -> None:
    assert scores(normalised(FRONT + boxes("{1}\n\n{0}"))) == EXPECTED


def test_boxes_whose_line_opens_with_the_score_are_read(normalised: Normalised) -> None:
    assert scores(normalised(FRONT + boxes("{1} {0}"))) == EXPECTED


@pytest.mark.parametrize("form", ["{0} {1} / 5 {2}", "{1} – {2} {0}", "{0} {2} ({1})"])
def test_cards_that_show_figure_and_word_are_read(normalised: Normalised, form: str) -> None:
    words = ["Not met" if score < 3 else "Met" if score == 3 else "Exceeded" for score in SCORES]
    cards = "\n\n".join(form.format(*card) for card in zip(LABELS, SCORES, words, strict=True))
    assert scores(normalised(FRONT + cards)) == EXPECTED


def test_numbers_of_benchmarks_in_their_boxes_are_no_scores(normalised: Normalised) -> None:
    numbered = "\n\n".join(
        f"{number}\n\n{label}\n\n{score}" for number, (label, score) in enumerate(zip(LABELS, SCORES, strict=True), 1)
    )
    assert scores(normalised(FRONT + numbered)) == EXPECTED
    alone = "\n\n".join(f"{number}\n\n{label}" for number, label in enumerate(LABELS, 1))
    assert normalised(FRONT + alone).observations == ()


def test_figures_that_may_belong_to_the_label_above_or_below_give_nothing(normalised: Normalised) -> None:
    assert normalised(FRONT + "3\n\n" + boxes("{0}\n\n{1}")).observations == ()


def test_sections_numbered_from_any_number_are_no_scores(normalised: Normalised) -> None:
    sections = "\n\n".join(f"{number} {label}" for number, label in enumerate(LABELS[3:7], 2))
    assert normalised(FRONT + sections).observations == ()


def test_a_list_in_a_sentence_is_read_with_the_words_that_introduce_it(normalised: Normalised) -> None:
    listing = "; ".join(f"{label} {score}" for label, score in zip(LABELS, SCORES, strict=True))
    found = normalised(HEAD + f"## Findings\n4.1 The Home Office scores for 2021/22 were: {listing}.")
    assert scores(found) == EXPECTED
    assert {one.subject.period for one in accepted(found)} == {"2021/22"}
