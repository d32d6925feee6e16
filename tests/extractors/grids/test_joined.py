"""Tables over page breaks."""

from extractors.document import Block, Cell, Table
from extractors.grids.joined import joined

HEAD = ["Benchmark", "2022", "2023"]
HEIGHTS = {1: 842.0, 2: 842.0, 3: 842.0}


def table(page: int, top: float, *rows: list[str], caption: str | None = None, width: float = 80) -> Table:
    cells = tuple(
        Cell(r, c, text, page, (60 + width * c, top + 18 * r, 60 + width * (c + 1), top + 18 * (r + 1)))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(cells, page=page, bbox=(60, top, 60 + width * len(rows[0]), top + 18 * len(rows)), caption=caption)


def rows_of(*pages: list[Block | Table]) -> list[list[list[str]]]:
    parts = joined(pages, HEIGHTS)
    return [[list(row) for row in part.rows] for part in parts if isinstance(part, Table)]


UPPER = [HEAD, ["Risk", "1", "2"]]
LOWER = [["Board", "3", "4"]]


def test_furniture_may_stand_between() -> None:
    first = [table(1, 700, *UPPER), Block("furniture", "Page 1 of 2", 1)]
    assert rows_of(first, [table(2, 60, HEAD, *LOWER)]) == [[*UPPER, *LOWER]]


def test_three_pages_make_one_table() -> None:
    pages = [[table(1, 700, *UPPER)], [table(2, 60, HEAD, *LOWER * 40)], [table(3, 60, HEAD, ["Plan", "5", "5"])]]
    assert rows_of(*pages) == [[*UPPER, *LOWER * 40, ["Plan", "5", "5"]]]


def test_a_table_in_the_upper_half_does_not_run_on() -> None:
    assert len(rows_of([table(1, 100, *UPPER)], [table(2, 60, HEAD, *LOWER)])) == 2


def test_a_caption_of_its_own_keeps_a_table_apart_unless_its_header_is_the_same() -> None:
    assert len(rows_of([table(1, 700, *UPPER)], [table(2, 60, *LOWER * 2, caption="Table 2: Brentley")])) == 2


def test_other_columns_keep_a_table_apart() -> None:
    assert len(rows_of([table(1, 700, *UPPER)], [table(2, 60, HEAD, *LOWER, width=110)])) == 2


def test_text_between_keeps_tables_apart() -> None:
    first = [table(1, 700, *UPPER), Block("paragraph", "Officers thanked all partners.", 1)]
    assert len(rows_of(first, [table(2, 60, HEAD, *LOWER)])) == 2


def test_continued_overleaf_does_not_keep_them_apart() -> None:
    first = [table(1, 700, *UPPER), Block("paragraph", "Continued overleaf", 1)]
    assert rows_of(first, [table(2, 60, HEAD, *LOWER)]) == [[*UPPER, *LOWER]]
