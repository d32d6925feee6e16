"""What a paper says beside one of its tables: keys of colours, notes below it, and the sentences around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.document import Block, Document
from transforms.colour_keys import keys_of
from transforms.colours import ColourEntry
from transforms.labels import Labels
from transforms.notes import notes_below, notes_of
from transforms.papers import Paper

# So many texts above and below a table may explain its columns.
_NEAR = 4

Keys = tuple[tuple[ColourEntry, ...], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """`keys` explain colours anywhere in the paper, `notes` are the table's foot notes by mark, `texts` stand near it."""

    keys: Keys = ()
    notes: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[str, ...] = ()


NOTHING_SAID = Said()


def keys_in(document: Document, paper: Paper, about: Sequence[Labels]) -> Keys:
    """All keys of colours that a paper holds."""
    return keys_of(document.body[paper.start : paper.end], about)


def said_beside(document: Document, paper: Paper, at: int, keys: Keys) -> Said:
    """What is said beside the table at place `at` of the body."""
    body = document.body
    near = body[max(paper.start, at - _NEAR) : min(paper.end, at + 1 + _NEAR)]
    texts = tuple(
        part.text for part in near if isinstance(part, Block) and part.kind in {"paragraph", "list_item", "note"}
    )
    caption = getattr(body[at], "caption", None)
    return Said(keys, notes_of(notes_below(body, at, paper.end)), (*((caption,) if caption else ()), *texts))
