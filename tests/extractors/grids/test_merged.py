"""Labels that stand once for several rows, and headings once for several columns, without a rule to say so."""

from extractors.grids.aligned import aligned_grids
from extractors.grids.grid import table_of
from tests.support.marked_page import grid_words, page

YEARS = ("2021", "2022", "2023")


def read(rows: list[list[str]], widths: list[float]) -> list[list[str]]:
    [grid] = aligned_grids(page(grid_words(40, 100, widths, rows)))
    return [list(row) for row in table_of(grid, ()).rows]


def rows_with(labels: dict[int, str]) -> list[list[str]]:
    body = [[labels.get(n, ""), YEARS[n % 3], str(n % 5 + 1), str(n % 4 + 1)] for n in range(6)]
    return [["Area", "Year", "Risk", "Plan"], *body]


def test_a_label_on_the_first_row_stands_for_all_rows_until_the_years_return() -> None:
    found = read(rows_with({0: "Ashby", 3: "Cawdon"}), [90, 60, 60, 60])
    assert [row[0] for row in found] == ["Area", *["Ashby"] * 3, *["Cawdon"] * 3]


def test_a_label_on_the_middle_row_stands_for_the_rows_around_it() -> None:
    found = read(rows_with({1: "Ashby", 4: "Cawdon"}), [90, 60, 60, 60])
    assert [row[0] for row in found] == ["Area", *["Ashby"] * 3, *["Cawdon"] * 3]


def test_a_blank_label_is_left_blank_where_nothing_repeats() -> None:
    rows = [["Theme", "Measure", "Score", "Rank"]]
    rows += [
        ["People", "Posts", "1", "2"],
        ["", "Leave", "3", "4"],
        ["Money", "Grants", "5", "1"],
        ["", "Fees", "2", "2"],
    ]
    assert [row[0] for row in read(rows, [90, 90, 60, 60])] == ["Theme", "People", "", "Money", ""]


def test_an_area_over_the_last_of_its_years_heads_them_all() -> None:
    rows = [["", "", "Ashby", "", "Cawdon"], ["Area", "2022", "2023", "2022", "2023"]]
    rows += [[name, "1", "2", "3", "4"] for name in ("Risk", "Plan", "Board")]
    assert read(rows, [90, 60, 60, 60, 60])[0][1:] == ["Ashby", "Ashby", "Cawdon", "Cawdon"]
