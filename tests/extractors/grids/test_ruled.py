"""Rules -> grids."""

from extractors.grids.grid import table_of
from extractors.grids.marks import Fill, Stroke
from extractors.grids.ruled import ruled_grids
from tests.support.marked_page import grid_words, page, rules, written

ROWS = [["Benchmark", "Score"], ["Risk work", "1"], ["Board", "5"]]
XS, YS = [50.0, 150.0, 210.0], [100.0, 116.0, 132.0, 148.0]
WIDTHS = [100.0, 60.0]


def tables(*parts: object) -> list[list[list[str]]]:
    marks = page(*parts)  # type: ignore[arg-type]  # words, strokes, fills in this order
    return [[list(row) for row in table_of(grid, marks.fills).rows] for grid in ruled_grids(marks)]


def test_a_full_grid() -> None:
    assert tables(grid_words(50, 100, WIDTHS, ROWS), rules(XS, YS)) == [ROWS]


def test_rules_drawn_twice_or_in_pieces_are_one() -> None:
    twice = [*rules(XS, YS), *rules([x + 1.5 for x in XS], [y + 1.5 for y in YS])]
    pieces = [
        Stroke(piece, "#000000")
        for stroke in rules(XS, YS)
        for x0, top, x1, bottom in [stroke.box]
        for piece in ((x0, top, (x0 + x1) / 2, (top + bottom) / 2), ((x0 + x1) / 2, (top + bottom) / 2, x1, bottom))
    ]
    assert tables(grid_words(50, 100, WIDTHS, ROWS), twice) == [ROWS]
    assert tables(grid_words(50, 100, WIDTHS, ROWS), pieces) == [ROWS]


def test_white_rules_count_on_colour_only() -> None:
    white = [Stroke(stroke.box, "#ffffff") for stroke in rules(XS, YS)]
    words = grid_words(50, 100, WIDTHS, ROWS)
    assert tables(words, white) == []
    assert tables(words, white, [Fill((50, 100, 210, 148), "#4f81bd")]) == [ROWS]


def test_missing_walls_make_merged_cells() -> None:
    strokes = [stroke for stroke in rules(XS, YS) if stroke.box[0] != 150 or stroke.is_level]
    strokes.append(Stroke((150, 116, 150, 148), "#000000"))
    words = [*written("Scores of Ashby", 60, 103), *grid_words(50, 116, WIDTHS, ROWS[1:])]
    (grid,) = ruled_grids(page(words, strokes))
    title = next(cell for cell in table_of(grid, ()).cells if cell.row == 0)
    assert (title.text, title.column_span) == ("Scores of Ashby", 2)


def test_sides_may_be_open() -> None:
    """Level rules run on past the one upright rule: there are cells on both sides of it."""
    strokes = [stroke for stroke in rules(XS, YS) if stroke.is_level]
    strokes.append(Stroke((150, 100, 150, 148), "#000000"))
    assert tables(grid_words(50, 100, WIDTHS, ROWS), strokes) == [ROWS]


def test_a_frame_with_a_paragraph_is_no_grid() -> None:
    words = [word for n in range(4) for word in written("The Board noted the report of officers", 60, 105 + 12 * n)]
    assert tables(words, rules([50, 400], [100, 160])) == []


def test_rows_are_found_where_only_columns_are_ruled() -> None:
    assert tables(grid_words(50, 100, WIDTHS, ROWS, height=12), rules(XS, [100, 140])) == [ROWS]


def test_wrapped_text_in_one_cell_does_not_cut_its_row() -> None:
    words = [
        *written("Benchmark", 53, 103),
        *written("Comment", 153, 103),
        *written("Risk", 53, 120),
        *written("filed late", 153, 120),
        *written("and again", 153, 132),
        *written("at last", 153, 144),
        *written("Board", 53, 163),
        *written("3", 153, 163),
    ]
    assert tables(words, rules(XS, [100, 116, 160, 176])) == [
        [["Benchmark", "Comment"], ["Risk", "filed late and again at last"], ["Board", "3"]]
    ]


def test_shading_line_by_line_adds_no_rows() -> None:
    fills = [Fill((53, 117, 147, 124), "#eeeeee"), Fill((53, 124, 147, 131), "#eeeeee")]
    assert tables(grid_words(50, 100, WIDTHS, ROWS), rules(XS, YS), fills) == [ROWS]


def test_the_fill_on_top_is_the_cell_s() -> None:
    fills = [
        Fill((0, 0, 595, 842), "#ffffff"),
        Fill((50, 116, 210, 132), "#eeeeee"),
        Fill((150, 116, 210, 132), "#ff0000"),
    ]
    marks = page(grid_words(50, 100, WIDTHS, ROWS), rules(XS, YS), fills)
    (grid,) = ruled_grids(marks)
    cells = {(cell.row, cell.column): cell.fill for cell in table_of(grid, marks.fills).cells}
    assert cells[1, 0] == "#eeeeee"
    assert cells[1, 1] == "#ff0000"
    assert cells[2, 1] is None


def test_a_dot_gives_its_colour_to_the_cell() -> None:
    marks = page(grid_words(50, 100, WIDTHS, ROWS), rules(XS, YS), [Fill((190, 120, 200, 130), "#00b050", round=True)])
    (grid,) = ruled_grids(marks)
    assert [cell.fill for cell in table_of(grid, marks.fills).cells if cell.fill] == ["#00b050"]
