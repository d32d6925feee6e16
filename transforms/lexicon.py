"""The catalogue made ready for matching: built once in a run, used for every paper."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.document import Document
from transforms.authorities import AuthorityNames
from transforms.catalogue import Catalogue, Framework
from transforms.labels import Labels, without_case
from transforms.short_names import short_names

_TEXTS_KEPT = 16
"""Texts of whole papers of which it is remembered whether words stand in them: each step of reading one asks again."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Labels of every framework and names of every authority."""

    catalogue: Catalogue
    labels: tuple[Labels, ...]
    names: AuthorityNames

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Lexicon":
        """Raises AmbiguousAlias where a framework gives one label to two items."""
        return cls(catalogue, tuple(map(Labels, catalogue.frameworks)), AuthorityNames(catalogue))

    def reading(self, document: Document) -> "Lexicon":
        """The same lexicon with the short names of authorities that the document explains itself."""
        return replace(self, names=self.names.with_short_names(short_names(document, self.names)))

    def about(self, text: str) -> tuple[Labels, ...]:
        """The frameworks that a text can be about: those of whose topic words one stands in it."""
        return tuple(labels for labels in self.labels if speaks_of(text, labels.framework))

    @property
    def words(self) -> tuple[str, ...]:
        """Words of which one stands on every page that can hold scores: topic words and the labels' own."""
        return tuple(
            dict.fromkeys(
                word for labels in self.labels for word in (*labels.framework.topic_words, *_proving_labels(labels))
            )
        )


def speaks_of(text: str, framework: Framework) -> bool:
    """Whether one of a framework's topic words stands in a text (always, where the framework names none)."""
    return _holds_one(text, tuple(framework.topic_words))


@lru_cache(maxsize=_TEXTS_KEPT)
def _holds_one(text: str, words: tuple[str, ...]) -> bool:
    # a pattern takes long to find nothing in the text of a pack
    folded = without_case(text)
    return not words or any(
        without_case(word) in folded and re.search(rf"\b{_spelled(word)}\b", text) is not None for word in words
    )


def _spelled(word: str) -> str:
    """A name keeps its capital ('Prevent', 'PREVENT', not 'to prevent'); other words may be written either way."""
    if word[:1].isupper():
        return f"(?:{re.escape(word)}|{re.escape(word.upper())})"
    return f"(?i:{re.escape(word)})"


def _proving_labels(labels: Labels) -> list[str]:
    return [item.name for item in labels.framework.benchmarks if not item.generic]
