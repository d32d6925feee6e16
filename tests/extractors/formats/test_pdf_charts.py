"""Bar charts drawn in a PDF: read where labels prove every value, told where they do not, never a false table."""

from collections.abc import Sequence
from pathlib import Path

from tests.support.drawn_pdf import Sheet, draw
from tests.support.reading import read, texts

AREAS = ["Ashby", "Brentley", "Cawdon", "Denholme"]
FIRST, SECOND = [2.86, 2.57, 3.93, 3.07], [3.14, 2.86, 4.0, 2.43]
BLUE, RED = "#4f81bd", "#c0504d"


def axis(sheet: Sheet) -> None:
    """Five levels from 0 to 5 at 40 points each, the base line at 400."""
    for number in range(6):
        sheet.rule(80, 400 - 40 * number, 500, 400 - 40 * number, width=0.3, colour="#cccccc")
        sheet.text(74, 403 - 40 * number, str(number), size=8, align="right")


def columns(
    sheet: Sheet,
    values: Sequence[float],
    *,
    shift: float = 0,
    colour: str = BLUE,
    labelled: bool = True,
    wrong: int = -1,
) -> None:
    for number, value in enumerate(values):
        left = 100 + 100 * number + shift
        sheet.fill(left, 400 - 40 * value, left + 26, 400, colour)
        if labelled:
            label = value + 1 if number == wrong else value
            sheet.text(left + 13, 396 - 40 * value, f"{label:.2f}", size=8, align="centre")


def names(sheet: Sheet, *, angle: int = 0) -> None:
    for number, area in enumerate(AREAS):
        middle = 126 + 100 * number
        if angle:
            sheet.text(middle + 3, 408, area, size=8, angle=angle, align="right")
        else:
            sheet.text(middle, 412, area, size=8, align="centre")


def test_columns_with_labels_are_read(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(80, 150, "Weighted score by area", size=14, bold=True)
        axis(sheet)
        columns(sheet, FIRST)
        for number, area in enumerate(AREAS):
            sheet.text(113 + 100 * number, 412, area, size=8, align="centre")

    document = read(draw(tmp_path / "chart.pdf", page))
    (table,) = document.tables
    assert table.method == "chart"
    assert table.caption == "Weighted score by area"
    assert texts(table) == [
        ["", "Weighted score by area"],
        *([area, f"{value:.2f}"] for area, value in zip(AREAS, FIRST, strict=True)),
    ]
    assert document.notices == ()
    value = next(cell for cell in table.cells if cell.text == "3.93")
    assert value.bbox is not None
    assert 300 < value.bbox[0] < 340


def test_two_series_are_told_apart_by_the_legend(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        axis(sheet)
        columns(sheet, FIRST)
        columns(sheet, SECOND, shift=26, colour=RED)
        names(sheet, angle=45)
        for x, colour, name in ((180, BLUE, "2021/22"), (260, RED, "2022/23")):
            sheet.fill(x, 480, x + 7, 487, colour)
            sheet.text(x + 10, 487, name, size=8)

    (table,) = read(draw(tmp_path / "two.pdf", page)).tables
    rows = [[area, f"{a:.2f}", f"{b:.2f}"] for area, a, b in zip(AREAS, FIRST, SECOND, strict=True)]
    assert texts(table) == [["", "2021/22", "2022/23"], *rows]


def test_lying_bars_are_read(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.text(100, 150, "Benchmarks met or exceeded", size=14, bold=True)
        for number, (area, share) in enumerate(zip(AREAS, (60, 70, 90, 45), strict=True)):
            top = 200 + 30 * number
            sheet.fill(160, top, 160 + 3 * share, top + 14, BLUE)
            sheet.text(154, top + 10, area, size=8, align="right")
            sheet.text(163 + 3 * share, top + 10, f"{share}%", size=8)
        for number in range(0, 101, 20):
            sheet.text(160 + 3 * number, 330, f"{number}%", size=8, align="centre")

    (table,) = read(draw(tmp_path / "bars.pdf", page)).tables
    assert texts(table)[1:] == [["Ashby", "60%"], ["Brentley", "70%"], ["Cawdon", "90%"], ["Denholme", "45%"]]


def told(tmp_path: Path, page: object) -> None:
    document = read(draw(tmp_path / "told.pdf", page))  # type: ignore[arg-type]  # a page is any such function
    assert [texts(table) for table in document.tables] == []
    assert [(notice.kind, notice.page) for notice in document.notices] == [("figure_without_data", 1)]


def test_columns_without_labels_are_told(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        axis(sheet)
        columns(sheet, FIRST, labelled=False)
        names(sheet)

    told(tmp_path, page)


def test_a_label_that_does_not_fit_its_bar_spoils_the_proof(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        axis(sheet)
        columns(sheet, FIRST, wrong=2)
        names(sheet)

    told(tmp_path, page)


def test_a_stack_of_bars_is_told(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        columns(sheet, FIRST)
        for number, value in enumerate(FIRST):
            left = 100 + 100 * number
            sheet.fill(left, 400 - 40 * value - 30, left + 26, 400 - 40 * value, RED)
        names(sheet)

    told(tmp_path, page)


def test_two_series_without_a_legend_are_told(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        axis(sheet)
        columns(sheet, FIRST)
        columns(sheet, SECOND, shift=26, colour=RED)
        names(sheet)

    told(tmp_path, page)


def test_lines_of_shaded_text_are_no_chart(tmp_path: Path) -> None:
    """A word processor shades a paragraph line by line: boxes of one height and many widths."""
    lines = [
        "The Board noted the report and thanked",
        "officers for their work over",
        "the last year of this plan, in 3 areas",
    ]

    def page(sheet: Sheet) -> None:
        for number, line in enumerate(lines * 3):
            sheet.fill(60, 100 + 14 * number, 64 + 5 * len(line), 114 + 14 * number, "#d9e2f3")
            sheet.text(60, 110 + 14 * number, line)

    document = read(draw(tmp_path / "shaded.pdf", page))
    assert document.notices == ()
    assert document.tables == ()
