"""What the plain text of a page gives: paragraphs, furniture, and the words that a paper writes whole."""

from extractors.formats.pdf_plain import KnownWords, plain_body

PAGE = """Agenda pack 8 September 2022
The council noted the report on
parks and agreed it.
A second paragraph that
Page 7 of 300
"""


def test_lines_make_paragraphs_up_to_a_full_stop() -> None:
    blocks = plain_body(PAGE, 7, repeated=())
    assert [block.text for block in blocks if block.kind == "paragraph"] == [
        "Agenda pack 8 September 2022 The council noted the report on parks and agreed it.",
        "A second paragraph that",
    ]
    assert {block.page for block in blocks} == {7}


def test_page_numbers_and_running_heads_are_furniture() -> None:
    blocks = plain_body(PAGE, 7, repeated={"Agenda pack # September #"})
    assert [block.text for block in blocks if block.kind == "furniture"] == [
        "Agenda pack 8 September 2022",
        "Page 7 of 300",
    ]


def test_a_running_head_that_begins_with_a_number_is_known_by_its_form() -> None:
    blocks = plain_body("12 Harbour Board\nText of the page.\n", 3, repeated={"# Harbour Board"})
    assert [(block.kind, block.text) for block in blocks] == [
        ("furniture", "12 Harbour Board"),
        ("paragraph", "Text of the page."),
    ]


def test_known_words_are_those_inside_a_line_of_prose() -> None:
    known = KnownWords(["The committee met (twice) in Brackford this spring\nShort line\n"])
    assert "committee" in known
    assert "twice" in known
    assert "spring" not in known  # the last word of a line may be cut
    assert "short" not in known
    assert sorted(known) == ["brackford", "committee", "in", "met", "the", "this", "twice"]
    assert len(known) == 7
