"""The views of the contract: these names, in this order, of these types."""

import pytest

from extractors.document import Notice
from tests.support.findings import AMBRIDGE, SOUTH_BORSETSHIRE, catalogue, measure, paper, score
from tests.support.views import rows, values
from transforms.findings import Recommendation
from warehouse import Warehouse, load

PROVENANCE_FIRST = "document_id VARCHAR, file_name VARCHAR, page INTEGER, bbox DOUBLE[4], method VARCHAR"
SUBJECT = (
    "authority_code VARCHAR, authority VARCHAR, authority_text VARCHAR, "
    "period VARCHAR, period_year INTEGER, period_basis VARCHAR"
)
OBSERVATIONS = (
    f"observation_id VARCHAR, {PROVENANCE_FIRST}, framework VARCHAR, benchmark VARCHAR, benchmark_text VARCHAR, "
    f"{SUBJECT}, score DOUBLE, score_text VARCHAR, band VARCHAR, confidence DOUBLE, status VARCHAR, reason VARCHAR"
)
KEY = "framework VARCHAR, authority_code VARCHAR, period_year INTEGER"

CONTRACT = {
    "observations": OBSERVATIONS,
    "scores": (
        f"{KEY}, benchmark VARCHAR, score DOUBLE, band VARCHAR, authority VARCHAR, region VARCHAR, "
        "benchmark_number INTEGER, benchmark_name VARCHAR, period VARCHAR, observation_id VARCHAR, "
        "document_id VARCHAR, observed_count INTEGER"
    ),
    "weighted_scores": (
        f"{KEY}, weighted_score DOUBLE, weight_scheme VARCHAR, benchmarks_scored INTEGER, benchmarks_total INTEGER, "
        "region VARCHAR, rank_in_region INTEGER, authority VARCHAR, authorities_ranked INTEGER"
    ),
    "met_or_exceeded": (
        f"{KEY}, met INTEGER, exceeded INTEGER, not_met INTEGER, percent_met_or_exceeded DOUBLE, "
        "authority VARCHAR, region VARCHAR"
    ),
    "year_on_year": (
        "framework VARCHAR, authority_code VARCHAR, benchmark VARCHAR, period_year INTEGER, score DOUBLE, "
        "previous_score DOUBLE, change DOUBLE, period VARCHAR, previous_period VARCHAR, authority VARCHAR, "
        "region VARCHAR"
    ),
    "stated_measures": (
        f"measure_id VARCHAR, {PROVENANCE_FIRST}, framework VARCHAR, measure VARCHAR, {SUBJECT}, "
        "value DOUBLE, value_text VARCHAR, confidence DOUBLE, status VARCHAR, reason VARCHAR"
    ),
    "reconciliation": (
        f"{KEY}, measure VARCHAR, stated_value DOUBLE, computed_value DOUBLE, difference DOUBLE, authority VARCHAR, "
        "period VARCHAR, value_text VARCHAR, document_id VARCHAR, file_name VARCHAR, page INTEGER, status VARCHAR, "
        "measure_id VARCHAR"
    ),
    "recommendations": (
        "document_id VARCHAR, page INTEGER, authority_code VARCHAR, framework VARCHAR, number VARCHAR, "
        "benchmark VARCHAR, title VARCHAR, text VARCHAR"
    ),
    "notices": "document_id VARCHAR, file_name VARCHAR, page INTEGER, kind VARCHAR, text VARCHAR",
    "documents": (
        "document_id VARCHAR, file_name VARCHAR, source VARCHAR, title VARCHAR, publisher VARCHAR, published_on DATE, "
        "media_type VARCHAR, pages INTEGER, status VARCHAR, reason VARCHAR, first_seen TIMESTAMP, last_seen TIMESTAMP"
    ),
    "review_queue": f"{OBSERVATIONS}, question VARCHAR, place VARCHAR, evidence VARCHAR",
}


@pytest.mark.parametrize("view", CONTRACT)
def test_a_view_has_the_columns_of_the_contract(warehouse: Warehouse, view: str):
    described = warehouse.connection.execute(
        "select column_name, data_type from duckdb_columns() where schema_name = 'main' and table_name = ? "
        "order by column_index",
        [view],
    ).fetchall()
    assert ", ".join(f"{name} {type}" for name, type in described) == CONTRACT[view]


def test_there_are_no_other_views_for_analysts(warehouse: Warehouse):
    assert {name for schema, name in warehouse.run("schema/relations") if schema == "main"} == set(CONTRACT)


