"""Tables over page breaks, the choice of pages, and files that are hard to read."""

from pathlib import Path

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Table
from extractors.errors import DamagedPaper, EncryptedPaper
from extractors.formats import pdf_scans
from tests.support.drawn_pdf import Page, Sheet, draw
from tests.support.reading import only_table, read, texts

HEAD = ["", "Benchmark", "2022", "2023"]
ROWS = [[str(n), f"Benchmark number {n}", str(1 + n % 5), str(1 + (n + 2) % 5)] for n in range(1, 11)]
WIDTHS = [30, 200, 60, 60]


def broken(first: list[list[str]], second: list[list[str]], between: str | None = None) -> tuple[Page, Page]:
    """A table at the foot of one page and another at the head of the next."""

    def one(sheet: Sheet) -> None:
        sheet.text(60, 500, "A paragraph that stands before the table and is not part of it.")
        sheet.grid(60, 780 - 18 * len(first), WIDTHS, first)
        sheet.text(290, 820, "1")

    def two(sheet: Sheet) -> None:
        if between:
            sheet.text(60, 50, between, size=12, bold=True)
        foot = sheet.grid(60, 60, WIDTHS, second)
        sheet.text(60, foot + 60, "A paragraph after the table that ends it for good.")
        sheet.text(290, 820, "2")

    return one, two


def test_a_repeated_header_is_dropped_and_cells_keep_their_page(tmp_path: Path) -> None:
    table = only_table(draw(tmp_path / "repeat.pdf", *broken([HEAD, *ROWS[:6]], [HEAD, *ROWS[6:]])))
    assert texts(table) == [HEAD, *ROWS]
    assert [table.places[row][0].page for row in (6, 7)] == [1, 2]  # type: ignore[union-attr]  # the grid has no hole
    assert table.places[7][1].bbox == pytest.approx((90, 78, 290, 96), abs=1)  # type: ignore[union-attr]  # as above


def test_a_table_goes_on_without_its_header(tmp_path: Path) -> None:
    table = only_table(draw(tmp_path / "once.pdf", *broken([HEAD, *ROWS[:6]], ROWS[6:])))
    assert texts(table) == [HEAD, *ROWS]


def test_a_single_row_goes_on(tmp_path: Path) -> None:
    table = only_table(draw(tmp_path / "single.pdf", *broken([HEAD, *ROWS[:9]], ROWS[9:])))
    assert texts(table) == [HEAD, *ROWS]


def test_a_header_alone_at_the_foot_of_a_page(tmp_path: Path) -> None:
    table = only_table(draw(tmp_path / "orphan.pdf", *broken([HEAD], ROWS)))
    assert texts(table) == [HEAD, *ROWS]


def test_a_row_broken_inside(tmp_path: Path) -> None:
    """The end of a long commentary stands alone in the first row of the next page."""
    first = [["", "Benchmark", "Score", "Comment"], ["1", "Risk", "3", "Evidence was"]]
    second = [["", "", "", "filed late."], ["2", "Board", "4", "In place."]]
    table = only_table(draw(tmp_path / "inside.pdf", *broken(first, second)))
    assert texts(table) == [first[0], ["1", "Risk", "3", "Evidence was filed late."], second[1]]


def test_a_table_under_a_heading_of_its_own_is_another_one(tmp_path: Path) -> None:
    paper = draw(tmp_path / "other.pdf", *broken([HEAD, *ROWS[:6]], [HEAD, *ROWS[6:]], between="Scores of Brentley"))
    assert [len(table.rows) for table in read(paper).tables] == [7, 5]


def test_a_table_with_another_header_is_another_one(tmp_path: Path) -> None:
    other = ["", "Partner", "Held", "Attended"]
    paper = draw(tmp_path / "header.pdf", *broken([HEAD, *ROWS[:6]], [other, *ROWS[6:]]))
    assert [table.rows[0] for table in read(paper).tables] == [tuple(HEAD), tuple(other)]


def test_with_words_only_pages_that_hold_one_are_searched_for_tables(tmp_path: Path) -> None:
    """The page after a hit is searched too, for a table may run on; text comes from all pages."""
    rows = [["Item", "Count"], ["Bins", "3"], ["Roads", "4"]]
    filler = "A long paragraph about bins and roads that fills the page with words, again and again and again. "

    def page(topic: str) -> Page:
        def drawn(sheet: Sheet) -> None:
            sheet.lines(60, 60, [f"Report on {topic}", *[filler] * 5])
            sheet.grid(60, 200, [120, 60], rows)

        return drawn

    paper = draw(
        tmp_path / "pack.pdf", *(page(topic) for topic in ("roads", "bins", "the PREVENT duty", "waste", "parks"))
    )
    document = read(paper, words=("prevent", "channel panel"))
    assert [table.page for table in document.tables] == [2, 3, 4]
    assert {block.page for block in document.blocks} == {1, 2, 3, 4, 5}
    assert len(read(paper).tables) == 5


