"""A value of a score table with all that is known about it: whose, of when, and what speaks against it."""

from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Table
from transforms.attribution import Attribution, attribute
from transforms.bodies import unknown_body, unknown_owner
from transforms.context import Surroundings, is_of_scores
from transforms.dating import Dating, date_of
from transforms.findings import Place
from transforms.inspections import another_time, assessment_date
from transforms.judgement import Candidate, of_another_time, settled
from transforms.lexicon import Lexicon
from transforms.score_cells import ScoreCell
from transforms.score_tables import ScoreTable


def candidate_of(
    found: ScoreCell,
    understood: ScoreTable,
    doubt: str | None,
    table: Table,
    number: int,
    around: Surroundings,
    lexicon: Lexicon,
) -> Candidate:
    """The value before judgement; `doubt` is what speaks against the whole table, `number` the table's own."""
    dating = _dating(found, understood, around)
    attribution = _owner(found, dating, around, lexicon)
    printed = found.cell.text.strip()
    return Candidate(
        framework=understood.framework,
        benchmark=found.benchmark,
        label=found.label,
        reading=found.reading,
        score_text=printed,
        attribution=attribution,
        dating=dating,
        place=_place(found, table, number),
        confidence=found.cell.confidence * found.reading.confidence,
        doubts=(
            *found.owner.doubts,
            *((doubt,) if doubt else ()),
            *_cell_doubts(found),
            *_time_doubts(attribution, dating, around, lexicon),
            *(("the table stands on a hidden slide or sheet",) if table.hidden else ()),
        ),
        evidence=tuple(_evidence(found)),
    )


def _evidence(found: ScoreCell) -> Iterator[str]:
    printed = found.cell.text.strip()
    yield f"label '{found.label}'"
    yield f"printed '{printed}'"
    if found.whole:
        yield f"part of '{found.whole}'"
    if found.reading.colour:
        yield f"colour {found.reading.colour}"


def _owner(found: ScoreCell, dating: Dating, around: Surroundings, lexicon: Lexicon) -> Attribution:
    """Whose the value is: as the table says, else as stands around it."""
    owner, year = found.owner, dating.period.year if dating.period else None
    if owner.authority_text and not owner.authorities:
        return Attribution(None, owner.authority_text, "the table", 0.5)
    if owner.authorities:
        return settled(owner.authorities, owner.authority_text, around.dated, year)
    return _attributed(around, lexicon)


def _place(found: ScoreCell, table: Table, number: int) -> Place:
    cell = found.cell
    page = cell.page if cell.page is not None else table.page
    return Place(table.method, page, cell.bbox, number, cell.row + 1, cell.column + 1)


def _time_doubts(attribution: Attribution, dating: Dating, around: Surroundings, lexicon: Lexicon) -> Iterator[str]:
    if passed_on := of_another_time(attribution, dating, lexicon.names):
        yield passed_on
    period = dating.period
    if period and around.dated and period.year > around.dated.year + ("/" in period.name):
        yield f"the period {period.year} lies after the paper of {around.dated.isoformat()}"


def _attributed(around: Surroundings, lexicon: Lexicon) -> Attribution:
    """The authority that stands around a table, doubted where a body stands closer that nobody knows."""
    attribution = attribute(around, lexicon.names)
    close = [*around.captions, *around.headings[:1]]
    scoring = [text for text in around.lead_in if is_of_scores(text)]
    named = any(lexicon.names.mentioned(text) for text in close)
    body = unknown_body(close, lexicon.names) or (None if named else unknown_owner(scoring, lexicon.names))
    if body is None:
        return attribution
    return replace(attribution, doubt=attribution.doubt or f"'{body}' is named above the table and is in no register")


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
