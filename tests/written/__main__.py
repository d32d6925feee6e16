"""Writes the pages that are made and not typed: `python -m tests.written`."""

import tempfile
from pathlib import Path

from tests.support.example_release import publish_examples
from tests.written.recipes import PAGES, as_it_should_be
from tests.written.reference import REFERENCE
from tests.written.walks import WALKS, as_walked


def main() -> None:
    """The reference, and the results in the tutorial and the recipes."""
    for page, printed in REFERENCE.items():
        page.write_text(printed(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        publish_examples(Path(folder))
        for page in PAGES:
            page.write_text(as_it_should_be(page, Path(folder)), encoding="utf-8")
    for page in WALKS:
        with tempfile.TemporaryDirectory() as folder:
            page.write_text(as_walked(page, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
