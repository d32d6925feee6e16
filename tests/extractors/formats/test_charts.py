"""Chart parts as the programs write them, cut down to what carries values."""

from collections.abc import Sequence
from datetime import date

import pytest

from extractors.document import Notice, Table
from extractors.formats.charts import read_chart

C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def points(values: Sequence[object]) -> str:
    listed = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(values) if v is not None)
    return f'<c:ptCount val="{len(values)}"/>{listed}'


def words(values: Sequence[object]) -> str:
    return f"<c:cat><c:strRef><c:strCache>{points(values)}</c:strCache></c:strRef></c:cat>"


def figures(values: Sequence[object], code: str = "General", reference: str = "") -> str:
    where = f"<c:f>{reference}</c:f>" if reference else ""
    cache = f"<c:numCache><c:formatCode>{code}</c:formatCode>{points(values)}</c:numCache>"
    return f"<c:val><c:numRef>{where}{cache}</c:numRef></c:val>"


def series(name: str, inside: str, order: int = 0) -> str:
    named = f"<c:tx><c:strRef><c:strCache>{points([name])}</c:strCache></c:strRef></c:tx>" if name else ""
    return f'<c:ser><c:order val="{order}"/>{named}{inside}</c:ser>'


def chart(inside: str, title: str = "", kind: str = "barChart") -> bytes:
    rich = f"<c:title><c:tx><c:rich><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx></c:title>" if title else ""
    plot = f"<c:plotArea><c:{kind}>{inside}</c:{kind}></c:plotArea>"
    return f"<c:chartSpace {C} {A}><c:chart>{rich}{plot}</c:chart></c:chartSpace>".encode()


def only(found: list[Table | Notice]) -> Table:
    (table,) = found
    assert isinstance(table, Table)
    return table


def test_series_are_columns_and_categories_are_rows() -> None:
    areas = words(["Ashby", "Barrow"])
    two = series("2023", areas + figures([3, 4]), 1) + series("2022", areas + figures([1, 2]), 0)
    found = only(read_chart(chart(two, "Weighted score")))
    assert found.rows == (("", "2022", "2023"), ("Ashby", "1", "3"), ("Barrow", "2", "4"))
    assert (found.method, found.caption) == ("chart", "Weighted score")


def test_a_missing_point_stays_empty_in_its_place() -> None:
    found = only(read_chart(chart(series("2022", words(["a", "b", "c"]) + figures([1, None, 3])))))
    assert [row[1] for row in found.rows] == ["2022", "1", "", "3"]


def test_the_only_series_of_a_chart_without_a_title_is_its_caption() -> None:
    assert only(read_chart(chart(series("Score", words(["a"]) + figures([1]))))).caption == "Score"


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        ("0.7", "0%", "70%"),
        ("0.666666666", "0.0%", "66.7%"),
        ("3", "0.00", "3.00"),
        ("3.0", "General", "3"),
        ("3.4000000000000004", "General", "3.4"),
        ("1234.5", "#,##0.0", "1,234.5"),
        ("2.5", "0.0;-0.0", "2.5"),
        ("#N/A", "General", ""),
    ],
)
def test_values_are_printed_by_their_format(value: str, code: str, shown: str) -> None:
    assert only(read_chart(chart(series("s", words(["a"]) + figures([value], code))))).rows[1][1] == shown


def test_the_format_of_printed_labels_comes_before_that_of_the_cells() -> None:
    labels = '<c:dLbls><c:numFmt formatCode="0%" sourceLinked="0"/><c:showVal val="1"/></c:dLbls>'
    found = only(read_chart(chart(series("s", labels + words(["a"]) + figures([0.8])))))
    assert found.rows[1][1] == "80%"


def test_a_value_whose_label_hides_its_decimals_is_told() -> None:
    found = only(read_chart(chart(series("s", words(["a", "b"]) + figures([3.5, 4], "0")))))
    assert [(cell.text, cell.remark) for cell in found.cells if cell.column == 1 and cell.row] == [
        ("4", "stored as 3.5"),
        ("4", None),
    ]


