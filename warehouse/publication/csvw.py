"""`NAME.csv-metadata.json`: CSV on the Web, so that a program finds the meaning of each column beside the file."""

from pathlib import Path
from typing import Any

from warehouse.publication import wording
from warehouse.publication.datapackage import field_type, write_json
from warehouse.publication.relations import Column, Relation

DATATYPES = {"number": "double", "array": "json", "any": "string", "datetime": "dateTime"}


def write_csvw(relation: Relation, folder: Path) -> Path:
    """Metadata for the CSV file of that dataset."""
    dataset = relation.dataset
    schema: dict[str, Any] = {"columns": list(map(_column, relation.columns))}
    if dataset.key and dataset.one_row_a_key:
        schema["primaryKey"] = list(dataset.key)
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": f"{dataset.name}.csv",
        "dc:title": dataset.title,
        "dc:description": f"{relation.comment} {wording.NEUTRALISED}".strip(),
        "dialect": {"header": True, "encoding": "utf-8"},
        "tableSchema": schema,
    }
    return write_json(folder / f"{dataset.name}.csv-metadata.json", content)


def _column(column: Column) -> dict[str, Any]:
    kind = field_type(column)
    return {
        "name": column.name,
        "titles": column.name,
        "datatype": DATATYPES.get(kind, kind),
        "null": "",
        "dc:description": column.comment,
    }
