"""An http(s) address of one document -> a Source whose bytes lie in a cache folder."""

import hashlib
import ipaddress
import os
import re
import socket
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx

from extractors.errors import EmptyPaper, PaperError, PaperNotFound
from extractors.source import Source

_GONE = (404, 410)
_REDIRECTS = (301, 302, 303, 307, 308)
_STARRED_NAME = re.compile(r"filename\*\s*=\s*([\w-]+)'[^']*'([^;\s]+)", re.IGNORECASE)
_PLAIN_NAME = re.compile(r'filename\s*=\s*(?:"([^"]*)"|([^;]+))', re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_LONGEST_NAME = 150


def default_cache() -> Path:
    """The folder for fetched papers where none is named: scorepack/papers in the user's cache folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "scorepack" / "papers"


@dataclass(frozen=True, slots=True)
class Fetching:
    """How documents are fetched.

    `cache` is the folder they are saved in; `most_bytes` the size above which one is refused; `seconds` bounds each
    wait for the server and ten times that the whole document; `allow_private` permits addresses inside the own network.
    """

    cache: Path = field(default_factory=default_cache)
    most_bytes: int = 300 * 1024 * 1024
    seconds: float = 30.0
    most_redirects: int = 5
    allow_private: bool = False


def fetch(address: str, *, how: Fetching | None = None, transport: httpx.BaseTransport | None = None) -> Source:
    """Fetch one document and save it under its own name in a folder of its own in the cache.

    Raises PaperNotFound where the server has no such document, EmptyPaper where it sends nothing, and PaperError
    where it is too large, too slow, out of reach, or where the address leads into a private network.
    """
    how = how or Fetching()
    headers = {"User-Agent": user_agent(), "Accept": "*/*"}
    try:
        with httpx.Client(headers=headers, timeout=how.seconds, transport=transport) as client:
            return _follow(client, address, how)
    except httpx.TimeoutException as error:
        raise PaperError(f"{address} did not answer within {how.seconds:g} seconds. Try again later.") from error
    except httpx.InvalidURL as error:
        raise PaperError(f"{address} is not a web address ({error}). Check how it is written.") from error
    except httpx.TransportError as error:
        raise PaperError(f"{address} could not be reached ({error}). Check the address and the network.") from error


def user_agent() -> str:
    """What the program calls itself towards publishers."""
    try:
        return f"scorepack/{version('scorepack')} (reads published committee papers)"
    except PackageNotFoundError:
        return "scorepack (reads published committee papers)"


def _follow(client: httpx.Client, address: str, how: Fetching) -> Source:
    place = address
    for _ in range(how.most_redirects + 1):
        host = _checked_host(place, address, how)
        with client.stream("GET", place) as response:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                place = urljoin(place, response.headers["location"])
                continue
            if not how.allow_private and not _goes_through_proxy(place):
                _check_peer(response, address)
            return _save(response, address, host, how)
    raise PaperError(f"{address} leads on more than {how.most_redirects} times. Give the document's own address.")


def _checked_host(place: str, address: str, how: Fetching) -> str:
    parts = urlsplit(place)
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host:
        raise PaperError(f"{address} leads to {place}, which is no web address. Give the document's own address.")
    if parts.username or parts.password:
        raise PaperError(f"{host}: an address with a password in it is not fetched. Give the public address.")
    if not how.allow_private and any(map(_is_private, _addresses_of(host, place))):
        raise _private(address, host)
    return host


def _addresses_of(host: str, place: str) -> Iterator[str]:
    """The IP addresses of a host; behind a proxy only those that the name itself tells."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        yield "127.0.0.1"
    elif _is_ip(host):
        yield host
    elif not _goes_through_proxy(place):
        try:
            found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        except socket.gaierror as error:
            raise PaperError(f"The host {host} is not known. Check the address and the network.") from error
        yield from (str(entry[4][0]) for entry in found)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_private(address: str) -> bool:
    ip = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(ip, "ipv4_mapped", None)
    return not (mapped or ip).is_global


def _goes_through_proxy(place: str) -> bool:
    parts = urlsplit(place)
    proxies = getproxies()
    return (parts.scheme in proxies or "all" in proxies) and not proxy_bypass(parts.hostname or "")


def _check_peer(response: httpx.Response, address: str) -> None:
    """A name may lead elsewhere between the check and the connection: the connection itself tells where."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if peer and _is_private(str(peer[0])):
        raise _private(address, str(peer[0]))


def _private(address: str, host: str) -> PaperError:
    return PaperError(
        f"{address} leads to {host} inside a private network, which is not fetched. "
        "Download the document and give its path, or allow private addresses in the configuration."
    )


def _save(response: httpx.Response, address: str, host: str, how: Fetching) -> Source:
    if response.status_code in _GONE:
        raise PaperNotFound(address)
    if response.status_code != httpx.codes.OK:
        raise PaperError(f"{address} answered with status {response.status_code}. Open it in a browser to see why.")
    name = file_name_of(response.headers.get("content-disposition", ""), str(response.url))
    folder = how.cache / hashlib.sha256(address.encode()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    _write(_limited(response, address, how), path)
    return Source(address=address, path=path, file_name=name, publisher_host=host)


def _limited(response: httpx.Response, address: str, how: Fetching) -> Iterator[bytes]:
    deadline = time.monotonic() + 10 * how.seconds
    received = 0
    for chunk in response.iter_bytes():
        received += len(chunk)
        if received > how.most_bytes:
            most = how.most_bytes // (1024 * 1024)
            raise PaperError(f"{address} is larger than {most} MB and is not fetched. Download it and give its path.")
        if time.monotonic() > deadline:
            raise PaperError(f"{address} comes too slowly. Download it and give its path.")
        yield chunk
    if not received:
        raise EmptyPaper


def _write(chunks: Iterator[bytes], path: Path) -> None:
    """Write beside the place and move there when whole: a reader never sees half a document."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".part", delete=False) as stream:
        part = Path(stream.name)
        try:
            for chunk in chunks:
                stream.write(chunk)
        except BaseException:  # an interrupt too must leave no part of a document behind
            part.unlink()
            raise
    part.replace(path)


def file_name_of(disposition: str, address: str) -> str:
    """The name that the server gives a document, else the last part of its address; safe as the name of a file."""
    starred, plain = _STARRED_NAME.search(disposition), _PLAIN_NAME.search(disposition)
    if starred:
        name = unquote(starred[2], encoding=starred[1] if starred[1].lower() == "iso-8859-1" else "utf-8")
    elif plain:
        name = unquote(plain[1] or plain[2] or "")
    else:
        name = unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])
    name = _UNSAFE.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(" ._")
    stem, dot, suffix = name.rpartition(".")
    if len(name) > _LONGEST_NAME and dot and len(suffix) <= 5:
        return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return name[:_LONGEST_NAME] or "document"
