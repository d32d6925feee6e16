"""Which room may know which: the picture of docs/architecture.md, kept true. Change it and this file together."""

import importlib
import re
import subprocess
import sys
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.support.hostile import one_page, stream
from tests.support.imports import ROOMS, ROOT, Import, files_of_the_product, imports

DOORS = {
    "extractors": set(),
    "transforms": {"extractors.document"},
    "warehouse": {"transforms.findings", "transforms.catalogue"},
}
"""The modules of other rooms that a room may import; `flows` may import all three."""

LIBRARIES = {
    "extractors": {
        "PIL",
        "cv2",
        "docx",
        "httpx",
        "lxml",
        "numpy",
        "odfdo",
        "openpyxl",
        "pdfminer",
        "pdfplumber",
        "pikepdf",
        "pptx",
        "protego",
        "pypdfium2",
        "rapidocr",
        "tenacity",
    },
    "transforms": {"rapidfuzz"},
    "warehouse": {"altair", "duckdb", "gptables", "jinja2", "pandas", "vl_convert", "xlsxwriter"},
    "flows": {
        "botocore",
        "dask",
        "distributed",
        "fsspec",
        "httpx",
        "jinja2",
        "pebble",
        "prefect",
        "prefect_dask",
        "rich",
        "typer",
    },
}
"""The libraries that a room may know."""

FILES = {
    "PIL": {"extractors/preview/painting.py", "extractors/formats/office_pictures.py"},
    "pdfminer": {"extractors/formats/pdf_marks.py"},
    "pdfplumber": {"extractors/formats/pdf_marks.py"},
    "pikepdf": {"extractors/formats/pdf_repair.py"},
    "docx": {"extractors/formats/word.py"},
    "pptx": {"extractors/formats/slides.py"},
    "odfdo": {"extractors/formats/opendocument_package.py"},
    "openpyxl": {"extractors/formats/spreadsheet.py", "extractors/formats/sheet_cells.py"},
    "protego": {"extractors/sources/visit.py"},
    "rapidocr": {"extractors/recognition/engine.py"},
    "tenacity": {"extractors/sources/visit.py"},
    "typer": {"flows/cli.py"},
    "dask": {"flows/cluster.py"},
    "distributed": {"flows/cluster.py"},
    "fsspec": {"flows/storage.py"},
    "botocore": {"flows/storage.py"},
    "prefect_dask": {"flows/cluster.py"},
    "xlsxwriter": {"warehouse/publication/publishing.py"},
}
"""The files that alone may know a library."""

LONGEST_MODULE = 400

FOLDERS_OF_ONE_MACHINE = (
    "Users",
    "builds",
    "farm",
    "home",
    "media",
    "mnt",
    "private",
    "root",
    "srv",
    "tmp",
    "work",
    "workspace",
)
"""Folders at the top of a disk that hold one person's or one machine's files."""


@pytest.mark.parametrize("room", DOORS)
def test_a_room_knows_only_the_doors_of_the_room_before_it(room: str) -> None:
    through = {
        found.name for found in imports() if _room(found.file) == room and _first(found.name) in set(ROOMS) - {room}
    }
    assert through <= DOORS[room]


def test_nobody_imports_flows() -> None:
    assert [found for found in imports() if _first(found.name) == "flows" and _room(found.file) != "flows"] == []


def test_no_modules_import_one_another_in_a_circle() -> None:
    known = {
        path.relative_to(ROOT).as_posix().removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for path in files_of_the_product()
    }
    graph: dict[str, set[str]] = defaultdict(set)
    for found in imports():
        if found.name in known:
            graph[found.importer].add(found.name)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


def test_every_library_is_known_to_its_own_room_alone() -> None:
    """A new library, or an old one in a new room, is a decision: enter it above and in docs/architecture.md."""
    strangers = {(_room(found.file), _first(found.name)) for found in imports() if _is_of_others(found)}
    assert strangers <= {(room, library) for room, libraries in LIBRARIES.items() for library in libraries}


