"""Numbered lines between two tables, and which of the two each of them names."""

import pytest

from extractors.captions import with_captions
from extractors.document import Block, Cell, Table

WIDTH = (50.0, 400.0)


def table(top: float) -> Table:
    box = (WIDTH[0], top, WIDTH[1], top + 100)
    return Table((Cell(0, 0, "Benchmark", 1, box), Cell(0, 1, "Score", 1, box)), page=1, bbox=box)


def line(text: str, top: float, kind: str = "paragraph") -> Block:
    box = (WIDTH[0], top, 300.0, top + 10)
    return Block("heading", text, 1, box, level=1) if kind == "heading" else Block("paragraph", text, 1, box)


HEADING = line("Benchmark scores", 80, "heading")


def captions(*parts: Block | Table) -> list[str | None]:
    return [part.caption for part in with_captions(parts) if isinstance(part, Table)]


def test_numbered_lines_below_their_tables_name_the_tables_above_them() -> None:
    parts = (HEADING, table(100), line("Table 1: 2021", 204), table(230), line("Table 2: 2022", 334))
    assert captions(*parts) == ["Table 1: 2021", "Table 2: 2022"]


def test_numbered_lines_above_their_tables_name_the_tables_below_them() -> None:
    parts = (HEADING, line("Table 1: 2021", 94), table(108), line("Table 2: 2022", 224), table(238))
    assert captions(*parts) == ["Table 1: 2021", "Table 2: 2022"]


@pytest.mark.parametrize(
    ("gap_above", "named"), [(4, ["Table 1: 2021", None]), (16, ["Benchmark scores", "Table 1: 2021"])]
)
def test_one_line_between_two_tables_names_the_nearer_one(gap_above: float, named: list[str | None]) -> None:
    parts = (HEADING, table(100), line("Table 1: 2021", 200 + gap_above), table(230))
    assert captions(*parts) == named
