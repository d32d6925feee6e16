"""What colours say, and what no colour may say."""

import pytest

from transforms import load_catalogue
from transforms.colours import ColourEntry, colours_of, name_in, name_of
from transforms.scores import read_score

TEN = load_catalogue().framework("prevent-duty-2018")
RED, AMBER, GREEN = "#ff0000", "#ffc000", "#00b050"


def key(*lines: tuple[str, str]) -> tuple[ColourEntry, ...]:
    """Lines of a key, a colour by its name or its fill and the text beside it."""
    return tuple(
        ColourEntry(None if colour.startswith("#") else colour, colour if colour.startswith("#") else None, (text,))
        for colour, text in lines
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Exceeded", "exceeded"),
        ("4-5", "exceeded"),
        ("Scores of 4 or 5", "exceeded"),
        ("4 and above", "exceeded"),
        ("Below 3", "not_met"),
        ("Not met (1-2)", "not_met"),
        ("Benchmark not met: score 1 or 2", "not_met"),
        ("3", 3),
        ("Score 3 (met)", 3),
        ("Met (3)", 3),
        ("Not assessed", "not_assessed"),
    ],
)
def test_a_key_explains_a_colour(text: str, value: float | str) -> None:
    reading = colours_of([key((GREEN, text), (RED, "Not met"), (AMBER, "Met"))], TEN).reading("", GREEN)
    assert reading is not None
    said = reading.score or reading.band or reading.outcome
    assert (said, reading.confidence) == (value, 0.95)


@pytest.mark.parametrize(
    "text", ["On track", "Partially met", "2-3", "Met or exceeded", "3 meetings", "Not met (4-5)", ""]
)
def test_what_is_no_value_of_the_scale_explains_nothing(text: str) -> None:
    assert colours_of([key((GREEN, text), (RED, "Not met"), (AMBER, "Met"))], TEN).reading("", GREEN) is None


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(((GREEN, "Exceeded"), (RED, "Late")), id="one value alone"),
        pytest.param(((GREEN, "4"), (RED, "2")), id="bare figures that are not the whole scale"),
        pytest.param(((GREEN, "Met"), (RED, "Met")), id="one value for all"),
    ],
)
def test_lines_that_are_no_key(lines: tuple[tuple[str, str], ...]) -> None:
    assert colours_of([key(*lines)], TEN).reading("", GREEN) is None


def test_two_keys_that_differ_leave_a_colour_open() -> None:
    found = colours_of([key((GREEN, "Exceeded"), (RED, "Not met")), key((GREEN, "Met"), (RED, "Not met"))], TEN)
    assert found.reading("", GREEN) is None
    assert found.reading("", RED) is not None


def test_a_key_in_words_names_the_fills_of_a_table() -> None:
    words = key(("red", "Not met"), ("amber", "Met"), ("green", "Exceeded"))
    found = colours_of([words], TEN, fills=[RED, "#ffff00", "#92d050"])
    readings = [found.reading("", fill) for fill in (RED, "#ffff00", "#92d050")]
    assert [reading and (reading.band, reading.confidence) for reading in readings] == [
        ("not_met", 0.93), ("met", 0.93), ("exceeded", 0.93),
    ]  # fmt: skip


@pytest.mark.parametrize("fills", [[RED], [RED, GREEN, "#c6efce"]])
def test_one_colour_alone_and_two_shades_of_one_name_are_not_named(fills: list[str]) -> None:
    words = key(("red", "Not met"), ("green", "Exceeded"))
    assert colours_of([words], TEN, fills=fills).reading("", fills[-1]) is None


def test_a_word_on_another_colour_of_the_key_is_doubtful() -> None:
    found = colours_of([(ColourEntry("red", RED, ("Not met",)), ColourEntry("green", GREEN, ("Exceeded",)))], TEN)
    reading = found.reading("Green", RED)
    assert reading is not None
    assert (reading.outcome, reading.reason) == ("doubtful", "the cell says 'Green' and has another colour of the key")


def test_a_figure_that_contradicts_its_colour_is_told() -> None:
    found = colours_of([key((GREEN, "4-5"), (RED, "1-2"))], TEN)
    assert found.contradiction(read_score("5", TEN), GREEN) is None
    assert found.contradiction(read_score("5", TEN), "#0070c0") is None
    assert found.contradiction(read_score("2", TEN), GREEN) == "the colour of the cell says exceeded where it prints 2"


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        ("#ff0000", "red"), ("#c00000", "red"), ("#ffc7ce", "red"), ("#ffc000", "amber"), ("#ed7d31", "amber"),
        ("#ffff00", "yellow"), ("#00b050", "green"), ("#92d050", "green"), ("#0070c0", "blue"),
        ("#d9d9d9", "grey"), ("#ffffff", None), ("#000000", None),
    ],
)  # fmt: skip
def test_fills_have_the_names_that_a_person_gives_them(fill: str, name: str | None) -> None:
    assert name_of(fill) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Green", "green"),
        ("RAG: Amber", "amber"),
        ("G", "green"),
        ("Orange", "amber"),
        ("g", None),
        ("Greenwich", None),
    ],
)
def test_words_of_colours(text: str, name: str | None) -> None:
    assert name_in(text) == name