def test_a_long_pack_is_read_by_its_few_relevant_pages(tmp_path: Path) -> None:
    """Six hundred pages, one that matters: nothing but its surroundings is taken apart."""
    canvas = Canvas(str(tmp_path / "long.pdf"), pagesize=A4)
    for number in range(1, 601):
        sheet = Sheet(canvas, *A4)
        sheet.lines(60, 60, [f"Minute {number} of the council with a good many words on it about roads and bins."] * 30)
        if number == 400:
            sheet.text(60, 30, "Channel Panel")
            sheet.grid(60, 500, WIDTHS, [HEAD, *ROWS])
        canvas.showPage()
    canvas.save()
    document = read(tmp_path / "long.pdf", words=("channel panel",))
    assert document.pages == 600
    assert [(table.page, len(table.rows)) for table in document.tables] == [(400, 11)]


def test_a_page_of_many_small_shapes_does_not_stall(tmp_path: Path) -> None:
    def page(sheet: Sheet) -> None:
        for number in range(12_000):
            x, y = 20 + (number % 150) * 3.6, 20 + (number // 150) * 9.8
            sheet.canvas.rect(x, y, 2 + number % 2, 3 + number % 5, stroke=1, fill=number % 3 == 0)
        sheet.text(300, 15, "Map of the borough")

    assert read(draw(tmp_path / "map.pdf", page)).tables == ()


def test_pages_of_different_sizes(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "sizes.pdf"))
    for size in (A4, landscape(A4), (960, 540)):
        canvas.setPageSize(size)
        Sheet(canvas, *size).grid(60, 150, WIDTHS, [HEAD, *ROWS[:3]])
        canvas.showPage()
    canvas.save()
    boxes = [table.bbox for table in read(tmp_path / "sizes.pdf").tables]
    assert len(boxes) == 3
    assert all(box == pytest.approx((60, 150, 410, 222), abs=1) for box in boxes)


def test_boxes_count_from_the_corner_of_the_page_as_cropped(tmp_path: Path) -> None:
    draw(tmp_path / "whole.pdf", lambda sheet: sheet.grid(160, 250, WIDTHS, [HEAD, *ROWS[:3]]))
    with pikepdf.open(tmp_path / "whole.pdf") as pdf:
        pdf.pages[0].cropbox = pikepdf.Array([100, 50, 595, 742])
        pdf.save(tmp_path / "cropped.pdf")
    table = only_table(tmp_path / "cropped.pdf")
    assert table.bbox == pytest.approx((60, 150, 410, 222), abs=1)


def test_a_scanned_page_is_told(tmp_path: Path) -> None:
    """A picture over all of the page and no text: the notice says which page and what to do."""
    from PIL import Image

    Image.new("RGB", (600, 800), "#dddddd").save(tmp_path / "scan.png")

    def page(sheet: Sheet) -> None:
        sheet.canvas.drawImage(str(tmp_path / "scan.png"), 0, 0, sheet.width, sheet.height)

    document = read(draw(tmp_path / "scan.pdf", page))
    assert [(notice.kind, notice.page) for notice in document.notices] == [("unreadable_page", 1)]
    assert [block.kind for block in document.blocks] == ["picture"]


def test_a_file_with_a_password(tmp_path: Path) -> None:
    draw(tmp_path / "open.pdf", lambda sheet: sheet.text(60, 60, "Closed"))
    with pikepdf.open(tmp_path / "open.pdf") as pdf:
        pdf.save(tmp_path / "closed.pdf", encryption=pikepdf.Encryption(user="secret", owner="owner"))
    with pytest.raises(EncryptedPaper, match="password"):
        read(tmp_path / "closed.pdf")


def test_a_file_that_only_forbids_changes_is_read(tmp_path: Path) -> None:
    draw(tmp_path / "open.pdf", lambda sheet: sheet.grid(60, 150, WIDTHS, [HEAD, *ROWS[:3]]))
    with pikepdf.open(tmp_path / "open.pdf") as pdf:
        pdf.save(tmp_path / "owned.pdf", encryption=pikepdf.Encryption(user="", owner="owner"))
    assert len(only_table(tmp_path / "owned.pdf").rows) == 4


@pytest.mark.parametrize("share", [0.3, 0.6])
def test_half_a_file_is_a_damaged_paper(tmp_path: Path, share: float) -> None:
    whole = draw(tmp_path / "whole.pdf", *[lambda sheet: sheet.grid(60, 150, WIDTHS, [HEAD, *ROWS])] * 5).read_bytes()
    (tmp_path / "half.pdf").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DamagedPaper, match="damaged"):
        read(tmp_path / "half.pdf")


