"""Workbooks and web pages: merged cells, hidden rows, columns and sheets, lost parts."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill

from tests.extractors.formats.office import part_of, rezipped, with_relation
from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, HEAT, ITEMS, scores

_YEARS = ("2021/22", "2022/23", "2023/24")

Build = Callable[[Any], None]


def _book(name: str, build: Build) -> Callable[[Path], Path]:
    def draw(folder: Path) -> Path:
        book: Any = openpyxl.Workbook()
        book.active.title = "Scores"
        build(book)
        path = folder / f"{name}.xlsx"
        book.save(str(path))
        return path

    return draw


def _put(sheet: Any, rows: Sequence[Sequence[str]], *, top: int = 4, left: int = 1) -> None:
    """A title line, the rows from `top` on with figures stored as figures, and a note under them."""
    sheet.cell(1, 1, "Prevent benchmark scores").font = Font(bold=True)
    sheet.cell(2, 1, BEFORE[0] + " " + BEFORE[1])
    for r, row in enumerate(rows, start=top):
        for c, text in enumerate(row, start=left):
            cell = sheet.cell(r, c, int(text) if text.isdecimal() else text or None)
            if text in HEAT:
                cell.fill = PatternFill("solid", fgColor=HEAT[text].lstrip("#").upper())
    sheet.cell(top + len(rows) + 1, left, "Note: " + AFTER[0])


def _plain(seed: int, rows: int = 6) -> dict[str, list[str]]:
    return dict(zip(ITEMS, scores(rows, 3, seed), strict=False))


def _rows_of(found: dict[str, list[str]]) -> list[list[str]]:
    return [["Benchmark", *_YEARS], *([label, *values] for label, values in found.items())]


def _merged() -> Case:
    values = scores(4, 4, 1)

    def build(book: Any) -> None:
        sheet = book.active
        head = [["Region", "Area", "Training", "", "Channel", ""], ["", "", "2022", "2023", "2022", "2023"]]
        body = [
            [region, area, *row] for region, area, row in zip(("North", "", "South", ""), AREAS, values, strict=False)
        ]
        _put(sheet, [*head, *body])
        for merged in ("A1:F1", "A4:A5", "B4:B5", "C4:D4", "E4:F4", "A6:A7", "A8:A9"):
            sheet.merge_cells(merged)

    paths = [("Training", "2022"), ("Training", "2023"), ("Channel", "2022"), ("Channel", "2023")]
    facts = facts_of(dict(zip(AREAS, values, strict=False)), paths)
    beside = tuple(
        Fact(row[0], name, paths[0]) for name, row in zip(("North", "North", "South", "South"), values, strict=True)
    )
    return Case(53, "sheet cells merged both ways", _book("merged", build), facts + beside, absent=FOREIGN)


def _hidden_rows() -> Case:
    """A row and a column hidden by hand, rows that a filter leaves out, rows of a closed outline."""
    found = _plain(2, 9)
    labels = list(found)
    gone = {labels[1], labels[4], labels[6], labels[7]}

    def build(book: Any) -> None:
        sheet = book.active
        _put(sheet, _rows_of(found))
        sheet.row_dimensions[6].hidden = True
        sheet.auto_filter.ref = "A4:D13"
        sheet.auto_filter.add_filter_column(1, ["1", "2"])
        sheet.row_dimensions[9].hidden = True
        sheet.row_dimensions.group(11, 12, hidden=True)
        sheet.column_dimensions["C"].hidden = True

    kept = {label: [row[0], row[2]] for label, row in found.items() if label not in gone}
    absent = ("2022/23", *gone, *FOREIGN)
    return Case(
        59, "hidden rows and columns", _book("rows", build), facts_of(kept, (_YEARS[0], _YEARS[2])), absent=absent
    )


def _hidden_sheets() -> Case:
    """A hidden and a very hidden sheet, a column that is nothing wide, figures that a format hides, white figures."""
    shown, old = _plain(0), _plain(3)

    def build(book: Any) -> None:
        _put(book.active, _rows_of(shown))
        for name, state in (("Last year", "hidden"), ("Workings", "veryHidden")):
            sheet = book.create_sheet(name)
            _put(sheet, _rows_of(old))
            sheet.sheet_state = state
        book.active.cell(5, 6, 77).number_format = ";;;"
        book.active.cell(5, 5, 88).font = Font(color="FFFFFFFF")

    facts = facts_of(shown, _YEARS) + facts_of(old, _YEARS)
    return Case(59, "hidden sheets and figures", _book("sheets", build), facts, absent=("77", "88", *FOREIGN))


def _dangling() -> Case:
    """Relations to a drawing, printer settings and another workbook that are not there."""
    found = _plain(1)
    draw = _book("lost", lambda book: _put(book.active, _rows_of(found)))

    def lost(folder: Path) -> Path:
        path = draw(folder)
        name = "xl/worksheets/_rels/sheet1.xml.rels"
        rels = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        for number, (kind, target) in enumerate(
            (("drawing", "../drawings/drawing9.xml"), ("printerSettings", "../printerSettings/1.bin"))
        ):
            rels = with_relation(rels, f"rId{number + 1}", kind, target)
        book = with_relation(part_of(path, "xl/_rels/workbook.xml.rels"), "rIdGone", "externalLink", "NULL")
        sheet = part_of(path, "xl/worksheets/sheet1.xml").replace(
            b"</worksheet>",
            b'<drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>'
            b"</worksheet>",
        )
        changes = {name: rels, "xl/_rels/workbook.xml.rels": book, "xl/worksheets/sheet1.xml": sheet}
        return rezipped(path, dict(changes))

    return Case(61, "sheet relations to missing parts", lost, facts_of(found, _YEARS), absent=FOREIGN)


def _page(name: str, body: str) -> Callable[[Path], Path]:
    style = "<style>.gone{display:none} td.r{background:#f8696b}</style>"

    def draw(folder: Path) -> Path:
        path = folder / f"{name}.html"
        words = "".join(f"<p>{text}</p>" for text in (*BEFORE, "{}", *AFTER))
        path.write_text(
            f"<!doctype html><html><head><title>Prevent</title>{style}</head><body><h1>Prevent Update</h1>"
            + words.replace("<p>{}</p>", body)
            + "</body></html>",
            encoding="utf-8",
        )
        return path

    return draw


def _web() -> Case:
    """A page laid out with tables, cells that reach to the end of their section, spans beyond any page."""
    found = _plain(0, 4)
    rows = list(found.items())
    first = "".join(
        f"<tr>{'<td rowspan=0>North</td>' if place == 0 else ''}<td>{label}</td>"
        + "".join(f"<td>{value}</td>" for value in values)
        + '<td style="display:none">99</td></tr>'
        for place, (label, values) in enumerate(rows)
    )
    head = "<tr><th>Region<th>Benchmark" + "".join(f"<th>{year}" for year in _YEARS)
    wide = '<tr><td colspan="99999999">All figures are for the financial year</td></tr>'
    grid = f"<table><thead>{head}</thead><tbody>{first}</tbody><tfoot>{wide}</tfoot></table>"
    gone = '<table class="gone"><tr><td>Training<td>98</table>'
    laid_out = (
        '<table width="100%" cellpadding="0"><tr><td width="20%"><ul><li>Home<li>Meetings</ul></td>'
        f"<td><h2>Scores</h2><details><summary>Show the table</summary>{grid}</details>{gone}</td></tr></table>"
    )
    facts = facts_of(found, _YEARS) + tuple(Fact(row[0], "North", (_YEARS[0],)) for row in found.values())
    absent = ("99", "98", "Home", "Meetings", *FOREIGN)
    return Case(54, "web page laid out with tables", _page("web", laid_out), facts, absent=absent)


CASES: tuple[Case, ...] = (_merged(), _hidden_rows(), _hidden_sheets(), _dangling(), _web())
