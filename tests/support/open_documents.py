"""OpenDocument files as LibreOffice writes them: packages of a content, styles and facts of their own."""

import html
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from tests.support.contents import (
    BENCHMARKS,
    SEFTON,
    Rows,
    Scores,
    Slide,
    deck_slides,
    letterhead_of,
    score_grid,
    score_sentence,
)

Form = Literal["text", "presentation", "spreadsheet"]

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "chart": "urn:oasis:names:tc:opendocument:xmlns:chart:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())

_COMMON = (
    '<style:style style:name="Standard" style:family="paragraph" style:class="text"/>'
    '<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"/>'
    '<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Standard"/>'
    + "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:parent-style-name="Heading" style:default-outline-level="{level}"/>'
        for level in (1, 2, 3)
    )
    + '<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"/>'
    '<style:style style:name="Table" style:family="paragraph" style:parent-style-name="Caption"/>'
    '<style:style style:name="Table_20_Contents" style:display-name="Table Contents" style:family="paragraph"/>'
)
_SLIDE_LAYOUT = (
    '<style:page-layout style:name="PM1"><style:page-layout-properties fo:page-width="25.4cm" '
    'fo:page-height="14.288cm"/></style:page-layout>'
)


def open_document(
    form: Form,
    body: str,
    *,
    automatic: str = "",
    common: str = "",
    masters: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    title: str = "",
    made: str = "2022-09-08T10:00:00",
) -> bytes:
    """A package of one body; `automatic` and `common` are styles, `masters` master pages, `parts` what lies beside."""
    content = (
        f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:{form}>{body}</office:{form}></office:body></office:document-content>"
    )
    layout = _SLIDE_LAYOUT if form == "presentation" else ""
    styles = (
        f"<office:document-styles {NAMESPACES}><office:styles>{_COMMON}{common}</office:styles>"
        f"<office:automatic-styles>{layout}</office:automatic-styles>"
        f'<office:master-styles><style:master-page style:name="Default" style:page-layout-name="PM1"/>{masters}'
        f"</office:master-styles></office:document-styles>"
    )
    facts = (
        f"<office:document-meta {NAMESPACES}><office:meta><dc:title>{title}</dc:title>"
        f"<meta:creation-date>{made}</meta:creation-date></office:meta></office:document-meta>"
    )
    media_type = f"application/vnd.oasis.opendocument.{form}"
    members = {"content.xml": content, "styles.xml": styles, "meta.xml": facts, **(parts or {})}
    listed = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in members
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media_type}"/>{listed}</manifest:manifest>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", media_type, zipfile.ZIP_STORED)
        for name, part in {**members, "META-INF/manifest.xml": manifest}.items():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + part if isinstance(part, str) else part)
    return buffer.getvalue()


def p(text: str, style: str = "Standard") -> str:
    """A paragraph; `text` may hold marked-up spans."""
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def h(text: str, level: int = 1) -> str:
    """A heading."""
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{text}</text:h>'


def td(content: str, *, style: str = "", across: int = 1, down: int = 1, more: str = "") -> str:
    """A cell of a text's or slide's table; plain text becomes a paragraph. Covered cells are written by the row."""
    inner = content if content.startswith("<") else p(content, "Table_20_Contents")
    named = f' table:style-name="{style}"' if style else ""
    spans = f' table:number-columns-spanned="{across}" table:number-rows-spanned="{down}"' if across * down > 1 else ""
    return f'<table:table-cell{named}{spans} office:value-type="string"{more}>{inner}</table:table-cell>'


COVERED = "<table:covered-table-cell/>"


def table(rows: Iterable[str | Sequence[str]], *, columns: int, header_rows: int = 0, name: str = "Table1") -> str:
    """A table of rows; a row is its cells, or a table:table-row as it is."""
    written = [
        row if isinstance(row, str) else f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>"
        for row in rows
    ]
    head = "".join(written[:header_rows])
    return (
        f'<table:table table:name="{name}"><table:table-column table:number-columns-repeated="{columns}"/>'
        + (f"<table:table-header-rows>{head}</table:table-header-rows>" if head else "")
        + "".join(written[header_rows:])
        + "</table:table>"
    )


