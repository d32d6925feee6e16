"""Windows and macOS: what only POSIX or only Linux has is asked for before it is used."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.imports import ROOMS, ROOT, files_of_the_product

POSIX_ONLY = {
    "os": {"fork", "forkpty", "geteuid", "getuid", "getgid", "killpg", "getpgid", "setsid", "mkfifo", "nice", "statvfs"}
    | {"chown", "fchmod", "uname", "getloadavg", "sysconf", "wait3", "wait4", "sched_getaffinity"},
    "signal": {"SIGKILL", "SIGALRM", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGTRAP", "SIGBUS", "alarm", "setitimer"},
}
MODULES = {"fcntl", "grp", "pwd", "resource", "termios"}

AS_ON_WINDOWS = f"""
import builtins, importlib, os, pkgutil, signal, sys, types

ROOMS, MODULES, POSIX_ONLY = {ROOMS!r}, {MODULES!r}, {POSIX_ONLY!r}
names = [found.name for room in ROOMS for found in pkgutil.walk_packages([room], room + ".")]
names = [*ROOMS, *(name for name in names if not name.endswith("__main__"))]
for name in names:
    importlib.import_module(name)  # other libraries are in memory now; they see to themselves
for name in [name for name in sys.modules if name.partition(".")[0] in ROOMS]:
    del sys.modules[name]

usual = builtins.__import__
def guarded(name, globals=None, *rest):
    if name in MODULES and (globals or {{}}).get("__name__", "").partition(".")[0] in ROOMS:
        raise ImportError(name)
    return usual(name, globals, *rest)

builtins.__import__ = guarded
sys.platform = "win32"
sys.modules["msvcrt"] = types.ModuleType("msvcrt")
for module, gone in ((os, POSIX_ONLY["os"]), (signal, POSIX_ONLY["signal"])):
    for name in gone:
        if hasattr(module, name):
            delattr(module, name)
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_every_module_can_be_imported_where_there_is_no_posix() -> None:
    done = subprocess.run([sys.executable, "-c", AS_ON_WINDOWS], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) > 200


def test_what_only_posix_has_is_used_behind_a_question() -> None:
    """Inside an `if` that asks for the platform or for the very name."""
    used = [
        f"{path.relative_to(ROOT)}, line {line}: {name}"
        for path in files_of_the_product()
        for line, name in _bare(path)
    ]
    assert used == []


def test_a_bare_use_is_found(tmp_path: Path) -> None:
    file = tmp_path / "module.py"
    file.write_text("import os, sys\nos.killpg(1, 9)\nif sys.platform != 'win32':\n    os.getuid()\n", encoding="utf-8")
    assert list(_bare(file)) == [(2, "os.killpg")]


def _bare(path: Path) -> Iterator[tuple[int, str]]:
    yield from _unasked(ast.parse(path.read_text(encoding="utf-8")), asked=False)


def _unasked(node: ast.AST, *, asked: bool) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.If | ast.IfExp):
        question = ast.unparse(node.test)
        asked = asked or "sys.platform" in question or "hasattr" in question
    is_name = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    if is_name and not asked and node.attr in POSIX_ONLY.get(node.value.id, ()):
        yield node.lineno, f"{node.value.id}.{node.attr}"
    for part in ast.iter_child_nodes(node):
        yield from _unasked(part, asked=asked)
