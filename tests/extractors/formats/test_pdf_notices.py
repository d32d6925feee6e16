"""Pages whose stored letters cannot be trusted."""

import pytest

from extractors.formats.pdf_notices import is_undeciphered
from tests.support.marked_page import page, written

PROSE = (
    "The partnership is asked to note the outcome of the exercise and to agree the next steps that are set out below"
)
TABLE = ("Channel Panel", "Training", "Communications", "Referral Pathway")


def _rows(values: str) -> list[object]:
    return [
        word
        for number, (label, value) in enumerate(zip(TABLE, values, strict=True))
        for word in (*written(label, 50, 100 + 20 * number), *written(value, 200, 100 + 20 * number))
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (written(PROSE, 50, 50) + _rows("4321"), False),
        (written(PROSE, 50, 50) + _rows("\ufffd" * 4), True),
        (written(PROSE, 50, 50) + _rows("\ufffd432"), False),
        ([word for n in range(6) for word in written(f"\ufffd {PROSE}", 50, 50 + 20 * n)], False),
        (
            written(
                "7KHSDUWQHUVKLSLVDVNHGWRQRWHWKHRXWFRPH RIWKHH[HUFLVHDQGWRDJUHHWKHQH[WVWHSV WKDWDUHVHWRXWEHORZ", 50, 50
            ),
            True,
        ),
        (written("NHS BCC LSCB MASH CSP DHR HMICFRS", 50, 50), False),
    ],
    ids=["plain", "figures unknown", "one figure unknown", "bullets unknown", "letters shifted", "abbreviations"],
)
def test_a_page_is_undeciphered(words: list[object], expected: bool) -> None:
    assert is_undeciphered(page(words)) is expected  # type: ignore[arg-type]  # words of the helper
