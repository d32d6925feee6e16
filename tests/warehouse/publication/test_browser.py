"""The report in a real browser: it is walked through by clicks, and an accessibility checker looks at every page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.warehouse.publication.conftest import Shared

pytestmark = pytest.mark.needs("chromium")

WIDTHS = (1300, 820, 390)
KINDS = (
    "index.html",
    "report/region-south-borsetshire.html",
    "report/authority-e99000001.html",
    "report/coverage.html",
)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that fails the test where its console says anything, or where it asks for anything that is no file."""
    context = browser.new_context(viewport={"width": WIDTHS[0], "height": 900}, java_script_enabled=True)
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: request.url.startswith("file:") or said.append(request.url))
    opened.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    yield opened
    context.close()
    assert said == []


def address(shared: Shared, name: str) -> str:
    return (shared.path / name).resolve().as_uri()


def paper(shared: Shared) -> str:
    """The page of the paper that has a picture."""
    [file] = [file for file in shared.path.glob("report/paper-*.html") if "<image" in file.read_text(encoding="utf-8")]
    return f"report/{file.name}"


def test_a_reader_comes_from_the_first_page_to_the_marked_cell_by_clicks_alone(page: Any, shared: Shared) -> None:
    page.goto(address(shared, "index.html"))
    page.get_by_role("table", name="Street Check").first.get_by_role("link", name="2 of 2").click()
    assert page.url.endswith("region-south-borsetshire.html#street-check-2022")
    page.get_by_role("link", name="Ambridge Council").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Ambridge Council"
    page.get_by_role("row", name="3. Drains").get_by_role("link", name="1").click()
    target = page.locator("tr:target")
    assert "1 (not met)" in target.inner_text()
    marked = page.get_by_role("img", name="marked is 1 for Drains").locator("visible=true")
    assert marked.count() == 1
    assert marked.locator("rect").bounding_box()["width"] > 20


def test_pictures_stay_closed_until_their_value_is_chosen(page: Any, shared: Shared) -> None:
    page.goto(address(shared, paper(shared)))
    shots = page.locator(".shot")
    assert shots.count() == 6
    assert not any(shots.nth(number).is_visible() for number in range(shots.count()))
    page.get_by_role("link", name="5", exact=True).click()
    assert [shots.nth(number).is_visible() for number in range(shots.count())].count(True) == 1


def test_the_report_works_without_script(browser: Any, shared: Shared) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address(shared, "index.html"))
    page.get_by_role("link", name="What is held and what is missing").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "What is held and what is missing"
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_is_wider_than_its_screen(page: Any, shared: Shared, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name in (*KINDS, paper(shared)):
        page.goto(address(shared, name))
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_the_skip_link_comes_first_and_leads_to_the_content(page: Any, shared: Shared) -> None:
    page.goto(address(shared, "index.html"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#start")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDTHS[0], WIDTHS[-1]])
def test_the_accessibility_checker_finds_nothing(page: Any, shared: Shared, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    for name in (*KINDS, paper(shared), f"{paper(shared)}#o-{first_value(shared)}"):
        file, _, place = name.partition("#")
        page.goto(address(shared, file) + (f"#{place}" if place else ""))
        found = Axe().run(page, options={"runOnly": RULES, "preload": False}).response["violations"]
        assert [(one["id"], [node["html"] for node in one["nodes"]][:3]) for one in found] == [], name


def first_value(shared: Shared) -> str:
    scores = shared.views["scores"]
    return str(scores.rows[0][scores.columns.index("observation_id")])
