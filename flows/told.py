"""What a configuration says of fetching, single sources and the schedule, with one line for each mistake."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from extractors import Fetching
from flows.errors import BadConfiguration

_MEGABYTE = 1024 * 1024
_NUMBERS = ("pause_seconds", "seconds")
_COUNTS = ("attempts", "most_redirects", "weeks_back", "weeks_ahead")
_DAYS = ("since", "until")
_WORDS = ("committees", "words")
_CRON = re.compile(r"\S+( \S+){4}")
FETCHING_NAMES = frozenset(
    (*_NUMBERS, *_COUNTS, *_DAYS, *_WORDS, "store", "contact", "most_megabytes", "allowed_private_hosts")
)
FILTER_NAMES = frozenset((*_DAYS, *_WORDS, "weeks_back", "weeks_ahead"))
SOURCE_NAMES = FILTER_NAMES | {"address", "name"}


@dataclass(frozen=True, slots=True)
class Schedule:
    """When `scorepack serve` refreshes. `cron` has five fields and is meant in `timezone`.

    A refresh that fails is tried again `retries` times, `retry_minutes` apart. `port` is that of the Prefect server
    that `serve` starts where the environment names none.
    """

    cron: str = "0 6 * * 1"
    timezone: str = "Europe/London"
    retries: int = 1
    retry_minutes: int = 15
    port: int = 4200


SCHEDULE_NAMES = frozenset(Schedule.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class OwnWishes:
    """What is said of one source alone: what people call it, and `how` with its filters over those of [fetching]."""

    name: str
    how: Fetching


def fetching_of(file: Path, facts: dict[str, Any]) -> Fetching:
    """How papers are fetched, as [fetching] of `file` says. Raises BadConfiguration."""
    told = _checked(file, "[fetching]", facts)
    try:
        return Fetching(**told)
    except ValueError as error:
        raise BadConfiguration(file, f"[fetching] {error}") from error


def wishes_of(file: Path, where: str, facts: dict[str, Any], how: Fetching) -> OwnWishes:
    """What one [[source]] says beside its address; `where` names it in a complaint. Raises BadConfiguration."""
    name = facts.get("name", "")
    _see(isinstance(name, str), file, f"{where} name must be a text in quotation marks.")
    filters = {key: value for key, value in facts.items() if key in FILTER_NAMES}
    try:
        return OwnWishes(name, replace(how, **_checked(file, where, filters)))
    except ValueError as error:
        raise BadConfiguration(file, f"{where} {error}") from error


def schedule_of(file: Path, facts: dict[str, Any]) -> Schedule:
    """When refreshes are made, as [schedule] of `file` says. Raises BadConfiguration."""
    for name, value in facts.items():
        if name in ("cron", "timezone"):
            _see(isinstance(value, str), file, f"[schedule] {name} must be a text in quotation marks.")
        else:
            _see(_is_whole(value) and value >= 0, file, f"[schedule] {name} must be a whole number of 0 or more.")
    schedule = Schedule(**facts)
    _see(0 < schedule.port < 65536, file, "[schedule] port must be a number from 1 to 65535, such as 4200.")
    _see(
        _CRON.fullmatch(schedule.cron) is not None,
        file,
        f"[schedule] cron must have five fields, such as \"0 6 * * 1\" for Mondays at six, not '{schedule.cron}'.",
    )
    _see(
        _is_timezone(schedule.timezone),
        file,
        f"[schedule] timezone '{schedule.timezone}' is not known. Write one such as \"Europe/London\".",
    )
    return schedule


def _checked(file: Path, where: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of a table about fetching as `Fetching` has them."""
    told: dict[str, Any] = {}
    for name, value in facts.items():
        if name in _NUMBERS:
            _see(_is_number(value), file, f"{where} {name} must be a number.")
            told[name] = float(value)
        elif name in _COUNTS:
            _see(_is_whole(value), file, f"{where} {name} must be a whole number.")
            told[name] = value
        elif name == "most_megabytes":
            _see(_is_number(value), file, f"{where} most_megabytes must be a number.")
            told["most_bytes"] = int(value * _MEGABYTE)
        elif name in _DAYS:
            _see(type(value) is date, file, f"{where} {name} must be a day such as {name} = 2022-01-31.")
            told[name] = value
        elif name in _WORDS or name == "allowed_private_hosts":
            _see(_is_texts(value), file, f'{where} {name} must be a list of texts, such as {name} = ["..."].')
            told[name] = tuple(value) if name in _WORDS else frozenset(value)
        else:
            _see(isinstance(value, str), file, f"{where} {name} must be a text in quotation marks.")
            told[name] = file.parent / value if name == "store" else value
    return told


def _see(is_right: bool, file: Path, complaint: str) -> None:
    if not is_right:
        raise BadConfiguration(file, complaint)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text for text in value)


def _is_timezone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
