"""The pictures of one paper -> the tables that they show, as far as time and limits allow, and what was not read."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from extractors.document import Block, Notice, Table
from extractors.formats.pictured import shown_in
from extractors.recognition import (
    EXTRA,
    USUAL,
    Picture,
    Placing,
    RecognisedPage,
    RecognitionSettings,
    glance,
    is_installed,
    recognise,
)

Paint: TypeAlias = Callable[[float], Picture]
"""Gives the picture at so many pixels a unit of its size."""
Part: TypeAlias = Block | Table | Notice

_GLANCED = 640.0
_MOST_PIXELS = 4000.0
_LINE_PIXELS = 30.0
_PIXELS_A_POINT = _LINE_PIXELS / 13.0
"""A line of text is taken to be 13 points high: small pictures of large tables are read like large ones."""
_ENLARGED = 4.0
_LEAST_UNSEEN = (150.0, 75.0)
"""In points: what is smaller is a logo or a portrait more often than a table, and nobody can look."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A picture in a paper: its width and height in units of its own, how to get it, and where its units lie.

    `page` is None where the format has no pages, `placing` where nothing is known of places. `covers` tells whether the
    picture is all that its page shows.
    """

    size: tuple[float, float]
    paint: Paint
    page: int | None = None
    placing: Placing | None = None
    covers: bool = False


class Album:
    """Reads the pictures of one paper; once its limits are reached it only counts those that are left."""

    def __init__(self, settings: RecognitionSettings = USUAL, clock: Callable[[], float] = time.monotonic) -> None:
        self.settings = settings
        self._clock = clock
        self._spent = 0.0
        self._read = 0
        self._left: list[int | None] = []
        self._unseen: list[int | None] = []

    def is_worth_a_look(self, width: float, height: float) -> bool:
        """Whether a picture of so many points may show a table."""
        least = (self.settings.least_width, self.settings.least_height) if is_installed() else _LEAST_UNSEEN
        return width >= least[0] and height >= least[1]

    def pass_over(self, page: int | None) -> None:
        """Count a picture that nobody looked into, because the extra that recognition needs is not installed."""
        self._unseen.append(page)

    def recognised(self, picture: Picture, page: int | None) -> RecognisedPage | None:
        """What a picture shows; None, and counted, where the limits are reached."""
        if self._is_full:
            self._left.append(page)
            return None
        self._read += 1
        start = self._clock()
        try:
            return recognise(picture, self.settings)
        finally:
            self._spent += self._clock() - start

    def parts_of(self, framed: Framed) -> list[Part]:
        """What a picture shows that is worth telling: tables with the text around them; a notice where it is a chart.

        Nothing for photographs, logos and all else that holds hardly a line of text; nothing, and counted, without
        the extra that recognition needs.
        """
        if not is_installed():
            self.pass_over(framed.page)
            return []
        if self._is_full:
            self._left.append(framed.page)
            return []
        scale = self._scale_for(framed)
        if scale is None:
            return []
        fine = replace(framed.paint(scale), scale=_PIXELS_A_POINT)
        found = self.recognised(fine, framed.page)
        if found is None:
            return []
        unit = _PIXELS_A_POINT / scale
        lying = found.placing.then(Placing.moved(0, 0, unit, unit)).then(framed.placing or Placing())
        parts = shown_in(replace(found, placing=lying), framed.page, covers=framed.covers)
        return parts if framed.placing else [_without_place(part) for part in parts]

    def notices(self) -> list[Notice]:
        """Which pictures were passed over: the paper has more than can be read in time, or the extra is missing."""
        return [*self._beyond_the_limits(), *self._without_the_extra()]

    def _without_the_extra(self) -> list[Notice]:
        if not self._unseen:
            return []
        pages = [page for page in self._unseen if page is not None]
        many = len(self._unseen)
        what = "A picture in this paper was" if many == 1 else f"{many} pictures in this paper were"
        where = (
            f" (page {min(pages)})" if many == 1 and pages else f" (the first on page {min(pages)})" if pages else ""
        )
        them = "it" if many == 1 else "them"
        told = f"{what} not looked into for tables{where}. {EXTRA} to have {them} recognised, or look at {them}."
        return [Notice("figure_without_data", told, min(pages, default=None))]

    def _beyond_the_limits(self) -> list[Notice]:
        if not self._left:
            return []
        pages = [page for page in self._left if page is not None]
        where = f", the first on page {min(pages)}," if pages else ""
        most = f"{self.settings.most_pages} pictures or {self.settings.most_seconds:g} seconds a paper"
        text = (
            f"{len(self._left)} pages or pictures of this paper{where} were not read: {self._read} were, "
            f"and that is the limit ({most}). Split the file to have the rest read."
        )
        return [Notice("unreadable_page", text, min(pages, default=None))]

    @property
    def _is_full(self) -> bool:
        return self._read >= self.settings.most_pages or self._spent >= self.settings.most_seconds

    def _scale_for(self, framed: Framed) -> float | None:
        """How finely to paint a picture for its text to have the size that the recogniser likes; None without text."""
        longest = max(framed.size)
        scale = min(_GLANCED / longest, _ENLARGED)
        start = self._clock()
        seen = glance(framed.paint(scale))
        self._spent += self._clock() - start
        if seen.lines < self.settings.least_lines:
            return None
        return min(scale * _LINE_PIXELS / seen.line_height, _MOST_PIXELS / longest)


def _without_place(part: Part) -> Part:
    if isinstance(part, Notice):
        return part
    if isinstance(part, Block):
        return replace(part, bbox=None)
    return replace(part, bbox=None, cells=tuple(replace(cell, bbox=None) for cell in part.cells))
