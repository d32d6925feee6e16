"""Programs that some tests need, and what is done where one is missing.

A test that is marked `@pytest.mark.needs("chromium")` is skipped, with the reason, on a machine without that program.
Where the environment says `SCOREPACK_REQUIRE=chromium` (several with commas) it fails instead: the checks that every
change must pass set it, so that nothing is skipped there unseen.
"""

import os
import shutil
from pathlib import Path

import pytest

NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "soffice": ("soffice", "libreoffice"),
    "uv": ("uv",),
}
"""The programs that a test may need, each with the names it goes by."""


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "needs(program): skipped where the program is missing, failed where it is required"
    )


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            if find_program(program) is None:
                do_without(program)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """A browser that prints pages without a screen; the test is marked `needs("chromium")`."""
    return _wanted("chromium")


@pytest.fixture(scope="session")
def uv() -> Path:
    """The program that builds and installs; the test is marked `needs("uv")`."""
    return _wanted("uv")


@pytest.fixture(scope="session")
def example_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example papers read, loaded and published: the release, in `published/releases` of a folder of its own."""
    from tests.support.example_release import publish_examples  # loads every library, and few tests want them

    return publish_examples(tmp_path_factory.mktemp("examples"))


def find_program(program: str) -> Path | None:
    """The program on this machine, or the one that an environment variable of its name in capitals points to."""
    told = os.environ.get(program.upper(), "")
    found = [shutil.which(name) for name in (told, *NAMES[program]) if name]
    return next((Path(path) for path in found if path), None)


def _wanted(program: str) -> Path:
    found = find_program(program)
    if found is None:
        raise LookupError(f'{program} is not installed: mark the test with @pytest.mark.needs("{program}")')
    return found


def do_without(program: str) -> None:
    required = os.environ.get("SCOREPACK_REQUIRE", "").split(",")
    if program in required:
        pytest.fail(f"{program} is not installed, and SCOREPACK_REQUIRE asks for it", pytrace=False)
    pytest.skip(f"{program} is not installed")
