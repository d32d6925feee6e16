"""Fonts that do not say which letters they hold; ligatures and characters that lost their meaning."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.hard_cases.facts import Case, facts_of
from tests.hard_cases.fonts import untold
from tests.hard_cases.paper import AFTER, PROSE, Frame, Pen, Rules, printed

SCORES = {
    "Risk assessment": ("3", "4", "4"),
    "Staff confidence": ("2", "2", "5"),
    "Notifications": ("4", "3", "3"),
    "Traffic and offences": ("5", "5", "4"),
    "Flexible workflows": ("3", "2", "2"),
    "Communications": ("2", "3", "4"),
}
YEARS = ("2021", "2022", "2023")
SENTENCE = "The figures below were agreed with partners before they were published."
FACTS = facts_of(SCORES, YEARS)
_LIGATURES = {"fi": "\ufb01", "fl": "\ufb02"}


def _paper(
    folder: Path,
    *,
    rules: Rules = "fills",
    font: str = "Vera",
    table_font: str | None = None,
    swap: Callable[[str], str] = str,
    short: bool = False,
) -> Path:
    def page(pen: Pen) -> None:
        top = pen.head("Benchmarks: three years", lead=SENTENCE if short else PROSE)
        frame = Frame(pen, 56, top + 20, (190, 70, 70, 70), [22] * 7, size=10)
        frame.shade(0, 0, "#d9e2f3")
        frame.rule(rules)
        pen_font, pen_bold = pen.font, pen.bold_font
        if table_font:
            pen.font, pen.bold_font = table_font, f"{table_font}Bd"
        frame.fill_in([("Benchmark", *YEARS), *((swap(label), *values) for label, values in SCORES.items())])
        pen.font, pen.bold_font = pen_font, pen_bold
        if not short:
            pen.prose(frame.ys[-1] + 24, AFTER)

    bold = "VeraBd" if font == "Vera" else "Helvetica-Bold"
    return printed(folder / "paper.pdf", page, font=font, bold_font=bold)


def _joined(text: str) -> str:
    for letters, sign in _LIGATURES.items():
        text = text.replace(letters, sign)
    return text


def _shifted(char: str) -> str | None:
    """What a table of meanings says that was made from glyph numbers."""
    return chr(ord(char) - 29) if ord(char) > 61 else char


def _silent(told: Callable[[str], str | None], folder: Path) -> Path:
    return untold(_paper(folder, short=True), told=told)


def _silent_table(folder: Path) -> Path:
    return untold(_paper(folder, font="Helvetica", table_font="Vera", rules="strokes", short=True), told=_no_figures)


def _no_figures(char: str) -> str | None:
    return None if char.isdigit() else char


def _lost_letters(folder: Path) -> Path:
    """The table of meanings leaves out two letters: labels lose them, and the reading must not pretend otherwise."""
    return untold(_paper(folder), told=lambda char: None if char in "w" else char)


def _two_letters_each(spelt: bool, folder: Path) -> Path:
    """Ligature glyphs that the table of meanings spells out in letters, or calls by their own signs."""

    def told(char: str) -> str:
        return next((letters for letters, sign in _LIGATURES.items() if sign == char), char) if spelt else char

    return untold(_paper(folder, swap=_joined), told=told)


CASES = (
    Case(29, "no table of meanings at all", partial(_silent, lambda _: None), FACTS, image=True),
    Case(29, "letters shifted by glyph numbers", partial(_silent, _shifted), FACTS, image=True),
    Case(29, "only the table's figures are unknown", _silent_table, FACTS, image=True),
    Case(30, "ligatures spelt out by the font", partial(_two_letters_each, True), FACTS),
    Case(30, "ligatures as single characters", lambda folder: _paper(folder, swap=_joined, rules="level"), FACTS),
    Case(30, "ligatures in a font by glyph number", partial(_two_letters_each, False), FACTS),
    Case(30, "lost letters leave the figures whole", _lost_letters, tuple(f for f in FACTS if "w" not in f.row)),
)
