"""Addresses as a user gives them -> Sources."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from extractors.errors import PaperError
from extractors.source import Source
from extractors.sources import files


def discover(
    addresses: Iterable[str | Path], *, cache: Path | None = None, allow_private: bool = False
) -> Iterator[Source]:
    """The papers behind files, folders (read recursively) and http(s) addresses of documents, in the order given.

    Fetched documents are saved in `cache`, by default in the user's cache folder; `allow_private` permits addresses
    inside the own network. Raises PaperNotFound where an address leads to nothing, and PaperError where it is of a
    kind that is not fetched.
    """
    for address in map(str, addresses):
        scheme = address.partition("://")[0].lower() if "://" in address else ""
        yield from ORIGINS.get(scheme, _on_disk)(address, cache, allow_private)


def _on_disk(address: str, _cache: Path | None, _allow_private: bool) -> Iterator[Source]:
    return files.locate(address)


def _web(address: str, cache: Path | None, allow_private: bool) -> Iterator[Source]:
    from extractors.sources.web import Fetching, default_cache, fetch

    yield fetch(address, how=Fetching(cache=cache or default_cache(), allow_private=allow_private))


def _moderngov(address: str, _cache: Path | None, _allow_private: bool) -> Iterator[Source]:
    raise PaperError(
        f"{address} is a site of committee papers, which is not supported yet. "
        "Download the papers and give their folder, or give the https address of each paper."
    )


Origin = Callable[[str, Path | None, bool], Iterator[Source]]

ORIGINS: dict[str, Origin] = {
    "http": _web,
    "https": _web,
    "moderngov+https": _moderngov,
    "moderngov+http": _moderngov,
}
