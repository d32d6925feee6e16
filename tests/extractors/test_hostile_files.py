"""Files that were spoilt on their way or made to do harm: each is read right or has a reason that says what to do."""

import io
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest

from extractors import Document, PaperError, ReadingLimits, read
from extractors.errors import DamagedPaper, EmptyPaper, EncryptedPaper, TooLarge
from extractors.formats.pdf_soundness import REPAIRED, has_index
from tests.support import hostile, papers
from tests.support.hostile import TEXT, declaring, form, one_page, stream


def saved(folder: Path, content: bytes, name: str = "paper.pdf") -> Path:
    return papers.save(folder, name, content)


def with_objects_packed(content: bytes, **options: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, **options)  # type: ignore[arg-type]  # bool
    return out.getvalue()


def doubt_or_reason(path: Path) -> str:
    try:
        return read(path).doubt or ""
    except PaperError as error:
        return str(error)


def text_of(document: Document) -> str:
    return " ".join([*(block.text for block in document.blocks), *(str(table.rows) for table in document.tables)])


def cells_of(document: Document) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in document.tables]


def test_a_whole_pdf_is_read_as_it_is(tmp_path: Path) -> None:
    for content in (papers.briefing_pdf(), with_objects_packed(papers.briefing_pdf(), linearize=True)):
        document = read(saved(tmp_path, content))
        assert (document.doubt, [notice.kind for notice in document.notices]) == (None, [])


@pytest.mark.parametrize("kept", [0.96, 0.995])
def test_a_pdf_that_lost_only_its_index_is_repaired_and_doubted_as_a_whole(tmp_path: Path, kept: float) -> None:
    content = papers.agenda_pack_pdf()
    whole, cut = read(saved(tmp_path, content)), read(saved(tmp_path, content[: int(len(content) * kept)]))
    assert cells_of(cut) == cells_of(whole)
    assert cut.doubt == REPAIRED
    assert [notice.kind for notice in cut.notices] == ["repaired_file"]
    assert "compari" in cut.notices[0].text


@pytest.mark.parametrize("kept", [0.5, 0.7, 0.9])
def test_a_pdf_that_lost_the_content_of_pages_is_refused_and_says_which(tmp_path: Path, kept: float) -> None:
    content = papers.agenda_pack_pdf()
    with pytest.raises(DamagedPaper, match=r"cut off: \d+ of its 14 pages, the first of them page \d+, lost"):
        read(saved(tmp_path, content[: int(len(content) * kept)]))


@pytest.mark.parametrize("kept", [0.1, 0.33, 0.6, 0.95])
def test_a_pdf_whose_page_list_is_lost_is_refused(tmp_path: Path, kept: float) -> None:
    content = with_objects_packed(papers.briefing_pdf())
    with pytest.raises(DamagedPaper, match="cut off, and what is left has no list of its pages"):
        read(saved(tmp_path, content[: int(len(content) * kept)]))


def test_a_pdf_that_names_another_place_of_its_index_is_doubted(tmp_path: Path) -> None:
    content = papers.briefing_pdf()
    start = content.rindex(b"startxref")
    assert read(saved(tmp_path, content[:start] + b"startxref\n99\n%%EOF\n")).doubt == REPAIRED


def test_a_pdf_sent_as_text_with_changed_line_ends_is_doubted_or_refused(tmp_path: Path) -> None:
    for whole in (papers.agenda_pack_pdf(), with_objects_packed(papers.agenda_pack_pdf(), linearize=True)):
        told = doubt_or_reason(saved(tmp_path, whole.replace(b"\n", b"\r\n")))
        assert told == REPAIRED or "damaged" in told


def test_bytes_before_the_header_or_a_missing_last_mark_do_no_harm() -> None:
    content = papers.briefing_pdf()
    assert has_index(content)
    assert has_index(b"HTTP/1.1 200 OK\r\n\r\n" + content)
    assert has_index(content.removesuffix(b"%%EOF\n"))
    assert not has_index(content[:-40])


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyPaper):
        read(saved(tmp_path, papers.empty_file()))


def test_a_pdf_behind_a_password_says_so(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.briefing_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="open", owner="own"))
    with pytest.raises(EncryptedPaper, match="This PDF file is protected by a password"):
        read(saved(tmp_path, out.getvalue()))


def test_a_pdf_that_only_its_owner_may_change_is_read(tmp_path: Path) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.briefing_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user="", owner="own"))
    assert cells_of(read(saved(tmp_path, out.getvalue()))) == cells_of(read(saved(tmp_path, papers.briefing_pdf())))


def test_a_web_page_named_pdf_is_read_as_the_web_page_it_is(tmp_path: Path) -> None:
    assert read(saved(tmp_path, b"<!DOCTYPE html><html><h1>Page not found</h1></html>")).media_type == "text/html"


