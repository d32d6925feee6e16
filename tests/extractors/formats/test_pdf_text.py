"""What is text and what is not in a PDF: marks, stamps, struck and hidden words, wrapped words, blocks."""

from pathlib import Path

import pytest

from extractors.document import Block
from tests.support.drawn_pdf import Sheet, draw
from tests.support.reading import only_table, read, texts

ACROSS = [["Year", "Risk", "Board", "Plan"], ["2022", "4", "5", "2"], ["2023", "4", "5", "3"]]
PROSE = [
    "The Board received a report on the duty and on the work of the partnership over the last year,",
    "and was asked to note the position. Members welcomed the progress that had been made and asked",
    "that a further report be brought once the actions set out below had been completed by officers.",
]


def kinds(blocks: tuple[Block, ...], kind: str) -> list[str]:
    return [block.text for block in blocks if block.kind == kind]


def test_a_pack_stamp_inside_a_cell_is_furniture(tmp_path: Path) -> None:
    """The stamp counts the pages, at the same place on each of them; there it stands in a heading cell."""

    def page(number: int, *, table: bool) -> object:
        def drawn(sheet: Sheet) -> None:
            if table:
                sheet.grid(60, 150, [80] * 4, ACROSS)
            else:
                sheet.lines(60, 100, PROSE)
            sheet.text(350, 162, str(53 + number), size=9)

        return drawn

    pages = [page(number, table=number == 2) for number in range(5)]
    document = read(draw(tmp_path / "stamp.pdf", *pages))  # type: ignore[arg-type]  # a page is any such function
    assert [texts(table) for table in document.tables] == [ACROSS]
    assert kinds(document.blocks, "furniture") == ["53", "54", "55", "56", "57"]


def test_scores_that_happen_to_grow_from_page_to_page_stay_scores(tmp_path: Path) -> None:
    """One authority a page, the same table on each: 2, 3 and 4 in one place are no page numbers."""

    def page(number: int) -> object:
        def drawn(sheet: Sheet) -> None:
            sheet.text(60, 120, f"Scores of area {'ABC'[number]}", size=16, bold=True)
            sheet.grid(60, 150, [200, 60], [["Benchmark", "Score"], ["Risk", str(2 + number)], ["Board", "5"]])

        return drawn

    document = read(draw(tmp_path / "grow.pdf", *(page(n) for n in range(3)), page(0)))  # type: ignore[arg-type]  # as above
    assert [table.rows[1][1] for table in document.tables] == ["2", "3", "4", "2"]


def test_running_heads_and_page_numbers_are_furniture(tmp_path: Path) -> None:
    def page(number: int) -> object:
        def drawn(sheet: Sheet) -> None:
            sheet.text(60, 40, "Safer Communities Board - public pack")
            sheet.lines(60, 100 + 20 * number, PROSE)
            sheet.text(290, 815, f"Page {number} of 3")

        return drawn

    document = read(draw(tmp_path / "heads.pdf", *(page(n) for n in (1, 2, 3))))  # type: ignore[arg-type]  # as above
    assert kinds(document.blocks, "furniture").count("Safer Communities Board - public pack") == 3
    assert kinds(document.blocks, "paragraph") == [" ".join(PROSE)] * 3


def test_text_struck_twice_counts_once(tmp_path: Path) -> None:
    """Fake bold: every letter again, a third of a point to the right."""

    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [80] * 4, ACROSS)
        sheet.grid(60.3, 150, [80] * 4, ACROSS, rules="none")

    assert texts(only_table(draw(tmp_path / "bold.pdf", page))) == ACROSS


def test_text_that_nobody_sees_is_left_out(tmp_path: Path) -> None:
    """White on white, in the colour of its cell, in an invisible mode, and beyond the page's edge."""

    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [80] * 4, ACROSS, fills={(1, 1): "#63be7b"})
        sheet.text(165, 198, "9", colour="#ffffff")
        sheet.text(165, 180, "8", colour="#63be7b")
        sheet.text(245, 198, "7", mode=3)
        sheet.text(-40, 198, "6")
        sheet.text(60, 300, "secret remark", mode=3)

    document = read(draw(tmp_path / "hidden.pdf", page))
    assert [texts(table) for table in document.tables] == [ACROSS]
    assert not any("secret" in block.text and not block.hidden for block in document.blocks)
    assert [notice.kind for notice in document.notices] == ["hidden_content"]


