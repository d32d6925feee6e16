"""What kind of file a paper is, by its content: names and suffixes on the web are often wrong."""

import errno
import re
import zipfile
import zlib
from pathlib import Path
from typing import Literal, TypeAlias

from extractors.encodings import decode
from extractors.errors import DamagedPaper, EmptyPaper, EncryptedPaper, UnknownKind
from extractors.limits import USUAL_LIMITS, ReadingLimits
from extractors.unpacking import check_members

OldKind: TypeAlias = Literal["old_word", "old_slides", "old_spreadsheet", "rich_text", "binary_spreadsheet"]
"""The kinds that are read by way of another program."""

Kind: TypeAlias = Literal["pdf", "word", "slides", "spreadsheet", "webpage", "text", "opendocument"] | OldKind

HEAD_BYTES = 8192
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = 0x1
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")

_MAIN_PARTS: dict[str, Kind] = {"word/": "word", "ppt/": "slides", "xl/": "spreadsheet"}
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_OPEN_DOCUMENTS_READ = ("text", "presentation", "spreadsheet")
_FLAT_OPEN_DOCUMENT = "<office:document"
_OLD_OFFICE: dict[str, Kind] = {
    "WordDocument": "old_word",
    "PowerPoint Document": "old_slides",
    "Workbook": "old_spreadsheet",
    "Book": "old_spreadsheet",
}
# A file that holds another one has the streams of both: the class of its root says which it is itself.
_OLD_CLASSES: dict[str, Kind] = {
    "06090200": "old_word", "00090200": "old_word", "108d8164": "old_slides", "51488664": "old_slides",
    "20080200": "old_spreadsheet", "10080200": "old_spreadsheet",
}  # fmt: skip
_CLASS_IN_ENTRY = 0x50
_PROTECTED = {".docx": "Word", ".docm": "Word", ".pptx": "PowerPoint", ".pptm": "PowerPoint", ".xlsx": "Excel"}
_NOT_READ = {
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"II*\x00": "a picture (TIFF)",
    b"MM\x00*": "a picture (TIFF)",
    b"MIME-Version:": "a web archive (.mht)",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7z archive",
}
_RICH_TEXT = b"{\\rtf"
_MAIL = re.compile(r"(?:[A-Za-z-]+:.*\n(?:[ \t].*\n)*)*?mime-version:", re.IGNORECASE)
_OTHER_XML = {
    'progid="word.document"': "a Word 2003 XML document",
    'progid="excel.sheet"': "an Excel 2003 XML workbook",
    "<pkg:package": "an Office package as one XML file",
}
_HTML_STARTS = ("<!doctype html", "<html", "<head", "<body", "<title", "<table", "<div", "<p>", "<h1", "<h2", "<meta")


def recognise(path: Path, file_name: str, limits: ReadingLimits = USUAL_LIMITS) -> Kind:
    """The kind of a paper.

    Raises EmptyPaper, EncryptedPaper, DamagedPaper or UnknownKind with what was seen, and TooLarge for a package that
    unpacks to more than `limits` allow.
    """
    with path.open("rb") as stream:
        head = stream.read(HEAD_BYTES)
    if not head:
        raise EmptyPaper
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_ZIP):
        return _kind_of_package(path, file_name, limits)
    if head.startswith(_OLE):
        return _kind_of_compound_file(path, file_name)
    if head.startswith(_RICH_TEXT):
        return "rich_text"
    for start, seen in _NOT_READ.items():
        if head.startswith(start):
            raise UnknownKind(file_name, seen)
    return _kind_of_text(head, file_name)


def _kind_of_package(path: Path, file_name: str, limits: ReadingLimits) -> Kind:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()
            check_members(package.infolist(), limits)
            is_locked = any(member.flag_bits & _LOCKED for member in package.infolist())
            if is_locked:
                raise EncryptedPaper(_PROTECTED.get(Path(file_name).suffix.lower(), "ZIP"))
            mimetype = package.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        raise DamagedPaper("Office or ZIP", str(error)) from error
    except OSError as error:
        if error.errno == errno.EINVAL:  # not the disk: a place that the file names lies outside of it
            raise DamagedPaper("Office or ZIP", "its index names places that it does not have") from error
        raise
    if mimetype.startswith(_OPEN_DOCUMENT):
        form = mimetype.removeprefix(_OPEN_DOCUMENT).strip().removesuffix("-template")
        if form in _OPEN_DOCUMENTS_READ:
            return "opendocument"
        raise UnknownKind(file_name, f"an OpenDocument {form} file")
    if "xl/workbook.bin" in names:
        return "binary_spreadsheet"
    for folder, kind in _MAIN_PARTS.items():
        if any(name.startswith(folder) for name in names):
            return kind
    raise UnknownKind(file_name, "a ZIP archive without an Office document")


def _kind_of_compound_file(path: Path, file_name: str) -> Kind:
    # The names of the streams stand in the file's directory as UTF-16; nothing more of it is needed here.
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise EncryptedPaper(_PROTECTED.get(Path(file_name).suffix.lower(), "Office"))
    if "__substg1.0_".encode("utf-16-le") in content:
        raise UnknownKind(file_name, "an Outlook message (.msg)")
    root = content.find("Root Entry".encode("utf-16-le"))
    stated = content[root + _CLASS_IN_ENTRY :][:4].hex() if root >= 0 else ""
    streams = [name for name in _OLD_OFFICE if name.encode("utf-16-le") in content]
    if streams:
        return _OLD_CLASSES.get(stated, _OLD_OFFICE[streams[0]])
    raise UnknownKind(file_name, "an OLE compound file")


def _kind_of_text(head: bytes, file_name: str) -> Kind:
    text = decode(head)
    if text is None:
        raise UnknownKind(file_name, "of no kind that its first bytes tell")
    start = text.lstrip("\ufeff \t\r\n").lower()
    if start.startswith("<?xml"):
        if _FLAT_OPEN_DOCUMENT in start:
            return "opendocument"
        for mark, seen in _OTHER_XML.items():
            if mark in start:
                raise UnknownKind(file_name, seen)
    if _MAIL.match(text.lstrip("\ufeff \t\r\n").replace("\r\n", "\n")):
        raise UnknownKind(file_name, "a mail or web archive (.eml, .mht)")
    if start.startswith(("<?xml", "<!--")):
        return "webpage" if "<html" in start else "text"
    return "webpage" if start.startswith(_HTML_STARTS) else "text"
