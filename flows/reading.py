"""Papers -> Findings in processes of their own: a paper that hangs or crashes is a row with a reason, the others go on.

pdfium bears neither threads nor a fork, so every worker is a fresh process that reads one paper at a time.
"""

import hashlib
import logging
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import TimeoutError as PaperTimeout
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from types import TracebackType

from pebble import ProcessExpired, ProcessPool
from pebble.common.types import ProcessFuture

from extractors import PaperError, ReadingLimits, Source, read
from flows.isolation import bounded, settle_in
from flows.settings import Limits
from transforms import Catalogue, Findings, Lexicon, normalise
from transforms.findings import DocumentFacts

_PAPERS_PER_PROCESS = 500
_MOST_POOLS = 3
_GLANCE = 5.0
# What a library does that was refused memory and does not ask: pdfium aborts, others trap.
_SIGNALS_OF_MEMORY = {signal.SIGABRT, signal.SIGTRAP, signal.SIGILL} if hasattr(signal, "SIGTRAP") else {signal.SIGABRT}
_WORDS_OF_MEMORY = ("bad allocation", "bad_alloc", "insufficient memory", "failed to allocate", "out of memory")

_log = logging.getLogger("scorepack")
_lexicon: Lexicon | None = None


class PaperReaders:
    """Processes that read and interpret papers; a context manager. The order of papers is kept."""

    def __init__(self, catalogue: Catalogue, limits: Limits, *, pictures: bool = True) -> None:
        self._catalogue = catalogue
        self._limits = limits
        self._pictures = pictures
        self._pool = self._new_pool()

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
        done = 0
        for _ in range(_MOST_POOLS):
            for source, future in self._scheduled(sources[done:]):
                if isinstance(self._error(future), BrokenProcessPool):
                    break  # no fault of this paper: the processes themselves were lost
                yield self._finished(source, future)
                done += 1
            else:
                return
        for source in sources[done:]:
            yield unreadable(source, "The processes that read papers ended again and again. Is there memory for them?")

    def _scheduled(self, sources: Sequence[Source]) -> list[tuple[Source, ProcessFuture[Findings]]]:
        if not self._pool.active:
            self._pool.stop()  # type: ignore[no-untyped-call]  # as above
            self._pool.join()
            self._pool = self._new_pool()
        timeout = self._limits.seconds_per_paper
        return [
            (source, self._pool.schedule(read_within, args=(source, self._limits, self._pictures), timeout=timeout))
            for source in sources
        ]

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._limits.workers,
            max_tasks=_PAPERS_PER_PROCESS,  # a fresh process now and then: libraries do not give back all they took
            initializer=_prepare,
            initargs=(self._catalogue,),
            context=multiprocessing.get_context("spawn"),
        )

    def _error(self, future: ProcessFuture[Findings]) -> BaseException | None:
        """What ended the reading of one paper, None where it was read; papers that a lost pool forgot have no end."""
        while True:
            try:
                return future.exception(timeout=_GLANCE)
            except PaperTimeout:
                if not self._pool.active:
                    return BrokenProcessPool()

    def _finished(self, source: Source, future: ProcessFuture[Findings]) -> Findings:
        error = self._error(future)
        if error is None:
            return future.result()
        return unreadable(source, self._reason(source, error))

    def _reason(self, source: Source, error: BaseException) -> str:
        if isinstance(error, PaperTimeout):
            return too_slow(self._limits)
        if isinstance(error, ProcessExpired):
            return _why_it_ended(-error.exitcode, self._limits)
        if any(words in str(error).lower() for words in _WORDS_OF_MEMORY):
            return too_big(self._limits)
        _log.error("%s could not be read", source.address, exc_info=error)
        what = f"{type(error).__name__}: {error}"
        return f"A fault of scorepack stopped the reading ({what}). Please report it with this file."


def read_within(source: Source, limits: Limits, pictures: bool = False) -> Findings:
    """What one paper gives, read in this process within the limits; too much memory is a reason.

    With `pictures` the findings carry cut-outs of the places where values stand.
    """
    try:
        with bounded(seconds=limits.seconds_per_paper, megabytes=limits.megabytes_per_paper):
            return interpret(source, limits=limits.of_reading, pictures=pictures)
    except MemoryError:
        return unreadable(source, too_big(limits))


def interpret(
    source: Source,
    lexicon: Lexicon | None = None,
    limits: ReadingLimits = ReadingLimits(),  # noqa: B008 - frozen
    *,
    pictures: bool = False,
) -> Findings:
    """Read one paper and say what it gives; a paper that cannot be read gives its reason."""
    lexicon = lexicon or _lexicon
    if lexicon is None:
        raise RuntimeError("no lexicon: give one, or call through PaperReaders")
    try:
        document = read(source.path, source=source, words=lexicon.words, limits=limits)
    except PaperError as error:
        return unreadable(source, str(error))
    except OSError as error:
        return unreadable(source, closed(error))
    findings = normalise(document, lexicon)
    if not pictures:
        return findings
    from flows.cutting import cutouts_of  # loads what paints, which only a run that keeps evidence needs

    return replace(findings, cutouts=cutouts_of(source.path, document, findings))


def closed(error: OSError) -> str:
    """The reason of a paper whose file cannot be opened."""
    return f"The file could not be opened ({error.strerror or error}). Check its permissions and the disk."


def no_store(error: OSError) -> str:
    """The reason of a source whose papers cannot be kept."""
    return f"The store of fetched papers could not be used ({error.strerror or error}). Check the disk."


def too_slow(limits: Limits) -> str:
    """The reason of a paper that took more time than it may."""
    return (
        f"Reading took longer than {limits.seconds_per_paper} seconds and was stopped. "
        "Raise [limits] seconds_per_paper, or split the file."
    )


def too_big(limits: Limits) -> str:
    """The reason of a paper that took more memory than it may."""
    return (
        f"Reading this file needs more memory than [limits] megabytes_per_paper allows ({limits.megabytes_per_paper}). "
        "Raise it, or split the file."
    )


def _why_it_ended(signalled: int, limits: Limits) -> str:
    """Why the process of a paper ended, by the signal that ended it (negative: an exit status)."""
    if signalled in _SIGNALS_OF_MEMORY:
        return too_big(limits)
    if hasattr(signal, "SIGALRM") and signalled == signal.SIGALRM:
        return too_slow(limits)
    how = signal.Signals(signalled).name if signalled in signal.valid_signals() else f"exit code {-signalled}"
    return (
        f"The process that read this file ended ({how}), perhaps for want of memory. "
        "The file may be damaged: fetch it again from where it was published."
    )


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
    settle_in()
    _lexicon = Lexicon.of(catalogue)