def test_categories_on_two_levels_are_two_columns() -> None:
    levels = (
        "<c:cat><c:multiLvlStrRef><c:multiLvlStrCache><c:ptCount val='4'/>"
        f"<c:lvl>{points(['2022', '2023', '2022', '2023'])}</c:lvl>"
        f"<c:lvl>{points(['Ashby', None, 'Barrow', None])}</c:lvl>"
        "</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"
    )
    found = only(read_chart(chart(series("Score", levels + figures([1, 2, 3, 4])))))
    assert found.rows == (
        ("", "", "Score"),
        ("Ashby", "2022", "1"),
        ("Ashby", "2023", "2"),
        ("Barrow", "2022", "3"),
        ("Barrow", "2023", "4"),
    )


def test_years_as_categories_are_printed_as_years() -> None:
    years = figures([2022, 2023]).replace("c:val>", "c:cat>")
    dates = figures([44927], "yyyy").replace("c:val>", "c:cat>")
    assert [row[0] for row in only(read_chart(chart(series("s", years + figures([1, 2]))))).rows] == [
        "",
        "2022",
        "2023",
    ]
    assert only(read_chart(chart(series("s", dates + figures([1]))))).rows[1][0] == "2023"


def test_series_over_other_categories_are_a_table_of_their_own() -> None:
    bars = series("2022", words(["Ashby", "Barrow"]) + figures([1, 2]), 0)
    line = series("Average", words(["North", "South"]) + figures([3, 4]), 1)
    assert [table.rows[1] for table in read_chart(chart(bars + line)) if isinstance(table, Table)] == [
        ("Ashby", "1"),
        ("North", "3"),
    ]


def test_a_series_without_categories_shares_those_of_the_others() -> None:
    bars = series("2022", words(["Ashby", "Barrow"]) + figures([1, 2]), 0)
    found = only(read_chart(chart(bars + series("Target", figures([3, 3]), 1))))
    assert found.rows == (("", "2022", "Target"), ("Ashby", "1", "3"), ("Barrow", "2", "3"))


def test_a_chart_without_stored_values_is_told() -> None:
    (notice,) = read_chart(chart(series("s", words(["a"])), "Trend"), page=4)
    assert notice == Notice("figure_without_data", "The chart 'Trend' stores no values that can be read.", 4)


def test_a_difference_from_the_workbook_is_told_on_the_cell() -> None:
    inside = words(["a", "b", "c"]) + figures([2, 3, 4], "General", "Sheet1!$B$2:$B$4")
    found = only(read_chart(chart(series("s", inside)), workbook={"Sheet1!$B$2:$B$4": [2.0, 5, None]}.get))
    assert [cell.remark for cell in found.cells if cell.column == 1] == [
        None,
        None,
        "the embedded workbook has 5",
        "the embedded workbook has no value",
    ]


def test_values_that_only_the_workbook_has_are_taken_from_there_and_told() -> None:
    inside = words(["a", "b"]) + "<c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f></c:numRef></c:val>"
    found = only(read_chart(chart(series("s", inside)), workbook={"Sheet1!$B$2:$B$3": [2, 5]}.get))
    assert [row[1] for row in found.rows] == ["s", "2", "5"]
    assert all(cell.remark for cell in found.cells if cell.text in ("2", "5"))


def test_a_scatter_chart_has_its_first_axis_as_categories() -> None:
    x = f"<c:xVal><c:numRef><c:numCache>{points([1, 2])}</c:numCache></c:numRef></c:xVal>"
    y = f"<c:yVal><c:numRef><c:numCache>{points([3, 4])}</c:numCache></c:numRef></c:yVal>"
    assert only(read_chart(chart(series("s", x + y), kind="scatterChart"))).rows == (("", "s"), ("1", "3"), ("2", "4"))


def test_series_that_are_filtered_out_are_told_and_not_read() -> None:
    c15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
    hidden = (
        f'<c:extLst><c:ext><c15:filteredBarSeries xmlns:c15="{c15}"><c15:ser><c:tx><c:v>2020</c:v></c:tx></c15:ser>'
    )
    found = read_chart(
        chart(series("2022", words(["a"]) + figures([1])) + f"{hidden}</c15:filteredBarSeries></c:ext></c:extLst>")
    )
    table, notice = found
    assert isinstance(table, Table)
    assert table.rows == (("", "2022"), ("a", "1"))
    assert isinstance(notice, Notice)
    assert (notice.kind, notice.text) == ("hidden_content", "A chart has series that are not shown: 2020.")


