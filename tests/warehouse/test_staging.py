"""Every field of every finding arrives in its own column."""

from dataclasses import fields
from datetime import date

from extractors.document import Cell, Notice
from tests.support.findings import catalogue, document_id
from transforms.findings import (
    DocumentFacts,
    Findings,
    Observation,
    Place,
    PrintedGrid,
    Recommendation,
    StatedMeasure,
    Subject,
    TableVerdict,
)
from warehouse import Warehouse, load

ID = document_id("a")
FACTS = DocumentFacts(ID, "file", "source", "media", "extracted", "reason", "title", "publisher", date(2022, 9, 8), 12)
SUBJECT = Subject("code", "authority", "authority text", "period", 2022, "stated")
PLACE = Place("chart", 7, (1.5, 2.5, 3.5, 4.5), 8, 9, 10)
OBSERVATION = Observation(
    "id", "framework", "benchmark", "benchmark text", SUBJECT, 4.5, "score text", "band", PLACE, 0.75,
    "review", "reason", ("first", "second"),
)  # fmt: skip
MEASURE = StatedMeasure(
    "id", "weighted_score", "framework", SUBJECT, 4.5, "value text", PLACE, 0.75, "review", "reason"
)
ADVICE = Recommendation("number", "title", "text", 3, "code", "framework", "benchmark")
GRID = PrintedGrid(8, (Cell(2, 3, "printed", 7, (1.5, 2.5, 3.5, 4.5), row_span=2, column_span=4),))
VERDICT = TableVerdict(8, 7, "chart", "scores", "reason", "framework", "orientation")
SUBJECT_COLUMNS = {
    "authority_code": "code",
    "authority": "authority",
    "authority_text": "authority text",
    "period": "period",
    "period_year": 2022,
    "period_basis": "stated",
}
PLACE_COLUMNS = {
    "method": "chart",
    "page": 7,
    "bbox": (1.5, 2.5, 3.5, 4.5),
    "table_number": 8,
    "row_number": 9,
    "column_number": 10,
}


def stored(warehouse: Warehouse, table: str) -> list[dict[str, object]]:
    relation = warehouse.connection.table(f"core.{table}")
    return [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]


def plain(finding: object, *but: str) -> dict[str, object]:
    return {field.name: getattr(finding, field.name) for field in fields(finding) if field.name not in but}  # type: ignore[arg-type]


def test_every_field_arrives_in_its_column(warehouse: Warehouse):
    notice = Notice("kind", "text", 5)
    told = Findings(FACTS, (OBSERVATION,), (MEASURE,), (ADVICE,), (notice,), (VERDICT,), grids=(GRID,))
    load(warehouse, [told], catalogue())

    [document] = stored(warehouse, "document")
    assert {name: document[name] for name in plain(FACTS)} == plain(FACTS)
    assert stored(warehouse, "observation") == [
        {
            "document_id": ID,
            **plain(OBSERVATION, "subject", "place", "evidence"),
            **SUBJECT_COLUMNS,
            **PLACE_COLUMNS,
            "evidence": ["first", "second"],
        }
    ]
    assert stored(warehouse, "stated_measure") == [
        {"document_id": ID, **plain(MEASURE, "subject", "place"), **SUBJECT_COLUMNS, **PLACE_COLUMNS}
    ]
    assert stored(warehouse, "recommendation") == [{"document_id": ID, "position": 1, **plain(ADVICE)}]
    assert stored(warehouse, "notice") == [
        {"document_id": ID, "position": 1, "kind": "kind", "text": "text", "page": 5}
    ]
    assert stored(warehouse, "table_verdict") == [
        {"document_id": ID, "position": 1, "table_number": 8, **plain(VERDICT, "table")}
    ]
    assert stored(warehouse, "printed_cell") == [
        {
            "document_id": ID,
            "table_number": 8,
            "row_number": 3,
            "column_number": 4,
            "row_span": 2,
            "column_span": 4,
            "text": "printed",
            "page": 7,
            "bbox": (1.5, 2.5, 3.5, 4.5),
        }
    ]


def test_what_is_not_known_is_null(warehouse: Warehouse):
    bare = Observation("id", "framework", None, "label", Subject(), None, "", None, Place("text"), 0.0, "review", "why")
    load(warehouse, [Findings(DocumentFacts(ID, "file", "source", "media", "extracted"), (bare,))], catalogue())
    [observation] = stored(warehouse, "observation")
    assert {name for name, value in observation.items() if value is None} == {
        "benchmark", "score", "band", "page", "bbox", "table_number", "row_number", "column_number", *SUBJECT_COLUMNS,
    }  # fmt: skip
    assert observation["score_text"] == ""
    assert observation["evidence"] == []
