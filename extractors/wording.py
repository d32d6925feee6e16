"""Printed text without the accidents of typesetting: ligatures, odd spaces, invisible characters.

Nothing that carries meaning is touched: superscript figures, dashes, arrows and U+FFFD stay.
"""

import re

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb06": "st"}
_SPACES = dict.fromkeys([*map(chr, range(0x2000, 0x200B)), "\u00a0", "\u202f", "\u205f", "\u3000"], " ")
_INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", "")
_BREAKS = {"\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\r": "\n", "\u2011": "-"}
_TYPESETTING = str.maketrans(_LIGATURES | _SPACES | _INVISIBLE | _BREAKS)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def clean(text: str) -> str:
    """The text with ordinary spaces, hyphens and letters; line breaks and tabs stay.

    'ﬁnance' becomes 'finance'; a soft hyphen goes, a non-breaking hyphen becomes '-'.
    """
    if text.isascii() and text.isprintable():
        return text
    return _CONTROLS.sub("", text.replace("\r\n", "\n").translate(_TYPESETTING))


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
