"""What every reader hands over: a paper as it shows itself, before any benchmark knowledge.

These types are the door between `extractors` and `transforms`. Text stays as printed; whoever reads a
meaning into it does so behind this door.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Box: TypeAlias = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in points from the page's top left."""

Method: TypeAlias = Literal["table", "chart", "picture", "text"]
"""How a grid was seen: drawn or typed as a table, stored as a chart, read off a picture, stated in prose."""

BlockKind: TypeAlias = Literal["title", "heading", "paragraph", "list_item", "furniture", "note", "picture"]
"""What a piece of text is on its page.

`furniture` repeats on many pages (running heads, page numbers, footers); `note` is a speaker's or a foot note;
`picture` is an image whose inside has not been read, with its alternative text or name, if any, as text.
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid; `row` and `column` count from 0, spans count grid places (1 where nothing is merged).

    `fill` is the background as '#rrggbb', None where there is none. `confidence` is the reader's own, 1.0 for
    text that the file stores as text. `remark` tells what else was seen, such as 'struck through'.
    """

    row: int
    column: int
    text: str
    page: int | None = None
    bbox: Box | None = None
    row_span: int = 1
    column_span: int = 1
    fill: str | None = None
    confidence: float = 1.0
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One grid of cells, on one page or carried on over several (each cell knows its own page and box)."""

    cells: tuple[Cell, ...]
    method: Method = "table"
    page: int | None = None
    bbox: Box | None = None
    caption: str | None = None
    hidden: bool = False

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The printed texts, all rows equally long, the text of a merged cell repeated at every place it covers."""
        return tuple(tuple(cell.text if cell else "" for cell in row) for row in self.places)

    @property
    def places(self) -> tuple[tuple[Cell | None, ...], ...]:
        """The cell that covers each place of the grid, None where the grid has a hole."""
        height = max((cell.row + cell.row_span for cell in self.cells), default=0)
        width = max((cell.column + cell.column_span for cell in self.cells), default=0)
        grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    grid[row][column] = cell
        return tuple(map(tuple, grid))

    @classmethod
    def of_texts(
        cls,
        texts: Iterable[Iterable[str]],
        *,
        method: Method = "table",
        page: int | None = None,
        caption: str | None = None,
    ) -> "Table":
        """A grid without places on the page; short rows are filled up with empty cells."""
        listed = [list(row) for row in texts]
        width = max(map(len, listed), default=0)
        cells = tuple(
            Cell(row=r, column=c, text=text, page=page)
            for r, row in enumerate(listed)
            for c, text in enumerate(row + [""] * (width - len(row)))
        )
        return cls(cells=cells, method=method, page=page, caption=caption)


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text outside tables; `level` is the rank of a heading (1 the highest), 0 elsewhere."""

    kind: BlockKind
    text: str
    page: int | None = None
    bbox: Box | None = None
    level: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class LetterheadLine:
    """A labelled line at the head of a paper, such as 'Date: 8 September 2022'."""

    label: str
    value: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the paper shows and that was not turned into values.

    `kind` is a short code: 'figure_without_data', 'colour_only', 'unreadable_page', 'unknown_label',
    'repaired_file', 'converted_file', 'hidden_content', 'tracked_change', 'excluded_body'.
    """

    kind: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper as read. `document_id` is the SHA-256 of its bytes in hex; `body` is in reading order.

    `created_on` is the day in the file's own properties, `listed_on` the one under which its place of publication
    lists it.
    `doubt` says why nothing of the paper may be taken without a person's look, such as a file that was damaged.
    """

    document_id: str
    file_name: str
    source: str
    media_type: str
    body: tuple[Block | Table, ...]
    pages: int | None = None
    title: str | None = None
    letterhead: tuple[LetterheadLine, ...] = ()
    created_on: date | None = None
    listed_on: date | None = None
    notices: tuple[Notice, ...] = ()
    doubt: str | None = None

    @property
    def tables(self) -> tuple[Table, ...]:
        """The grids of the paper in reading order."""
        return tuple(part for part in self.body if isinstance(part, Table))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The texts outside the grids in reading order."""
        return tuple(part for part in self.body if isinstance(part, Block))
