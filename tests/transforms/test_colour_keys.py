"""Where a paper explains its colours."""

import pytest

from tests.support.grids import document
from transforms import load_catalogue
from transforms.colour_keys import keys_of
from transforms.colours import ColourEntry
from transforms.labels import Labels

ABOUT = [Labels(load_catalogue().framework("prevent-duty-2018"))]


def keys(paper: str) -> tuple[tuple[ColourEntry, ...], ...]:
    return keys_of(document(paper).body, ABOUT)


@pytest.mark.parametrize(
    "text",
    [
        "Key: Red = not met, amber = met and green = exceeded",
        "Red: not met; amber: met; green: exceeded.",
        "Not met (red), met (amber), exceeded (green)",
        "- Red – not met\n- Amber – met\n- Green – exceeded",
        "| Key: | Red = not met, amber = met, green = exceeded |",
    ],
)
def test_lines_explain_colours_in_words(text: str) -> None:
    (found,) = keys(text)
    assert [(entry.name, *(text.strip(" ()").casefold() for text in entry.texts)) for entry in found] == [
        ("red", "not met"), ("amber", "met"), ("green", "exceeded"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "drawn",
    [
        "| {#ff0000} | Not met |\n| {#00b050} | Exceeded |",
        "| Not met | {#ff0000} |\n| Exceeded | {#00b050} |",
        "| Not met {#ff0000} |\n| Exceeded {#00b050} |",
        "| Not met {#ff0000} | Exceeded {#00b050} |",
        "| {#ff0000} | Not met | {#00b050} | Exceeded |",
        "| {#ff0000} | {#00b050} |\n| Not met | Exceeded |",
        "| Channel Panel | 4 {#00b050} |\n| {#ff0000} | Not met |\n| {#00b050} | Exceeded |",
    ],
)
def test_tables_explain_fills(drawn: str) -> None:
    (found,) = keys(drawn)
    assert [(entry.fill, *entry.texts) for entry in found] == [("#ff0000", "Not met"), ("#00b050", "Exceeded")]


@pytest.mark.parametrize(
    "paper",
    [
        "Two benchmarks were red and three were green.",
        "The Green Paper of the Red Cross is welcome.",
        "| Benchmark | Score |\n| Channel Panel | 4 {#00b050} |\n| Referral Pathway | 1 {#ff0000} |",
        "| | Channel Panel | Referral Pathway |\n| 2022 | 4 {#00b050} | 1 {#ff0000} |",
        "| Calls | Met {#00b050} |\n| Visits | Met {#00b050} |\n| Letters | Not met {#ff0000} |",
    ],
)
def test_scores_and_sentences_are_no_keys(paper: str) -> None:
    assert keys(paper) == ()
