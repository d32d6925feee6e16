"""One grid of a paper: a score table with its values, a table of stated measures, or another; with the verdict."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.document import Document, Notice, Table
from transforms.candidates import candidate_of
from transforms.catalogue import Framework
from transforms.context import Surroundings, surroundings
from transforms.corrections import Correction, correction_of, corrections_in
from transforms.findings import StatedMeasure, TableVerdict
from transforms.judgement import Candidate
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.measure_rows import measures_alone, measures_beside
from transforms.measures import read_measures
from transforms.nearby import label_lines
from transforms.numbered import number_keys
from transforms.papers import Paper
from transforms.purpose import (
    draft_titled,
    no_scores_told,
    of_many,
    of_something_else,
    off_topic,
    other_purpose,
    other_subject,
    taken_back_below,
)
from transforms.said import keys_in, said_beside
from transforms.scale_keys import keys_beside
from transforms.score_tables import NoScoreTable, ScoreTable, too_few, understand
from transforms.twofold import without_brackets

# A table of so many of a framework's items is about it, whatever it is called; another duty shares only some of them.
_NEARLY_ALL = 0.8
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Grids:
    """The grids of one paper, understood (by their places in the body), and what they are read against."""

    document: Document
    papers: Sequence[Paper]
    about: Sequence[Labels]
    lexicon: Lexicon
    understood: dict[int, ScoreTable | NoScoreTable]
    corrections: tuple[Correction, ...] = ()

    def like(self, table: ScoreTable) -> list[ScoreTable]:
        """The paper's score tables of the same framework, the table itself among them."""
        return [
            other
            for other in self.understood.values()
            if isinstance(other, ScoreTable) and other.framework is table.framework
        ]


@dataclass(frozen=True, slots=True)
class TableFound:
    """What one grid gave; `verdict` is kept for `explain`."""

    verdict: TableVerdict
    candidates: tuple[Candidate, ...] = ()
    measures: tuple[StatedMeasure, ...] = ()
    notices: tuple[Notice, ...] = ()

    @property
    def gave_values(self) -> bool:
        """Whether the grid is read: as scores or as measures."""
        return self.verdict.verdict != "other"


def grids_of(
    document: Document, papers: Sequence[Paper], paper: Paper, about: Sequence[Labels], lexicon: Lexicon
) -> Grids:
    """The grids of one paper; none holds scores where the paper speaks of no framework."""
    keys = keys_in(document, paper, about) if about else ()
    numbers = number_keys(document, paper, about)
    understood = {
        at: understand(part, about, lexicon.names, said_beside(document, paper, at, keys, numbers))
        if about
        else NoScoreTable("the paper speaks of no known framework")
        for at in range(paper.start, paper.end)
        if isinstance(part := document.body[at], Table)
    }
    return Grids(document, papers, about, lexicon, understood, corrections_in(document, paper, about))


def read_table(table: Table, at: int, number: int, grids: Grids) -> TableFound:
    """What the grid at place `at` of the body says; `number` counts the grids of the document from 1."""
    understood = grids.understood[at]
    if isinstance(understood, ScoreTable):
        return _of_scores(table, understood, at, number, grids)
    return _of_measures(table, understood, at, number, grids)


def _of_scores(table: Table, understood: ScoreTable, at: int, number: int, grids: Grids) -> TableFound:
    captions = (*((table.caption,) if table.caption else ()), *understood.titles)
    around = surroundings(grids.document, grids.papers, at, captions)
    around = replace(
        around,
        captions=(*captions, *label_lines(around.lead_in, grids.lexicon.names)),
        lead_in=without_brackets(around.lead_in),
        below=(*_last_rows(table, understood), *around.below),
    )
    keys_near = keys_beside(grids.document.body, at)
    doubt = too_few(grids.like(understood)) or _not_scores(table, understood, around, keys_near, grids.lexicon)
    items = {cell.benchmark.id for cell in understood.cells}
    columns = f"; columns: {', '.join(understood.roles)}" if understood.roles else ""
    reason = f"{doubt or f'{len(understood.cells)} values beside {len(items)} benchmarks'}{columns}"
    orientation = "benchmarks across" if understood.turned else "benchmarks down"
    candidates = tuple(
        _corrected(candidate_of(cell, understood, doubt, table, number, around, grids.lexicon), grids.corrections)
        for cell in understood.cells
    )
    return TableFound(
        TableVerdict(number, table.page, table.method, "scores", reason, understood.framework.id, orientation),
        candidates=candidates,
        measures=measures_beside(table, understood, candidates, number, grids.document.document_id),
        notices=_told(table, understood),
    )


