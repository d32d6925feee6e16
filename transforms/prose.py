"""The scores that the sentences of a paper state, with whose and of when they are."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.document import Block, Document, Notice
from transforms.attribution import attribute
from transforms.bodies import unknown_owner
from transforms.context import surroundings
from transforms.dating import date_of
from transforms.findings import Place
from transforms.judgement import Candidate
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.papers import Paper
from transforms.sentences import told_in
from transforms.statements import Statement, Statements, UnpairedSentence

# So many statements under one heading make a section of scores: there a general label alone counts too.
_SECTION_OF_SCORES = 2


@dataclass(frozen=True, slots=True)
class _Stated:
    """A statement, the block that holds it, and the place in the body of the block and of the heading above."""

    statement: Statement
    labels: Labels
    block: Block
    at: int
    heading_at: int


def stated_in_prose(
    document: Document, paper: Paper, papers: Sequence[Paper], about: Sequence[Labels], lexicon: Lexicon
) -> tuple[list[Candidate], list[Notice]]:
    """The values that the sentences of one paper state, and notices of sentences that seem to state some.

    A sentence with nothing but a general label ('5 for Training') counts only in a section that states other scores.
    """
    stated: list[_Stated] = []
    notices: list[Notice] = []
    readers = {labels: Statements(labels) for labels in about}
    heading_at = paper.start
    for at in range(paper.start, paper.end):
        part = document.body[at]
        if not isinstance(part, Block):
            continue
        if part.kind in {"title", "heading"}:
            heading_at = at
        elif part.kind in {"paragraph", "list_item"}:
            found = {labels: list(reader.read(part.text)) for labels, reader in readers.items()}
            if any(found.values()):
                closest = _closest_first(document, heading_at, paper, about)
                states, told = _of_paragraph(part, at, heading_at, [(labels, found[labels]) for labels in closest])
                stated += states
                notices += told
    sure = Counter((one.heading_at, one.labels.framework.id) for one in stated if not one.statement.lone)
    counted = [
        one
        for one in stated
        if not one.statement.lone or sure[one.heading_at, one.labels.framework.id] >= _SECTION_OF_SCORES
    ]
    return [_candidate(one, document, papers, lexicon) for one in counted], notices


def _closest_first(document: Document, start: int, paper: Paper, about: Sequence[Labels]) -> Sequence[Labels]:
    """The frameworks share labels: that one first whose labels fill most of the section that begins at `start`."""
    if len(about) < 2:
        return about
    section: list[str] = []
    for part in document.body[start : paper.end]:
        if isinstance(part, Block):
            if section and part.kind in {"title", "heading"}:
                break
            section.append(part.text)
    return sorted(about, key=lambda labels: -sum(_filled(text, labels) for text in section))


def _filled(text: str, labels: Labels) -> int:
    """How many signs of a text are labels."""
    return sum(end - begin for begin, end, _ in labels.standing_in(text))


def _of_paragraph(
    block: Block, at: int, heading_at: int, found: Sequence[tuple[Labels, Sequence[Statement | UnpairedSentence]]]
) -> tuple[list[_Stated], list[Notice]]:
    """What one paragraph states: of what was `found` in it with each framework, that which pairs first."""
    notices: list[Notice] = []
    for labels, sentences in found:
        stated = [one for one in sentences if isinstance(one, Statement)]
        unread = [_unread(one, block) for one in sentences if isinstance(one, UnpairedSentence)]
        if stated:
            return [_Stated(statement, labels, block, at, heading_at) for statement in stated], unread
        notices += unread
    return [], notices


def _unread(unpaired: UnpairedSentence, block: Block) -> Notice:
    text = f"This sentence may state scores and could not be read: '{unpaired.sentence}'"
    return Notice("unread_statement", text, block.page)


def _candidate(one: _Stated, document: Document, papers: Sequence[Paper], lexicon: Lexicon) -> Candidate:
    statement, block = one.statement, one.block
    around = surroundings(document, papers, one.at)
    attribution = attribute(around, lexicon.names)
    dating, doubts = told_in(statement.sentence, block.text, attribution, date_of(around), lexicon.names, around.dated)
    return Candidate(
        framework=one.labels.framework,
        benchmark=statement.benchmark,
        label=statement.label,
        reading=statement.reading,
        score_text=statement.score_text,
        attribution=attribution,
        dating=dating,
        place=Place("text", block.page, block.bbox),
        doubts=(*((statement.doubt,) if statement.doubt else ()), *doubts, *_of_others(statement.sentence, lexicon)),
        evidence=(f"sentence '{statement.sentence}'",),
    )


def _of_others(sentence: str, lexicon: Lexicon) -> Iterator[str]:
    """Why the scores may be those of a body that the register does not know."""
    if body := unknown_owner([sentence], lexicon.names):
        yield f"the sentence speaks of '{body}', which is in no register"
