"""Two frameworks in one paper and in one grid."""

import pytest

from tests.support.councils import ALDERMERE
from tests.support.grids import BENCHMARKS, down
from tests.support.scored import accepted, scores_of
from tests.transforms.conftest import Normalised

EIGHT = (
    "Multi-agency partnership group",
    "Local risk assessment process",
    "Partnership plan",
    "Referral pathway",
    "Channel panel",
    "Training programme",
    "Reducing permissive environments",
    "Communications and engagement",
)
FRONT = "# Aldermere Prevent benchmark scores\n@ Date: 8 September 2024\n"
OLD, NEW = ["4", "5", "5", "4", "5", "4", "3", "3", "2", "2"], ["3", "4", "4", "5", "5", "3", "2", "4"]


def _beside(old_head: str, new_head: str) -> str:
    rows = zip(BENCHMARKS, OLD, [*EIGHT, "", ""], [*NEW, "", ""], strict=True)
    body = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"| Old benchmark | {old_head} | New benchmark | {new_head} |\n{body}"


@pytest.mark.parametrize(
    "paper",
    [
        pytest.param(
            "## 2022/23\n"
            + down(f"Score: {' '.join(OLD)}")
            + "\n## 2023/24\n"
            + down(f"Score: {' '.join(NEW)}", labels=EIGHT),
            id="a table for each",
        ),
        pytest.param(_beside("2022/23", "2023/24"), id="side by side in one grid"),
        pytest.param("| Prevent scores | < | < | < |\n" + _beside("2022/23", "2023/24"), id="under one title"),
    ],
)
def test_each_framework_is_read_with_its_own_year(normalised: Normalised, paper: str) -> None:
    found = normalised(FRONT + paper)
    assert {key: list(values.values()) for key, values in scores_of(found).items()} == {
        (ALDERMERE, 2023): [float(score) for score in OLD],
        (ALDERMERE, 2024): [float(score) for score in NEW],
    }
    assert {(one.framework, one.subject.period_year) for one in accepted(found)} == {
        ("prevent-duty-2018", 2023),
        ("prevent-duty-2023", 2024),
    }


def test_a_list_of_what_became_of_which_gives_nothing(normalised: Normalised) -> None:
    rows = "\n".join(f"| {old} | {new} |" for old, new in zip(BENCHMARKS, [*EIGHT, "", ""], strict=True))
    assert normalised(f"{FRONT}| Old benchmark | New benchmark |\n{rows}").observations == ()
