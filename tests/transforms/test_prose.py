"""Sentences of one section together: a general label alone counts only among other stated scores."""

from tests.support.scored import scores
from tests.transforms.conftest import Normalised

FRONT = "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n## Prevent benchmarks\n"
LONE = "The Home Office awarded 5 for Communications."
SURE = "A score of 3 was given for the Channel Panel and 2 for the Referral Pathway."


def test_a_general_label_alone_in_a_section_of_scores_counts(normalised: Normalised) -> None:
    found = normalised(f"{FRONT}{SURE}\n\n{LONE}")
    assert scores(found) == {"channel_panel": 3, "referral_pathway": 2, "communications": 5}


def test_a_general_label_alone_in_a_section_without_other_scores_is_passed_over(normalised: Normalised) -> None:
    assert scores(normalised(FRONT + LONE)) == {}


def test_a_general_label_alone_under_another_heading_is_passed_over(normalised: Normalised) -> None:
    found = normalised(f"{FRONT}{SURE}\n\n## Grants\n{LONE}")
    assert scores(found) == {"channel_panel": 3, "referral_pathway": 2}


def test_a_section_is_read_with_the_framework_whose_labels_fill_it(normalised: Normalised) -> None:
    lines = (
        ("Multi-agency partnership group", 3),
        ("Local risk assessment process", 4),
        ("Partnership plan", 5),
        ("Referral pathway", 3),
        ("Channel panel", 3),
        ("Training programme", 4),
        ("Reducing permissive environments", 3),
        ("Communications and engagement", 4),
    )
    found = normalised(
        "# Prevent Update 2023/24\n@ Date: 8 July 2024\n@ Briefing to: Aldermere Borough Council\n## Results\n"
        "The scores against the 2023 toolkit:\n\n"
        + "\n".join(
            f"- {label} – score {score} (met)" if score == 3 else f"- {label} – score {score} (exceeded)"
            for label, score in lines
        )
    )
    assert {one.framework for one in found.observations} == {"prevent-duty-2023"}
    assert list(scores(found).values()) == [score for _, score in lines]
    assert {one.subject.period_year for one in found.observations} == {2024}


def test_a_sentence_of_two_years_waits(normalised: Normalised) -> None:
    found = normalised(FRONT + "The Council scored 3 for the Channel Panel in 2021 and in 2022.")
    assert "the sentence names several periods: 2021, 2022" in (found.observations[0].reason or "")


def test_a_sentence_of_a_body_that_nobody_knows_waits(normalised: Normalised) -> None:
    found = normalised(
        FRONT + "Foxleigh Borough Council scored 3 for the Channel Panel and 2 for the Referral Pathway."
    )
    assert {one.status for one in found.observations} == {"review"}
