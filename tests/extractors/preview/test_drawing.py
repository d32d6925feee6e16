"""A grid drawn as it was read: what stands where, and what is told of a large one."""

import pytest
from lxml import etree

from extractors.document import Cell, Table
from extractors.preview import drawing
from extractors.preview.ink import ink_on
from extractors.preview.lettering import in_lines, text_width

SVG = "{http://www.w3.org/2000/svg}"


def drawn(table: Table, **options):
    return etree.fromstring(drawing(table, id="t1", title="Table 1", **options).svg.encode())


def texts(svg) -> list[str]:
    return [" ".join(text.itertext()).strip() for text in svg.iter(f"{SVG}text")]


def frames(svg, **wanted: str) -> list[tuple[float, ...]]:
    """The boxes of the rectangles that have these attributes."""
    names = {name.replace("_", "-"): value for name, value in wanted.items()}
    found = [one for one in svg.iter(f"{SVG}rect") if all(one.get(name) == value for name, value in names.items())]
    return [tuple(float(one.get(name, "0")) for name in ("x", "y", "width", "height")) for one in found]


def test_the_texts_stand_in_their_cells():
    svg = drawn(Table.of_texts([["Benchmark", "Score"], ["Training", "3"]]))
    assert texts(svg) == ["Benchmark", "Score", "Training", "3"]
    cells = frames(svg, stroke="#5b8db8")
    assert len(cells) == 4
    assert cells[0][0] == cells[2][0], "one column"
    assert cells[0][1] == cells[1][1], "one row"
    assert cells[0][0] + cells[0][2] == cells[1][0], "side by side"


def test_a_merged_cell_covers_the_places_it_had():
    table = Table(
        (
            Cell(0, 0, "Scores", column_span=2),
            Cell(1, 0, "2022"),
            Cell(1, 1, "2023"),
            Cell(0, 2, "Change", row_span=2),
        )
    )
    merged, left, right, tall = frames(drawn(table), stroke="#5b8db8")
    assert merged[2] == left[2] + right[2]
    assert tall[3] == merged[3] + left[3]


def test_fills_are_kept_and_the_text_on_them_can_be_read():
    svg = drawn(Table((Cell(0, 0, "4", fill="#1a4a20"), Cell(0, 1, "3", fill="#fbe69f"))))
    assert [one.get("fill") for one in svg.iter(f"{SVG}rect") if one.get("stroke") == "#5b8db8"] == [
        "#1a4a20",
        "#fbe69f",
    ]
    assert [text.get("fill") for text in svg.iter(f"{SVG}text")] == ["#ffffff", "#14202b"]


@pytest.mark.parametrize(("fill", "ink"), [(None, "#14202b"), ("#ffffff", "#14202b"), ("#000000", "#ffffff")])
def test_ink_is_the_one_with_more_contrast(fill, ink):
    assert ink_on(fill) == ink


def test_the_one_marked_cell_has_the_thick_outline_with_its_white_border():
    table = Table.of_texts([["a", "b"], ["c", "d"]])
    svg = drawn(table, marked={table.cells[3]: "7"})
    [outline] = frames(svg, stroke="#14202b", stroke_width="4")
    [halo] = frames(svg, stroke="#ffffff", stroke_width="8")
    assert outline == halo == frames(svg, stroke="#5b8db8")[3]
    assert texts(svg)[-1] == "7"


def test_several_marked_cells_have_the_lighter_one():
    table = Table.of_texts([["a", "b"], ["c", "d"]])
    svg = drawn(table, marked={table.cells[1]: "1", table.cells[3]: "2 ?"})
    cells = frames(svg, stroke="#5b8db8")
    assert frames(svg, stroke="#14202b", stroke_width="2") == [cells[1], cells[3]]
    assert texts(svg)[-2:] == ["1", "2 ?"]


def test_doubtful_cells_are_dashed():
    table = Table((Cell(0, 0, "a"), Cell(0, 1, "b", confidence=0.5), Cell(0, 2, "c", remark="struck through")))
    svg = drawn(table)
    cells = frames(svg, stroke="#5b8db8")
    assert frames(svg, stroke_dasharray="6 4", stroke="#a34700") == cells[1:]


def test_strange_texts_break_neither_the_drawing_nor_the_page():
    hostile = "</text><script>alert(1)</script> & \x00\x0b \ud800 \"'"
    svg = drawn(Table.of_texts([[hostile]]), desc=hostile)
    assert not list(svg.iter(f"{SVG}script"))
    assert "<script>alert(1)</script>" in "".join(texts(svg))


def test_the_drawing_names_and_describes_itself():
    svg = drawn(Table.of_texts([["a"]]), desc="A drawing of the reading")
    assert svg.get("role") == "img"
    told = {part.get("id"): part.text for part in svg if part.get("id")}
    assert [told[name] for name in svg.get("aria-labelledby").split()] == ["Table 1", "A drawing of the reading"]


def test_the_same_grid_gives_the_same_bytes():
    table = Table.of_texts([["Channel Panel", "4"], ["Training", "3"]])
    assert drawing(table, id="a", title="b") == drawing(table, id="a", title="b")


def test_of_a_large_grid_the_head_and_the_surroundings_of_the_marked_cell_are_drawn():
    table = Table.of_texts([[f"row {number}", str(number)] for number in range(3000)])
    marked = next(cell for cell in table.cells if cell.row == 1500 and cell.column == 1)
    svg = drawn(table, marked=[marked])
    shown = texts(svg)
    assert "row 0" in shown
    assert "row 1499" in shown
    assert "row 700" not in shown
    assert "2989 of 3000 rows are not drawn." in shown
    assert len(frames(svg, stroke="#14202b", stroke_width="4")) == 1


def test_of_a_wide_grid_the_first_columns_are_drawn_and_the_rest_is_told():
    shown = texts(drawn(Table.of_texts([[f"c{number}" for number in range(200)]])))
    assert "c39" in shown
    assert "c40" not in shown
    assert "160 of 200 columns are not drawn." in shown


def test_an_empty_grid_is_drawn_as_nothing():
    assert texts(drawn(Table(()))) == []


def test_words_are_broken_after_a_hyphen_before_they_are_broken_inside():
    width = text_width("problem-", 13) + 1
    assert in_lines("problem-solving", width, 13) == ["problem-", "solving"]
    assert "".join(in_lines("Donaudampfschifffahrt", 40, 13)) == "Donaudampfschifffahrt"
    assert all(text_width(line, 13) <= 40 for line in in_lines("Donaudampfschifffahrt", 40, 13))