def _last_rows(table: Table, understood: ScoreTable) -> tuple[str, ...]:
    """Rows of one cell below the last value: notes that stand inside the table."""
    filled = [cell for cell in table.cells if cell.text.strip()]
    shared = (cell.row for cell in filled if sum(other.row == cell.row for other in filled) > 1)
    last = max([*shared, *(cell.cell.row for cell in understood.cells)])
    return tuple(cell.text for cell in filled if cell.row > last)


def _corrected(candidate: Candidate, corrections: Sequence[Correction]) -> Candidate:
    doubt = correction_of(candidate.benchmark.id, candidate.reading.score, corrections)
    return replace(candidate, doubts=(*candidate.doubts, doubt)) if doubt else candidate


def _of_measures(table: Table, understood: NoScoreTable, at: int, number: int, grids: Grids) -> TableFound:
    around = surroundings(grids.document, grids.papers, at, (table.caption,) if table.caption else ())
    frameworks = [labels.framework for labels in grids.about]
    measured = read_measures(table, number, frameworks, grids.lexicon.names, around, grids.document.document_id)
    told = _told(table, understood)
    found = (
        measured.measures
        if measured
        else measures_alone(table, number, frameworks, grids.lexicon.names, around, grids.document.document_id)
    )
    if not found:
        return TableFound(TableVerdict(number, table.page, table.method, "other", understood.reason), notices=told)
    reason = f"{len(found)} stated measures"
    verdict = TableVerdict(number, table.page, table.method, "measures", reason)
    return TableFound(verdict, measures=found, notices=told)


def _told(table: Table, understood: ScoreTable | NoScoreTable) -> tuple[Notice, ...]:
    return tuple(Notice(oddity.kind, oddity.text, table.page) for oddity in understood.oddities)


def _not_scores(
    table: Table, understood: ScoreTable, around: Surroundings, keys_near: Sequence[str], lexicon: Lexicon
) -> str | None:
    """Why the words in and around a table of figures beside benchmarks make it doubtful that they are its scores."""
    texts = (*around.captions, *around.headings[:1], *around.lead_in, *(cell.text for cell in table.cells))
    told = (around.captions, around.headings, around.lead_in)
    named = any(cell.owner.authorities for cell in understood.cells)
    shown = len({cell.benchmark.id for cell in understood.cells})
    complete = shown >= _NEARLY_ALL * len(understood.framework.benchmarks)
    near = (*around.captions, *around.headings[:1], *around.lead_in[:1])
    beside = _beside_labels(table, understood.framework)
    subject = around.paper.value("subject", "title")
    said = (*beside, *near, *around.headings, *around.lead_in, *around.paper.titles, *subject)
    return (
        (None if complete else off_topic(texts, understood.framework) or other_subject(near, understood.framework))
        or other_purpose(*told, understood.framework)
        or draft_titled(around.paper.titles)
        or taken_back_below((*around.below, *keys_near), understood.framework)
        or of_something_else(around.captions, around.headings, _heads(table, understood))
        or (None if _in_words(understood) else no_scores_told(said))
        or (None if named else of_many(*told, lexicon.names.region_in))
    )


def _heads(table: Table, understood: ScoreTable) -> tuple[str, ...]:
    """What stands above the first value (or before it, where the table is turned)."""
    if understood.turned:
        column = min(cell.cell.column for cell in understood.cells)
        return tuple(cell.text for cell in table.cells if cell.column < column)
    row = min(cell.cell.row for cell in understood.cells)
    return tuple(cell.text for cell in table.cells if cell.row < row)


def _in_words(understood: ScoreTable) -> bool:
    """Whether a scale that is never printed in figures is: its words are judgements, whatever stands around them."""
    return understood.framework.scale.words_only and all(cell.reading.score for cell in understood.cells)


def _beside_labels(table: Table, framework: Framework) -> list[str]:
    """What a table says besides the names of the benchmarks; the heads of a list read as a table are no such words."""
    names = [name for item in framework.benchmarks for name in (item.name, *item.aliases)]
    labels = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b", re.IGNORECASE)
    words = {word for name in names for word in _words(name)}
    return [
        labels.sub(" ", cell.text)
        for cell in table.cells
        if (cell.row or table.method != "text") and not _is_jumble(cell.text, words)
    ]


def _is_jumble(text: str, words: set[str]) -> bool:
    """Whether a text is made of words of labels alone: 'Risk Multi Assessment Agency', two heads read as one."""
    own = _words(text)
    return len(own) > _FEW_WORDS and set(own) <= words


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())
