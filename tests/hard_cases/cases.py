"""All hard cases, in the order of their numbers. A module here that draws cases lists them in `CASES`."""

import importlib
import pkgutil

import tests.hard_cases
from tests.hard_cases.facts import Case


def all_cases() -> tuple[Case, ...]:
    """Every case that a module `drawn_*` of this folder lists."""
    names = [module.name for module in pkgutil.iter_modules(tests.hard_cases.__path__) if module.name[:6] == "drawn_"]
    modules = [importlib.import_module(f"tests.hard_cases.{name}") for name in names]
    return tuple(sorted((case for module in modules for case in module.CASES), key=lambda case: case.number))
