"""Printed text without what does not show; signs that turn the order of letters are seen."""

import pytest

from extractors.wording import clean, one_line, turns_its_letters

INVISIBLE = (
    "\u00ad", "\u034f", "\u061c", "\u115f", "\u200b", "\u200d", "\u202a", "\u202c", "\u2060", "\u2066", "\u2069",
    "\u3164", "\ufe0f", "\ufeff", "\U000e0073", "\x00", "\x08",
)  # fmt: skip


@pytest.mark.parametrize("sign", INVISIBLE, ids=lambda sign: f"U+{ord(sign):04X}")
def test_what_does_not_show_does_not_part_a_word(sign: str) -> None:
    assert clean(f"Alder{sign}mere") == "Aldermere"


@pytest.mark.parametrize("sign", ["\u202b", "\u202d", "\u202e", "\u2067"], ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_that_turns_the_order_of_letters_stays_and_is_seen(sign: str) -> None:
    assert clean(f"{sign}4 3") == f"{sign}4 3"
    assert turns_its_letters(f"Score {sign}4 3")
    assert not turns_its_letters("Score 4 → 3")


def test_half_a_letter_becomes_the_sign_for_one_that_is_lost() -> None:
    assert one_line("Alder\ud800mere") == "Alder\ufffdmere"
    assert one_line("Alder\ufffdmere").encode() == "Alder\ufffdmere".encode()


def test_what_shows_stays() -> None:
    assert clean("3² – café ↑ ✔") == "3² – café ↑ ✔"
