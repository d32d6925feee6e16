"""Shapes of table in a PDF: however the cells are shown, the grid comes out as printed."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4, landscape

from tests.support.drawn_pdf import Sheet, draw
from tests.support.reading import only_table, read, texts

LIST = [
    ["", "Benchmark", "Score"],
    ["1", "Risk Assessment", "1"],
    ["2", "Partnership Board", "2"],
    ["3", "Partnership Plan", "1"],
    ["4", "Referral Pathway", "5"],
    ["5", "Channel Panel", "5"],
]
ACROSS = [
    ["Year", "Risk", "Board", "Plan", "Referral", "Channel"],
    ["2022", "4", "5", "5", "4", "5"],
    ["2023", "4", "5", "5", "4", "3"],
]
HEATMAP = [
    ["Area", "Risk", "Board", "Plan", "Referral"],
    ["Ashby", "1", "2", "3", "4"],
    ["Brentley", "5", "4", "3", "2"],
    ["Cawdon", "2", "2", "4", "5"],
    ["Denholme", "3", "1", "5", "4"],
]
COLOURS = {"1": "#f8696b", "2": "#fbaa77", "3": "#ffeb84", "4": "#b1d580", "5": "#63be7b"}
PROSE = [
    "The Board received a report on the duty and on the work of the partnership over the last year,",
    "and was asked to note the position. Members welcomed the progress that had been made and asked",
    "that a further report be brought once the actions set out below had been completed by officers.",
]


def heat_fills(rows: list[list[str]]) -> dict[tuple[int, int], str]:
    return {(r, c): COLOURS[text] for r, row in enumerate(rows) for c, text in enumerate(row) if text in COLOURS}


@pytest.mark.parametrize("rules", ["all", "level", "book"])
def test_a_list_of_benchmarks_with_their_scores(tmp_path: Path, rules: str) -> None:
    """Ruled all round, with level rules only, and with the three rules of a book."""
    paper = draw(tmp_path / "list.pdf", lambda sheet: sheet.grid(70, 200, [30, 200, 60], LIST, rules=rules))
    assert texts(only_table(paper)) == LIST


def test_a_list_without_any_rule(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.lines(70, 100, PROSE)
        sheet.grid(70, 200, [30, 200, 60], LIST, rules="none")
        sheet.lines(70, 360, PROSE)

    assert texts(only_table(draw(tmp_path / "bare.pdf", page))) == LIST


def test_benchmarks_across_and_years_down(tmp_path: Path) -> None:
    paper = draw(tmp_path / "across.pdf", lambda sheet: sheet.grid(50, 150, [80] * 6, ACROSS, centred=True))
    assert texts(only_table(paper)) == ACROSS


@pytest.mark.parametrize("rules", ["all", "none"])
def test_the_fill_of_every_cell_of_a_heatmap_is_kept(tmp_path: Path, rules: str) -> None:
    """With white rules over the fills, and with the fills alone."""
    fills = heat_fills(HEATMAP)
    paper = draw(
        tmp_path / "heat.pdf",
        lambda sheet: sheet.grid(
            60, 150, [90] + [60] * 4, HEATMAP, rules=rules, rule_colour="#ffffff", fills=fills, centred=True
        ),
    )
    table = only_table(paper)
    assert texts(table) == HEATMAP
    assert {(cell.row, cell.column): cell.fill for cell in table.cells if cell.fill} == fills


def test_a_heatmap_of_boxes_with_wide_gaps(tmp_path: Path) -> None:
    """Cards four points apart; areas stand left of them, headings over them."""

    def page(sheet: Sheet) -> None:
        for row, texts_of_row in enumerate(HEATMAP):
            top = 150 + row * 30
            for column, text in enumerate(texts_of_row):
                left = 150 + (column - 1) * 60
                if text in COLOURS:
                    sheet.fill(left, top, left + 54, top + 24, COLOURS[text])
                if column == 0:
                    sheet.text(140, top + 15, text, align="right")
                else:
                    sheet.text(left + 27, top + 15, text, align="centre")

    assert (
        texts(only_table(draw(tmp_path / "cards.pdf", page))) == [["", *HEATMAP[0][1:]], *HEATMAP[1:]]
        or texts(only_table(tmp_path / "cards.pdf")) == HEATMAP
    )


def test_a_cell_in_colour_without_a_digit_keeps_its_colour(tmp_path: Path) -> None:
    rows = [["Area", "Risk", "Board"], ["Ashby", "", ""], ["Brentley", "", ""]]
    fills = {(1, 1): "#ff0000", (1, 2): "#00b050", (2, 1): "#ffc000", (2, 2): "#00b050"}
    paper = draw(tmp_path / "rag.pdf", lambda sheet: sheet.grid(60, 150, [90, 60, 60], rows, fills=fills))
    table = only_table(paper)
    assert {(cell.row, cell.column): cell.fill for cell in table.cells if cell.fill} == fills


@pytest.mark.parametrize("angle", [90, 270])
def test_turned_headings_are_read_in_their_own_direction(tmp_path: Path, angle: int) -> None:
    """One line and two lines, upwards and downwards."""
    heads = [["Risk", "Assessment"], ["Channel Panel"], ["Venue Hire and", "IT Policies"], ["Training"]]

    def page(sheet: Sheet) -> None:
        foot = sheet.grid(60, 220, [90] + [40] * 4, [row[:5] for row in HEATMAP[1:]], centred=True)
        for x in (60, 150, 190, 230, 270, 310):
            sheet.rule(x, 120, x, 220)
        sheet.rule(60, 120, 310, 120)
        sheet.text(64, 200, "Area")
        for number, lines in enumerate(heads):
            for count, line in enumerate(lines):
                middle = 170 + number * 40
                shift = count * 11 - (len(lines) - 1) * 5.5
                if angle == 90:
                    sheet.text(middle + 3 + shift, 215, line, size=9, angle=90)
                else:
                    sheet.text(middle - 3 - shift, 125, line, size=9, angle=270)
        assert foot == 292

    table = only_table(draw(tmp_path / "turned.pdf", page))
    expected = ["Area", "Risk Assessment", "Channel Panel", "Venue Hire and IT Policies", "Training"]
    assert texts(table) == [expected, *HEATMAP[1:]]


def test_slanting_headings_over_a_heatmap(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        rows = [row[1:] for row in HEATMAP[1:]]
        sheet.grid(160, 220, [50] * 4, rows, fills=heat_fills(rows), rules="none", height=24)
        for number, text in enumerate(HEATMAP[0][1:]):
            sheet.text(180 + 50 * number, 214, f"{text} work", size=9, angle=45)
        for number, row in enumerate(HEATMAP[1:]):
            sheet.text(152, 220 + 24 * number + 15, row[0], size=9, align="right")

    expected = [["", *(f"{text} work" for text in HEATMAP[0][1:])], *HEATMAP[1:]]
    assert texts(only_table(draw(tmp_path / "slant.pdf", page))) == expected


def test_a_heading_over_two_columns_keeps_its_span(tmp_path: Path) -> None:
    """Area over year: the merged heading is one cell over both of its columns."""

    def page(sheet: Sheet) -> None:
        sheet.grid(60, 168, [120] + [50] * 4, [["Risk", "1", "2", "3", "4"], ["Channel", "5", "5", "4", "3"]])
        for top, xs in ((132, (60, 180, 280, 380)), (150, (60, 180, 230, 280, 330, 380))):
            sheet.rule(180 if top == 150 else 60, top, 380, top)
            for x in xs:
                sheet.rule(x, top, x, top + 18)
        sheet.text(64, 155, "Benchmark", size=9)
        sheet.text(230, 144, "Ashby", size=9, align="centre")
        sheet.text(330, 144, "Brentley", size=9, align="centre")
        for number, year in enumerate(("2022", "2023", "2022", "2023")):
            sheet.text(205 + 50 * number, 162, year, size=9, align="centre")

    table = only_table(draw(tmp_path / "spans.pdf", page))
    assert texts(table) == [
        ["Benchmark", "Ashby", "Ashby", "Brentley", "Brentley"],
        ["Benchmark", "2022", "2023", "2022", "2023"],
        ["Risk", "1", "2", "3", "4"],
        ["Channel", "5", "5", "4", "3"],
    ]
    ashby = next(cell for cell in table.cells if cell.text == "Ashby")
    assert (ashby.row_span, ashby.column_span) == (1, 2)
    assert next(cell for cell in table.cells if cell.text == "Benchmark").row_span == 2


def test_a_row_label_over_three_rows_keeps_its_span(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        rows = [[year, score] for year, score in (("2021", "1"), ("2022", "2"), ("2023", "4"))]
        sheet.grid(160, 150, [80, 80], rows)
        sheet.frame(60, 150, 160, 204)
        sheet.text(64, 180, "Ashby", size=9)

    table = only_table(draw(tmp_path / "rowspan.pdf", page))
    assert texts(table) == [["Ashby", "2021", "1"], ["Ashby", "2022", "2"], ["Ashby", "2023", "4"]]


def test_striped_rows_without_rules(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        for row in range(0, len(LIST), 2):
            sheet.fill(60, 150 + 18 * row, 350, 168 + 18 * row, "#eeeeee")
        sheet.grid(60, 150, [30, 200, 60], LIST, rules="none")

    assert texts(only_table(draw(tmp_path / "stripes.pdf", page))) == LIST


def test_stripes_made_of_one_fill_a_cell(tmp_path: Path) -> None:
    """A word processor paints every cell of every other row; the rows between have no colour at all."""
    fills = {(row, column): "#f2f2f2" if row else "#d9e2f3" for row in (0, 1, 3, 5) for column in range(3)}

    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [30, 200, 60], LIST, rules="none", fills=fills)
        sheet.rule(60, 168, 350, 168)

    assert texts(only_table(draw(tmp_path / "cells.pdf", page))) == LIST


def test_labels_that_wrap_stay_in_one_row(tmp_path: Path) -> None:
    """Without rules and with level rules: a label on two lines belongs to one score."""
    labels = [
        ("Multi-agency Partnership", "Board with oversight"),
        ("Risk Assessment",),
        ("Venue Hire and", "IT policies"),
    ]

    def page(ruled: bool) -> object:
        def drawn(sheet: Sheet) -> None:
            sheet.text(70, 150, "Benchmark", bold=True)
            sheet.text(300, 150, "2022", bold=True)
            sheet.text(360, 150, "2023", bold=True)
            base = 175
            for number, lines in enumerate(labels):
                if ruled:
                    sheet.rule(66, base - 14, 420, base - 14)
                sheet.lines(70, base, lines, pitch=11)
                sheet.text(305, base, str(number + 1))
                sheet.text(365, base, str(number + 2))
                base += 11 * len(lines) + 12
            if ruled:
                sheet.rule(66, base - 14, 420, base - 14)
                sheet.rule(66, 136, 420, 136)

        return drawn

    expected = [
        ["Benchmark", "2022", "2023"],
        ["Multi-agency Partnership Board with oversight", "1", "2"],
        ["Risk Assessment", "2", "3"],
        ["Venue Hire and IT policies", "3", "4"],
    ]
    for ruled in (True, False):
        paper = draw(tmp_path / f"wrapped{ruled}.pdf", page(ruled))  # type: ignore[arg-type]  # a page is any such function
        assert texts(only_table(paper)) == expected, ruled


def test_rows_without_rules_between_upright_rules(tmp_path: Path) -> None:
    """Columns are ruled, rows are not: the lines of text are the rows."""

    def page(sheet: Sheet) -> None:
        foot = sheet.grid(60, 150, [30, 200, 60], LIST, rules="none", height=14)
        for x in (60, 90, 290, 350):
            sheet.rule(x, 150, x, foot)
        for y in (150, 164, foot):
            sheet.rule(60, y, 350, y)

    assert texts(only_table(draw(tmp_path / "columns.pdf", page))) == LIST


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_page_that_is_shown_turned(tmp_path: Path, rotate: int) -> None:
    """/Rotate: what counts is how the page is shown, and boxes are given so."""

    def page(sheet: Sheet) -> None:
        # the page is stored lying on its side, as wide as it is shown high, and what stands on it is turned back
        if rotate == 90:
            sheet.canvas.translate(sheet.height, 0)
        elif rotate == 180:
            sheet.canvas.translate(sheet.width, sheet.height)
        else:
            sheet.canvas.translate(0, sheet.width)
        sheet.canvas.rotate(rotate)
        sheet.grid(60, 150, [80] * 6, ACROSS)

    table = only_table(draw(tmp_path / "turned.pdf", page, rotate=rotate))
    assert texts(table) == ACROSS
    assert table.bbox == pytest.approx((60, 150, 540, 204), abs=1)


@pytest.mark.parametrize("angle", [90, 270])
def test_a_table_typed_sideways_on_an_upright_page(tmp_path: Path, angle: int) -> None:
    """Read in the direction of its text; the boxes lie on the page as it is shown."""

    def page(sheet: Sheet) -> None:
        canvas = sheet.canvas
        if angle == 90:
            canvas.translate(sheet.width, 0)
            canvas.rotate(90)
        else:
            canvas.translate(0, sheet.height)
            canvas.rotate(270)
        Sheet(canvas, sheet.height, sheet.width).grid(60, 150, [80] * 6, ACROSS)

    table = only_table(draw(tmp_path / "sideways.pdf", page))
    assert texts(table) == ACROSS
    width, height = A4
    expected = (150, height - 540, 204, height - 60) if angle == 90 else (width - 204, 60, width - 150, 540)
    assert table.bbox == pytest.approx(expected, abs=1)


def test_two_tables_side_by_side(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid(40, 150, [150, 50], [row[1:] for row in LIST])
        sheet.grid(320, 150, [150, 50], [["Benchmark", "Score"], ["Training", "3"], ["Venues", "2"]])

    tables = read(draw(tmp_path / "pair.pdf", page)).tables
    assert [texts(table) for table in tables] == [
        [row[1:] for row in LIST],
        [["Benchmark", "Score"], ["Training", "3"], ["Venues", "2"]],
    ]


def test_a_table_inside_a_page_frame(tmp_path: Path) -> None:
    """The frame is no table and does not swallow the one inside."""

    def page(sheet: Sheet) -> None:
        sheet.frame(20, 20, sheet.width - 20, sheet.height - 20)
        sheet.lines(60, 80, PROSE)
        sheet.grid(60, 200, [30, 200, 60], LIST)

    assert texts(only_table(draw(tmp_path / "frame.pdf", page))) == LIST


def test_a_slide_with_a_title_band(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.fill(0, 0, sheet.width, 50, "#1f497d")
        sheet.text(30, 34, "Ashby scores", size=24, bold=True, colour="#ffffff")
        sheet.grid(40, 150, [90] * 6, ACROSS)

    document = read(draw(tmp_path / "slide.pdf", page, size=landscape(A4)))
    assert [texts(table) for table in document.tables] == [ACROSS]
    assert document.tables[0].caption == "Ashby scores"


def test_a_heading_that_runs_over_its_column(tmp_path: Path) -> None:
    """Long headings overlap their neighbours' columns but belong to their own."""
    heads = ["Area", "Multi-agency board", "Partnership plan", "Referral pathway", "Problem solving"]

    def page(sheet: Sheet) -> None:
        rows = [["", "", "", "", ""], *HEATMAP[1:]]
        sheet.grid(60, 150, [90] + [55] * 4, rows)
        for number, head in enumerate(heads):
            sheet.text(64 if number == 0 else 95 + 55 * number + 3, 162, head, size=9)

    table = only_table(draw(tmp_path / "over.pdf", page))
    assert texts(table)[0] == heads


