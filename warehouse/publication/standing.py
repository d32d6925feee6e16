"""Whether a publication still shows what the warehouse holds: then a refresh need not build one to compare."""

from dataclasses import dataclass
from pathlib import Path

from warehouse.connection import Warehouse
from warehouse.loading import utc
from warehouse.publication.folder import newest_release


@dataclass(frozen=True, slots=True)
class Standing:
    """One moment of the warehouse, as a print of everything that a publication is made of."""

    state: str


def standing(warehouse: Warehouse, program: str) -> Standing:
    """The present moment. `program` is the version that would publish."""
    [(state,)] = warehouse.run("publication/state", {"program": program})
    return Standing(state)


def release_of(warehouse: Warehouse, out: Path, now: Standing) -> Path | None:
    """The newest release under `out` where it shows this moment; None where one has to be published to know."""
    noted = warehouse.run("publication/published", {"folder": _name(out)})
    newest = newest_release(out) if (out / "releases").is_dir() else None
    is_shown = newest is not None and (out / "latest" / "datapackage.json").is_file()
    return newest if is_shown and newest and noted == [(newest.name, now.state)] else None


def note_release(warehouse: Warehouse, out: Path, release: str, then: Standing) -> None:
    """Note that a release under `out` shows the moment `then`, which was taken before it was built."""
    warehouse.run(
        "publication/note_published",
        {"folder": _name(out), "release": release, "state": then.state, "published_at": utc()},
    )


def _name(out: Path) -> str:
    return str(out.absolute())
