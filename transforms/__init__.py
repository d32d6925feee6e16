"""Document -> Findings: knows benchmarks, knows no file format and no database."""

from transforms.aliases import with_aliases
from transforms.catalogue import Alias, Catalogue
from transforms.errors import CatalogueError
from transforms.findings import Findings
from transforms.lexicon import Lexicon
from transforms.normalisation import normalise
from transforms.register import load_catalogue

__all__ = [
    "Alias",
    "Catalogue",
    "CatalogueError",
    "Findings",
    "Lexicon",
    "load_catalogue",
    "normalise",
    "with_aliases",
]
