"""Charts drawn to mislead: what the axis or the figures do not prove is told, never passed as a value."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from extractors import Document, Table, read
from tests.hard_cases.pen import Look, Pen, paper
from tests.hard_cases.plots import COLOURS, GREY, Plot, centred, columns, ended, stacked, stroke

AREAS = ("Ashby", "Brentley", "Cawdon", "Denholme", "Elmsford", "Farleigh", "Great Orme")
SCORES = (3, 4, 2, 5, 1, 4, 3)
PLAIN = Plot(80, 190, 540, 380, AREAS, {"2022": SCORES}, legend="none")
BANDS = {"Not met": (1, 2, 1, 3, 1, 2, 4), "Met": (5, 4, 6, 4, 3, 5, 3), "Exceeded": (4, 4, 3, 3, 6, 3, 3)}
PITCH = 460 / 7


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[[Callable[[Pen], object]], Document]:
    """Reads a page that a function draws."""
    return lambda page: read(paper(page)(tmp_path))


Drawn = Callable[[Callable[[Pen], object]], Document]


def charts(document: Document) -> list[Table]:
    return [table for table in document.tables if table.method == "chart"]


def values(table: Table) -> list[str]:
    return [cell.text for cell in table.cells if cell.row and cell.column == 1]


def is_told(document: Document) -> bool:
    return not charts(document) and [notice.kind for notice in document.notices] == ["figure_without_data"]


def axis_of(pen: Pen, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts):
        height = 380 - number * 190 / (len(texts) - 1)
        pen.rule(80, height, 540, height, GREY)
        ended(pen, 74, height + 3, text, 8)


def test_a_measured_value_says_so_and_is_less_sure(drawn: Drawn) -> None:
    (found,) = charts(drawn(lambda pen: columns(pen, PLAIN)))
    measured = [cell for cell in found.cells if cell.row and cell.column]
    assert [cell.text for cell in measured] == list(map(str, SCORES))
    assert {(cell.remark, cell.confidence) for cell in measured} == {("measured against the axis", 0.8)}
    assert all(cell.bbox for cell in measured)


def test_a_read_value_is_sure(drawn: Drawn) -> None:
    (found,) = charts(drawn(lambda pen: columns(pen, replace(PLAIN, labels="tip"))))
    assert {(cell.remark, cell.confidence) for cell in found.cells} == {(None, 1.0)}


def test_an_axis_in_powers_of_ten_proves_nothing(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        heights = [math.log10(value) * 5 / 3 for value in (3, 40, 200, 900, 10, 50, 70)]
        columns(pen, replace(PLAIN, axis=False, series={"Referrals": heights}))
        axis_of(pen, ["1", "10", "100", "1,000"])

    assert is_told(drawn(page))


def test_an_axis_with_a_break_proves_nothing(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        columns(pen, replace(PLAIN, axis=False))
        axis_of(pen, ["0", "10", "20", "100", "110", "120"])

    assert is_told(drawn(page))


def test_figures_that_the_axis_contradicts_are_not_taken(drawn: Drawn) -> None:
    """The bars count referrals, the figures over them are shares of a target."""
    plot = replace(PLAIN, series={"Referrals": (30, 40, 20, 50, 10, 40, 30)}, ticks=range(0, 51, 10))
    assert is_told(drawn(lambda pen: columns(pen, replace(plot, labels="tip", label_pattern="{:g}5%"))))


def test_averages_between_the_steps_are_not_estimated(drawn: Drawn) -> None:
    plot = replace(PLAIN, series={"2022": (2.86, 3.14, 4.0, 2.43, 3.93, 3.07, 1.55)})
    assert is_told(drawn(lambda pen: columns(pen, plot)))


def test_totals_over_stacks_are_no_values_of_a_series(drawn: Drawn) -> None:
    plot = replace(PLAIN, series=BANDS, ticks=range(0, 13, 2), legend="foot")
    (found,) = charts(drawn(lambda pen: stacked(pen, plot, totals=True)))
    assert found.rows[1] == ("Ashby", "1", "5", "4")
    assert "10" not in {cell.text for cell in found.cells}


def test_totals_alone_prove_no_piece_of_a_stack(drawn: Drawn) -> None:
    plot = replace(PLAIN, series=BANDS, ticks=range(0, 13, 2), legend="foot", axis=False, rules=False)
    assert is_told(drawn(lambda pen: stacked(pen, plot, totals=True)))


def test_bars_that_overlap_keep_their_series(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        columns(pen, replace(PLAIN, series={"2022": SCORES}))
        for number, value in enumerate((4, 5, 3, 4, 2, 5, 4)):
            left = 80 + PITCH * (number + 0.2) + 15
            pen.fill(left, 380 - 38 * value, left + PITCH * 0.6, 380, COLOURS[1])
        # the legend names the later series first
        for number, name in enumerate(("2022", "2023")):
            pen.fill(240 - 60 * number, 450, 246 - 60 * number, 456, COLOURS[number])
            pen.text(250 - 60 * number, 456, name, size=8)

    (found,) = charts(drawn(page))
    assert found.rows[:3] == (("", "2022", "2023"), ("Ashby", "3", "4"), ("Brentley", "4", "5"))


def test_a_line_that_no_step_proves_is_told_beside_bars_that_are_read(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        columns(pen, replace(PLAIN, legend="foot"))
        stroke(pen, [(80 + PITCH * (n + 0.5), 380 - 38 * 3.27) for n in range(7)], "#c00000")
        pen.rule(200, 469, 220, 469, "#c00000", 2)
        pen.text(224, 472, "Regional average", size=8)

    document = drawn(page)
    (found,) = charts(document)
    assert found.rows[0] == ("", "2022")
    (notice,) = document.notices
    assert "Regional average" in notice.text


def test_one_bar_of_another_colour_is_of_the_same_series(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        columns(pen, replace(PLAIN, labels="tip"))
        pen.fill(80 + PITCH * 2.2, 380 - 76, 80 + PITCH * 2.8, 380, "#c00000")

    (found,) = charts(drawn(page))
    assert values(found) == list(map(str, SCORES))


def test_bars_with_a_solid_look_are_read_by_their_fronts(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        columns(pen, replace(PLAIN, labels="tip"))
        for number, value in enumerate(SCORES):
            right, top = 80 + PITCH * (number + 0.8), 380 - 38 * value
            side = [(right, 380), (right + 8, 374), (right + 8, top - 6), (right, top)]
            stroke(pen, side, "#2f5597", closed=True, width=0.5)

    (found,) = charts(drawn(page))
    assert values(found) == list(map(str, SCORES))


def test_a_plan_of_work_is_no_chart_of_values(drawn: Drawn) -> None:
    tasks = (("Review the plan", 180), ("Train staff", 120), ("Board report", 60), ("Assurance", 240))

    def page(pen: Pen) -> None:
        for number in range(6):
            centred(pen, 200 + 60 * number, 190, str(2020 + number), 8)
            pen.rule(200 + 60 * number, 195, 200 + 60 * number, 320, GREY)
        for number, (task, length) in enumerate(tasks):
            pen.text(80, 214 + 24 * number, task, size=8)
            pen.fill(200, 205 + 24 * number, 200 + length, 217 + 24 * number, COLOURS[0])

    assert not charts(drawn(page))


def test_a_matrix_of_risks_is_no_chart(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        for row in range(5):
            ended(pen, 140, 373 - 40 * row, str(row + 1), 9)
            centred(pen, 175 + 50 * row, 405, str(row + 1), 9)
            for column in range(5):
                risk = (row + 1) * (column + 1)
                colour = "#c00000" if risk > 14 else "#ffc000" if risk > 6 else "#70ad47"
                pen.fill(150 + 50 * column, 350 - 40 * row, 200 + 50 * column, 390 - 40 * row, colour)
                centred(pen, 175 + 50 * column, 373 - 40 * row, str(risk), 9)

    document = drawn(page)
    assert not charts(document)
    assert document.notices == ()


def test_boxes_of_an_organisation_are_no_chart(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        posts = ("Chief Executive", "Director of Place", "Director of People", "Director of Finance")
        for number, post in enumerate(posts):
            x, y = (240, 200) if number == 0 else (80 + 160 * (number - 1), 260)
            pen.fill(x, y, x + 120, y + 30, COLOURS[0])
            centred(pen, x + 60, y + 18, post, 9, "#ffffff")

    document = drawn(page)
    assert document.tables == ()
    assert document.notices == ()


def test_cells_filled_with_colours_stay_a_table(drawn: Drawn) -> None:
    rows = [["Area", "2021", "2022"], *([area, str(score), "3"] for area, score in zip(AREAS, SCORES, strict=True))]
    fills = {(row, column): COLOURS[(row + column) % 3] for row in range(1, 8) for column in (1, 2)}
    document = drawn(lambda pen: pen.table(60, 200, [120, 60, 60], rows, Look(fills=fills)))
    assert [table.method for table in document.tables] == ["table"]


def test_bars_inside_the_cells_of_a_table_part_no_column(drawn: Drawn) -> None:
    """A workbook's data bars: each as long as the figure in its cell is high."""

    def page(pen: Pen) -> None:
        for number, score in enumerate(SCORES, start=1):
            pen.fill(162, 202 + 17 * number, 162 + 20 * score, 215 + 17 * number, "#9dc3e6")
        rows = [("Area", "Score"), *((area, str(score)) for area, score in zip(AREAS, SCORES, strict=True))]
        pen.table(60, 200, [100, 120], [list(row) for row in rows], Look(room=3.1, size=9, values="right"))

    (found,) = drawn(page).tables
    assert found.rows[:3] == (("Area", "Score"), ("Ashby", "3"), ("Brentley", "4"))


def test_a_pie_is_told(drawn: Drawn) -> None:
    def page(pen: Pen) -> None:
        start = 90.0
        for number, share in enumerate((0.2, 0.5, 0.3)):
            pen.canvas.setFillColor(COLOURS[number])
            pen.canvas.wedge(200, 400, 360, 560, start, -360 * share, stroke=0, fill=1)
            pen.text(380, 300 + 14 * number, f"{('Not met', 'Met', 'Exceeded')[number]} {share:.0%}", size=9)
            start -= 360 * share

    assert is_told(drawn(page))
