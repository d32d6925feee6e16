import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.findings import AMBRIDGE, BORCHESTER, catalogue, paper, score, street_check
from tests.warehouse.publication.conftest import HOSTILE_TITLE, Shared
from transforms.findings import DocumentFacts, Findings
from warehouse import Warehouse, load, open_warehouse, publish


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
def text(shared: Shared) -> str:
    return (shared.path / "index.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_nothing_is_fetched_and_nothing_runs(page: Page, text: str) -> None:
    names = {name for name, _ in page.elements}
    assert names.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "image", "use", "base"})
    for name, attributes in page.elements:
        assert not any(
            attribute.startswith("on") or attribute in ("src", "srcset", "xlink:href") for attribute in attributes
        )
        if "href" in attributes:
            assert name == "a"
    assert "@import" not in text
    assert "@font-face" not in text
    assert re.findall(r"url\((?!#)", text) == []


def test_a_title_is_text_and_never_markup(text: str) -> None:
    assert HOSTILE_TITLE not in text
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &lt;b&gt;more&lt;/b&gt;" in text


def test_only_addresses_of_the_web_become_links(warehouse: Warehouse, out: Path) -> None:
    sly = Findings(DocumentFacts("ab" * 32, "x.pdf", "javascript:alert(1)", "application/pdf", "no_scores", "none"))
    load(warehouse, [sly], catalogue())
    page = Page((publish(warehouse, out).path / "index.html").read_text())
    assert {link["href"].partition(":")[0] for link in page.all("a") if ":" in link["href"]} == {"https"}


def test_every_id_is_unique_and_every_inner_link_arrives(page: Page) -> None:
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert [id for id, times in ids.items() if times > 1] == []
    inner = {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")}
    assert inner <= set(ids)
    spoken = {id for _, attributes in page.elements for id in attributes.get("aria-labelledby", "").split()}
    assert spoken <= set(ids)


def test_every_accepted_score_leads_to_its_evidence(page: Page, shared: Shared) -> None:
    scores = shared.views["scores"]
    wanted = {f"#o-{row[scores.columns.index('observation_id')]}" for row in scores.rows}
    assert wanted <= {link["href"] for link in page.all("a")}


def test_links_to_files_arrive(page: Page, shared: Shared) -> None:
    for link in page.all("a"):
        if "#" not in link["href"] and "://" not in link["href"]:
            assert (shared.path / link["href"]).is_file()


def test_evidence_gives_paper_page_place_print_method_confidence_and_state(page: Page) -> None:
    rows = [row for table in page.tables for row in table if "Drains" in row and "accepted" in row[-1]]
    assert [
        "Ambridge Council",
        "2021/22",
        "Drains",
        "1",
        "1 (not met)",
        "page 1, 72 to 90 across, 100 to 112 down",
        "table",
        "100%",
        "accepted",
    ] in rows


def test_a_cell_shows_the_score_and_a_band_mark_that_needs_no_colour(page: Page) -> None:
    [grid] = [table for table in page.tables if len(table[0]) == 6 and table[1][1].startswith("3")]
    ambridge, borchester = grid[1:]
    assert ambridge[1:] == ["3●, met", "4●, met", "1○, not met", "2.67", "66.7%"]
    assert borchester[1:] == ["2○, not met", "Met●, met", "held", "2", "50%"]


def test_a_missing_paper_is_said_and_is_no_zero(page: Page) -> None:
    rows = [row for table in page.tables for row in table if row[0].startswith("Borchester Council")]
    assert ["no paper with scores for 2023 was read", "no paper", "no paper"] in [row[1:] for row in rows]


def test_a_scale_of_words_is_shown_in_words(page: Page) -> None:
    assert any(cell.startswith("Strong") for table in page.tables for row in table for cell in row)


def test_held_values_failed_papers_and_notices_are_told_with_their_reasons(text: str) -> None:
    assert "the figure is struck through" in text
    assert "could not be read: no score table was found" in text
    assert "A heatmap of colours without figures." in text
    assert "1 paper could not be read" in text
    assert "1 value waits for a person" in text


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


def test_tables_have_captions_and_heads_with_a_scope(page: Page) -> None:
    assert len(page.all("caption")) == len(page.all("table"))
    assert {attributes.get("scope") for attributes in page.all("th")} == {"col", "row"}


def test_charts_are_pictures_with_a_title_and_a_description(page: Page) -> None:
    drawings = page.all("svg")
    assert drawings
    assert {drawing["role"] for drawing in drawings} == {"img"}
    assert len(page.all("title")) == len(drawings) + 1
    assert len(page.all("desc")) == len(drawings)


def test_the_page_has_a_language_and_its_headings_leave_out_no_level(page: Page) -> None:
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
        text = (publish(none, tmp_path / "out").path / "index.html").read_text()
    assert "Nothing has been accepted yet." in text
    assert "no such label" in text


def test_band_alone_figures_and_odd_ids_do_no_harm(tmp_path: Path) -> None:
    odd = replace(paper("odd", score("met"), score("exceeded", "drains", authority=BORCHESTER)))
    odd = replace(
        odd, observations=tuple(replace(o, observation_id=f'"> <{n}>') for n, o in enumerate(odd.observations))
    )
    with open_warehouse(tmp_path / "odd.duckdb") as opened:
        load(opened, [odd, paper("ambridge", score("met", "benches", authority=AMBRIDGE, period="2023"))], catalogue())
        text = (publish(opened, tmp_path / "out").path / "index.html").read_text()
    page = Page(text)
    ids = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    assert {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")} <= ids
    assert all(re.fullmatch(r"[\w.-]+", id) for id in ids)
