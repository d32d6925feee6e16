"""Builds small office files out of the XML that matters to a test."""

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from lxml import etree

from extractors.document import Block, Document, Table

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
EVERYTHING = " ".join(
    (
        W,
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
        'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
    )
)


def word_file(folder: Path, body: str, name: str = "paper.docx") -> Path:
    """A DOCX whose body is the given WordprocessingML."""
    paper: Any = docx.Document()
    holder = parse_xml(f"<w:body {EVERYTHING}>{body}</w:body>")
    for child in list(paper.element.body):
        if not child.tag.endswith("sectPr"):
            paper.element.body.remove(child)
    for place, child in enumerate(list(holder)):
        paper.element.body.insert(place, child)
    path = folder / name
    paper.save(str(path))
    return path


def paragraph(text: str, *, style: str = "", properties: str = "") -> str:
    """A w:p of one run."""
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:p>{styled}<w:r>{run}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def cell(content: str, properties: str = "") -> str:
    """A w:tc; plain text becomes a paragraph."""
    inner = content if content.startswith("<") else paragraph(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: list[str], columns: int = 0) -> str:
    """A w:tbl of rows of w:tc."""
    grid = "<w:gridCol/>" * (columns or max(map(len, rows)))
    listed = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{listed}</w:tbl>"


def grid(*rows: list[str]) -> str:
    """A w:tbl of plain texts."""
    return table(*([cell(text) for text in row] for row in rows))


def rezipped(path: Path, changes: dict[str, bytes | None]) -> Path:
    """The package with some parts replaced, or left out where the change is None."""
    with zipfile.ZipFile(path) as package:
        parts: dict[str, bytes | None] = {name: package.read(name) for name in package.namelist()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
        for name, content in (parts | changes).items():
            if content is not None:
                copy.writestr(name, content)
    path.write_bytes(buffer.getvalue())
    return path


def part_of(path: Path, name: str) -> bytes:
    """The bytes of one part of a package."""
    with zipfile.ZipFile(path) as package:
        return package.read(name)


def with_relation(rels: bytes, relation_id: str, kind: str, target: str) -> bytes:
    """A relations part with one more relation in it."""
    root = etree.fromstring(rels)
    etree.SubElement(
        root,
        "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship",
        Id=relation_id,
        Type=f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}",
        Target=target,
    )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def told(document: Document, kind: str) -> list[str]:
    """The texts of the notices of a kind."""
    return [notice.text for notice in document.notices if notice.kind == kind]


def texts(document: Document, kind: str) -> list[str]:
    """The texts of the blocks of a kind."""
    return [block.text for block in document.blocks if block.kind == kind]


def shape(document: Document) -> list[str]:
    """The body in short: the kind of each block, the caption of each table."""
    return [
        part.kind + ": " + part.text if isinstance(part, Block) else f"table: {part.caption or '-'}"
        for part in document.body
    ]


def only_table(document: Document) -> Table:
    """The one table of a paper."""
    (found,) = document.tables
    return found
