"""Drawn papers whose font keeps to itself which letters its glyphs are, as some drivers and old programs leave it."""

import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import TTFontFile


def untold(path: Path, *, fonts: str = "Vera", told: Callable[[str], str | None] = lambda _: None) -> Path:
    """The paper at `path` with its Vera fonts stored by glyph number.

    Without a table of meanings, or with one that holds what `told` says of each character (None: nothing).
    """
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            named = page.Resources.Font
            dumb = {name: _codes(named[name]) for name in named if fonts in str(named[name].BaseFont)}
            steps, current = [], ""
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "Tf":
                    current = str(operands[0])
                if str(operator) == "Tj" and current in dumb:
                    operands = [_as_glyphs(bytes(operands[0]), dumb[current])]
                steps.append((operands, operator))
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
            for name in dumb:
                named[name] = _font(pdf, _face(str(named[name].BaseFont)), told)
        pdf.save(path)
    return path


def _face(base_font: str) -> TTFontFile:
    return getFont("VeraBd" if "Bold" in base_font else "Vera").face


def _codes(font: pikepdf.Object) -> dict[int, int]:
    """The glyph of each code that the drawing tool gave to a character."""
    glyphs = _face(str(font.BaseFont)).charToGlyph
    pairs = re.findall(r"<(\w{2})> <(\w{4})>", font.ToUnicode.read_bytes().decode())
    return {int(code, 16): glyphs.get(int(char, 16), 0) for code, char in pairs}


def _as_glyphs(codes: bytes, glyphs: dict[int, int]) -> pikepdf.String:
    return pikepdf.String(b"".join(glyphs[code].to_bytes(2, "big") for code in codes))


def _font(pdf: pikepdf.Pdf, face: TTFontFile, told: Callable[[str], str | None]) -> pikepdf.Object:
    widths: list[object] = []
    for code, glyph in sorted(face.charToGlyph.items()):
        widths += [glyph, [round(face.charWidths[code])]]
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name("/ABCDEF+Vera"),
        Flags=4,
        FontBBox=[round(side) for side in face.bbox],
        ItalicAngle=0,
        Ascent=round(face.ascent),
        Descent=round(face.descent),
        CapHeight=round(face.capHeight),
        StemV=80,
        FontFile2=pdf.make_stream(face._ttf_data),
    )
    inner = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=pikepdf.Name("/ABCDEF+Vera"),
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=pikepdf.Name.Identity,
        W=widths,
    )
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=pikepdf.Name("/ABCDEF+Vera"),
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(inner)],
    )
    pairs = [(glyph, text) for code, glyph in face.charToGlyph.items() if (text := told(chr(code)))]
    if pairs:
        font.ToUnicode = pdf.make_stream(_table(pairs))
    return pdf.make_indirect(font)


def _table(pairs: list[tuple[int, str]]) -> bytes:
    lines = [f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>" for glyph, text in sorted(pairs)]
    blocks = [lines[n : n + 100] for n in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Custom def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{body}\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()
