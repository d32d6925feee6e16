"""The same paper in every form that councils publish gives the same records."""

from pathlib import Path

import pytest

from extractors import Source
from flows.reading import interpret
from tests.support import papers
from tests.support.papers import LEICESTERSHIRE_2022, LEICESTERSHIRE_2023, SEFTON_2022
from transforms import Findings, Lexicon, load_catalogue

SEFTON = {("E08000014", "2022", "document"): SEFTON_2022}
LEICESTERSHIRE = {
    ("E10000018", "2022", "stated"): LEICESTERSHIRE_2022,
    ("E10000018", "2023", "stated"): LEICESTERSHIRE_2023,
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.of(load_catalogue())


@pytest.fixture
def findings(tmp_path: Path, lexicon: Lexicon):
    def of(name: str, content: bytes) -> Findings:
        path = papers.save(tmp_path, name, content)
        return interpret(Source(str(path), path, name), lexicon)

    return of


def accepted(findings: Findings, lexicon: Lexicon) -> dict[tuple[str | None, ...], tuple[float | None, ...]]:
    """The accepted scores of each authority and period, in the order of the benchmarks; nothing else may be there."""
    assert {found.status for found in findings.observations} == {"accepted"}
    order = [item.id for item in lexicon.catalogue.framework("prevent-duty-2018").benchmarks]
    found: dict[tuple[str | None, ...], list[float | None]] = {}
    for one in sorted(findings.observations, key=lambda one: order.index(one.benchmark or "")):
        subject = one.subject
        found.setdefault((subject.authority_code, subject.period, subject.period_basis), []).append(one.score)
    return {key: tuple(values) for key, values in found.items()}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("briefing.docx", papers.briefing_docx),
        ("briefing.odt", papers.briefing_odt),
        ("briefing.pdf", papers.briefing_pdf),
        ("briefing.md", lambda: papers.briefing_text("markdown")),
        ("briefing.html", lambda: papers.briefing_text("html")),
    ],
)
def test_a_briefing(findings, lexicon, name, content):
    assert accepted(findings(name, content()), lexicon) == SEFTON


@pytest.mark.parametrize(
    ("name", "content", "page"),
    [
        ("deck.pptx", papers.deck_pptx, 5),
        ("deck.odp", papers.deck_odp, 5),
        ("deck.pdf", papers.deck_pdf, 5),
        ("extract.txt", papers.text_extract, None),
    ],
)
def test_a_deck_with_its_recommendations_and_the_figures_that_it_only_shows(findings, lexicon, name, content, page):
    found = findings(name, content())
    assert accepted(found, lexicon) == LEICESTERSHIRE
    assert {one.place.page for one in found.observations} == {page}
    assert [(advice.number, advice.benchmark) for advice in found.recommendations] == [
        ("1", "venue_hire_and_it_policies"),
        ("2", "training"),
        ("3", "prevent_partnership_plan"),
    ]
    told = [notice.text for notice in found.notices if notice.kind == "figure_without_data"]
    assert any("Weighted Score Heatmap" in text for text in told)
    assert name == "extract.txt" or any("Comparative Analysis" in text for text in told)


def test_a_deck_inside_an_agenda_pack_with_tables_that_only_look_like_scores(findings, lexicon):
    found = findings("pack.pdf", papers.agenda_pack_pdf())
    assert accepted(found, lexicon) == LEICESTERSHIRE
    assert len({one.place.page for one in found.observations}) == 1
    assert [verdict.verdict for verdict in found.verdicts].count("scores") == 1
    assert len(found.recommendations) == 3
