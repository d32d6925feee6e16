"""PDFs that want too much memory or time, never end, or are something else."""

import io
import zlib
from collections.abc import Iterator

import pikepdf

from tests.hostile.cases import Case
from tests.support import hostile, papers
from tests.support.hostile import TEXT, declaring, form, one_page, stream, written

_FLATE = b"/Filter/FlateDecode"
_PAGES = r"declares 1,000,000 pages; .* Raise \[limits\] pages_per_paper"
_MEMORY = r"needs more memory than \[limits\] megabytes_per_paper"
_TIME = r"took longer than \d+ seconds and was stopped"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _bombs()
    yield from _counts_and_boxes()
    yield from _depths_and_circles()
    yield from _crowds()
    yield from _locked_and_cut()
    yield from _commands()


def _bombs() -> Iterator[Case]:
    yield Case("bomb.pdf", "a stream that unpacks to 2 GB", lambda: one_page(hostile.bomb(2048)), _MEMORY)
    yield Case(
        "bomb-in-bomb.pdf", "a stream packed twice, 2 GB", lambda: one_page(_twice_packed(2048)), _MEMORY, slow=True
    )
    yield Case(
        "bomb-of-words.pdf",
        "a stream of the same line of text, 1 GB",
        lambda: one_page(_words(1024)),
        _MEMORY,
        slow=True,
    )
    yield Case(
        "bomb-of-objects.pdf", "an object stream that unpacks to 2 GB", _object_bomb, f"{_MEMORY}|damaged", slow=True
    )
    yield Case("picture.pdf", "a picture of 100,000 by 100,000 points", lambda: _picture(100_000), slow=True)
    yield Case("picture-negative.pdf", "a picture of -1 by 0 points", lambda: _picture(-1))
    yield Case(
        "letters.pdf", "a table of letters (ToUnicode) that unpacks to 1 GB", _letters, f"{_MEMORY}|^$", slow=True
    )


def _counts_and_boxes() -> Iterator[Case]:
    yield Case("million.pdf", "a million pages declared", lambda: declaring(1_000_000), _PAGES)
    yield Case("million-cut.pdf", "a million pages declared, and the index lost", _cut_million, _PAGES)
    yield Case(
        "same-page.pdf",
        "one page shown a million times",
        lambda: declaring(1_000_000, kids="[" + "3 0 R " * 1_000_000 + "]"),
        _PAGES,
        slow=True,
    )
    yield Case("negative.pdf", "minus five pages declared", lambda: declaring(-5))
    boxes = {
        "huge": "0 0 1e7 1e7", "endless": "0 0 1e38 1e38", "tiny": "0 0 0.0001 0.0001", "none": "0 0 0 0",
        "backwards": "595 842 -5 -5", "nan": "0 0 NaN NaN", "words": "/A /B (c) null", "short": "0 0",
        "overflow": "0 0 2147483648 9223372036854775808",
    }  # fmt: skip
    for name, box in boxes.items():
        yield Case(f"box-{name}.pdf", f"a page of the size [{box}]", lambda box=box: one_page(stream(TEXT), box=box))
    yield Case("unit.pdf", "a page measured in units of 10^9 points", lambda: _paged(b"/UserUnit 1e9"))
    yield Case("turned.pdf", "a page turned by 2^31 - 1 degrees", lambda: _paged(b"/Rotate 2147483647"))
    yield Case("cropped.pdf", "a page cut to a place outside of itself", lambda: _paged(b"/CropBox[9e9 9e9 9e10 9e10]"))


def _depths_and_circles() -> Iterator[Case]:
    deep = 200_000
    yield Case("arrays.pdf", "200,000 lists in one another in a page", lambda: one_page(stream(b"[" * deep + TEXT)))
    yield Case("saved.pdf", "the state saved 200,000 times", lambda: one_page(stream(b"q " * deep + TEXT)))
    nested = b"<</A " * deep + b"null" + b">>" * deep
    yield Case("object.pdf", "200,000 dictionaries in one another", lambda: one_page(stream(TEXT), more={9: nested}))
    yield Case("root.pdf", "200,000 lists in the catalogue", lambda: _rooted(b"[" * deep + b"]" * deep))
    yield Case("tree.pdf", "a page 20,000 branches deep", lambda: _deep_tree(20_000))
    yield Case("loop.pdf", "a page tree that comes back to itself", lambda: declaring(4, kids="[3 0 R 2 0 R]"))
    yield Case("circle.pdf", "forms that call each other", _circle)
    yield Case("doubling.pdf", "forms that call the next one twice, 40 deep", _doubling, _MEMORY, slow=True)
    yield Case("pattern.pdf", "a pattern painted with itself", _pattern, _TIME, slow=True)
    yield Case("glyph.pdf", "a letter drawn with itself (Type 3)", _glyph, f"{_MEMORY}|^$", slow=True)
    yield Case("mask.pdf", "a mask masked by itself", _mask)
    yield Case("index-loop.pdf", "an index that names itself as the one before", _index_loop, "damaged|^$")
    yield Case(
        "index-chain.pdf", "50,000 indexes one after another", lambda: _index_chain(50_000), "damaged|^$", slow=True
    )
    yield Case("length.pdf", "a stream whose length is itself", _own_length)
    yield Case("extends.pdf", "an object stream that goes on in itself", _extends, "damaged|^$")


