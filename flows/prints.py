"""What decides what a paper gives, as one print: where it is the same, a paper need not be read again."""

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

from flows.settings import Limits
from transforms import Catalogue
from warehouse.reader_print import ReaderPrint

_ROOMS = ("extractors", "transforms")
_NOT_READING = {"sources", "preview", "__pycache__"}
# Fetching a paper or painting it reads nothing of it.
_KINDS = (".py", ".toml", ".csv", ".txt", ".json")
LIBRARIES = (
    "pdfplumber",
    "pdfminer.six",
    "pypdfium2",
    "pikepdf",
    "python-docx",
    "python-pptx",
    "openpyxl",
    "odfdo",
    "lxml",
    "rapidfuzz",
    "rapidocr",
    "onnxruntime",
    "opencv-python-headless",
    "numpy",
)
"""Distributions whose version may change what is read; the last four come with the extra `ocr`."""

_SHORT = 16


def reader_print(catalogue: Catalogue, limits: Limits) -> ReaderPrint:
    """The print of this program with this catalogue, as `with_review` gives it.

    It changes with the code that reads and understands papers, the libraries, LibreOffice being there or not, and the
    catalogue, but not with weights: those only count scores together.
    """
    unweighed = replace(
        catalogue, frameworks=tuple(replace(framework, weights={}) for framework in catalogue.frameworks)
    )
    reader = f"{program_version()}+{_print_of([_code(), *_equipment(), repr(unweighed)])}"
    bounds = (
        limits.seconds_per_paper,
        limits.megabytes_per_paper,
        limits.pages_per_paper,
        limits.unpacked_megabytes,
    )
    return ReaderPrint(
        version=program_version(),
        reader=reader,
        reader_of_failed=f"{reader} within {' '.join(map(str, bounds))}",
        catalogue=_print_of([repr(catalogue)]),
    )


def program_version() -> str:
    """The version of scorepack, '0' where it runs uninstalled."""
    return version_of("scorepack") or "0"


def version_of(name: str) -> str | None:
    """The version of an installed distribution, None where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def office_program() -> str | None:
    """Where LibreOffice is, by way of which old office files are read."""
    return next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)


@cache
def _code() -> str:
    """The print of the code that reads papers. Only what stands in it counts: not where it is, nor its age."""
    return _print_of(
        f"{name}\n{hashlib.sha256(content).hexdigest()}" for room in _ROOMS for name, content in _files(files(room))
    )


def _files(folder: Traversable) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name not in _NOT_READING:
            yield from _files(entry)
        elif entry.name.endswith(_KINDS):
            yield entry.name, entry.read_bytes()


def _equipment() -> Iterable[str]:
    yield from (f"{name} {version_of(name)}" for name in LIBRARIES)
    yield f"office {office_program() is not None}"


def _print_of(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode(errors="backslashreplace")).hexdigest()[:_SHORT]
