"""Columns of cells with two figures are parted, each part under its own head."""

import pytest

from tests.support.grids import table
from transforms import load_catalogue
from transforms.authorities import AuthorityNames
from transforms.axes import Axis, axis_of
from transforms.grid import grid_of
from transforms.labels import Labels
from transforms.twofold import parted, without_brackets

CATALOGUE = load_catalogue()
LABELS = Labels(CATALOGUE.framework("prevent-duty-2018"))
NAMES = AuthorityNames(CATALOGUE)


def axis(head: str, cell: str, *texts: str) -> Axis:
    drawn = table(f"| Benchmark | {head} |\n| Channel Panel | {cell} |\n| Referral Pathway | 2 |")
    found = axis_of(grid_of(drawn), LABELS, NAMES)
    assert found is not None
    return parted(found, texts)


def shown(axis: Axis) -> tuple[tuple[str, str], ...]:
    """Head and printed text of each column beside the first benchmark."""
    return tuple((axis.grid.text(0, column), axis.grid.text(1, column)) for column in range(1, axis.grid.width))


@pytest.mark.parametrize(
    ("head", "cell", "columns"),
    [
        ("2021 → 2022", "3 → 4", (("2022", "→ 4"), ("2021", "3 →"))),
        ("2021/22 to 2022/23", "3 to 4", (("2022/23", "to 4"), ("2021/22", "3"))),
        ("2022 (2021)", "4 (3)", (("2022", "4"), ("2021", "(3)"))),
        ("Current (previous)", "4 [3]", (("Current", "4"), ("previous", "[3]"))),
        ("Previous / current", "3/4", (("Previous", "3"), ("current", "/4"))),
        ("Score (2021 in brackets)", "4 (3)", (("Score", "4"), ("2021", "(3)"))),
        ("2022", "3 → 4", (("2022", "→ 4"), ("Previous", "3 →"))),
        ("Score", "4 (2021: 3)", (("Score", "4"), ("2021", "(2021: 3)"))),
        ("Score", "4 (was 3 in 2020/21)", (("Score", "4"), ("2020/21", "(was 3 in 2020/21)"))),
        ("Score", "4 (target 5)", (("Score", "4"), ("Score / target", "(target 5)"))),
        ("Score", "was 3, now 4", (("Score (current)", "now 4"), ("Score / Previous", "was 3"))),
        ("Change", "up from 3 to 4", (("current", "to 4"), ("Previous", "up from 3"))),
        ("", "3 ↑ 4", (("", "↑ 4"), ("Previous", "3 ↑"))),
    ],
)
def test_each_part_stands_under_what_is_said_of_it(head: str, cell: str, columns: tuple[tuple[str, str], ...]) -> None:
    assert shown(axis(head, cell)) == columns


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Score", "4 (3)"),
        ("Score (2022)", "4 (3)"),
        ("Score (moderated)", "4 (3)"),
        ("Score (out of 5)", "4"),
        ("Score / rating", "4/5"),
        ("2021/2022", "4/5"),
        ("Score", "3 to 4"),
        ("Score", "4↓3"),
        ("Score", "3 → next year"),
        ("Score", "4 (3 meetings)"),
    ],
)
def test_a_cell_stays_whole_where_nothing_says_which_figure_is_which(head: str, cell: str) -> None:
    assert shown(axis(head, cell)) == ((head, cell),)


@pytest.mark.parametrize(
    ("sentence", "head"),
    [
        ("Scores in brackets are those of 2021.", "2021"),
        ("Last year's scores are shown in brackets.", "Score / Previous"),
        ("Targets are given in brackets.", "Score / Target"),
    ],
)
def test_a_sentence_says_what_stands_in_brackets(sentence: str, head: str) -> None:
    assert shown(axis("Score", "4 (3)", sentence)) == (("Score", "4"), (head, "(3)"))


def test_two_sentences_on_brackets_say_nothing() -> None:
    assert len(shown(axis("Score", "4 (3)", "2021 is in brackets.", "The target is in brackets."))) == 1


def test_a_part_is_read_by_its_figure_and_knows_the_whole_cell() -> None:
    found = axis("Score", "4 (was 3)")
    assert [found.reading(1, column).score for column in (1, 2)] == [4, 3]
    assert set(found.wholes.values()) == {"4 (was 3)"}


def test_the_columns_on_the_right_move_on() -> None:
    drawn = table("| 2022 (2021) | Benchmark | Note |\n| 4 (3) | Channel Panel | x |\n| 2 (2) | Referral Pathway | y |")
    found = axis_of(grid_of(drawn), LABELS, NAMES)
    assert found is not None
    moved = parted(found)
    assert (moved.columns, moved.grid.text(1, 2), moved.grid.text(1, 3)) == ((2,), "Channel Panel", "x")
    assert set(moved.matches) == {(1, 2), (2, 2)}


def test_sentences_on_brackets_say_nothing_of_the_other_figures() -> None:
    assert without_brackets(["The 2022 scores. Those of 2021 are in brackets.", "In brackets: 2021"]) == (
        "The 2022 scores.",
    )