def test_averages_and_a_label_column_on_the_right(tmp_path: Path) -> None:
    rows = [[*row, row[0]] for row in HEATMAP] + [["Average", "2.8", "2.3", "3.8", "3.8", "Average"]]
    paper = draw(tmp_path / "right.pdf", lambda sheet: sheet.grid(40, 150, [80] + [60] * 4 + [80], rows))
    assert texts(only_table(paper)) == rows


def test_two_stacked_tables_that_share_a_width(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [200, 60], [row[1:] for row in LIST])
        sheet.text(60, 290, "Table 2: Another service", bold=True)
        sheet.grid(60, 300, [200, 60], [["Service", "Score"], ["Housing", "3"], ["Waste", "2"]])

    tables = read(draw(tmp_path / "stack.pdf", page)).tables
    assert [len(table.rows) for table in tables] == [6, 3]
    assert tables[1].caption == "Table 2: Another service"


def test_two_tables_with_a_common_edge_and_other_columns(tmp_path: Path) -> None:
    upper = [["Benchmark", "2022", "2023"], ["Risk", "1", "2"], ["Board", "3", "4"]]
    lower = [["Lead", "Due"], ["Police", "March"], ["Council", "June"]]

    def page(sheet: Sheet) -> None:
        foot = sheet.grid(60, 150, [140, 60, 60], upper)
        sheet.grid(60, foot, [100, 160], lower)

    tables = read(draw(tmp_path / "edge.pdf", page)).tables
    assert [texts(table) for table in tables] == [upper, lower]


