"""What kind of file a paper is, by its content: names and suffixes on the web are often wrong."""

import zipfile
import zlib
from pathlib import Path
from typing import Literal, TypeAlias

from extractors.encodings import decode
from extractors.errors import DamagedPaper, EmptyPaper, EncryptedPaper, UnknownKind

Kind: TypeAlias = Literal["pdf", "word", "slides", "spreadsheet", "webpage", "text"]

HEAD_BYTES = 8192
MOST_UNPACKED_BYTES = 2 * 1024**3
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = 0x1
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_MAIN_PARTS: dict[str, Kind] = {"word/": "word", "ppt/": "slides", "xl/": "spreadsheet"}
_OPEN_DOCUMENTS = {
    "application/vnd.oasis.opendocument.text": "an OpenDocument text (.odt)",
    "application/vnd.oasis.opendocument.presentation": "an OpenDocument presentation (.odp)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet (.ods)",
}
_OLD_OFFICE = {
    "WordDocument": "a Word 97-2003 document (.doc)",
    "PowerPoint Document": "a PowerPoint 97-2003 presentation (.ppt)",
    "Workbook": "an Excel 97-2003 workbook (.xls)",
    "Book": "an Excel 5 workbook (.xls)",
    "__substg1.0_": "an Outlook message (.msg)",
}
_PROTECTED = {".docx": "Word", ".docm": "Word", ".pptx": "PowerPoint", ".pptm": "PowerPoint", ".xlsx": "Excel"}
_NOT_READ = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"II*\x00": "a picture (TIFF)",
    b"MM\x00*": "a picture (TIFF)",
    b"{\\rtf": "a rich text file (.rtf)",
    b"MIME-Version:": "a web archive (.mht)",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
}
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<title", "<table", "<div", "<p>", "<h1", "<h2", "<meta")


def recognise(path: Path, file_name: str) -> Kind:
    """The kind of a paper. Raises EmptyPaper, EncryptedPaper, DamagedPaper or UnknownKind with what was seen."""
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    if not head:
        raise EmptyPaper
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _kind_of_package(path, file_name)
    if head.startswith(_OLE):
        _refuse_compound_file(path, file_name)
    for start, seen in _NOT_READ.items():
        if head.startswith(start):
            raise UnknownKind(file_name, seen)
    return _kind_of_text(head, file_name)


def _kind_of_package(path: Path, file_name: str) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            unpacked = sum(member.file_size for member in package.infolist())
            is_locked = any(member.flag_bits & _LOCKED for member in package.infolist())
            if is_locked:
                raise EncryptedPaper(_PROTECTED.get(Path(file_name).suffix.lower(), "ZIP"))
            mimetype = package.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise DamagedPaper("Office or ZIP", str(error)) from error
    if unpacked > MOST_UNPACKED_BYTES:
        raise DamagedPaper("Office or ZIP", "it unpacks to more than 2 GB")
    if mimetype in _OPEN_DOCUMENTS:
        raise UnknownKind(file_name, _OPEN_DOCUMENTS[mimetype])
    if "xl/workbook.bin" in names:
        raise UnknownKind(file_name, "a binary Excel workbook (.xlsb)")
    for folder, kind in _MAIN_PARTS.items():
        if any(name.startswith(folder) for name in names):
            return kind
    raise UnknownKind(file_name, "a ZIP archive without an Office document")


def _refuse_compound_file(path: Path, file_name: str) -> None:
    # The names of the streams stand in the file's directory as UTF-16; nothing more of it is needed here.
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise EncryptedPaper(_PROTECTED.get(Path(file_name).suffix.lower(), "Office"))
    for stream_name, seen in _OLD_OFFICE.items():
        if stream_name.encode("utf-16-le") in content:
            raise UnknownKind(file_name, seen)
    raise UnknownKind(file_name, "an OLE compound file")


def _kind_of_text(head: bytes, file_name: str) -> Kind:
    text = decode(head)
    if text is None:
        raise UnknownKind(file_name, "of no kind that its first bytes tell")
    start = text.lstrip("\ufeff \t\r\n").lower()
    if start.startswith(("<?xml", "<!--")):
        return "webpage" if "<html" in start else "text"
    return "webpage" if start.startswith(_HTML_STARTS) else "text"
