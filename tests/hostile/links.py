"""Papers that lead elsewhere: pictures, templates, sheets, data and programs at an address on this machine."""

import io
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from openpyxl import Workbook

from tests.hostile.packages import with_part, with_parts
from tests.support import papers
from tests.support.hostile import TEXT, one_page, stream
from tests.support.open_documents import briefing_odt

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_END = b"</Relationships>"


def leading_to(address: str) -> Iterator[tuple[str, bytes]]:
    """File names and bytes; each paper holds Sefton's scores or a line of text, and asks for `address` when opened."""
    to = address.encode()
    linked = _related(papers.briefing_docx(), "word/_rels/document.xml.rels", "image", address)
    yield "picture.docx", with_part(linked, "word/document.xml", lambda xml: _before_end(xml, _drawing(b"xl1")))
    yield "template.docx", _with_template(papers.briefing_docx(), address)
    yield "chunk.docx", _related(papers.briefing_docx(), "word/_rels/document.xml.rels", "aFChunk", address)
    yield "media.pptx", _related(papers.deck_pptx(), "ppt/slides/_rels/slide1.xml.rels", "video", address)
    yield "sheet.xlsx", _linked_workbook(address)
    yield "picture.odt", with_part(briefing_odt(), "content.xml", lambda xml: _open_picture(xml, to))
    yield "page.html", _page(to)
    yield "order.pdf", one_page(stream(TEXT), more={1: _catalogue(to)})
    yield "content.pdf", one_page(b"<</F<</FS/URL/F(" + to + b")>>/Length 0>>\nstream\n\nendstream")


def leading_to_by_libreoffice(address: str) -> Iterator[tuple[str, bytes]]:
    """Papers that LibreOffice opens for us, with orders to fetch what lies at `address`."""
    made = dict(leading_to(address))
    yield "picture.doc", converted("picture.docx", made["picture.docx"], "doc")
    fields = (
        rf'INCLUDEPICTURE \\d "{address}/field.png" \\* MERGEFORMATINET',
        rf'INCLUDETEXT "{address}/text.docx"',
        rf'DDEAUTO soffice "{address}/x.ods" A1',
    )
    told = r" \par ".join(rf"{{\field{{\*\fldinst {{ {field} }}}}{{\fldrslt x}}}}" for field in fields)
    page = rf"{{\rtf1\ansi {{\*\template {address}/t.dot}} Channel Panel 4 \par {told}}}"
    yield "fields.rtf", page.encode()


def converted(name: str, content: bytes, suffix: str) -> bytes:
    """The file as LibreOffice saves it in an old form. It asks for the linked picture meanwhile: that is its habit."""
    with tempfile.TemporaryDirectory() as folder:
        paper = papers.save(Path(folder), name, content)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", folder, str(paper)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return paper.with_suffix(f".{suffix}").read_bytes()


def _related(content: bytes, part: str, kind: str, address: str) -> bytes:
    relation = f'<Relationship Id="xl1" Type="{_OFFICE}/{kind}" Target="{address}/{kind}" TargetMode="External"/>'
    return with_part(content, part, lambda xml: xml.replace(_END, relation.encode() + _END))


def _with_template(content: bytes, address: str) -> bytes:
    relation = (
        f'<Relationship Id="t1" Type="{_OFFICE}/attachedTemplate" Target="{address}/t.dotm" TargetMode="External"/>'
    )
    head = b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    attached = with_parts(content, {"word/_rels/settings.xml.rels": head + relation.encode() + _END})
    named = b'<w:attachedTemplate xmlns:r="%s" r:id="t1"/></w:settings>' % _OFFICE.encode()
    return with_part(attached, "word/settings.xml", lambda xml: xml.replace(b"</w:settings>", named))


def _drawing(relation: bytes) -> bytes:
    return (
        b'<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        b'<wp:extent cx="99" cy="99"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        b'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        b'<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        b'<a:blip r:link="%s" xmlns:r="%s"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        b"</w:drawing></w:r></w:p>"
    ) % (relation, _OFFICE.encode())


def _before_end(xml: bytes, new: bytes) -> bytes:
    return xml.replace(b"<w:sectPr", new + b"<w:sectPr", 1)


def _linked_workbook(address: str) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.append(["Benchmark", "Score"])
    sheet.append(["Channel Panel", "='[1]Scores'!A1"])
    sheet.append(["Training", f'=WEBSERVICE("{address}/service")'])
    out = io.BytesIO()
    book.save(out)
    book_part = "xl/externalLinks/externalLink1.xml"
    linked = with_parts(
        out.getvalue(),
        {
            book_part: b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook '
            b'xmlns:r="%s" r:id="xl1"/></externalLink>' % _OFFICE.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                f'Id="xl1" Type="{_OFFICE}/externalLinkPath" Target="{address}/book.xlsx" TargetMode="External"/>'
                "</Relationships>"
            ).encode(),
        },
    )
    with zipfile.ZipFile(io.BytesIO(linked)) as package:
        relations = package.read("xl/_rels/workbook.xml.rels")
    named = f'<Relationship Id="xl9" Type="{_OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/>'.encode()
    return with_parts(linked, {"xl/_rels/workbook.xml.rels": relations.replace(_END, named + _END)})


def _open_picture(xml: bytes, to: bytes) -> bytes:
    link = b'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"'
    picture = b'<text:p><draw:frame><draw:image xlink:href="%s/p.png" %s/></draw:frame></text:p>' % (to, link)
    return xml.replace(b"</office:text>", picture + b"</office:text>", 1)


def _page(to: bytes) -> bytes:
    return (
        b'<!DOCTYPE html><html><head><base href="%s/"><link rel=stylesheet href="style.css">'
        b'<script src="s.js"></script><meta http-equiv=refresh content="0;url=%s/next"></head><body>'
        b'<img src="i.png"><iframe src="f.html"></iframe>'
        b'<object data="o.swf"></object><p>Channel Panel: 4</p></body></html>'
    ) % (to, to)


def _catalogue(to: bytes) -> bytes:
    actions = b"<</S/URI/URI(%s/uri)/Next<</S/GoToR/F<</FS/URL/F(%s/other.pdf)>>/D[0/Fit]>>>>" % (to, to)
    return b"<</Type/Catalog/Pages 2 0 R/OpenAction " + actions + b">>"
