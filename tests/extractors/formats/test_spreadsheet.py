"""Workbooks, as a person sees them on the screen."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.formatting.rule import CellIsRule, ColorScaleRule, FormulaRule, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle

from extractors import Document, read
from extractors.errors import DamagedPaper
from tests.extractors.formats.office import only_table, part_of, rezipped, shape, told


@pytest.fixture
def book() -> Any:
    return Workbook()


def filled(sheet: Any, *rows: tuple[object, ...], at: tuple[int, int] = (1, 1)) -> None:
    for r, row in enumerate(rows, start=at[0]):
        for c, value in enumerate(row, start=at[1]):
            if value is not None:
                sheet.cell(r, c).value = value


def saved(book: Any, tmp_path: Path) -> Document:
    book.save(tmp_path / "book.xlsx")
    return read(tmp_path / "book.xlsx")


def test_a_title_line_is_told_and_captions_the_table_under_it(book: Any, tmp_path: Path) -> None:
    filled(
        book.active, ("Ashby: scores",), (), (None, "Benchmark", 2022), (1, "Training", 3.0), (2, "Channel Panel", 4)
    )
    book.active.title = "Benchmarks"
    document = saved(book, tmp_path)
    assert shape(document) == ["title: Ashby: scores", "heading: Benchmarks", "table: Ashby: scores"]
    assert only_table(document).rows == (("", "Benchmark", "2022"), ("1", "Training", "3"), ("2", "Channel Panel", "4"))
    assert only_table(document).page is None


def test_empty_rows_and_columns_part_tables(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2022"), ("Ashby", 3))
    filled(book.active, ("Area", "2023"), ("Barrow", 4), at=(1, 4))
    filled(book.active, ("Benchmark", "Score"), ("Training", 2), at=(5, 1))
    assert [table.rows[0] for table in saved(book, tmp_path).tables] == [
        ("Area", "2022"),
        ("Area", "2023"),
        ("Benchmark", "Score"),
    ]


def test_an_empty_row_inside_a_table_does_not_cost_its_header(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2022", "2023"), ("Ashby", 3, 4), (), ("Barrow", 2, 5))
    assert only_table(saved(book, tmp_path)).rows[-1] == ("Barrow", "2", "5")


def test_an_empty_column_between_labels_and_figures_does_not_part_them(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Benchmark", None, "2022", "2023"), ("Training", None, 3, 4))
    assert only_table(saved(book, tmp_path)).rows == (("Benchmark", "2022", "2023"), ("Training", "3", "4"))


def test_merged_cells_repeat_their_text(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "Ashby", None), (None, 2022, 2023), ("Training", 1, 2))
    book.active.merge_cells("B1:C1")
    book.active.merge_cells("A1:A2")
    assert only_table(saved(book, tmp_path)).rows == (
        ("Area", "Ashby", "Ashby"),
        ("Area", "2022", "2023"),
        ("Training", "1", "2"),
    )


def test_numbers_are_printed_as_shown(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("a", "b", "c", "d", "e", "f"), (0.8, 2.5, 3, datetime(2022, 9, 8), True, 1 / 3))
    for column, code in enumerate(("0%", "0.00", '0 "points"', "dd/mm/yyyy", "General", "0.0"), start=1):
        book.active.cell(2, column).number_format = code
    assert only_table(saved(book, tmp_path)).rows[1] == ("80%", "2.50", "3 points", "08/09/2022", "TRUE", "0.3")


def test_hidden_rows_and_columns_are_left_out_and_told(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2021", "2022"), ("Ashby", 9, 3), ("Hidden", 9, 9), ("Barrow", 9, 4))
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["B"].hidden = True
    document = saved(book, tmp_path)
    assert only_table(document).rows == (("Area", "2022"), ("Ashby", "3"), ("Barrow", "4"))
    assert told(document, "hidden_content") == ["2 hidden rows or columns of the sheet 'Sheet' were left out."]


def test_a_hidden_sheet_is_marked_and_told(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Benchmark", "Score"), ("Training", 2))
    filled(book.create_sheet("Old"), ("Benchmark", "Score"), ("Training", 1))
    book["Old"].sheet_state = "hidden"
    document = saved(book, tmp_path)
    assert [table.hidden for table in document.tables] == [False, True]
    assert told(document, "hidden_content") == ["The sheet 'Old' is hidden."]


def test_fills_are_read_plain_and_from_the_theme(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("a", "b", "c"), (1, 2, 3))
    book.active["A2"].fill = PatternFill("solid", fgColor="FFFF0000")
    book.active["B2"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.0))
    cells = only_table(saved(book, tmp_path)).cells
    assert cells[3].fill == "#ff0000"
    assert (cells[4].fill or "").startswith("#")
    assert cells[5].fill is None


def test_struck_and_raised_figures_are_told_apart(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("a", "b", "c"), (2, None, None))
    book.active["A2"].font = Font(strike=True)
    book.active["B2"].value = CellRichText("3", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    book.active["C2"].value = CellRichText(TextBlock(InlineFont(strike=True), "2"), "4")
    cells = only_table(saved(book, tmp_path)).cells
    assert [(cell.text, cell.remark) for cell in cells[3:]] == [
        ("", "struck through: 2"),
        ("3¹", None),
        ("4", "struck through: 2"),
    ]


def test_a_note_under_a_table_is_no_row(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2022"), ("Ashby", 3), ("* excludes the split",))
    document = saved(book, tmp_path)
    assert only_table(document).rows == (("Area", "2022"), ("Ashby", "3"))
    assert shape(document)[-1] == "note: * excludes the split"


def test_a_native_chart_is_read_and_compared_with_the_cells(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2022"), ("Ashby", 3), ("Barrow", 4))
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    chart.set_categories(Reference(book.active, min_col=1, min_row=2, max_row=3))
    book.active.add_chart(chart, "E2")
    charts = [table for table in saved(book, tmp_path).tables if table.method == "chart"]
    assert [[row[1] for row in table.rows] for table in charts] == [["2022", "3", "4"]]


def test_a_formula_without_a_result_is_told(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2022"), ("Ashby", "=1+2"))
    assert len(told(saved(book, tmp_path), "figure_without_data")) == 1


def test_the_day_is_the_one_that_the_file_stores(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2022"), ("Ashby", 3))
    book.properties.created = datetime(2022, 8, 1)
    assert saved(book, tmp_path).created_on == date(2022, 8, 1)
    assert read(rezipped(tmp_path / "book.xlsx", {"docProps/core.xml": b"<a/>"})).created_on is None


def test_a_workbook_without_its_main_part_is_damaged(book: Any, tmp_path: Path) -> None:
    book.save(tmp_path / "book.xlsx")
    with pytest.raises(DamagedPaper, match="Excel file is damaged"):
        read(rezipped(tmp_path / "book.xlsx", {"xl/workbook.xml": None}))


def test_a_workbook_of_the_strict_form_is_read_too(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Area", "2022"), ("Ashby", 3))
    book.save(tmp_path / "book.xlsx")
    strict = {
        name: re.sub(
            rb"http://schemas\.openxmlformats\.org/(officeDocument|spreadsheetml)/2006/",
            rb"http://purl.oclc.org/ooxml/\1/",
            part_of(tmp_path / "book.xlsx", name),
        )
        for name in ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels")
    }
    assert only_table(read(rezipped(tmp_path / "book.xlsx", strict))).rows == (("Area", "2022"), ("Ashby", "3"))


def test_colours_of_simple_conditions_are_fills_and_others_are_told(book: Any, tmp_path: Path) -> None:
    sheet = book.active
    for row in (
        ["Benchmark", "2022", "2023", "RAG", "Rank"],
        ["Training", 1, 2, "Red", 1],
        ["Channel", 5, 4, "Green", 2],
    ):
        sheet.append(row)
    sheet.append(["Board", 3, 3, "Amber", 3])
    red, green = PatternFill(bgColor="FFF8696B"), PatternFill(bgColor="FF63BE7B")
    scale = ColorScaleRule("min", None, "F8696B", "num", 3, "FFEB84", "max", None, "63BE7B")
    sheet.conditional_formatting.add("B2:B4", scale)
    sheet.conditional_formatting.add("C2:C4", CellIsRule("lessThan", ["3"], fill=red))
    sheet.conditional_formatting.add("C2:C4", CellIsRule("between", ["3", "5"], fill=green))
    contains = Rule(type="containsText", operator="containsText", text="Red", dxf=DifferentialStyle(fill=red))
    contains.formula = ['NOT(ISERROR(SEARCH("Red",D2)))']
    sheet.conditional_formatting.add("D2:D4", contains)
    sheet.conditional_formatting.add("E2:E4", FormulaRule(formula=["$B2>2"], fill=red))
    document = saved(book, tmp_path)
    fills = [[cell.fill if cell else None for cell in row[1:]] for row in only_table(document).places[1:]]
    assert fills == [
        ["#f8696b", "#f8696b", "#f8696b", None],
        ["#63be7b", "#63be7b", None, None],
        ["#ffeb84", "#63be7b", None, None],
    ]
    assert told(document, "colour_only") == [
        "Cells of the sheet 'Sheet' take their colours from formulas or ranks, which were not worked out."
    ]


def test_figures_that_nobody_sees_are_left_out_and_told(book: Any, tmp_path: Path) -> None:
    sheet = book.active
    for row in (["Benchmark", "Score", "Tick"], ["Training", 2, "ü"], ["Channel", 3, "û"], ["Board", 4, ""]):
        sheet.append(row)
    sheet["B2"].font = Font(color="FFFFFFFF")
    sheet["B3"].font, sheet["B3"].fill = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F3864")
    sheet["B4"].number_format = ";;;"
    sheet["C2"].font = sheet["C3"].font = Font(name="Wingdings")
    document = saved(book, tmp_path)
    assert [row[1:] for row in only_table(document).rows] == [("Score", "Tick"), ("", "✓"), ("3", "✗"), ("", "")]
    assert told(document, "hidden_content") == ["Figures of the sheet 'Sheet' that nobody sees were left out."]


def test_a_template_of_a_workbook_is_read_too(book: Any, tmp_path: Path) -> None:
    filled(book.active, ("Benchmark", "Score"), ("Training", 2))
    book.save(tmp_path / "book.xlsx")
    kinds = part_of(tmp_path / "book.xlsx", "[Content_Types].xml").replace(b"sheet.main+xml", b"template.main+xml")
    path = rezipped(tmp_path / "book.xlsx", {"[Content_Types].xml": kinds})
    assert only_table(read(path)).rows[1] == ("Training", "2")
