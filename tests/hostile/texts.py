"""Web pages, Markdown and plain text that want too much, or play with letters."""

from collections.abc import Iterator

from tests.hostile.cases import Case
from tests.support import papers

_SLOW = ("spans", "tables", "boxes", "cells", "styles", "attribute")
_HEAD = "<!DOCTYPE html><html><body><h1>Prevent benchmarks</h1>"


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _pages()
    yield from _plain()
    yield from _kinds()


def _pages() -> Iterator[Case]:
    cell = "<tr><td {}>Channel Panel</td><td>4</td></tr>"
    bodies = {
        "span": (
            "a cell a billion columns and rows wide",
            "<table>" + cell.format("colspan=1000000000 rowspan=1000000000") + "</table>",
        ),
        "spans": (
            "10,000 cells of 1,000 columns and 65,534 rows",
            "<table>" + cell.format("colspan=1000 rowspan=65534") * 10_000 + "</table>",
        ),
        "columns": ("columns of a billion", "<table><col span=1000000000>" + cell.format("") + "</table>"),
        "tables": ("3,000 tables in one another", "<table><tr><td>" * 3000 + "4" + "</td></tr></table>" * 3000),
        "boxes": ("200,000 boxes in one another", "<div>" * 200_000 + "4"),
        "cells": ("200,000 cells", "<table>" + ("<tr>" + "<td>4</td>" * 20 + "</tr>") * 10_000 + "</table>"),
        "script": (
            "a script, a frame and a page to go to",
            "<script>while(1);</script><iframe src=http://127.0.0.1:9/></iframe><meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
        ),
        "numbers": ("letters that are none", "<p>&#0; &#xD800; &#x110000; &#x1F; &#xFFFE; \u202e4\u202c</p>"),
        "styles": (
            "200,000 rules for looks",
            "<style>" + ".a .b > .c{color:red}" * 200_000 + "</style><p class=a>4</p>",
        ),
        "attribute": ("an attribute of 10 MB", f"<p class='{'a ' * 5_000_000}'>4</p>"),
    }
    for name, (harm, body) in bodies.items():
        yield Case(
            f"{name}.html",
            harm,
            lambda body=body: (_HEAD + body).encode(errors="surrogatepass"),
            "damaged|holds|needs more memory|^$",
            slow=name in _SLOW,
        )
    yield Case("page.pdf", "a page of a web server that calls itself PDF", lambda: b"<!DOCTYPE html><h1>Not found</h1>")


def _plain() -> Iterator[Case]:
    long = 2_000_000
    texts = {
        "letters": ("two million times the same letter", "a" * long),
        "blanks": ("two million blanks", "Channel" + " " * long + "4"),
        "lines": ("a million empty lines", "\n" * 1_000_000 + "4"),
        "figures": ("two million figures", "1" * long),
        "dates": ("a line of 20,000 days", "1/2/2022 " * 20_000),
        "names": ("15,000 names of councils", "Derby Leicester Sefton Council and " * 5_000),
        "labels": ("10,000 labels without a figure", "Channel Panel Risk Assessment " * 5_000),
        "statements": ("5,000 lines of scores", "Channel Panel: 4\n" * 5_000),
        "quotes": ("20,000 quotations in one another", "> " * 20_000 + "4"),
        "bars": ("a row of 500,000 cells", "|" + "4|" * 500_000 + "\n|" + "-|" * 500_000 + "\n"),
        "brackets": ("500,000 brackets", "[(" * 250_000),
        "stars": ("500,000 stars", "*_" * 250_000),
        "dashes": ("a million dashes", "- " * 500_000),
        "sentences": (
            "1,000 sentences that may state a score",
            "The council scored 4 for Channel Panel in 2022. " * 1_000,
        ),
    }
    for name, (harm, text) in texts.items():
        for suffix in ("md", "txt"):
            yield Case(
                f"{name}.{suffix}",
                harm,
                lambda text=text: (f"# Prevent benchmarks\n\n{text}").encode(),
                slow=suffix == "txt" or name != "quotes",
            )
    whole = papers.briefing_text()
    yield Case(
        "nulls.txt", "a zero byte after every letter's end", lambda: whole.replace(b"\n", b"\x00\n"), "of no kind|^$"
    )
    mixed = whole.decode().splitlines()
    ends = ("\n", "\r\n", "\r", "\n\r")
    yield Case(
        "ends.md",
        "four kinds of line ends in one text",
        lambda: "".join(line + ends[n % 2] for n, line in enumerate(mixed)).encode(),
        values=10,
    )
    yield Case("marked.md", "a mark of Unicode before the text", lambda: b"\xef\xbb\xbf" + whole, values=10)


def _kinds() -> Iterator[Case]:
    yield Case(
        "photo.pdf", "a picture that calls itself PDF", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), r"picture \(PNG\)"
    )
    yield Case(
        "program.docx", "a program that calls itself Word", lambda: b"\x7fELF" + bytes(range(256)) * 40, "of no kind"
    )
    yield Case("noise.xlsx", "noise that calls itself Excel", lambda: bytes(range(255, -1, -1)) * 40, "of no kind|^$")
    yield Case("zeros.txt", "a million zero bytes", lambda: bytes(10**6), "of no kind|^$")
    yield Case("entity.fodt", "an entity in a flat open document", _flat, "damaged|^$")


def _flat() -> bytes:
    return (
        b'<?xml version="1.0"?><!DOCTYPE office:document [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        b'office:mimetype="application/vnd.oasis.opendocument.text">'
        b"<office:body><office:text><text:p>&e;</text:p></office:text></office:body></office:document>"
    )
