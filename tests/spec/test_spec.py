"""Every example of the reference is true."""

import pytest

from tests.spec.example import Example, written
from tests.spec.reading import read_paper, spec_lexicon
from tests.spec.toc import CHAPTERS
from transforms import Lexicon

EXAMPLES = [
    pytest.param(example, id=f"{chapter.__name__.rpartition('.')[2]}: {example.promise}")
    for chapter in CHAPTERS
    for example in chapter.EXAMPLES
]


@pytest.fixture(scope="module")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    return spec_lexicon(tmp_path_factory.mktemp("register"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_is_true(example: Example, lexicon: Lexicon) -> None:
    assert written(read_paper(example.drawn, lexicon)) == example.lines


def test_no_promise_is_made_twice() -> None:
    promises = [example.promise for chapter in CHAPTERS for example in chapter.EXAMPLES]
    assert len(promises) == len(set(promises))
