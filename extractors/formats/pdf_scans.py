"""Pages of a PDF that are pictures: painted finely and recognised, as many as the settings allow."""

from dataclasses import replace

from extractors.document import Notice
from extractors.formats.pdf_notices import is_mainly_picture, is_undeciphered
from extractors.formats.pdf_pages import PdfPages
from extractors.grids.marks import Marks
from extractors.recognition import USUAL, Picture, RecognisedPage, RecognitionSettings, is_installed, recognise

_POINTS_AN_INCH = 72
_MOST_PIXELS = 4000.0


class Scans:
    """The recogniser at work on one paper; it counts its pages and keeps what was read."""

    def __init__(self, pages: PdfPages, settings: RecognitionSettings = USUAL) -> None:
        self._pages = pages
        self._settings = settings
        self.read: dict[int, RecognisedPage] = {}
        self.passed_over: list[int] = []

    def marks(self, number: int, marks: Marks) -> Marks:
        """The marks of a page as recognised where it is a picture, or hides which letters it shows; else as given."""
        if not is_installed() or not (is_mainly_picture(marks) or is_undeciphered(marks)):
            return marks
        if len(self.read) >= self._settings.most_pages:
            self.passed_over.append(number)
            return marks
        found = recognise(self._painted(number), self._settings)
        if not found.stretches:
            return marks
        self.read[number] = replace(found, marks=replace(found.marks, width=marks.width, height=marks.height))
        return self.read[number].marks

    def notices(self) -> list[Notice]:
        """Which pages were passed over because the paper has more pictures than are recognised."""
        if not self.passed_over:
            return []
        most, first = self._settings.most_pages, self.passed_over[0]
        text = (
            f"This paper has {len(self.read) + len(self.passed_over)} pages that are pictures; {most} were recognised, "
            f"those from page {first} on were not. Split the file to have the rest read."
        )
        return [Notice("unreadable_page", text, first)]

    def _painted(self, number: int) -> Picture:
        width, height = self._pages.size(number)
        scale = min(self._settings.dots_an_inch / _POINTS_AN_INCH, _MOST_PIXELS / max(width, height, 1.0))
        pixels, stride, across, down = self._pages.painted(number, scale)
        return Picture(pixels, stride, across, down, scale)
