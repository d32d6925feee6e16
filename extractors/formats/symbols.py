"""Symbol fonts: letters and private characters that print as ticks, boxes, arrows and figures in circles."""

_WINGDINGS = {
    0x22: "✂", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖",
    0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE7: "←", 0xE8: "→", 0xE9: "↑", 0xEA: "↓", 0xEF: "←", 0xF0: "→", 0xF1: "↑",
    0xF2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x80: "⓪", 0x8B: "⓿",
    **{0x81 + place: chr(ord("①") + place) for place in range(10)},
    **{0x8C + place: chr(ord("❶") + place) for place in range(10)},
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA2: "■", 0xA3: "□",
    },
    "wingdings 3": {
        0x21: "←", 0x22: "→", 0x23: "↑", 0x24: "↓", 0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶",
        0x80: "◀", 0x81: "▶", 0x82: "▲", 0x83: "▼",
    },
    "webdings": {
        0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x3D: "●", 0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗",
    },
    "symbol": {
        0xA3: "≤", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠",
        0xBB: "≈", 0xD6: "√",
    },
}  # fmt: skip
_PRIVATE = range(0xF020, 0xF100)
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def printed(text: str, font: str | None) -> str:
    """What a text shows in a font: 'ü' in Wingdings is '✓'. Texts in other fonts stay as they are.

    Private characters, by which office files name the places of a symbol font, are read as those of Wingdings where
    no font is told. A place of a symbol font that stands for no known character becomes U+FFFD.
    """
    table = _FONTS.get((font or "").strip().lower())
    if table is None and not any(ord(sign) in _PRIVATE for sign in text):
        return text
    return "".join(_sign(sign, table) for sign in text)


def _sign(sign: str, table: dict[int, str] | None) -> str:
    code = ord(sign)
    if code in _PRIVATE:
        return (table or _WINGDINGS).get(code - 0xF000, "" if code == _PRIVATE[0] else _UNKNOWN)
    if table is None or sign.isspace() or code > 0xFF:
        return sign
    return table.get(code, _plain(sign, table))


def _plain(sign: str, table: dict[int, str]) -> str:
    """Figures and signs of the Symbol font print as themselves; letters are Greek there and pictures elsewhere."""
    return sign if table is _FONTS["symbol"] and not sign.isalpha() else _UNKNOWN
