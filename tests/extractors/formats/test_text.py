"""Plain text and Markdown as they come out of copy and paste, converters and extracts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors import Document, read
from tests.extractors.formats.office import only_table, shape, texts

Reading = Callable[..., Document]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    def of(text: str | bytes, name: str = "paper.txt") -> Document:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read(path)

    return of


def test_a_pipe_table_has_the_rule_under_its_header_left_out(reading: Reading) -> None:
    found = only_table(reading("| | Benchmark | Score |\n|---|:-:|---|\n| 1 | Channel Panel | 5 |\n"))
    assert found.rows == (("", "Benchmark", "Score"), ("1", "Channel Panel", "5"))
    assert found.method == "table"
    assert found.page is None


def test_a_pipe_table_needs_neither_rule_nor_outer_pipes(reading: Reading) -> None:
    assert only_table(reading("Benchmark | Score\nTraining | 2\n")).rows == (("Benchmark", "Score"), ("Training", "2"))


def test_an_escaped_pipe_is_printed(reading: Reading) -> None:
    assert only_table(reading("| Benchmark | Score |\n|--|--|\n| Venue \\| IT | 3 |\n")).rows[1] == ("Venue | IT", "3")


def test_rows_of_a_pipe_table_are_filled_up(reading: Reading) -> None:
    assert only_table(reading("| A | B | C |\n|--|--|--|\n| x | 1 |\n")).rows[1] == ("x", "1", "")


def test_marks_of_stress_go_and_note_marks_stay(reading: Reading) -> None:
    found = only_table(reading("| **Benchmark** | Score |\n|--|--|\n| *Training* | 3* |\n| Channel_Panel | 4* |\n"))
    assert found.rows == (("Benchmark", "Score"), ("Training", "3*"), ("Channel_Panel", "4*"))


def test_a_struck_score_is_no_score_but_is_told(reading: Reading) -> None:
    found = only_table(reading("| Benchmark | Score |\n|--|--|\n| Training | ~~2~~ 3 |\n"))
    assert found.rows[1] == ("Training", "3")
    assert found.cells[-1].remark == "struck through: 2"


def test_a_page_number_in_the_last_header_of_a_tab_table_is_furniture(reading: Reading) -> None:
    document = reading("Year\tTraining\tCommunications\t55\n2022\t3\t2\t\n2023\t3\t3\t\n")
    assert only_table(document).rows[0] == ("Year", "Training", "Communications")
    assert texts(document, "furniture") == ["55"]


def test_a_number_over_a_filled_column_stays_its_header(reading: Reading) -> None:
    document = reading("Benchmark\t2022\t2023\nTraining\t3\t4\nChannel Panel\t\t5\n")
    assert only_table(document).rows[0] == ("Benchmark", "2022", "2023")
    assert texts(document, "furniture") == []


def test_columns_set_with_blanks_become_a_table(reading: Reading) -> None:
    document = reading(
        "Benchmark                         Score\n"
        "---------------------------------------\n"
        "1  Risk Assessment                    1\n"
        "2  Multi Agency Partnership Board     2\n"
        "3  Channel Panel                      5\n"
    )
    assert [row[-1] for row in only_table(document).rows] == ["Score", "1", "2", "5"]
    assert [row[-2] for row in only_table(document).rows[1:]][1].endswith("Multi Agency Partnership Board")


def test_a_label_that_runs_on_belongs_to_its_row(reading: Reading) -> None:
    document = reading(
        "  Benchmark                    2022    2023\n"
        "  Risk Assessment                 4       5\n"
        "  Prevent problem-solving\n"
        "Channel\n"
    )
    assert document.tables == ()
    document = reading(
        "  Benchmark                    2022    2023\n"
        "  Risk Assessment                 4       5\n"
        "  Multi Agency                    3       2\n"
        "  Partnership Board\n"
        "  Channel Panel                   2       2\n"
    )
    assert only_table(document).rows[2] == ("Multi Agency Partnership Board", "3", "2")


def test_prose_with_double_blanks_is_no_table(reading: Reading) -> None:
    document = reading(
        "The Board met twice.  It received the profile.  Nothing else was said.\n"
        "A second report will come.  Members asked for it in good time.\n"
        "Training went on.  Officers thanked the partners.\n"
    )
    assert document.tables == ()


def test_headings_come_with_hashes_underlines_and_numbers(reading: Reading) -> None:
    document = reading("# One\n\nTwo\n---\n\nThree\n===\n\n4. Four\n\n- 4.1 Text of the paragraph.\n")
    assert [(block.text, block.level) for block in document.blocks if block.kind == "heading"] == [
        ("One", 1),
        ("Two", 2),
        ("Three", 1),
        ("4. Four", 2),
    ]


def test_a_numbered_list_is_no_row_of_headings(reading: Reading) -> None:
    close = reading("1. Local authorities\n2. Schools\n3. Prisons\n")
    wide = reading("1. Local authorities\n\n2. Schools\n\n3. Prisons\n")
    assert {block.kind for block in (*close.blocks, *wide.blocks)} == {"list_item"}


def test_a_lone_number_is_the_page_number(reading: Reading) -> None:
    document = reading("# Scores\n\nThe scores follow.\n\n52\n\nPage 3 of 9\n\nThey rose.\n")
    assert texts(document, "furniture") == ["52", "Page 3 of 9"]


def test_a_named_picture_is_told_with_its_name(reading: Reading) -> None:
    assert shape(reading("# Heatmap\n\n![Weighted scores](heat.png)\n")) == [
        "heading: Heatmap",
        "picture: Weighted scores",
    ]


def test_a_hole_under_a_heading_is_a_lost_picture(reading: Reading) -> None:
    document = reading("# Regional Heatmap\n\n\n \n\\*Excludes one area\n")
    assert shape(document) == ["heading: Regional Heatmap", "picture: ", "paragraph: *Excludes one area"]


def test_a_hole_under_a_sentence_or_a_labelled_line_is_only_a_hole(reading: Reading) -> None:
    document = reading("Date: 8 September 2022\n\n\n\n\nThe scores are final.\n\n\n\n\nThey stand.\n")
    assert texts(document, "picture") == []


def test_lines_of_one_paragraph_are_joined_and_labelled_lines_are_not(reading: Reading) -> None:
    document = reading(
        "Briefing to: Safer Ashby Partnership\nDate: 8 September 2022\n\n"
        "The purpose of this report is to tell members of the partnership\nabout the scores.\n"
    )
    assert texts(document, "paragraph") == [
        "Briefing to: Safer Ashby Partnership",
        "Date: 8 September 2022",
        "The purpose of this report is to tell members of the partnership about the scores.",
    ]


def test_form_feeds_count_pages(reading: Reading) -> None:
    document = reading("First page\n\fBenchmark\tScore\nTraining\t2\n\f")
    assert document.pages == 2
    assert only_table(document).page == 2
    assert {found.page for found in only_table(document).cells} == {2}


def test_a_numbered_caption_goes_to_its_table(reading: Reading) -> None:
    document = reading("Table 1: Scores 2022\n\n| Benchmark | Score |\n|--|--|\n| Training | 2 |\n")
    assert shape(document) == ["table: Table 1: Scores 2022"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_usual_encoding_is_read(reading: Reading, encoding: str) -> None:
    document = reading("Scores – the Council’s own view of the matter\n".encode(encoding))
    assert texts(document, "paragraph") == ["Scores – the Council’s own view of the matter"]


def test_odd_spaces_hyphens_and_ligatures_are_made_plain(reading: Reading) -> None:
    document = reading("Multi\u2011Agency\u00a0Part\u00adnership of\ufb01ce\u200b\n")
    assert texts(document, "paragraph") == ["Multi-Agency Partnership office"]


def test_the_words_of_a_quotation_or_link_are_kept(reading: Reading) -> None:
    document = reading("> See the [duty toolkit \\(guidance\\)](https://example.org/a_(b)) for more.\n", "paper.md")
    assert texts(document, "paragraph") == ["See the duty toolkit (guidance) for more."]
    assert document.media_type == "text/markdown"


def test_rows_between_rules_may_have_several_lines(reading: Reading) -> None:
    document = reading(
        "+--------------+-------+\n| Benchmark    | Score |\n+==============+=======+\n| Multi Agency | 2     |\n"
        "| Board        |       |\n+--------------+-------+\n| Training     | 3     |\n+--------------+-------+\n"
    )
    assert only_table(document).rows == (("Benchmark", "Score"), ("Multi Agency Board", "2"), ("Training", "3"))


def test_a_table_drawn_with_box_characters_is_read(reading: Reading) -> None:
    document = reading(
        "┌───────────┬───────┐\n│ Benchmark │ Score │\n├───────────┼───────┤\n│ Training  │ 3     │\n"
        "│ Channel   │ 4     │\n└───────────┴───────┘\n"
    )
    assert only_table(document).rows == (("Benchmark", "Score"), ("Training", "3"), ("Channel", "4"))


def test_a_sign_inside_a_line_is_no_quotation(reading: Reading) -> None:
    assert texts(reading("A score > 3 is above the duty.\n"), "paragraph") == ["A score > 3 is above the duty."]


def test_a_table_with_a_cell_on_each_line_is_told_from_its_counting(reading: Reading) -> None:
    rows = [("1", "Risk Assessment", "4"), ("2", "Training", "2"), ("3", "Channel Panel", "5"), ("4", "Comms", "3")]
    cells = "\n".join(text for row in rows for text in row)
    document = reading(f"The scores were agreed in June.\n\nBenchmark\nScore\n{cells}\n\nOfficers will report back.\n")
    assert only_table(document).rows == (("", "Benchmark", "Score"), *rows)
    assert texts(document, "paragraph") == ["The scores were agreed in June.", "Officers will report back."]
    assert {cell.confidence for cell in only_table(document).cells} == {0.9}


def test_a_table_with_a_cell_on_each_line_is_told_from_its_rhythm(reading: Reading) -> None:
    rows = [("Risk Assessment", "4", "5"), ("Training", "2", "N/A"), ("Channel Panel", "5", "5"), ("Comms", "3", "1")]
    cells = "\n\n".join(text for row in rows for text in row)
    document = reading(f"# Scores\n\nBenchmark\n\n2022\n\n2023\n\n{cells}\n\n55\n\n# Next\n")
    assert only_table(document).rows == (("Benchmark", "2022", "2023"), *rows)
    assert texts(document, "furniture") == ["55"]


def test_short_lines_without_figures_are_no_table(reading: Reading) -> None:
    assert reading("Ashby\nBarrow\nColey\nDunham\nEaton\nFarley\nGorton\nHale\nIden\nJarrow\n").tables == ()


def test_a_text_of_separated_fields_is_one_table(reading: Reading) -> None:
    document = reading('Benchmark,Score\n"Venue Hire, IT",3\nTraining,2\n')
    assert only_table(document).rows == (("Benchmark", "Score"), ("Venue Hire, IT", "3"), ("Training", "2"))
    assert document.media_type == "text/csv"
    assert reading("First, we met.\nThen, we left.\nNobody spoke at all.\n").tables == ()


def test_a_line_for_each_paragraph_is_not_run_together(reading: Reading) -> None:
    long = "This report tells members how the Council and its partners meet the duty, with the scores that were agreed."
    document = reading(f"{long}\nRecommendation\n{long}\n")
    assert texts(document, "paragraph") == [long, "Recommendation", long]
