"""What a paper shows as a picture or announces without data is told."""

import pytest

from tests.support.grids import across
from tests.support.scored import told
from tests.transforms.conftest import Normalised

FRONT = "# Prevent in Aldermere\n@ Date: 8 September 2022\n"


@pytest.mark.parametrize(
    "title",
    [
        "East Midlands – Weighted Score Heatmap",
        "Percentage of Benchmarks that Met or Exceeded Expectations",
        "Benchmark comparison chart",
    ],
)
def test_an_announced_figure_without_data_is_told(normalised: Normalised, title: str) -> None:
    (notice,) = told(normalised(FRONT + f"---\n# {title}\n! Picture 4"), "figure_without_data")
    assert title in notice


def test_a_figure_with_its_data_is_not(normalised: Normalised) -> None:
    grid = across("Aldermere: 4 5 5 4 5 4 3 3 2 2", "Dunmarsh: 3 3 3 3 3 3 3 3 3 3", corner="Authority")
    assert told(normalised(FRONT + f"---\n# Benchmark score heatmap\n{grid}"), "figure_without_data") == []


def test_a_picture_under_a_heading_of_scores_is_told(normalised: Normalised) -> None:
    (notice,) = told(normalised(FRONT + "---\n# Aldermere Scores\n! heatmap.png"), "figure_without_data")
    assert "'heatmap.png'" in notice


def test_a_picture_elsewhere_is_not(normalised: Normalised) -> None:
    text = "The partnership brings the Council, the police, schools and health bodies together four times in each year."
    assert told(normalised(FRONT + f"---\n# Partners\n! logo.png\n{text}"), "figure_without_data") == []


def test_bodies_left_out_are_told(normalised: Normalised) -> None:
    (notice,) = told(normalised(FRONT + "*Excludes Corvenshire split"), "excluded_body")
    assert "Excludes Corvenshire split" in notice


def test_a_sentence_about_a_chart_announces_nothing(normalised: Normalised) -> None:
    assert told(normalised(FRONT + "The chart of benchmark scores was discussed."), "figure_without_data") == []


SCORED = across("Aldermere: 4 5 5 4 5 4 3 3 2 2", "Dunmarsh: 3 3 3 3 3 3 3 3 3 3", corner="Authority")


def test_a_picture_beside_the_grid_that_it_shows_is_not_told(normalised: Normalised) -> None:
    assert told(normalised(FRONT + f"---\n# Benchmark scores\n{SCORED}\n! chart.png"), "figure_without_data") == []
    assert told(normalised(FRONT + f"---\n# Benchmark scores\n! chart.png\n{SCORED}"), "figure_without_data") == []


def test_a_grid_under_another_heading_is_not_the_data_of_a_picture(normalised: Normalised) -> None:
    page = f"---\n# Benchmark scores of schools\n! chart.png\n# Benchmark scores in figures\n{SCORED}"
    assert len(told(normalised(FRONT + page), "figure_without_data")) == 1
