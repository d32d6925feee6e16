"""Office packages and open documents that unpack to too much, name impossible sizes, or lead elsewhere."""

import io
import re
import struct
import zipfile
from collections.abc import Callable, Iterator

from tests.hostile.cases import Case
from tests.support import hostile, papers
from tests.support.open_documents import open_document

_ENDLESS = 10**9
_UNPACKS = r"unpacks to [\d,]+ MB"
_DRAWN: dict[str, Callable[[], bytes]] = {
    "docx": papers.briefing_docx,
    "pptx": papers.deck_pptx,
    "xlsx": papers.workbook_xlsx,
    "odt": papers.briefing_odt,
    "odp": papers.deck_odp,
}
_MAIN = {
    "docx": "word/document.xml", "pptx": "ppt/slides/slide1.xml", "xlsx": "xl/worksheets/sheet1.xml",
    "odt": "content.xml", "odp": "content.xml",
}  # fmt: skip


def cases() -> Iterator[Case]:
    """All of them."""
    for suffix in _DRAWN:
        yield from _of_every_form(suffix)
    yield from _archives()
    yield from _sheets()
    yield from _texts()
    yield from _open_documents()
    yield from _macros()


def _of_every_form(suffix: str) -> Iterator[Case]:
    main, drawn = _MAIN[suffix], _DRAWN[suffix]
    blank = b" " * (40 * 2**20)
    yield Case(
        f"bomb.{suffix}", "a part of 40 MB of blanks", lambda: with_part(drawn(), main, lambda _: blank), _UNPACKS
    )
    yield Case(f"laughs.{suffix}", "entities of entities", lambda: with_part(drawn(), main, laughing), "damaged|^$")
    for name, target in (("file", "file:///etc/passwd"), ("net", "http://127.0.0.1:9/secret")):
        yield Case(
            f"entity-{name}.{suffix}",
            f"an entity that stands for {target}",
            lambda target=target: with_part(drawn(), main, lambda xml: entitled(xml, target)),
            "damaged|^$",
        )
    yield Case(
        f"deep.{suffix}", "100,000 elements in one another", lambda: with_part(drawn(), main, _deep), "damaged|^$"
    )
    yield Case(f"zeros.{suffix}", "a main part of zero bytes", lambda: with_part(drawn(), main, _zeros), "damaged")
    yield Case(f"half.{suffix}", "half of a file", lambda: drawn()[: len(drawn()) // 2], "damaged")
    yield Case(f"traversal.{suffix}", "parts named after folders above, and /etc", lambda: _traversing(drawn()))
    yield Case(f"false-size.{suffix}", "a part larger than its index says", lambda: _false_size(main), "damaged")
    yield Case(f"{suffix}.pdf", f"a {suffix} that calls itself PDF", drawn)


def _archives() -> Iterator[Case]:
    many = {f"word/{n}": b"" for n in range(20_001)}
    yield Case("parts.docx", "20,001 parts", lambda: hostile.package(many), "holds 20,001 parts")
    yield Case(
        "overlap.docx", "parts that lie on one another (1 MB as 100 GB)", _overlapping, rf"{_UNPACKS}|damaged|holds"
    )
    yield Case("matryoshka.docx", "a package in a package, 200 deep", _matryoshka, "damaged|without an Office|^$")
    yield Case("slides.pptx", "3,001 slides", _slides, "holds 3,001 slides")
    yield Case("locked.docx", "a password", papers.password_docx, "protected by a password")
    yield Case("twice.docx", "two parts of one name", _twice)


def _sheets() -> Iterator[Case]:
    edits = {
        "cells": (
            "a sheet that says it has 17 billion cells",
            _replacing(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"'),
        ),
        "corner": (
            "a value in the last cell of all",
            _before(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>4</v></c></row>'),
        ),
        "row": (
            "a row numbered 999,999,999,999",
            _before(b"</sheetData>", b'<row r="999999999999"><c r="A999999999999"><v>4</v></c></row>'),
        ),
        "column": (
            "a cell in column ZZZZZZZ",
            _before(b"</sheetData>", b'<row r="99"><c r="ZZZZZZZ99"><v>4</v></c></row>'),
        ),
        "merged": (
            "all cells merged into one",
            _before(b"</worksheet>", b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        ),
        "coloured": (
            "a rule for colours over all cells",
            _before(
                b"</worksheet>",
                b'<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="cellIs" priority="1" operator="equal">'
                b"<formula>4</formula></cfRule></conditionalFormatting>",
            ),
        ),
        "shared": (
            "a text number 2 billion",
            _before(b"</sheetData>", b'<row r="99"><c r="A99" t="s"><v>2147483647</v></c></row>'),
        ),
        "number": (
            "a number of 300,000 digits",
            _before(b"</sheetData>", b'<row r="99"><c r="A99"><v>' + b"9" * 300_000 + b"</v></c></row>"),
        ),
        "date": (
            "a day beyond all days",
            _before(b"</sheetData>", b'<row r="99"><c r="A99" t="d"><v>99999-99-99</v></c></row>'),
        ),
    }
    for name, (harm, change) in edits.items():
        yield Case(
            f"{name}.xlsx",
            harm,
            lambda change=change: with_part(papers.workbook_xlsx(), _MAIN["xlsx"], change),
            "damaged|needs more memory|^$",
            slow=name == "merged",
        )
    yield Case("filled.xlsx", "60,000 filled cells", _filled_sheet, slow=True)


def _texts() -> Iterator[Case]:
    body = b"<w:body>"
    label = b"<w:p><w:r><w:t>Channel Panel</w:t></w:r></w:p>"
    grid = b"<w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr>%s</w:tcPr>" + label + b"</w:tc></w:tr></w:tbl>"
    span = b'<w:gridSpan w:val="%d"/>' % _ENDLESS
    cell = b"<w:tbl><w:tblGrid/><w:tr><w:tc>%s<w:p/></w:tc></w:tr></w:tbl>"
    nested = b"<w:p/>"
    for _ in range(150):
        nested = cell % nested
    many = b"<w:tbl>" + b"<w:tr>" + b"<w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc>" * 20 + b"</w:tr>"
    rows = b"<w:tr>" + b"<w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc>" * 20 + b"</w:tr>"
    edits = {
        "span": ("a cell a billion columns wide", _after(body, grid % span)),
        "before": (
            "a row that begins after a billion columns",
            _after(
                body, (grid % b"").replace(b"<w:tr>", b'<w:tr><w:trPr><w:gridBefore w:val="%d"/></w:trPr>' % _ENDLESS)
            ),
        ),
        "tables": ("150 tables in one another", _after(body, nested)),
        "rows": ("a table of 60,000 cells", _after(body, many + rows * 3000 + b"</w:tbl>")),
        "paragraph": (
            "a paragraph of a million letters",
            _after(body, b"<w:p><w:r><w:t>" + b"Prevent " * 125_000 + b"</w:t></w:r></w:p>"),
        ),
        "field": (
            "a field that fetches a page",
            _after(
                body,
                b'<w:p><w:fldSimple w:instr="INCLUDETEXT http://127.0.0.1:9/"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>',
            ),
        ),
    }
    for name, (harm, change) in edits.items():
        yield Case(
            f"{name}.docx",
            harm,
            lambda change=change: with_part(papers.briefing_docx(), _MAIN["docx"], change),
            "damaged|holds|^$",
            slow=name in ("rows", "paragraph"),
        )
    yield Case("styles.docx", "styles that rest on each other", _style_circle)
    wide = _replacing(rb"<a:tc>", b'<a:tc gridSpan="%d" rowSpan="%d">' % (_ENDLESS, _ENDLESS))
    yield Case(
        "span.pptx",
        "cells a billion columns wide",
        lambda: with_part(papers.deck_pptx(), _table_slide(), wide),
        "damaged|holds|^$",
    )
    group = _before(b"</p:spTree>", b"<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/>" * 200 + b"</p:grpSp>" * 200)
    yield Case(
        "groups.pptx",
        "200 groups in one another",
        lambda: with_part(papers.deck_pptx(), _MAIN["pptx"], group),
        "damaged|^$",
    )


def _open_documents() -> Iterator[Case]:
    row = "<table:table-row{rows}><table:table-cell{cells}><text:p>4</text:p></table:table-cell></table:table-row>"
    table = '<table:table table:name="T"><table:table-column/>' + row + "</table:table>"
    wide = f' table:number-columns-repeated="{_ENDLESS}"'
    tall = f' table:number-rows-repeated="{_ENDLESS}"'
    spans = f' table:number-columns-spanned="{_ENDLESS}" table:number-rows-spanned="{_ENDLESS}"'
    bodies = {
        "wide": ("a cell repeated a billion times", table.format(rows="", cells=wide)),
        "tall": ("a row repeated a billion times", table.format(rows=tall, cells="")),
        "both": ("a billion rows of a billion cells", table.format(rows=tall, cells=wide)),
        "spans": ("a cell over a billion rows and columns", table.format(rows="", cells=spans)),
        "blanks": ("a billion blanks in a paragraph", f'<text:p>a<text:s text:c="{_ENDLESS}"/>b</text:p>'),
        "list": (
            "300 lists in one another",
            "<text:list><text:list-item>" * 300 + "</text:list-item></text:list>" * 300,
        ),
    }
    for name, (harm, body) in bodies.items():
        yield Case(
            f"{name}.odt", harm, lambda body=body: open_document("text", body), "damaged|holds|needs more memory|^$"
        )


def _macros() -> Iterator[Case]:
    for suffix, kind, plain in (
        ("docm", "document", "docx"),
        ("xlsm", "sheet", "xlsx"),
        ("pptm", "presentation", "pptx"),
    ):
        yield Case(
            f"macros.{suffix}",
            "macros that run on opening",
            lambda plain=plain, kind=kind: _with_macros(_DRAWN[plain](), kind),
            values={"docm": 10, "xlsm": None, "pptm": None}[suffix],
        )


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The package with one part changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as sound:
        parts = {one: sound.read(one) for one in sound.namelist()}
    changed = change(parts[name])
    if changed == parts[name]:
        raise ValueError(f"nothing of {name} was changed: the case would prove nothing")
    return hostile.package(parts | {name: changed})


def with_parts(content: bytes, more: dict[str, bytes]) -> bytes:
    """The package with further parts."""
    with zipfile.ZipFile(io.BytesIO(content)) as sound:
        parts = {one: sound.read(one) for one in sound.namelist()}
    return hostile.package(parts | more)


def laughing(xml: bytes) -> bytes:
    """A part with ten entities, each of ten of the one before, used where it first has the label 'Channel Panel'."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
    return _with_entities(xml, entities, b"&l11;")


def entitled(xml: bytes, target: str) -> bytes:
    """A part with an entity that stands for what lies elsewhere."""
    return _with_entities(xml, f'<!ENTITY e SYSTEM "{target}">', b"&e;")


def _with_entities(xml: bytes, entities: str, use: bytes) -> bytes:
    start = re.search(rb"<(?=[A-Za-z])", xml)
    if start is None:
        raise ValueError("no element")
    name = re.split(rb"[\s/>]", xml[start.end() :], maxsplit=1)[0]
    doctype = b"<!DOCTYPE " + name + b" [" + entities.encode() + b"]>"
    rest = xml[start.start() :]
    used = re.sub(rb">([^<>]*[A-Za-z][^<>]*)<", lambda found: b">" + use + found[1] + b"<", rest, count=1)
    return xml[: start.start()] + doctype + used


def _deep(xml: bytes) -> bytes:
    place = xml.rindex(b"</")
    return xml[:place] + b"<a>" * 100_000 + b"</a>" * 100_000 + xml[place:]


def _zeros(_: bytes) -> bytes:
    return bytes(1000)


def _traversing(content: bytes) -> bytes:
    names = (
        "/".join([*[".."] * 6, "tmp", "scorepack-escaped"]),
        "/etc/scorepack-escaped",
        "C:\\scorepack-escaped",
        "..\\..\\x",
    )
    return with_parts(content, dict.fromkeys(names, b"escaped"))


def _false_size(main: str) -> bytes:
    content = hostile.package({main: b" " * 2**20, "mimetype": b"application/vnd.oasis.opendocument.text"})
    return content.replace(struct.pack("<L", 2**20), struct.pack("<L", 100))


def _overlapping() -> bytes:
    """Every entry of the index leads to the same packed part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"<w:document/>" + bytes(10 * 2**20))
        [first] = package.infolist()
        for n in range(10_000):
            entry = zipfile.ZipInfo(f"word/media/{n}.bin")
            entry.compress_type, entry.CRC = first.compress_type, first.CRC
            entry.compress_size, entry.file_size, entry.header_offset = first.compress_size, first.file_size, 0
            package.filelist.append(entry)
    return out.getvalue()


def _matryoshka() -> bytes:
    inner = papers.briefing_docx()
    for _ in range(200):
        inner = hostile.package({"word/document.xml": inner})
    return inner


def _slides() -> bytes:
    return hostile.package({f"ppt/slides/slide{n}.xml": b"<p/>" for n in range(3001)})


def _twice() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(papers.briefing_docx())) as sound, zipfile.ZipFile(out, "w") as package:
        for name in sound.namelist():
            package.writestr(name, sound.read(name))
        info = zipfile.ZipInfo("word/x.xml")
        package.writestr(info, b"<a/>")
    return out.getvalue().replace(b"word/x.xml", b"word/y.xml")


def _filled_sheet() -> bytes:
    row = b"".join(b'<c r="%s%%d"><v>4</v></c>' % column for column in (b"D", b"E", b"F", b"G", b"H", b"I"))
    rows = b"".join(b'<row r="%d">' % n + row % ((n,) * 6) + b"</row>" for n in range(1000, 11_000))
    return with_part(papers.workbook_xlsx(), _MAIN["xlsx"], _before(b"</sheetData>", rows))


def _style_circle() -> bytes:
    circle = b"".join(
        b'<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/></w:style>' % (a, a, b)
        for a, b in ((b"Aa", b"Bb"), (b"Bb", b"Aa"))
    )
    content = with_part(papers.briefing_docx(), "word/styles.xml", _before(b"</w:styles>", circle))
    used = b'<w:p><w:pPr><w:pStyle w:val="Aa"/></w:pPr><w:r><w:t>Round</w:t></w:r></w:p>'
    return with_part(content, "word/document.xml", _after(b"<w:body>", used))


def _with_macros(content: bytes, kind: str) -> bytes:
    def enabled(types: bytes) -> bytes:
        old = re.search(rb"application/vnd\.openxmlformats-officedocument\.\w+\.%s\.main\+xml" % kind.encode(), types)
        if old is None:
            raise ValueError(f"no main part of kind {kind}")
        program = {"document": b"ms-word.document", "sheet": b"ms-excel.sheet"}.get(kind, b"ms-powerpoint.presentation")
        return types.replace(old[0], b"application/vnd." + program + b".macroEnabled.main+xml")

    folder = {"document": "word", "sheet": "xl", "presentation": "ppt"}[kind]
    return with_parts(with_part(content, "[Content_Types].xml", enabled), {f"{folder}/vbaProject.bin": bytes(4096)})


def _table_slide() -> str:
    with zipfile.ZipFile(io.BytesIO(papers.deck_pptx())) as package:
        return next(
            name for name in package.namelist() if name.startswith("ppt/slides/s") and b"<a:tc>" in package.read(name)
        )


def _replacing(pattern: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: re.sub(pattern, lambda _: new, xml)


def _before(mark: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(mark, new + mark, 1)


def _after(mark: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(mark, mark + new, 1)
