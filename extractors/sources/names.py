"""The name of a fetched document: what the server calls it, safe as the name of a file."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

_STARRED_NAME = re.compile(r"filename\*\s*=\s*([\w-]+)'[^']*'([^;\s]+)", re.IGNORECASE)
_PLAIN_NAME = re.compile(r'filename\s*=\s*(?:"([^"]*)"|([^;]+))', re.IGNORECASE)
_UNSAFE = re.compile(r'[<>:"/\\|?*]+')
_LONGEST_NAME = 150
PAPER_SUFFIXES = (
    ".pdf",
    ".doc",
    ".docx",
    ".ppt",
    ".pptx",
    ".xls",
    ".xlsx",
    ".odt",
    ".odp",
    ".ods",
    ".csv",
    ".rtf",
)
"""How the address of a paper ends, where nothing else tells that it is one."""

_HANDLERS = (".aspx", ".ashx", ".asmx", ".php", ".asp")
_OFFICE = "application/vnd.openxmlformats-officedocument."
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.ms-powerpoint": ".ppt",
    f"{_OFFICE}wordprocessingml.document": ".docx",
    f"{_OFFICE}presentationml.presentation": ".pptx",
    f"{_OFFICE}spreadsheetml.sheet": ".xlsx",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/csv": ".csv",
}


def file_name_of(disposition: str, address: str, *, title: str = "", media_type: str = "") -> str:
    """The name that the server gives a document, else the last part of its address.

    Where that is only the name of a program on the server, it is the document's title with the suffix of its kind.
    """
    name = _stated(disposition) or unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])
    if title and not disposition and name.lower().endswith(_HANDLERS):
        suffix = _SUFFIXES.get(media_type, "")
        name = title.replace("/", "_").replace("\\", "_")
        name = name if name.lower().endswith(suffix) else f"{name}{suffix}"
    return _safe(name)


def _stated(disposition: str) -> str:
    starred, plain = _STARRED_NAME.search(disposition), _PLAIN_NAME.search(disposition)
    if starred:
        return unquote(starred[2], encoding=starred[1] if starred[1].lower() == "iso-8859-1" else "utf-8")
    return unquote(plain[1] or plain[2] or "") if plain else ""


def _safe(name: str) -> str:
    name = name.replace("\\", "/").rpartition("/")[2]
    # Control characters and those that turn the direction of writing have no place in a name.
    name = "".join("_" if unicodedata.category(letter)[0] == "C" else letter for letter in name)
    name = _UNSAFE.sub("_", name).strip(" ._")
    stem, dot, suffix = name.rpartition(".")
    if len(name) > _LONGEST_NAME and dot and len(suffix) <= 5:
        return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return name[:_LONGEST_NAME] or "document"
