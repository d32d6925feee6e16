"""The parts of an OpenDocument file, as odfdo opens it."""

import zipfile
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree
from odfdo import Container
from odfdo.security import SecurityError

from extractors.errors import DamagedPaper, EncryptedPaper

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
PRESENTATION = "{urn:oasis:names:tc:opendocument:xmlns:presentation:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"

NAME = "OpenDocument"

_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MANIFEST = "META-INF/manifest.xml"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, TypeError, NotImplementedError, EOFError, SecurityError,
    etree.XMLSyntaxError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenPackage:
    """The roots of the main parts; `styles` and `meta` are the content itself where the file is one flat text."""

    media_type: str
    content: Any
    styles: Any
    meta: Any
    _container: Any

    def part(self, name: str) -> Any:
        """The root of another XML part, such as 'Object 1/content.xml'; None where there is none that can be read."""
        blob = _blob(self._container, name.removeprefix("./"))
        try:
            return etree.fromstring(blob) if blob else None
        except etree.XMLSyntaxError:
            return None

    def blob(self, name: str) -> bytes | None:
        """The bytes of a part, None where the file has lost it."""
        return _blob(self._container, name.removeprefix("./"))

    def facts(self) -> tuple[str | None, date | None]:
        """The title and the day of making that the file says of itself."""
        title = next(self.meta.iter(f"{_DC}title"), None) if self.meta is not None else None
        made = next(self.meta.iter(f"{_META}creation-date"), None) if self.meta is not None else None
        try:
            made_on = date.fromisoformat((made.text or "")[:10]) if made is not None else None
        except ValueError:
            made_on = None
        return (title.text or None) if title is not None else None, made_on


def opened(path: Path) -> OpenPackage:
    """The parts of a file. Raises EncryptedPaper and DamagedPaper."""
    if not zipfile.is_zipfile(path):
        return _flat(path)
    try:
        container = Container(path)
        if _is_locked(container):
            raise EncryptedPaper(NAME)
        content, styles, meta = (_root(container, name) for name in ("content.xml", "styles.xml", "meta.xml"))
        if content is None:
            raise DamagedPaper(NAME, "it has no content.xml")
        return OpenPackage(container.mimetype, content, styles, meta, container)
    except _BROKEN as error:
        raise DamagedPaper(NAME, str(error) or type(error).__name__) from error


def _flat(path: Path) -> OpenPackage:
    try:
        root = etree.fromstring(path.read_bytes())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedPaper(NAME, str(error)) from error
    return OpenPackage(root.get(f"{OFFICE}mimetype", ""), root, root, root, None)


def _is_locked(container: Any) -> bool:
    manifest = _blob(container, _MANIFEST) or b""
    return b"encryption-data" in manifest or _blob(container, "encrypted-package") is not None


def _root(container: Any, name: str) -> Any:
    blob = _blob(container, name)
    return etree.fromstring(blob) if blob else None


def _blob(container: Any, name: str) -> bytes | None:
    try:
        found = container.get_part(name) if container is not None else None
    except KeyError:
        return None
    return found if isinstance(found, bytes) else None
