"""A value of a score table with all that is known about it: whose, of when, and what speaks against it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Table
from transforms.attribution import Attribution, attribute
from transforms.bodies import unknown_body, unknown_owner
from transforms.context import Surroundings, is_of_scores
from transforms.dating import LAST_YEAR, Dating, date_of
from transforms.findings import Place
from transforms.inspections import another_time, assessment_date
from transforms.judgement import Candidate, of_another_time, settled
from transforms.lexicon import Lexicon
from transforms.nearby import other_owner, other_time
from transforms.periods import find_dates
from transforms.score_cells import ScoreCell
from transforms.score_tables import ScoreTable

_NEVER_ASSESSED = frozenset({"combined_authority", "strategic_regional_authority"})
_OF_COUNTY = re.compile(
    r"\b(?:(?:the|our|whole|across) county|county[- ]?(?:wide|level|council|scores?|results?)|upper[- ]tier)\b",
    re.IGNORECASE,
)


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
            *_body_doubts(attribution, around),
            *_time_doubts(attribution, dating, around, lexicon),
            *filter(None, (other_owner(attribution, around, lexicon.names), other_time(dating, around))),
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


def _body_doubts(attribution: Attribution, around: Surroundings) -> Iterator[str]:
    """Why the body named is not the one that was assessed: a combined authority, or a district below its county."""
    authority = attribution.authority
    if authority is None:
        return
    if authority.kind in _NEVER_ASSESSED:
        yield f"{authority.name} is made up of authorities that are assessed each on its own"
    if authority.county_code and attribution.place not in {"the table", "the caption"}:
        near = (*around.captions, *around.headings[:1], *around.lead_in)
        if match := next((match for text in near if (match := _OF_COUNTY.search(text))), None):
            yield f"the text above says '{match.group()}', and {authority.name} is a district"


def _time_doubts(attribution: Attribution, dating: Dating, around: Surroundings, lexicon: Lexicon) -> Iterator[str]:
    if passed_on := of_another_time(attribution, dating, lexicon.names):
        yield passed_on
    period = dating.period
    own = around.dated
    # An assessment that runs over the new year dates its paper itself: its first day is no day of writing.
    if period and own and own not in find_dates(period.text) and period.year > own.year + ("/" in period.name):
        yield f"the period {period.year} lies after the paper of {own.isoformat()}"


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
    elif found.owner.age in {"previous", LAST_YEAR}:
        doubt = "the column is of a previous assessment"
    if doubt is None:
        return dating
    return replace(dating, period=None, basis=None, doubt=dating.doubt or doubt)


def _cell_doubts(found: ScoreCell) -> Iterator[str]:
    if not found.label_exact:
        yield f"the label '{found.label}' is only close to '{found.benchmark.name}'"
    if found.cell.remark:
        yield f"the cell is marked: {found.cell.remark}"
