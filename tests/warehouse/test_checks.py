"""Each check finds its own fault, and nothing in sound findings."""

import pytest

from tests.support.findings import AMBRIDGE, SOUTH_BORSETSHIRE, catalogue, measure, paper, score
from warehouse import Fault, Warehouse, load, run_checks, sql

FAULTS = {
    "orphans": ("delete from core.document", "observation a-1"),
    "unknown_benchmark": ("update core.observed set benchmark = 'hedges'", "a-1"),
    "unknown_authority": ("update core.observed set authority_code = 'E00000000'", "a-1"),
    "accepted_without_subject": ("update core.observed set band = null", "a-1"),
    "score_outside_scale": ("update core.observed set score = 4.5", "a-1"),
    "band_disagrees": ("update core.observed set band = 'exceeded'", "a-1"),
    "several_scores": (
        "create or replace view scores as select 'street-check' as framework, 'E99000001' as authority_code, "
        "2022 as period_year, 'lamps' as benchmark from range(2)",
        f"street-check {AMBRIDGE} 2022 lamps",
    ),
    "doubled_observation": (
        "insert into core.document by name select * replace ('b' as document_id, 2 as run_id) from core.document; "
        "insert into core.observed by name select * replace ('b' as document_id, 2 as run_id) from core.observed",
        "a-1",
    ),
    "period_year": ("update core.observed set period = '2022/23'", "a-1"),
    "reasons": ("update core.observed set reason = 'blurred'", "a-1"),
    "confidence": ("update core.stated_measure set confidence = 1.5", "a-m1"),
    "measure_out_of_range": ("update core.stated_measure set value = 7", "a-m1"),
    "document_status": ("update core.document set status = 'failed', reason = 'damaged'", "61".ljust(64, "0")),
    "catalogue": ("update core.band set highest = 5 where band = 'met'", "street-check"),
}


def test_sound_findings_have_no_fault(warehouse: Warehouse):
    papers = [
        paper(
            "a",
            score(4),
            score("met", "drains", period="2021/22"),
            score(3, "benches", authority=SOUTH_BORSETSHIRE, period="2022 Q3"),
            score(2, "overall", framework="visits", period="2022-11-30"),
            score(9, "benches", band="met", status="rejected", reason="outside the scale"),
            score(None, None, authority=None, period=None, status="review", reason="an unknown label"),
            measures=[measure(4.2), measure(100, "percent_met_or_exceeded"), measure(70, status="review")],
        ),
        paper("b"),
        paper("c", status="failed"),
    ]
    load(warehouse, papers, catalogue())
    assert run_checks(warehouse) == []


def test_every_check_has_its_fault_here():
    assert {f"checks/{name}" for name in FAULTS} == set(sql.scripts_in("checks"))


def test_a_period_without_a_year_is_a_fault(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4))], catalogue())
    warehouse.connection.execute("update core.observed set period_year = null")
    assert Fault("period_year", "a-1", "has period 2022 with year none") in run_checks(warehouse)


@pytest.mark.parametrize("check", FAULTS)
def test_a_check_finds_its_fault_and_names_the_row(warehouse: Warehouse, check: str):
    spoil, subject = FAULTS[check]
    load(warehouse, [paper("a", score(4), measures=[measure(4)])], catalogue())
    warehouse.connection.execute(spoil).fetchall()
    found = [fault for fault in run_checks(warehouse) if fault.check == check]
    assert subject in [fault.subject for fault in found]
    assert all(fault.detail for fault in found)
