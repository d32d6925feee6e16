"""A CSV list of addresses -> the papers that it names."""

import csv
import io
from datetime import date
from pathlib import Path

from extractors.encodings import decode
from extractors.sources.errors import BadAddress
from extractors.sources.listing import Listed, Missed

_ADDRESS_COLUMNS = ("url", "address")
_DAYS = ("meeting_on", "published_on")


def rows_of_list(path: Path) -> list[tuple[int, dict[str, str]]] | None:
    """The rows of a list with the numbers of their lines; None where the file is no list but a paper.

    A list is a file *.csv whose first line names a column `url` or `address`.
    """
    if path.suffix.lower() != ".csv":
        return None
    text = decode(path.read_bytes())
    if text is None:
        return None
    reader = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    names = [name.strip().lower() for name in reader.fieldnames or ()]
    if not set(names) & set(_ADDRESS_COLUMNS):
        return None
    reader.fieldnames = names
    return [
        (reader.line_num, {name: value.strip() for name, value in row.items() if name and isinstance(value, str)})
        for row in reader
    ]


def address_in(row: dict[str, str], folder: Path) -> str:
    """The address that a row gives; a path in it is one beside the list. "" where there is none."""
    address = next((row[name] for name in _ADDRESS_COLUMNS if row.get(name)), "")
    return address if not address or "://" in address else str(folder / address)


def with_facts(listed: Listed, row: dict[str, str], place: str) -> Listed | Missed:
    """What is listed with the facts that the row gives; a Missed where one of its days is none."""
    days: dict[str, date | None] = {}
    for name in _DAYS:
        try:
            days[name] = date.fromisoformat(row[name]) if row.get(name) else None
        except ValueError:
            error = BadAddress(place, f"{name} must be a day such as 2022-01-31, not '{row[name]}'.")
            return Missed(listed.address, row.get("title", ""), error)
    return Listed(
        address=listed.address,
        title=row.get("title") or listed.title,
        committee=row.get("committee") or listed.committee,
        meeting_on=days["meeting_on"] or listed.meeting_on,
        published_on=days["published_on"] or listed.published_on,
        publisher_host=listed.publisher_host,
        edition=listed.edition,
        path=listed.path,
        is_file=listed.is_file,
    )
