"""scorepack.toml -> Settings, with one line for each mistake."""

import math
import os
import tomllib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractors import Fetching, ReadingLimits
from flows.errors import (
    BadConfiguration,
    NoConfiguration,
    NothingToRead,
    NotWritable,
    SourceMissing,
    UnknownScheme,
)
from flows.machines import MACHINES_NAMES, Machines, machines_of
from flows.told import (
    FETCHING_NAMES,
    FILTER_NAMES,
    SCHEDULE_NAMES,
    SOURCE_NAMES,
    OwnWishes,
    Schedule,
    fetching_of,
    schedule_of,
    wishes_of,
)

DEFAULT_CONFIGURATION = Path("scorepack.toml")
SCHEMES = ("http", "https", "moderngov+http", "moderngov+https", "cmis+http", "cmis+https")
_KNOWN: dict[str, Set[str]] = {
    "": {
        "warehouse",
        "out",
        "sources",
        "source",
        "registers",
        "frameworks",
        "weights",
        "limits",
        "fetching",
        "schedule",
        "publication",
        "machines",
    },
    "registers": {"authorities", "regions", "partnerships"},
    "frameworks": {"folders"},
    "limits": {
        "seconds_per_paper",
        "megabytes_per_paper",
        "pages_per_paper",
        "unpacked_megabytes",
        "workers",
        "papers_per_task",
    },
    "fetching": FETCHING_NAMES,
    "publication": {"pictures"},
    "schedule": SCHEDULE_NAMES,
    "machines": MACHINES_NAMES,
    "[source]": SOURCE_NAMES,
}
_LEAST = {"megabytes_per_paper": 256}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one paper may cost, how many processes read, how many papers one task holds.

    `megabytes_per_paper` is the memory that reading one may take beyond what its process holds already; the reader of
    scans alone takes about 500. `pages_per_paper` and `unpacked_megabytes` are those of `extractors.ReadingLimits`.
    """

    seconds_per_paper: int = 300
    megabytes_per_paper: int = 2048
    pages_per_paper: int = ReadingLimits().pages_per_paper
    unpacked_megabytes: int = ReadingLimits().unpacked_megabytes
    workers: int = max(1, min(8, os.cpu_count() or 1))
    papers_per_task: int = 64

    @property
    def of_reading(self) -> ReadingLimits:
        """What the reader itself sees to."""
        return ReadingLimits(self.pages_per_paper, self.unpacked_megabytes)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a run can be told. Paths of a configuration are relative to its file.

    `own` has, by address, what is said of single sources; `how_for` gives how one is listed.
    Without `pictures` no cut-outs of papers are kept, and none that are kept already are published.
    """

    warehouse: Path = Path("scorepack.duckdb")
    out: Path = Path("published")
    sources: tuple[str, ...] = ()
    own: Mapping[str, OwnWishes] = field(default_factory=dict)
    authority_files: tuple[Path, ...] = ()
    region_files: tuple[Path, ...] = ()
    partnership_files: tuple[Path, ...] = ()
    framework_folders: tuple[Path, ...] = ()
    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    limits: Limits = Limits()
    fetching: Fetching = field(default_factory=Fetching)
    schedule: Schedule = field(default_factory=Schedule)
    machines: Machines = field(default_factory=Machines)
    pictures: bool = True

    def told(
        self, *, sources: tuple[str, ...] = (), warehouse: Path | None = None, out: Path | None = None
    ) -> "Settings":
        """These settings with what the command line says instead."""
        return replace(
            self, sources=sources or self.sources, warehouse=warehouse or self.warehouse, out=out or self.out
        )

    def how_for(self, address: str) -> Fetching:
        """How the papers of this source are listed: by its own filters, else by those of all."""
        return self.own[address].how if address in self.own else self.fetching

    def name_of(self, address: str) -> str:
        """What people call a source; "" where nobody said."""
        return self.own[address].name if address in self.own else ""