def test_an_observation_keeps_its_place_and_its_print(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4, page=7, bbox=(10.5, 20, 30, 40), confidence=0.75))], catalogue())
    [row] = rows(warehouse, "observations")
    assert row == {
        "observation_id": "a-1",
        "document_id": "61".ljust(64, "0"),
        "file_name": "a.pdf",
        "page": 7,
        "bbox": (10.5, 20, 30, 40),
        "method": "table",
        "framework": "street-check",
        "benchmark": "lamps",
        "benchmark_text": "Lamps",
        "authority_code": AMBRIDGE,
        "authority": "Ambridge Council",
        "authority_text": "Ambridge Council",
        "period": "2022",
        "period_year": 2022,
        "period_basis": "stated",
        "score": 4,
        "score_text": "4",
        "band": "met",
        "confidence": 0.75,
        "status": "accepted",
        "reason": None,
    }


def test_recommendations_and_notices_are_told(warehouse: Warehouse):
    advice = Recommendation("4.2", "Drains", "Clear them.", page=3, authority_code=AMBRIDGE, benchmark="drains")
    load(
        warehouse,
        [paper("a", recommendations=[advice], notices=[Notice("colour_only", "A heatmap in colours alone.", 2)])],
        catalogue(),
    )
    assert rows(warehouse, "recommendations") == [
        {
            "document_id": "61".ljust(64, "0"),
            "page": 3,
            "authority_code": AMBRIDGE,
            "framework": None,
            "number": "4.2",
            "benchmark": "drains",
            "title": "Drains",
            "text": "Clear them.",
        }
    ]
    assert rows(warehouse, "notices", "file_name", "page", "kind", "text") == [
        {"file_name": "a.pdf", "page": 2, "kind": "colour_only", "text": "A heatmap in colours alone."}
    ]


def test_reconciliation_sets_stated_beside_computed(warehouse: Warehouse):
    load(
        warehouse,
        [
            paper(
                "a",
                score(3, "lamps"),
                score(4, "benches"),
                score(1, "drains"),
                measures=[
                    measure(2.7),
                    measure(66, "percent_met_or_exceeded"),
                    measure(9, status="rejected"),
                    measure(3.1, authority=SOUTH_BORSETSHIRE),
                ],
            )
        ],
        catalogue(),
    )
    found = rows(warehouse, "reconciliation", "authority", "measure", "stated_value", "computed_value", "difference")
    assert found == [
        {
            "authority": "Ambridge Council",
            "measure": "percent_met_or_exceeded",
            "stated_value": 66.0,
            "computed_value": 66.6666666667,
            "difference": -0.6666666667,
        },
        {
            "authority": "Ambridge Council",
            "measure": "weighted_score",
            "stated_value": 2.7,
            "computed_value": 2.6666666667,
            "difference": 0.0333333333,
        },
        {
            "authority": "South Borsetshire",
            "measure": "weighted_score",
            "stated_value": 3.1,
            "computed_value": None,
            "difference": None,
        },
    ]


@pytest.mark.parametrize(
    ("found", "question"),
    [
        (score(4, None, status="review", reason="?"), 'Which benchmark of street-check is "Lighting", or none?'),
        (score(4, authority=None, status="review", reason="?"), 'Which authority is "the council"?'),
        (score(4, period=None, status="review", reason="?"), "Which period is this score about?"),
        (score(None, status="review", reason="?"), 'Which score does "-" stand for, or none?'),
        (score(4, status="review", reason="?"), "Did Ambridge Council score 4 for lamps in 2022?"),
        (score("not_met", status="review", reason="?"), "Did Ambridge Council score not met for lamps in 2022?"),
    ],
)
def test_the_review_queue_asks_what_has_to_be_decided(warehouse: Warehouse, found, question: str):
    load(warehouse, [paper("a", found, score(5, "drains"))], catalogue())
    assert values(warehouse, "review_queue", "question") == [question]


def test_the_review_queue_says_where_to_look_and_what_was_thought(warehouse: Warehouse):
    load(warehouse, [paper("a", score(4, page=7, status="review", reason="blurred"))], catalogue())
    assert rows(warehouse, "review_queue", "place", "evidence", "reason") == [
        {
            "place": "page 7, table 1, row 2, column 3",
            "evidence": "label as written; authority in the title",
            "reason": "blurred",
        }
    ]
