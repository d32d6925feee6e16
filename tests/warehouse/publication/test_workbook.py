from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.findings import AMBRIDGE, catalogue, paper, score
from tests.warehouse.publication.conftest import Shared
from transforms.findings import Recommendation
from warehouse import Warehouse, load, publish
from warehouse.publication.texts import cell_text
from warehouse.publication.workbook import HEADER_ROW
from warehouse.schema import PUBLIC_VIEWS


def rows_of(sheet: Worksheet) -> Iterator[tuple[Any, ...]]:
    return sheet.iter_rows(min_row=HEADER_ROW + 1, values_only=True)


def as_kept(value: Any) -> Any:
    """The format knows one kind of number and no empty text."""
    return float(value) if isinstance(value, (int, float)) else cell_text(value) or None


@pytest.fixture(scope="module")
def book(shared: Shared) -> openpyxl.Workbook:
    return openpyxl.load_workbook(shared.path / "comparison.xlsx")


def test_it_opens_with_cover_contents_notes_and_the_comparison(book: openpyxl.Workbook) -> None:
    assert book.sheetnames[:6] == [
        "Cover",
        "Contents",
        "Notes",
        "street-check 2023",
        "street-check 2022",
        "visits 2023",
    ]


@pytest.mark.parametrize("view", PUBLIC_VIEWS)
def test_every_cell_of_a_dataset_is_that_of_the_view(book: openpyxl.Workbook, shared: Shared, view: str) -> None:
    header, *rows = rows_of(book[view])
    shown = shared.views[view]
    assert header == shown.columns
    assert sorted(repr([*map(as_kept, row)]) for row in rows) == sorted(
        repr([*map(as_kept, row)]) for row in shown.rows
    )


def test_the_comparison_shows_scores_bands_and_what_is_missing(book: openpyxl.Workbook) -> None:
    header, *rows = rows_of(book["street-check 2022"])
    assert header == (
        "Authority",
        "Region",
        "1. Lamps",
        "2. Benches",
        "3. Drains",
        "Weighted score",
        "Percentage met or exceeded",
    )
    assert rows == [
        ("Ambridge Council", "South Borsetshire", 3, 4, 1, 2.6666666667, 66.6666666667),
        ("Borchester Council", "South Borsetshire", 2, "Met", "[x]", 2, 50),
    ]


def test_an_authority_without_a_paper_in_a_year_has_a_line_without_figures(book: openpyxl.Workbook) -> None:
    _, *rows = rows_of(book["street-check 2023"])
    assert rows[1] == ("Borchester Council", "South Borsetshire", "[x]", "[x]", "[x]", "[x]", "[x]")


def test_no_text_is_a_formula_or_a_link(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}
    _, *rows = rows_of(book["recommendations"])
    assert {row[-1] for row in rows} == {"=SUM(A1) is no advice", "See [the plan](http://plans.example) (draft)"}
    assert not any(cell.hyperlink for row in book["recommendations"].iter_rows() for cell in row)


def test_it_keeps_to_the_guidance_for_accessible_spreadsheets(book: openpyxl.Workbook) -> None:
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        if sheet.title not in ("Cover", "Contents", "Notes"):
            assert len(sheet.tables) == 1
            assert sheet["A1"].value
            assert sheet["A3"].value.startswith("This worksheet contains one table.")


def test_cover_and_notes_tell_weights_licence_and_attribution(book: openpyxl.Workbook) -> None:
    cover = "\n".join(str(row[0]) for row in book["Cover"].iter_rows(values_only=True))
    assert "Version 1.0.0" in cover
    assert "by mySociety, licensed under CC BY 4.0. The data was changed" in cover
    assert "licence of a paper is not stated" in cover
    assert "No published weights are known" in cover
    notes = "\n".join(str(row[1]) for row in book["Notes"].iter_rows(values_only=True))
    assert "[x] stands where no score was accepted" in notes


def test_the_file_carries_no_clock(book: openpyxl.Workbook) -> None:
    assert str(book.properties.created) == "2023-01-05 00:00:00"


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(warehouse: Warehouse, out: Path) -> None:
    long = "word " * 10_000
    load(
        warehouse, [paper("long", score(1), recommendations=[Recommendation("9", "T", long, 1, AMBRIDGE)])], catalogue()
    )
    book = openpyxl.load_workbook(publish(warehouse, out).path / "comparison.xlsx")
    texts = [row[-1] for row in rows_of(book["recommendations"])]
    assert any(text.endswith("[cut; whole in the CSV file]") and len(text) > 32_000 for text in texts)
