"""One HTML table -> cells with spans and fills."""

from collections.abc import Iterator
from typing import Any

from extractors.document import Cell
from extractors.formats.placement import compacted
from extractors.formats.web_styles import WebStyles
from extractors.wording import lines_of, one_line, raised

_ROW_HOLDERS = ("thead", "tbody", "tfoot")
_STRUCK = ("s", "strike", "del")
_BREAKING = ("p", "div", "li", "br", "tr")
_UNSEEN = ("script", "style", "template", "noscript", "table")
_WIDEST = 1000
_MOST_COVERED = 20_000
_ROWS_OF_ROLES = ("row",)
_CELLS_OF_ROLES = ("cell", "gridcell", "columnheader", "rowheader")


def cells_of(table: Any, styles: WebStyles) -> tuple[tuple[Cell, ...], tuple[Any, ...]]:
    """The cells of a table and the element each comes from; hidden rows and cells are left out."""
    cells: list[Cell] = []
    holders: list[Any] = []
    taken: set[tuple[int, int]] = set()
    rows = list(_rows(table, styles))
    for r, (row, rows_left) in enumerate(rows):
        c = 0
        for node in row:
            if node.tag not in ("td", "th") or styles.is_hidden(node):
                continue
            while (r, c) in taken:
                c += 1
            height = min(_span(node, "rowspan") or rows_left, rows_left)
            width = max(_span(node, "colspan"), 1)
            # Spans beyond any page are slips of the hand, or traps.
            height = height if height * width <= _MOST_COVERED else 1
            taken |= {(r + down, c + across) for down in range(height) for across in range(width)}
            cells.append(_cell(node, r, c, height, width, styles))
            holders.append(node)
            c += width
    return compacted(cells), tuple(holders)


def cells_of_roles(grid: Any, styles: WebStyles) -> tuple[Cell, ...]:
    """The cells of a table that is made of other elements which only say what part they play (role='row' ...)."""
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    rows = [row for row in grid.iterdescendants() if _plays(row, _ROWS_OF_ROLES) and not styles.is_hidden(row)]
    for r, row in enumerate(rows):
        c = 0
        for node in row.iterdescendants():
            if not _plays(node, _CELLS_OF_ROLES) or styles.is_hidden(node):
                continue
            while (r, c) in taken:
                c += 1
            height = min(max(_span(node, "aria-rowspan"), 1), len(rows) - r)
            width = max(_span(node, "aria-colspan"), 1)
            height = height if height * width <= _MOST_COVERED else 1
            taken |= {(r + down, c + across) for down in range(height) for across in range(width)}
            cells.append(_cell(node, r, c, height, width, styles))
            c += width
    return compacted(cells)


def text_of(node: Any, styles: WebStyles, *, keep_spaces: bool = False) -> str:
    """What a reader sees of an element: no hidden, no struck text, a line for each paragraph or line break."""
    if node is None:
        return ""
    text = "".join(_texts(node, styles))
    return text if keep_spaces else lines_of(text)


def _struck_in(node: Any) -> str:
    """The struck-through text of an element, '' where there is none."""
    return one_line(" ".join("".join(struck.itertext()) for struck in node.iter(*_STRUCK)))


def _plays(node: Any, roles: tuple[str, ...]) -> bool:
    return isinstance(node.tag, str) and node.get("role", "") in roles


def _rows(table: Any, styles: WebStyles) -> Iterator[tuple[Any, int]]:
    """The rows that are shown, each with the number of rows left in its section, itself counted."""
    sections: list[list[Any]] = [[]]
    for node in table:
        if node.tag == "tr":
            sections[-1].append(node)
        elif node.tag in _ROW_HOLDERS and not styles.is_hidden(node):
            sections += [[row for row in node if row.tag == "tr"], []]
    for section in sections:
        shown = [row for row in section if not styles.is_hidden(row)]
        yield from ((row, len(shown) - place) for place, row in enumerate(shown))


def _span(node: Any, name: str) -> int:
    text = (node.get(name) or "1").strip()
    return min(int(text), _WIDEST) if text.isdecimal() else 1


def _cell(node: Any, row: int, column: int, height: int, width: int, styles: WebStyles) -> Cell:
    struck = _struck_in(node)
    return Cell(
        row=row,
        column=column,
        text=text_of(node, styles),
        row_span=height,
        column_span=width,
        fill=styles.fill_of(node),
        remark=f"struck through: {struck}" if struck else None,
    )


def _texts(node: Any, styles: WebStyles) -> Iterator[str]:
    yield _flat(node.text)
    for child in node:
        if isinstance(child.tag, str) and child.tag not in (*_UNSEEN, *_STRUCK) and not styles.is_hidden(child):
            inner = "".join(_texts(child, styles))
            mark = "\n" if child.tag in _BREAKING else ""
            yield mark + (raised(inner) if child.tag == "sup" else inner) + mark
        yield _flat(child.tail)


def _flat(text: str | None) -> str:
    return " ".join((text or "").replace("\n", " ").split(" "))