def _crowds() -> Iterator[Case]:
    yield Case(
        "lattice.pdf", "1,000 rules crossing 1,000 rules", lambda: one_page(stream(TEXT + _lattice(1000))), slow=True
    )
    yield Case("shapes.pdf", "30,000 small squares", lambda: one_page(stream(TEXT + _squares(30_000))), slow=True)
    yield Case("words.pdf", "20,000 words on a page", lambda: one_page(stream(_scattered(20_000))), slow=True)
    yield Case("one-word.pdf", "a word of a million letters", lambda: one_page(stream(_long_word(1_000_000))))
    yield Case("stacked.pdf", "5,000 letters on one spot", lambda: one_page(stream(_stacked(5_000))))


def _locked_and_cut() -> Iterator[Case]:
    yield Case("user.pdf", "a password to open it", lambda: _encrypted("open"), "protected by a password")
    yield Case("owner.pdf", "a password to change it", lambda: _encrypted(""), values=10)
    yield Case("half.pdf", "half of a file", lambda: papers.agenda_pack_pdf()[:9000], "damaged")
    yield Case("nearly.pdf", "the index cut off", lambda: papers.briefing_pdf()[:-60], notice="damaged")
    yield Case("header.pdf", "nothing but the first line", lambda: b"%PDF-1.7\n", "damaged")
    yield Case("zeros.pdf", "a header and a million zero bytes", lambda: b"%PDF-1.7\n" + bytes(10**6), "damaged")
    yield Case("empty.pdf", "no byte at all", lambda: b"", "empty")


def _commands() -> Iterator[Case]:
    orders = {
        "script": b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\); this.submitForm\\('http://127.0.0.1:9/'\\))>>",
        "program": b"/OpenAction<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>",
        "address": b"/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>",
    }
    for name, order in orders.items():
        yield Case(f"{name}.pdf", f"an order on opening: {name}", lambda order=order: _rooted(b"null" + order))
    elsewhere = b"/F(/etc/passwd)/Length 0>>\nstream\n\nendstream"
    yield Case("file.pdf", "a page whose content lies in /etc/passwd", lambda: one_page(b"<<" + elsewhere))


