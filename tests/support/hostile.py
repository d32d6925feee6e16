"""PDFs written by hand, object by object, as no program would write them: loops, bombs, false counts."""

import io
import zipfile
import zlib
from collections.abc import Callable

TEXT = b"BT /F1 12 Tf 72 700 Td (Channel Panel 4) Tj ET\n"
"""A line of text in the font that every page of these files has."""

_FONTS = b"/Font<</F1 5 0 R>>"
_FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"


def one_page(
    content: bytes, *, box: str = "0 0 595 842", forms: str = "", more: dict[int, bytes] | None = None
) -> bytes:
    """A page with one stream of content (an object as `stream` makes it); `forms` names the forms it may call."""
    resources = _FONTS + (f"/XObject<<{forms}>>".encode() if forms else b"")
    objects = {
        **_tree("[3 0 R]", 1),
        3: _page(f"/MediaBox[{box}]/Contents 4 0 R/Resources<<".encode() + resources + b">>"),
        4: content,
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    return written(objects | (more or {}))


def declaring(pages: int, *, kids: str = "[3 0 R]") -> bytes:
    """A file that says it has so many pages; it has one, unless `kids` says otherwise."""
    page = _page(b"/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + _FONTS + b">>")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return written({**_tree(kids, pages), 3: page, 4: stream(TEXT), 5: font})


def stream(content: bytes, *, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<<" + entries + b"/Length %d>>\nstream\n" % len(content) + content + b"\nendstream"


def bomb(megabytes: int) -> bytes:
    """A stream of blanks that unpacks to so many megabytes, a thousandth of that as it is."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
    return stream(packed, entries=b"/Filter/FlateDecode")


def form(content: bytes, calls: str) -> bytes:
    """A form that may call other forms, such as "/A 6 0 R"."""
    resources = b"/Resources<<" + _FONTS + f"/XObject<<{calls}>>>>".encode()
    return stream(content, entries=_FORM + resources)


def written(objects: dict[int, bytes]) -> bytes:
    """The file: header, objects, index, trailer."""
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = out.tell()
        out.write(b"%d 0 obj\n" % number + content + b"\nendobj\n")
    index, size = out.tell(), max(objects) + 1
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % size)
    for number in range(1, size):
        out.write(b"%010d %05d %s \n" % (places.get(number, 0), 0, b"n" if number in places else b"f"))
    out.write(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, index))
    return out.getvalue()


def package(parts: dict[str, bytes]) -> bytes:
    """A ZIP file of these parts, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def changed(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """A package with every XML part changed."""
    with zipfile.ZipFile(io.BytesIO(content)) as sound:
        parts = {name: sound.read(name) for name in sound.namelist()}
    return package({name: change(part) if name.endswith(".xml") else part for name, part in parts.items()})


def _tree(kids: str, count: int) -> dict[int, bytes]:
    return {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: f"<</Type/Pages/Kids{kids}/Count {count}>>".encode()}


def _page(entries: bytes) -> bytes:
    return b"<</Type/Page/Parent 2 0 R" + entries + b">>"
