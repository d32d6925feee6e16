"""Printed text without the accidents of typesetting: ligatures, odd spaces, invisible characters.

Nothing that carries meaning is touched: superscript figures, dashes, arrows and U+FFFD stay. So do the signs that turn
the order of the letters after them: see `turns_its_letters`.
"""

import re

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb06": "st"}
_SPACES = dict.fromkeys([*map(chr, range(0x2000, 0x200B)), "\u00a0", "\u202f", "\u205f", "\u3000"], " ")
_TURNING = "\u202b\u202d\u202e\u2067"
# Unicode's Default_Ignorable_Code_Point: a name with one of them inside shows as if it were not there.
_IGNORABLE = (
    *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
_INVISIBLE = {
    chr(code): "" for first, last in _IGNORABLE for code in range(first, last + 1) if chr(code) not in _TURNING
}
# Halves of a letter: no file and no database can keep one.
_HALVES = dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
_BREAKS = {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\r": "\n", "\u2011": "-"}
_TYPESETTING = str.maketrans(_LIGATURES | _SPACES | _INVISIBLE | _HALVES | _BREAKS)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def clean(text: str) -> str:
    """The text with ordinary spaces, hyphens and letters; line breaks and tabs stay.

    'ﬁnance' becomes 'finance'; a soft hyphen goes, a non-breaking hyphen becomes '-'.
    """
    if text.isascii() and text.isprintable():
        return text
    return _CONTROLS.sub("", text.replace("\r\n", "\n").translate(_TYPESETTING))


def turns_its_letters(text: str) -> bool:
    """Whether the text holds a sign after which letters or figures show in another order than they are stored in.

    Such signs serve scripts that run from right to left. In English text they make '4 3' of what is stored as '3 4'.
    """
    return not text.isascii() and any(sign in text for sign in _TURNING)


def one_line(text: str) -> str:
    """The cleaned text on one line, runs of white space made one space."""
    return " ".join(clean(text).split())


def lines_of(text: str) -> str:
    """The cleaned text with its line breaks; white space inside a line made one space, empty lines left out."""
    return "\n".join(line for line in map(one_line, clean(text).split("\n")) if line)


def raised(text: str) -> str:
    """Text printed above the line: figures become superscript figures, so that a note mark '3²' is not read as 32.

    Other text ('th' in '8th') stays as it is.
    """
    return text.translate(_RAISED) if text.strip().replace(",", "").isdecimal() else text
