"""The steps that flows are made of, as plain functions: no Prefect, so each runs in a plain test.

The warehouse is imported where it is used: DuckDB is heavy, and commands that only read need none. Prefect also keeps
what a flow can reach, its errors' frames too, alive to the very end of the process, where DuckDB complains of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from extractors import PaperError, Source, discover
from flows.errors import BadConfiguration, NoWarehouse, RunFailed
from flows.folders import closed_folders, is_own_product
from flows.reading import unreachable
from flows.settings import Settings, check_addresses
from flows.summary import Ingested, Published, failures_of
from transforms import Alias, Catalogue, CatalogueError, Findings, load_catalogue, with_aliases


def catalogue_of(settings: Settings) -> Catalogue:
    """The catalogue that the settings name. Raises BadConfiguration for a file that cannot be used."""
    try:
        return load_catalogue(
            framework_folders=settings.framework_folders,
            authority_files=settings.authority_files,
            region_files=settings.region_files,
            partnership_files=settings.partnership_files,
            weights=settings.weights,
        )
    except CatalogueError as error:
        raise BadConfiguration(Path("configuration"), str(error)) from error


def with_review(catalogue: Catalogue, path: Path) -> Catalogue:
    """The catalogue with the meanings that reviewers gave to printed texts, where there is a warehouse that keeps them.

    Raises RunFailed.
    """
    aliases = _aliases_or_why(path) if path.is_file() else ()
    if isinstance(aliases, str):
        raise RunFailed(aliases)
    return with_aliases(catalogue, aliases)


def find_papers(addresses: Sequence[str], *, warehouse: Path) -> tuple[list[Source], list[Findings]]:
    """The papers behind the addresses, and for each address or folder that gave none the findings that say why.

    What scorepack wrote itself into a folder (the warehouse, publications) is no paper and is passed over.
    A path that does not exist is a wrong call: SourceMissing. So is giving no address at all: NothingToRead.
    """
    check_addresses(addresses)
    sources: list[Source] = []
    lost: list[Findings] = []
    for address in addresses:
        try:
            found = list(discover([address]))
        except PaperError as error:
            lost.append(unreachable(address, str(error)))
            continue
        sources.extend(paper for paper in found if not is_own_product(paper.path, address, warehouse))
        lost.extend(unreachable(folder, reason) for folder, reason in closed_folders(address))
    return sources, lost


def batches(sources: Iterable[Source], size: int) -> Iterator[list[Source]]:
    """The sources in lists of at most `size`."""
    left = iter(sources)
    while batch := list(islice(left, size)):
        yield batch


def load_findings(path: Path, findings: Sequence[Findings], catalogue: Catalogue) -> Ingested:
    """All findings of a run into the warehouse, in one transaction. Raises RunFailed."""
    outcome = _loaded_or_why(path, findings, catalogue)
    if isinstance(outcome, str):
        raise RunFailed(outcome)
    return outcome


def publish_warehouse(path: Path, out: Path) -> Published:
    """Check the warehouse and publish it. Raises NoWarehouse and RunFailed."""
    if not path.is_file():
        raise NoWarehouse(path)
    outcome = _published_or_why(path, out)
    if isinstance(outcome, str):
        raise RunFailed(outcome)
    return outcome


def _aliases_or_why(path: Path) -> tuple[Alias, ...] | str:
    from warehouse import WarehouseError, open_warehouse
    from warehouse.review import known_aliases

    try:
        with open_warehouse(path) as warehouse:
            return known_aliases(warehouse)
    except WarehouseError as error:
        return str(error)


def _loaded_or_why(path: Path, findings: Sequence[Findings], catalogue: Catalogue) -> Ingested | str:
    from warehouse import WarehouseError, load, open_warehouse

    try:
        with open_warehouse(path) as warehouse:
            counts = load(warehouse, findings, catalogue)
    except WarehouseError as error:
        return str(error)
    return Ingested(str(path), asdict(counts), failures_of(findings))


def _published_or_why(path: Path, out: Path) -> Published | str:
    from warehouse import WarehouseError, open_warehouse, publish, run_checks

    try:
        with open_warehouse(path) as warehouse:
            faults = [f"{fault.check}: {fault.subject} {fault.detail}" for fault in run_checks(warehouse)]
            if faults:
                shown = "; ".join(faults[:3])
                return f"Nothing was published: checks of the warehouse found {len(faults)} faults. {shown}"
            publication = publish(warehouse, out)
    except WarehouseError as error:
        return str(error)
    return Published(publication.version, str(publication.path), publication.changed)