def briefing_odt(
    *,
    authority: str = "Sefton",
    date: str = "8 September 2022",
    title: str = "Prevent Update",
    scores: Scores = SEFTON,
    labels: Sequence[str] = BENCHMARKS,
) -> bytes:
    """A briefing with a letterhead and one score table."""
    bold = (
        '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    head = letterhead_of(authority, date, title)
    lines = [p(f'<text:span text:style-name="T1">{label}: </text:span>{value}') for label, value in head.items()]
    grid = score_grid(scores, labels=labels)
    body = [*lines, h("Prevent Benchmarks"), p(score_sentence(authority)), table(grid, columns=len(grid[0]))]
    return open_document("text", "".join(body), automatic=bold)


def deck_odp(slides: Iterable[Slide] | None = None, **contents: Any) -> bytes:
    """A deck of `slides`, or of `deck_slides(**contents)`, with title frames and tables."""
    pages = [_page(number, slide) for number, slide in enumerate(slides or deck_slides(**contents), start=1)]
    return open_document("presentation", "".join(pages))


def page(number: int, content: str, *, style: str = "dp1", notes: str = "") -> str:
    """A slide; `notes` is what the speaker says."""
    spoken = (
        '<presentation:notes draw:style-name="dp2"><draw:page-thumbnail draw:page-number="1"/>'
        '<draw:frame presentation:class="notes" svg:width="16cm" svg:height="12cm" svg:x="2cm" svg:y="14cm">'
        f"<draw:text-box>{p(notes)}</draw:text-box></draw:frame></presentation:notes>"
        if notes
        else ""
    )
    return (
        f'<draw:page draw:name="page{number}" draw:style-name="{style}" draw:master-page-name="Default">'
        f"{content}{spoken}</draw:page>"
    )


def frame(content: str, box: tuple[float, float, float, float], *, role: str = "", more: str = "") -> str:
    """A frame at x, y of width and height in centimetres."""
    x, y, width, height = box
    named = f' presentation:class="{role}"' if role else ""
    place = f'svg:x="{x}cm" svg:y="{y}cm" svg:width="{width}cm" svg:height="{height}cm"'
    return f"<draw:frame{named} {place}{more}>{content}</draw:frame>"


def text_box(text: str, box: tuple[float, float, float, float], *, role: str = "") -> str:
    """A frame with a paragraph for each line."""
    lines = "".join(p(html.escape(line)) for line in text.split("\n"))
    return frame(f"<draw:text-box>{lines}</draw:text-box>", box, role=role)


def _page(number: int, slide: Slide) -> str:
    parts = [text_box(slide.title, (0.8, 0.5, 23.9, 2.0), role="title")]
    if slide.lines:
        parts.append(text_box("\n".join(slide.lines), (1.5, 3.3, 21.8, 5.0)))
    for place in range(slide.pictures):
        image = '<draw:image xlink:href="Pictures/1.png"><text:p/></draw:image><svg:desc>image.png</svg:desc>'
        parts.append(frame(image, (2.0 + 10 * place, 3.5, 9.0, 6.0)))
    if slide.table:
        parts.append(frame(table(slide.table, columns=len(slide.table[0])), (0.8, 4.0, 23.6, 4.5)))
    if slide.footnote:
        parts.append(text_box(slide.footnote, (1.5, 12.0, 20.0, 1.0)))
    return page(number, "".join(parts))


def _cell(content: str) -> str:
    is_cell = content.startswith(("<table:table-cell", "<table:covered-table-cell"))
    return content if is_cell else td(html.escape(content))


def sheet(
    name: str, rows: Rows | Sequence[Sequence[str]], *, style: str = "ta1", columns: str = "", more: str = ""
) -> str:
    """A sheet whose figures are stored as figures, filled with nothing to the edge as LibreOffice does."""
    written = "".join(
        row
        if isinstance(row, str)
        else f'<table:table-row table:style-name="ro1">{"".join(map(_sheet_cell, row))}'
        f'<table:table-cell table:number-columns-repeated="{16384 - len(row)}"/></table:table-row>'
        for row in rows
    )
    edge = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    columns = columns or '<table:table-column table:number-columns-repeated="16384"/>'
    return f'<table:table table:name="{name}" table:style-name="{style}">{columns}{written}{edge}{more}</table:table>'


def _sheet_cell(content: str) -> str:
    if content.startswith(("<table:table-cell", "<table:covered-table-cell")):
        return content
    if not content:
        return "<table:table-cell/>"
    if content.isdecimal():
        return (
            f'<table:table-cell office:value-type="float" office:value="{content}">{p(content, "")}</table:table-cell>'
        )
    return f'<table:table-cell office:value-type="string">{p(html.escape(content), "")}</table:table-cell>'
