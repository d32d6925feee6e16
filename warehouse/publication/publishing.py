"""Publish what the warehouse holds: the story of a publication in reading order."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.connection import Warehouse
from warehouse.opening import SETTINGS, is_of_the_disk
from warehouse.publication.analysts_copy import write_copy
from warehouse.publication.changes import Comparison, compare, next_version, read_release
from warehouse.publication.csvw import write_csvw
from warehouse.publication.datapackage import write_datapackage
from warehouse.publication.datasets import DATASETS
from warehouse.publication.errors import PublishedFolderClosed
from warehouse.publication.folder import built_aside, newest_release, put_in_place, remove_leftovers, sole_publisher
from warehouse.publication.pictures import KeptPicture, kept_pictures, shown_pictures, write_pictures
from warehouse.publication.relations import Relation, read_relation
from warehouse.publication.tables import write_csv, write_parquet


@dataclass(frozen=True, slots=True)
class Publication:
    """What `publish` leaves: the release that `latest` shows.

    `changed` is False where the warehouse holds what that release holds already: then nothing was written and
    `changes` is 0. Otherwise `changes` counts the lines of its `changes.csv`.
    """

    version: str
    path: Path
    changed: bool
    changes: int


def publish(warehouse: Warehouse, out: Path, *, pictures: bool = True) -> Publication:
    """Write a new release under `out` and point `latest` to it, unless nothing has changed since the newest one.

    Without `pictures` the report shows no cut-outs of papers. Other pictures than before make a new release as well.

    The release is built aside from one moment of the warehouse and shows up whole or not at all. Publishers into
    the same folder wait for one another. Raises PublicationError where the folder is busy, full or cannot be used.
    """
    with sole_publisher(out), _told_of_the_disk(out):
        remove_leftovers(out)
        newest = newest_release(out)
        with built_aside(out) as aside:
            copy = write_copy(warehouse, aside)
            with duckdb.connect(str(copy), read_only=True, config=SETTINGS) as analysts:
                relations = {dataset.name: read_relation(analysts, dataset) for dataset in DATASETS}
                comparison = compare(read_release(analysts, newest, relations), relations)
                kept = kept_pictures(warehouse) if pictures else ()
                same_pictures = shown_pictures(newest) == {picture.file_name for picture in kept}
                if newest is not None and not len(comparison) and same_pictures:
                    return Publication(newest.name, newest, changed=False, changes=0)
                version = next_version(newest.name if newest else None, comparison)
                write_pictures(warehouse, kept, aside)
                _write_files(analysts, relations, comparison, kept, aside, version)
            release = put_in_place(aside, out, version)
    return Publication(version, release, changed=True, changes=len(comparison))


@contextmanager
def _told_of_the_disk(out: Path) -> Iterator[None]:
    """A disk that takes no more, in the words of a publication; what was built so far is removed on the way here."""
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]  # publishes no types

    try:
        yield
    except OSError as error:
        raise PublishedFolderClosed(out, error.strerror or str(error)) from error
    except FileCreateError as error:
        raise PublishedFolderClosed(out, str(error)) from error
    except duckdb.Error as error:
        if is_of_the_disk(error):
            raise PublishedFolderClosed(out, str(error).splitlines()[0]) from error
        raise


def _write_files(
    analysts: duckdb.DuckDBPyConnection,
    relations: dict[str, Relation],
    comparison: Comparison,
    pictures: tuple[KeptPicture, ...],
    folder: Path,
    version: str,
) -> None:
    # altair, pandas and gptables take a second to load: only who publishes waits for them
    from warehouse.publication.report import write_report
    from warehouse.publication.workbook import write_workbook

    for relation in relations.values():
        write_csv(relation, folder)
        write_csvw(relation, folder)
        write_parquet(analysts, relation, folder, version)
    changes = comparison.relation()
    write_csv(changes, folder)
    write_csvw(changes, folder)
    write_workbook(relations, folder, version)
    write_report(relations, pictures, folder, version)
    write_datapackage((*relations.values(), changes), folder, version)
