"""The evidence of a paper's values: cut-outs of its pages, made while the paper is still at hand."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from extractors import Document, PaperError
from extractors.document import Box
from extractors.preview import PaperPictures, Picture, has_page_pictures, paper_pictures, printed_area
from extractors.preview.marks import around
from extractors.preview.paper import PDFIUM_FAULT
from transforms.findings import Cutout, Findings

MOST_CUTOUTS = 20
"""Of one paper; what stands behind them has the printed text for evidence."""
MOST_BYTES = 120_000
"""Of one cut-out; one that is larger is made coarser."""
FINENESS = (100.0, 80.0, 60.0)
"""Dots an inch that are tried in turn."""

Spot = tuple[int, int | None]
"""A page, and the number of the grid on it; None for values in no grid."""

_log = logging.getLogger("scorepack")


def cutouts_of(path: Path, document: Document, findings: Findings) -> tuple[Cutout, ...]:
    """One picture for each table of a page on which values were found, and one for those outside of tables.

    Only papers with pages to paint (PDFs) give any. A page that cannot be painted gives none: the values are good
    without it, and a report says that there is no picture of them.
    """
    spots = _spots(findings)
    if not spots or not has_page_pictures(document):
        return ()
    try:
        with paper_pictures(path) as pictures:
            return tuple(_cutouts(pictures, document, spots))
    except (PaperError, PDFIUM_FAULT, MemoryError) as error:
        _log.debug("%s: no cut-outs (%s)", path.name, error)
        return ()


def _spots(findings: Findings) -> dict[Spot, list[Box]]:
    """Where values stand, in the order of the pages, with the boxes of the values."""
    boxes: defaultdict[Spot, list[Box]] = defaultdict(list)
    for place in [o.place for o in findings.observations] + [m.place for m in findings.measures]:
        if place.page is not None and place.bbox is not None:
            boxes[place.page, place.table].append(place.bbox)
    in_order = sorted(boxes, key=lambda spot: (spot[0], spot[1] or 0))
    return {spot: boxes[spot] for spot in in_order[:MOST_CUTOUTS]}


def _cutouts(pictures: PaperPictures, document: Document, spots: dict[Spot, list[Box]]) -> Iterator[Cutout]:
    for (page, table), boxes in spots.items():
        picture = _painted(pictures, page, _area(document, page, table, boxes))
        if picture is not None:
            yield Cutout(page, picture.area, picture.scale, picture.width, picture.height, picture.png, table)


def _area(document: Document, page: int, table: int | None, boxes: list[Box]) -> Box:
    """The whole grid, and the values where they stand beside it."""
    printed = printed_area(document.tables[table - 1], page) if table and table <= len(document.tables) else None
    return around([*boxes, printed[1]] if printed else boxes)


def _painted(pictures: PaperPictures, page: int, area: Box) -> Picture | None:
    for dots in FINENESS:
        picture = pictures.part(page, area, dots_an_inch=dots)
        if len(picture.png) <= MOST_BYTES:
            return picture
    return None
