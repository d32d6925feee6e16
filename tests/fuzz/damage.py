"""Ways in which a file is spoilt. Each takes a sound paper, another one, and a seeded source of chance.

What happens to files on their way (cut off, bytes changed, two files run together) and what a careless or hostile
writer puts into them (numbers out of all bounds, parts exchanged, elements lost, doubled and nested).
"""

import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable

Damage = Callable[[bytes, bytes, random.Random], bytes]

_NUMBER = re.compile(rb"(?<![\w#.])-?\d+(?:\.\d+)?(?![\w])")
_NAME = re.compile(rb"/[A-Za-z][A-Za-z0-9]{0,20}")
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)(?:\s[^<>]*)?(?:/>|>[^<>]*</\1>)")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"<>]*)"')
_EXTREMES = (b"0", b"-1", b"1", b"65536", b"2147483648", b"-99999999999", b"1e30", b"NaN", b"0.0000001", b"", b"x")


def damaged(sound: bytes, other: bytes, chance: random.Random) -> bytes:
    """The paper after one to three mishaps."""
    spoilt = sound
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if zipfile.is_zipfile(io.BytesIO(spoilt)) and chance.random() < 0.75:
            spoilt = _in_package(spoilt, other, chance)
        else:
            spoilt = chance.choice(_PLAIN)(spoilt, other, chance)
    return spoilt


def flipped(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """Some bytes changed."""
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if spoilt:
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def cut(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """The end lost; most often little of it."""
    return content[: int(len(content) * chance.random() ** 0.3)]


def holed(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """A stretch lost, zeroed or said twice."""
    start, length = _stretch(content, chance)
    instead = chance.choice((b"", bytes(length), content[start : start + length] * 2))
    return content[:start] + instead + content[start + length :]


def spliced(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """A stretch of another paper in it, or its end exchanged for that of another."""
    start, length = _stretch(other, chance)
    place = chance.randrange(len(content) + 1)
    rest = content[place:] if chance.random() < 0.5 else b""
    return content[:place] + other[start : start + length] + rest


def renumbered(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """Numbers out of all bounds."""
    return _replaced(_NUMBER, content, chance, lambda _: chance.choice(_EXTREMES))


def renamed(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """Names (of PDF objects, of attributes' values) exchanged for others of the same file."""
    names = _NAME.findall(content) or [b"/None"]
    return _replaced(_NAME, content, chance, lambda _: chance.choice(names))


def unelemented(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """Elements of a markup lost, doubled, or put many times into themselves."""

    def instead(found: bytes) -> bytes:
        name = found[1:].split(b">")[0].split()[0].rstrip(b"/")
        deep = chance.choice((3, 300, 3000))
        return chance.choice((b"", found * 2, found * 500, b"<%s>" % name * deep + found + b"</%s>" % name * deep))

    return _replaced(_ELEMENT, content, chance, instead)


def unattributed(content: bytes, _: bytes, chance: random.Random) -> bytes:
    """Attributes of a markup lost or given values out of all bounds."""

    def instead(found: bytes) -> bytes:
        name = found.split(b"=")[0]
        return b"" if chance.random() < 0.3 else name + b'="' + chance.choice(_EXTREMES) + b'"'

    return _replaced(_ATTRIBUTE, content, chance, instead)


_PLAIN: tuple[Damage, ...] = (flipped, cut, holed, spliced, renumbered, renamed, unelemented, unattributed)
_IN_PARTS: tuple[Damage, ...] = (flipped, cut, holed, renumbered, unelemented, unelemented, unattributed, unattributed)


def _in_package(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """A package whose parts are spoilt, lost, exchanged or taken from another package; its checksums are right."""
    parts = _parts(content)
    if not parts:
        return flipped(content, other, chance)
    name = chance.choice(_telling(parts))
    foreign = _parts(other) if zipfile.is_zipfile(io.BytesIO(other)) else {}
    match chance.randrange(8):
        case 0:
            del parts[name]
        case 1:
            twin = chance.choice(sorted(parts))
            parts[name], parts[twin] = parts[twin], parts[name]
        case 2 if foreign:
            parts[name] = foreign[chance.choice(sorted(foreign))]
        case _:
            parts[name] = chance.choice(_IN_PARTS)(parts[name], other, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for part, inside in parts.items():
            package.writestr(part, inside)
    return out.getvalue()


def _telling(parts: dict[str, bytes]) -> list[str]:
    """The parts to spoil: all of them once, those that say the most three times."""
    names = sorted(parts)
    main = re.compile(r"document|slide\d|sheet\d|content|chart|table|workbook|presentation|styles|\.rels$")
    return names + 2 * [name for name in names if main.search(name)]


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return {name: package.read(name) for name in package.namelist()}
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, RuntimeError, ValueError):
        return {}  # spoilt already


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    length = min(len(content), chance.choice((1, 16, 256, 4096)))
    return chance.randrange(len(content) - length + 1), length


def _replaced(
    pattern: "re.Pattern[bytes]", content: bytes, chance: random.Random, instead: Callable[[bytes], bytes]
) -> bytes:
    """A few of the places that match, replaced; where nothing matches bytes are changed."""
    found = list(pattern.finditer(content))
    if not found:
        return flipped(content, b"", chance)
    chosen = sorted(chance.sample(range(len(found)), min(len(found), chance.choice((1, 2, 10)))), reverse=True)
    for number in chosen:
        place = found[number]
        content = content[: place.start()] + instead(place[0]) + content[place.end() :]
    return content
