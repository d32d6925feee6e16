"""A small warehouse with a bit of everything, and the folder published from it."""

import io
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from extractors.document import Notice
from tests.support.findings import AMBRIDGE, BORCHESTER, CASTERFORD, catalogue, measure, paper, score
from transforms.findings import Cutout, Findings, Recommendation
from warehouse import Publication, ViewRows, Warehouse, load, open_warehouse, publish, read_view
from warehouse.schema import PUBLIC_VIEWS

HOSTILE_TITLE = "Annual report <script>alert('x')</script> & <b>more</b>"


@dataclass(frozen=True, slots=True)
class Shared:
    """A publication that tests only read, the warehouse file behind it, and what its views show."""

    path: Path
    version: str
    file: Path
    views: dict[str, ViewRows]


def cutout(page: int = 1, colour: str = "#e8e0d0", table: int | None = 1) -> Cutout:
    """A picture of the part of a page in which the values of Ambridge stand, two pixels a point."""
    stream = io.BytesIO()
    Image.new("RGB", (400, 120), colour).save(stream, "PNG")
    return Cutout(page, (60.0, 90.0, 260.0, 150.0), 2.0, 400, 120, stream.getvalue(), table)


def some_papers() -> list[Findings]:
    """Two years of Ambridge, one of Borchester, a held and a rejected value, a visit in words, a broken paper."""
    ambridge = paper(
        "ambridge",
        *(
            score(value, benchmark, period=period, bbox=(72.25, 100.5, 90.0, 112.0))
            for period, values in (("2021/22", (3, 4, 1)), ("2023", (4, 4, 5)))
            for benchmark, value in zip(("lamps", "benches", "drains"), values, strict=True)
        ),
        measures=[measure(2.67)],
        recommendations=[
            Recommendation("1", "Mend the lamps", "=SUM(A1) is no advice", 2, AMBRIDGE, "street-check", "lamps"),
            Recommendation("2", "-", "See [the plan](http://plans.example) (draft)", None, None, None, None),
        ],
        notices=[Notice("colour_only", "A heatmap of colours without figures.", 3)],
    )
    ambridge = replace(
        ambridge,
        document=replace(
            ambridge.document,
            title=HOSTILE_TITLE,
            source="https://papers.example/ambridge.pdf",
            publisher=AMBRIDGE,
            media_type="application/pdf",
        ),
        cutouts=(cutout(),),
    )
    borchester = paper(
        "borchester",
        score(2, "lamps", authority=BORCHESTER),
        score("met", "benches", authority=BORCHESTER),
        score(4, "drains", authority=BORCHESTER, status="review", reason="the figure is struck through", page=None),
        score(None, None, authority=None, period=None, status="rejected", reason="'n/a' is no score"),
        published_on=date(2023, 1, 5),
    )
    strong = score(2, "overall", authority=CASTERFORD, period="2023-05-12", framework="visits")
    visit = paper("casterford", replace(strong, score_text="Strong"))
    return [ambridge, borchester, visit, paper("broken", status="failed", published_on=None), paper("agenda")]


def as_published(documents: ViewRows) -> ViewRows:
    """The papers with their file names for sources, where these are files: it is not told where one lay."""
    source, name = documents.columns.index("source"), documents.columns.index("file_name")
    rows = [
        (*row[:source], row[source] if row[source].startswith("https://") else row[name], *row[source + 1 :])
        for row in documents.rows
    ]
    return replace(documents, rows=type(documents.rows)(rows))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Shared:
    """Those papers loaded and published, once for all tests that only look."""
    folder = tmp_path_factory.mktemp("shared")
    with open_warehouse(folder / "warehouse.duckdb") as opened:
        load(opened, some_papers(), catalogue())
        made = publish(opened, folder / "out")
        views = {view: read_view(opened, view) for view in PUBLIC_VIEWS}
    views["documents"] = as_published(views["documents"])
    return Shared(made.path, made.version, folder / "warehouse.duckdb", views)


@pytest.fixture
def warehouse(shared: Shared, tmp_path: Path) -> Iterator[Warehouse]:
    """An open warehouse of the test's own with those papers in it."""
    shutil.copyfile(shared.file, tmp_path / "warehouse.duckdb")
    with open_warehouse(tmp_path / "warehouse.duckdb") as opened:
        yield opened


@pytest.fixture
def out(shared: Shared, tmp_path: Path) -> Path:
    """A folder of the test's own in which the warehouse has been published once."""
    out = tmp_path / "out"
    shutil.copytree(shared.path.parent.parent, out, symlinks=True)
    return out


@pytest.fixture
def published(out: Path) -> Publication:
    """The publication in that folder."""
    return Publication("1.0.0", out / "releases" / "1.0.0", changed=True, changes=0)
