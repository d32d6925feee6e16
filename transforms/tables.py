"""One grid of a paper: a score table with its values, a table of stated measures, or another; with the verdict."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.document import Document, Notice, Table
from transforms.candidates import candidate_of
from transforms.catalogue import Framework
from transforms.context import Surroundings, surroundings
from transforms.findings import StatedMeasure, TableVerdict
from transforms.judgement import Candidate
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.measures import read_measures
from transforms.papers import Paper
from transforms.purpose import no_scores_told, of_many, off_topic, other_purpose, other_subject
from transforms.said import keys_in, said_beside
from transforms.score_tables import NoScoreTable, ScoreTable, too_few, understand

# A table of so many of a framework's items is about it, whatever it is called; another duty shares only some of them.
_NEARLY_ALL = 0.8


@dataclass(frozen=True, slots=True)
class Grids:
    """The grids of one paper, understood (by their places in the body), and what they are read against."""

    document: Document
    papers: Sequence[Paper]
    about: Sequence[Labels]
    lexicon: Lexicon
    understood: dict[int, ScoreTable | NoScoreTable]

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
    understood = {
        at: understand(part, about, lexicon.names, said_beside(document, paper, at, keys))
        if about
        else NoScoreTable("the paper speaks of no known framework")
        for at in range(paper.start, paper.end)
        if isinstance(part := document.body[at], Table)
    }
    return Grids(document, papers, about, lexicon, understood)


def read_table(table: Table, at: int, number: int, grids: Grids) -> TableFound:
    """What the grid at place `at` of the body says; `number` counts the grids of the document from 1."""
    understood = grids.understood[at]
    if isinstance(understood, ScoreTable):
        return _of_scores(table, understood, at, number, grids)
    return _of_measures(table, understood, at, number, grids)


def _of_scores(table: Table, understood: ScoreTable, at: int, number: int, grids: Grids) -> TableFound:
    captions = (*((table.caption,) if table.caption else ()), *understood.titles)
    around = surroundings(grids.document, grids.papers, at, captions)
    doubt = too_few(grids.like(understood)) or _not_scores(table, understood, around, grids.lexicon)
    items = {cell.benchmark.id for cell in understood.cells}
    columns = f"; columns: {', '.join(understood.roles)}" if understood.roles else ""
    reason = f"{doubt or f'{len(understood.cells)} values beside {len(items)} benchmarks'}{columns}"
    orientation = "benchmarks across" if understood.turned else "benchmarks down"
    return TableFound(
        TableVerdict(number, table.page, table.method, "scores", reason, understood.framework.id, orientation),
        candidates=tuple(
            candidate_of(cell, understood, doubt, table, number, around, grids.lexicon) for cell in understood.cells
        ),
        notices=_told(table, understood),
    )


def _of_measures(table: Table, understood: NoScoreTable, at: int, number: int, grids: Grids) -> TableFound:
    around = surroundings(grids.document, grids.papers, at, (table.caption,) if table.caption else ())
    frameworks = [labels.framework for labels in grids.about]
    measured = read_measures(table, number, frameworks, grids.lexicon.names, around, grids.document.document_id)
    told = _told(table, understood)
    if measured is None:
        return TableFound(TableVerdict(number, table.page, table.method, "other", understood.reason), notices=told)
    reason = f"{len(measured.measures)} stated measures"
    verdict = TableVerdict(number, table.page, table.method, "measures", reason)
    return TableFound(verdict, measures=tuple(measured.measures), notices=told)


def _told(table: Table, understood: ScoreTable | NoScoreTable) -> tuple[Notice, ...]:
    return tuple(Notice(oddity.kind, oddity.text, table.page) for oddity in understood.oddities)


def _not_scores(table: Table, understood: ScoreTable, around: Surroundings, lexicon: Lexicon) -> str | None:
    """Why the words in and around a table of figures beside benchmarks make it doubtful that they are its scores."""
    texts = (*around.captions, *around.headings[:1], *around.lead_in, *(cell.text for cell in table.cells))
    told = (around.captions, around.headings, around.lead_in)
    named = any(cell.owner.authorities for cell in understood.cells)
    shown = len({cell.benchmark.id for cell in understood.cells})
    complete = shown >= _NEARLY_ALL * len(understood.framework.benchmarks)
    near = (*around.captions, *around.headings[:1], *around.lead_in[:1])
    beside = _beside_labels(table, understood.framework)
    subject = around.paper.value("subject", "title")
    return (
        (None if complete else off_topic(texts, understood.framework) or other_subject(near, understood.framework))
        or other_purpose(*told, understood.framework)
        or no_scores_told((*beside, *near, *around.headings, *around.lead_in, *around.paper.titles, *subject))
        or (None if named else of_many(*told, lexicon.names.region_in))
    )


def _beside_labels(table: Table, framework: Framework) -> list[str]:
    """What a table says besides the names of the benchmarks; the heads of a list read as a table are no such words."""
    names = [name for item in framework.benchmarks for name in (item.name, *item.aliases)]
    labels = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b", re.IGNORECASE)
    return [labels.sub(" ", cell.text) for cell in table.cells if cell.row or table.method != "text"]
