"""A folder, or a bucket in S3, that all machines of a run reach: files under names, each there whole or not at all.

fsspec knows the kinds of places; the one for S3 comes with the extra `scorepack[s3]`.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fsspec.core import url_to_fs  # type: ignore[import-untyped]  # publishes no types

from extractors.aside import Aside
from flows.errors import RunFailed

_FOR_ALL_TO_READ = 0o644


class StorageFailed(RunFailed):
    """The storage cannot be used."""

    def __init__(self, url: str, error: Exception) -> None:
        super().__init__(
            f"The storage {url} cannot be used ({type(error).__name__}: {str(error) or 'no more is known'}). "
            "Check [machines] storage and the rights to it; what is kept there already stays and is used again."
        )
        self._facts = url, error

    def __reduce__(self) -> tuple[type["StorageFailed"], tuple[str, Exception]]:
        return type(self), self._facts  # it comes from other machines too


@dataclass(frozen=True, slots=True)
class Storage:
    """The files below one folder or URL. Every method raises StorageFailed."""

    url: str
    _system: Any = field(init=False, repr=False, compare=False)
    _root: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Listings are never remembered: other machines write here too.
        with_listings = {} if "://" not in self.url or self.url.startswith("file:") else {"use_listings_cache": False}
        try:
            system, root = url_to_fs(self.url, **with_listings)
        except (OSError, ValueError, ImportError) as error:
            raise StorageFailed(self.url, error) from error
        object.__setattr__(self, "_system", system)
        object.__setattr__(self, "_root", root.rstrip("/"))

    def __reduce__(self) -> tuple[type["Storage"], tuple[str]]:
        return type(self), (self.url,)  # every process opens it for itself

    def names(self, folder: str) -> set[str]:
        """The names of the files in a folder, none where there is no such folder."""
        try:
            paths: list[str] = self._system.ls(self._place(folder), detail=False)
        except FileNotFoundError:
            return set()
        except self._faults() as error:
            raise StorageFailed(self.url, error) from error
        return {path.rstrip("/").rpartition("/")[2] for path in paths}

    def get(self, name: str) -> bytes | None:
        """The content of a file, None where there is none."""
        try:
            content: bytes = self._system.cat_file(self._place(name))
        except FileNotFoundError:
            return None
        except self._faults() as error:
            raise StorageFailed(self.url, error) from error
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep a file. Its name appears when all of it is there; who comes second writes the same once more."""
        try:
            if self._is_folder:
                place = Path(self._place(name))
                with Aside(place.parent) as aside:
                    aside.stream.write(content)
                    aside.move_to(place, _FOR_ALL_TO_READ)
            else:  # in a store of objects a name appears with the whole object
                self._system.pipe_file(self._place(name), content)
        except self._faults() as error:
            raise StorageFailed(self.url, error) from error

    @property
    def _is_folder(self) -> bool:
        protocol = self._system.protocol
        return "file" in ((protocol,) if isinstance(protocol, str) else protocol)

    def _place(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _faults(self) -> tuple[type[Exception], ...]:
        """What may go wrong in reaching it: s3fs turns most answers into OSErrors, botocore has some of its own."""
        if self._is_folder or not self.url.startswith("s3:"):
            return (OSError, ValueError)
        from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]  # as above

        return (OSError, ValueError, BotoCoreError, ClientError)
