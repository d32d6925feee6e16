"""What the modules of the product import, read from their text: nothing is run."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROOMS = ("extractors", "transforms", "warehouse", "flows")


@dataclass(frozen=True, slots=True)
class Import:
    """One import: `file` relative to the project's folder, `name` of the module such as 'transforms.findings'."""

    file: str
    name: str

    @property
    def importer(self) -> str:
        """The name of the importing module."""
        return self.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def files_of_the_product() -> list[Path]:
    """Every Python file of the four rooms."""
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


@cache
def imports() -> tuple[Import, ...]:
    """Every import of the product, those inside functions and those for type hints too."""
    return tuple(found for path in files_of_the_product() for found in imports_of(path))


def imports_of(path: Path) -> Iterator[Import]:
    """The imports of one file; `from flows import summary` counts as `flows.summary` where that is a module."""
    file = path.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (Import(file, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level or node.module is None:
                raise AssertionError(f"{file}, line {node.lineno}: a relative import; name the module in full")
            yield from (Import(file, _module(node.module, alias.name)) for alias in node.names)


def _module(package: str, name: str) -> str:
    folder = ROOT / package.replace(".", "/")
    return (
        f"{package}.{name}"
        if (folder / f"{name}.py").is_file() or (folder / name / "__init__.py").is_file()
        else package
    )
