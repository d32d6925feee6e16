"""Weighted scores and percentages that sentences state."""

import pytest

from tests.support.councils import ALDERMERE
from tests.transforms.conftest import Normalised
from transforms.findings import Findings

FRONT = "# Aldermere Borough Council: Prevent update 2022\n@ Date: 8 September 2022\n## Prevent benchmarks\n"


def accepted(found: Findings) -> list[tuple[str, float, str | None, int | None]]:
    return [
        (one.measure, one.value, one.subject.authority_code, one.subject.period_year)
        for one in found.measures
        if one.status == "accepted"
    ]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The Council's weighted score was 3.7.", 3.7),
        ("The overall weighted score for Aldermere is 3.7 out of 5.", 3.7),
        ("Weighted score: 4", 4),
        ("Weighted average score = 3.25/5", 3.25),
    ],
)
def test_a_weighted_score_is_read(normalised: Normalised, sentence: str, value: float) -> None:
    assert accepted(normalised(FRONT + sentence)) == [("weighted_score", value, ALDERMERE, 2022)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council met or exceeded 80% of the benchmarks.",
        "80 per cent of the ten Prevent benchmarks were met or exceeded.",
        "The percentage of benchmarks that met or exceeded expectations was 80%.",
        "8 of 10 benchmarks met or exceeded the standard.",
        "Aldermere met or exceeded eight of the ten benchmarks.",
        "The Council met or exceeded 8 out of the 10 Prevent duty benchmarks (80%).",
    ],
)
def test_a_share_of_the_benchmarks_is_a_percentage(normalised: Normalised, sentence: str) -> None:
    assert accepted(normalised(FRONT + sentence)) == [("percent_met_or_exceeded", 80, ALDERMERE, 2022)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The average score was 3.7.",
        "The regional weighted score was 3.1.",
        "Dunmarsh had a weighted score of 3.1.",
        "The weighted score rose from 3.5 to 3.7.",
        "The weighted score was 3.7, up from 3.5.",
        "The target weighted score is 4.0.",
        "The Council aims for a weighted score of 4.",
        "The weighted score of the tender was 3.7.",
        "A weighted score of 3 means that the duty is met.",
        "Nationally 80% of the benchmarks were met or exceeded.",
        "80% of the benchmarks were not met or exceeded.",
        "We met or exceeded 8 of the 12 benchmarks.",
        "The Council met or exceeded 80% of the benchmarks last year.",
        "The Council expects to have met or exceeded 90% of the benchmarks.",
        "80% of the housing benchmarks were met or exceeded.",
        "The weighted score was 37.",
        "The weighted score was 80%.",
    ],
)
def test_other_sentences_give_no_accepted_measure(normalised: Normalised, sentence: str) -> None:
    assert accepted(normalised(FRONT + sentence)) == []


def test_a_sentence_of_another_subject_in_the_paper_waits(normalised: Normalised) -> None:
    text = "# Aldermere Borough Council: Performance 2022\n@ Date: 8 September 2022\n## Street cleaning\n"
    found = normalised(f"{text}80% of the benchmarks were met or exceeded.\n## Prevent\nA new plan is in place.")
    assert accepted(found) == []
    assert all("speak of" in (one.reason or "") for one in found.measures)


def test_measures_that_contradict_each_other_wait(normalised: Normalised) -> None:
    found = normalised(FRONT + "The weighted score was 3.7.\n\nThe weighted score is 3.2.")
    assert [one.reason for one in found.measures] == [
        "the paper contradicts itself: 3.7 here, 3.2 elsewhere",
        "the paper contradicts itself: 3.2 here, 3.7 elsewhere",
    ]
    assert len(accepted(normalised(FRONT + "The weighted score was 3.67.\n\nThe weighted score is 3.7."))) == 2
