"""Heads of tables that stand side by side."""

from extractors.grids.overhead import heads_of_neighbours
from tests.support.marked_page import written

TABLES = [(50.0, 100.0, 250.0, 200.0), (300.0, 100.0, 500.0, 200.0)]


def texts(*words: object) -> list[list[str]]:
    return [[word.text for word in head] for head in heads_of_neighbours(list(words), TABLES)]  # type: ignore[arg-type, attr-defined]


def test_each_table_has_its_own_head() -> None:
    assert texts(*written("North Aldermere", 60, 85), *written("Brackford", 310, 85)) == [
        ["North", "Aldermere"],
        ["Brackford"],
    ]


def test_a_line_that_runs_on_over_both_is_no_head_of_either() -> None:
    line = "The scores of both councils are set out in the tables below as agreed in the spring"
    assert texts(*written(line, 60, 85)) == []


def test_one_table_with_a_head_does_not_part_the_line() -> None:
    assert texts(*written("Aldermere", 60, 85)) == []


def test_tables_below_one_another_have_no_common_line() -> None:
    words = [*written("Aldermere", 60, 85), *written("Brackford", 310, 85)]
    assert heads_of_neighbours(words, [TABLES[0], (300, 220, 500, 300)]) == []
