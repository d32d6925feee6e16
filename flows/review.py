"""`scorepack review`: what waits for a person, as lines or as a file to fill in, and the decisions taken back."""

import json
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flows.errors import CannotWrite, NoWarehouse, RunFailed, SourceMissing, UsageProblem
from flows.settings import Settings
from flows.steps import catalogue_of
from transforms import CatalogueError, Lexicon, with_aliases
from warehouse import Warehouse, WarehouseError, open_warehouse, read_view
from warehouse.review import ReviewError, aliases_of, export_queue, known_aliases, read_decisions, take

_SHOWN = ("file_name", "place", "question", "reason")


def listed(settings: Settings, *, as_json: bool = False) -> str:
    """The values that wait, in the order of the papers."""
    with _opened(settings.warehouse) as warehouse:
        view = read_view(warehouse, "review_queue")
    waiting = [dict(zip(view.columns, row, strict=True)) for row in view.rows]
    waiting.sort(key=lambda value: (value["file_name"], value["page"] or 0, value["place"] or "", value["question"]))
    if as_json:
        return json.dumps(waiting, indent=2, ensure_ascii=False, default=str)
    return "\n".join([*map(_told, waiting), _count(len(waiting))])


def exported(settings: Settings, file: Path) -> str:
    """The queue written to `file`. Raises CannotWrite for a place that cannot be written."""
    try:
        with _opened(settings.warehouse) as warehouse:
            number = export_queue(warehouse, file)
    except OSError as error:
        raise CannotWrite(file, error.strerror or str(error)) from error
    if not number:
        return f"{file}: nothing waits for review."
    return (
        f"{file}: {_count(number)} Write accept, correct, reject or alias under 'decision' and the reason under 'why', "
        f"then run `scorepack review apply {file}{_option(settings)}`."
    )


def applied(settings: Settings, file: Path) -> str:
    """The decisions of `file` taken. Raises UsageProblem for a file that cannot be carried out."""
    if not file.is_file():
        raise SourceMissing(str(file))
    catalogue = catalogue_of(settings)
    with _opened(settings.warehouse) as warehouse:
        decisions = read_decisions(warehouse, file)
        try:
            Lexicon.of(with_aliases(catalogue, [*known_aliases(warehouse), *aliases_of(warehouse, decisions)]))
        except CatalogueError as error:
            raise UsageProblem(f"{file}: {error} Nothing was changed.") from error
        taken = take(warehouse, decisions)
    done = f"accepted {taken.accepted}, corrected {taken.corrected}, rejected {taken.rejected}; {taken.waiting} wait."
    again = f" Printed texts given a meaning: {taken.aliases}; ingest the papers again." if taken.aliases else ""
    return f"{done}{again} Publish with `scorepack publish{_option(settings)}`."


@contextmanager
def _opened(path: Path) -> Iterator[Warehouse]:
    """The warehouse, which must exist; its complaints become those of the command line."""
    if not path.is_file():
        raise NoWarehouse(path)
    try:
        with open_warehouse(path) as warehouse:
            yield warehouse
    except ReviewError as error:
        raise UsageProblem(str(error)) from error
    except WarehouseError as error:
        raise RunFailed(str(error)) from error


def _option(settings: Settings) -> str:
    """What a next command must be told so that it takes the same warehouse."""
    usual = settings.warehouse == Settings().warehouse
    return "" if usual else f" --warehouse {shlex.quote(str(settings.warehouse))}"


def _told(value: dict[str, Any]) -> str:
    file_name, place, question, reason = (value[name] for name in _SHOWN)
    return f"{file_name}, {place}\n  {question}\n  printed '{value['score_text']}', held because {reason}"


def _count(number: int) -> str:
    return f"{number} {'value waits' if number == 1 else 'values wait'} for review."
