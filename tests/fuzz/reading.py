"""Spoilt papers read as a run reads them, and what came of each."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from extractors import Source
from flows.reading import PaperReaders
from flows.settings import Limits
from tests.fuzz.inputs import Input
from transforms import load_catalogue

LIMITS = Limits(seconds_per_paper=60, megabytes_per_paper=1024)

FAULT = "a fault of ours"
_KINDS = (
    (r"^A fault of scorepack", FAULT),
    (r"could not be read \((?:\w*Error|BadZipFile|KeyError)\b", "damaged, as a library tells"),
    (r"is damaged and could not be read", "damaged"),
    (r"protected by a password", "locked"),
    (r"which is not read|is of no kind", "of no kind that is read"),
    (r"^The file is empty", "empty"),
    (r"the most that is read is", "too large"),
    (r"needs more memory", "too much memory"),
    (r"LibreOffice", "refused by another program"),
    (r"took longer than", "too slow"),
    (r"^The process that read this file ended", "the process ended"),
)
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: 'read', or why it was not."""

    input: Input
    kind: str
    reason: str | None


def outcomes(inputs: Iterable[Input], folder: Path, limits: Limits = LIMITS) -> Iterator[Outcome]:
    """Each input written to `folder`, read in the processes of a run, and taken away again."""
    left = iter(inputs)
    with PaperReaders(load_catalogue(), limits) as readers:
        while batch := list(islice(left, _BATCH)):
            sources = [_saved(one, folder) for one in batch]
            for one, source, findings in zip(batch, sources, readers.read(sources), strict=True):
                reason = findings.document.reason if findings.document.status == "failed" else None
                yield Outcome(one, kind_of(reason), reason)
                source.path.unlink()


def kind_of(reason: str | None) -> str:
    """The kind of a reason; a reason of no known kind is a fault."""
    if reason is None:
        return "read"
    return next((kind for pattern, kind in _KINDS if re.search(pattern, reason)), FAULT)


def _saved(one: Input, folder: Path) -> Source:
    path = folder / one.name
    path.write_bytes(one.content)
    return Source(address=str(path), path=path, file_name=one.name)
