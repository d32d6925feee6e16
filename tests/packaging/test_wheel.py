"""What a user gets who installs the program: the wheel must hold the data files that the code opens."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.support.imports import ROOMS, ROOT


@pytest.fixture(scope="module")
def wheel(uv: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([uv, "build", "--wheel", "--quiet", "--out-dir", out, ROOT], check=True)
    [built] = out.glob("*.whl")
    return built


@pytest.mark.needs("uv")
def test_the_wheel_holds_every_module_and_every_data_file_of_the_rooms(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        packed = set(opened.namelist())
    ours = {
        path.relative_to(ROOT).as_posix()
        for room in ROOMS
        for path in (ROOT / room).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(ours - packed) == []


@pytest.mark.needs("uv")
def test_the_wheel_holds_nothing_but_the_rooms(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        folders = {name.partition("/")[0] for name in opened.namelist()}
    assert {folder for folder in folders if not folder.endswith(".dist-info")} == set(ROOMS)
