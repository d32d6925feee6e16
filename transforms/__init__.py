"""Document -> Findings: knows benchmarks, knows no file format and no database."""

from transforms.catalogue import Catalogue
from transforms.errors import CatalogueError
from transforms.findings import Findings
from transforms.lexicon import Lexicon
from transforms.normalisation import normalise
from transforms.register import load_catalogue

__all__ = ["Catalogue", "CatalogueError", "Findings", "Lexicon", "load_catalogue", "normalise"]
