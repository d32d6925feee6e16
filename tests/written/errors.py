"""The reference of errors: the words of every error class, with placeholders for its facts."""

import importlib
import inspect
import typing
from collections.abc import Iterator
from pathlib import Path
from types import UnionType

from flows.statuses import UNFINISHED, WRONG_CALL
from tests.support.imports import ROOT

PAGE = ROOT / "docs" / "reference" / "errors.md"

HEAD = """\
# Errors

What the program says when something is wrong: each sentence says what happened, where, and what to do. Words in
capitals stand for the facts of the case. The page is printed from the program: `python -m tests.written` writes it
anew.

What the exit statuses mean stands with the [commands](commands.md#exit-statuses).
"""

GROUPS = (
    (
        "A wrong call or configuration",
        f"Exit status {WRONG_CALL}. Nothing was read or written.",
        ("flows.errors", "warehouse.review.errors"),
    ),
    (
        "A run that could not be finished",
        f"Exit status {UNFINISHED}. The step that failed changed nothing.",
        ("warehouse.errors", "warehouse.publication.errors"),
    ),
    (
        "A paper that could not be had or read",
        "The run goes on: the sentence is the paper's `reason` in `documents`, and stands in the summary. "
        f"Only `extract`, which has one paper, ends with exit status {UNFINISHED}.",
        ("extractors.errors",),
    ),
    (
        "A source or an address that could not be fetched",
        "The run goes on, as above; a refresh tells which source it was.",
        ("extractors.sources.errors",),
    ),
    (
        "Registers, frameworks and weights",
        f"Exit status {WRONG_CALL}, before anything is read. The sentence begins with the file.",
        ("transforms.errors",),
    ),
)


def errors_page() -> str:
    """The page as it should be."""
    return "\n".join([HEAD, *(_group(title, about, modules) for title, about, modules in GROUPS)])


def error_classes(module_name: str) -> Iterator[type[Exception]]:
    """The error classes that a module defines, in its order."""
    module = importlib.import_module(module_name)
    for found in vars(module).values():
        if inspect.isclass(found) and issubclass(found, Exception) and found.__module__ == module_name:
            yield found


def words_of(error: type[Exception]) -> str | None:
    """What an error says, with placeholders; None where it takes any sentence."""
    if error.__init__ is Exception.__init__ or "__init__" not in vars(error):
        return None
    hints = typing.get_type_hints(error.__init__)
    names = [name for name in inspect.signature(error.__init__).parameters if name != "self"]
    said = str(error(**{name: _placeholder(name, hints[name]) for name in names}))
    return None if said in {name.upper() for name in names} else said


def _group(title: str, about: str, modules: tuple[str, ...]) -> str:
    rows = [
        f"| {_cell(said)} | {_cell(' '.join((inspect.getdoc(error) or '').split()))} |\n"
        for module in modules
        for error in error_classes(module)
        if (said := words_of(error))
    ]
    return f"## {title}\n\n{about}\n\n| what is said | when |\n| --- | --- |\n{''.join(rows)}"


def _placeholder(name: str, hint: object) -> object:
    """A fact of the type that the error takes, which shows its name where it is a text."""
    word = name.upper()
    options = typing.get_args(hint)
    if isinstance(hint, UnionType):
        return _placeholder(name, next(option for option in options if option is not type(None)))
    if hint is str:
        return word
    if isinstance(hint, type) and issubclass(hint, Path):
        return Path(word)
    if hint is bool:
        return True
    if hint in (int, float):
        return 7 * 1024 * 1024 if "bytes" in name else 7
    if options and options[0] is str:
        return tuple(f"{word}_{number}" for number in (1, 2))
    raise AssertionError(f"no placeholder for {name} of type {hint}")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
