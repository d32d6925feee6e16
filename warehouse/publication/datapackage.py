"""`datapackage.json`: every file of a release, what its columns mean, where the data comes from.

Written to Frictionless Data Package v2, kept to what version 1 readers understand as well.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from warehouse.publication import wording
from warehouse.publication.relations import Column, Relation

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
OTHER_FILES = {
    "comparison.xlsx": (
        "Workbook of all datasets",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "index.html": ("Report for people", "text/html"),
    "scorepack.duckdb": ("All datasets as tables of a DuckDB database", "application/vnd.duckdb"),
}
PARQUET_FORMAT = "apache-parquet"
"""Not "parquet": frictionless then takes it for a table of its own kind, checks neither size nor hash, and stumbles
over lists. So it is a file to it, like the others.
"""
WHOLE_NUMBERS = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
FIELD_TYPES = {
    **{sign + size: "integer" for sign in ("", "U") for size in WHOLE_NUMBERS},
    "BOOLEAN": "boolean",
    "DATE": "date",
    "DOUBLE": "number",
    "FLOAT": "number",
    "TIMESTAMP": "datetime",
    "TIMESTAMP WITH TIME ZONE": "datetime",
    "VARCHAR": "string",
}


def write_datapackage(relations: Sequence[Relation], folder: Path, version: str) -> Path:
    """Describe a release that is otherwise complete in `folder`; sizes and hashes are those of its files."""
    package = {
        "$schema": PROFILE,
        "name": "scorepack-benchmark-records",
        "title": wording.TITLE,
        "description": f"{wording.DESCRIPTION} {wording.LICENCE_STATEMENT} {wording.ATTRIBUTION}",
        "version": version,
        "sources": _sources(relations),
        "resources": [
            *(_table(relation, folder) for relation in relations),
            *(_parquet(relation, folder) for relation in relations if (folder / _parquet_name(relation)).is_file()),
            *(_other(name, folder) for name in OTHER_FILES),
            *(_page(file, folder) for file in sorted((folder / "report").glob("*"))),
            *(_picture(file, folder) for file in sorted((folder / "evidence").glob("*"))),
        ],
    }
    return write_json(folder / "datapackage.json", package)


def write_json(file: Path, content: Any) -> Path:
    """A JSON file for people and programs: indented, in the order given, UTF-8."""
    file.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    return file


def field_type(column: Column) -> str:
    """The Table Schema type of a column; whole numbers of all sizes are integers, lists are JSON arrays."""
    if column.type.endswith("]"):
        return "array"
    if column.type.startswith("DECIMAL"):
        return "number"
    return FIELD_TYPES.get(column.type, "any")


def _sources(relations: Iterable[Relation]) -> list[dict[str, str]]:
    register = {"title": f"{wording.REGISTER_TITLE}, CC BY 4.0, changed", "path": wording.REGISTER_ADDRESS}
    papers = next((relation.records() for relation in relations if relation.dataset.name == "documents"), [])
    return [register, *map(_paper, papers)]


def _paper(record: dict[str, Any]) -> dict[str, str]:
    title = " ".join(str(record[name]) for name in ("title", "file_name") if record.get(name))
    address = str(record.get("source") or "")
    return {"title": title} | ({"path": address} if address.startswith(("http://", "https://")) else {})


def _table(relation: Relation, folder: Path) -> dict[str, Any]:
    dataset = relation.dataset
    schema: dict[str, Any] = {"fields": list(map(_field, relation.columns)), "missingValues": [""]}
    if dataset.key and dataset.one_row_a_key:
        schema["primaryKey"] = list(dataset.key)
    return {
        "name": dataset.name,
        "title": dataset.title,
        "description": f"{relation.comment} {wording.NEUTRALISED}".strip(),
        "type": "table",
        **_file(folder / f"{dataset.name}.csv", "csv", "text/csv"),
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, str]:
    return {"name": column.name, "type": field_type(column), "description": column.comment}


def _parquet(relation: Relation, folder: Path) -> dict[str, Any]:
    dataset = relation.dataset
    return {
        "name": f"{dataset.name}-parquet",
        "title": f"{dataset.title} (Parquet)",
        "description": relation.comment,
        **_file(folder / _parquet_name(relation), PARQUET_FORMAT, "application/vnd.apache.parquet"),
    }


def _parquet_name(relation: Relation) -> str:
    return f"{relation.dataset.name}.parquet"


def _other(name: str, folder: Path) -> dict[str, Any]:
    title, media_type = OTHER_FILES[name]
    stem, _, suffix = name.partition(".")
    return {"name": f"{stem}-{suffix}", "title": title, **_file(folder / name, suffix, media_type)}


def _page(file: Path, folder: Path) -> dict[str, Any]:
    suffix = file.suffix.removeprefix(".")
    title = "Style of the report" if suffix == "css" else f"Page of the report: {file.stem.replace('-', ' ')}"
    return {"name": f"report-{file.stem.lower()}-{suffix}", "title": title} | _file(
        file, suffix, f"text/{suffix}", folder
    )


def _picture(file: Path, folder: Path) -> dict[str, Any]:
    return {"name": f"evidence-{file.stem}", "title": "Part of a page of a paper"} | _file(
        file, "png", "image/png", folder
    )


def _file(file: Path, format_: str, media_type: str, folder: Path | None = None) -> dict[str, Any]:
    content = file.read_bytes()
    return {
        "path": file.relative_to(folder or file.parent).as_posix(),
        "format": format_,
        "mediatype": media_type,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
