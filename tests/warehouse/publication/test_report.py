import os
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.findings import AMBRIDGE, BORCHESTER, catalogue, paper, score, street_check
from tests.warehouse.publication.conftest import HOSTILE_TITLE, Shared, cutout
from transforms.findings import DocumentFacts, Findings
from warehouse import Warehouse, load, open_warehouse, publish
from warehouse.publication.links import paper_page, region_page


class Page(HTMLParser):
    """What the tests ask of a page: its elements with their attributes, and the text of each table."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.tables: list[list[list[str]]] = []
        self.in_cell = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.in_cell = True

    def handle_data(self, data: str) -> None:
        if self.in_cell:
            self.tables[-1][-1][-1] += re.sub(r"\s+", " ", data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.in_cell = False

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def texts(shared: Shared) -> dict[str, str]:
    """Every page of the report by its place in the release."""
    return read_pages(shared.path)


@pytest.fixture(scope="module")
def pages(texts: dict[str, str]) -> dict[str, Page]:
    return {name: Page(text) for name, text in texts.items()}


def read_pages(release: Path) -> dict[str, str]:
    return {
        file.relative_to(release).as_posix(): file.read_text(encoding="utf-8")
        for file in sorted(release.rglob("*.html"))
    }


def page_named(pages: dict[str, Page], start: str) -> Page:
    [name] = [name for name in pages if name.startswith(start)]
    return pages[name]


@pytest.fixture(scope="module")
def page(pages: dict[str, Page]) -> Page:
    return pages["index.html"]


@pytest.fixture(scope="module")
def text(texts: dict[str, str]) -> str:
    return texts["index.html"]


@pytest.fixture(scope="module")
def evidence(pages: dict[str, Page]) -> Page:
    """The page of the paper of Ambridge."""
    return pages[f"report/{paper_page(id_of('ambridge'))}"]


def id_of(name: str) -> str:
    return paper(name).document.document_id


def arrives(release: Path, page: str, href: str, pages: dict[str, Page]) -> bool:
    """Whether a link of a page leads to a file of the release, and to a place that there is in it."""
    address, _, place = href.partition("#")
    target = os.path.normpath(Path(page).parent / address) if address else page
    if not (release / target).is_file():
        return False
    return not place or any(attributes.get("id") == place for _, attributes in pages[target].elements)


def test_there_is_a_page_for_every_region_authority_and_paper(pages: dict[str, Page]) -> None:
    kinds = Counter(re.split("[-.]", name)[0] for name in pages)
    assert kinds == {"index": 1, "report/region": 2, "report/authority": 3, "report/paper": 5, "report/coverage": 1}


def test_nothing_runs_and_nothing_is_fetched_from_elsewhere(pages: dict[str, Page], texts: dict[str, str]) -> None:
    for name, page in pages.items():
        assert {tag for tag, _ in page.elements}.isdisjoint(
            {"script", "img", "iframe", "object", "embed", "use", "base"}
        )
        for tag, attributes in page.elements:
            assert not any(a.startswith("on") or a in ("src", "srcset", "xlink:href") for a in attributes)
            if "href" in attributes and tag != "a":
                assert (tag, name == "index.html") in (("link", False), ("image", False))
                assert re.fullmatch(r"report\.css|\.\./evidence/[0-9a-f]{64}\.png", attributes["href"])
        assert "@import" not in texts[name]
        assert "@font-face" not in texts[name]
        assert re.findall(r"url\((?!#)", texts[name]) == []


def test_a_title_is_text_and_never_markup(texts: dict[str, str]) -> None:
    assert not any(HOSTILE_TITLE in text for text in texts.values())
    assert any(
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &lt;b&gt;more&lt;/b&gt;" in t for t in texts.values()
    )


def test_only_addresses_of_the_web_become_links(warehouse: Warehouse, out: Path) -> None:
    sly = Findings(DocumentFacts("ab" * 32, "x.pdf", "javascript:alert(1)", "application/pdf", "no_scores", "none"))
    load(warehouse, [sly], catalogue())
    for text in read_pages(publish(warehouse, out).path).values():
        links = Page(text).all("a")
        assert {link["href"].partition(":")[0] for link in links if ":" in link["href"]} <= {"https"}


def test_where_a_file_lay_is_not_published(warehouse: Warehouse, out: Path) -> None:
    """The warehouse keeps the path; a publication goes to strangers."""
    facts = DocumentFacts("cd" * 32, "x.pdf", "clerk/secret/x.pdf", "application/pdf", "no_scores", "none")
    load(warehouse, [Findings(facts)], catalogue())
    release = publish(warehouse, out).path
    assert not [file for file in release.rglob("*") if file.is_file() and b"clerk" in file.read_bytes()]
    assert "x.pdf,x.pdf," in (release / "documents.csv").read_text()


def test_every_id_is_unique_and_every_link_arrives(pages: dict[str, Page], shared: Shared) -> None:
    for name, page in pages.items():
        ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
        assert [id for id, times in ids.items() if times > 1] == []
        spoken = {id for _, attributes in page.elements for id in attributes.get("aria-labelledby", "").split()}
        assert spoken <= set(ids)
        links = {link["href"] for link in page.all("a") if "://" not in link["href"]}
        assert [href for href in links if not arrives(shared.path, name, href, pages)] == []


def test_every_accepted_score_leads_to_its_evidence(pages: dict[str, Page], shared: Shared) -> None:
    scores = shared.views["scores"]
    at = scores.columns.index
    for row in scores.rows:
        paper, place = paper_page(row[at("document_id")]), f"o-{row[at('observation_id')]}"
        region = pages[f"report/{region_page(row[at('region')])}"]
        assert f"{paper}#{place}" in {link["href"] for link in region.all("a")}


def test_evidence_gives_print_reading_subject_state_method_confidence_and_place(evidence: Page) -> None:
    rows = [row for table in evidence.tables for row in table if row[0] == "Drains"]
    assert [
        "Drains",
        "1",
        "1 (not met)",
        "Ambridge Council",
        "2021/22",
        "accepted",
        "table",
        "100%",
        "page 1, 72 to 90 across, 100 to 112 down",
    ] in rows


def test_evidence_shows_the_picture_of_the_place_with_the_cell_marked(evidence: Page, shared: Shared) -> None:
    [name] = {picture["href"] for picture in evidence.all("image")}
    assert (shared.path / "report" / name).resolve().read_bytes() == cutout().png
    assert {(mark["x"], mark["y"], mark["width"], mark["height"]) for mark in evidence.all("rect")} == {
        ("21.5", "18.0", "41.5", "29.0")  # (72.25 - 60) x 2 less 3, (100.5 - 90) x 2 less 3; 3 more on each side
    }


def test_evidence_of_a_paper_on_the_web_leads_to_its_page_there(evidence: Page) -> None:
    assert "https://papers.example/ambridge.pdf#page=1" in {link["href"] for link in evidence.all("a")}


def test_a_paper_without_pictures_says_so_and_gives_the_print(pages: dict[str, Page], texts: dict[str, str]) -> None:
    name = f"report/{paper_page(id_of('borchester'))}"
    assert "No picture of this page is kept" in texts[name]
    assert pages[name].all("image") == []


def test_a_cell_shows_the_score_and_a_band_mark_that_needs_no_colour(pages: dict[str, Page]) -> None:
    region = pages["report/region-south-borsetshire.html"]
    [grid] = [table for table in region.tables if len(table[0]) == 6 and table[1][1].startswith("3")]
    ambridge, borchester, median, span = grid[1:]
    assert ambridge[1:] == ["3●, met", "4●, met", "1○, not met", "2.67", "66.7%"]
    assert borchester[1:] == ["2○, not met", "Met●, met", "held", "2.0", "50%"]
    assert median[1:4] == ["2.5", "4", "1"]
    assert span[1:4] == ["2 to 3", "4", "1"]


def test_a_missing_paper_is_said_and_is_no_zero(pages: dict[str, Page]) -> None:
    region = pages["report/region-south-borsetshire.html"]
    rows = [row for table in region.tables for row in table if row[0].startswith("Borchester Council")]
    assert ["no paper with scores for 2023 was read", "no paper", "no paper"] in [row[1:] for row in rows]


def test_scores_stand_beside_their_region_and_the_count_of_those_compared(pages: dict[str, Page]) -> None:
    """Ambridge has 2023 alone; in 2022 it stands beside Borchester."""
    borchester = pages["report/authority-e99000002.html"]
    [lamps] = [row for table in borchester.tables for row in table if row[0] == "1. Lamps"]
    assert lamps[1:] == ["2○, not met", "", "2.5", "2 to 3", "2 of 2"]
    [benches] = [row for table in borchester.tables for row in table if row[0] == "2. Benches"]
    assert benches[1:] == ["Met●, met", "", "none", "none", "not ranked"]


def test_how_scores_are_spread_is_shown_beside_any_mean(pages: dict[str, Page]) -> None:
    region = pages["report/region-south-borsetshire.html"]
    [spread] = [table for table in region.tables if table[0][0] == "Benchmark" and table[1][0] == "1. Lamps"]
    assert spread[0][2:] == [*(f"Score {n}" for n in range(6)), "Median", "Authorities"]
    assert spread[1][2:] == ["0", "0", "1", "1", "0", "0", "2.5", "2"]
    assert spread[2][-1] == "1, and 1 with a band alone"


def test_coverage_names_who_has_a_paper_and_who_has_none(pages: dict[str, Page]) -> None:
    rows = [row for table in pages["report/coverage.html"].tables for row in table]
    assert ["Ambridge Councilunitary authority", "3 of 3", "3 of 3"] in rows
    assert ["Borchester Councilunitary authority", "2 of 3", "no paper"] in rows
    assert ["Authorities with a score", "2 of 2", "1 of 2"] in rows


def test_a_scale_of_words_is_shown_in_words(page: Page) -> None:
    assert any(cell.startswith("Strong") for table in page.tables for row in table for cell in row)


def test_held_values_failed_papers_and_notices_are_told_with_their_reasons(texts: dict[str, str]) -> None:
    coverage = texts["report/coverage.html"]
    assert "the figure is struck through" in coverage
    assert "could not be read: no score table was found" in coverage
    assert "A heatmap of colours without figures." in coverage
    assert "1 paper could not be read" in texts["index.html"]
    assert "1 value waits for a person" in texts["index.html"]


def test_advice_stands_with_its_authority_and_its_paper(texts: dict[str, str]) -> None:
    assert "Mend the lamps" in texts["report/authority-e99000001.html"]
    assert "Mend the lamps" in texts[f"report/{paper_page(id_of('ambridge'))}"]


def test_weights_licence_and_attribution_are_stated(text: str) -> None:
    assert "Equal weights: every benchmark counts the same" in text
    assert "No published weights are known" in text
    assert "by mySociety, licensed under CC BY 4.0. The data was changed" in text
    assert "licence of a paper is not stated" in text


def test_weights_of_a_configuration_are_named(tmp_path: Path) -> None:
    with open_warehouse(tmp_path / "weighed.duckdb") as weighed:
        load(weighed, [paper("one", score(1), score(5, "drains"))], catalogue(street_check(drains=3.0)))
        text = (publish(weighed, tmp_path / "out").path / "index.html").read_text()
    assert "Weights from the configuration of whoever made this publication" in text


def test_tables_have_captions_and_heads_with_a_scope(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert len(page.all("caption")) == len(page.all("table"))
        assert {attributes.get("scope") for attributes in page.all("th")} <= {"col", "row", "rowgroup"}


def test_charts_are_pictures_with_a_title_and_a_description(page: Page) -> None:
    drawings = page.all("svg")
    assert drawings
    assert {drawing["role"] for drawing in drawings} == {"img"}
    assert len(page.all("title")) == len(drawings) + 1
    assert len(page.all("desc")) == len(drawings)


def test_drawings_are_spoken_or_silent(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for drawing in page.all("svg"):
            named = {"aria-labelledby", "aria-label"} & drawing.keys()
            assert (drawing.get("role") == "img" and named) or drawing.get("aria-hidden") == "true"


def test_pages_have_a_language_and_their_headings_leave_out_no_level(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.all("html") == [{"lang": "en-GB"}]
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_an_authority_alone_has_a_report(tmp_path: Path) -> None:
    with open_warehouse(tmp_path / "one.duckdb") as one:
        load(one, [paper("one", score(4))], catalogue())
        text = (publish(one, tmp_path / "out").path / "index.html").read_text()
    assert "1</b> authority with accepted scores" in text
    assert "year on year" not in text


def test_papers_without_a_single_score_have_a_report(tmp_path: Path) -> None:
    with open_warehouse(tmp_path / "none.duckdb") as none:
        held = score(4, status="review", reason="no such label", benchmark=None, authority=None, period=None)
        load(none, [paper("held", held), paper("agenda")], catalogue())
        texts = read_pages(publish(none, tmp_path / "out").path)
    assert "Nothing has been accepted yet." in texts["index.html"]
    assert "no such label" in texts["report/coverage.html"]


def test_band_alone_figures_and_odd_ids_do_no_harm(tmp_path: Path) -> None:
    odd = replace(paper("odd", score("met"), score("exceeded", "drains", authority=BORCHESTER)))
    odd = replace(
        odd, observations=tuple(replace(o, observation_id=f'"> <{n}>') for n, o in enumerate(odd.observations))
    )
    with open_warehouse(tmp_path / "odd.duckdb") as opened:
        load(opened, [odd, paper("ambridge", score("met", "benches", authority=AMBRIDGE, period="2023"))], catalogue())
        release = publish(opened, tmp_path / "out").path
    pages = {name: Page(text) for name, text in read_pages(release).items()}
    for name, page in pages.items():
        assert all(arrives(release, name, a["href"], pages) for a in page.all("a") if "://" not in a["href"])
        assert all(re.fullmatch(r"[\w.-]+", a["id"]) for _, a in page.elements if "id" in a)
