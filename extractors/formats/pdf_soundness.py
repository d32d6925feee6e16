"""Is a PDF whole? One that was cut off or spoilt on its way is put together again, or refused.

A reader that mends in silence may show a page without the values that it lost. So: a file whose index is sound is read
as it is; one whose index is broken is read with a doubt that holds every value for a person; one that has lost a page
or the content of one is refused. docs/decisions/0004-repair.md tells why.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from extractors.document import Notice
from extractors.errors import EncryptedPaper, TooLarge
from extractors.limits import ReadingLimits

REPAIRED = "the file was damaged and repaired: compare with the original"

_TAIL = 2048
_HEAD = 1024
_START = re.compile(rb"startxref\s+(\d+)")
_LENGTH = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)")
_LINE_END = 2
_INDEX = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")


@dataclass(frozen=True, slots=True)
class SoundPdf:
    """Where a PDF can be read that opens, and what a person has to be told of it."""

    path: Path
    notices: tuple[Notice, ...] = ()

    @property
    def doubt(self) -> str | None:
        """Why no value of the file may be taken without a look, None where the file was whole."""
        return REPAIRED if self.notices else None


@contextmanager
def sound_pdf(path: Path, limits: ReadingLimits) -> Iterator[SoundPdf]:
    """The file itself where it is whole; a repaired copy, for as long as the context lasts, where it is not.

    Raises:
        EncryptedPaper: the file wants a password.
        TooLarge: it declares more pages than the limits allow.
        DamagedPaper: it cannot be opened, or has lost pages or their content.
    """
    content = path.read_bytes()
    pages = _pages_by_pdfium(content)
    if pages is not None and pages > limits.pages_per_paper:
        raise TooLarge("PDF", f"declares {pages:,} pages", f"{limits.pages_per_paper:,}", "pages_per_paper")
    if pages is not None and has_index(content):
        yield SoundPdf(path)
        return
    # The library that mends is slow to load, and hardly a paper needs it.
    from extractors.formats.pdf_repair import repair

    with tempfile.TemporaryDirectory(prefix="scorepack-") as folder:
        copy = Path(folder) / "repaired.pdf"
        count = repair(path, copy, limits)
        told = (
            f"The file is damaged: it was cut off or changed on its way. Its {count} pages were put together again "
            "and read; every value waits for a comparison with the original. Fetch the file again if you can."
        )
        yield SoundPdf(copy, (Notice("repaired_file", told),))


def has_index(content: bytes) -> bool:
    """Whether a PDF ends as its writer left it: with the place of an index of its objects, and the index there."""
    start = content.find(b"%PDF-", 0, _HEAD)
    ends = _START.findall(content[-_TAIL:])
    if not ends or _has_another_length(content, int(ends[-1])):
        return False
    # Bytes before the header shift every place; some writers count them, some do not.
    places = {int(ends[-1]), int(ends[-1]) + max(start, 0)}
    return any(place > 0 and _INDEX.match(content, place) for place in places)


def _has_another_length(content: bytes, index: int) -> bool:
    """Whether a file made for the web, whose index stands at its front, is not as long as it says there."""
    told = _LENGTH.search(content, 0, _HEAD)
    if told is None or index > _HEAD:
        return False
    return not len(content.rstrip()) <= int(told[1]) <= len(content) + _LINE_END


def _pages_by_pdfium(content: bytes) -> int | None:
    """The number of pages that the file declares, None where pdfium cannot open it."""
    try:
        pdf = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
            raise EncryptedPaper("PDF") from error
        return None
    try:
        return len(pdf)
    finally:
        pdf.close()