def test_white_text_on_a_dark_cell_is_read(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [80] * 4, [["", "", "", ""], *ACROSS[1:]], fills={(0, n): "#1f497d" for n in range(4)})
        for number, text in enumerate(ACROSS[0]):
            sheet.text(64 + 80 * number, 162, text, size=9, colour="#ffffff", bold=True)

    assert texts(only_table(draw(tmp_path / "dark.pdf", page))) == ACROSS


def test_a_struck_out_score_is_told_and_not_read(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [80] * 4, [*ACROSS[:2], ["2023", "4", "", "3"]])
        sheet.text(224, 198, "2", size=9)
        sheet.rule(223, 195, 230, 195)
        sheet.text(236, 198, "5", size=9)

    table = only_table(draw(tmp_path / "struck.pdf", page))
    assert texts(table) == ACROSS
    assert [cell.remark for cell in table.cells if cell.remark] == ["struck through: 2"]


def test_a_note_mark_after_a_score_is_not_a_digit_of_it(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [80] * 4, [*ACROSS[:2], ["2023", "4", "5", ""]])
        sheet.text(304, 198, "3", size=9)
        sheet.text(309.2, 194.5, "2", size=5.5)

    assert only_table(draw(tmp_path / "note.pdf", page)).rows[2] == ("2023", "4", "5", "3²")


def test_decorated_scores_come_as_printed(tmp_path: Path) -> None:
    rows = [
        ["Benchmark", "Score"],
        *([f"Item {n}", text] for n, text in enumerate(["3*", "5/5", "2.5", "N/A", "–", ">= 3", "Met"])),
    ]
    table = only_table(draw(tmp_path / "marks.pdf", lambda sheet: sheet.grid(60, 150, [200, 80], rows)))
    assert texts(table) == rows


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("Assessme", "nt"), "Assessment"),
        (("Communi", "cations"), "Communications"),
        (("Problem-", "solving"), "Problem-solving"),
        (("Direction", "of travel"), "Direction of travel"),
        (("Risk", "Assessment"), "Risk Assessment"),
        (("Actions", "open"), "Actions open"),
    ],
)
def test_a_word_cut_by_its_cell_is_made_whole(tmp_path: Path, lines: tuple[str, str], text: str) -> None:
    """A word processor cuts a word only where it alone is wider than the cell."""

    def page(sheet: Sheet) -> None:
        width = sheet.canvas.stringWidth(max(lines, key=len), "Helvetica", 9) + 8
        sheet.grid(60, 150, [80, width, width], [["", "", ""], ["2022", "4", "5"]], height=30)
        sheet.lines(144, 161, lines, pitch=11, size=9)
        sheet.text(144 + width, 165, "Plan", size=9)
        sheet.text(64, 165, "Year", size=9)

    assert only_table(draw(tmp_path / "cut.pdf", page)).rows[0] == ("Year", text, "Plan")


def test_the_paper_itself_is_the_witness_for_a_cut_word(tmp_path: Path) -> None:
    """'Partner' and 'ship' are words too; the prose of the paper writes 'partnership'."""

    def page(sheet: Sheet) -> None:
        sheet.lines(60, 60, PROSE)
        sheet.grid(60, 150, [80, 45, 45], [["", "", ""], ["2022", "4", "5"]], height=30)
        sheet.lines(144, 161, ("Partner", "ship"), pitch=11, size=9)
        sheet.text(190, 165, "Plan", size=9)
        sheet.text(64, 165, "Year", size=9)

    assert only_table(draw(tmp_path / "witness.pdf", page)).rows[0] == ("Year", "Partnership", "Plan")


