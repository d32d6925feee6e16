"""`scorepack doctor`: is everything in order for a refresh? It looks and changes nothing."""

import json
import os
import platform
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import urlsplit

from extractors import PaperError
from flows.errors import UsageProblem
from flows.prints import LIBRARIES, office_program, program_version, reader_print, version_of
from flows.settings import Settings, check_addresses, check_writable, read_settings
from flows.steps import catalogue_of

Verdict: TypeAlias = Literal["ok", "note", "bad"]

LEAST_FREE = 1024**3
"""Bytes of free disk below which a refresh may run out of it: papers are kept, and a publication is built aside."""

_PARTS = {
    "scanned pages": (("rapidocr", "onnxruntime", "opencv-python-headless"), "pip install 'scorepack[ocr]'"),
    "many machines": (("dask", "distributed", "prefect-dask"), "pip install 'scorepack[dask]'"),
    "storage in S3": (("s3fs",), "pip install 'scorepack[s3]'"),
}
_CORE = ("prefect", "duckdb", "httpx", *LIBRARIES[:9])


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. A 'note' is nothing that keeps a refresh from working; 'bad' is."""

    what: str
    verdict: Verdict
    seen: str


@dataclass(frozen=True, slots=True)
class Examined:
    """Everything that was looked at, in order."""

    checks: tuple[Check, ...]

    @property
    def is_well(self) -> bool:
        """Whether nothing was found that keeps a refresh from working."""
        return all(check.verdict != "bad" for check in self.checks)

    def as_json(self) -> str:
        """The checks as one JSON object."""
        return json.dumps(
            {"well": self.is_well, "checks": [asdict(check) for check in self.checks]}, indent=2, ensure_ascii=False
        )

    def as_text(self) -> str:
        """A line for each check."""
        width = max(len(check.what) for check in self.checks)
        return "\n".join(f"{check.verdict:<5}{check.what:<{width}}  {check.seen}" for check in self.checks)


def examined(configuration: Path | None) -> Examined:
    """Look at everything. A configuration that cannot be used is one of the findings; then the rest cannot be seen."""
    checks = [*_program(), *_parts()]
    try:
        settings = read_settings(configuration)
        reader = reader_print(catalogue_of(settings), settings.limits).reader
    except UsageProblem as error:
        return Examined((*checks, Check("configuration", "bad", str(error))))
    checks.append(Check("configuration", "ok", f"{len(settings.sources)} sources; reader {reader}"))
    looks: tuple[Callable[[Settings], Iterator[Check]], ...] = (_sources, _warehouse, _places, _server)
    return Examined((*checks, *(check for look in looks for check in look(settings))))


def _program() -> Iterator[Check]:
    yield Check("scorepack", "ok", f"{program_version()}, Python {platform.python_version()}, {platform.system()}")
    missing = [name for name in _CORE if version_of(name) is None]
    told = ", ".join(f"{name} {version_of(name)}" for name in _CORE if name not in missing)
    yield Check("libraries", "bad" if missing else "ok", f"missing: {', '.join(missing)}" if missing else told)


def _parts() -> Iterator[Check]:
    for part, (names, cure) in _PARTS.items():
        versions = [(name, version_of(name)) for name in names]
        if all(found for _, found in versions):
            yield Check(part, "ok", ", ".join(f"{name} {found}" for name, found in versions))
        else:
            yield Check(part, "note", f"not installed: {cure}")
    office = office_program()
    yield Check("old office files", "ok" if office else "note", office or "LibreOffice is not installed")


def _sources(settings: Settings) -> Iterator[Check]:
    """Paths are there; of each host only robots.txt is asked for."""
    from extractors.sources.visit import Visit

    if not settings.sources:
        yield Check("sources", "note", "none is configured")
        return
    asked: set[str] = set()
    with Visit(settings.fetching) as visit:
        for address in settings.sources:
            scheme, mark, _ = address.partition("://")
            if not mark:
                yield _path(address)
                continue
            place = address.removeprefix(f"{scheme.partition('+')[0]}+") if "+" in scheme else address
            host = urlsplit(place).netloc
            if host not in asked:
                asked.add(host)
                yield _host(settings.name_of(address) or host, place, visit.allows)


def _path(address: str) -> Check:
    try:
        check_addresses([address])
    except UsageProblem as error:
        return Check(f"source {address}", "bad", str(error))
    is_open = os.access(address, os.R_OK)
    return Check(f"source {address}", "ok" if is_open else "bad", "there" if is_open else "may not be read")


def _host(host: str, place: str, allows: Callable[[str], bool]) -> Check:
    try:
        if allows(place):
            return Check(f"host {host}", "ok", "answers, and its robots.txt allows programs")
    except PaperError as error:
        return Check(f"host {host}", "bad", str(error))
    return Check(f"host {host}", "bad", f"its robots.txt closes {place} to programs")


def _warehouse(settings: Settings) -> Iterator[Check]:
    from warehouse.holding import holder

    path = settings.warehouse
    held = holder(path)
    if held:
        yield Check("warehouse", "bad", f"{path} is {held}")
    elif path.is_file():
        yield Check("warehouse", "ok", f"{path}, {path.stat().st_size / 1024**2:.1f} MB, free to write")
    else:
        yield Check("warehouse", "note", f"{path} is not there yet; the first refresh makes it")


def _places(settings: Settings) -> Iterator[Check]:
    places = {"warehouse": settings.warehouse, "publications": settings.out, "store": settings.fetching.store}
    for what, path in places.items():
        try:
            check_writable(path)
        except UsageProblem as error:
            yield Check(f"place of {what}", "bad", str(error))
            continue
        place = next(parent for parent in (path, *path.absolute().parents) if parent.exists())
        free = shutil.disk_usage(place).free
        seen = f"{path}: {free / 1024**3:.1f} GB free"
        yield Check(f"place of {what}", "ok" if free >= LEAST_FREE else "bad", seen)


def _server(settings: Settings) -> Iterator[Check]:
    named = os.environ.get("PREFECT_API_URL")
    api = named or f"http://127.0.0.1:{settings.schedule.port}/api"
    if is_healthy(api):
        yield Check("Prefect server", "ok", f"answers at {api}")
    elif named:
        yield Check("Prefect server", "bad", f"{api} (PREFECT_API_URL) does not answer: `prefect server start`")
    else:
        yield Check("Prefect server", "note", "none runs; `scorepack serve` starts one")


def is_healthy(api: str, seconds: float = 5) -> bool:
    """Whether a Prefect server answers at that address of its API."""
    try:
        with urllib.request.urlopen(f"{api}/health", timeout=seconds) as answer:  # an address of the user's own
            return bool(answer.status == 200 and answer.read().strip() == b"true")
    except (urllib.error.URLError, OSError, ValueError):
        return False
