"""Sideways pages turned upright, and boxes turned back."""

import pytest

from extractors.grids.marks import Marks
from extractors.grids.turned import Turn, upright
from tests.support.marked_page import written


@pytest.mark.parametrize("angle", [0, 90, 270])
def test_a_box_comes_back_where_it_was(angle: int) -> None:
    turn = Turn(angle, 595, 842)
    assert turn.back(turn.there((10, 20, 30, 60))) == (10, 20, 30, 60)


def test_text_that_runs_upwards_begins_at_the_left_of_the_turned_page() -> None:
    marks = Marks(595, 842, tuple(written("one two three " * 6, 100, 100, angle=90)))
    turned, turn = upright(marks)
    assert turn.angle == 90
    assert (turned.width, turned.height) == (842, 595)
    assert {word.angle for word in turned.words} == {0}
    assert turn.there((0, 842 - 10, 5, 842)) == (0, 0, 10, 5)


def test_a_few_turned_headings_do_not_turn_the_page() -> None:
    words = (*written("one two three " * 6, 100, 100, angle=90), *written("word " * 40, 10, 300))
    assert upright(Marks(595, 842, words))[1].angle == 0
