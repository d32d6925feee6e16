"""Why a warehouse could not be opened or loaded, and what to do about it: one class for each mistake."""

from pathlib import Path


class WarehouseError(Exception):
    """The warehouse cannot be used. The message says what happened and what to do."""


class WarehouseBusy(WarehouseError):
    """Another process holds the file."""

    def __init__(self, path: Path, waited_seconds: float, process_id: int | None) -> None:
        holder = f"process {process_id}" if process_id is not None else "another process"
        super().__init__(
            f"{path} is in use by {holder} and did not come free within {waited_seconds:g} seconds. "
            f"Wait until that process is done, or close it, and try again. "
            f"To only look at the figures, open the scorepack.duckdb of a publication: it is never locked."
        )


class NotADatabase(WarehouseError):
    """The file is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not a DuckDB file. Name another file with --warehouse, or move this one away.")


class NotAWarehouse(WarehouseError):
    """A DuckDB file of somebody else's, or a published copy."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} is a DuckDB file but no scorepack warehouse (a published copy is none either). "
            f"Name another file with --warehouse; this one was left as it is."
        )


class NewerWarehouse(WarehouseError):
    """The file was written by a later version of the program."""

    def __init__(self, path: Path, found: int, known: int) -> None:
        super().__init__(
            f"{path} has schema version {found}; this program knows versions up to {known}. "
            f"Install the newer scorepack that wrote it. The file was left as it is."
        )


class WarehouseUnreadable(WarehouseError):
    """The file could not be opened for a reason of the system or of DuckDB."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path} could not be opened ({detail}). Check the path, its permissions and the disk.")


class WarehouseUnwritable(WarehouseError):
    """The disk did not take what was to be written: it is full, broken or closed."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(
            f"{path} could not be written ({detail}). The warehouse is as it was before this step. "
            f"Make room on its disk, or see why nothing can be written there, and run the same command again."
        )


class SharedFindingId(WarehouseError):
    """Values of two documents carry one id: the ids of a program must tell documents apart."""

    def __init__(self, finding_id: str, file_names: str) -> None:
        super().__init__(
            f"The id {finding_id} stands for values of several documents ({file_names}). Nothing was loaded. "
            f"This is a fault of the program: please report it with the documents."
        )


class BadWeight(WarehouseError):
    """A configured weight that cannot weigh."""

    def __init__(self, framework: str, benchmark: str, weight: float) -> None:
        super().__init__(
            f"The weight {weight:g} of {benchmark} in {framework} cannot be used. "
            f"Give benchmarks of that framework weights of 0 or more, at least one of them above 0."
        )


class UnknownView(WarehouseError):
    """There is no view of that name."""

    def __init__(self, view: str, views: tuple[str, ...]) -> None:
        super().__init__(f"There is no view {view!r}. There are: {', '.join(views)}.")


class BrokenShard(WarehouseError):
    """A file is no shard, or a damaged one; the paper is read again."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This is no shard that can be loaded: {what}.")
