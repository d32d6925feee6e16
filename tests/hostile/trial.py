"""Cases read as a run reads them: what came of each, in what time, with how much memory."""

import re
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from extractors import Source
from flows.reading import PaperReaders
from flows.settings import Limits
from tests.hostile.cases import READ, Case
from transforms import load_catalogue
from transforms.findings import Findings

LIMITS = Limits(workers=1, seconds_per_paper=30, megabytes_per_paper=512)
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB", re.MULTILINE)
_GLANCE = 0.01
_NEVER = re.compile(r"^A fault of scorepack|^The process that read this file ended")


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a case. `megabytes` is the most that the process held, 0 where the system does not say."""

    case: Case
    findings: Findings
    seconds: float
    megabytes: int

    @property
    def said(self) -> str:
        """The reason, or what was read."""
        document = self.findings.document
        if document.status == "failed":
            return document.reason or ""
        accepted = sum(one.status == "accepted" for one in self.findings.observations)
        told = "; ".join(f"{one.kind}: {one.text}" for one in self.findings.notices)
        return f"read, {accepted} values" + (f". {told}" if told else "")

    @property
    def fault(self) -> str | None:
        """What is wrong with it, None where it came out as it must."""
        document = self.findings.document
        outcome = READ if document.status != "failed" else document.reason or ""
        if _NEVER.search(outcome):
            return outcome
        allowed = self.case.outcome
        if outcome == READ:
            if allowed != READ and "^$" not in allowed:
                return f"it was read, and should say {allowed}"
        elif allowed == READ or not re.search(allowed, outcome):
            return f"it should be {allowed}: {outcome}"
        if self.case.notice and not any(re.search(self.case.notice, one.text) for one in self.findings.notices):
            return f"no notice says {self.case.notice}"
        accepted = sum(one.status == "accepted" for one in self.findings.observations)
        if self.case.values is not None and accepted != self.case.values:
            return f"{accepted} values were accepted, {self.case.values} expected"
        return None


def trials(cases: Iterable[Case], folder: Path, limits: Limits = LIMITS) -> Iterator[Trial]:
    """Each case written to `folder`, read in a process of a run, and taken away again."""
    with PaperReaders(load_catalogue(), limits) as readers:
        for case in cases:
            path = folder / case.name
            path.write_bytes(case.build())
            source = Source(address=str(path), path=path, file_name=case.name)
            begun = time.monotonic()
            with _Peak(readers) as peak:
                [findings] = readers.read([source])
            yield Trial(case, findings, time.monotonic() - begun, peak.megabytes)
            path.unlink()


class _Peak:
    """Looks again and again at the most memory that the processes of a run hold at once."""

    def __init__(self, readers: PaperReaders) -> None:
        self._readers = readers
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)
        self.megabytes = 0

    def __enter__(self) -> "_Peak":
        for process in self._processes():
            with suppress(OSError):
                Path(f"/proc/{process}/clear_refs").write_text("5")  # forget the peak of the paper before
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()

    def _processes(self) -> list[int]:
        return list(self._readers._pool._pool_manager.worker_manager.workers)

    def _look(self) -> None:
        while not self._done.is_set():
            for process in self._processes():
                with suppress(OSError):
                    found = _PEAK.search(Path(f"/proc/{process}/status").read_text())
                    self.megabytes = max(self.megabytes, int(found[1]) // 1024 if found else 0)
            self._done.wait(_GLANCE)
