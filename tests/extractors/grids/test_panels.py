"""Boxes with text of their own."""

from extractors.grids.marks import Fill
from extractors.grids.panels import panels_of
from tests.support.marked_page import page, rules, written

OUTSIDE = written("some words that stand outside of every box on this page", 50, 400)


def test_each_word_belongs_to_the_smallest_box_around_it() -> None:
    words = [*written("outer text", 60, 110), *written("inner", 160, 140), *OUTSIDE]
    fills = [Fill((50, 100, 300, 200), "#eeeeee"), Fill((150, 130, 250, 170), "#cccccc")]
    held = [[word.text for word in found] for _, found in panels_of(page(words, fills=fills), words)]
    assert held == [["outer", "text"], ["inner"]]


def test_a_frame_is_a_box_too() -> None:
    words = [*written("framed", 60, 120), *OUTSIDE]
    ((box, found),) = panels_of(page(words, rules([50, 200], [100, 160])), words)
    assert box == (50, 100, 200, 160)
    assert [word.text for word in found] == ["framed"]


def test_a_panel_behind_all_text_and_shading_of_one_line_are_none() -> None:
    words = written("all the text of this page stands here", 60, 120)
    assert panels_of(page(words, fills=[Fill((50, 100, 400, 300), "#eeeeee")]), words) == []
    words = [*words, *OUTSIDE]
    assert panels_of(page(words, fills=[Fill((58, 118, 300, 132), "#eeeeee")]), words) == []
