"""Tables that a word processor's paper sets with tabs instead of cells."""

import re
from collections.abc import Sequence

from extractors.document import Block, Table
from extractors.formats import typed
from extractors.formats.captions import Piece
from extractors.wording import one_line

_LEAST_TYPED_ROWS = 3
_PARAGRAPH_NUMBER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]+)[.)]?|[•·▪o-]?")


def tables_of_tabs(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a story, tables found among its paragraphs: three or more paragraphs in a row of as many fields."""
    done: list[Piece] = []
    place = 0
    while place < len(pieces):
        end = place
        rows: list[list[str]] = []
        while end < len(pieces) and (fields := _fields(pieces[end].part)) and (not rows or len(fields) == len(rows[0])):
            rows.append(fields)
            end += 1
        if len(rows) >= _LEAST_TYPED_ROWS and not _is_numbered_prose(rows):
            done.append(Piece(Table.of_texts(rows)))
            place = end
        else:
            done += [_without_tabs(piece) for piece in pieces[place : max(end, place + 1)]]
            place = max(end, place + 1)
    return done


def with_tabs(text: str) -> str:
    """The text cleaned line by line; tabs stay where they may part the fields of a table."""
    lines = ("\t".join(one_line(field) for field in line.split("\t")) for line in text.split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


def _is_numbered_prose(rows: Sequence[Sequence[str]]) -> bool:
    return all(len(row) == 2 and _PARAGRAPH_NUMBER.fullmatch(row[0]) for row in rows)


def _fields(part: Block | Table) -> list[str] | None:
    if not isinstance(part, Block) or part.kind not in ("paragraph", "list_item") or "\n" in part.text:
        return None
    return typed.tab_fields(part.text)


def _without_tabs(piece: Piece) -> Piece:
    if isinstance(piece.part, Table):
        return piece
    text = piece.part.text.replace("\t", " ")
    return Piece(Block(piece.part.kind, text, level=piece.part.level), piece.is_caption)
