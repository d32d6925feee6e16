"""Office packages (ZIP files of parts) that were put together wrongly, made whole enough to open."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lxml import etree

from extractors.document import Notice

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
_VARIANTS = re.compile(
    rb"application/vnd\.(?:ms-word|ms-powerpoint|openxmlformats-officedocument\.\w+)\.(document|presentation|template|slideshow)"
    rb"(?:\.macroEnabled(?:Template)?)?\.main\+xml"
)
# A whole paper inside another one goes by the type of its main part, which it is not.
_PAPERS_INSIDE = re.compile(
    rb"""(<(?:Default|Override)\s[^>]*?(?:Extension="do[ct][xm]"|PartName="[^"]+\.do[ct][xm]")\s[^>]*?ContentType=")([^"]+)(")"""
)
_TERMS = "{http://purl.org/dc/terms/}"
_ELEMENTS = "{http://purl.org/dc/elements/1.1/}"
_WORKBOOK = "xl/workbook.xml"
_CORE = "docProps/core.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_UNRESOLVED = re.compile(rb"(?:</f>|<f[^<>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")


FAULTS = (KeyError, ValueError, AttributeError, zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, OSError)
"""What the libraries raise, beside errors of their own, on packages that were put together wrongly."""


def mended(path: Path) -> tuple[io.BytesIO, tuple[str, ...]]:
    """A copy of the package without relations to parts that are not there, and the names of those parts.

    The copy is an ordinary package too where the original is a template, a slide show, one with macros, or one of
    the strict form of the standard: the libraries refuse those, though they hold the same.
    Raises zipfile.BadZipFile and lxml.etree.XMLSyntaxError where more than that is broken.
    """
    mended_copy = io.BytesIO()
    missing: list[str] = []
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(mended_copy, "w", zipfile.ZIP_DEFLATED) as copy:
        names = set(package.namelist())
        for name in sorted(names):
            content = _ordinary(package.read(name), name)
            if name.endswith(".rels"):
                content, lost = _without_dangling(content, name, names)
                missing += lost
            copy.writestr(name, content)
    mended_copy.seek(0)
    return mended_copy, tuple(missing)


def notices_of_missing(names: Sequence[str]) -> tuple[Notice, ...]:
    """That a package was read without parts that it refers to; nothing where it has them all."""
    told = f"Parts that the file refers to are not in it and were passed over: {', '.join(names)}."
    return (Notice("repaired_file", told),) if names else ()


def _ordinary(content: bytes, name: str) -> bytes:
    if name == _CONTENT_TYPES:
        return _PAPERS_INSIDE.sub(rb"\1application/zip\3", _VARIANTS.sub(_main_type, content))
    return _STRICT.sub(_TRANSITIONAL, content) if name.endswith((".xml", ".rels")) else content


def _main_type(variant: "re.Match[bytes]") -> bytes:
    if b"spreadsheetml" in variant[0]:
        return b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    is_deck = b"powerpoint" in variant[0] or b"presentationml" in variant[0]
    kind = b"presentationml.presentation" if is_deck else b"wordprocessingml.document"
    return b"application/vnd.openxmlformats-officedocument." + kind + b".main+xml"


def _without_dangling(content: bytes, name: str, names: set[str]) -> tuple[bytes, list[str]]:
    root = etree.fromstring(content)
    folder = posixpath.dirname(posixpath.dirname(name))
    lost = []
    for relation in root.findall(_RELATION):
        target = relation.get("Target", "")
        part = posixpath.normpath(posixpath.join(folder, target)) if not target.startswith("/") else target[1:]
        if relation.get("TargetMode") != "External" and part not in names:
            lost.append(part)
            root.remove(relation)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), lost


def is_strict(path: Path) -> bool:
    """True for a workbook of the strict form of the standard, whose names the usual readers do not know."""
    with zipfile.ZipFile(path) as package:
        return _WORKBOOK in package.namelist() and bool(_STRICT.search(package.read(_WORKBOOK)))


def stored_facts(path: Path) -> tuple[str | None, date | None]:
    """The title and the day of making that the file says of itself, None where it says none that can be read."""
    try:
        with zipfile.ZipFile(path) as package:
            core = etree.fromstring(package.read(_CORE))
    except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, etree.XMLSyntaxError):
        return None, None
    title, made = core.findtext(f"{_ELEMENTS}title"), core.findtext(f"{_TERMS}created") or ""
    try:
        return title or None, date.fromisoformat(made[:10])
    except ValueError:
        return title or None, None


def has_formulas_without_results(path: Path) -> bool:
    """True where a sheet of a workbook holds a formula that no program has worked out yet."""
    with zipfile.ZipFile(path) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/") and name.endswith(".xml")]
        return any(_UNRESOLVED.search(package.read(name)) for name in sheets)
