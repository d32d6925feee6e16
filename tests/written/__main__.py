"""Writes the pages that are made and not typed: `python -m tests.written`."""

import tempfile
from pathlib import Path

from tests.support.example_release import publish_examples
from tests.written.dictionary import PAGE, dictionary_page
from tests.written.recipes import PAGES, as_it_should_be


def main() -> None:
    """The data dictionary, and the results below the recipes."""
    PAGE.write_text(dictionary_page(), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        publish_examples(Path(folder))
        for page in PAGES:
            page.write_text(as_it_should_be(page, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
