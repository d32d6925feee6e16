"""A faulty tree put into a module that others have already imported from."""

import ast
import re
import sys
from types import FunctionType, ModuleType


def planted(tree: ast.Module, path: str) -> bool:
    """Give the loaded module at `path` the code of `tree`; False where that cannot be (no pattern, no Python).

    Functions and classes keep their identity, so that whoever imported them runs the fault too. A plain value that
    another module imported by name keeps what it was.
    """
    module = sys.modules[path.removesuffix(".py").replace("/", ".")]
    fresh = ModuleType(module.__name__)
    fresh.__file__ = module.__file__
    try:
        exec(compile(tree, path, "exec"), fresh.__dict__)
    except (SyntaxError, re.error):
        return False
    for name, value in vars(fresh).items():
        _put(module.__dict__, name, value)
    return True


def _put(owner: dict[str, object], name: str, new: object) -> None:
    old = owner.get(name)
    if isinstance(old, type) and isinstance(new, type) and old.__module__ == new.__module__:
        for method, code in vars(new).items():
            _graft(vars(old).get(method), code)
    elif not _graft(old, new):
        owner[name] = new


def _graft(old: object, new: object) -> bool:
    """Give a function, also one behind a cache, the code of another."""
    old, new = getattr(old, "__wrapped__", old), getattr(new, "__wrapped__", new)
    if not isinstance(old, FunctionType) or not isinstance(new, FunctionType):
        return False
    if old.__code__.co_freevars != new.__code__.co_freevars:
        return False
    old.__code__, old.__defaults__, old.__kwdefaults__ = new.__code__, new.__defaults__, new.__kwdefaults__
    return True
