"""Papers -> Findings in processes of their own: a paper that hangs or crashes is a row with a reason, the others go on.

pdfium bears neither threads nor a fork, so every worker is a fresh process that reads one paper at a time.
"""

import hashlib
import logging
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as PaperTimeout
from types import TracebackType

from pebble import ProcessExpired, ProcessPool
from pebble.common.types import ProcessFuture

from extractors import PaperError, Source, read
from flows.settings import Limits
from transforms import Catalogue, Findings, Lexicon, normalise
from transforms.findings import DocumentFacts

_log = logging.getLogger("scorepack")
_lexicon: Lexicon | None = None


class PaperReaders:
    """Processes that read and interpret papers; a context manager. The order of papers is kept."""

    def __init__(self, catalogue: Catalogue, limits: Limits) -> None:
        self._limits = limits
        self._pool = ProcessPool(
            max_workers=limits.workers,
            initializer=_prepare,
            initargs=(catalogue,),
            context=multiprocessing.get_context("spawn"),
        )

    def __enter__(self) -> "PaperReaders":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]  # pebble gives it no types
        else:
            self._pool.stop()  # type: ignore[no-untyped-call]  # as above
        self._pool.join()

    def read(self, sources: Sequence[Source]) -> Iterator[Findings]:
        """What each paper gave, in the order of `sources`; a paper that could not be read gives its reason."""
        timeout = self._limits.seconds_per_paper
        futures = [self._pool.schedule(interpret, args=(source,), timeout=timeout) for source in sources]
        for source, future in zip(sources, futures, strict=True):
            yield self._finished(source, future)

    def _finished(self, source: Source, future: ProcessFuture[Findings]) -> Findings:
        error = future.exception()
        if error is None:
            return future.result()
        return unreadable(source, self._reason(source, error))

    def _reason(self, source: Source, error: BaseException) -> str:
        if isinstance(error, PaperTimeout):
            seconds = self._limits.seconds_per_paper
            return (
                f"Reading took longer than {seconds} seconds and was stopped. "
                "Raise [limits] seconds_per_paper, or split the file."
            )
        if isinstance(error, ProcessExpired):
            return (
                f"The process that read this file ended (exit code {error.exitcode}), perhaps for want of memory. "
                "The file may be damaged."
            )
        if isinstance(error, MemoryError):
            return "Reading this file needs more memory than there is. Split the file."
        _log.error("%s could not be read", source.address, exc_info=error)
        what = f"{type(error).__name__}: {error}"
        return f"A fault of scorepack stopped the reading ({what}). Please report it with this file."


def interpret(source: Source, lexicon: Lexicon | None = None) -> Findings:
    """Read one paper and say what it gives; a paper that cannot be read gives its reason."""
    lexicon = lexicon or _lexicon
    if lexicon is None:
        raise RuntimeError("no lexicon: give one, or call through PaperReaders")
    try:
        document = read(source.path, source=source, words=lexicon.words)
    except PaperError as error:
        return unreadable(source, str(error))
    except OSError as error:
        why = error.strerror or str(error)
        return unreadable(source, f"The file could not be opened ({why}). Check its permissions and the disk.")
    return normalise(document, lexicon)


def unreadable(source: Source, reason: str) -> Findings:
    """The findings of a paper that could not be read: none, and why."""
    try:
        document_id = source.fingerprint()
    except OSError:  # its bytes cannot be had either: the address is all that is known of it
        return unreachable(source.address, reason)
    return _failed(document_id, source.file_name, source.address, reason)


def unreachable(address: str, reason: str) -> Findings:
    """The findings of an address behind which no paper could be had; its id is the hash of the address."""
    document_id = hashlib.sha256(address.encode(errors="surrogateescape")).hexdigest()
    return _failed(document_id, address.rstrip("/").rpartition("/")[2] or address, address, reason)


def _failed(document_id: str, file_name: str, source: str, reason: str) -> Findings:
    return Findings(
        DocumentFacts(
            document_id=document_id,
            file_name=file_name,
            source=source,
            media_type="application/octet-stream",
            status="failed",
            reason=reason,
        )
    )


def _prepare(catalogue: Catalogue) -> None:
    global _lexicon
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the parent ends the others
    _lexicon = Lexicon.of(catalogue)
