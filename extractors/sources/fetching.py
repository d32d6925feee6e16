"""What the program is told about fetching papers."""

import os
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

AGENT = "scorepack"
"""The name under which robots.txt files may speak to the program."""

_PURPOSE = "reads published committee papers"
_LEAST = {
    "pause_seconds": 0,
    "attempts": 1,
    "seconds": 0.001,
    "most_bytes": 1,
    "most_redirects": 0,
    "weeks_back": 0,
    "weeks_ahead": 0,
}


def default_store() -> Path:
    """The folder for fetched papers where none is named: scorepack/papers in the user's cache folder."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "scorepack" / "papers"


@dataclass(frozen=True, slots=True)
class Fetching:
    """How papers are looked for and fetched. Raises ValueError, in words for a person, for what cannot be meant.

    `store` is the folder that keeps what was fetched; `contact` an address at which publishers reach whoever runs
    this; `pause_seconds` the least time between two requests to one host, and `attempts` how often one is made before
    it is given up. `seconds` bounds each wait for the server, and ten times that the whole document; `most_bytes` is
    the size above which one is refused. `allowed_private_hosts` are the hosts (`name` or `name:port`) inside the own
    network that may be asked; no other is.

    Sites of committee papers are listed from `weeks_back` before today to `weeks_ahead` after it, or from `since` and
    to `until`. `committees` are words of which one must begin a word of a committee's title, `words` the same for the
    title of a paper or of its agenda item; empty means all.
    """

    store: Path = field(default_factory=default_store)
    contact: str = ""
    pause_seconds: float = 1.0
    attempts: int = 4
    seconds: float = 90.0
    most_bytes: int = 300 * 1024 * 1024
    most_redirects: int = 5
    allowed_private_hosts: frozenset[str] = frozenset()
    weeks_back: int = 8
    weeks_ahead: int = 2
    since: date | None = None
    until: date | None = None
    committees: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, least in _LEAST.items():
            if not getattr(self, name) >= least:
                raise ValueError(f"{name} must be {least:g} or more.")
        if not self.contact.isascii() or not self.contact.isprintable() or set(self.contact) & set("()"):
            raise ValueError("contact must be a mail or web address in plain characters.")
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"since ({self.since}) must not be later than until ({self.until}).")

    @property
    def user_agent(self) -> str:
        """What the program calls itself towards publishers: its name, its purpose, and whom to write to."""
        return f"{AGENT}/{_version()} ({_PURPOSE}{f'; contact: {self.contact}' if self.contact else ''})"


def _version() -> str:
    try:
        return version("scorepack")
    except PackageNotFoundError:
        return "0"
