from dataclasses import replace
from pathlib import Path

from tests.support.findings import catalogue
from tests.warehouse.publication.conftest import Shared, cutout, some_papers
from transforms.findings import Findings
from warehouse import Warehouse, load, publish
from warehouse.publication.pictures import KeptPicture, kept_pictures

PICTURE = KeptPicture("d", 2, 1, (50.0, 100.0, 250.0, 200.0), 1.5, 300, 150, "ab")


def evidence_of(release: Path) -> list[str]:
    return sorted(file.name for file in release.glob("evidence/*"))


def with_cutouts(*cutouts: object) -> list[Findings]:
    ambridge, *others = some_papers()
    return [replace(ambridge, cutouts=cutouts), *others]


def test_a_picture_shows_what_stands_in_its_part_of_its_page() -> None:
    assert PICTURE.shows({"page": 2, "bbox": [60, 110, 80, 120]})
    assert not PICTURE.shows({"page": 1, "bbox": [60, 110, 80, 120]})
    assert not PICTURE.shows({"page": 2, "bbox": [240, 110, 280, 120]})
    assert not PICTURE.shows({"page": 2, "bbox": None})


def test_a_place_of_the_page_is_found_in_the_picture() -> None:
    assert PICTURE.place((60, 110, 80, 120)) == (15.0, 15.0, 30.0, 15.0)


def test_a_picture_is_published_under_the_hash_of_its_bytes(shared: Shared) -> None:
    [name] = evidence_of(shared.path)
    assert (shared.path / "evidence" / name).read_bytes() == cutout().png
    assert len(name) == len("0" * 64 + ".png")


def test_pictures_can_be_left_out_and_that_makes_a_release_without_them(warehouse: Warehouse, out: Path) -> None:
    without = publish(warehouse, out, pictures=False)
    assert (without.version, without.changed) == ("1.0.1", True)
    assert not (without.path / "evidence").exists()
    assert "<image" not in "".join(file.read_text() for file in without.path.rglob("*.html"))
    assert not publish(warehouse, out, pictures=False).changed


def test_another_picture_of_the_same_values_makes_a_release(warehouse: Warehouse, out: Path) -> None:
    counts = load(warehouse, with_cutouts(cutout(colour="#ffffff")), catalogue())
    assert counts.changed == 0
    assert publish(warehouse, out).version == "1.0.1"


def test_a_paper_read_again_without_pictures_keeps_those_it_has(warehouse: Warehouse, out: Path) -> None:
    load(warehouse, with_cutouts(), catalogue())
    assert len(kept_pictures(warehouse)) == 1
    assert not publish(warehouse, out).changed


def test_a_paper_in_which_something_else_is_found_loses_its_old_pictures(warehouse: Warehouse) -> None:
    [ambridge, *_] = with_cutouts()
    load(warehouse, [replace(ambridge, observations=ambridge.observations[1:])], catalogue())
    assert kept_pictures(warehouse) == ()


def test_two_publications_of_one_warehouse_have_the_same_bytes(warehouse: Warehouse, tmp_path: Path) -> None:
    first, second = (publish(warehouse, tmp_path / name).path for name in ("one", "two"))
    names = [file.relative_to(first) for file in sorted(first.rglob("*")) if file.suffix in (".html", ".png", ".css")]
    assert len(names) > 10
    assert [name for name in names if (first / name).read_bytes() != (second / name).read_bytes()] == []