def read_settings(configuration: Path | None) -> Settings:
    """The settings of a configuration file: of the one named, else of ./scorepack.toml, else the defaults.

    Raises NoConfiguration and BadConfiguration.
    """
    if configuration is None:
        if not DEFAULT_CONFIGURATION.is_file():
            return Settings()
        configuration = DEFAULT_CONFIGURATION
    if not configuration.is_file():
        raise NoConfiguration(configuration)
    try:
        facts = tomllib.loads(configuration.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadConfiguration(configuration, "is not UTF-8. Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        cure = " In paths write / for \\, or put them in single quotation marks." if "\\" in str(error) else ""
        raise BadConfiguration(configuration, f"is not valid TOML: {error}.{cure}") from error
    except OSError as error:
        raise BadConfiguration(
            configuration, f"could not be opened ({error.strerror}). Check its permissions."
        ) from error
    return _Reader(configuration).settings(facts)


def check_writable(path: Path) -> None:
    """See that a file or folder can be made at `path` before papers are read for it. Raises NotWritable."""
    place = path if path.exists() else next(parent for parent in path.absolute().parents if parent.exists())
    if not os.access(place, os.W_OK) or (place != path and not place.is_dir()):
        raise NotWritable(path, place)


def check_addresses(addresses: Sequence[str]) -> None:
    """See that there is something to read. Raises NothingToRead, SourceMissing and UnknownScheme; no web address is
    tried.
    """
    if not any(addresses):
        raise NothingToRead
    for address in addresses:
        scheme, mark, _ = address.partition("://")
        if mark and scheme.lower() not in SCHEMES:
            raise UnknownScheme(address)
        if not mark and not (address and exists(address)):
            raise SourceMissing(address or "''")


def exists(path: str) -> bool:
    """Whether there is a file or folder of that name; a name that the system cannot hold is none."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # too long, or with a null character in it
        return False


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the facts of one file into settings; every complaint names the file."""

    file: Path

    def settings(self, facts: dict[str, Any]) -> Settings:
        """All settings of the file, each checked. Raises BadConfiguration for the first mistake."""
        self._check_names("", facts)
        registers, frameworks = self._table(facts, "registers"), self._table(facts, "frameworks")
        default = Settings()
        fetching = fetching_of(self.file, self._table(facts, "fetching"))
        sources = tuple(self._address(text) for text in self._texts(facts, "sources"))
        own = self._own(facts, fetching, sources)
        return Settings(
            warehouse=self._path(facts, "warehouse", default.warehouse),
            out=self._path(facts, "out", default.out),
            sources=(*sources, *own),
            own=own,
            authority_files=self._paths(registers, "authorities"),
            region_files=self._paths(registers, "regions"),
            partnership_files=self._paths(registers, "partnerships"),
            framework_folders=self._paths(frameworks, "folders"),
            weights=self._weights(facts),
            limits=self._limits(self._table(facts, "limits")),
            fetching=fetching,
            schedule=schedule_of(self.file, self._table(facts, "schedule")),
            machines=machines_of(self.file, self._table(facts, "machines")),
            pictures=self._pictures(self._table(facts, "publication")),
        )

    def _own(self, facts: dict[str, Any], fetching: Fetching, sources: tuple[str, ...]) -> dict[str, OwnWishes]:
        """The tables [[source]] by their addresses, in their order."""
        tables = facts.get("source", [])
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise BadConfiguration(self.file, "'source' must be tables: write [[source]] above the address of each.")
        own: dict[str, OwnWishes] = {}
        for number, table in enumerate(tables, 1):
            where = f"[[source]] {number}:"
            self._check_names("[source]", table)
            text = table.get("address")
            if not isinstance(text, str) or not text:
                raise BadConfiguration(self.file, f'{where} its address is missing: write address = "...".')
            address = self._address(text)
            if address in own or address in sources:
                raise BadConfiguration(self.file, f"{where} {text} is named already; name each source once.")
            filters = sorted(table.keys() & FILTER_NAMES)
            if filters and not _has_list(text):
                raise BadConfiguration(
                    self.file, f"{where} {filters[0]} chooses among the papers of a site or a list; {text} is neither."
                )
            own[address] = wishes_of(self.file, where, table, fetching)
        return own

    def _check_names(self, table: str, facts: dict[str, Any]) -> None:
        for name in facts.keys() - _KNOWN[table]:
            where = f"[{table}] " if table else ""
            known = ", ".join(sorted(_KNOWN[table]))
            raise BadConfiguration(self.file, f"{where}'{name}' is not a known setting; known are {known}.")

    def _table(self, facts: dict[str, Any], name: str) -> dict[str, Any]:
        table = facts.get(name, {})
        if not isinstance(table, dict):
            raise BadConfiguration(self.file, f"'{name}' must be a table: write [{name}] above its settings.")
        self._check_names(name, table)
        return table

    def _texts(self, facts: dict[str, Any], name: str) -> list[str]:
        texts = facts.get(name, [])
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise BadConfiguration(self.file, f"'{name}' must be a list of texts, such as {name} = [\"papers\"].")
        return texts

    def _path(self, facts: dict[str, Any], name: str, default: Path) -> Path:
        text = facts.get(name)
        if text is None:
            return default
        if not isinstance(text, str) or not text:
            raise BadConfiguration(self.file, f"'{name}' must be a path in quotation marks.")
        return self.file.parent / text

    def _paths(self, facts: dict[str, Any], name: str) -> tuple[Path, ...]:
        return tuple(self.file.parent / text for text in self._texts(facts, name))

    def _address(self, text: str) -> str:
        return text if "://" in text else str(self.file.parent / text)

    def _weights(self, facts: dict[str, Any]) -> dict[str, dict[str, float]]:
        weights = facts.get("weights", {})
        if not isinstance(weights, dict):
            raise BadConfiguration(self.file, "'weights' must be tables such as [weights.prevent-duty-2018].")
        for framework, by_item in weights.items():
            if not isinstance(by_item, dict):
                raise BadConfiguration(self.file, f"[weights.{framework}] must give a number for each benchmark.")
            for item, weight in by_item.items():
                if isinstance(weight, bool) or not isinstance(weight, int | float) or not 0 <= weight < math.inf:
                    raise BadConfiguration(self.file, f"[weights.{framework}] {item} must be a number of 0 or more.")
        return {
            framework: {item: float(weight) for item, weight in by_item.items()}
            for framework, by_item in weights.items()
        }

    def _pictures(self, facts: dict[str, Any]) -> bool:
        told = facts.get("pictures", True)
        if not isinstance(told, bool):
            raise BadConfiguration(self.file, "[publication] pictures must be true or false.")
        return told

    def _limits(self, facts: dict[str, Any]) -> Limits:
        for name, value in facts.items():
            least = _LEAST.get(name, 1)
            if isinstance(value, bool) or not isinstance(value, int) or value < least:
                raise BadConfiguration(self.file, f"[limits] {name} must be a whole number of {least} or more.")
        return replace(Limits(), **facts)


def _has_list(address: str) -> bool:
    """Whether papers are chosen from a list behind the address: that of a site, or a CSV file that may name sites."""
    scheme, mark, _ = address.partition("://")
    return "+" in scheme if mark else address.lower().endswith(".csv")
