"""Every case there is."""

from collections.abc import Iterator
from dataclasses import replace

from tests.hostile import packages, pdfs, texts
from tests.hostile.cases import Case

_LIKE_ANOTHER = (".pptx", ".odp")
"""Forms that are read by hand alone: what opens their packages opens DOCX and ODT too."""


def corpus() -> Iterator[Case]:
    """The cases of every form of file."""
    yield from pdfs.cases()
    for case in packages.cases():
        yield replace(case, slow=case.slow or any(form in case.name for form in _LIKE_ANOTHER))
    yield from texts.cases()
