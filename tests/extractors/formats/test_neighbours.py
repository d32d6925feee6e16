"""Captions of tables that stand side by side on a slide."""

from dataclasses import replace

from extractors.document import Block, Table
from extractors.formats.neighbours import with_captions_of_neighbours


def table(left: float, top: float = 130) -> Table:
    return replace(Table.of_texts([["Item", "Score"], ["Panel", "4"]], page=1), bbox=(left, top, left + 280, top + 200))


def head(text: str, left: float, width: float = 280, top: float = 95) -> Block:
    return Block("paragraph", text, 1, (left, top, left + width, top + 28))


def captions(*parts: Block | Table) -> list[str | None]:
    return [part.caption for part in with_captions_of_neighbours(parts) if isinstance(part, Table)]


def test_each_table_has_the_line_above_it() -> None:
    parts = (head("Aldermere", 30), head("Brackford", 340), table(30), table(340))
    assert captions(*parts) == ["Aldermere", "Brackford"]


def test_a_line_over_both_or_over_one_alone_is_no_caption() -> None:
    assert captions(head("Scores of both councils", 30, width=590), table(30), table(340)) == [None, None]
    assert captions(head("Aldermere", 30), table(30), table(340)) == [None, None]


def test_tables_below_one_another_are_no_neighbours() -> None:
    assert captions(head("Aldermere", 30), table(30), head("Brackford", 30, top=345), table(30, 380)) == [None, None]
