"""A grid written as text becomes a `Table`, a paper written as text becomes a `Document`.

    # Title of a slide or paper          ## Heading             ### Heading below it
    @ Date: 8 September 2022             a letterhead line
    A line of its own                    a paragraph, here as long as the line
    - an item of a list                  ~ a running head or page number
    ! name of a picture                  > caption of the grid below
    ? a foot note
    | rows | of a grid |                 ---  the next page begins

In a grid `<` continues the cell on its left and `^` the cell above: merged cells. `4 {#00b050}` fills a cell, and so
does `4 {green}` with a colour of `FILLS`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from extractors.document import Block, BlockKind, Cell, Document, LetterheadLine, Method, Table
from tests.support.contents import BENCHMARKS

_MARKS: dict[str, tuple[BlockKind, int]] = {
    "#": ("title", 1),
    "##": ("heading", 1),
    "###": ("heading", 2),
    "-": ("list_item", 0),
    "~": ("furniture", 0),
    "!": ("picture", 0),
    "?": ("note", 0),
}
FILLS = {
    "red": "#ff0000",
    "amber": "#ffc000",
    "yellow": "#ffff00",
    "green": "#00b050",
    "pale green": "#c6efce",
    "blue": "#0070c0",
    "grey": "#d9d9d9",
    "white": "#ffffff",
}
"""Colours of cells by the names that grids are drawn with."""
_FILLED = re.compile(r"\s*\{(?P<fill>[^}]+)\}$")


def table(
    text: str, *, method: Method = "table", page: int | None = None, caption: str | None = None, confidence: float = 1.0
) -> Table:
    """The grid that rows of text between pipes draw."""
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.strip().splitlines()]
    width = max(map(len, rows))
    drawn = [row + [""] * (width - len(row)) for row in rows]
    cells = tuple(
        Cell(
            r,
            c,
            _FILLED.sub("", text),
            page=page,
            fill=_fill(text),
            row_span=_span(drawn, r, c, down=True),
            column_span=_span(drawn, r, c, down=False),
            confidence=confidence,
        )
        for r, row in enumerate(drawn)
        for c, text in enumerate(row)
        if text not in {"<", "^"}
    )
    return Table(cells, method=method, page=page, caption=caption)


def document(text: str, *, paged: bool = True, made_on: date | None = None, method: Method = "table") -> Document:
    """The paper that `text` draws; its title is its first one. Without `paged` nothing knows its page."""
    drawn = _Drawn(method, 1 if paged else None)
    for line in [*text.splitlines(), ""]:
        drawn.take(line.strip())
    return Document(
        document_id="0" * 64,
        file_name="paper.pdf",
        source="papers/paper.pdf",
        media_type="application/pdf",
        body=tuple(drawn.body),
        pages=drawn.page,
        title=next((block.text for block in drawn.body if isinstance(block, Block) and block.kind == "title"), None),
        letterhead=tuple(drawn.letterhead),
        created_on=made_on,
    )


def down(*columns: str, corner: str = "Benchmark", labels: Sequence[str] = BENCHMARKS) -> str:
    """Rows of text with a benchmark in each; a column is its head and values: 'Score: 4 5 5 4 5 4 3 3 2 2'."""
    heads, values = _series(columns)
    rows = [[corner, *heads], *([label, *row] for label, row in zip(labels, zip(*values, strict=True), strict=True))]
    return _piped(rows)


def across(*rows: str, corner: str = "", labels: Sequence[str] = BENCHMARKS) -> str:
    """Rows of text with the benchmarks along the top; a row is its stub and values: '2022: 4 5 5 4 5 4 3 3 2 2'."""
    stubs, values = _series(rows)
    return _piped([[corner, *labels], *([stub, *row] for stub, row in zip(stubs, values, strict=True))])


def _series(written: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    pairs = [text.rpartition(":") for text in written]
    return [head.strip() for head, _, _ in pairs], [values.split() for _, _, values in pairs]


def _piped(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def hidden(document: Document) -> Document:
    """The same paper with every grid on a hidden slide or sheet."""
    return replace(
        document, body=tuple(replace(part, hidden=True) if isinstance(part, Table) else part for part in document.body)
    )


def remarked(document: Document, text: str, remark: str) -> Document:
    """The same paper with a remark on every cell of that text, such as 'struck through'."""
    return replace(document, body=tuple(_remarked(part, text, remark) for part in document.body))


@dataclass(slots=True)
class _Drawn:
    method: Method
    page: int | None
    body: list[Block | Table] = field(default_factory=list)
    letterhead: list[LetterheadLine] = field(default_factory=list)
    rows: list[str] = field(default_factory=list)
    caption: str | None = None

    def take(self, line: str) -> None:
        if line.startswith("|"):
            self.rows.append(line)
            return
        self._finish_grid()
        mark, _, rest = line.partition(" ")
        if line == "---":
            self.page = self.page + 1 if self.page is not None else None
        elif mark == ">":
            self.caption = rest
        elif mark == "@":
            label, _, value = rest.partition(":")
            self.letterhead.append(LetterheadLine(label.strip(), value.strip(), self.page))
            self.body.append(Block("paragraph", rest, self.page))
        elif line:
            kind, level = _MARKS.get(mark, ("paragraph", 0))
            self.body.append(Block(kind, rest if mark in _MARKS else line, self.page, level=level))

    def _finish_grid(self) -> None:
        if self.rows:
            self.body.append(table("\n".join(self.rows), method=self.method, page=self.page, caption=self.caption))
            self.rows, self.caption = [], None


def _fill(text: str) -> str | None:
    match = _FILLED.search(text)
    return FILLS.get(match["fill"], match["fill"]) if match else None


def _span(drawn: list[list[str]], row: int, column: int, *, down: bool) -> int:
    return 1 + sum(1 for _ in _continued(drawn, row, column, down=down))


def _continued(drawn: list[list[str]], row: int, column: int, *, down: bool) -> Iterator[str]:
    beyond = [line[column] for line in drawn[row + 1 :]] if down else drawn[row][column + 1 :]
    for text in beyond:
        if text != ("^" if down else "<"):
            return
        yield text


def _remarked(part: Block | Table, text: str, remark: str) -> Block | Table:
    if isinstance(part, Block):
        return part
    return replace(
        part, cells=tuple(replace(cell, remark=remark) if cell.text == text else cell for cell in part.cells)
    )
