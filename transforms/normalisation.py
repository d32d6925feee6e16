"""Document -> Findings: the product's story on one screen.

Each paper of the document is read in order. Every grid is asked whether it is a score table; its values take their
authority and period from the table itself or from what stands around it; sentences are read for scores they state;
then every value is accepted, held or rejected with its reason.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from extractors.document import Document, Notice, Table
from transforms.attribution import Attribution, attribute
from transforms.context import Surroundings, surroundings
from transforms.dating import Dating, date_of
from transforms.figures import notices_of
from transforms.findings import DocumentFacts, Findings, Observation, Place, Recommendation, StatedMeasure, TableVerdict
from transforms.inspections import another_time, assessment_date
from transforms.judgement import Candidate, judge, of_another_time, settled
from transforms.labels import Labels
from transforms.lexicon import Lexicon
from transforms.listed import with_listed_scores
from transforms.measures import read_measures
from transforms.papers import Paper, papers_of
from transforms.prose import stated_in_prose
from transforms.purpose import of_many, off_topic, other_purpose
from transforms.recommendations import recommendations_of
from transforms.records import with_joined_records
from transforms.score_tables import NoScoreTable, ScoreCell, ScoreTable, too_few, understand

# A table of so many of a framework's items is about it, whatever it is called; another duty shares only some of them.
_NEARLY_ALL = 0.8


@dataclass(slots=True)
class _Gathered:
    """What has been found so far in one document."""

    candidates: list[Candidate] = field(default_factory=list)
    measures: list[StatedMeasure] = field(default_factory=list)
    recommendations: list[Recommendation] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    verdicts: list[TableVerdict] = field(default_factory=list)
    read_tables: set[int] = field(default_factory=set)


def normalise(document: Document, lexicon: Lexicon) -> Findings:
    """Everything that one document says about benchmarks, judged. Never raises for what a paper contains."""
    printed = document.tables
    document = with_listed_scores(with_joined_records(document), lexicon)
    papers = papers_of(document)
    gathered = _Gathered(notices=list(document.notices))
    # Lists and records that are read as tables are numbered after the tables that the paper prints. By identity:
    # a table that a paper gives twice is equal to itself and still two tables.
    places = dict.fromkeys(id(table) for table in (*printed, *document.tables))
    numbers = {place: number for number, place in enumerate(places, 1)}
    for paper in papers:
        about = lexicon.about(paper.text)
        understood = _understood(document, paper, about, lexicon)
        for at in range(paper.start, paper.end):
            part = document.body[at]
            if isinstance(part, Table):
                _read_table(part, at, numbers[id(part)], document, papers, about, understood, lexicon, gathered)
        if about:
            candidates, notices = stated_in_prose(document, paper, papers, about, lexicon)
            gathered.candidates.extend(candidates)
            gathered.notices.extend(notices)
            _read_rest(document, paper, papers, about, lexicon, gathered)
    observations = judge(gathered.candidates, document.document_id)
    return Findings(
        document=_facts(document, papers[0], observations, gathered, lexicon),
        observations=observations,
        measures=tuple(gathered.measures),
        recommendations=tuple(gathered.recommendations),
        notices=tuple(dict.fromkeys(gathered.notices)),
        verdicts=tuple(gathered.verdicts),
    )


def _understood(
    document: Document, paper: Paper, about: Sequence[Labels], lexicon: Lexicon
) -> dict[int, ScoreTable | NoScoreTable]:
    """What each grid of a paper is, by its place in the body."""
    return {
        at: understand(part, about, lexicon.names) if about else NoScoreTable("the paper speaks of no known framework")
        for at in range(paper.start, paper.end)
        if isinstance(part := document.body[at], Table)
    }


def _read_table(
    table: Table,
    at: int,
    number: int,
    document: Document,
    papers: Sequence[Paper],
    about: Sequence[Labels],
    all_understood: dict[int, ScoreTable | NoScoreTable],
    lexicon: Lexicon,
    gathered: _Gathered,
) -> None:
    """One grid: a score table, a table of measures, or another, with the verdict kept for `explain`."""
    understood = all_understood[at]
    if isinstance(understood, ScoreTable):
        same = [
            other
            for other in all_understood.values()
            if isinstance(other, ScoreTable) and other.framework is understood.framework
        ]
        around = surroundings(document, papers, at, (*((table.caption,) if table.caption else ()), *understood.titles))
        doubt = too_few(same) or _not_scores(table, understood, around, lexicon)
        gathered.candidates.extend(
            _candidate(cell, understood, doubt, table, number, around, lexicon) for cell in understood.cells
        )
        gathered.notices.extend(Notice(oddity.kind, oddity.text, table.page) for oddity in understood.oddities)
        gathered.read_tables.add(at)
        orientation = "benchmarks across" if understood.turned else "benchmarks down"
        reason = (
            doubt
            or f"{len(understood.cells)} values beside {len({c.benchmark.id for c in understood.cells})} benchmarks"
        )
        gathered.verdicts.append(
            TableVerdict(number, table.page, table.method, "scores", reason, understood.framework.id, orientation)
        )
        return
    around = surroundings(document, papers, at, (table.caption,) if table.caption else ())
    frameworks = [labels.framework for labels in about]
    measured = read_measures(table, number, frameworks, lexicon.names, around, document.document_id)
    gathered.notices.extend(Notice(oddity.kind, oddity.text, table.page) for oddity in understood.oddities)
    if measured is not None:
        gathered.measures.extend(measured.measures)
        gathered.read_tables.add(at)
        reason = f"{len(measured.measures)} stated measures"
        gathered.verdicts.append(TableVerdict(number, table.page, table.method, "measures", reason))
        return
    gathered.verdicts.append(TableVerdict(number, table.page, table.method, "other", understood.reason))


def _not_scores(table: Table, understood: ScoreTable, around: Surroundings, lexicon: Lexicon) -> str | None:
    """Why the words in and around a table of figures beside benchmarks make it doubtful that they are its scores."""
    texts = (*around.captions, *around.headings[:1], *around.lead_in, *(cell.text for cell in table.cells))
    told = (around.captions, around.headings, around.lead_in)
    named = any(cell.owner.authorities for cell in understood.cells)
    shown = len({cell.benchmark.id for cell in understood.cells})
    complete = shown >= _NEARLY_ALL * len(understood.framework.benchmarks)
    return (
        (None if complete else off_topic(texts, understood.framework))
        or other_purpose(*told, understood.framework)
        or (None if named else of_many(*told, lexicon.names.region_in))
    )


def _candidate(
    found: ScoreCell,
    understood: ScoreTable,
    doubt: str | None,
    table: Table,
    number: int,
    around: Surroundings,
    lexicon: Lexicon,
) -> Candidate:
    owner, cell = found.owner, found.cell
    dating = _dating(found, understood, around)
    year = dating.period.year if dating.period else None
    if owner.authority_text and not owner.authorities:
        attribution = Attribution(None, owner.authority_text, "the table", 0.5)
    elif owner.authorities:
        attribution = settled(owner.authorities, owner.authority_text, around.dated, year)
    else:
        attribution = attribute(around, lexicon.names)
    doubts = [*owner.doubts, *((doubt,) if doubt else ()), *_cell_doubts(found)]
    if passed_on := of_another_time(attribution, dating, lexicon.names):
        doubts.append(passed_on)
    if table.hidden:
        doubts.append("the table stands on a hidden slide or sheet")
    if year and around.dated and dating.period and year > around.dated.year + ("/" in dating.period.name):
        doubts.append(f"the period {year} lies after the paper of {around.dated.isoformat()}")
    return Candidate(
        framework=understood.framework,
        benchmark=found.benchmark,
        label=found.label,
        reading=found.reading,
        score_text=cell.text.strip(),
        attribution=attribution,
        dating=dating,
        place=Place(
            table.method,
            cell.page if cell.page is not None else table.page,
            cell.bbox,
            number,
            cell.row + 1,
            cell.column + 1,
        ),
        confidence=cell.confidence,
        doubts=tuple(doubts),
        evidence=(f"label '{found.label}'", f"printed '{cell.text.strip()}'"),
    )


def _dating(found: ScoreCell, understood: ScoreTable, around: Surroundings) -> Dating:
    if understood.framework.dated:
        return _assessed(found, understood, around)
    if found.owner.period is not None:
        return Dating(found.owner.period, "stated", "the table", 1.0)
    return date_of(around, age=found.owner.age)


def _assessed(found: ScoreCell, understood: ScoreTable, around: Surroundings) -> Dating:
    """The date of the paper's one assessment, held where the table is of several authorities or another year."""
    dating = assessment_date(understood.framework, around)
    bodies = {cell.owner.authority_text for cell in understood.cells}
    year = found.owner.period.year if found.owner.period else None
    doubt = another_time((*around.captions, *around.headings[:1], *around.lead_in[:1]))
    if len(bodies) > 1:
        doubt = "the table names several authorities, the paper one date of assessment"
    elif dating.period and year not in (None, dating.period.year):
        doubt = f"the table says {year}, the assessment is of {dating.period.name}"
    elif found.owner.age == "previous":
        doubt = "the column is of a previous assessment"
    return replace(dating, doubt=dating.doubt or doubt)


def _cell_doubts(found: ScoreCell) -> Iterator[str]:
    if not found.label_exact:
        yield f"the label '{found.label}' is only close to '{found.benchmark.name}'"
    if found.cell.remark:
        yield f"the cell is marked: {found.cell.remark}"


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
        published_on=front.date or document.created_on,
        pages=document.pages,
    )


def _why_nothing(document: Document, gathered: _Gathered) -> str:
    unread = sum(notice.kind == "unreadable_page" for notice in document.notices)
    if unread:
        return f"{unread} of {document.pages} pages could not be read; no scores were found in the others"
    if gathered.verdicts:
        return f"none of its tables ({len(gathered.verdicts)}) is a score table of a known framework"
    return "it has no tables and states no scores"
