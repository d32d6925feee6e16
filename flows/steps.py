"""The steps that flows are made of, as plain functions: no Prefect, so each runs in a plain test.

The warehouse is imported where it is used: DuckDB is heavy, and commands that only read need none. Prefect also keeps
what a flow can reach, its errors' frames too, alive to the very end of the process, where DuckDB complains of it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from extractors import Fetching, Missed, PaperError, Remark, Source, Withheld, gather
from flows.errors import NoWarehouse, RunFailed, UnusableCatalogue
from flows.folders import closed_folders, is_own_product
from flows.logs import tell
from flows.reading import no_store, unreachable
from flows.settings import Settings, check_addresses
from flows.summary import Ingested, Published, failures_of
from flows.told import OwnWishes
from transforms import Alias, Catalogue, CatalogueError, Findings, load_catalogue, with_aliases

if TYPE_CHECKING:
    from warehouse import ReaderPrint, Warehouse

T = TypeVar("T")


def catalogue_of(settings: Settings) -> Catalogue:
    """The catalogue that the settings name. Raises UnusableCatalogue for a file that cannot be used."""
    try:
        return load_catalogue(
            framework_folders=settings.framework_folders,
            authority_files=settings.authority_files,
            region_files=settings.region_files,
            partnership_files=settings.partnership_files,
            weights=settings.weights,
        )
    except CatalogueError as error:
        raise UnusableCatalogue(str(error)) from error


def with_review(catalogue: Catalogue, path: Path) -> Catalogue:
    """The catalogue with the meanings that reviewers gave to printed texts, where there is a warehouse that keeps them.

    Raises RunFailed.
    """
    return with_aliases(catalogue, in_warehouse(path, _aliases) if path.is_file() else ())


def find_papers(
    addresses: Sequence[str],
    *,
    warehouse: Path,
    how: Fetching | None = None,
    own: Mapping[str, OwnWishes] | None = None,
) -> tuple[list[Source], list[Findings]]:
    """The papers behind the addresses, and for each address, folder or paper that could not be had findings that say
    why. Papers that may not be fetched are passed over. `own` has, by address, what is said of single sources.

    What scorepack wrote itself into a folder (the warehouse, publications) is no paper and is passed over.
    A path that does not exist is a wrong call: SourceMissing. So is giving no address at all: NothingToRead.
    """
    from extractors.sources.visit import Visit

    check_addresses(addresses)
    sources: list[Source] = []
    lost: list[Findings] = []
    wishes = own or {}
    with Visit(how or Fetching()) as visit:
        for address in addresses:
            asked = wishes[address].how if address in wishes else None
            try:
                for one in gather(address, visit, today=date.today(), how=asked):
                    if isinstance(one, Missed) or (isinstance(one, Withheld) and "://" not in one.address):
                        lost.append(unreachable(one.address, one.why))  # also a link out of a folder, or a pipe
                    elif isinstance(one, Withheld):
                        tell("withheld", address=one.address, why=one.why)
                    elif isinstance(one, Remark):
                        tell("remark", source=one.address, text=one.text)
                    elif not is_own_product(one.path, address, warehouse):
                        sources.append(one)
            except PaperError as error:
                lost.append(unreachable(address, str(error)))
            except OSError as error:
                lost.append(unreachable(address, no_store(error)))
            lost.extend(unreachable(folder, reason) for folder, reason in closed_folders(address))
    return sources, lost


def batches(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    """The sources in lists of at most `size`."""
    left = iter(sources)
    while batch := list(islice(left, size)):
        yield batch


def load_findings(
    path: Path, findings: Sequence[Findings], catalogue: Catalogue, reader: "ReaderPrint | None" = None
) -> Ingested:
    """All findings of a run into the warehouse, in one transaction. Raises RunFailed."""
    from warehouse import load

    counts = in_warehouse(path, lambda warehouse: load(warehouse, findings, catalogue, reader=reader))
    return Ingested(str(path), asdict(counts), failures_of(findings))


def publish_warehouse(path: Path, out: Path, *, unless_shown: bool = False, pictures: bool = True) -> Published:
    """Check the warehouse and publish it. Raises NoWarehouse and RunFailed.

    With `unless_shown` nothing is checked or built where the release that `latest` shows was made of this very state.
    """
    if not path.is_file():
        raise NoWarehouse(path)
    return in_warehouse(path, lambda warehouse: _published(warehouse, out, unless_shown, pictures))


def in_warehouse(path: Path, act: "Callable[[Warehouse], T]") -> T:
    """What `act` gives of the opened warehouse. Raises RunFailed where it cannot be opened or refuses."""
    outcome = _outcome(path, act)
    if isinstance(outcome, _Refused):
        raise RunFailed(outcome.why)
    return outcome.value


@dataclass(frozen=True, slots=True)
class _Refused:
    why: str


@dataclass(frozen=True, slots=True)
class _Done(Generic[T]):
    value: T


def _outcome(path: Path, act: "Callable[[Warehouse], T]") -> _Refused | _Done[T]:
    from warehouse import WarehouseError, open_warehouse

    try:
        with open_warehouse(path) as warehouse:
            return _Done(act(warehouse))
    except (WarehouseError, RunFailed) as error:
        return _Refused(str(error))


def _aliases(warehouse: "Warehouse") -> tuple[Alias, ...]:
    from warehouse.review import known_aliases

    return known_aliases(warehouse)


def _published(warehouse: "Warehouse", out: Path, unless_shown: bool, pictures: bool) -> Published:
    from flows.prints import program_version
    from warehouse import publish, run_checks
    from warehouse.publication.standing import note_release, release_of, standing

    now = standing(warehouse, f"{program_version()} {'with' if pictures else 'without'} pictures")
    shown = release_of(warehouse, out, now) if unless_shown else None
    if shown:
        return Published(shown.name, str(shown), changed=False)
    faults = [f"{fault.check}: {fault.subject} {fault.detail}" for fault in run_checks(warehouse)]
    if faults:
        raise RunFailed(
            f"Nothing was published: checks of the warehouse found {len(faults)} faults. {'; '.join(faults[:3])}"
        )
    publication = publish(warehouse, out, pictures=pictures)
    note_release(warehouse, out, publication.version, now)
    return Published(publication.version, str(publication.path), publication.changed, publication.changes)
