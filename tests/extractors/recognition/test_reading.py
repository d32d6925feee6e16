"""What a crop says, and how far it is trusted."""

from collections.abc import Sequence

import numpy as np
import pytest

pytest.importorskip("rapidocr", reason="the extra scorepack[ocr] is not installed")

from extractors.recognition import engine, reading
from extractors.recognition.engine import Pixels, Reading, find_lines, read_lines
from extractors.recognition.recognised import Stretch
from extractors.recognition.settings import USUAL, RecognitionSettings
from tests.extractors.recognition.glyphs import printed

PAPER = np.full((40, 40, 3), 255, np.uint8)


def weighed(monkeypatch: pytest.MonkeyPatch, *views: tuple[str, float]) -> list[Stretch]:
    """One short text as read in the plain, the narrow and the soft view."""
    answers = iter(views)

    def answered(crops: Sequence[Pixels]) -> list[Reading]:
        return [Reading(*next(answers)) for _ in crops]

    monkeypatch.setattr(reading, "read_lines", answered)
    return reading.read_stretches(PAPER, 1.0, [(0, 0, 20, 20)], USUAL)


def test_a_figure_that_reads_the_same_twice_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    [stretch] = weighed(monkeypatch, ("4", 0.99), ("4", 0.8), ("", 0.0))
    assert (stretch.text, stretch.confidence, stretch.remark) == ("4", 0.99, None)


def test_a_figure_that_reads_otherwise_in_another_view_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    [stretch] = weighed(monkeypatch, ("4", 0.99), ("1", 0.9), ("4", 0.9))
    assert stretch.confidence < 0.5
    assert stretch.remark == "read as 4 or 1"


def test_a_figure_that_only_the_other_views_see_is_never_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    [stretch] = weighed(monkeypatch, ("", 0.0), ("7", 0.99), ("7", 0.99))
    assert stretch.confidence < 0.5
    assert stretch.remark == "read as 7 or nothing"


def test_agreement_with_little_certainty_is_doubtful(monkeypatch: pytest.MonkeyPatch) -> None:
    [stretch] = weighed(monkeypatch, ("0", 0.93), ("0", 0.75), ("0", 0.95))
    assert stretch.confidence == USUAL.doubtful


def test_three_views_that_agree_make_up_for_a_weaker_first(monkeypatch: pytest.MonkeyPatch) -> None:
    [stretch] = weighed(monkeypatch, ("0", 0.93), ("0", 0.95), ("0", 0.95))
    assert stretch.confidence == USUAL.sure


def test_dirt_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert weighed(monkeypatch, (".", 0.3), (",", 0.2), ("", 0.0)) == []


def test_a_letter_of_another_script_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    [stretch] = weighed(monkeypatch, ("生", 0.99), ("生", 0.99), ("生", 0.99))
    assert stretch.confidence <= 0.5


@pytest.mark.parametrize("ink", ["black", "white"])
def test_figures_are_read_in_dark_and_in_light_ink(ink: str) -> None:
    crops = [printed(figure, ink=ink) for figure in "12345"]
    assert [found.text for found in read_lines(crops)] == list("12345")


def test_looking_for_lines_does_not_spoil_reading_crops() -> None:
    """The engine keeps the switches of the call before; each call here sets them all."""
    before = read_lines([printed("3")])
    assert len(find_lines(printed("Training", width=400, height=200))) == 1
    assert read_lines([printed("3")]) == before


def test_the_engine_is_loaded_once() -> None:
    assert engine._engine() is engine._engine()


def test_settings_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="in this order"):
        RecognitionSettings(doubtful=0.99)
