"""`comparison.xlsx`: the datasets for people who work in a spreadsheet, to the Analysis Function's guidance.

A cover, contents, notes, one sheet for each framework and year (authorities down, benchmarks across), then one
sheet for each dataset. One table a sheet, no merged cells, nothing told by colour alone.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import gptables
import pandas as pd

from warehouse.publication import wording
from warehouse.publication.heatmaps import Heatmap, heatmaps
from warehouse.publication.relations import Relation, Row
from warehouse.publication.texts import cell_text

HEADER_ROW = 6
"""Rows above each table, for title, subtitle, instructions, source and a blank line."""

LONGEST_TEXT = 32_767  # characters in one cell, a limit of the format
LONGEST_SHEET = 50_000
"""Rows of a dataset; the format ends at twenty times as many, and spreadsheet programs labour long before."""
LONGEST_LABEL = 31  # characters in the name of a sheet, a limit of the format
NARROWEST, WIDEST = 8, 60  # columns, in characters
NO_DATE = date(2000, 1, 1)
NO_VALUE = "[x]"
LETTER_OR_FIGURE = re.compile("[a-zA-Z0-9]")
LINK = re.compile(r"\[.+\]\(.+\)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a table with equally long rows under a header row."""

    label: str
    title: str
    subtitle: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


