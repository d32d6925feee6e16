"""Document -> Findings: the product's story on one screen.

Each paper of the document is read in order. Every grid is asked whether it is a score table; its values take their
authority and period from the table itself or from what stands around it; sentences are read for scores they state;
then every value is accepted, held or rejected with its reason.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.document import Document, Notice, Table
from transforms.attribution import attribute
from transforms.banded import with_sorted_benchmarks
from transforms.context import surroundings
from transforms.figures import notices_of
from transforms.findings import (
    DocumentFacts,
    Findings,
    Observation,
    PrintedGrid,
    Recommendation,
    StatedMeasure,
    TableVerdict,
)
from transforms.judgement import Candidate, judge
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.listed import with_listed_scores
from transforms.measure_statements import measures_in_prose
from transforms.measures import without_contradictions
from transforms.papers import Paper, papers_of
from transforms.prose import stated_in_prose
from transforms.recommendations import recommendations_of
from transforms.records import with_joined_records
from transforms.side_by_side import with_frameworks_apart
from transforms.tables import TableFound, grids_of, read_table


@dataclass(slots=True)
class _Gathered:
    """What has been found so far in one document."""

    candidates: list[Candidate] = field(default_factory=list)
    measures: list[StatedMeasure] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    verdicts: list[TableVerdict] = field(default_factory=list)
    grids: list[PrintedGrid] = field(default_factory=list)
    read_tables: set[int] = field(default_factory=set)

    def add_table(self, at: int, table: Table, found: TableFound) -> None:
        """What the grid at place `at` of the body gave."""
        self.candidates.extend(found.candidates)
        self.measures.extend(found.measures)
        self.notices.extend(found.notices)
        self.verdicts.append(found.verdict)
        if found.gave_values:
            self.read_tables.add(at)
            self.grids.append(PrintedGrid(found.verdict.table, table.cells))


def normalise(document: Document, lexicon: Lexicon) -> Findings:
    """Everything that one document says about benchmarks, judged. Never raises for what a paper contains."""
    printed = document.tables
    lexicon = lexicon.reading(document)
    document = with_joined_records(with_frameworks_apart(document, lexicon), lexicon)
    document = with_listed_scores(with_sorted_benchmarks(document, lexicon), lexicon)
    papers = papers_of(document)
    gathered = _Gathered(notices=list(document.notices))
    # Lists and records that are read as tables are numbered after the tables that the paper prints. By identity:
    # a table that a paper gives twice is equal to itself and still two tables.
    places = dict.fromkeys(id(table) for table in (*printed, *document.tables))
    numbers = {place: number for number, place in enumerate(places, 1)}
    for paper in papers:
        about = lexicon.about(paper.text)
        grids = grids_of(document, papers, paper, about, lexicon)
        for at in range(paper.start, paper.end):
            part = document.body[at]
            if isinstance(part, Table):
                gathered.add_table(at, part, read_table(part, at, numbers[id(part)], grids))
        if about and paper.start < paper.end:  # a blank file may have a telling title
            candidates, notices = stated_in_prose(document, paper, papers, about, lexicon)
            gathered.candidates.extend(candidates)
            gathered.notices.extend(notices)
            frameworks = [labels.framework for labels in about]
            gathered.measures.extend(measures_in_prose(document, paper, papers, frameworks, lexicon))
            _read_rest(document, paper, papers, about, lexicon, gathered)
    _hold_all(document.doubt, gathered)
    observations = judge(gathered.candidates, document.document_id)
    return Findings(
        document=_facts(document, papers[0], observations, gathered, lexicon),
        observations=observations,
        measures=without_contradictions(gathered.measures),
        recommendations=tuple(gathered.recommendations),
        notices=tuple(dict.fromkeys(gathered.notices)),
        verdicts=tuple(gathered.verdicts),
        grids=tuple(gathered.grids),
    )


def _read_rest(
    document: Document,
    paper: Paper,
    papers: Sequence[Paper],
    about: Sequence[Labels],
    lexicon: Lexicon,
    gathered: _Gathered,
) -> None:
    """Recommendations, and figures that the paper shows without data."""
    attribution = attribute(surroundings(document, papers, paper.start), lexicon.names)
    code = attribution.authority.code if attribution.authority and not attribution.doubt else None
    gathered.recommendations.extend(recommendations_of(document, paper.start, paper.end, about, code))
    gathered.notices.extend(notices_of(document, paper, gathered.read_tables))


def _hold_all(doubt: str | None, gathered: _Gathered) -> None:
    """Let every figure of a doubtful document wait for a person."""
    if doubt is None:
        return
    gathered.candidates = [replace(found, doubts=(*found.doubts, doubt)) for found in gathered.candidates]
    gathered.measures = [
        replace(found, status="review", reason="; ".join(filter(None, (found.reason, doubt))))
        if found.status != "rejected"
        else found
        for found in gathered.measures
    ]


def _facts(
    document: Document, front: Paper, observations: tuple[Observation, ...], gathered: _Gathered, lexicon: Lexicon
) -> DocumentFacts:
    attribution = attribute(surroundings(document, (front,), front.start), lexicon.names) if document.body else None
    publisher = attribution.authority if attribution and not attribution.doubt else None
    found = bool(observations or gathered.measures)
    return DocumentFacts(
        document_id=document.document_id,
        file_name=document.file_name,
        source=document.source,
        media_type=document.media_type,
        status="extracted" if found else "no_scores",
        reason=None if found else _why_nothing(document, gathered),
        title=document.title or next(iter(front.titles), None),
        publisher=publisher.code if publisher else None,
        published_on=front.date or document.listed_on or document.created_on,
        pages=document.pages,
    )


def _why_nothing(document: Document, gathered: _Gathered) -> str:
    unread = sum(notice.kind == "unreadable_page" for notice in document.notices)
    if unread:
        return f"{unread} of {document.pages} pages could not be read; no scores were found in the others"
    if gathered.verdicts:
        return f"none of its tables ({len(gathered.verdicts)}) is a score table of a known framework"
    return "it has no tables and states no scores"
