import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from tests.support.findings import catalogue, paper, score
from tests.support.views import dump
from warehouse import WarehouseBusy, load, open_warehouse
from warehouse.errors import NotADatabase, WarehouseUnreadable

HOLDER = """
import sys
from pathlib import Path
from warehouse import open_warehouse
with open_warehouse(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held_by_another_process(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        try:
            yield holder
        finally:
            holder.kill()


def test_a_new_warehouse_is_made_with_its_folder(tmp_path: Path):
    path = tmp_path / "data" / "2026" / "scorepack.duckdb"
    with open_warehouse(path):
        pass
    assert path.is_file()


def test_what_was_loaded_is_there_when_opened_again(path: Path):
    with open_warehouse(path) as warehouse:
        load(warehouse, [paper("a", score(4))], catalogue())
        before = dump(warehouse)
    with open_warehouse(path) as warehouse:
        assert dump(warehouse) == before


def test_a_warehouse_in_use_names_the_process_and_what_to_do(path: Path):
    with (
        held_by_another_process(path) as holder,
        pytest.raises(WarehouseBusy, match=rf"in use by process {holder.pid} .*try again"),
        open_warehouse(path, wait_seconds=0.2),
    ):
        pass


def test_a_warehouse_that_comes_free_in_time_is_opened(path: Path):
    with held_by_another_process(path) as holder:
        release = threading.Timer(0.3, holder.kill)
        release.start()
        with open_warehouse(path, wait_seconds=30) as warehouse:
            assert dump(warehouse)["scores"] == []
        release.join()


def test_the_wait_is_bounded(path: Path):
    with held_by_another_process(path):
        started = time.monotonic()
        with pytest.raises(WarehouseBusy), open_warehouse(path, wait_seconds=0.5):
            pass
        assert time.monotonic() - started >= 0.5


def test_a_file_of_another_kind_is_told_and_left_alone(path: Path):
    path.write_text("Benchmark,Score\n" * 1000)
    with pytest.raises(NotADatabase, match="is not a DuckDB file"), open_warehouse(path):
        pass
    assert path.read_text() == "Benchmark,Score\n" * 1000


def test_a_folder_in_the_place_of_the_file_is_told(path: Path):
    path.mkdir()
    with pytest.raises(WarehouseUnreadable, match="Check the path"), open_warehouse(path):
        pass


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path):
    (tmp_path / "data").write_text("")
    with pytest.raises(WarehouseUnreadable), open_warehouse(tmp_path / "data" / "scorepack.duckdb"):
        pass


def test_no_extension_is_fetched_from_the_net(path: Path):
    with open_warehouse(path) as warehouse:
        settings = warehouse.connection.execute(
            "select value from duckdb_settings() where name in "
            "('autoinstall_known_extensions', 'autoload_known_extensions')"
        ).fetchall()
        assert settings == [("false",), ("false",)]
        with pytest.raises(duckdb.Error, match=r"excel|st_read|not exist|not found"):
            warehouse.connection.execute("from read_xlsx('scores.xlsx')").fetchall()


def test_the_connection_is_closed_at_the_end_of_the_block(path: Path):
    with open_warehouse(path) as warehouse:
        pass
    with pytest.raises(duckdb.ConnectionException):
        warehouse.connection.execute("select 1")
    assert os.access(path, os.R_OK)
