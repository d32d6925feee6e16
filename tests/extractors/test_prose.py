"""Words outside tables -> blocks."""

from dataclasses import replace

from extractors.grids.marks import Fill, Word
from extractors.prose import TypeSizes, blocks_of, type_sizes, with_drawn_bullets
from tests.support.marked_page import written

SIZES = TypeSizes(10, (18, 14))


def texts(words: list[Word]) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text) for block in blocks_of(words, SIZES, 1, 595)]


def larger(words: list[Word], size: float) -> list[Word]:
    return [replace(word, size=size) for word in words]


def test_the_body_is_what_most_running_text_is_set_in() -> None:
    """Many short cells in a small type do not make that type the body's."""
    cells = [replace(word, size=8) for n in range(40) for word in written("cell text", 50 + n, 300 + n, run=900 + n)]
    running = [word for n in range(3) for word in written("one two three four five six seven", 50, 100 + 14 * n)]
    assert type_sizes([[*cells, *running, *larger(written("Heading", 50, 50), 14)]]) == TypeSizes(10, (14,))


def test_sizes_rank_headings() -> None:
    words = [*larger(written("Council", 50, 50), 18), *larger(written("Report", 50, 80), 14)]
    assert texts(words) == [("heading", 1, "Council"), ("heading", 2, "Report")]


def test_a_short_bold_line_is_a_heading_of_the_lowest_rank() -> None:
    bold = [replace(word, bold=True) for word in written("Next steps", 50, 100)]
    assert texts(bold) == [("heading", 3, "Next steps")]


def test_a_label_in_bold_before_its_value_is_no_heading() -> None:
    label = [replace(word, bold=True) for word in written("Date:", 50, 100)]
    assert texts([*label, *written("8 September", 80, 100)]) == [("paragraph", 0, "Date: 8 September")]


def test_lines_of_a_paragraph_are_joined_and_paragraphs_kept_apart() -> None:
    words = [
        *written("the board noted the report and asked", 50, 100),
        *written("for more.", 50, 113),
        *written("the next paragraph begins lower down", 50, 140),
    ]
    assert [text for _, _, text in texts(words)] == [
        "the board noted the report and asked for more.",
        "the next paragraph begins lower down",
    ]


def test_a_dot_drawn_before_a_line_is_its_bullet() -> None:
    words = with_drawn_bullets(written("Report back", 70, 100), [Fill((60, 104, 63, 107), "#000000", round=True)])
    assert texts(words) == [("list_item", 0, "Report back")]
