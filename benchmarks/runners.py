"""How many papers a second are read by a plain loop, by processes, and by a Dask cluster on this machine.

    python -m benchmarks.runners [DOCUMENTS] [PAGES] [WORKERS]

Draws so many agenda packs (200) of so many pages (40), three of them relevant, and reads them in each way, starting
and ending the processes included; then once more from the shards that Dask's workers wrote. Pages per second by the
clock want a machine at rest; pages per second of processor time hardly mind what else it does. Dask does not wait for
the children of its workers, so that little of its processor time is seen.
"""

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.packs import agenda_pack
from extractors import Source
from flows.machines import Machines
from flows.prints import reader_print
from flows.readers import paper_readers
from flows.reading import interpret
from flows.settings import Limits, Settings
from transforms import Catalogue, Findings, Lexicon, load_catalogue


@dataclass(frozen=True, slots=True)
class Turn:
    """One way of reading all papers: seconds by the clock and of processor time, of this process and its children."""

    way: str
    workers: int
    seconds: float
    worked: float
    findings: list[Findings]


def main(documents: int, pages: int, workers: int) -> int:
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        sources = list(_papers(place, documents, pages))
        here, dask = Machines(), Machines("dask")
        ways: dict[str, Callable[[], list[Findings]]] = {
            "plain loop": lambda: _plainly(catalogue, sources),
            "process": lambda: _by(here, catalogue, sources, place, workers),
            "dask": lambda: _by(dask, catalogue, sources, place, workers),
            "dask, from shards": lambda: _by(dask, catalogue, sources, place, workers),
        }
        _head(documents, documents * pages)
        turns: list[Turn] = []
        for way, read in ways.items():
            turns.append(_timed(way, 1 if way == "plain loop" else workers, read))
            _tell(turns[-1], turns[0], documents * pages)
        shards = [file.stat().st_size for file in place.rglob("*.parquet")]
        sizes = [source.path.stat().st_size for source in sources]
        print(
            f"a paper has {sum(sizes) / documents / 1000:.0f} kB, its shard {sum(shards) / len(shards) / 1000:.0f} kB"
        )
    same = all(turn.findings == turns[1].findings for turn in turns[2:])
    print("dask gives what processes give" if same else "DASK GIVES SOMETHING ELSE")
    return 0 if same else 1


def _papers(place: Path, documents: int, pages: int) -> Sequence[Source]:
    pack = agenda_pack(place / "pack.pdf", pages).read_bytes()
    folder = place / "papers"
    folder.mkdir()
    for number in range(documents):
        # Bytes of its own make it a paper of its own.
        (folder / f"pack-{number:04}.pdf").write_bytes(pack + f"% paper {number}\n".encode())
    return [Source(str(path), path, path.name) for path in sorted(folder.iterdir())]


def _plainly(catalogue: Catalogue, sources: Sequence[Source]) -> list[Findings]:
    lexicon = Lexicon.of(catalogue)
    return [interpret(source, lexicon, pictures=True) for source in sources]


def _by(
    machines: Machines, catalogue: Catalogue, sources: Sequence[Source], place: Path, workers: int
) -> list[Findings]:
    limits = Limits(workers=workers)
    settings = Settings(warehouse=place / "scorepack.duckdb", limits=limits, machines=machines)
    with paper_readers(settings, catalogue, reader_print(catalogue, limits).reader, sources) as readers:
        return list(readers.read(sources))


def _timed(way: str, workers: int, read: Callable[[], list[Findings]]) -> Turn:
    began, worked = time.perf_counter(), _worked()
    findings = read()
    return Turn(way, workers, time.perf_counter() - began, _worked() - worked, findings)


def _worked() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _head(papers: int, pages: int) -> None:
    print(f"{papers} papers, {pages} pages, {multiprocessing.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(
        f"{'':18}{'s':>8}{'papers/s':>10}{'x loop':>8}{'pages/s':>9}{'a core':>8}{'worked s':>10}{'pages/s of it':>14}"
    )


def _tell(turn: Turn, loop: Turn, pages: int) -> None:
    papers, rate = len(turn.findings) / turn.seconds, pages / turn.seconds
    print(
        f"{turn.way:18}{turn.seconds:8.1f}{papers:10.1f}{loop.seconds / turn.seconds:8.2f}"
        f"{rate:9.0f}{rate / turn.workers:8.0f}{turn.worked:10.1f}{pages / turn.worked:14.0f}",
        flush=True,
    )


if __name__ == "__main__":
    told = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(told + [200, 40, 2][len(told) :])))
