"""What a paper shows as a picture or announces as a figure, and gives no data for: told, never passed over."""

import re
from collections.abc import Collection, Iterator

from extractors.document import Block, Document, Notice, Table
from transforms.measure_names import measure_named
from transforms.papers import Paper

_FIGURE_WORDS = re.compile(
    r"\b(?:heat\s?map|chart|graph|figure\s+\d+|diagram|dashboard|infographic|comparison)\b", re.IGNORECASE
)
_SCORE_WORDS = re.compile(r"\b(?:benchmark(?:s|ing)?|scores?|ratings?|judgements?)\b", re.IGNORECASE)
_EXCLUSION = re.compile(r"^\W*(?:note:?\s*)?(?:\w+\s+)?exclud(?:es|ing|ed)\b", re.IGNORECASE)
_ADVICE = "Look at the paper, or ask its publisher for the figures."
_LONG = 140
_CAPTION = 80
# Square points: a picture of less than about 7 by 4 cm is a logo, not a figure.
_LOGO = 200 * 113


def notices_of(document: Document, paper: Paper, read_tables: Collection[int]) -> Iterator[Notice]:
    """Figures announced or shown in one paper without data in the text, and bodies that it says it leaves out.

    `read_tables` are the places in the body of the grids that gave values.
    """
    for at in range(paper.start, paper.end):
        part = document.body[at]
        if not isinstance(part, Block):
            continue
        if _EXCLUSION.match(part.text) and len(part.text) <= _LONG:
            yield Notice("excluded_body", f"The paper says: '{part.text.strip()}'", part.page)
        elif _announces_figure(part) and not _has_data(document, paper, at, read_tables):
            text = f"'{part.text.strip()}' announces a figure, but its data do not stand in the text. {_ADVICE}"
            yield Notice("figure_without_data", text, part.page)
        elif part.kind == "picture" and not _has_data(document, paper, at, read_tables):
            yield from _unread_picture(document, paper, at, part)


def _announces_figure(block: Block) -> bool:
    text = block.text.strip()
    if block.kind not in {"title", "heading", "paragraph"} or not text or len(text) > _LONG or text.endswith("."):
        return False
    return bool(measure_named(text)) or bool(_FIGURE_WORDS.search(text) and _SCORE_WORDS.search(text))


def _has_data(document: Document, paper: Paper, at: int, read_tables: Collection[int]) -> bool:
    """Whether a grid that gave values stands under the same heading (on the same slide or page part)."""
    for other in range(at - 1, paper.start - 1, -1):
        part = document.body[other]
        if part.page != document.body[at].page or (isinstance(part, Block) and part.kind in {"title", "heading"}):
            break
        if other in read_tables:
            return True
    for other in range(at + 1, paper.end):
        part = document.body[other]
        if isinstance(part, Table) and other in read_tables:
            return True
        if isinstance(part, Block) and (part.kind in {"title", "heading"} or _announces_figure(part)):
            return False
        if part.page != document.body[at].page:
            return False
    return False


def _unread_picture(document: Document, paper: Paper, at: int, picture: Block) -> Iterator[Notice]:
    """A picture that its name, its heading or the emptiness around it makes a figure of; logos are passed over."""
    heading, texts = _section(document, paper, at)
    if _announces_figure(heading) or any(map(_announces_figure, texts)) or _is_small(picture):
        return
    speaks = _SCORE_WORDS.search(f"{picture.text} {heading.text}")
    alone = heading.text and not any(len(text.text) > _CAPTION for text in texts)
    if speaks or alone:
        named = f" ('{picture.text.strip()}')" if picture.text.strip() else ""
        where = f" under '{heading.text.strip()}'" if heading.text.strip() else ""
        text = f"A picture{named}{where} was not read. {_ADVICE}"
        yield Notice("figure_without_data", text, picture.page)


def _section(document: Document, paper: Paper, at: int) -> tuple[Block, list[Block]]:
    """The heading that a picture stands under on its page, and the other texts there."""
    page = document.body[at].page
    start = at
    heading = Block("heading", "")
    while start > paper.start and document.body[start - 1].page == page:
        start -= 1
        part = document.body[start]
        if isinstance(part, Block) and part.kind in {"title", "heading"}:
            heading = part
            break
    texts = []
    for part in document.body[start + 1 : paper.end]:
        if part.page != page or (isinstance(part, Block) and part.kind in {"title", "heading"}):
            break
        if isinstance(part, Block) and part.kind in {"paragraph", "list_item"}:
            texts.append(part)
    return heading, texts


def _is_small(picture: Block) -> bool:
    if picture.bbox is None:
        return False
    x0, top, x1, bottom = picture.bbox
    return (x1 - x0) * (bottom - top) < _LOGO
