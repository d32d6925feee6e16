"""Boxes with text of their own."""

import math
from dataclasses import replace

from extractors.grids.marks import Fill, Trace
from extractors.grids.panels import panels_of, words_of_cards
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


def test_a_frame_with_round_corners_is_a_box_and_a_circle_is_none() -> None:
    words = [*written("framed", 60, 120), *OUTSIDE]
    corners = ((56, 100), (194, 100), (200, 106), (200, 154), (194, 160), (56, 160), (50, 154), (50, 106), (56, 100))
    ((box, found),) = panels_of(replace(page(words), traces=(Trace(corners),)), words)
    assert box == (50, 100, 200, 160)
    assert [word.text for word in found] == ["framed"]
    turns = [math.tau * step / 32 for step in range(33)]
    circle = Trace(tuple((75 + 30 * math.cos(turn), 125 + 30 * math.sin(turn)) for turn in turns))
    assert panels_of(replace(page(words), traces=(circle,)), words) == []


def test_cards_are_boxes_of_one_size_with_a_few_words_on_several_lines() -> None:
    fills = [Fill((50 + 110 * n, 100, 150 + 110 * n, 160), "#eeeeee") for n in range(4)]
    cards = [
        word for n in range(4) for word in (*written("4 / 5", 60 + 110 * n, 112), *written("Met", 60 + 110 * n, 140))
    ]
    assert words_of_cards(page([*cards, *OUTSIDE], fills=fills)) == set(cards)
    cells = [word for n in range(4) for word in written("4", 60 + 110 * n, 112)]
    assert words_of_cards(page([*cells, *OUTSIDE], fills=fills)) == set()
    assert words_of_cards(page([*cards, *OUTSIDE], fills=fills[:3])) == set()
