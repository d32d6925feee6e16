"""Benchmarks that a table gives by their numbers alone."""

import pytest

from tests.support.councils import ALDERMERE
from tests.support.grids import across
from tests.support.scored import keys, reasons, scores, told
from tests.transforms.conftest import Normalised

FRONT = "# Prevent duty update\n@ Report to: Aldermere Borough Council\n@ Date: 8 September 2022\n"
NUMBERED = tuple(str(number) for number in range(1, 11))
SCORES = "4 5 5 4 5 4 3 3 2 1"
TABLE = "## Benchmark scores 2022\n" + across(f"Aldermere: {SCORES}", labels=NUMBERED)
OWN = """
1. Risk Assessment
2. Multi-agency Partnership Board
3. Prevent Partnership Plan
4. Referral Pathway
5. Channel Panel
6. Prevent problem-solving process
7. Training
8. Venue Hire and IT Policies
9. Engagement activities
10. Communications
"""
TURNED = "\n".join(f"B{number} {line.split('. ')[1]}" for number, line in enumerate(reversed(OWN.split("\n")[1:-1]), 1))


def test_numbers_without_a_key_wait(normalised: Normalised) -> None:
    found = normalised(FRONT + TABLE)
    assert keys(found) == set()
    waiting = reasons(found)
    assert len(waiting) == 10
    assert all("the benchmarks are given by number alone" in (why or "") for why in waiting.values())
    assert {one.benchmark: one.score for one in found.observations}["channel_panel"] == 5


@pytest.mark.parametrize(
    "key",
    [
        pytest.param(OWN, id="a list"),
        pytest.param("Key: " + "; ".join(OWN.split("\n")[1:-1]), id="one line"),
        pytest.param("| No. | Benchmark |\n" + OWN.strip().replace("\n", "|\n").replace(". ", "|"), id="a table"),
    ],
)
def test_the_papers_key_says_what_the_numbers_mean(normalised: Normalised, key: str) -> None:
    if "No." in key:
        key = "\n".join(f"| {line.strip('| ')} |" for line in key.split("\n"))
    found = normalised(f"{FRONT}{TABLE}\nThe benchmarks are:\n{key}")
    assert keys(found) == {(ALDERMERE, 2022)}
    assert list(scores(found).values()) == [4, 5, 5, 4, 5, 4, 3, 3, 2, 1]


def test_a_key_that_numbers_otherwise_wins_over_the_framework(normalised: Normalised) -> None:
    found = normalised(f"{FRONT}{TURNED}\n{TABLE}")
    assert scores(found)["communications"] == 4
    assert scores(found)["risk_assessment"] == 1


def test_two_keys_that_disagree_settle_nothing(normalised: Normalised) -> None:
    found = normalised(f"{FRONT}{OWN}\n## Sections of this paper\n{TURNED}\n{TABLE}")
    assert keys(found) == set()
    assert "numbers them in different ways" in str(reasons(found)["channel_panel"])


def test_numbers_down_the_side(normalised: Normalised) -> None:
    rows = "\n".join(f"| Benchmark {n} | {score} |" for n, score in enumerate(SCORES.split(), 1))
    found = normalised(f"{FRONT}{OWN}\n## Scores 2022\n| Benchmark | Score |\n{rows}")
    assert list(scores(found).values()) == [4, 5, 5, 4, 5, 4, 3, 3, 2, 1]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("## Meetings\n" + across(f"Attendance: {SCORES}", labels=NUMBERED), id="numbers of meetings"),
        pytest.param(
            "## Benchmark scores\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n| 4 | 4 | 4 | 4 | 4 | 4 | 4 |", id="seven of ten"
        ),
        pytest.param(
            "## Benchmark actions\n| No. | Action | Score |\n"
            + "\n".join(f"| {n} | Write letter {n} | 3 |" for n in NUMBERED),
            id="numbers of actions",
        ),
    ],
)
def test_other_numbers_are_no_benchmarks(normalised: Normalised, table: str) -> None:
    assert normalised(f"{FRONT}{OWN}\n{table}").observations == ()


def test_a_list_by_number_is_read_by_the_papers_key_and_waits_without_one(normalised: Normalised) -> None:
    lines = "## Benchmark scores 2022\n" + "\n".join(f"Benchmark {n}: {one}" for n, one in enumerate(SCORES.split(), 1))
    assert list(scores(normalised(f"{FRONT}{OWN}\n{lines}")).values()) == [4, 5, 5, 4, 5, 4, 3, 3, 2, 1]
    without = normalised(FRONT + lines)
    assert (keys(without), len(without.observations)) == (set(), 10)


def test_some_numbers_are_read_by_a_key_and_told_without_one(normalised: Normalised) -> None:
    table = "## Prevent scores 2022\n| Benchmark | Score |\n" + "\n".join(
        f"| B{n} | {n % 4 + 2} |" for n in range(2, 9)
    )
    assert scores(normalised(f"{FRONT}{OWN}\n{table}"))["channel_panel"] == 3
    without = normalised(FRONT + table)
    assert without.observations == ()
    [text] = told(without, "unknown_label")
    assert "'B2' to 'B8' stand beside scores" in text