@pytest.mark.parametrize(("calls", "content"), [("/A 6 0 R", b"/A Do "), ("/A 6 0 R/B 7 0 R", b"/B Do ")])
def test_forms_that_call_each_other_in_a_circle_are_read_once(tmp_path: Path, calls: str, content: bytes) -> None:
    more = {6: form(TEXT + content, calls), 7: form(b"/A Do", calls)}
    document = read(saved(tmp_path, one_page(stream(TEXT + b"/A Do"), forms="/A 6 0 R", more=more)))
    assert "Channel Panel 4" in text_of(document)


def test_a_page_tree_that_comes_back_to_itself_gives_the_page_that_is_there(tmp_path: Path) -> None:
    document = read(saved(tmp_path, declaring(3, kids="[3 0 R 2 0 R]")))
    assert "Channel Panel 4" in text_of(document)
    assert {notice.kind for notice in document.notices} == {"unreadable_page"}


def test_a_file_that_declares_a_million_pages_is_refused_before_any_is_read(tmp_path: Path) -> None:
    with pytest.raises(TooLarge, match=r"declares 1,000,000 pages; .* 3,000. Raise \[limits\] pages_per_paper"):
        read(saved(tmp_path, declaring(1_000_000)))
    with pytest.raises(TooLarge, match="declares 14 pages"):
        read(saved(tmp_path, papers.agenda_pack_pdf()), limits=ReadingLimits(pages_per_paper=13))


@pytest.mark.parametrize("box", ["0 0 1e7 1e7", "0 0 1e30 1e30", "0 0 0 0", "5 5 -5 -5", "0 0 2147483648 9"])
def test_pages_of_impossible_size_give_their_text(tmp_path: Path, box: str) -> None:
    assert read(saved(tmp_path, one_page(stream(TEXT), box=box))).pages == 1


def test_a_drawing_of_thirty_thousand_shapes_is_read_with_the_text_beside_it(tmp_path: Path) -> None:
    dots = b"".join(b"%d %d 2 2 re f\n" % (n % 500, n // 60) for n in range(30_000))
    assert "Channel Panel 4" in text_of(read(saved(tmp_path, one_page(stream(TEXT + dots)))))


@pytest.mark.parametrize(
    "content", [TEXT + b"[" * 100_000 + b"]" * 100_000 + b" TJ", b"q " * 200_000 + TEXT, TEXT + b"<<" * 50_000]
)
def test_deep_nesting_ends(tmp_path: Path, content: bytes) -> None:
    assert "Channel Panel 4" in text_of(read(saved(tmp_path, one_page(stream(content)))))


def bombs() -> Iterator[tuple[str, bytes, str]]:
    word = b"<w:document/>"
    yield "a.docx", hostile.package({"word/document.xml": bytes(40 * 2**20)}), "unpacks to 40 MB"
    many = {f"word/media/{n}.bin": bytes(2**20) for n in range(70)}
    yield "b.docx", hostile.package({"word/document.xml": word} | many), r"unpacks to 70 MB; .* 64 MB"
    yield "c.pptx", hostile.package({f"ppt/slides/slide{n}.xml": b"<p/>" for n in range(51)}), "holds 51 slides"
    yield "d.docx", hostile.package({f"word/{n}": b"" for n in range(20_001)}), "holds 20,001 parts"


@pytest.mark.parametrize(("name", "content", "told"), [*bombs()], ids=lambda value: str(value)[:8])
def test_a_package_that_unpacks_to_too_much_is_refused_by_its_index(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    with pytest.raises(TooLarge, match=told):
        read(saved(tmp_path, content, name), limits=ReadingLimits(pages_per_paper=50, unpacked_megabytes=64))


@pytest.mark.parametrize("name", ["briefing.docx", "deck.pptx", "workbook.xlsx"])
def test_entities_of_entities_are_not_unfolded(tmp_path: Path, name: str) -> None:
    drawn = {"docx": papers.briefing_docx, "pptx": papers.deck_pptx, "xlsx": papers.workbook_xlsx}[name[-4:]]()
    laughter = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
    path = saved(tmp_path, hostile.changed(drawn, lambda xml: _entitled(xml, laughter)), name)
    with suppress(DamagedPaper):
        assert len(text_of(read(path))) < 100_000


def _entitled(xml: bytes, entities: str) -> bytes:
    """A part that declares the entities and uses the last of them where it first has a label of the table."""
    start = re.search(rb"<(?=[A-Za-z])", xml)
    assert start is not None
    name = re.split(rb"[\s/>]", xml[start.end() :], maxsplit=1)[0]
    doctype = b"<!DOCTYPE " + name + b" [" + entities.encode() + b"]>"
    return xml[: start.start()] + doctype + xml[start.start() :].replace(b"Channel Panel", b"&l11;", 1)
