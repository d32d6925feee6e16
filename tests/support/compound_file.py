"""A writer of OLE compound files: the container of old Office files, and of new ones that are encrypted.

Source of the layout: [MS-CFB], version 3: 512-byte sectors, 64-byte mini sectors, streams under 4,096 bytes in the
mini stream. Enough for a handful of streams in the root; one FAT sector (127 sectors, 63 kB) is the limit.
"""

import struct
from dataclasses import dataclass, field

_SECTOR, _MINI_SECTOR, _CUTOFF = 512, 64, 4096
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_ROOT, _STREAM, _RED, _BLACK = 5, 2, 0, 1


@dataclass(slots=True)
class _Space:
    """Sectors of one size, and the chain that each belongs to."""

    sector: int
    body: bytearray = field(default_factory=bytearray)
    chain: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """Append `content` as one chain; gives its first sector."""
        if not content:
            return _END
        first, count = len(self.chain), -(-len(content) // self.sector)
        self.body += content.ljust(count * self.sector, b"\0")
        self.chain += [*range(first + 1, first + count), _END]
        return first


def compound_file(streams: dict[str, bytes]) -> bytes:
    """The bytes of a compound file with these streams in its root storage."""
    sectors, minis = _Space(_SECTOR), _Space(_MINI_SECTOR)
    placed = [
        (name, (minis if len(content) < _CUTOFF else sectors).add(content), len(content))
        for name, content in sorted(streams.items(), key=lambda item: (len(item[0]), item[0].upper()))
    ]
    mini_stream = sectors.add(bytes(minis.body))
    entries = _directory(placed, mini_stream, len(minis.body))
    directory = sectors.add(entries)
    table = struct.pack(f"<{len(minis.chain)}I", *minis.chain)
    mini_table = sectors.add(table.ljust(-(-len(table) // _SECTOR) * _SECTOR, b"\xff"))
    fat_at = len(sectors.chain)
    chain = [*sectors.chain, _FAT]
    fat = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    header = struct.pack(
        "<8s16x5H6x9I109I",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, directory, 0, _CUTOFF, mini_table, -(-len(table) // _SECTOR), _END, 0),
        *(fat_at, *[_FREE] * 108),
    )
    return header + bytes(sectors.body) + fat


def _directory(placed: list[tuple[str, int, int]], mini_stream: int, mini_size: int) -> bytes:
    """Root and streams; siblings hang in one line to the left, shortest name lowest, as the order asks."""
    last = len(placed)
    entries = [_entry("Root Entry", _ROOT, _BLACK, _NONE, last or _NONE, mini_stream, mini_size)]
    for number, (name, first, size) in enumerate(placed, start=1):
        colour = _BLACK if number == last else _RED
        entries.append(_entry(name, _STREAM, colour, number - 1 or _NONE, _NONE, first, size))
    unused = struct.pack("<66x2x3I52x", _NONE, _NONE, _NONE)
    return b"".join(entries) + unused * (-len(entries) % 4)


def _entry(name: str, kind: int, colour: int, left: int, child: int, first: int, size: int) -> bytes:
    spelled = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBB3I36xIQ", spelled, len(spelled), kind, colour, left, _NONE, child, first, size)