@pytest.mark.parametrize("library", FILES)
def test_a_format_s_library_is_imported_by_its_reader_and_nowhere_else(library: str) -> None:
    assert {found.file for found in imports() if _first(found.name) == library} == FILES[library]


@pytest.mark.parametrize("room", ROOMS)
def test_the_rooms_are_those_of_this_project(room: str) -> None:
    """Other distributions are called flows, extractors and transforms too; none of them may stand in for ours."""
    file = importlib.import_module(room).__file__
    assert file is not None
    assert Path(file).parent == ROOT / room


def test_commands_without_a_flow_load_no_prefect(tmp_path: Path) -> None:
    paper = tmp_path / "briefing.md"
    paper.write_text(
        "# Prevent\n\n| Benchmark | Score |\n| --- | --- |\n| Channel Panel | 3 |\n| Risk Assessment | 4 |\n"
    )
    loaded = _loaded(
        f"from flows.cli import app\n"
        f"app(['extract', {str(paper)!r}], standalone_mode=False)\n"
        f"app(['explain', {str(paper)!r}], standalone_mode=False)\n"
    )
    assert "transforms.normalisation" in loaded
    assert "prefect" not in loaded


def test_the_face_of_the_extractors_loads_no_reader() -> None:
    """Each library is loaded when the first paper of its kind comes, so that a text file costs no PDF library."""
    loaded = _loaded("import extractors\n")
    assert "extractors.reader" in loaded
    assert loaded.isdisjoint({"pdfplumber", "pypdfium2", "docx", "pptx", "openpyxl", "cv2", "rapidocr"})


def test_a_whole_pdf_without_tables_loads_neither_its_repairer_nor_its_referee(tmp_path: Path) -> None:
    paper = tmp_path / "minutes.pdf"
    paper.write_bytes(one_page(stream(b"BT /F1 11 Tf 72 700 Td (The partnership met in September.) Tj ET")))
    loaded = _loaded(f"from pathlib import Path\nfrom extractors import read\nread(Path({str(paper)!r}))\n")
    assert "pypdfium2" in loaded
    assert loaded.isdisjoint({"pikepdf", "pdfplumber", "pdfminer", "PIL", "numpy", "lxml"})


def test_no_module_is_too_long_to_hold_one_idea() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in files_of_the_product()
    }
    assert {file: length for file, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_file_names_a_path_that_a_user_does_not_have() -> None:
    """What the product says and reads lies inside its folder or is named by its user."""
    told = [f"{path.relative_to(ROOT)}: {seen}" for path in _texts() for seen in _foreign_paths(path)]
    assert told == []


def _room(file: str) -> str:
    return file.partition("/")[0]


def _first(name: str) -> str:
    return name.partition(".")[0]


def _is_of_others(found: Import) -> bool:
    return _first(found.name) not in sys.stdlib_module_names and _first(found.name) not in ROOMS


def _loaded(program: str) -> set[str]:
    """The modules in memory after a program ran in a fresh interpreter."""
    listing = "import sys\nprint('\\n' + '\\n'.join(sys.modules), file=sys.stderr)\n"
    done = subprocess.run(
        [sys.executable, "-c", program + listing], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def _texts() -> list[Path]:
    folders = [ROOT / name for name in (*ROOMS, "docs", "examples", "tests")]
    kinds = {".py", ".sql", ".toml", ".md", ".j2", ".css", ".csv"}
    inside = [path for folder in folders for path in folder.rglob("*") if path.suffix in kinds]
    return sorted([*inside, *ROOT.glob("*.md"), ROOT / "pyproject.toml"])


def _foreign_paths(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8")
    absolute = re.findall(rf"(?<![\w.>}}:-])/(?:{'|'.join(FOLDERS_OF_ONE_MACHINE)})/[\w./-]*", text)
    climbing = [
        step
        for step in re.findall(r"(?:\.\./)+[\w./-]*", text)
        if not (path.parent / step).resolve().is_relative_to(ROOT)
    ]
    return [*absolute, *climbing]
