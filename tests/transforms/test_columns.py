"""What column heads say that the figures below them are."""

import pytest

from transforms.columns import column_kinds, is_of_columns, names_only, not_understood, without_scale


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Score", "score"),
        ("Home Office rating", "score"),
        ("Previous score", "previous"),
        ("Current", "current"),
        ("Target 2023", "no_score"),
        ("Maximum score", "no_score"),
        ("Change since 2021", "no_score"),
        ("Direction of travel", "no_score"),
        ("Desired score", "no_score"),
        ("Best score", "no_score"),
        ("+/-", "no_score"),
        ("Regional average", "summary"),
        ("Statistical neighbours", "summary"),
        ("Self-assessment", "self_assessed"),
        ("Likelihood", "risk"),
        ("Local authority", "authority"),
        ("Year", "period"),
        ("No.", "number"),
        ("#", "number"),
    ],
)
def test_a_head_is_known_by_its_words(head: str, kind: str) -> None:
    assert kind in column_kinds(head)


@pytest.mark.parametrize("head", ["Scoreboard of the year's"[:10], "Foxleigh", "Police", ""])
def test_a_head_of_other_words_says_nothing(head: str) -> None:
    assert not column_kinds(head)


@pytest.mark.parametrize(
    ("head", "left"),
    [
        ("Score", ""),
        ("Home Office score", ""),
        ("Score given by the regional adviser", ""),
        ("Moderated benchmark score", ""),
        ("Police score", "police"),
        ("Schools", "schools"),
        ("Score in June", "june"),
    ],
)
def test_words_of_a_head_that_are_not_understood_are_named(head: str, left: str) -> None:
    assert not_understood(head) == left


@pytest.mark.parametrize(
    "head", ["Score (out of 5)", "Score out of 5", "Score 1-5", "Score (1 to 5)", "Score (max 5)", "Score /5", "Score"]
)
def test_a_note_on_our_own_scale_is_no_part_of_the_head(head: str) -> None:
    assert without_scale(head, 5) == "Score"


def test_a_note_on_another_scale_stays() -> None:
    assert without_scale("Score out of 10", 5) == "Score out of 10"


def test_labels_made_of_column_words_are_no_benchmarks_and_no_strangers() -> None:
    assert is_of_columns("Overall score")
    assert is_of_columns("Total")
    assert not is_of_columns("Leadership")
    assert not is_of_columns("Training sessions")


def test_a_head_may_be_one_kind_and_nothing_else() -> None:
    assert names_only("Local Authority", "authority")
    assert not names_only("Authority score", "authority")
