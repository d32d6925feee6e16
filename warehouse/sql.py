"""SQL lives in files beside this one, one relation or step each; here they are found by name."""

from importlib.resources import files


def script(name: str) -> str:
    """The text of one file: `script("views/scores")`. Works from a source tree and from an installed wheel."""
    return files("warehouse").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def scripts_in(folder: str) -> tuple[str, ...]:
    """The names of a folder's files, in alphabetical order: `("views/documents", "views/met_or_exceeded", ...)`."""
    listed = files("warehouse").joinpath("sql", folder).iterdir()
    return tuple(sorted(f"{folder}/{item.name.removesuffix('.sql')}" for item in listed if item.name.endswith(".sql")))
