"""Is a published release whole: every file as its data package says, and a database that opens."""

import hashlib
import json
from pathlib import Path

import duckdb


def assert_whole(release: Path) -> None:
    """Every file that the data package names is there with the bytes it should have, and the database opens."""
    package = json.loads((release / "datapackage.json").read_text(encoding="utf-8"))
    assert package["version"] == release.resolve().name
    for resource in package["resources"]:
        content = (release / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}", resource["path"]
    with duckdb.connect(str(release / "scorepack.duckdb"), read_only=True) as copy:
        assert copy.execute("select count(*) from scores").fetchall() != [(0,)]


def contents_of(release: Path) -> dict[str, object]:
    """Each file of a release by its name: its bytes, of the database every row, of the package what it says else.

    DuckDB gives every file that it makes a random name inside, so the file, its size and its hash are never the same.
    """
    files = {path.relative_to(release).as_posix(): path for path in sorted(release.rglob("*")) if path.is_file()}
    contents: dict[str, object] = {name: path.read_bytes() for name, path in files.items()}
    contents["scorepack.duckdb"] = _rows(files["scorepack.duckdb"])
    package = json.loads(files["datapackage.json"].read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if resource["path"] == "scorepack.duckdb":
            del resource["hash"], resource["bytes"]
    contents["datapackage.json"] = package
    return contents


def _rows(database: Path) -> dict[str, list[str]]:
    with duckdb.connect(str(database), read_only=True) as opened:
        names = opened.execute("select schema_name || '.' || table_name from duckdb_tables() order by 1").fetchall()
        return {name: sorted(map(repr, opened.table(name).fetchall())) for (name,) in names}
