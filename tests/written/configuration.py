"""The reference of scorepack.toml: each key, from the same table that `scorepack init` writes."""

from flows.keys import CHAPTERS, Chapter, Key
from tests.support.imports import ROOT

PAGE = ROOT / "docs" / "reference" / "configuration.md"

HEAD = """\
# Configuration

Every setting of `scorepack.toml`. `scorepack init` writes this file with all of them explained and none switched on.
This page is printed from the same table: `python -m tests.written` writes it anew.

Paths are relative to the file. An unknown name, or a value of another type, is told with exit status 2 before anything
is read.
"""


def configuration_page() -> str:
    """The page as it should be."""
    return "\n".join([HEAD, *map(_chapter, CHAPTERS)])


def _chapter(chapter: Chapter) -> str:
    title = f"`{chapter.header}`" if chapter.header else "Above all tables"
    rows = "".join(
        f"| `{key.name}` | {key.kind} | {_default(key, is_example=chapter.is_example)} | {key.meaning} |\n"
        for key in chapter.keys
    )
    return f"## {title}\n\n{chapter.meaning}\n\n| key | type | default | meaning |\n| --- | --- | --- | --- |\n{rows}"


def _default(key: Key, *, is_example: bool) -> str:
    """The default, which must not depend on the machine that prints the page."""
    if key.usually:
        return key.usually
    if key.default and not is_example:
        return f"`{key.default}`"
    return f"none; such as `{key.example}`"
