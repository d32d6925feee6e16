"""A fresh warehouse for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from warehouse import Warehouse, open_warehouse


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scorepack.duckdb"


@pytest.fixture(scope="session")
def new_warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty warehouse, made once: copying it is five times as fast as making it."""
    made = tmp_path_factory.mktemp("warehouse") / "new.duckdb"
    with open_warehouse(made):
        pass
    return made


@pytest.fixture
def warehouse(path: Path, new_warehouse: Path) -> Iterator[Warehouse]:
    shutil.copyfile(new_warehouse, path)
    with open_warehouse(path) as opened:
        yield opened
