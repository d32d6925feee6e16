"""One Prefect engine for all tests of flows, with a home of its own: results and settings of the machine stay out."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.settings import Limits, Settings
from tests.support import papers


@pytest.fixture(scope="session")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A real Prefect server with an empty database."""
    os.environ["PREFECT_HOME"] = str(tmp_path_factory.mktemp("prefect"))
    import flows.prefect_defaults  # noqa: F401, I001 - before prefect
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=120):
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Papers of every form, and three that cannot be read."""
    folder = tmp_path / "papers"
    folder.mkdir()
    papers.save(folder, "sefton.docx", papers.briefing_docx())
    papers.save(folder, "leicestershire.pptx", papers.deck_pptx())
    papers.save(folder, "broken.pdf", papers.broken_pdf())
    papers.save(folder, "empty.pdf", papers.empty_file())
    papers.save(folder, "locked.docx", papers.password_docx())
    return folder


@pytest.fixture
def settings(tmp_path: Path, folder: Path) -> Settings:
    """Settings that read that folder with one process."""
    return Settings(
        warehouse=tmp_path / "scorepack.duckdb",
        out=tmp_path / "published",
        sources=(str(folder),),
        limits=Limits(workers=1, papers_per_task=2),
    )
