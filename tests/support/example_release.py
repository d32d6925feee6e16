"""The example papers, published as `scorepack run --config examples/scorepack.toml` publishes them."""

from pathlib import Path

from extractors import discover, read
from flows.settings import read_settings
from flows.steps import catalogue_of
from tests.support.imports import ROOT
from transforms import Lexicon, normalise
from warehouse import load, open_warehouse, publish


def publish_examples(folder: Path) -> Path:
    """`scorepack.duckdb` and `published/` in that folder; gives the release that `published/latest` shows."""
    settings = read_settings(ROOT / "examples" / "scorepack.toml")
    catalogue = catalogue_of(settings)
    lexicon = Lexicon.of(catalogue)
    found = [
        normalise(read(source.path, source=source, words=lexicon.words), lexicon)
        for source in discover([str(ROOT / "examples" / "papers")])
    ]
    with open_warehouse(folder / "scorepack.duckdb") as warehouse:
        load(warehouse, found, catalogue)
        return publish(warehouse, folder / "published").path
