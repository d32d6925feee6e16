"""The table [machines] of a configuration: what reads the papers, and where what they gave is kept on the way."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, TypeAlias, cast, get_args

from flows.errors import BadConfiguration

Runner: TypeAlias = Literal["process", "dask"]

MACHINES_NAMES = frozenset({"runner", "dask_address", "storage"})
_SCHEDULERS = ("tcp://", "tls://", "ws://", "wss://")
_STORES = {"": None, "file": None, "memory": None, "s3": "s3fs"}


@dataclass(frozen=True, slots=True)
class Machines:
    """Processes of this run or a Dask cluster, and the folder or URL of the storage that they share with the loader.

    With `runner` 'dask' and no `dask_address` a cluster of `[limits] workers` processes is started on this machine for
    as long as the run lasts. `storage` is an absolute path or a URL.
    """

    runner: Runner = "process"
    dask_address: str | None = None
    storage: str | None = None


def machines_of(file: Path, facts: dict[str, Any]) -> Machines:
    """What reads, as [machines] of `file` says. Raises BadConfiguration, also where an extra is not installed."""
    for name, value in facts.items():
        if not isinstance(value, str) or not value:
            raise BadConfiguration(file, f"[machines] {name} must be a text in quotation marks.")
    machines = Machines(
        runner=_runner(file, facts.get("runner", "process")),
        dask_address=facts.get("dask_address"),
        storage=_storage(file, facts.get("storage")),
    )
    _check_address(file, machines)
    return machines


def _runner(file: Path, name: str) -> Runner:
    known = get_args(Runner)
    if name not in known:
        raise BadConfiguration(file, f"[machines] runner '{name}' is not known; known are {', '.join(known)}.")
    if name == "dask" and not (find_spec("distributed") and find_spec("prefect_dask")):
        raise BadConfiguration(file, "[machines] runner 'dask' is not installed: pip install 'scorepack[dask]'.")
    return cast(Runner, name)


def _storage(file: Path, place: str | None) -> str | None:
    if place is None:
        return None
    scheme, mark, rest = place.partition("://")
    if not mark:
        return str((file.parent / Path(place).expanduser()).absolute())
    library = _STORES.get(scheme)
    if scheme not in _STORES or not rest.strip("/"):
        raise BadConfiguration(
            file, f"[machines] storage '{place}' cannot be used: give a folder, file:///FOLDER or s3://BUCKET/PREFIX."
        )
    if library and find_spec(library) is None:
        raise BadConfiguration(
            file, f"[machines] storage in {scheme}:// is not installed: pip install 'scorepack[{scheme}]'."
        )
    return place


def _check_address(file: Path, machines: Machines) -> None:
    address = machines.dask_address
    if address is None:
        return
    if machines.runner != "dask":
        raise BadConfiguration(file, '[machines] dask_address is of no use without runner = "dask".')
    if not address.startswith(_SCHEDULERS):
        raise BadConfiguration(
            file, f"[machines] dask_address '{address}' must be that of a scheduler, such as tcp://10.0.0.5:8786."
        )
    if machines.storage is None:
        raise BadConfiguration(
            file, "[machines] dask_address needs a storage that every worker reaches: a shared folder or s3://."
        )
