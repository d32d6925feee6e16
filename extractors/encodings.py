"""Bytes -> text, for papers that do not say how they are written."""

import codecs
import re

_BYTE_ORDER_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_UNPRINTED = re.compile(rb"[\x00-\x07\x0e-\x19\x1c-\x1f]")


def decode(content: bytes) -> str | None:
    """The text of UTF-8, UTF-16 or Windows-1252 bytes; None where they are no text.

    The end of `content` may cut a character: it is then left out.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if _is_wide(content):
        return content.decode("utf-16-be" if content[0] == 0 else "utf-16-le", "replace")
    if _UNPRINTED.search(content):
        return None
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        return decoder.decode(content)
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _is_wide(content: bytes) -> bool:
    """UTF-16 without a mark: of each pair of bytes one is nearly always zero."""
    if len(content) < 8 or 0 not in content:
        return False
    even, odd = content[0::2], content[1::2]
    return even.count(0) > 0.8 * len(even) > 5 * odd.count(0) or odd.count(0) > 0.8 * len(odd) > 5 * even.count(0)
