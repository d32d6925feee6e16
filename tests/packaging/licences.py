"""The licences of everything that is installed with scorepack, as each package states its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

_NAME = re.compile(r'^name = "([^"]+)"$', re.MULTILINE)
# The lesser one (LGPL) lets a program use a library without taking its licence.
_STRICT = re.compile(r"\bA?GPL|(?<!Lesser )(?<!Library )General Public Licen[cs]e", re.IGNORECASE)
_CHOICE = re.compile(r"\bOR\b")


@dataclass(frozen=True, slots=True)
class Licensed:
    """One package and what it says of its licence."""

    name: str
    says: str

    @property
    def asks_for_the_same(self) -> bool:
        """Whether a program that uses the package must be under the package's own licence (GPL, AGPL)."""
        choices = _CHOICE.split(self.says) if " OR " in self.says else [self.says]
        return all(_STRICT.search(choice) for choice in choices)


def licensed(lock: Path) -> Iterator[Licensed]:
    """The packages of a lock file that are installed here."""
    wanted = {_same(name) for name in _NAME.findall(lock.read_text(encoding="utf-8"))}
    for one in distributions():
        if _same(one.name) in wanted:
            yield Licensed(one.name, " OR ".join(said_by(one)))


def said_by(one: Distribution) -> Iterable[str]:
    """What a package says: its expression, else its classifiers (several are a choice), else its licence's head."""
    facts = one.metadata
    expression = facts.get("License-Expression")
    if expression:
        return [expression]
    classifiers = [
        line.rpartition(" :: ")[2] for line in facts.get_all("Classifier") or () if line.startswith("License")
    ]
    stated = (facts.get("License") or "").strip().splitlines()[:1]
    return classifiers or stated or ["not stated"]


def _same(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