def _words(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    chunk = TEXT * (2**20 // len(TEXT))
    packed = b"".join(packer.compress(chunk) for _ in range(megabytes)) + packer.flush()
    return stream(packed, entries=_FLATE)


def _twice_packed(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    return stream(zlib.compress(once, 9), entries=b"/Filter[/FlateDecode/FlateDecode]")


def _object_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = packer.compress(b"9 0 ") + b"".join(packer.compress(b" " * 2**20) for _ in range(2048)) + packer.flush()
    bomb = stream(packed, entries=b"/Type/ObjStm/N 1/First 4" + _FLATE)
    return one_page(stream(TEXT), more={8: bomb})[:-20]  # without its index, so that whoever mends looks at all objects


def _picture(size: int) -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceRGB/BitsPerComponent 8" % (size, size)
    picture = stream(zlib.compress(bytes(2**20)), entries=head + _FLATE)
    return one_page(stream(TEXT + b"q 500 0 0 500 50 50 cm /A Do Q"), forms="/A 6 0 R", more={6: picture})


def _letters() -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>"
    return one_page(stream(TEXT), more={5: font, 6: hostile.bomb(1024)})


def _cut_million() -> bytes:
    return declaring(1_000_000).rpartition(b"xref\n0")[0]


def _paged(entries: bytes) -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>"
    return one_page(stream(TEXT), more={3: page + entries + b">>"})


def _rooted(value: bytes) -> bytes:
    return one_page(stream(TEXT), more={1: b"<</Type/Catalog/Pages 2 0 R/More " + value + b">>"})


def _deep_tree(depth: int) -> bytes:
    objects = {1: b"<</Type/Catalog/Pages 10 0 R>>", 4: stream(TEXT), 5: _FONT}
    for level in range(depth):
        child = 11 + level if level < depth - 1 else 3
        parent = b"/Parent %d 0 R" % (9 + level) if level else b""
        objects[10 + level] = b"<</Type/Pages/Kids[%d 0 R]/Count 1" % child + parent + b">>"
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" % (9 + depth)
    return written(objects | {3: page + b"/Resources<</Font<</F1 5 0 R>>>>>>"})


def _circle() -> bytes:
    more = {6: form(TEXT + b"/B Do ", "/B 7 0 R"), 7: form(b"/A Do", "/A 6 0 R")}
    return one_page(stream(TEXT + b"/A Do"), forms="/A 6 0 R", more=more)


def _doubling() -> bytes:
    more = {n: form(b"/A Do /A Do ", f"/A {n + 1} 0 R") for n in range(6, 46)}
    return one_page(stream(TEXT + b"/A Do"), forms="/A 6 0 R", more={**more, 46: form(TEXT, "")})


def _pattern() -> bytes:
    head = b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep 0.001/YStep 0.001"
    tile = stream(b"/Pattern cs /P scn 0 0 9 9 re f", entries=head + b"/Resources<</Pattern<</P 6 0 R>>>>")
    page = one_page(stream(TEXT + b"/Pattern cs /P scn 0 0 500 500 re f"), more={6: tile})
    return _with_resource(page, b"/Pattern<</P 6 0 R>>")


def _glyph() -> bytes:
    drawn = stream(b"500 0 d0 BT /F1 1 Tf (a) Tj ET")
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 6 0 R>>"
        b"/Encoding<</Differences[67/a/a/a]>>/FirstChar 67/LastChar 69/Widths[500 500 500]"
        b"/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    return one_page(stream(TEXT), more={5: font, 6: drawn})


def _mask() -> bytes:
    state = b"<</SMask<</S/Luminosity/G 7 0 R>>>>"
    group = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Group<</S/Transparency>>/Resources<</ExtGState<</G 6 0 R>>>>"
    masked = stream(b"/G gs 0 0 9 9 re f", entries=group)
    page = one_page(stream(TEXT + b"/G gs 0 0 9 9 re f"), more={6: state, 7: masked})
    return _with_resource(page, b"/ExtGState<</G 6 0 R>>")


def _with_resource(content: bytes, entry: bytes) -> bytes:
    """The entry put among the page's resources; the index is put right again by its writer."""
    objects = content.replace(b"/Font<</F1 5 0 R>>", b"/Font<</F1 5 0 R>>" + entry, 1)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(objects), suppress_warnings=True) as pdf:
        pdf.save(out, compress_streams=False)
    return out.getvalue()


def _index_loop() -> bytes:
    content = one_page(stream(TEXT))
    place = content.rindex(b"xref\n0")
    return content.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % place)


def _index_chain(length: int) -> bytes:
    content = one_page(stream(TEXT))
    out = bytearray(content)
    before = content.rindex(b"xref\n0")
    for _ in range(length):
        place = len(out)
        out += b"xref\n0 0\ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (before, place)
        before = place
    return bytes(out)


def _own_length() -> bytes:
    return one_page(b"<</Length 4 0 R>>\nstream\n" + TEXT + b"\nendstream")


def _extends() -> bytes:
    inner = stream(b"9 0 null", entries=b"/Type/ObjStm/N 1/First 4/Extends 8 0 R")
    return one_page(stream(TEXT), more={8: inner})


def _lattice(lines: int) -> bytes:
    step = 500 / lines
    across = b"".join(b"50 %.3f m 550 %.3f l S\n" % (50 + n * step, 50 + n * step) for n in range(lines))
    down = b"".join(b"%.3f 50 m %.3f 550 l S\n" % (50 + n * step, 50 + n * step) for n in range(lines))
    return b"0.1 w " + across + down


def _squares(count: int) -> bytes:
    return b"".join(b"%d %d 2 2 re f\n" % (n % 500, n // 60) for n in range(count))


def _scattered(count: int) -> bytes:
    return TEXT + b"".join(
        b"BT /F1 3 Tf %d %d Td (word%d) Tj ET\n" % (20 + n % 50 * 11, 20 + n // 50, n) for n in range(count)
    )


def _long_word(letters: int) -> bytes:
    return TEXT + b"BT /F1 1 Tf 72 600 Td (" + b"Prevent" * (letters // 7) + b") Tj ET\n"


def _stacked(count: int) -> bytes:
    return TEXT + b"BT /F1 12 Tf 72 600 Td (4) Tj ET\n" * count


def _encrypted(user: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.briefing_pdf())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(user=user, owner="own"))
    return out.getvalue()
