"""`python -m tests.mutation transforms/periods.py`: which faults in a module its own tests do not see.

Each fault runs in a process of its own against the module's test file and, where that sees nothing, against the
examples of the reference. It ends with 1 where a fault is neither seen nor explained in `explained.toml`.
"""

import os
import signal
import sys
import tomllib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.planting import planted

_LONGEST = 60
"""Seconds for one fault; one that makes the tests hang is seen."""

_SEEN, _UNSEEN, _IMPOSSIBLE = 0, 1, 2


def main(path: str) -> int:
    """Put every fault into the module at `path`, print those that nothing sees and the counts."""
    settings.register_profile("mutation", database=None, derandomize=True)
    settings.load_profile("mutation")
    own = f"tests/{Path(path).parent}/test_{Path(path).name}"
    trial = Trial(path)
    pytest.main(["-q", "-s", "--tb=no", "--assert=plain", "-p", "no:cacheprovider", own, "tests/spec"], plugins=[trial])
    counts = trial.counts
    print(f"{path}: {counts.total()} faults, " + ", ".join(f"{many} {what}" for what, many in sorted(counts.items())))
    return 0 if counts and not counts["survived"] else 1


class Trial:
    """Takes the place of pytest's loop over the tests: the loop runs once for each fault, in a child process."""

    def __init__(self, path: str) -> None:
        self.counts: Counter[str] = Counter()
        self._path = path

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        # Tests with made-up inputs take longest and come last.
        tests = sorted(session.items, key=lambda item: item.get_closest_marker("hypothesis") is not None)
        if not tests or _tried(None, self._path, tests) != _UNSEEN:
            sys.exit("The tests fail without a fault.")
        explained = _explained(self._path)
        for mutant in mutants(Path(self._path).read_text(encoding="utf-8")):
            outcome = _tried(mutant, self._path, tests)
            if outcome != _UNSEEN:
                self.counts["killed" if outcome == _SEEN else "impossible"] += 1
            elif mutant.change in explained:
                self.counts["explained"] += 1
            else:
                self.counts["survived"] += 1
                print(f"{self._path}:{mutant.line}: {mutant.change}", flush=True)
        return True


def _tried(mutant: Mutant | None, path: str, tests: Sequence[pytest.Item]) -> int:
    """How the tests end in a child process that has the fault."""
    child = os.fork()
    if child == 0:
        ended = _SEEN
        try:
            signal.alarm(_LONGEST)
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, 1)
            os.dup2(nowhere, 2)
            ended = _IMPOSSIBLE if mutant and not planted(mutant.tree, path) else _run(tests)
        finally:  # a module that cannot be loaded with its fault is seen, too
            os._exit(ended)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return status if status >= 0 else _SEEN


def _run(tests: Sequence[pytest.Item]) -> int:
    session = tests[0].session
    for test, following in zip(tests, [*tests[1:], None], strict=True):
        test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
        if session.testsfailed:
            return _SEEN
    return _UNSEEN


def _explained(path: str) -> set[str]:
    entries = tomllib.loads(Path(__file__).with_name("explained.toml").read_text(encoding="utf-8"))["fault"]
    return {change for entry in entries if entry["module"] == path for change in entry["changes"]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
