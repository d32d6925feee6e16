"""What a user did that cannot be carried out: one sentence that says what to do, and exit status 2."""

from pathlib import Path


class UsageProblem(Exception):
    """A wrong call or configuration. The message is one line: what is wrong, and what to do."""


class NothingToRead(UsageProblem):
    """Neither the command nor the configuration names a source."""

    def __init__(self) -> None:
        super().__init__("No source is given. Name files, folders or addresses, or set `sources` in scorepack.toml.")


class SourceMissing(UsageProblem):
    """A path that was given does not exist."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path} does not exist. Check the path; a folder is read with everything below it.")


class NoConfiguration(UsageProblem):
    """A configuration file that was named does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The configuration {path} does not exist. Name an existing file with --config, or leave the option out."
        )


class BadConfiguration(UsageProblem):
    """A configuration file that cannot be used."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")


class NoWarehouse(UsageProblem):
    """There is nothing to publish from."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The warehouse {path} does not exist. "
            "Run `scorepack ingest SOURCE` first, or name another with --warehouse."
        )


class RunFailed(Exception):
    """A run that could not be finished; what the warehouse and the published folder held before stands untouched."""
