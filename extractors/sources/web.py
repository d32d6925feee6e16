"""A listed document behind an http(s) address -> a Source whose bytes lie in the store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx

from extractors.errors import EmptyPaper
from extractors.source import Source
from extractors.sources.errors import NoDocument, NotNow
from extractors.sources.listing import Listed
from extractors.sources.names import file_name_of
from extractors.sources.store import Entry
from extractors.sources.visit import Visit, media_type_of

_NO_PAPERS = ("audio/", "font/", "image/", "model/", "video/")
_NO_PAPER = {
    "application/java-archive",
    "application/javascript",
    "application/x-msdownload",
    "text/css",
    "text/javascript",
}
_PAGES = ("text/html", "application/xhtml+xml")
_PAGE_STARTS = (b"<!doctype html", b"<html")
_END_OF_PDF = b"%%EOF"
_END_OF_ZIP = b"PK\x05\x06"
_TAIL = 65_557
"""The longest end of a ZIP file: its end record with the longest comment."""


def fetch_document(listed: Listed, visit: Visit) -> Source:
    """The document from the store where the list or the server says that it is the same, else from the server.

    Raises PaperNotFound where the server has no such document, EmptyPaper where it sends nothing, and the errors of
    `extractors.sources.errors`. What breaks off leaves what was there before.
    """
    known = visit.store.entry(listed.address)
    if known and (listed.address in visit.fetched or (listed.edition and listed.edition == known.edition)):
        return _source(listed, known, visit, fresh=False)
    entry = visit.get(listed.address, lambda answer: _receive(answer, listed, known, visit), headers=_asking(known))
    visit.fetched.add(listed.address)
    visit.store.enter(entry)
    return _source(listed, entry, visit, fresh=known is None or entry.fetched_at != known.fetched_at)


def _asking(known: Entry | None) -> dict[str, str]:
    # Papers are compressed in themselves; as they are, their stated length tells whether they are whole.
    headers = {"Accept-Encoding": "identity"}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def _receive(answer: httpx.Response, listed: Listed, known: Entry | None, visit: Visit) -> Entry:
    if answer.status_code == httpx.codes.NOT_MODIFIED:
        if known is None:
            raise NotNow(listed.address, "says that nothing has changed since it was never asked")
        return _renewed(known, listed)
    media_type = media_type_of(answer)
    if media_type.startswith(_NO_PAPERS) or media_type in _NO_PAPER:
        raise NoDocument(listed.address, f"of the type {media_type}")
    sha256, size = visit.store.keep(_whole(answer, listed, visit))
    return Entry(
        address=listed.address,
        edition=listed.edition,
        sha256=sha256,
        size=size,
        file_name=file_name_of(
            answer.headers.get("content-disposition", ""),
            str(answer.url),
            title=listed.title,
            media_type=media_type,
        ),
        host=urlsplit(str(answer.url)).hostname or "",
        fetched_at=datetime.now(UTC).isoformat(),
        etag=answer.headers.get("etag", ""),
        last_modified=answer.headers.get("last-modified", ""),
    )


def _renewed(known: Entry, listed: Listed) -> Entry:
    return replace(known, edition=listed.edition)


def _whole(answer: httpx.Response, listed: Listed, visit: Visit) -> Iterator[bytes]:
    """The bytes of a document, of which the last is given only if it is whole."""
    head, tail = b"", b""
    for chunk in visit.body(answer, listed.address, visit.how.most_bytes):
        if not head:
            head = chunk[:512]
            _check_kind(head, media_type_of(answer), listed)
        tail = (tail + chunk)[-_TAIL:]
        yield chunk
    if not head:
        raise EmptyPaper
    if not _states_length(answer) and _lacks_end(head, tail):
        raise NotNow(listed.address, "broke off in the middle")


def _check_kind(head: bytes, media_type: str, listed: Listed) -> None:
    if listed.is_file and (
        media_type in _PAGES or head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE_STARTS)
    ):
        raise NotNow(listed.address, "answered with a web page in place of the document")


def _states_length(answer: httpx.Response) -> bool:
    """Whether the way it is sent tells where it ends; without, a lost connection looks like the end."""
    return "content-length" in answer.headers or "chunked" in answer.headers.get("transfer-encoding", "").lower()


def _lacks_end(head: bytes, tail: bytes) -> bool:
    if head.startswith(b"%PDF-"):
        return _END_OF_PDF not in tail[-2048:]
    return head.startswith(b"PK\x03\x04") and _END_OF_ZIP not in tail


def _source(listed: Listed, entry: Entry, visit: Visit, *, fresh: bool) -> Source:
    return Source(
        address=listed.address,
        path=visit.store.path_of(entry.sha256),
        file_name=entry.file_name,
        publisher_host=listed.publisher_host or entry.host or None,
        committee=listed.committee,
        meeting_on=listed.meeting_on,
        published_on=listed.published_on,
        fresh=fresh,
    )
