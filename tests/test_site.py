"""The documentation as a site: built strictly, so that a page without a place or a link without an end is an error."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.imports import ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built anew."""
    folder = tmp_path_factory.mktemp("site")
    done = _build(ROOT / "mkdocs.yml", folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_of_the_project_has_its_place(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix(".html") for path in (ROOT / "docs").rglob("*.md")}
    missing = {page for page in pages if not (site / page).is_file() and page.name != "README.html"}
    assert missing == set()
    assert (site / "layouts" / "index.html").is_file()
    assert "Seven example papers become a publication" in (site / "index.html").read_text(encoding="utf-8")


def test_files_that_pages_name_are_taken_along(site: Path) -> None:
    assert (site / "project" / "transforms" / "frameworks" / "prevent-duty-2023.toml").is_file()
    assert (site / "project" / "examples" / "index.html").is_file()


def test_the_site_fetches_nothing_from_elsewhere(site: Path) -> None:
    """Links may lead away; what a browser loads by itself lies in the folder."""
    pages = [path.read_text(encoding="utf-8") for path in site.rglob("*.html")]
    loaded = [
        tag
        for page in pages
        for tag in re.findall(r"<(?:script|link|img|iframe)\b[^>]*>", page)
        if "canonical" not in tag
    ]
    assert loaded
    assert [tag for tag in loaded if re.search(r'(?:src|href)="(?:https?:)?//', tag)] == []


@pytest.mark.parametrize(
    "fault", ["[gone](nowhere.md)", "[gone](strictness.md#no-such-heading)"], ids=["page", "anchor"]
)
def test_a_link_without_an_end_stops_the_build(tmp_path: Path, fault: str) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(f"# Home\n\n{fault}\n", encoding="utf-8")
    (docs / "strictness.md").write_text("# Strictness\n", encoding="utf-8")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:")[0]
    settings = re.sub(r"^hooks:.*\n", "", settings, flags=re.MULTILINE)
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    done = _build(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert done.returncode != 0
    assert "warning" in done.stderr.lower()


def _build(settings: Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--config-file",
            str(settings),
            "--site-dir",
            str(folder),
        ],
        cwd=settings.parent,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
