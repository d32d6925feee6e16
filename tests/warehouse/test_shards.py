"""What a paper gave goes through a Parquet file and comes back as it was; anything else is told and not loaded."""

import types
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import duckdb
import pytest

from tests.support.findings import paper, score
from transforms.findings import DocumentFacts, Findings
from warehouse.errors import BrokenShard
from warehouse.shards import Shard, parquet_of, shard_in

_numbers = count(1)


def filled(kind: Any) -> Any:
    """A value of a type with every field set, each to something that stands nowhere else."""
    number = next(_numbers)
    if get_origin(kind) in (Union, types.UnionType):
        return filled(next(part for part in get_args(kind) if part is not types.NoneType))
    if get_origin(kind) is tuple:
        parts = get_args(kind)
        return tuple(filled(part) for part in ((parts[0],) * 2 if parts[-1] is Ellipsis else parts))
    if get_origin(kind) is Literal:
        return get_args(kind)[number % len(get_args(kind))]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: filled(hints[field.name]) for field in fields(kind)})
    plain = {
        str: f"text {number}: £ 'quoted' \"twice\"\nnew line, \0 and —",
        int: number,
        float: number + 1 / 3,
        bool: bool(number % 2),
        bytes: bytes(range(256)) + bytes([number % 256]),
        date: date(2020, 1, 1 + number % 28),
    }
    return plain[kind]


def bare(kind: Any) -> Any:
    """A value of a type with nothing set that need not be."""
    if get_origin(kind) in (Union, types.UnionType):
        return None
    if get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis:
        return ()
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: bare(hints[field.name]) for field in fields(kind)})
    return filled(kind)


@pytest.mark.parametrize("findings", [filled(Findings), bare(Findings)], ids=["every field", "no field"])
def test_every_field_comes_back_as_it_was(findings):
    shard = Shard("0.1.0+abc", "told", findings)
    assert shard_in(parquet_of(shard)) == shard


def test_rows_of_which_only_some_have_a_value_come_back_as_they_were():
    found = paper("mixed", score(3, bbox=(1.0, 2.0, 3.5, 4.0)), score(None, None, page=None), score("met"))
    assert shard_in(parquet_of(Shard("r", "t", found))).findings == found


def test_the_same_shard_gives_the_same_bytes():
    shard = Shard("r", "t", paper("same", score(3), score(4, "drains")))
    assert parquet_of(shard) == parquet_of(shard)


def test_half_characters_stay_visible():
    document = DocumentFacts("0" * 64, "a.pdf", "a.pdf", "application/pdf", "no_scores", title="\ud835 Prevent")
    assert shard_in(parquet_of(Shard("r", "t", Findings(document)))).findings.document.title == "\\ud835 Prevent"


def test_other_programs_can_look_into_it(tmp_path):
    file = tmp_path / "one.parquet"
    file.write_bytes(parquet_of(Shard("r", "t", paper("seen", score(3), score(4, "drains")))))
    query = "select o.benchmark, o.score from (select unnest(findings.observations) as o from read_parquet(?))"
    assert duckdb.execute(query, [str(file)]).fetchall() == [("lamps", 3.0), ("drains", 4.0)]


def written(folder: Path, query: str) -> bytes:
    file = folder / "other.parquet"
    duckdb.sql(query).to_parquet(str(file))
    return file.read_bytes()


def test_what_is_no_shard_is_refused(tmp_path):
    whole = parquet_of(Shard("r", "t", paper("whole", score(3))))
    (tmp_path / "whole.parquet").write_bytes(whole)
    whole_rows = f"from read_parquet('{tmp_path / 'whole.parquet'}')"
    bad = {
        "empty": b"",
        "text": b"not Parquet at all",
        "cut off": whole[:-100],
        "of another program": written(tmp_path, "select 1 as one"),
        "without a document": written(tmp_path, "select 'r' as reader, 't' as told, {'notices': []} as findings"),
        "of two papers": written(tmp_path, f"{whole_rows} union all {whole_rows}"),
        "of no reader": written(tmp_path, f"select null as reader, told, findings {whole_rows}"),
    }
    for what, content in bad.items():
        with pytest.raises(BrokenShard, match="no shard that can be loaded"):
            raise AssertionError(f"{what}: {shard_in(content)}")


def test_a_word_that_the_door_does_not_know_is_refused(tmp_path):
    file = tmp_path / "whole.parquet"
    file.write_bytes(parquet_of(Shard("r", "t", paper("whole", score(3)))))
    query = f"""select reader, told, struct_update(findings, document :=
        struct_update(findings.document, status := 'splendid')) as findings from read_parquet('{file}')"""
    with pytest.raises(BrokenShard, match="'splendid' is none of extracted"):
        shard_in(written(tmp_path, query))
