"""Scores stated in sentences: read where a sentence pairs benchmarks and figures and says nothing else."""

import pytest

from tests.support.councils import ALDERMERE
from tests.support.scored import accepted, scores, scores_of, told
from tests.transforms.conftest import Normalised

FRONT = "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n## Prevent benchmarks\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A score of 3 was given for the Risk Assessment and 2 for Multi-Agency Partnership Board.",
            {"risk_assessment": 3, "multi_agency_partnership_board": 2},
        ),
        (
            "For Referral Pathway the score was 1; for Channel Panel it was 5.",
            {"referral_pathway": 1, "channel_panel": 5},
        ),
        (
            "Training was scored at 2 and Venue Hire & IT Policies at 4.",
            {"training": 2, "venue_hire_and_it_policies": 4},
        ),
        ("The Channel Panel (5) and Training (2) were scored by the Home Office.", {"channel_panel": 5, "training": 2}),
        (
            "Scores: Training 4, Channel Panel 5, Communications 2.",
            {"training": 4, "channel_panel": 5, "communications": 2},
        ),
        ("A score of 4 out of 5 for Training was awarded.", {"training": 4}),
        ("The regional adviser awarded a score of four for the Channel Panel.", {"channel_panel": 4}),
        ("Benchmark 7 Training scored 4.", {"training": 4}),
        ("Channel Panel (benchmark 5) was scored at 4 out of 5.", {"channel_panel": 4}),
        ("The Channel Panel's score remains at 4.", {"channel_panel": 4}),
        ("The Channel Panel retained its score of 4.", {"channel_panel": 4}),
        (
            "The Channel Panel was scored 5 (exceeding) and Training 2 (not met).",
            {"channel_panel": 5, "training": 2},
        ),
        (
            "The Channel Panel and Referral Pathway benchmarks both scored 5.",
            {"channel_panel": 5, "referral_pathway": 5},
        ),
        (
            "The Channel Panel, the Referral Pathway and Training scored 5, 4 and 2 respectively.",
            {"channel_panel": 5, "referral_pathway": 4, "training": 2},
        ),
    ],
)
def test_a_sentence_that_pairs_is_read(normalised: Normalised, sentence: str, expected: dict[str, float]) -> None:
    assert scores(normalised(FRONT + sentence)) == expected


@pytest.mark.parametrize(
    "sentence", ["In 2019/20 the Channel Panel benchmark scored 2.", "The Channel Panel scored 2 in 2019/20."]
)
def test_a_sentences_own_period_wins(normalised: Normalised, sentence: str) -> None:
    assert scores_of(normalised(FRONT + sentence)) == {(ALDERMERE, 2020): {"channel_panel": 2}}


OTHER_SENTENCES = """
Training scored 4 in 2021 and 5 in 2022.
Training scored 4, up from 3 last year.
Training received a score of 4 last year.
Training was rated 3 for Training by 45 members.
Training was rated 3 by 45 members.
The score for Training rose from 3 to 4.
The score for Training improved by 1 and the score for the Channel Panel fell by 2.
The target score for Training is 5.
We aim for Training to be scored 5.
Training is expected to score 4.
Training should score 4.
If Training scored 5, the Council would exceed the benchmark.
Training did not receive a score of 5.
The Council did not score 5 for the Channel Panel.
The Channel Panel met 4 times.
Channel Panel: 4 cases were given support.
The Channel Panel received 4 referrals and 3 were given support.
Channel Panel received 4 and Training 3 new starters.
The Channel Panel scored 4 and Training scored 3 in Dunmarsh.
Dunmarsh scored 4 for the Channel Panel benchmark.
The Channel Panel scored 4 in Wendmark.
The regional average score for Training was 3.
On average authorities scored 3 for Training.
Nationally the Channel Panel benchmark was scored 4.
A score of 3 for Training means that the duty is met.
Scores of 3 and above for Training were seen in most areas.
A score of 5 for the Channel Panel benchmark was awarded to 4 councils.
4 councils scored 5 for the Channel Panel.
The maximum score for Training is 5.
The highest score was 5 for the Channel Panel.
The Council scored itself 4 for Training.
The self-assessed score for Training is 4.
The draft score for Training is 4.
The risk score for Training is 4.
The Channel Panel risk is rated 4.
In the survey Training scored 4.
The Training benchmark received 4 stars in the staff rating.
Training was given a score of 4%.
Training scored 4.5.
Training scored 4-5.
Training scored 3/4.
The Channel Panel scored 45.
Staff achieved Level 3 Training.
Training was given to 5 schools.
The Training benchmark is scored from 1 to 5.
The Channel Panel benchmark is described in section 4, with its score.
The 10 benchmarks, such as Channel Panel and Training, are scored.
Training and Channel Panel scored 4 and 5.
All benchmarks scored 3 except Training, which scored 2.
The Channel Panel's score of 4 was the same as in 2021.
A score between 3 and 4 was given for Training.
The Channel Panel scored 5 in the mock assessment.
Pending moderation, Training scored 3.
Members asked why Training scored 2.
It was rumoured that Training scored 2.
In 2022/23 the Channel Panel scored 4.
The Channel Panel was scored 5 (not met).
Training and Channel Panel scored 4 and 5, and Communications 3, respectively.
The Channel Panel was scored 4 (up from 3 in 2021).
Sefton did not score 5 for the Channel Panel; it scored 4.
Training scored 2 points below the Channel Panel which scored 4.
"""


@pytest.mark.parametrize("sentence", OTHER_SENTENCES.strip().splitlines())
def test_a_sentence_that_says_something_else_gives_no_accepted_score(normalised: Normalised, sentence: str) -> None:
    assert accepted(normalised(FRONT + sentence)) == []


def test_a_paragraph_about_another_authority_waits(normalised: Normalised) -> None:
    found = normalised(FRONT + "In Dunmarsh the results were good. The Channel Panel scored 4.")
    assert [one.reason for one in found.observations] == ["the paragraph names Dunmarsh"]


def test_a_paragraph_about_another_year_waits(normalised: Normalised) -> None:
    found = normalised(FRONT + "The first health check took place in 2019. The Channel Panel scored 4.")
    assert [one.status for one in found.observations] == ["review"]


def test_all_benchmarks_in_prose_give_nothing(normalised: Normalised) -> None:
    found = normalised(
        FRONT + "The benchmarks are Risk Assessment, Multi Agency Partnership Board, Prevent Partnership Plan, "
        "Referral Pathway, Channel Panel, Prevent problem-solving process, Training, Venue Hire and IT Policies, "
        "Engagement activity and Communications; each is scored."
    )
    assert found.observations == ()


def test_a_sentence_that_does_not_pair_is_told(normalised: Normalised) -> None:
    found = normalised(FRONT + "The Channel Panel benchmark and Training scored 4.")
    assert "could not be read" in told(found, "unread_statement")[0]
    assert found.observations == ()
