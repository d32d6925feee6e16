"""What is wrong with the facts that papers are read against: one class for each mistake."""

from pathlib import Path


class CatalogueError(Exception):
    """A framework or register file cannot be used. The message says which file, what, and what to do."""

    def __init__(self, file: Path | str, what: str) -> None:
        super().__init__(f"{file}: {what}")


class AmbiguousAlias(CatalogueError):
    """One printed label would mean two items of the same framework."""

    def __init__(self, framework: str, alias: str, items: tuple[str, str]) -> None:
        super().__init__(
            f"{framework}.toml",
            f"the label '{alias}' stands for both {items[0]} and {items[1]}; keep it at one of them.",
        )
