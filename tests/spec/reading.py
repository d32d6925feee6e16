"""Reads the paper of an example against the shipped frameworks, the invented one, and a few invented councils."""

from pathlib import Path

from tests.support.councils import write_councils
from tests.support.grids import document
from transforms import Findings, Lexicon, load_catalogue, normalise

FRAMEWORKS = Path(__file__).parent / "frameworks"


def spec_lexicon(folder: Path) -> Lexicon:
    """What examples are read against; the register of invented councils is written to `folder`."""
    authorities, regions, partnerships = write_councils(folder)
    catalogue = load_catalogue(
        framework_folders=[FRAMEWORKS],
        authority_files=[authorities],
        region_files=[regions],
        partnership_files=[partnerships],
    )
    return Lexicon.of(catalogue)


def read_paper(drawn: str, lexicon: Lexicon) -> Findings:
    """What is taken from the paper that a text draws."""
    return normalise(document(drawn), lexicon)
