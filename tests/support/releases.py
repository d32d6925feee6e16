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
