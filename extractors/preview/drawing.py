"""A grid -> a drawing of it as it was read (SVG), where no page can be shown. The same grid gives the same bytes.

A drawing shows the reading and not the paper: whoever shows it has to say so.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from extractors.document import Box, Cell, Table
from extractors.preview.excerpt import Excerpt, excerpt
from extractors.preview.ink import INK, LINES, PAPER, ink_on
from extractors.preview.lettering import in_lines, printable, text_width, words_of
from extractors.preview.marks import MarkKind, is_doubtful, kind_of, labels_of

FONT = "Arial, Helvetica, Liberation Sans, sans-serif"  # of one width, so that texts keep the room measured for them
WIDEST = 960

_SIZE, _TAG_SIZE, _LEADING, _PAD = 13, 10, 16, 6
_NARROWEST, _BROADEST, _LONGEST_WORD = 38, 230, 150
_EDGE = 10


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG element as text, and its natural size in pixels."""

    svg: str
    width: int
    height: int


def drawing(table: Table, *, id: str, title: str, desc: str = "", marked: Collection[Cell] = ()) -> Drawing:
    """The grid with its texts, fills and merged cells, doubtful cells dashed and the `marked` ones in a thick outline.

    `id` makes the names inside the drawing its own on a page with many. A mapping as `marked` gives the cells labels.
    Of a very large grid the head and the surroundings of the marked cells are drawn, and the rest is told.
    """
    shown = excerpt(table, marked)
    columns = _edges(_column_widths(shown))
    rows = _edges(_row_heights(shown, columns))
    width, height = columns[-1] + _EDGE, rows[-1] + _EDGE + (_LEADING if shown.left_out else 0)
    told = " ".join(part for part in (desc, shown.left_out) if part)
    parts = [f'<title id="{escape(id)}-t">{_text(title)}</title>', f'<desc id="{escape(id)}-d">{_text(told)}</desc>']
    parts.append(f'<rect width="{width}" height="{height}" fill="{PAPER}"/>')
    boxes = {cell: (columns[c0], rows[r0], columns[c1], rows[r1]) for cell, (r0, c0, r1, c1) in shown.cells.items()}
    for cell, box in boxes.items():
        parts.append(_filled(cell, box))
    parts += [_words(cell.text, box, ink_on(cell.fill)) for cell, box in boxes.items()]
    parts += _gaps(shown, columns, rows)
    parts.append(_outline((columns[0], rows[0], columns[-1], rows[-1]), "grid"))
    parts += [_outline(box, "doubtful") for cell, box in boxes.items() if is_doubtful(cell)]
    labels, kind = labels_of(marked), kind_of(marked)
    parts += [_marked(box, kind, labels[cell]) for cell, box in boxes.items() if cell in labels]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-labelledby="{escape(id)}-t {escape(id)}-d" font-family="{FONT}" font-size="{_SIZE}">'
    )
    return Drawing("\n".join([head, *(part for part in parts if part), "</svg>"]), width, height)


def _column_widths(shown: Excerpt) -> list[int]:
    """As wide as the longest text wants, within bounds that are narrowed until the whole is not too wide."""
    for broadest in (_BROADEST, 160, 120, 90, 64):
        widths = [_NARROWEST] * shown.width
        for cell, (_, c0, _, c1) in shown.cells.items():
            if c1 - c0 == 1:
                widths[c0] = max(widths[c0], _wanted(cell.text, broadest))
        _widen_for_merged(shown, widths, broadest)
        if sum(widths) <= WIDEST:
            break
    return widths


def _widen_for_merged(shown: Excerpt, widths: list[int], broadest: int) -> None:
    for cell, (_, c0, _, c1) in shown.cells.items():
        missing = min(_longest_word(cell.text), broadest) - sum(widths[c0:c1])
        if c1 - c0 > 1 and missing > 0:
            widths[c1 - 1] += round(missing)


