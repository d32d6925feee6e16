"""What a paper says beside one of its tables: keys of colours, notes below it, and the sentences around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.document import Block, Document
from transforms.colour_keys import keys_of
from transforms.colours import ColourEntry
from transforms.labels import Labels
from transforms.notes import notes_below, notes_of
from transforms.numbered import NO_NUMBERS, NumberKeys, Numbers, are_of_benchmarks
from transforms.papers import Paper

# So many texts above and below a table may explain its columns.
_NEAR = 4

Keys = tuple[tuple[ColourEntry, ...], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """`keys` explain colours anywhere in the paper, `notes` are the table's own by their marks, `texts` stand near.

    `numbers` say what the benchmarks are where a table gives only their numbers.
    """

    keys: Keys = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    numbers: Numbers = NO_NUMBERS


NOTHING_SAID = Said()


def keys_in(document: Document, paper: Paper, about: Sequence[Labels]) -> Keys:
    """All keys of colours that a paper holds."""
    return keys_of(document.body[paper.start : paper.end], about)


def said_beside(
    document: Document, paper: Paper, at: int, keys: Keys, number_keys: NumberKeys = NO_NUMBERS.keys
) -> Said:
    """What is said beside the table at place `at` of the body."""
    body = document.body
    near = body[max(paper.start, at - _NEAR) : min(paper.end, at + 1 + _NEAR)]
    texts = tuple(
        part.text for part in near if isinstance(part, Block) and part.kind in {"paragraph", "list_item", "note"}
    )
    caption = getattr(body[at], "caption", None)
    said = (*((caption,) if caption else ()), *texts)
    heads = (part.text for part in near if isinstance(part, Block) and part.kind in {"heading", "title"})
    numbers = Numbers(number_keys, of_benchmarks=are_of_benchmarks((*said, *heads, *paper.titles)))
    return Said(keys, notes_of(notes_below(body, at, paper.end)), said, numbers)