def test_headings_paragraphs_and_list_items(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(60, 60, "Ashby Borough Council", size=18, bold=True)
        sheet.text(60, 90, "Prevent duty update", size=14, bold=True)
        sheet.text(60, 110, "Date:", bold=True)
        sheet.text(90, 110, "8 September 2022")
        sheet.lines(60, 140, PROSE)
        sheet.text(60, 200, "Next steps", bold=True)
        for number, step in enumerate(("Complete the review.", "Report back in six months.")):
            sheet.text(70, 220 + 14 * number, "•")
            sheet.text(84, 220 + 14 * number, step)

    blocks = read(draw(tmp_path / "blocks.pdf", page)).blocks
    assert [(block.kind, block.level, block.text) for block in blocks] == [
        ("heading", 1, "Ashby Borough Council"),
        ("heading", 2, "Prevent duty update"),
        ("paragraph", 0, "Date: 8 September 2022"),
        ("paragraph", 0, " ".join(PROSE)),
        ("heading", 3, "Next steps"),
        ("list_item", 0, "Complete the review."),
        ("list_item", 0, "Report back in six months."),
    ]


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left column line {word} of some prose" for word in ("one", "two", "three", "four", "five", "six")]
    right = [line.replace("left", "right") for line in left]

    def page(sheet: Sheet) -> None:
        sheet.lines(60, 100, left)
        sheet.lines(320, 100, right)

    document = read(draw(tmp_path / "columns.pdf", page))
    assert document.tables == ()
    assert " ".join(kinds(document.blocks, "paragraph")) == " ".join(left + right)


def test_a_caption_above_and_one_below(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.lines(60, 60, PROSE)
        sheet.text(60, 140, "Table 1: Scores of Ashby")
        sheet.grid(60, 150, [80] * 4, ACROSS)
        sheet.lines(60, 240, PROSE)
        foot = sheet.grid(60, 310, [80] * 4, ACROSS)
        sheet.text(60, foot + 12, "Table 2: Scores of Brentley")

    document = read(draw(tmp_path / "captions.pdf", page))
    assert [table.caption for table in document.tables] == ["Table 1: Scores of Ashby", "Table 2: Scores of Brentley"]
    assert not any("Table" in block.text for block in document.blocks)


def test_bullets_that_are_drawn_make_list_items(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        for number, step in enumerate(("Complete the review", "Report back", "Hold a workshop")):
            sheet.canvas.circle(63, sheet.height - 97 - 14 * number, 1.5, stroke=0, fill=1)
            sheet.text(74, 100 + 14 * number, step)

    assert kinds(read(draw(tmp_path / "dots.pdf", page)).blocks, "list_item") == [
        "Complete the review",
        "Report back",
        "Hold a workshop",
    ]


def test_covered_and_clipped_text_is_left_out(tmp_path: Path) -> None:
    """A patch painted over an old score, and a score beyond the frame it is clipped to."""

    def page(sheet: Sheet) -> None:
        sheet.lines(60, 60, PROSE)
        sheet.grid(60, 150, [80] * 4, [*ACROSS[:2], ["2023", "4", "5", ""]])
        sheet.text(304, 198, "9", size=9)
        sheet.fill(302, 188, 320, 202, "#ffffff")
        sheet.text(330, 198, "3", size=9)
        sheet.canvas.saveState()
        path = sheet.canvas.beginPath()
        path.rect(0, 0, 10, 10)
        sheet.canvas.clipPath(path, stroke=0)
        sheet.text(344, 180, "8", size=9)
        sheet.canvas.restoreState()

    document = read(draw(tmp_path / "covered.pdf", page))
    assert [texts(table) for table in document.tables] == [ACROSS]
    assert [notice.kind for notice in document.notices] == ["hidden_content"]


def test_cards_keep_a_label_and_its_figure_together(tmp_path: Path) -> None:
    """Boxes side by side, filled or framed: each is a text of its own, none a table."""
    labels = ["Risk assessment", "Channel Panel", "Training", "Venue hire", "Plan", "Communications"]

    def page(filled: bool) -> object:
        def drawn(sheet: Sheet) -> None:
            sheet.text(60, 80, "Scores of Ashby", size=18, bold=True)
            for number, label in enumerate(labels):
                left, top = 60 + 160 * (number % 3), 120 + 90 * (number // 3)
                if filled:
                    sheet.fill(left, top, left + 140, top + 70, "#dce6f1")
                else:
                    sheet.frame(left, top, left + 140, top + 70)
                sheet.text(left + 70, top + 25, label, align="centre")
                sheet.text(left + 70, top + 55, str(1 + number % 5), size=24, bold=True, align="centre")
            sheet.lines(60, 330, PROSE)

        return drawn

    for filled in (True, False):
        document = read(draw(tmp_path / f"cards{filled}.pdf", page(filled)))  # type: ignore[arg-type]  # as above
        assert document.tables == ()
        assert [block.text for block in document.blocks] == [
            "Scores of Ashby",
            *(f"{label} {1 + number % 5}" for number, label in enumerate(labels)),
            " ".join(PROSE),
        ]
