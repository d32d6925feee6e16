"""Tables with a column for each value of the scale and a tick in one of them."""

import pytest

from tests.support.scored import accepted, scores
from tests.transforms.conftest import Normalised

FRONT = "# Prevent Update\n@ Date: 8 September 2022\n@ Briefing to: Aldermere Borough Council\n"
HEAD = FRONT + "## Prevent benchmark scores\n"
LABELS = (
    "Risk Assessment",
    "MA Partnership Board",
    "Partnership Plan",
    "Referral Pathway",
    "Channel Panel",
    "Training",
)
IDS = (
    "risk_assessment",
    "multi_agency_partnership_board",
    "prevent_partnership_plan",
    "referral_pathway",
    "channel_panel",
    "training",
)


def ticks(heads: tuple[str, ...], chosen: tuple[int, ...], mark: str = "✓", other: str = "") -> str:
    rows = [("Benchmark", *heads)]
    rows += [
        (label, *(mark if place == at else other for at in range(len(heads))))
        for label, place in zip(LABELS, chosen, strict=True)
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


@pytest.mark.parametrize(
    ("mark", "other"),
    [("✓", ""), ("X", "-"), ("Yes", "No"), ("●", "○"), ("✔", "✗"), ("ü", ""), ("þ", "¨"), ("■", "□"), ("{blue}", "")],
)
def test_bands_that_are_ticked_are_bands_without_a_score(normalised: Normalised, mark: str, other: str) -> None:
    found = normalised(HEAD + ticks(("Not met", "Met", "Exceeded"), (0, 1, 2, 2, 1, 0), mark, other))
    bands = ("not_met", "met", "exceeded", "exceeded", "met", "not_met")
    assert scores(found) == dict(zip(IDS, bands, strict=True))
    assert all(one.score is None for one in accepted(found))
    shown = "(filled)" if mark == "{blue}" else mark
    assert accepted(found)[0].score_text == f"Not met {shown}"


def test_figures_that_are_ticked_are_scores(normalised: Normalised) -> None:
    found = normalised(HEAD + ticks(("1", "2", "3", "4", "5"), (3, 1, 0, 4, 4, 2)))
    assert scores(found) == dict(zip(IDS, (4, 2, 1, 5, 5, 3), strict=True))


def test_a_row_with_two_ticks_gives_nothing(normalised: Normalised) -> None:
    drawn = ticks(("Not met", "Met", "Exceeded"), (0, 1, 2, 2, 1, 0)).replace(
        "| Training | ✓ |  |  |", "| Training | ✓ | ✓ |  |"
    )
    assert "training" not in scores(normalised(HEAD + drawn))


def test_counts_under_bands_are_no_ticks(normalised: Normalised) -> None:
    drawn = ticks(("Not met", "Met", "Exceeded"), (0, 1, 2, 2, 1, 0), mark="4", other="2")
    assert accepted(normalised(HEAD + drawn)) == []
