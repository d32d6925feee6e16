"""Rules and coloured areas of a picture, before any word of it is read."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("rapidocr", reason="the extra scorepack[ocr] is not installed")

from extractors.recognition.fills import fills_of
from extractors.recognition.rules import rules_of, without_letters
from extractors.recognition.settings import USUAL
from tests.support.drawn_pdf import Page, Sheet
from tests.support.scans import painted

SIZE = (300.0, 200.0)
SCALE = 150 / 72


def pixels_of(folder: Path, page: Page) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    [image] = painted(folder / "drawn.pdf", page, size=SIZE, dots_an_inch=150)
    return np.ascontiguousarray(np.asarray(image)[:, :, ::-1])


def test_every_rule_of_a_grid_is_found(tmp_path: Path) -> None:
    pixels = pixels_of(tmp_path, lambda sheet: sheet.grid(50, 40, [100, 60], [["Training", "3"], ["Venues", "4"]]))
    strokes = rules_of(pixels, SCALE, USUAL)
    level = sorted(round(stroke.box[1]) for stroke in strokes if stroke.is_level)
    upright = sorted(round(stroke.box[0]) for stroke in strokes if not stroke.is_level)
    assert level == pytest.approx([40, 58, 76], abs=1)
    assert upright == pytest.approx([50, 150, 210], abs=1)


def test_the_stems_of_large_letters_are_no_rules(tmp_path: Path) -> None:
    pixels = pixels_of(tmp_path, lambda sheet: sheet.text(20, 80, "HILL", size=60, bold=True))
    strokes = rules_of(pixels, SCALE, USUAL)
    assert without_letters(strokes, [(15, 25, 200, 90)]) == []


def test_the_sides_of_a_coloured_area_are_no_rules(tmp_path: Path) -> None:
    pixels = pixels_of(tmp_path, lambda sheet: sheet.fill(50, 40, 150, 100, "#1e8449"))
    assert rules_of(pixels, SCALE, USUAL) == []


def test_a_coloured_area_is_found_with_its_colour(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        sheet.fill(50, 40, 110, 70, "#1e8449")
        sheet.text(75, 60, "4", size=12, colour="#ffffff")

    [fill] = fills_of(pixels_of(tmp_path, page), SCALE, [(72, 48, 85, 62)], USUAL)
    assert fill.box == pytest.approx((50, 40, 110, 70), abs=1.5)
    assert fill.colour == "#1e8449"


def test_touching_cells_of_one_colour_are_cut_where_others_end(tmp_path: Path) -> None:
    """Two rows of two: green beside green, over red beside yellow."""

    def page(sheet: Sheet) -> None:
        sheet.fill(50, 40, 130, 70, "#1e8449")
        sheet.fill(50, 70, 90, 100, "#c0392b")
        sheet.fill(90, 70, 130, 100, "#f1c40f")

    texts = [(x, y, x + 8, y + 12) for x in (66.0, 106.0) for y in (49.0, 79.0)]
    fills = fills_of(pixels_of(tmp_path, page), SCALE, texts, USUAL)
    assert sorted(fill.colour for fill in fills) == ["#1e8449", "#1e8449", "#c0392b", "#f1c40f"]
    assert {round(fill.box[0] / 10) * 10 for fill in fills} == {50, 90}