def test_scores_in_very_narrow_cells_stay_apart(tmp_path: Path) -> None:
    """Neighbouring digits stand no further apart than two words of a text do."""
    rows = [["Area", *"ABCDEFGH"], ["Ashby", *"12345432"], ["Brentley", *"54321234"]]

    def page(sheet: Sheet) -> None:
        sheet.grid(60, 150, [80] + [9] * 8, [[row[0], *[""] * 8] for row in rows])
        for number, row in enumerate(rows):
            for column, text in enumerate(row[1:]):
                sheet.text(144.5 + 9 * column, 162 + 18 * number, text, size=9, align="centre")

    assert texts(only_table(draw(tmp_path / "narrow.pdf", page))) == rows


@pytest.mark.parametrize("rules", ["book", "none"])
def test_headings_over_two_columns_each_without_walls(tmp_path: Path, rules: str) -> None:
    """Area over year: a short name stands over the middle of its two columns and heads both."""
    body = [["Risk work", "1", "2", "3", "4"], ["Channel Panel", "5", "5", "4", "3"], ["Training", "2", "2", "1", "3"]]

    def page(sheet: Sheet) -> None:
        sheet.text(230, 146, "Ashby", size=9, align="centre")
        sheet.text(330, 146, "Brentley", size=9, align="centre")
        sheet.grid(
            60,
            150,
            [120] + [50] * 4,
            [["Benchmark", "2022", "2023", "2022", "2023"], *body],
            rules="none",
            centred=True,
        )
        for y in (135, 168, 222) if rules == "book" else ():
            sheet.rule(60, y, 380, y)

    table = only_table(draw(tmp_path / "over.pdf", page))
    assert texts(table) == [
        ["", "Ashby", "Ashby", "Brentley", "Brentley"],
        ["Benchmark", "2022", "2023", "2022", "2023"],
        *body,
    ]
