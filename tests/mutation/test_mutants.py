"""The faults that are put into a module, and where they take hold."""

import ast
import sys
from pathlib import Path

import pytest

from tests.mutation.mutants import mutants
from tests.mutation.planting import planted


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("a < b", ["a < b -> a <= b"]),
        ("a and b", ["a and b -> a or b", "a and b -> a", "a and b -> b"]),
        ("not a", ["not a -> a"]),
        ("a + b", ["a + b -> a - b"]),
        ("x = 3", ["3 -> 4"]),
        ("x = 'word'", ["'word' -> 'XXword'"]),
        ("x = (a, b)", ["(a, b) without a", "(a, b) without b"]),
        ("f(a=b)", ["f(a=b) without a=b"]),
        ("x = [a for a in b if c]", ["for a in b if c -> for a in b"]),
        (
            "re.compile('ab?|c')",
            ["pattern without 'ab?' at 2", "pattern without 'ab?' at 0", "pattern without 'c' at 3"],
        ),
    ],
)
def test_each_thing_that_can_go_wrong_is_tried_alone(source: str, changes: list[str]) -> None:
    told = {mutant.change.removeprefix(": ") for mutant in mutants(source)}
    assert told >= set(changes)


def test_types_docstrings_and_decorators_are_left_alone() -> None:
    source = '@cache(maxsize=1)\ndef f(a: Literal["b"]) -> Literal["c"]:\n    """A docstring."""\n    pass'
    assert list(mutants(source)) == []


def test_a_fault_takes_hold_where_a_function_was_imported_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "grown.py").write_text("def older(age: int) -> int:\n    return age + 1\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    import grown  # type: ignore[import-not-found]

    older = grown.older
    fault = next(mutant for mutant in mutants(Path("grown.py").read_text()) if mutant.change.endswith("age - 1"))
    assert planted(fault.tree, "grown.py")
    assert older(3) == 2
    del sys.modules["grown"]


def test_a_fault_that_is_no_pattern_cannot_be_planted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "patterned.py").write_text("import re\n")
    monkeypatch.syspath_prepend(tmp_path)
    import patterned  # type: ignore[import-not-found]  # noqa: F401

    assert not planted(ast.parse("import re\nre.compile('(')"), "patterned.py")
    del sys.modules["patterned"]
