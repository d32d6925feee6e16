"""OpenDocument papers, and papers of old versions that LibreOffice turns into new ones."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.conftest import find_program
from tests.hard_cases.facts import Case, Fact, facts_of
from tests.hard_cases.said import AFTER, AREAS, BEFORE, FOREIGN, HEAT, ITEMS, scores
from tests.support.open_documents import COVERED, frame, h, open_document, p, page, sheet, table, td, text_box

_YEARS = ("2021/22", "2022/23", "2023/24")
_FILLS = "".join(
    f'<style:style style:name="s{score}" style:family="table-cell"><style:table-cell-properties '
    f'fo:background-color="{colour}"/></style:style>'
    for score, colour in HEAT.items()
)
_LOOKS = (
    '<style:style style:name="struck" style:family="text"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="super" style:family="text"><style:text-properties style:text-position="super 58%"/>'
    "</style:style>"
)


def _plain(seed: int, rows: int = 5) -> dict[str, list[str]]:
    return dict(zip(ITEMS, scores(rows, 3, seed), strict=False))


def _coloured(values: list[str]) -> list[str]:
    return [td(value, style=f"s{value}") for value in values]


def _span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def _around(content: str) -> str:
    return h("Prevent Update") + "".join(map(p, BEFORE)) + content + "".join(map(p, AFTER))


def _written(name: str, content: bytes) -> Callable[[Path], Path]:
    def draw(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return draw


def _text() -> Case:
    """Merged heads and regions, a struck and a raised figure, a tracked change, a table in a text box."""
    values = scores(4, 3, 2)
    boxed = _plain(4, 4)
    changes = (
        '<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info/>'
        "<text:p>7</text:p></text:deletion></text:changed-region>"
        '<text:changed-region text:id="ct2"><text:insertion><office:change-info/>'
        "</text:insertion></text:changed-region></text:tracked-changes>"
    )
    change = '<text:change text:change-id="ct1"/><text:change-start text:change-id="ct2"/>'
    now = td(p(f'{change}{values[1][0]}<text:change-end text:change-id="ct2"/>'))
    struck = td(p(_span("struck", "8") + values[2][1] + _span("super", "1")))
    rows = [
        [td("Region", down=2), td("Area", down=2), td("Score", across=3), COVERED, COVERED],
        [COVERED, COVERED, *_YEARS],
        [td("North", down=2), AREAS[0], *_coloured(values[0])],
        [COVERED, AREAS[1], now, *_coloured(values[1][1:])],
        [td("South", down=2), AREAS[2], td(values[2][0]), struck, td(values[2][2])],
        [COVERED, AREAS[3], *_coloured(values[3])],
        [td("One area made no return.", across=5), *[COVERED] * 4],
    ]
    grid = table([["Benchmark", *_YEARS], *([label, *each] for label, each in boxed.items())], columns=4, name="T2")
    box = p(frame(f"<draw:text-box>{grid}{p('')}</draw:text-box>", (2, 2, 12, 6)))
    body = changes + _around(table(rows, columns=5, header_rows=2) + box)
    raised = [
        [*values[2][:1], f"{values[2][1]}¹", *values[2][2:]] if place == 2 else row for place, row in enumerate(values)
    ]
    paths = [("Score", year) for year in _YEARS]
    facts = facts_of(dict(zip(AREAS, raised, strict=False)), paths) + facts_of(boxed, _YEARS)
    regions = tuple(
        Fact(row[0], name, paths[0]) for name, row in zip(("North", "North", "South", "South"), values, strict=True)
    )
    content = open_document("text", body, automatic=_FILLS + _LOOKS)
    return Case(62, "ODT", _written("paper.odt", content), facts + regions, absent=("7", "8", "78", *FOREIGN))


def _slides() -> Case:
    """A table in a frame, one in a group, one on a hidden slide."""
    first, second, old = _plain(0), _plain(3), _plain(1)
    hidden = (
        '<style:style style:name="dp9" style:family="drawing-page"><style:drawing-page-properties '
        'presentation:visibility="hidden"/></style:style>'
    )

    def slide(number: int, found: dict[str, list[str]], *, grouped: bool = False, style: str = "dp1") -> str:
        rows = [["Benchmark", *_YEARS], *([label, *_coloured(values)] for label, values in found.items())]
        grid = frame(table(rows, columns=4), (1.0, 4.0, 23.0, 7.0))
        grid = f"<draw:g>{grid}</draw:g>" if grouped else grid
        title = text_box(f"Scores, part {number}", (0.8, 0.5, 23.9, 2.0), role="title")
        words = text_box(BEFORE[0], (0.8, 12.0, 20.0, 1.0))
        return page(number, title + grid + words, style=style, notes=AFTER[0])

    body = slide(1, first) + slide(2, old, style="dp9") + slide(3, second, grouped=True)
    facts = facts_of(first, _YEARS, page=1) + facts_of(old, _YEARS, page=2) + facts_of(second, _YEARS, page=3)
    content = open_document("presentation", body, automatic=_FILLS + hidden)
    return Case(62, "ODP", _written("deck.odp", content), facts, absent=FOREIGN)


def _sheets() -> Case:
    """Figures repeated by the file, a hidden row, a table beside a table."""
    found = _plain(2, 6)
    labels = list(found)
    rows: list[list[str] | str] = [
        ["Prevent benchmark scores"],
        [""],
        ["Benchmark", *_YEARS, "", "Area", "Mean", "Lead"],
    ]
    for place, (label, values) in enumerate(found.items()):
        beside = ["", AREAS[place], "3", "A"] if place < 3 else []
        rows.append([label, *values, *beside])
    same = (
        '<table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="3">'
        "<text:p>3</text:p></table:table-cell>"
    )
    rows.append(["Communications", same])
    body = sheet("Scores", rows)
    gone = f'<table:table-row table:style-name="ro1"><table:table-cell office:value-type="string"><text:p>{labels[4]}<'
    hidden = gone.replace('"ro1">', '"ro1" table:visibility="collapse">')
    marked = body.replace(gone.replace("<text:p>", '<text:p text:style-name="">'), hidden)
    assert marked != body
    kept = {label: values for label, values in found.items() if label != labels[4]}
    facts = facts_of(kept, _YEARS) + facts_of({"Communications": ["3", "3", "3"]}, _YEARS)
    facts += facts_of({area: ["3", "A"] for area in AREAS[:3]}, ("Mean", "Lead"))
    content = open_document("spreadsheet", marked)
    return Case(62, "ODS", _written("book.ods", content), facts, absent=(labels[4], *FOREIGN))


def _rich_text() -> Case:
    r"""A table as Word writes it in RTF: \cell and \row, colours by their numbers."""
    found = _plain(1, 6)

    def row(cells: list[str]) -> str:
        edges = "".join(rf"\clbrdrt\brdrs\cellx{2400 * (place + 1)}" for place in range(len(cells)))
        return rf"\trowd\trgaph108{edges}\pard\intbl " + r"\cell ".join(cells) + "\\cell\\row\n"

    lines = "".join(rf"\pard {text}\par" + "\n" for text in BEFORE)
    grid = "".join(
        row(cells) for cells in [["Benchmark", *_YEARS], *([label, *values] for label, values in found.items())]
    )
    paper = r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0\fs22 " + "\n" + lines + grid + r"\pard " + AFTER[0] + r"\par}"
    return Case(
        62, "RTF", _written("paper.rtf", paper.encode()), facts_of(found, _YEARS), absent=FOREIGN, needs=("soffice",)
    )


def _saved_as(suffix: str, case: Case) -> Case:
    """The case's paper as LibreOffice saves it in an old form."""

    def draw(folder: Path) -> Path:
        new = case.draw(folder)
        program = find_program("soffice")
        command = [
            str(program),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            suffix,
        ]
        subprocess.run([*command, "--outdir", str(folder), str(new)], check=True, capture_output=True, timeout=120)
        return new.with_suffix(f".{suffix}")

    return Case(62, suffix.upper(), draw, case.facts, absent=case.absent, needs=("soffice",))


CASES: tuple[Case, ...] = (
    _text(),
    _slides(),
    _sheets(),
    _rich_text(),
    _saved_as("doc", _text()),
    _saved_as("ppt", _slides()),
    _saved_as("xls", _sheets()),
)
