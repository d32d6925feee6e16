"""Authorities, regions and partnership names from CSV files: ours, and those that a user adds."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from transforms.catalogue import Authority, Catalogue, Region
from transforms.errors import CatalogueError
from transforms.framework import Weights, load_frameworks


def load_catalogue(
    *,
    framework_folders: Iterable[Path] = (),
    authority_files: Iterable[Path] = (),
    region_files: Iterable[Path] = (),
    partnership_files: Iterable[Path] = (),
    weights: Weights | None = None,
) -> Catalogue:
    """Everything that papers are read against: what ships with the program and the user's files beside it.

    The user's rows win over ours of the same code or name. Raises CatalogueError for a file that cannot be used.
    """
    everyday = _everyday_names()
    authorities: dict[str, Authority] = {}
    told_by: dict[str, Traversable | Path] = {}
    for file in [_shipped("authorities.csv"), *authority_files]:
        for row in _rows(file, ("code", "name", "short_name", "type", "region", "nation")):
            authorities[row["code"]] = _authority(row, everyday.get(row["code"], ()), file)
            told_by[row["code"]] = file
    regions: dict[str, Region] = {}
    for file in [_shipped("regions.csv"), *region_files]:
        for row in _rows(file, ("code", "name", "nation")):
            regions[row["code"]] = Region(row["code"], row["name"], row["nation"], _names(row.get("alternative_names")))
    _check_regions(authorities.values(), regions.values(), told_by)
    return Catalogue(
        frameworks=load_frameworks(framework_folders, weights),
        authorities=tuple(authorities[code] for code in sorted(authorities)),
        regions=tuple(regions[code] for code in sorted(regions)),
        partnerships=_partnerships([_shipped("partnerships.csv"), *partnership_files], authorities),
    )


def _shipped(name: str) -> Traversable:
    return files("transforms").joinpath("reference", name)


def _rows(file: Traversable | Path, wanted: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a register, each with a text in every column wanted. Raises CatalogueError."""
    reader = csv.DictReader(_text_of(file).splitlines(), restval="")
    missing = [column for column in wanted if column not in (reader.fieldnames or ())]
    if missing and any(";" in name or "\t" in name for name in reader.fieldnames or ()):
        raise CatalogueError(str(file), "its columns are not separated by commas. Save it as CSV with commas.")
    if missing:
        raise CatalogueError(
            str(file), f"has no column {', '.join(missing)}; the columns needed are {', '.join(wanted)}."
        )
    rows = []
    try:
        for number, row in enumerate(reader, start=2):  # as a spreadsheet counts: the head is row 1
            if not row["name"].strip():
                raise CatalogueError(str(file), f"row {number} has no name. Fill it in, or take the row out.")
            rows.append(row)
    except csv.Error as error:
        raise CatalogueError(str(file), f"row {len(rows) + 2} cannot be read ({error}).") from error
    return rows


def _text_of(file: Traversable | Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise CatalogueError(str(file), "does not exist; correct the path in the configuration.") from error
    except UnicodeDecodeError as error:
        raise CatalogueError(str(file), "is not UTF-8. Save it as 'CSV UTF-8'.") from error
    except OSError as error:
        raise CatalogueError(str(file), f"could not be opened ({error.strerror}). Check the path.") from error


def _everyday_names() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in _rows(_shipped("everyday_names.csv"), ("code", "name")):
        names[row["code"]] = (*names.get(row["code"], ()), row["name"])
    return names


def _authority(row: dict[str, str], everyday: tuple[str, ...], file: Traversable | Path) -> Authority:
    return Authority(
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"] or row["name"],
        kind=row["type"],
        region=row["region"],
        nation=row["nation"],
        county_code=row.get("county_la_code") or None,
        valid_from=_day(row.get("valid_from"), file),
        valid_to=_day(row.get("valid_to"), file),
        alternative_names=(*_names(row.get("alternative_names")), *everyday),
    )


def _names(printed: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (printed or "").split("|") if name.strip())


def _day(printed: str | None, file: Traversable | Path) -> date | None:
    if not printed:
        return None
    try:
        return date.fromisoformat(printed)
    except ValueError as error:
        raise CatalogueError(str(file), f"'{printed}' is no date; write it as 2023-04-01.") from error


def _check_regions(
    authorities: Iterable[Authority], regions: Iterable[Region], told_by: Mapping[str, Traversable | Path]
) -> None:
    known = {region.name for region in regions}
    for authority in authorities:
        if authority.region not in known:
            raise CatalogueError(
                str(told_by[authority.code]),
                f"{authority.name} is in '{authority.region}', which is no known region; add it to a regions file.",
            )


def _partnerships(found: Iterable[Traversable | Path], authorities: dict[str, Authority]) -> dict[str, str | None]:
    partnerships: dict[str, str | None] = {}
    for file in found:
        for row in _rows(file, ("name", "authority_code")):
            code = row["authority_code"] or None
            if code is not None and code not in authorities:
                raise CatalogueError(
                    str(file),
                    f"'{row['name']}' stands for {code}, which no authority has. Correct the code, or leave it empty "
                    "where the partnership stands for no single authority.",
                )
            partnerships[row["name"]] = code
    return partnerships
