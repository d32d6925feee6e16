import re
import xml.etree.ElementTree as ET
from typing import Any

import altair as alt
import pytest

from warehouse.publication import charts
from warehouse.publication.charts import Chart, Figure, bar_chart, dumbbell_chart


def dumbbells(*figures: tuple[str, int, float | None]) -> Chart:
    given = [Figure(name, year, value, f"{value:g}" if value is not None else "none") for name, year, value in figures]
    return dumbbell_chart(given, {"Ambridge"}, 1, 5, id="w", title="Weighted <score>", desc="A & B")


def bars(*figures: tuple[str, int, float | None]) -> Chart:
    given = [
        Figure(name, year, value, "no figure" if value is None else f"{value:g}%") for name, year, value in figures
    ]
    return bar_chart(given, id="p", title="Met", desc="Bars")


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(svg).iter("text")]


TWO_YEARS = (("Ambridge", 2022, 3.7), ("Ambridge", 2023, 3.8), ("Borchester", 2022, 2.6))


def test_a_chart_names_authorities_years_and_values() -> None:
    for drawing in (dumbbells(*TWO_YEARS).wide, dumbbells(*TWO_YEARS).narrow):
        assert {"Ambridge", "Borchester", "2022", "2023", "3.7", "3.8", "2.6"} <= set(texts(drawing))


def test_every_chart_keeps_to_the_schema_of_vega_lite(monkeypatch: pytest.MonkeyPatch) -> None:
    specs: list[dict[str, Any]] = []
    monkeypatch.setattr(charts, "svg_picture", lambda spec, **_: specs.append(spec) or "")
    for figures in (TWO_YEARS, TWO_YEARS[:1], (*TWO_YEARS, ("Casterford", 2022, None))):
        dumbbells(*figures)
        bars(*figures)
    assert len(specs) == 12
    for spec in specs:
        alt.LayerChart.from_dict(spec, validate=True)


def test_equal_values_are_written_once() -> None:
    assert texts(dumbbells(("Ambridge", 2022, 3.7), ("Ambridge", 2023, 3.7)).wide).count("3.7") == 1


def test_only_comparable_years_are_joined_by_a_line() -> None:
    pairs = (*TWO_YEARS, ("Borchester", 2023, 2.7))
    drawing = dumbbells(*pairs).wide
    lines = [element for element in ET.fromstring(drawing).iter("line") if element.get("stroke") == "#8ab4d3"]
    assert len(lines) == 1


def test_the_highest_newest_value_stands_first() -> None:
    found = [text for text in texts(bars(("A", 2023, 10), ("B", 2023, 90), ("C", 2023, 50)).wide) if text in "ABC"]
    assert found == ["B", "C", "A"]


def test_a_missing_figure_is_written_as_missing() -> None:
    assert "no figure (2022)" in texts(bars(("Ambridge", 2022, None), ("Ambridge", 2023, 50)).wide)


def test_a_chart_of_one_year_or_one_authority_is_drawn() -> None:
    assert "4" in texts(dumbbells(("Ambridge", 2022, 4)).wide)
    assert "40% (2022)" in texts(bars(("Ambridge", 2022, 40)).narrow)


def test_a_drawing_is_one_picture_with_title_and_description() -> None:
    root = ET.fromstring(dumbbells(*TWO_YEARS).wide)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "w-wide-title w-wide-desc"
    assert [root[0].text, root[1].text] == ["Weighted <score>", "A & B"]
    assert not [element for element in root.iter() if "aria-label" in element.attrib]


def test_a_drawing_refers_to_nothing_outside() -> None:
    drawing = dumbbells(*TWO_YEARS).wide + bars(("Ambridge", 2022, 40)).wide
    assert re.findall("https?:|href|<script|<style", drawing) == []


@pytest.mark.parametrize("draw", [dumbbells, bars])
def test_the_same_figures_give_the_same_bytes_however_often(draw: type[Chart]) -> None:
    assert draw(*TWO_YEARS) == draw(*TWO_YEARS)


def test_no_two_drawings_share_an_id() -> None:
    chart = dumbbells(*TWO_YEARS)
    ids = re.findall(r' id="([^"]+)"', chart.wide + chart.narrow + bars(("Ambridge", 2022, 40)).wide)
    assert len(ids) == len(set(ids))


def test_names_from_papers_are_escaped() -> None:
    assert "<b>" not in bars(("<b>Ambridge</b> & Co", 2022, 40)).wide


def test_two_bodies_of_one_name_do_no_harm() -> None:
    assert dumbbells(*TWO_YEARS, ("Ambridge", 2022, 1.0)).wide
