"""Who holds a warehouse file, without changing it: not even its schema is brought up to date."""

from pathlib import Path

import duckdb

from warehouse.opening import SETTINGS, holder_in


def holder(path: Path) -> str | None:
    """Why the warehouse at `path` cannot be written now, in words for a person; None where it is free or not there."""
    if not path.is_file():
        return None
    try:
        duckdb.connect(path, read_only=True, config=SETTINGS).close()
    except duckdb.IOException as error:
        if "Could not set lock" in str(error):
            process = holder_in(error)
            return f"in use by {f'process {process}' if process is not None else 'another process'}"
        return f"cannot be opened ({str(error).splitlines()[0]})"
    except duckdb.Error as error:
        return f"cannot be opened ({str(error).splitlines()[0]})"
    return None
