"""What the plain text of a PDF's pages gives without their marks: paragraphs, and the words that the paper writes."""

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from extractors.document import Block
from extractors.furniture import is_page_line, masked
from extractors.wording import one_line

_LONGEST_PAGE_LINE = 40
_PROSE_WORDS = 5
_ENDS = ".:;?"
_AROUND_WORDS = ".,;:()[]'\"‘’“”*"


class KnownWords(Collection[str]):
    """Words in lower case that a paper writes whole, inside a line of prose; gathered when the first is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts

    def __contains__(self, word: object) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    @cached_property
    def _words(self) -> frozenset[str]:
        seen: set[str] = set()
        for text in self._texts:
            for line in text.splitlines():
                parts = line.split()
                if len(parts) >= _PROSE_WORDS:
                    seen.update(parts[:-1])
        bare = (word.strip(_AROUND_WORDS) for word in seen)
        return frozenset(word.lower() for word in bare if word.isalpha())


def plain_body(text: str, number: int, repeated: Collection[str]) -> list[Block]:
    """The paragraphs of a page whose marks were not read; `repeated` are the running heads, digits written as '#'."""
    blocks: list[Block] = []
    lines: list[str] = []
    starts = {line[:1] for line in repeated}
    starts |= set("0123456789") if "#" in starts else set()

    def close() -> None:
        if lines:
            blocks.append(Block("paragraph", one_line(" ".join(lines)), number))
            lines.clear()

    for line in text.splitlines():
        stripped = line.strip()
        if not stripped:
            close()
        elif (len(stripped) < _LONGEST_PAGE_LINE and is_page_line(stripped)) or (
            stripped[0] in starts and masked(stripped) in repeated
        ):
            close()
            blocks.append(Block("furniture", one_line(stripped), number))
        else:
            lines.append(stripped)
            if stripped[-1] in _ENDS:
                close()
    close()
    return blocks
