"""Which line names a table."""

from extractors.captions import title_above, with_captions
from extractors.document import Block, BlockKind, Table

TABLE = Table(Table.of_texts([["a", "b"]]).cells, page=1, bbox=(60, 200, 300, 260))


def block(text: str, top: float, kind: BlockKind = "paragraph", left: float = 60) -> Block:
    return Block(kind, text, 1, (left, top, left + 200, top + 12), 2 if kind == "heading" else 0)


def caption_among(*parts: Block) -> tuple[str | None, list[str]]:
    found = with_captions([*parts, TABLE])
    table = next(part for part in found if isinstance(part, Table))
    return table.caption, [part.text for part in found if isinstance(part, Block)]


def test_a_numbered_caption_leaves_the_text() -> None:
    assert caption_among(block("Table 1: Scores", 184)) == ("Table 1: Scores", [])


def test_a_heading_names_the_table_and_stays() -> None:
    assert caption_among(block("Action plan", 150, "heading")) == ("Action plan", ["Action plan"])


def test_a_sentence_is_no_caption() -> None:
    assert caption_among(block("The table below shows the score for each area.", 184))[0] is None


def test_a_line_of_the_paper_s_head_is_no_caption() -> None:
    assert caption_among(block("Meeting of 14 June 2022", 184))[0] is None


def test_text_between_hides_a_heading() -> None:
    assert caption_among(block("Scores", 120, "heading"), block("The Board noted the report.", 150))[0] is None


def test_text_of_another_column_is_no_caption() -> None:
    assert caption_among(block("Table 9: Elsewhere", 184, left=320))[0] is None


def test_below_only_a_numbered_line_is_a_caption() -> None:
    assert caption_among(block("Table 2: Scores", 264))[0] == "Table 2: Scores"
    assert caption_among(block("Some other line", 264))[0] is None


def test_the_title_of_a_figure_skips_the_numbers_of_its_axis() -> None:
    blocks = [block("Weighted score", 120, "heading"), block("5", 190)]
    assert title_above((60, 200, 300, 260), blocks) == "Weighted score"


def test_the_title_of_a_figure_is_no_line_of_the_paper_s_head() -> None:
    blocks = [block("Scores by item", 120, "heading"), block("Report to Safer Aldermere Board, 21 June 2023", 180)]
    assert title_above((60, 200, 300, 260), blocks) == "Scores by item"
    assert (
        title_above((60, 200, 300, 260), [blocks[0], block("Scores on 31 March 2023", 180)])
        == "Scores on 31 March 2023"
    )