def write_workbook(relations: Mapping[str, Relation], folder: Path, version: str) -> Path:
    """Write the workbook; a dataset without rows, or with too many for a sheet, has none, and the cover says so.

    The file's own date is that of the newest paper, so that the same content gives the same file.
    """
    file = folder / "comparison.xlsx"
    sheets = list(_sheets(relations))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about empty cells, which every sheet explains, and gptables' use of pandas
        book = gptables.produce_workbook(
            str(file),
            {sheet.label: _table(sheet) for sheet in sheets},
            cover=_cover(relations, version),
            contentsheet_label="Contents" if sheets else None,
            notes_table=_notes(relations),
            auto_width={"Notes": False} | {sheet.label: False for sheet in sheets},
            workbook_options={"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
    book.get_worksheet_by_name("Notes").set_column(1, 1, WIDEST * 2)
    for sheet in sheets:
        _finish(book, sheet)
    book.set_properties({"title": wording.TITLE, "comments": f"Version {version}", "created": _date(relations)})
    book.close()
    return file


def _sheets(relations: Mapping[str, Relation]) -> Iterator[Sheet]:
    taken = {"cover", "contents", "notes"} | set(relations)
    for heatmap in heatmaps(relations):
        yield _heatmap_sheet(heatmap, taken)
    for relation in relations.values():
        if 0 < len(relation.rows) <= LONGEST_SHEET:
            rows = tuple(tuple(map(_cell, row)) for row in relation.rows)
            subtitle = f"{relation.comment} $$empty$$$$evidence$$"
            yield Sheet(relation.dataset.name, relation.dataset.title, subtitle, relation.names, rows)


def _heatmap_sheet(heatmap: Heatmap, taken: set[str]) -> Sheet:
    label = _label(f"{heatmap.framework} {heatmap.year}", taken)
    header = (
        "Authority",
        "Region",
        *(f"{benchmark.number}. {benchmark.name}" for benchmark in heatmap.benchmarks),
        "Weighted score",
        "Percentage met or exceeded",
    )
    rows = tuple(
        (
            line.authority,
            line.region or NO_VALUE,
            *([_shown(cell.score, cell.shown) for cell in line.cells] or [NO_VALUE] * len(heatmap.benchmarks)),
            _shown(line.weighted_score),
            _shown(line.percent),
        )
        for line in heatmap.lines
    )
    title = f"{heatmap.title}, {heatmap.year}: scores by authority and benchmark"
    subtitle = "What the scores mean stands on the sheet 'scale'. $$missing$$$$weights$$"
    return Sheet(label, title, subtitle, header, rows)


def _shown(score: float | None, text: str = "") -> float | str:
    """A number as a number; where a paper gives only a band, its name; where there is nothing, the shorthand."""
    return score if score is not None else text or NO_VALUE


def _label(wanted: str, taken: set[str]) -> str:
    base = re.sub(r"[\[\]:*?/\\']", "-", wanted)[:LONGEST_LABEL]
    label, number = base, 1
    while label.lower() in taken:
        number += 1
        label = f"{base[: LONGEST_LABEL - 4]} ({number})"
    taken.add(label.lower())
    return label


def _cell(value: Any) -> Any:
    if value is None or isinstance(value, (int, float)):
        return value
    text = cell_text(value)
    if not text:
        return None  # the format has no empty texts
    if len(text) > LONGEST_TEXT:
        return f"{text[: LONGEST_TEXT - 40]} [cut; whole in the CSV file]"
    return text


def _table(sheet: Sheet) -> gptables.GPTable:
    columns = {name: [_stand_in(row[i]) for row in sheet.rows] for i, name in enumerate(sheet.header)}
    return gptables.GPTable(
        pd.DataFrame(columns, dtype=object),
        table_name="t_" + re.sub(r"\W", "_", sheet.label),
        title=sheet.title,
        subtitles=[sheet.subtitle],
        instructions="This worksheet contains one table. Notes in square brackets are explained on the sheet 'Notes'.",
        source="Papers of the councils named, read by scorepack; see the sheets 'observations' and 'documents'.",
        index_columns={},
        table_row_index=HEADER_ROW,
    )


def _finish(book: gptables.GPWorkbook, sheet: Sheet) -> None:
    """Set the widths of the columns, and write as printed what gptables would not."""
    worksheet = book.get_worksheet_by_name(sheet.label)
    text_format = book.add_format({**book.theme.data_format, "align": "left"})
    for c, name in enumerate(sheet.header):
        longest = max((len(line) for row in sheet.rows for line in str(row[c] or "").splitlines()), default=0)
        widest_word = max(map(len, name.split()))
        worksheet.set_column(c, c, min(max(longest, widest_word + 2, NARROWEST), WIDEST) + 2)
        for r, row in enumerate(sheet.rows, start=HEADER_ROW + 1):
            if _is_refused(row[c]):
                worksheet.write_string(r, c, row[c], text_format)


def _stand_in(value: Any) -> Any:
    return "x" if _is_refused(value) else value


def _is_refused(value: Any) -> bool:
    """Whether gptables would make a link of a text, or not take it at all: '[a](b)', '-', a blank."""
    if not isinstance(value, str):
        return False
    return not LETTER_OR_FIGURE.search(value) or ("](" in value and LINK.search(value) is not None)


def _notes(relations: Mapping[str, Relation]) -> pd.DataFrame:
    """The notes by the names under which sheets refer to them; gptables numbers them in the order of use."""
    notes = {
        "missing": f"{NO_VALUE} stands where no score was accepted: the paper gives none, or it waits for a person. "
        "It is not a score of 0.",
        "weights": f"{_weights(relations)} {wording.ORDINAL}",
        "empty": "An empty cell in a sheet that lists a dataset means that the value is not known or does not apply.",
        "evidence": "Each row of the sheet 'observations' is one value as found in one paper, with page and place. "
        "The column observation_id leads there from the sheet 'scores'.",
    }
    return pd.DataFrame({"reference": list(notes), "Note text": list(notes.values())})


def _weights(relations: Mapping[str, Relation]) -> str:
    return wording.weights_told(row["weight_scheme"] for row in relations["weighted_scores"].records())


def _cover(relations: Mapping[str, Relation], version: str) -> gptables.Cover:
    empty = [relation.dataset.name for relation in relations.values() if not relation.rows]
    long = [relation.dataset.name for relation in relations.values() if len(relation.rows) > LONGEST_SHEET]
    about: list[str] = [
        f"Version {version}. What differs from the publication before is listed in changes.csv beside this workbook.",
        _weights(relations),
        wording.ORDINAL,
        wording.MISSING,
        wording.LICENCE_STATEMENT,
        wording.ATTRIBUTION,
        f"[Source of the names and codes of authorities]({wording.REGISTER_ADDRESS})",
        f"[Creative Commons Attribution 4.0 licence]({wording.REGISTER_LICENCE})",
    ]
    if empty:
        about.insert(1, f"Without rows, and so without a sheet: {', '.join(empty)}.")
    if long:
        about.insert(1, f"Too long for a sheet, and so in CSV and Parquet files alone: {', '.join(long)}.")
    return gptables.Cover(title=wording.TITLE, intro=[wording.DESCRIPTION], about=about)


def _date(relations: Mapping[str, Relation]) -> datetime:
    days = [record["published_on"] for record in relations["documents"].records() if record.get("published_on")]
    return datetime.combine(max(days, default=NO_DATE), datetime.min.time())
