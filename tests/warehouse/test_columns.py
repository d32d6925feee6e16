import pytest

from extractors.document import Notice
from tests.support.findings import catalogue, paper
from tests.support.views import values
from warehouse import Warehouse, load
from warehouse.columns import joined


@pytest.mark.parametrize(
    "text",
    [
        'The board\'s "plan"; drop table core.document; --',
        "Cyngor Sir Ynys Môn – “Prevent” ✓ 𝟜",
        "first line\nsecond line\ttab\r\n",
        "",
        "nul \0 inside",
        "NULL",
        "nan",
    ],
)
def test_any_text_is_kept_as_printed(warehouse: Warehouse, text: str):
    load(warehouse, [paper("a", notices=[Notice("unknown_label", text)])], catalogue())
    assert values(warehouse, "notices", "text") == [text]


def test_half_characters_of_a_broken_font_are_kept_visible(warehouse: Warehouse):
    told = [Notice("unknown_label", "Score \ud835 of 5"), Notice("unknown_label", "Môn")]
    load(warehouse, [paper("a", notices=told)], catalogue())
    assert values(warehouse, "notices", "text") == ["Môn", "Score \\ud835 of 5"]


def test_an_empty_list_travels_as_nothing():
    assert joined([]) is None
    assert joined(["a", "b\x1fc"]) == "a\x1fb c"
