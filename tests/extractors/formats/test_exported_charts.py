"""Charts as an office program really writes them into a PDF: made with a library, exported, read back."""

import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.util import Inches, Pt

from extractors import Document, Table, read
from tests.conftest import find_program

BENCHMARKS = (
    "Risk Assessment", "Multi-Agency Partnership Board", "Prevent Partnership Plan", "Referral Pathway",
    "Channel Panel", "Training", "Venue Hire and IT Policies", "Communications",
)  # fmt: skip
YEARS = {"2021/22": (3, 4, 2, 5, 4, 3, 1, 2), "2022/23": (4, 4, 3, 5, 5, 3, 2, 4)}
GAPPED: Mapping[str, Sequence[float | None]] = {"2022/23": (3, None, 2, 5, 4, None, 1, 2)}
KIND = XL_CHART_TYPE


def add_chart(deck: Any, kind: XL_CHART_TYPE, series: Mapping[str, Sequence[float | None]], *, labelled: bool) -> None:
    """A slide with a chart of the benchmarks on an axis from 0 to 5 (10 where it is stacked)."""
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = kind.name.replace("_", " ").lower()
    content = CategoryChartData()
    content.categories = BENCHMARKS
    for name, values in series.items():
        content.add_series(name, values)
    chart = slide.shapes.add_chart(kind, Inches(0.5), Inches(1.4), Inches(12), Inches(5.6), content).chart
    chart.has_legend = len(series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = 0, 10 if "STACKED" in kind.name else 5, 1
    axis.tick_labels.font.size = chart.category_axis.tick_labels.font.size = Pt(10)
    if labelled:
        chart.plots[0].has_data_labels = True
        chart.plots[0].data_labels.show_value = True
        chart.plots[0].data_labels.font.size = Pt(10)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """One deck with a slide for each kind of chart, printed to PDF."""
    folder = tmp_path_factory.mktemp("exported")
    deck: Any = Presentation()
    deck.slide_width = Inches(13)
    for kind, labelled in (
        (KIND.COLUMN_CLUSTERED, True), (KIND.COLUMN_CLUSTERED, False), (KIND.BAR_CLUSTERED, False),
        (KIND.COLUMN_STACKED, True), (KIND.LINE_MARKERS, False), (KIND.LINE, False), (KIND.RADAR, False),
    ):  # fmt: skip
        add_chart(deck, kind, YEARS, labelled=labelled)
    add_chart(deck, KIND.COLUMN_CLUSTERED, GAPPED, labelled=True)
    deck.save(str(folder / "deck.pptx"))
    command = [
        str(find_program("soffice")), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", str(folder), str(folder / "deck.pptx"),
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return read(folder / "deck.pdf")


def chart_on(document: Document, page: int) -> Table:
    (found,) = [table for table in document.tables if table.page == page]
    assert found.method == "chart"
    return found


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("page", range(1, 8))
def test_a_chart_of_two_years_is_read_back(exported: Document, page: int) -> None:
    found = chart_on(exported, page)
    read_back = {
        (row[0], name): value for row in found.rows[1:] for name, value in zip(found.rows[0][1:], row[1:], strict=True)
    }
    assert read_back == {
        (name, year): str(values[n]) for year, values in YEARS.items() for n, name in enumerate(BENCHMARKS)
    }


@pytest.mark.needs("soffice")
def test_missing_columns_keep_their_places_empty(exported: Document) -> None:
    found = chart_on(exported, 8)
    assert [row[1] for row in found.rows[1:]] == ["" if value is None else str(value) for value in GAPPED["2022/23"]]
