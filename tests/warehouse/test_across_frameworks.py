"""The query of the recipe that follows a crosswalk."""

from dataclasses import replace

from tests.support.findings import catalogue, paper, score, street_check
from tests.support.imports import ROOT
from tests.support.pages import block
from transforms.catalogue import Benchmark, CrosswalkStep
from warehouse import Warehouse, load

QUERY = block(ROOT / "docs" / "recipes" / "across-frameworks.md", "sql")


def test_a_merged_item_shows_both_elders_and_no_change(warehouse: Warehouse):
    newer = replace(
        street_check(),
        id="street-check-2",
        benchmarks=(Benchmark("light", 1, "Light"), Benchmark("water", 2, "Water")),
        crosswalk=(
            CrosswalkStep("street-check", "lamps", "light", "one_to_one"),
            CrosswalkStep("street-check", "benches", "water", "merged"),
            CrosswalkStep("street-check", "drains", "water", "merged"),
        ),
    )
    before = [score(value, item, period="2022") for value, item in ((4, "lamps"), (5, "benches"), (1, "drains"))]
    after = [score(3, item, period="2023", framework=newer.id, band="met") for item in ("light", "water")]
    load(warehouse, [paper("a", *before, *after)], catalogue(street_check(), newer))
    found = [(row[1], row[2], row[3], row[5], row[7], row[8]) for row in warehouse.connection.execute(QUERY).fetchall()]
    assert found == [
        ("light", "one_to_one", "lamps", 4, 3, -1),
        ("water", "merged", "benches", 5, 3, None),
        ("water", "merged", "drains", 1, 3, None),
    ]
