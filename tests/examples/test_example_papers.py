"""The committed example papers: as the builder draws them, true to what was published, and about nobody else."""

import csv
import io
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pdfplumber
import pptx
import pytest
from rapidfuzz import fuzz

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
PAPERS = EXAMPLES / "papers"
REFERENCE = ROOT / "transforms" / "reference"
NAMES = sorted(path.name for path in PAPERS.iterdir())

BOARD = "Leicestershire and Rutland Safer Communities Strategy Board"
EXCLUSION = "*Excludes the Northamptonshire split"


def word_parts(content: bytes) -> Iterator[str]:
    paper = docx.Document(io.BytesIO(content))
    yield from (paragraph.text for paragraph in paper.paragraphs)
    for table in paper.tables:
        yield from ("\t".join(cell.text for cell in row.cells) for row in table.rows)


def slide_parts(content: bytes) -> Iterator[str]:
    for number, slide in enumerate(pptx.Presentation(io.BytesIO(content)).slides, start=1):
        for shape in slide.shapes:
            yield f"{number} {shape.shape_type}"
            if shape.has_text_frame:
                yield shape.text_frame.text
            if shape.has_table:
                yield from ("\t".join(cell.text for cell in row.cells) for row in shape.table.rows)
            if shape.has_chart:
                plot = shape.chart.plots[0]
                yield "\t".join(plot.categories)
                yield from (f"{series.name}\t{tuple(series.values)}" for series in plot.series)


def page_parts(content: bytes) -> Iterator[str]:
    with pdfplumber.open(io.BytesIO(content)) as pack:
        for page in pack.pages:
            yield f"{page.page_number} {page.width:.0f} x {page.height:.0f}, {len(page.images)} pictures"
            yield page.extract_text()


READERS: dict[str, Callable[[bytes], Iterator[str]]] = {
    ".docx": word_parts,
    ".pptx": slide_parts,
    ".pdf": page_parts,
    ".txt": lambda content: iter(content.decode().splitlines()),
    ".md": lambda content: iter(content.decode().splitlines()),
}


def shown(path: Path) -> list[str]:
    return list(READERS[path.suffix](path.read_bytes()))


def build(out: Path) -> Path:
    subprocess.run([sys.executable, EXAMPLES / "build_papers.py", "--out", out], check=True, capture_output=True)
    return out


def register(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def midmark(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / "registers" / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("fresh"))


def test_the_builder_draws_the_committed_papers_and_no_other(fresh: Path) -> None:
    assert sorted(path.name for path in fresh.iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_committed_paper_shows_what_a_fresh_one_shows(fresh: Path, name: str) -> None:
    assert shown(PAPERS / name) == shown(fresh / name)


def test_two_runs_of_the_builder_give_the_same_bytes(fresh: Path, tmp_path: Path) -> None:
    again = build(tmp_path)
    assert [name for name in NAMES if (again / name).read_bytes() != (fresh / name).read_bytes()] == []


def test_no_real_council_but_leicestershire_and_sefton_is_named() -> None:
    """Apart from the name of the board and the footnote that leaves a county out, neither of which bears a score."""
    text = "\n".join(part for name in NAMES for part in shown(PAPERS / name)).replace(EXCLUSION, "")
    text = re.sub(re.sub(" ", r"\\s+", BOARD), "", text, flags=re.IGNORECASE)
    known = {row["short_name"] for row in register("authorities.csv")}
    assert {name for name in known if re.search(rf"\b{re.escape(name)}\b", text)} == {"Leicestershire", "Sefton"}


def test_leicestershires_scores_are_the_published_ones() -> None:
    rows = [part for part in shown(PAPERS / "leicestershire-benchmarking.pptx") if re.match(r"20\d\d\t", part)]
    assert rows == ["2022\t4\t5\t5\t4\t5\t4\t3\t3\t2\t2", "2023\t4\t5\t5\t4\t5\t4\t3\t2\t3\t3"]
    extract = [part for part in shown(PAPERS / "leicestershire-benchmarking.txt") if re.match(r"20\d\d\t", part)]
    assert [row.rstrip("\t") for row in extract] == rows


def test_seftons_scores_are_the_published_ones_and_bear_no_year() -> None:
    table = [part.split("\t") for part in shown(PAPERS / "sefton-prevent-update.docx") if part.count("\t") == 2]
    assert table[0] == ["", "Benchmark", "Score"]
    assert [row[2] for row in table[1:]] == ["1", "2", "1", "5", "5", "2", "2", "3", "3", "2"]


def test_the_packs_page_number_stands_right_of_the_head_of_the_score_table() -> None:
    with pdfplumber.open(PAPERS / "safer-communities-agenda-pack.pdf") as pack:
        assert len(pack.pages) >= 20
        [page] = [page for page in pack.pages if page.extract_text().startswith("Leicestershire Scores")]
        words = page.extract_words()
        [last_label] = [word for word in words if word["text"] == "Communications"]
        [stamp] = [word for word in words if word["text"] == str(page.page_number)]
    assert page.width > page.height
    assert stamp["x0"] > last_label["x1"]
    assert stamp["top"] < last_label["bottom"]
    assert stamp["bottom"] > last_label["top"]


def test_midmark_lacks_one_council_in_one_year_and_prints_one_score_off_the_scale() -> None:
    rows = [part.split("\t") for part in shown(PAPERS / "midmark-regional-benchmarking.pptx") if part.count("\t") == 10]
    authorities = [row[0] for row in rows if row[1].isdecimal()]
    assert [name for name in authorities if authorities.count(name) == 1] == ["Yarrowmouth"]
    assert [(row[0], cell) for row in rows for cell in row if cell.isdecimal() and int(cell) > 5] == [
        ("Ostlebury", "7")
    ]


def test_midmarks_registers_have_the_columns_of_the_programs_own_and_none_of_its_bodies() -> None:
    for own, invented in (("authorities.csv", "midmark_authorities.csv"), ("regions.csv", "midmark_regions.csv")):
        known, added = register(own), midmark(invented)
        assert list(known[0]) == list(added[0])
        assert {row["code"] for row in known}.isdisjoint(row["code"] for row in added)


def test_no_council_of_midmark_sounds_like_a_real_one() -> None:
    known = {row["short_name"].lower() for row in register("authorities.csv")}
    added = {row["short_name"].lower() for row in midmark("midmark_authorities.csv")}
    assert {(a, k) for a in added for k in known if fuzz.ratio(a, k) >= 80} == set()


def test_the_configuration_names_only_what_is_there() -> None:
    settings = tomllib.loads((EXAMPLES / "scorepack.toml").read_text(encoding="utf-8"))
    named = [*settings["sources"], *settings["registers"]["authorities"], *settings["registers"]["regions"]]
    assert [name for name in named if not (EXAMPLES / name).exists()] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith(("docx", "pptx"))])
def test_no_author_is_named_in_the_properties(name: str) -> None:
    content = io.BytesIO((PAPERS / name).read_bytes())
    paper = docx.Document(content) if name.endswith("docx") else pptx.Presentation(content)
    assert (paper.core_properties.author, paper.core_properties.last_modified_by) == ("", "")
