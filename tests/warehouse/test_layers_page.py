"""docs/warehouse.md tells of every relation that there is, and of none that there is not."""

import re
from pathlib import Path

from tests.support.imports import ROOT
from warehouse import open_warehouse

PAGE = (ROOT / "docs" / "warehouse.md").read_text(encoding="utf-8")
NAMED_ELSEWHERE = {
    "meta.schema_version",
    "core.decision_held",
    "core.lapsed_decision",
    "core.source_age",
}
"""What serves other relations alone."""


def test_the_page_names_the_inner_relations(path: Path) -> None:
    with open_warehouse(path) as warehouse:
        inner = {f"{schema}.{name}" for schema, name in warehouse.run("schema/relations") if schema != "main"}
    assert set(re.findall(r"\b(?:core|meta)\.[a-z_]+", PAGE)) == inner - NAMED_ELSEWHERE


def test_the_queries_of_the_page_run(path: Path) -> None:
    queries = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    assert len(queries) == 2
    with open_warehouse(path) as warehouse:
        for query in queries:
            assert warehouse.connection.execute(query).fetchall() == []
