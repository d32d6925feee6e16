"""How far a scan was turned, and where a place of the straightened page lies on it."""

from pathlib import Path

import pytest

pytest.importorskip("rapidocr", reason="the extra scorepack[ocr] is not installed")

from extractors.recognition.picture import Picture, Placing
from extractors.recognition.settings import USUAL
from extractors.recognition.straightening import pixels_of, skew_of
from tests.support.drawn_pdf import Sheet
from tests.support.scans import painted

SIZE = (400.0, 300.0)


def letter(sheet: Sheet) -> None:
    sheet.lines(40, 60, ["The partnership met its benchmarks in most of the areas."] * 12)


@pytest.mark.parametrize("turn", [-3.0, -0.7, 0.0, 1.9])
def test_the_angle_of_a_page_is_found(tmp_path: Path, turn: float) -> None:
    [image] = painted(tmp_path / "drawn.pdf", letter, size=SIZE, dots_an_inch=100)
    pixels = image.rotate(-turn, fillcolor="white")
    skew = skew_of(pixels_of(Picture(pixels.tobytes(), pixels.width * 3, *pixels.size, 100 / 72)), USUAL)
    assert skew == pytest.approx(turn, abs=0.1)


def test_a_page_without_marks_is_straight() -> None:
    assert skew_of(pixels_of(Picture(b"\xff" * 30000, 300, 100, 100, 1.0)), USUAL) == 0


def test_a_box_keeps_its_size_and_moves_with_the_page() -> None:
    """Clockwise, what stands right of the middle goes down."""
    moved = Placing.turned(2.0, 400, 300).back((300, 140, 320, 160))
    assert moved == (299.93, 143.84, 319.93, 163.84)
