"""Open places of a lattice: labels beside painted cells are cells, prose is not."""

from extractors.grids.lattice import Area, Lattice
from extractors.grids.unwalled import with_unwalled
from tests.support.marked_page import written

LATTICE = Lattice((0, 100, 160), (0, 16, 32), (Area(0, 0, 1, 1), Area(0, 1, 1, 2), Area(1, 1, 2, 2)))


def test_a_label_in_an_open_place_has_a_cell() -> None:
    assert Area(1, 0, 2, 1) in with_unwalled(LATTICE, written("Ashby", 4, 19)).areas


def test_a_blank_place_stays_open() -> None:
    assert with_unwalled(LATTICE, written("3", 120, 19)) == LATTICE


def test_text_that_runs_out_of_its_place_makes_no_cell() -> None:
    assert with_unwalled(LATTICE, written("Members welcomed the whole report", 4, 19)) == LATTICE
