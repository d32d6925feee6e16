"""A folder full of traps through `scorepack run`: the run ends well, and what it publishes can be opened by anybody."""

import csv
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest

from tests.support import papers
from tests.support.imports import ROOT

pytestmark = pytest.mark.flow

SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
ORDER = "'); drop table documents; --"
FORMULAS = ("=HYPERLINK(\"http://127.0.0.1:9\",\"x\")", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@SUM(A1)",
            "\t=1+1", "\r=1+1", "＝1+1")  # fmt: skip
STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝")


@dataclass(frozen=True)
class Ran:
    """What a run left: what it said, and where it published."""

    process: subprocess.CompletedProcess[str]
    latest: Path
    warehouse: Path
    secret: Path


def traps(folder: Path, secret: Path) -> None:
    papers.save(folder, "sefton.docx", papers.briefing_docx())
    labels = [f"Training {SCRIPT}", f"Channel Panel {ORDER}", *FORMULAS, *papers.BENCHMARKS[len(FORMULAS) + 2 :]]
    page = papers.briefing_text("markdown", labels=labels[:10], title=f"Prevent Update {SCRIPT} {ORDER}")
    papers.save(folder, "labels.md", page)
    for number, formula in enumerate(FORMULAS):
        note = f"{formula}\n\n# {formula}\n\n".encode() + papers.briefing_text(
            title=formula, date=f"{number + 1} May 2022"
        )
        papers.save(folder, f"formula-{number}.md", note)
    names = (
        "=1+1.md",
        "@x.md",
        f"{ORDER}.md",
        "<img src=x onerror=alert(1)>.md",
        "a\nb\tc.md",
        "\u202egpj.md",
        "x" * 250 + ".md",
    )
    for name in names:
        papers.save(folder, name.replace("/", ""), papers.briefing_text(title=name.replace("\n", " ")))
    if sys.platform == "linux":
        (Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.md"))).write_bytes(papers.briefing_text(title="Bytes"))
        os.mkfifo(folder / "pipe.pdf")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "secret.md").symlink_to(secret)
    (folder / "outside").symlink_to(secret.parent)
    (folder / "turn.md").symlink_to(folder / "turn.md")
    with zipfile.ZipFile(folder / "traversal.docx", "w") as package, zipfile.ZipFile(folder / "sefton.docx") as sound:
        for name in sound.namelist():
            package.writestr(name, sound.read(name))
        package.writestr("/".join([*[".."] * 3, "escaped.txt"]), "escaped")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    base = tmp_path_factory.mktemp("traps")
    secret = papers.save(base / "elsewhere", "secret.md", papers.briefing_text(authority="Knowsley"))
    folder = base / "papers"
    folder.mkdir()
    traps(folder, secret)
    command = [sys.executable, "-m", "flows", "run", str(folder), "--json"]
    command += ["--warehouse", str(base / "w.duckdb"), "--out", str(base / "published")]
    home = {**os.environ, "PREFECT_HOME": str(base / "prefect"), "PYTHONPATH": str(ROOT)}
    process = subprocess.run(command, cwd=base, env=home, capture_output=True, text=True, timeout=300, errors="replace")
    return Ran(process, base / "published" / "latest", base / "w.duckdb", secret)


def rows(ran: Ran, query: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(ran.latest / "scorepack.duckdb"), read_only=True) as copy:
        return copy.execute(query).fetchall()


def test_the_run_ends_well(ran: Ran) -> None:
    assert ran.process.returncode == 0, ran.process.stderr[-2000:]
    assert "Traceback" not in ran.process.stderr
    assert rows(ran, "select count(*) from observations where authority_code = 'E08000014'")[0][0] >= 10
    assert not list(ran.warehouse.parent.rglob("escaped.txt"))


def test_links_and_pipes_are_told_and_what_they_lead_to_is_nowhere(ran: Ran) -> None:
    told = dict(rows(ran, "select file_name, reason from documents where status = 'failed'"))
    for name in ("passwd.txt", "secret.md", "outside"):
        assert "leads out of the folder, and was not followed" in told[name]
    assert "leads to nothing" in told["turn.md"]
    if sys.platform == "linux":
        assert "no file but a pipe" in told["pipe.pdf"]
    assert rows(ran, "select * from observations where authority_text = 'Knowsley'") == []
    assert rows(ran, "select * from documents where title ilike '%root:%'") == []


def test_every_name_is_kept_as_a_text(ran: Ran) -> None:
    names = {name for (name,) in rows(ran, "select file_name from documents")}
    assert {"=1+1.md", f"{ORDER}.md", "x" * 250 + ".md"} <= names
    if sys.platform == "linux":
        assert any("ff" in name.lower() or "\ufffd" in name for name in names), names


def test_no_cell_of_a_published_csv_file_is_a_formula(ran: Ran) -> None:
    from warehouse.publication.texts import HARMLESS

    seen = 0
    for file in ran.latest.glob("*.csv"):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                seen += sum(cell.startswith("'") for cell in row)
                assert [cell for cell in row if cell.startswith(STARTS) and not HARMLESS.fullmatch(cell)] == [], (
                    file.name
                )
    assert seen > len(FORMULAS), "the formulas are there, each behind an apostrophe"


def test_no_cell_of_the_workbook_is_a_formula_or_a_link_out(ran: Ran) -> None:
    book = openpyxl.load_workbook(ran.latest / "comparison.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    links = {cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target}
    assert not [link for link in links if "127.0.0.1" in link]
    assert any("cmd|" in str(cell.value) for cell in cells), "they are there as texts"


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.needs("chromium")
def test_nothing_of_a_paper_runs_in_the_report(browser: Any, ran: Ran) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: request.url.startswith("file:") or said.append(request.url))
    files = [ran.latest / "index.html", *sorted((ran.latest / "report").glob("*.html"))]
    shown = 0
    for file in files:
        page.goto(file.resolve().as_uri())
        assert page.title() != "owned", file.name
        assert page.locator("img[src=x], script:has-text('owned')").count() == 0, file.name
        shown += "document.title='owned'" in page.inner_text("body")
    assert said == []
    assert shown, "the script is there as a text"
