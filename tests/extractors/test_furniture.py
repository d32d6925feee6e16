"""Page numbers, stamps and running heads."""

from extractors.furniture import PageStretches, Stretch, furniture, repeated_lines


def page(*stretches: tuple[str, float, float]) -> PageStretches:
    return PageStretches(595, 842, [Stretch(text, (x, top, x + 6 * len(text), top + 10)) for text, x, top in stretches])


def marked(pages: dict[int, PageStretches], texts: list[str] | None = None) -> dict[int, list[str]]:
    texts = texts or [" ".join(stretch.text for stretch in pages[number].stretches) for number in sorted(pages)]
    found = furniture(pages, texts)
    return {number: [pages[number].stretches[position].text for position in sorted(found[number])] for number in pages}


def test_a_number_that_counts_the_pages_in_one_place() -> None:
    pages = {n: page(("Some text of the page", 60, 300), (str(40 + n), 500, 200)) for n in range(1, 6)}
    assert marked(pages) == {n: [str(40 + n)] for n in range(1, 6)}


def test_a_number_in_the_body_that_does_not_count_stays() -> None:
    pages = {n: page(("Some text", 60, 300), (str(value), 500, 200)) for n, value in enumerate((4, 5, 5, 4), start=1)}
    assert marked(pages) == {n: [] for n in range(1, 5)}


def test_numbers_that_count_amid_other_text_stay() -> None:
    """Cells are typed between other cells; stamps first or last."""
    pages = {
        n: page(
            ("a", 60, 300),
            ("b", 60, 320),
            ("c", 60, 340),
            (str(n), 500, 360),
            ("d", 60, 380),
            ("e", 60, 400),
            ("f", 60, 420),
        )
        for n in range(1, 5)
    }
    assert marked(pages) == {n: [] for n in range(1, 5)}


def test_page_lines_in_the_margin_need_no_company() -> None:
    assert marked({1: page(("Some text", 60, 300), ("Page 1 of 1", 260, 815))}) == {1: ["Page 1 of 1"]}
    assert marked({1: page(("Page 3 of the report tells more", 60, 300))}) == {1: []}


def test_a_running_head_needs_three_pages() -> None:
    three = {n: page(("Public pack", 60, 30), ("Text", 60, 300)) for n in (1, 2, 3)}
    assert marked(three) == {n: ["Public pack"] for n in (1, 2, 3)}
    assert marked({1: page(("Public pack", 60, 30), ("Text", 60, 300))}) == {1: []}


def test_lines_that_come_back_are_told_by_their_masked_text() -> None:
    texts = [f"Page {n}\nSome text about topic {chr(96 + n)}\nAshby Council" for n in range(1, 5)]
    assert repeated_lines(texts) == {"Page #", "Ashby Council"}


def test_a_stamped_page_line_in_the_body_counts_through_the_paper() -> None:
    pages = {n: page(("Some text", 60, 300), ("Training", 500, 340), (f"Page {n + 52}", 500, 360)) for n in range(1, 5)}
    assert marked(pages) == {n: [f"Page {n + 52}"] for n in range(1, 5)}
