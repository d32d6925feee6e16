"""A PDF whose index is broken put together again from the objects that are left, if none of its pages lost anything."""

import logging
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf.exceptions import PikepdfError

from extractors.errors import DamagedPaper, EncryptedPaper, TooLarge
from extractors.limits import ReadingLimits

# Each thing that it mends would be a line on standard error; what they come to is told as a notice.
logging.getLogger("pikepdf").setLevel(logging.CRITICAL)

_NAMED = {"Tf": "/Font", "Do": "/XObject"}
_FAULTS = (PikepdfError, LookupError, ValueError, TypeError, AttributeError, NotImplementedError)
_CUT = "it is cut off, and what is left has no list of its pages"


def repair(path: Path, copy: Path, limits: ReadingLimits) -> int:
    """Write a whole file to `copy`; gives the number of its pages.

    Raises:
        EncryptedPaper: the file wants a password.
        TooLarge: it declares more pages than the limits allow.
        DamagedPaper: it cannot be opened, or has lost pages or their content.
    """
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            declared = int(pdf.Root.Pages.get("/Count", 0))
            if declared > limits.pages_per_paper:
                raise TooLarge("PDF", f"declares {declared:,} pages", f"{limits.pages_per_paper:,}", "pages_per_paper")
            lost = _lost(pdf, declared)
            if lost:
                raise DamagedPaper("PDF", lost)
            pdf.save(copy)
            return declared
    except pikepdf.PasswordError as error:
        raise EncryptedPaper("PDF") from error
    except pikepdf.PdfError as error:
        raise DamagedPaper("PDF", _CUT) from error
    except _FAULTS as error:
        raise DamagedPaper("PDF", f"its pages cannot be put together again: {type(error).__name__}") from error


def _lost(pdf: pikepdf.Pdf, declared: int) -> str | None:
    """What the repaired file has lost, None where nothing is missing."""
    found = len(pdf.pages)
    if found < max(declared, 1):
        return f"it has lost {declared - found} of its {declared} pages" if declared else "it holds no page"
    bare = [number for number, page in enumerate(pdf.pages, start=1) if not _is_complete(page)]
    if bare:
        return f"it is cut off: {len(bare)} of its {found} pages, the first of them page {bare[0]}, lost their content"
    return None


def _is_complete(page: Any) -> bool:
    """Whether a page still has its content, and every font, form and picture that the content calls by name."""
    try:
        calls = pikepdf.parse_content_stream(page, " ".join(_NAMED))
    except _FAULTS:
        return False
    streams = page.get("/Contents")
    parts = streams if isinstance(streams, pikepdf.Array) else [streams]
    if not all(isinstance(part, pikepdf.Stream) and part.read_bytes().strip() for part in parts):
        return False
    resources = page.resources
    return all(
        call.operands and str(call.operands[0]) in resources.get(_NAMED[str(call.operator)], {}) for call in calls
    )
