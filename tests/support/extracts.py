"""Papers as plain text, Markdown, web page and workbook."""

import html
import io
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import openpyxl

from tests.support.contents import (
    BENCHMARKS,
    SEFTON,
    Orientation,
    Rows,
    Scores,
    Slide,
    deck_slides,
    letterhead_of,
    score_grid,
    score_sentence,
)


def text_extract(slides: Iterable[Slide] | None = None, *, stray_number: str = "55", **contents: Any) -> bytes:
    """A deck as somebody's text extract: headings with '#', tables with tabs.

    `stray_number` is a pack's page number that ends the head row of every table; '' leaves the tables clean.
    """
    parts = []
    for slide in deck_slides(**contents) if slides is None else slides:
        parts.append(f"# {slide.title}")
        parts += [_marked(line) for line in slide.lines]
        if slide.table:
            ends = [stray_number, *[""] * (len(slide.table) - 1)] if stray_number else None
            rows = [[*row, ends[n]] if ends else list(row) for n, row in enumerate(slide.table)]
            parts.append("\n".join("\t".join(row) for row in rows))
        if slide.footnote:
            parts.append(slide.footnote)
    return ("\n\n".join(parts) + "\n").encode()


def briefing_text(
    markup: Literal["markdown", "html"] = "markdown",
    *,
    authority: str = "Sefton",
    date: str = "8 September 2022",
    title: str = "Prevent Update",
    scores: Scores = SEFTON,
    labels: Sequence[str] = BENCHMARKS,
    orientation: Orientation = "down",
) -> bytes:
    """A briefing as Markdown with a piped table, or as a web page."""
    grid = score_grid(scores, labels=labels, orientation=orientation)
    head = [f"{label}: {value}" for label, value in letterhead_of(authority, date, title).items()]
    if markup == "html":
        return _web_page(title, [*head, score_sentence(authority)], grid).encode()
    piped = ["| " + " | ".join(row) + " |" for row in grid]
    piped.insert(1, "|" + " --- |" * len(grid[0]))
    return "\n\n".join([*head, f"# {title}", score_sentence(authority), "\n".join(piped), ""]).encode()


def workbook_xlsx(sheets: dict[str, Rows] | None = None, *, hidden: Sequence[str] = ()) -> bytes:
    """A workbook with one grid a sheet, whole numbers stored as numbers; `hidden` names the sheets not shown."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in (sheets or {"Sefton": score_grid(SEFTON)}).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([int(text) if text.isdecimal() else text for text in row])
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _marked(line: str) -> str:
    if line.endswith("–"):
        return f"## {line}"
    return line if line.startswith("Date:") else f"- {line}"


def _web_page(title: str, paragraphs: Sequence[str], grid: Rows) -> str:
    words = "".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
    head, *body = ["".join(f"<td>{html.escape(text)}</td>" for text in row) for row in grid]
    rows = f"<tr>{head.replace('td>', 'th>')}</tr>" + "".join(f"<tr>{row}</tr>" for row in body)
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title></head>'
        f"<body><h1>{title}</h1>{words}<table>{rows}</table></body></html>"
    )
