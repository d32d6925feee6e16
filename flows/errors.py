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


class UnknownScheme(UsageProblem):
    """An address of a kind that is not fetched."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"{address} is no address that can be read. Give a path, or an address that begins with https://."
        )


class NotOneDocument(UsageProblem):
    """A folder where one document is meant."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder. Name one document in it.")


class NoConfiguration(UsageProblem):
    """A configuration file that was named does not exist."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The configuration {path} does not exist. "
            "Name an existing file with --config, or write one: `scorepack init`."
        )


class UnusableCatalogue(UsageProblem):
    """A register, framework or weight that a configuration names cannot be used; `what` names the file."""

    def __init__(self, what: str) -> None:
        super().__init__(what)


class FolderNotFile(UsageProblem):
    """A folder where the warehouse is to be."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a folder. Name a file with --warehouse or in scorepack.toml.")


class FileNotFolder(UsageProblem):
    """A file where publications are to be."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is a file. Name a folder with --out or in scorepack.toml.")


class BadConfiguration(UsageProblem):
    """A configuration file that cannot be used."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path}: {what}")


class ConfigurationThere(UsageProblem):
    """A configuration is to be written where there is one."""

    def __init__(self, file: Path) -> None:
        super().__init__(f"{file} is there already and was left as it is. Name another folder, or move that file away.")


class NotWritable(UsageProblem):
    """A warehouse or published folder that cannot be written."""

    def __init__(self, path: Path, place: Path) -> None:
        super().__init__(
            f"{path} cannot be written: {place} does not allow it. Name another place with --warehouse or --out."
        )


class NoWarehouse(UsageProblem):
    """There is nothing to publish from."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The warehouse {path} does not exist. "
            "Run `scorepack ingest SOURCE` first, or name another with --warehouse."
        )


class NoSuchTable(UsageProblem):
    """A table that a document does not have."""

    def __init__(self, file_name: str, number: int, count: int) -> None:
        has = f"its tables are 1 to {count}" if count > 1 else "it has one table" if count else "it has no table"
        super().__init__(f"There is no table {number} in {file_name}: {has}. Leave --table out to see all of them.")


class NoSuchPage(UsageProblem):
    """A page that a document does not have."""

    def __init__(self, file_name: str, page: int, count: int | None) -> None:
        has = f"it has {count} page{'' if count == 1 else 's'}" if count is not None else "its format has no pages"
        super().__init__(f"There is no page {page} in {file_name}: {has}. Leave --page out to see all tables.")


class UnknownKey(UsageProblem):
    """An authority, year and benchmark of which no value was found."""

    def __init__(self, authority: str, year: int, benchmark: str, warehouse: Path) -> None:
        super().__init__(
            f"{warehouse} holds no value of {benchmark} for {authority} in {year}. Give the GSS code or official name, "
            f"the year in which the period ends, and the benchmark's id, as `observations` has them."
        )


class HalfAKey(UsageProblem):
    """Neither one document nor one published value is named."""

    def __init__(self) -> None:
        super().__init__(
            "Name one DOCUMENT, or one published value with --authority, --year and --benchmark (all three)."
        )


class CannotWrite(UsageProblem):
    """A file or folder for pages or pictures that cannot be written."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path} cannot be written ({why}). Name another place.")


class OptionForHtml(UsageProblem):
    """An option that only a page can carry out."""

    def __init__(self, option: str) -> None:
        super().__init__(f"{option} puts pictures into a page: give --format html with it, or leave it out.")


class RunFailed(Exception):
    """A run that could not be finished. The step that failed left everything as it was; what steps before it did stays:
    papers that were loaded are in the warehouse even where they could not be published.
    """