def _wanted(text: str, broadest: int) -> int:
    longest_line = text_width(text, _SIZE) + 2 * _PAD
    return round(max(min(longest_line, broadest), min(_longest_word(text), _LONGEST_WORD)) + 1)


def _longest_word(text: str) -> float:
    return max((text_width(word, _SIZE) for word, _ in words_of(text)), default=0.0) + 2 * _PAD


def _row_heights(shown: Excerpt, columns: Sequence[int]) -> list[int]:
    heights = [_LEADING + _PAD + 2] * shown.height
    for tall in (False, True):  # merged cells take the rows that the others made, and lengthen the last where needed
        for cell, (r0, c0, r1, c1) in shown.cells.items():
            if (r1 - r0 > 1) is tall:
                lines = len(in_lines(printable(cell.text), columns[c1] - columns[c0] - 2 * _PAD, _SIZE))
                heights[r1 - 1] += max(0, lines * _LEADING + _PAD + 2 - sum(heights[r0:r1]))
    return heights


def _edges(lengths: Sequence[int]) -> list[int]:
    edges = [_EDGE]
    for length in lengths:
        edges.append(edges[-1] + length)
    return edges


def _filled(cell: Cell, box: Box) -> str:
    x0, y0, x1, y1 = box
    line = LINES["cell"]
    return (
        f'<rect x="{x0}" y="{y0}" width="{x1 - x0}" height="{y1 - y0}" fill="{escape(cell.fill or PAPER)}" '
        f'stroke="{line.colour}" stroke-width="{line.width}"/>'
    )


def _words(text: str, box: Box, colour: str) -> str:
    lines = in_lines(printable(text), box[2] - box[0] - 2 * _PAD, _SIZE)
    if not lines:
        return ""
    x, y = box[0] + _PAD, box[1] + _PAD / 2 + _SIZE
    spans = "".join(
        f'<tspan x="{x:g}" y="{y + number * _LEADING:g}">{escape(line)}</tspan>' for number, line in enumerate(lines)
    )
    return f'<text fill="{colour}">{spans}</text>'


def _gaps(shown: Excerpt, columns: Sequence[int], rows: Sequence[int]) -> Iterator[str]:
    """Dots where lines are left out, and below the grid how many."""
    for row in shown.gap_rows:
        yield _words("⋮", (columns[0], rows[row], columns[-1], rows[row + 1]), INK)
    for column in shown.gap_columns:
        yield _words("⋯", (columns[column], rows[0], columns[column + 1], rows[1]), INK)
    if shown.left_out:
        yield _words(shown.left_out, (columns[0] - _PAD, rows[-1] + 4, WIDEST, rows[-1] + _LEADING), INK)


def _outline(box: Box, kind: MarkKind) -> str:
    line = LINES[kind]
    x0, y0, x1, y1 = box
    shape = f'<rect x="{x0:g}" y="{y0:g}" width="{x1 - x0:g}" height="{y1 - y0:g}" fill="none"'
    halo = f'{shape} stroke="{PAPER}" stroke-width="{line.width + 2 * line.halo}"/>' if line.halo else ""
    dash = f' stroke-dasharray="{line.dash[0]} {line.dash[1]}"' if line.dash else ""
    return f'{halo}{shape} stroke="{line.colour}" stroke-width="{line.width}"{dash}/>'


def _marked(box: Box, kind: MarkKind, label: str) -> str:
    if not label:
        return _outline(box, kind)
    width = round(text_width(label, _TAG_SIZE)) + 6
    # out of the way of the text, which begins at the upper left
    x, y = (box[2] - width, box[3] - 12) if kind == "value" else (box[2] - width + 4, max(0, box[1] - 10))
    return (
        f'{_outline(box, kind)}<rect x="{x:g}" y="{y:g}" width="{width}" height="12" fill="{INK}"/>'
        f'<text x="{x + 3:g}" y="{y + 9.5:g}" fill="{PAPER}" font-size="{_TAG_SIZE}">{_text(label)}</text>'
    )


def _text(text: str) -> str:
    return escape(printable(text))
