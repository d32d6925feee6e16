"""Papers of invented councils, read against the shipped frameworks."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from extractors.document import Document
from tests.support.councils import write_councils
from tests.support.grids import document
from transforms import Catalogue, Findings, Lexicon, load_catalogue, normalise

Normalised: TypeAlias = Callable[..., Findings]


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The shipped facts, with a few invented councils of an invented region."""
    folder: Path = tmp_path_factory.mktemp("register")
    authorities, regions, partnerships = write_councils(folder)
    return load_catalogue(authority_files=[authorities], region_files=[regions], partnership_files=[partnerships])


@pytest.fixture(scope="session")
def lexicon(catalogue: Catalogue) -> Lexicon:
    return Lexicon.of(catalogue)


@pytest.fixture
def normalised(lexicon: Lexicon) -> Normalised:
    """What a paper says, the paper drawn as text (or given as a document)."""

    def read(paper: str | Document) -> Findings:
        return normalise(document(paper) if isinstance(paper, str) else paper, lexicon)

    return read
