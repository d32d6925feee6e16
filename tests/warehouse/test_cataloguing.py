from dataclasses import replace

import pytest

from tests.support.findings import AMBRIDGE, CASTERFORD, catalogue, paper, score, street_check, visits
from tests.support.views import dump, rows, values
from transforms.catalogue import CrosswalkStep
from warehouse import Warehouse, load, run_checks
from warehouse.errors import BadWeight


def stored(warehouse: Warehouse, query: str) -> list[tuple[object, ...]]:
    return warehouse.connection.execute(query).fetchall()


def test_the_catalogue_is_stored_whole(warehouse: Warehouse):
    newer = replace(visits(), crosswalk=(CrosswalkStep("street-check", "lamps", "overall", "merged", "with benches"),))
    load(warehouse, [], catalogue(street_check(lamps=2), newer))
    assert stored(
        warehouse, "select framework, dated, lowest, highest, not_assessed from core.framework order by 1"
    ) == [
        ("street-check", False, 0.0, 5.0, ["n/a", "-"]),
        ("visits", True, 1.0, 2.0, []),
    ]
    assert stored(warehouse, "select benchmark, number, name from core.benchmark order by framework, number") == [
        ("lamps", 1, "Lamps"),
        ("benches", 2, "Benches"),
        ("drains", 3, "Drains"),
        ("overall", 1, "Overall"),
    ]
    assert stored(warehouse, "from core.band where framework = 'street-check' order by lowest") == [
        ("street-check", "not_met", "Not met", 0.0, 2.0, ["not met"]),
        ("street-check", "met", "Met", 3.0, 4.0, ["met"]),
        ("street-check", "exceeded", "Exceeded", 5.0, 5.0, ["exceeded"]),
    ]
    assert stored(warehouse, "from core.scale_word order by score") == [("visits", "weak", 1), ("visits", "strong", 2)]
    assert stored(warehouse, "from core.crosswalk") == [
        ("street-check", "lamps", "visits", "overall", "merged", "with benches")
    ]
    assert stored(warehouse, "from core.weight order by benchmark") == [
        ("street-check", "benches", "configured", 1.0),
        ("street-check", "drains", "configured", 1.0),
        ("street-check", "lamps", "configured", 2.0),
    ]
    assert stored(warehouse, f"select * from core.authority where authority_code = '{CASTERFORD}'") == [
        (
            CASTERFORD, "Casterford Council", "Casterford", "unitary", "North Borsetshire", "England", None,
            catalogue().authorities[2].valid_from, None, ["Casterford City", "Casterford DC"],
        )
    ]  # fmt: skip
    assert stored(warehouse, "from core.partnership order by name") == [
        ("Borsetshire Together", None),
        ("Safer Ambridge", AMBRIDGE),
    ]


def test_a_corrected_register_corrects_what_is_shown(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4))], catalogue())
    known = catalogue()
    moved = replace(known.authorities[0], name="Ambridge City Council", region="North Borsetshire")
    load(warehouse, [], replace(known, authorities=(moved, *known.authorities[1:])))
    assert rows(warehouse, "scores", "authority", "region") == [
        {"authority": "Ambridge City Council", "region": "North Borsetshire"}
    ]


def test_a_framework_or_body_that_values_need_is_kept_when_the_run_does_not_know_it(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4))], catalogue())
    before = dump(warehouse)
    load(warehouse, [], replace(catalogue(visits()), authorities=(), partnerships={}))
    assert dump(warehouse) == before
    assert stored(warehouse, "select framework from core.framework order by 1") == [("street-check",), ("visits",)]
    assert stored(warehouse, "select authority_code from core.authority") == [(AMBRIDGE,)]
    assert run_checks(warehouse) == []


def test_a_framework_that_no_value_needs_goes_with_the_run_that_knew_it(warehouse: Warehouse):
    load(warehouse, [], catalogue())
    load(warehouse, [], catalogue(visits()))
    assert stored(warehouse, "select distinct framework from core.benchmark") == [("visits",)]


@pytest.mark.parametrize("weights", [{"lamps": -1.0}, {"lamps": float("nan")}, {"lamps": float("inf")}])
def test_a_weight_that_cannot_weigh_is_refused(warehouse: Warehouse, weights: dict[str, float]):
    with pytest.raises(BadWeight, match="of lamps in street-check cannot be used"):
        load(warehouse, [], catalogue(street_check(**weights)))


def test_weights_that_are_all_zero_are_refused_and_nothing_is_loaded(warehouse: Warehouse):
    with pytest.raises(BadWeight, match="at least one of them above 0"):
        load(warehouse, [paper("a", score(4))], catalogue(street_check(lamps=0, benches=0, drains=0)))
    assert values(warehouse, "documents", "file_name") == []