def test_a_web_page_named_pdf_is_a_damaged_paper(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_text("<html><body>Not found</body></html>")
    with pytest.raises(DamagedPaper):
        read(tmp_path / "page.pdf")


def test_a_form_that_draws_itself_does_not_hang(tmp_path: Path) -> None:
    draw(tmp_path / "plain.pdf", lambda sheet: sheet.grid(60, 150, WIDTHS, [HEAD, *ROWS[:3]]))
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        form = pdf.make_stream(b"/Again Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Again=form))
        page = pdf.pages[0]
        page.Resources.XObject = pikepdf.Dictionary(Again=form)
        page.contents_add(b"/Again Do")
        pdf.save(tmp_path / "circle.pdf")
    assert len(only_table(tmp_path / "circle.pdf").rows) == 4


def test_metadata_gives_a_title_only_where_it_is_one(tmp_path: Path) -> None:
    for name, title, expected in (
        ("a", "Prevent duty update", "Prevent duty update"),
        ("b", "Microsoft Word - report.docx", None),
        ("c", "untitled", None),
    ):
        canvas = Canvas(str(tmp_path / f"{name}.pdf"))
        canvas.setTitle(title)
        canvas.drawString(60, 700, "Text")
        canvas.save()
        document = read(tmp_path / f"{name}.pdf")
        assert document.title == expected
        assert document.created_on is not None


def test_nothing_is_left_of_a_row_that_carries_nothing_on(tmp_path: Path) -> None:
    """A single row of boxes at the head of a page is a line of text, no table."""
    document = read(draw(tmp_path / "row.pdf", lambda sheet: sheet.grid(60, 60, WIDTHS, [HEAD])))
    assert not any(isinstance(part, Table) for part in document.body)
    assert [block.text for block in document.blocks] == ["Benchmark 2022 2023"]


def test_a_garbled_page_is_searched_although_it_holds_no_word(tmp_path: Path) -> None:
    """Nobody can know what stands on it: it is taken apart, and told."""
    signs = "§±¶¬ ¤¥¦§ ±¶¬¤ ¥¦§± " * 4

    def garbled(sheet: Sheet) -> None:
        sheet.lines(60, 60, [signs] * 10)
        sheet.grid(60, 300, WIDTHS, [HEAD, *ROWS[:3]])

    filler = [lambda sheet: sheet.lines(60, 60, ["A page of words about roads and bins in the borough."] * 9)] * 4
    paper = draw(tmp_path / "garbled.pdf", *filler, garbled)
    assert [table.page for table in read(paper, words=("prevent",)).tables] == [5]


def test_a_page_whose_letters_are_unknown_is_told_and_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters beyond the font's code: what is left over may be wrong as well, so no value is taken."""
    monkeypatch.setattr(pdf_scans, "is_installed", lambda: False)
    draw(tmp_path / "plain.pdf", lambda sheet: sheet.grid(60, 150, WIDTHS, [HEAD, *ROWS[:3]]))
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        lines = "".join(f"1 0 0 1 64 {680 - 18 * n} Tm <0102030405060708> Tj 40 0 Td <0304> Tj\n" for n in range(8))
        pdf.pages[0].contents_add(f"BT /F1 10 Tf {lines} ET".encode())
        pdf.save(tmp_path / "unknown.pdf")
    document = read(tmp_path / "unknown.pdf")
    assert document.tables == ()
    assert [(notice.kind, notice.page) for notice in document.notices] == [("unreadable_page", 1)]


def test_a_picture_carries_its_alternative_text(tmp_path: Path) -> None:
    """A tagged file says what its figures show."""
    from PIL import Image

    Image.new("RGB", (60, 60), "#336699").save(tmp_path / "map.png")

    def page(sheet: Sheet) -> None:
        sheet.lines(60, 60, ["Some text above the picture."])
        sheet.canvas.drawImage(str(tmp_path / "map.png"), 100, 300, 200, 200)

    draw(tmp_path / "plain.pdf", page)
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        only = pdf.pages[0]
        only.StructParents = 0
        content = only.Contents.read_bytes()
        start = content.rindex(b"q\n", 0, content.index(b" Do"))
        end = content.index(b"Q", start) + 1
        tagged = content[:start] + b"/Figure <</MCID 0>> BDC\n" + content[start:end] + b"\nEMC\n" + content[end:]
        only.Contents = pdf.make_stream(tagged)
        figure = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructElem, S=pikepdf.Name.Figure, Pg=only.obj, K=0, Alt="Heatmap of scores"
            )
        )
        root = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.StructTreeRoot,
                K=[figure],
                ParentTree=pdf.make_indirect(pikepdf.Dictionary(Nums=[0, pikepdf.Array([figure])])),
            )
        )
        figure.P = root
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.save(tmp_path / "tagged.pdf")
    assert [block.text for block in read(tmp_path / "tagged.pdf").blocks if block.kind == "picture"] == [
        "Heatmap of scores"
    ]
