"""The kind of a paper is decided by its bytes; a bad one is refused with a sentence that says what to do."""

import hashlib
import io
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from extractors import PaperError, Source, read
from extractors.errors import DamagedPaper, EmptyPaper, EncryptedPaper, PaperNotFound, UnknownKind
from extractors.kinds import recognise
from tests.extractors.formats.office import paragraph, texts, word_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def zipped(**members: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in members.items():
            package.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def test_a_document_bears_the_fingerprint_name_and_address_of_its_source(tmp_path: Path) -> None:
    path = tmp_path / "download.bin"
    path.write_bytes(b"Text\n")
    source = Source(address="https://example.org/a.txt", path=path, file_name="a.txt", published_on=date(2022, 1, 1))
    document = read(path, source=source)
    assert document.document_id == hashlib.sha256(b"Text\n").hexdigest() == source.fingerprint()
    assert (document.file_name, document.source) == ("a.txt", "https://example.org/a.txt")


def test_the_name_of_a_file_does_not_decide_its_kind(tmp_path: Path) -> None:
    word_file(tmp_path, paragraph("Text."), "scores.pdf")
    assert read(tmp_path / "scores.pdf").media_type.endswith("wordprocessingml.document")


def test_an_error_page_that_is_named_pdf_is_read_as_a_web_page(tmp_path: Path) -> None:
    path = tmp_path / "s123 Prevent Update.pdf"
    path.write_text(
        "\ufeff\n<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><html><body><h1>Page not found</h1></body></html>"
    )
    document = read(path)
    assert document.media_type == "text/html"
    assert document.title == "Page not found"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\n\n%PDF-1.7\n", "pdf"),
        (b"<html><body>x</body></html>", "webpage"),
        (b"<?xml version='1.0'?><!-- x --><html xmlns='y'/>", "webpage"),
        ("<html><body>x</body></html>".encode("utf-16"), "webpage"),
        (b"Plain text with a <b>tag</b>", "text"),
        (b"A caf\xe9 in Windows-1252", "text"),
        (b"From: Head of Communities\nTo: Partnership\n\nMIME-Version: no", "text"),
        (b"{\\rtf1 text}", "rich_text"),
        (OLE + wide("WordDocument"), "old_word"),
        (OLE + wide("PowerPoint Document") + wide("Workbook"), "old_slides"),
        (OLE + wide("Workbook"), "old_spreadsheet"),
        (OLE + wide("Root Entry") + bytes(60) + bytes.fromhex("20080200") + wide("WordDocument"), "old_spreadsheet"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "opendocument"),
        (zipped(mimetype="application/vnd.oasis.opendocument.presentation-template"), "opendocument"),
        (b"<?xml version='1.0'?>\n<office:document xmlns:office='x'/>", "opendocument"),
        (zipped(**{"xl__workbook.bin": "x"}), "binary_spreadsheet"),
        (zipped(ppt__presentation_xml="x"), "slides"),
    ],
)
def test_kinds_are_told_by_content(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "paper"
    path.write_bytes(content)
    assert recognise(path, "paper") == kind


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        (OLE + wide("__substg1.0_") + wide("WordDocument"), "Outlook message"),
        (zipped(mimetype="application/vnd.oasis.opendocument.graphics"), "OpenDocument graphics"),
        (zipped(readme="x"), "ZIP archive"),
        (b"From: a@example.org\r\nSubject: Scores\r\n today\r\nMIME-Version: 1.0\r\n\r\nText", "mail or web archive"),
        (b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?><w/>", "Word 2003 XML"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\x00\x01\x02\x03" * 100, "no kind"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(tmp_path: Path, content: bytes, seen: str) -> None:
    path = tmp_path / "paper.doc"
    path.write_bytes(content)
    with pytest.raises(UnknownKind, match=seen) as refused:
        read(path)
    assert "Save it as PDF, DOCX" in str(refused.value)


@pytest.mark.parametrize(("name", "program"), [("a.docx", "Word"), ("a.pptx", "PowerPoint"), ("a.xlsx", "Excel")])
def test_a_file_behind_a_password_is_named_after_its_program(tmp_path: Path, name: str, program: str) -> None:
    (tmp_path / name).write_bytes(OLE + wide("EncryptionInfo") + wide("EncryptedPackage"))
    with pytest.raises(EncryptedPaper, match=f"This {program} file is protected by a password"):
        read(tmp_path / name)


def test_an_empty_file_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").touch()
    with pytest.raises(EmptyPaper):
        read(tmp_path / "a.pdf")


def test_a_package_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(zipped(word__document_xml="x" * 500)[:100])
    with pytest.raises(DamagedPaper):
        read(tmp_path / "a.docx")


def test_a_path_that_leads_to_nothing_is_told(tmp_path: Path) -> None:
    with pytest.raises(PaperNotFound, match="does not exist"):
        read(tmp_path / "a.pdf")


@pytest.mark.parametrize("length", [200, 1000, 3000, 4500])
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_cut_or_flipped_bytes_never_give_anything_but_a_paper_error(tmp_path: Path, kind: str, length: int) -> None:
    path = tmp_path / f"a.{kind}"
    if kind == "docx":
        word_file(tmp_path, paragraph("Text."), path.name)
    else:
        book = Workbook()
        book.active["A1"] = "Text"  # type: ignore[index] # a new workbook has a sheet
        book.save(path)
    whole = path.read_bytes()
    for content in (whole[:length], whole[:length] + bytes(64) + whole[length + 64 :]):
        path.write_bytes(content)
        with suppress(PaperError):
            assert read(path).body is not None


def test_a_text_is_read_without_loading_any_heavy_library(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Benchmark\tScore\nTraining\t2\n")
    program = (
        "import sys; from pathlib import Path; import extractors; "
        f"assert extractors.read(Path({str(tmp_path / 'a.txt')!r})).tables; "
        "heavy = {'pdfplumber', 'pypdfium2', 'docx', 'pptx', 'openpyxl', 'httpx', 'lxml', 'pandas'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_title_stored_in_the_file_is_used_where_the_paper_shows_none(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><head><title>Stored title</title></head><body><p>Text only.</p></body></html>")
    document = read(path)
    assert document.title == "Stored title"
    assert texts(document, "paragraph") == ["Text only."]


def test_a_package_whose_parts_are_locked_is_protected(tmp_path: Path) -> None:
    content = bytearray(zipped(word__document_xml="x"))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + place] |= 1
    (tmp_path / "a.docx").write_bytes(content)
    with pytest.raises(EncryptedPaper, match="Word"):
        read(tmp_path / "a.docx")


def test_a_document_keeps_the_day_under_which_it_was_listed(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("# Prevent\n", encoding="utf-8")
    met, out = date(2022, 9, 20), date(2022, 9, 12)
    listed = Source("https://democracy.example.org/s1.md", paper, "paper.md", meeting_on=met, published_on=out)
    assert read(paper, source=listed).listed_on == out
    assert read(paper, source=replace(listed, published_on=None)).listed_on == met
    assert read(paper).listed_on is None