@pytest.mark.parametrize(
    "reference", ["[1]Sheet1!$B$2", "'[Scores 2022.xlsx]Sheet1'!$B$2", "'C:\\Papers\\[Scores.xlsx]Data'!$B$2"]
)
def test_values_from_another_file_are_read_and_told(reference: str) -> None:
    table, notice = read_chart(chart(series("s", words(["a"]) + figures([4], "General", reference)), "Trend"), page=2)
    assert isinstance(table, Table)
    assert table.rows[1] == ("a", "4")
    assert isinstance(notice, Notice)
    assert (notice.kind, notice.page) == ("linked_data", 2)
    assert notice.text.startswith("The chart 'Trend' takes its values from a workbook that is not in this file")


def test_values_of_hidden_rows_are_not_compared_with_their_neighbours() -> None:
    """A chart leaves hidden rows of its workbook out and closes up."""
    inside = words(["a", "c"]) + figures([2, 4], "General", "Sheet1!$B$2:$B$4")
    found = only(read_chart(chart(series("s", inside)), workbook={"Sheet1!$B$2:$B$4": [2, 3, 4]}.get))
    assert [cell.remark for cell in found.cells] == [None] * len(found.cells)


def test_a_range_in_several_pieces_is_compared_piece_by_piece() -> None:
    inside = words(["a", "b"]) + figures([2, 4], "General", "(Data!$B$2,Data!$B$9)")
    found = only(read_chart(chart(series("s", inside)), workbook={"Data!$B$2": [2], "Data!$B$9": [5]}.get))
    assert [cell.remark for cell in found.cells if cell.text in ("2", "4")] == [None, "the embedded workbook has 5"]


def test_a_value_that_only_the_workbook_has_is_told_in_its_empty_cell() -> None:
    inside = words(["a", "b"]) + figures([2, None], "General", "Data!$B$2:$B$3")
    found = only(read_chart(chart(series("s", inside)), workbook={"Data!$B$2:$B$3": [2, 5]}.get))
    assert (found.cells[-1].text, found.cells[-1].remark) == ("", "empty in the chart; the embedded workbook has 5")


def test_names_that_the_chart_does_not_store_come_from_the_workbook() -> None:
    named = "<c:tx><c:strRef><c:f>Data!$B$1</c:f></c:strRef></c:tx>"
    inside = "<c:cat><c:strRef><c:f>Data!$A$2:$A$3</c:f></c:strRef></c:cat>" + figures(
        [2, 5], "General", "Data!$B$2:$B$3"
    )
    book = {"Data!$B$1": ["2022"], "Data!$A$2:$A$3": ["Ashby", date(2023, 3, 31)], "Data!$B$2:$B$3": [2, 5]}
    found = only(read_chart(chart(f"<c:ser>{named}{inside}</c:ser>"), workbook=book.get))
    assert found.rows == (("", "2022"), ("Ashby", "2"), ("2023-03-31", "5"))


def test_a_date_axis_prints_its_dates_in_its_own_form() -> None:
    dates = figures([44651, 45016], "dd/mm/yyyy").replace("c:val>", "c:cat>")
    axis = '<c:dateAx><c:axId val="7"/><c:numFmt formatCode="yyyy" sourceLinked="0"/></c:dateAx>'
    xml = (
        chart(series("s", dates + figures([1, 2])) + '<c:axId val="7"/>')
        .decode()
        .replace("</c:plotArea>", f"{axis}</c:plotArea>")
    )
    assert [row[0] for row in only(read_chart(xml.encode())).rows] == ["", "2022", "2023"]


def test_the_sizes_of_bubbles_are_a_column_of_their_own() -> None:
    x = f"<c:xVal><c:numRef><c:numCache>{points([1, 2])}</c:numCache></c:numRef></c:xVal>"
    y = f"<c:yVal><c:numRef><c:numCache>{points([3, 4])}</c:numCache></c:numRef></c:yVal>"
    size = f"<c:bubbleSize><c:numRef><c:numCache>{points([10, 20])}</c:numCache></c:numRef></c:bubbleSize>"
    found = only(read_chart(chart(series("Areas", x + y + size), kind="bubbleChart")))
    assert found.rows == (("", "Areas", "Areas (size)"), ("1", "3", "10"), ("2", "4", "20"))
